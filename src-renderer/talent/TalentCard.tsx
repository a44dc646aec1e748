import { ActionIcon, Textarea, TextInput, Tooltip } from '@mantine/core'
import { IconTrash, IconX } from '@tabler/icons-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { Talent, TalentFacts, TalentId } from '../../src-preload/contract/talent.ts'
import { OfficeHistory } from '../casting/OfficeHistory.tsx'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { Avatar } from '../look/Avatar.tsx'
import { useChanged, useFreshAnswer } from '../look/changes.tsx'
import { FourStates } from '../look/FourStates.tsx'
import { SaveMark } from '../look/SaveMark.tsx'
import { offerUndo, sayFailure } from '../look/UndoToast.tsx'
import { useAutosave } from '../look/useAutosave.ts'
import { genderWords, rangeWords } from '../look/words.ts'
import { useSettings } from '../window/settingsStore.tsx'
import { GenderFact, HeightFact, LinesFact, LongFact, RangeFact, TextFact, WordsFact } from './factEditors.tsx'
import { AvailabilityFact, ConsentFact, FeeFact, LanguagesFact } from './richFacts.tsx'
import classes from './TalentDrawer.module.css'

interface TalentCardProps {
  readonly id: TalentId
  readonly onClose: () => void
}

/** Everything the office knows of a person, in groups; each fact is changed in place and saves itself. */
export function TalentCard({ id, onClose }: TalentCardProps) {
  const answer = useFreshAnswer(['talent'], (office, signal) => office.talent.get({ id }, { signal }), [id])
  return (
    <>
      {answer.data === undefined && <div className={classes.loading}><CloseButton onClose={onClose} /></div>}
      <FourStates answer={answer} what="the card">{talent => <Card key={talent.id} talent={talent} onClose={onClose} />}</FourStates>
    </>
  )
}

const CloseButton = ({ onClose }: { readonly onClose: () => void }) => (
  <Tooltip label="Close (Esc)"><ActionIcon aria-label="Close the card" onClick={onClose}><IconX size={16} aria-hidden /></ActionIcon></Tooltip>
)

function Card({ talent, onClose }: { readonly talent: Talent; readonly onClose: () => void }) {
  const office = useOffice()
  const changed = useChanged()
  const { settings: { locale } } = useSettings()
  const [saved, setSaved] = useState<Talent | null>(null)
  // What another window or the list changed meanwhile is newer than what was saved here.
  const kept = saved !== null && saved.updatedAt >= talent.updatedAt ? saved : talent
  const drafts = useAutosave<Partial<TalentFacts>>({}, async change => {
    setSaved(await office.talent.update({ id: talent.id, change }))
    changed('talent')
  })
  const facts: TalentFacts = { ...kept, ...drafts.value }
  const edit = (change: Partial<TalentFacts>) => drafts.edit({ ...drafts.value, ...change })
  const both = { facts, edit }
  const remove = async () => {
    try {
      drafts.flush()
      await office.talent.remove({ id: talent.id })
      changed('talent')
      onClose()
      offerUndo(`${kept.name} was taken out of the book.`, async () => {
        await office.talent.restore({ id: talent.id })
        changed('talent')
      })
    } catch (error) {
      sayFailure(error)
    }
  }
  return (
    <>
      <header className={classes.head}>
        <Avatar name={kept.name} size={44} />
        <NameFact name={facts.name} onChange={name => edit({ name })} />
        <div className={classes.tools}>
          <Tooltip label="Take out of the book"><ActionIcon aria-label={`Take ${kept.name} out of the book`} onClick={() => void remove()}><IconTrash size={16} aria-hidden /></ActionIcon></Tooltip>
          <CloseButton onClose={onClose} />
        </div>
        <div className={classes.line}><span>{oneLine(facts)}</span><SaveMark state={drafts.state} /></div>
      </header>
      <div className={classes.body} onBlur={drafts.flush}>
        <Group title="Who">
          <GenderFact {...both} /><RangeFact {...both} /><HeightFact {...both} />
          <TextFact {...both} field="city" label="City" longest={120} />
          <TextFact {...both} field="legalName" label="Legal name" />
          <WordsFact {...both} field="spellings" label="Other spellings" longest={160} />
        </Group>
        <Group title="Speaks and can">
          <LanguagesFact {...both} />
          <WordsFact {...both} field="skills" label="Skills" longest={160} />
          <LongFact {...both} field="training" label="Training" />
        </Group>
        <Group title="Work">
          <LongFact {...both} field="bio" label="Bio" />
          <LinesFact {...both} field="credits" label="Credits" />
          <TextFact {...both} field="union" label="Union" />
          <TextFact {...both} field="representation" label="Representation" longest={300} />
          <FeeFact {...both} locale={locale} />
        </Group>
        <Group title="Availability"><AvailabilityFact {...both} locale={locale} /></Group>
        <Group title="With this office"><OfficeHistory id={talent.id} locale={locale} /></Group>
        <Group title="Reach">
          <TextFact {...both} field="phone" label="Phone" longest={60} />
          <TextFact {...both} field="email" label="E-mail" longest={200} />
          <LinesFact {...both} field="links" label="Links" />
        </Group>
        <Group title="Your notes">
          <Textarea aria-label="Your notes" placeholder="What you saw, in your own words. It stays in this book." autosize minRows={3} maxRows={16} maxLength={20_000} value={facts.notes} onChange={event => edit({ notes: event.currentTarget.value })} />
          <WordsFact {...both} field="tags" label="Tags" />
        </Group>
        <Group title="Consent and source">
          <ConsentFact {...both} locale={locale} />
          <Source talent={kept} locale={locale} />
        </Group>
      </div>
    </>
  )
}

const oneLine = (facts: TalentFacts): string =>
  [facts.gender ? genderWords[facts.gender] : '', facts.playingRange ? `plays ${rangeWords(facts.playingRange)}` : '', facts.city].filter(Boolean).join(', ')

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return <section className={classes.group}><h3>{title}</h3>{children}</section>
}

function Source({ talent, locale }: { readonly talent: Talent; readonly locale: string }) {
  const moment = (at: string) => new Date(at).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <p className={classes.source}>
      From: {talent.source || 'not known'}. Added {moment(talent.createdAt)}{talent.updatedAt !== talent.createdAt && `, changed ${moment(talent.updatedAt)}`}.{' '}
      {talent.indexed ? 'Search by meaning knows this person.' : 'Search by meaning is still learning this person; words are found already.'}
    </p>
  )
}

/** The name: an empty one is not saved, the last good one stays. */
function NameFact({ name, onChange }: { readonly name: string; readonly onChange: (name: string) => void }) {
  const [draft, setDraft] = useState<string | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const editing = draft !== null
  useEffect(() => {
    if (editing) input.current?.select()
  }, [editing])
  if (draft === null) {
    return (
      <h2 className={classes.name} id="talent-card-name">
        <button type="button" className={classes.rename} aria-label={`${name}. Edit the name`} onClick={() => setDraft(name)}>{name}</button>
      </h2>
    )
  }
  return (
    <TextInput
      ref={input} aria-label="Screen name" value={draft} maxLength={160} error={draft.trim() === '' && 'A name is needed'} onBlur={() => setDraft(null)}
      onChange={event => {
        setDraft(event.currentTarget.value)
        if (event.currentTarget.value.trim() !== '') onChange(event.currentTarget.value)
      }}
      onKeyDown={event => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return
        event.stopPropagation()
        setDraft(null)
      }}
    />
  )
}
