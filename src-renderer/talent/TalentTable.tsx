import { IconSparkles } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, useCallback, useEffect, useRef, type ReactNode, type Ref } from 'react'
import type { FoundTalent, TalentId, TalentSummary } from '../../src-preload/contract/talent.ts'
import { today } from '../casting/standingWords.ts'
import { Avatar } from '../look/Avatar.tsx'
import { rangeWords } from '../look/words.ts'
import type { People } from './usePeople.ts'
import classes from './TalentTable.module.css'
import { heightWords, languageWords, personWords } from './talentWords.ts'
import { useBothRefs, useWalkByKeys } from './useWalkByKeys.ts'
import { NewMark, WhyPopover } from './WhyPopover.tsx'

const rowHeight = 40

interface TalentTableProps {
  readonly people: People
  /** Tells which rows are in sight, so that they are fetched. */
  readonly show: (from: number, to: number) => void
  /** Whether a sentence was typed: a column then says why each stands there. */
  readonly why: boolean
  /** Whether newer people are awaited: these still stand for the sentence before. */
  readonly busy: boolean
  readonly openId: TalentId | null
  readonly onOpen: (id: TalentId) => void
  /** Closes the open card, for Escape. */
  readonly onClose: () => void
  readonly gridRef: Ref<HTMLDivElement>
}

/** The talent as a table that scrolls any number of rows alike; arrows, Page Up and Down, Home and End walk it, Enter opens. */
export function TalentTable({ people, show, why, busy, openId, onOpen, onClose, gridRef }: TalentTableProps) {
  const scroller = useRef<HTMLDivElement | null>(null)
  const rows = useVirtualizer({ count: people.total, getScrollElement: () => scroller.current, estimateSize: () => rowHeight, overscan: 12, scrollMargin: 32, scrollPaddingStart: 32, useFlushSync: false })
  const items = rows.getVirtualItems()
  const from = items[0]?.index ?? 0
  const to = items.at(-1)?.index ?? 0
  useEffect(() => show(from, to), [show, from, to])
  const page = () => Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 400) - 32) / rowHeight) - 1)
  const { here, setAt, onKeyDown } = useWalkByKeys({ people, columns: 1, page, reach: at => rows.scrollToIndex(at), openId, onOpen, onClose })
  const open = useCallback((index: number, id: TalentId) => {
    setAt(index)
    onOpen(id)
  }, [setAt, onOpen])
  const columns = why ? columnsWithWhy : columnsAlone
  return (
    <div
      ref={useBothRefs(scroller, gridRef)} role="grid" data-list aria-label="People" aria-busy={busy} aria-rowcount={people.total + 1} tabIndex={0} onKeyDown={onKeyDown} className={classes.scroller} data-why={why}
      aria-activedescendant={people.total > 0 ? `person-${here}` : undefined}
    >
      <div role="row" aria-rowindex={1} className={classes.head}>
        {columns.map(column => <div key={column.label} role="columnheader" className={column.spare ? classes.spare : undefined}>{column.label}</div>)}
      </div>
      <div role="rowgroup" className={classes.body} style={{ height: rows.getTotalSize() }}>
        {items.map(item => {
          const found = people.row(item.index)
          return <Row key={item.index} index={item.index} top={item.start - 32} found={found} columns={columns} here={item.index === here} open={found !== undefined && found.talent.id === openId} onOpen={open} />
        })}
      </div>
    </div>
  )
}

interface RowProps {
  readonly index: number
  readonly top: number
  readonly found: FoundTalent | undefined
  readonly columns: readonly Column[]
  readonly here: boolean
  readonly open: boolean
  readonly onOpen: (index: number, id: TalentId) => void
}

/** One person; drawn anew only where something of that person changed. */
const Row = memo(function Row({ index, top, found, columns, here, open, onOpen }: RowProps) {
  return (
    // Keys are the grid's, which the active row belongs to.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      role="row" id={`person-${index}`} aria-rowindex={index + 2} aria-selected={open} className={classes.row} style={{ transform: `translateY(${top}px)` }}
      data-at={here} data-open={open} onClick={() => found && onOpen(index, found.talent.id)}
    >
      {columns.map(column => (
        <div key={column.label} role="gridcell" className={[classes.cell, column.className, column.spare && classes.spare].filter(Boolean).join(' ')} title={found && column.title?.(found)}>
          {found ? column.cell(found) : <div className={classes.waiting} style={{ width: `${40 + ((index * 13) % 40)}%` }} />}
        </div>
      ))}
    </div>
  )
})

interface Column {
  readonly label: string
  /** Goes first where the table is narrow. */
  readonly spare?: boolean
  readonly className?: string
  readonly title?: (found: FoundTalent) => string
  readonly cell: (found: FoundTalent) => ReactNode
}

const Unknown = () => <span className={classes.unknown}><span aria-hidden>–</span><span className="visually-hidden">not known</span></span>

const listed = (values: (talent: TalentSummary) => readonly string[]) => ({
  title: (found: FoundTalent) => values(found.talent).join('\n'),
  cell: ({ talent }: FoundTalent) => values(talent).join(', ') || <Unknown />,
})

const name: Column = { label: 'Name', className: classes.name, cell: ({ talent }) => <><Avatar name={talent.name} picture={talent.picture} size={26} /><span>{talent.name}</span><NewMark talent={talent} /></> }

const reasons: Column = {
  label: 'Why', className: classes.why, title: found => found.reasons.join('\n'),
  cell: found => <>{found.reasons.length === 0 ? <Unknown /> : <Reasons reasons={found.reasons} />}<WhyPopover talent={found.talent} /></>,
}

const facts: readonly Column[] = [
  { label: 'Gender', cell: ({ talent }) => personWords(talent, today()) || <Unknown /> },
  { label: 'Plays', cell: ({ talent }) => (talent.playingRange ? rangeWords(talent.playingRange) : <Unknown />) },
  { label: 'City', cell: ({ talent }) => talent.city || <Unknown /> },
  { label: 'Languages', title: ({ talent }) => talent.languages.map(languageWords).join('\n'), cell: ({ talent }) => talent.languages.map(spoken => spoken.language).join(', ') || <Unknown /> },
  { label: 'Skills', spare: true, ...listed(talent => talent.skills) },
  { label: 'Height', spare: true, cell: ({ talent }) => (talent.heightCm === null ? <Unknown /> : heightWords(talent.heightCm)) },
]

const columnsAlone: readonly Column[] = [name, ...facts]
const columnsWithWhy: readonly Column[] = [name, reasons, ...facts]

const restsOnMeaning = (reason: string) => /similar in meaning/i.test(reason)

/** Why somebody stands there; what rests on meaning rather than on words is marked as found by CastMatch, and never cut off. */
function Reasons({ reasons }: { readonly reasons: readonly string[] }) {
  const words = reasons.filter(reason => !restsOnMeaning(reason))
  const meaning = reasons.find(restsOnMeaning)
  return (
    <>
      {words.length > 0 && <span className={classes.words}>{words.join(', ')}</span>}
      {meaning && <span className={classes.meaning} title="CastMatch compared the meaning of the sentence with this person's record"><IconSparkles size={12} aria-hidden /><span>{meaning}</span></span>}
    </>
  )
}
