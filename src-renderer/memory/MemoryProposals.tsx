import { ActionIcon, Button, Textarea, Tooltip } from '@mantine/core'
import { IconPencil, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { ConversationId, MemoryProposal } from '../../src-preload/contract/memory.ts'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { useChanged, useFreshAnswer } from '../look/changes.tsx'
import { sayFailure } from '../look/UndoToast.tsx'
import { useShelf } from '../window/shelf.tsx'
import classes from './MemoryProposals.module.css'

/** What is proposed to be remembered, of one conversation or of all; nothing is shown where nothing is. */
export function MemoryProposals({ conversationId }: { readonly conversationId?: ConversationId }) {
  const answer = useFreshAnswer(['memory', 'chat'], (office, signal) => office.memory.proposals({ ...(conversationId && { conversationId }) }, { signal }), [conversationId], { keep: true })
  const proposals = answer.data ?? []
  if (proposals.length === 0) return null
  return (
    <section className={classes.proposals} aria-label="Proposed memories">
      <h2 className={classes.title}>Keep {proposals.length === 1 ? 'this' : 'any of these'}?</h2>
      <p className={classes.hint}>Said in a conversation. Nothing is remembered before you keep it.</p>
      <ul className={classes.list}>{proposals.map(proposal => <Proposed key={proposal.id} proposal={proposal} />)}</ul>
    </section>
  )
}

function Proposed({ proposal }: { readonly proposal: MemoryProposal }) {
  const office = useOffice()
  const changed = useChanged()
  const { productions } = useShelf()
  const [words, setWords] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const { id, source, contradicts } = proposal
  const done = async (work: Promise<unknown>) => {
    setBusy(true)
    try {
      await work
      changed('memory')
    } catch (error) {
      sayFailure(error)
      setBusy(false)
    }
  }
  const where = proposal.productionId === null ? 'everywhere' : `for ${productions.data?.find(production => production.id === proposal.productionId)?.title ?? 'its production'}`
  return (
    <li className={classes.proposed}>
      <div className={classes.words}>
        {words === null
          ? <span className={classes.text}>{proposal.text}</span>
          : <Textarea aria-label="The memory in your words" data-autofocus autoFocus autosize minRows={1} maxRows={4} value={words} maxLength={500} onChange={event => setWords(event.currentTarget.value)} />}
        <span className={classes.source}>“{source.words}”, {where}</span>
        {contradicts && <span className={classes.against}>Ends what was kept before: “{contradicts.text}”</span>}
      </div>
      <div className={classes.buttons}>
        <Button loading={busy} disabled={words?.trim() === ''} onClick={() => void done(office.memory.keepProposal({ id, ...(words !== null && { text: words.trim() }) }))}>Keep</Button>
        {words === null && <Tooltip label="Change the words"><ActionIcon aria-label={`Change the words: ${proposal.text}`} onClick={() => setWords(proposal.text)}><IconPencil size={16} aria-hidden /></ActionIcon></Tooltip>}
        <Tooltip label="Do not keep it"><ActionIcon aria-label={`Do not keep: ${proposal.text}`} onClick={() => void done(office.memory.dismissProposal({ id }))}><IconX size={16} aria-hidden /></ActionIcon></Tooltip>
      </div>
    </li>
  )
}
