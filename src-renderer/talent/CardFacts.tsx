import { Button, Textarea } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { Talent, TalentFacts } from '../../src-preload/contract/talent.ts'
import { OfficeHistory } from '../casting/OfficeHistory.tsx'
import { dateWords } from '../look/formats.ts'
import { PersonMedia } from '../media/PersonMedia.tsx'
import { AvailabilityCalendar } from './AvailabilityCalendar.tsx'
import { foldingGroups, groupWords, knownGroups, type FoldingGroup } from './cardGroups.ts'
import { CreditsFact } from './CreditsFact.tsx'
import { MergedFrom } from './duplicates/MergedFrom.tsx'
import { GenderFact, HeightFact, LinesFact, LongFact, RangeFact, TextFact, WordsFact, type FactEdit } from './factEditors.tsx'
import { ConflictsFact, PastAuditionsFact, ProofsFact } from './listFacts.tsx'
import { BornFact, GuardianFact, MeasurementsFact, PassportFact, UnionCardFact } from './paperFacts.tsx'
import { PermitChecklist } from './PermitChecklist.tsx'
import { ConsentFact, FeeFact, LanguagesFact } from './richFacts.tsx'
import classes from './TalentDrawer.module.css'

interface CardFactsProps extends FactEdit {
  readonly talent: Talent
  readonly locale: string
  /** Today, YYYY-MM-DD. */
  readonly day: string
}

/** The groups of the card as a casting director reads them; those in which nothing is known wait in one line at the end. */
export function CardFacts({ talent, facts, edit, locale, day }: CardFactsProps) {
  const [opened, setOpened] = useState<ReadonlySet<FoldingGroup>>(() => new Set(knownGroups(facts, day)))
  const [justOpened, setJustOpened] = useState<FoldingGroup | null>(null)
  const shown = new Set([...opened, ...knownGroups(facts, day)])
  const change = (next: Partial<TalentFacts>) => {
    // A group that is emptied stays where it stands.
    setOpened(shown)
    edit(next)
  }
  const parts = { facts, edit: change, locale, day }
  const group = (name: FoldingGroup, children: ReactNode) =>
    shown.has(name) && <Group title={groupWords[name].title} takesFocus={justOpened === name}>{children}</Group>
  const open = (name: FoldingGroup) => {
    setOpened(new Set([...shown, name]))
    setJustOpened(name)
  }
  return (
    <>
      <Group title="Pictures and tapes"><PersonMedia id={talent.id} name={facts.name} locale={locale} /></Group>
      <Group title="At a glance"><Glance {...parts} /></Group>
      {group('languages', <><LanguagesFact {...parts} /><WordsFact {...parts} field="skills" label="Skills" longest={160} /><ProofsFact {...parts} /></>)}
      {group('credits', <><CreditsFact {...parts} /><LongFact {...parts} field="bio" label="Bio" /><LongFact {...parts} field="training" label="Training" /></>)}
      {group('measurements', <MeasurementsFact {...parts} />)}
      {group('deal', <Deal {...parts} />)}
      {group('dates', <AvailabilityCalendar availability={facts.availability} onChange={availability => change({ availability })} locale={locale} day={day} />)}
      {group('conflicts', <ConflictsFact {...parts} />)}
      {group('minor', <><GuardianFact {...parts} /><PermitChecklist {...parts} /></>)}
      <Group title="History with this office"><OfficeHistory id={talent.id} locale={locale} /><PastAuditionsFact {...parts} /></Group>
      {group('contact', <Contact {...parts} />)}
      <Group title="Your notes">
        <Textarea aria-label="Your notes" placeholder="What you saw, in your own words. It stays in this book." rows={3} maxLength={20_000} classNames={{ input: classes.notes }} value={facts.notes} onChange={event => change({ notes: event.currentTarget.value })} />
        <WordsFact {...parts} field="tags" label="Tags" />
      </Group>
      <Group title="Consent and source"><ConsentFact {...parts} /><Source talent={talent} locale={locale} /><MergedFrom id={talent.id} locale={locale} /></Group>
      <Folded groups={foldingGroups.filter(name => !shown.has(name))} onOpen={open} />
    </>
  )
}

type Parts = FactEdit & { readonly locale: string; readonly day: string }

const Glance = (parts: Parts) => (
  <>
    <GenderFact {...parts} /><RangeFact {...parts} /><BornFact {...parts} /><HeightFact {...parts} />
    <TextFact {...parts} field="city" label="City" longest={120} />
    <TextFact {...parts} field="legalName" label="Legal name" />
    <WordsFact {...parts} field="spellings" label="Other spellings" longest={160} />
  </>
)

const Deal = (parts: Parts) => (
  <>
    <TextFact {...parts} field="representation" label="Representation" longest={300} />
    <TextFact {...parts} field="coordinator" label="Co-ordinator" longest={300} />
    <FeeFact {...parts} />
    <TextFact {...parts} field="union" label="Union" />
    <UnionCardFact {...parts} />
  </>
)

const Contact = (parts: Parts) => (
  <>
    <TextFact {...parts} field="phone" label="Phone" longest={60} />
    <TextFact {...parts} field="email" label="E-mail" longest={200} />
    <LinesFact {...parts} field="links" label="Links" />
    <PassportFact {...parts} />
  </>
)

/** The groups in which nothing is known, each one click away. */
function Folded({ groups, onOpen }: { readonly groups: readonly FoldingGroup[]; readonly onOpen: (group: FoldingGroup) => void }) {
  if (groups.length === 0) return null
  return (
    <div className={classes.folded} role="group" aria-label="Not known yet">
      {groups.map(name => (
        <Button key={name} variant="subtle" size="compact-sm" leftSection={<IconPlus size={12} aria-hidden />} onClick={() => onOpen(name)}>Add {groupWords[name].add}</Button>
      ))}
    </div>
  )
}

/** A group of the card; one that was just opened takes the focus, so that its first fact is one key away. */
function Group({ title, takesFocus = false, children }: { readonly title: string; readonly takesFocus?: boolean; readonly children: ReactNode }) {
  const place = useRef<HTMLElement>(null)
  useEffect(() => {
    if (takesFocus) place.current?.querySelector<HTMLElement>('button, input')?.focus()
  }, [takesFocus])
  return <section ref={place} className={classes.group} aria-label={title}><h3>{title}</h3>{children}</section>
}

function Source({ talent, locale }: { readonly talent: Talent; readonly locale: string }) {
  const moment = (at: string) => dateWords(new Date(at), locale, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <p className={classes.source}>
      From: {talent.source || 'not known'}. Added {moment(talent.createdAt)}{talent.updatedAt !== talent.createdAt && `, changed ${moment(talent.updatedAt)}`}.{' '}
      {talent.indexed ? 'Search by meaning knows this person.' : 'Search by meaning is still learning this person; words are found already.'}
    </p>
  )
}
