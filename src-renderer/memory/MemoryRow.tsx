import { ActionIcon, Tooltip } from '@mantine/core'
import { IconPin, IconPinFilled } from '@tabler/icons-react'
import type { Memory } from '../../src-preload/contract/memory.ts'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { useChanged } from '../look/changes.tsx'
import { sayFailure } from '../look/UndoToast.tsx'
import { useSettings } from '../window/settingsStore.tsx'
import { useShelf } from '../window/shelf.tsx'
import classes from './MemoryRow.module.css'
import { memoryKindWords, sourceWords, standWords } from './memoryWords.ts'

interface MemoryRowProps {
  readonly memory: Memory
  readonly open: boolean
  readonly onOpen: () => void
}

/** One memory in the list: its sentence, where it holds, where it came from, and its pin. */
export function MemoryRow({ memory, open, onOpen }: MemoryRowProps) {
  const { settings: { locale } } = useSettings()
  const { productions } = useShelf()
  const where = memory.productionId === null ? 'Everywhere' : (productions.data?.find(({ id }) => id === memory.productionId)?.title ?? 'A production that was put away')
  const stand = standWords(memory, locale)
  return (
    <li className={classes.row} data-open={open} data-state={memory.state}>
      <button type="button" className={classes.open} aria-expanded={open} onClick={onOpen}>
        <span className={classes.text}>{memory.text}</span>
        <span className={classes.facts}>
          <span>{memoryKindWords[memory.kind]}</span>
          <span>{where}</span>
          {stand && <span>{stand}</span>}
          <span>{sourceWords(memory, locale)}</span>
        </span>
      </button>
      <PinButton memory={memory} />
    </li>
  )
}

/** Pins a memory, so that it never fades, or takes the pin out. */
export function PinButton({ memory }: { readonly memory: Memory }) {
  const office = useOffice()
  const changed = useChanged()
  const pin = () => office.memory.update({ id: memory.id, change: { pinned: !memory.pinned } }).then(() => changed('memory')).catch(sayFailure)
  const label = memory.pinned ? 'Pinned: never fades. Press to unpin' : 'Pin, so that it never fades'
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={`Pin: ${memory.text}`} aria-pressed={memory.pinned} onClick={() => void pin()}>
        {memory.pinned ? <IconPinFilled size={16} aria-hidden className={classes.pinned} /> : <IconPin size={16} aria-hidden />}
      </ActionIcon>
    </Tooltip>
  )
}
