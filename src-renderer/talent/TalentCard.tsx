import { ActionIcon, TextInput, Tooltip } from '@mantine/core'
import { IconTrash, IconX } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { Talent, TalentFacts, TalentId } from '../../src-preload/contract/talent.ts'
import { today } from '../casting/standingWords.ts'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { Avatar } from '../look/Avatar.tsx'
import { useChanged, useFreshAnswer } from '../look/changes.tsx'
import { FourStates } from '../look/FourStates.tsx'
import { SaveMark } from '../look/SaveMark.tsx'
import { offerUndo, sayFailure } from '../look/UndoToast.tsx'
import { useAutosave } from '../look/useAutosave.ts'
import { rangeWords } from '../look/words.ts'
import { useSettings } from '../window/settingsStore.tsx'
import { CardFacts } from './CardFacts.tsx'
import { FactOriginsProvider } from './factOrigins.tsx'
import { LikeButton } from './LikeButton.tsx'
import classes from './TalentDrawer.module.css'
import { personWords } from './talentWords.ts'

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
        <Avatar name={kept.name} picture={talent.picture} size={44} />
        <NameFact name={facts.name} onChange={name => edit({ name })} />
        <div className={classes.tools}>
          <LikeButton id={talent.id} name={kept.name} />
          <Tooltip label="Take out of the book"><ActionIcon aria-label={`Take ${kept.name} out of the book`} onClick={() => void remove()}><IconTrash size={16} aria-hidden /></ActionIcon></Tooltip>
          <CloseButton onClose={onClose} />
        </div>
        <div className={classes.line}><span>{oneLine(facts)}</span><SaveMark state={drafts.state} /></div>
      </header>
      <div className={classes.body} onBlur={drafts.flush}>
        <FactOriginsProvider value={{ origins: kept.sources, locale }}>
          <CardFacts talent={kept} facts={facts} edit={edit} locale={locale} day={today()} />
        </FactOriginsProvider>
      </div>
    </>
  )
}

const oneLine = (facts: TalentFacts): string =>
  [personWords(facts, today()), facts.playingRange ? `plays ${rangeWords(facts.playingRange)}` : '', facts.city].filter(Boolean).join(', ')

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
