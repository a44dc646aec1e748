import { ActionIcon, Button, Group, Modal, Select, Stack, Textarea, Tooltip } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { MemoryKind, type Memory, type MemoryFacts, type MemoryId, type MemoryUse } from '../../src-preload/contract/memory.ts'
import type { TalentId } from '../../src-preload/contract/talent.ts'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { useChanged, useFreshAnswer } from '../look/changes.tsx'
import { DayField } from '../look/DayField.tsx'
import { FourStates } from '../look/FourStates.tsx'
import { SavedText } from '../look/SavedText.tsx'
import { offerUndo, say, sayFailure } from '../look/UndoToast.tsx'
import { talentPlace } from '../talent/talentAddress.ts'
import { useSettings } from '../window/settingsStore.tsx'
import { useShelf } from '../window/shelf.tsx'
import classes from './MemoryPanel.module.css'
import { PinButton } from './MemoryRow.tsx'
import { memoryKindWords, momentDay, sourceWords, standWords, useWords } from './memoryWords.ts'

/** One memory beside the list: its words, where it holds, from when until when, its source, and every answer it was used in. */
export function MemoryPanel({ id, onClose }: { readonly id: MemoryId; readonly onClose: () => void }) {
  const answer = useFreshAnswer(['memory', 'chat'], (office, signal) => office.memory.get({ id }, { signal }), [id])
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    const before = document.activeElement
    panel.current?.focus({ preventScroll: true })
    const inside = panel.current
    return () => {
      if (before instanceof HTMLElement && before.isConnected && (document.activeElement === document.body || inside?.contains(document.activeElement))) before.focus({ preventScroll: true })
    }
  }, [])
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    onClose()
  }
  return (
    <aside ref={panel} tabIndex={-1} className={classes.panel} aria-label="Memory" onKeyDown={keys}>
      <div className={classes.head}>
        <h2>Memory</h2>
        {answer.data && <PinButton memory={answer.data} />}
        <Tooltip label="Close (Esc)"><ActionIcon aria-label="Close the memory" onClick={onClose}><IconX size={16} aria-hidden /></ActionIcon></Tooltip>
      </div>
      <FourStates answer={answer} what="the memory">{memory => <Fields memory={memory} onClose={onClose} />}</FourStates>
    </aside>
  )
}

function Fields({ memory, onClose }: { readonly memory: Memory & { readonly usedIn: readonly MemoryUse[] }; readonly onClose: () => void }) {
  const office = useOffice()
  const changed = useChanged()
  const { productions } = useShelf()
  const { settings: { locale } } = useSettings()
  const { id, state } = memory
  const save = async (change: Partial<MemoryFacts>) => {
    await office.memory.update({ id, change })
    changed('memory')
  }
  const saveNow = (change: Partial<MemoryFacts>) => void save(change).catch(sayFailure)
  return (
    <div className={classes.body}>
      <Stack gap="sm">
        <SavedText label="In one sentence" kept={memory.text} lines={2} save={text => save({ text })} />
        <Select label="Kind" value={memory.kind} allowDeselect={false} data={MemoryKind.options.map(value => ({ value, label: memoryKindWords[value] }))} onChange={value => saveNow({ kind: MemoryKind.parse(value) })} />
        <Select label="Holds for" value={memory.productionId ?? ''} allowDeselect={false} data={[{ value: '', label: 'Everywhere' }, ...(productions.data ?? []).map(production => ({ value: production.id, label: production.title }))]} onChange={value => saveNow({ productionId: value ? (value) : null })} />
        <Group grow gap="sm">
          <DayField label={memory.kind === 'episodic' ? 'Day' : 'Holds from'} value={memory.validFrom ?? ''} onChange={day => saveNow({ validFrom: day || null })} />
          {memory.kind !== 'episodic' && <DayField label="Holds until" value={memory.validUntil ?? ''} onChange={day => saveNow({ validUntil: day || null })} />}
        </Group>
      </Stack>
      <dl className={classes.facts}>
        <div><dt>Source</dt><dd>{sourceWords(memory, locale)}{memory.source.words !== memory.text && <span className={classes.quote}>“{memory.source.words}”</span>}{memory.source.conversationId !== null && <a href={`#/chat/${memory.source.conversationId}${memory.source.messageId === null ? '' : `?message=${memory.source.messageId}`}`}>Open the conversation</a>}</dd></div>
        {standWords(memory, locale) && <div><dt>State</dt><dd>{standWords(memory, locale)}</dd></div>}
        {memory.people.length > 0 && <div><dt>About</dt><dd><People ids={memory.people} /></dd></div>}
        <div><dt>Use</dt><dd>{useWords(memory, locale)}{memory.usedIn.length > 0 && <ul className={classes.uses}>{memory.usedIn.map(use => <li key={use.messageId}><a href={`#/chat/${use.conversationId}?message=${use.messageId}`}>{use.title || 'A conversation'}</a><span>{momentDay(use.at, locale)}</span></li>)}</ul>}</dd></div>
      </dl>
      <Group gap="xs" mt="md">
        {state === 'closed' ? <Button variant="default" onClick={() => void office.memory.reopen({ id }).then(() => changed('memory')).catch(sayFailure)}>It holds again</Button> : <EndButton id={id} />}
        <ForgetButton memory={memory} onForgotten={onClose} />
      </Group>
    </div>
  )
}

/** Names of people, each a link to the card; who is no longer in the book is left out. */
function People({ ids }: { readonly ids: readonly TalentId[] }) {
  const { data = [] } = useFreshAnswer(['talent'], async (office, signal) => {
    const found = await Promise.allSettled(ids.map(id => office.talent.get({ id }, { signal })))
    return found.flatMap(one => (one.status === 'fulfilled' ? [one.value] : []))
  }, [ids.join()])
  return <>{data.map(({ id, name }) => <a key={id} className={classes.person} href={`#${talentPlace({ text: '', without: [], filters: {}, sort: 'best', id })}`}>{name}</a>)}</>
}

function EndButton({ id }: { readonly id: MemoryId }) {
  const office = useOffice()
  const changed = useChanged()
  const end = async () => {
    try {
      await office.memory.close({ id })
      changed('memory')
      offerUndo('It ended today and is not recalled any more.', () => office.memory.reopen({ id }).then(() => changed('memory')))
    } catch (error) {
      sayFailure(error)
    }
  }
  return <Tooltip label="It ends today: kept to be read, never recalled"><Button variant="default" onClick={() => void end()}>No longer true</Button></Tooltip>
}

function ForgetButton({ memory, onForgotten }: { readonly memory: Memory; readonly onForgotten: () => void }) {
  const office = useOffice()
  const changed = useChanged()
  const [asking, setAsking] = useState(false)
  const forget = async () => {
    try {
      await office.memory.forget({ ids: [memory.id] })
      changed('memory', 'chat')
      setAsking(false)
      onForgotten()
      say('Forgotten for good.')
    } catch (error) {
      sayFailure(error)
    }
  }
  return (
    <>
      <Button variant="subtle" color="red" onClick={() => setAsking(true)}>Forget…</Button>
      <Modal opened={asking} onClose={() => setAsking(false)} title="Forget this for good?" size="sm">
        <Stack gap="sm">
          <Textarea readOnly autosize aria-label="What is forgotten" value={memory.text} />
          <span>Its words, its vector and every mention in earlier answers are deleted. This cannot be undone; backups made before still hold it.</span>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" data-autofocus onClick={() => setAsking(false)}>Keep it</Button>
            <Button color="red" onClick={() => void forget()}>Forget</Button>
          </Group>
        </Stack>
      </Modal>
    </>
  )
}
