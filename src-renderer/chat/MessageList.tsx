import { Skeleton } from '@mantine/core'
import { IconArrowDown } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useImperativeHandle, useMemo, useRef, useState, type Ref } from 'react'
import type { Message } from '../../src-preload/contract/chat.ts'
import type { MessageId } from '../../src-preload/contract/memory.ts'
import { sayFailure } from '../look/UndoToast.tsx'
import { useSettings } from '../window/settingsStore.tsx'
import classes from './MessageList.module.css'
import { MessageRow } from './MessageRow.tsx'
import { messageOf } from './talk.ts'
import { useTalkDesk, useTalkState } from './useTalk.ts'

/** What the list of messages can be told to do. */
export interface ListHandle {
  readonly toNewest: () => void
}

/** How far from the end, in pixels, still counts as reading along. */
const nearEnd = 48

/** How near to an end of what is read in the next page is asked for, in pixels. */
const nearEdge = 1_200

/**
 * The messages of a conversation, drawn only where they are in sight, held at their end.
 *
 * While she reads along, the newest words stay in sight; once she scrolls up, nothing that comes moves her, above or below.
 * @param at the message at which a search opened the conversation
 */
export function MessageList({ ref, at }: { readonly ref: Ref<ListHandle>; readonly at: MessageId | null }) {
  const talk = useTalkDesk()
  const order = useTalkState(talk, state => state.order)
  const earlier = useTalkState(talk, state => state.earlier)
  const later = useTalkState(talk, state => state.later)
  const scroller = useRef<HTMLDivElement>(null)
  const [away, setAway] = useState(false)
  const along = useRef(at === null)
  const settled = useRef(false)
  const last = useRef({ top: 0, height: 0 })
  const width = useRef(400)
  const [pointed, setPointed] = useState<MessageId | null>(null)

  const rows = useVirtualizer({
    count: order.length,
    getScrollElement: () => scroller.current,
    getItemKey: index => order[index] ?? index,
    estimateSize: index => heightOf(messageAt(talk.store.getState(), order, index), width.current),
    anchorTo: 'end',
    followOnAppend: later === 0,
    scrollEndThreshold: nearEnd,
    directDomUpdates: true,
    overscan: 3,
    paddingStart: 12,
    paddingEnd: 16,
    // What grows or is measured anew while she reads along, and a window that changes its size, keep the newest words in sight.
    onChange: list => {
      if (along.current && settled.current && !list.isAtEnd(1)) list.scrollToEnd()
    },
  })

  // At first her place is the end, or the message that a search found; the rows' true heights are known only once they are drawn.
  useEffect(() => {
    if (settled.current || order.length === 0) return
    settled.current = true
    const index = at === null ? -1 : order.indexOf(at)
    if (index < 0) return rows.scrollToEnd()
    rows.scrollToIndex(index, { align: 'center' })
    setPointed(at)
  }, [order, at, rows])

  // What comes to stand under the list makes it lower: while she reads along, its end stays in sight.
  useEffect(() => {
    const element = scroller.current
    if (element === null) return
    const sized = new ResizeObserver(([entry]) => {
      // Asked of the element while rows are drawn, it would have the whole page laid out once more.
      if (entry) width.current = entry.contentRect.width
      if (along.current && settled.current) rows.scrollToEnd()
    })
    sized.observe(element)
    return () => sized.disconnect()
  }, [rows])

  const turn = (element: HTMLElement) => {
    const above = element.scrollTop
    const below = element.scrollHeight - element.clientHeight - above
    // Upwards over the same messages is her doing; where they grew or shrank it is not.
    if (below <= nearEnd && later === 0) along.current = true
    else if (above < last.current.top && element.scrollHeight === last.current.height) along.current = false
    last.current = { top: above, height: element.scrollHeight }
    setAway(below > 240 && !along.current)
    const { paging } = talk.store.getState()
    if (paging || !settled.current) return
    if (above < nearEdge && earlier > 0) talk.readEarlier().catch(sayFailure)
    else if (below < nearEdge && later > 0) talk.readLater().catch(sayFailure)
  }
  const toNewest = () => {
    const go = () => requestAnimationFrame(() => {
      along.current = true
      rows.scrollToEnd()
    })
    if (later === 0) go()
    else talk.readNewest().then(go).catch(sayFailure)
  }
  useImperativeHandle(ref, () => ({ toNewest }))

  return (
    <div className={classes.frame}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reached by the keys */}
      <div ref={scroller} className={classes.scroller} tabIndex={0} role="region" aria-label="Messages" onScroll={event => turn(event.currentTarget)}>
        <div ref={rows.containerRef} className={classes.rows}>
          {rows.getVirtualItems().map(item => {
            const id = order[item.index]
            return id && (
              <div key={item.key} data-index={item.index} data-message={id} data-pointed={id === pointed} ref={rows.measureElement} className={classes.row}>
                <div className={classes.column}>
                  <Day before={messageAt(talk.store.getState(), order, item.index - 1)} message={messageAt(talk.store.getState(), order, item.index)} isFirst={item.index === 0 && earlier === 0} />
                  <MessageRow id={id} />
                </div>
              </div>
            )
          })}
        </div>
      </div>
      {(away || later > 0) && (
        <button type="button" className={classes.newest} onClick={toNewest}><IconArrowDown size={14} aria-hidden />Jump to newest</button>
      )}
    </div>
  )
}

const messageAt = (state: Parameters<typeof messageOf>[0], order: readonly MessageId[], index: number): Message | null => {
  const id = order[index]
  return id === undefined ? null : messageOf(state, id)
}

/** A guess of how high a message will be, in pixels, so that the bar scrolls truly before it is drawn. */
function heightOf(message: Message | null, width: number): number {
  if (message === null) return 80
  const letters = Math.max(24, (Math.min(width, 760) - 48) / 7.2)
  const lines = message.blocks.reduce((sum, block) => sum + (block.kind === 'text' ? block.text.split('\n').reduce((all, line) => all + Math.max(1, Math.ceil(line.length / letters)), 0) : 1.4), 0)
  return Math.round(lines * 21.7 + (message.role === 'user' ? 60 : 76))
}

function Day({ before, message, isFirst }: { readonly before: Message | null; readonly message: Message | null; readonly isFirst: boolean }) {
  if (message === null) return null
  const same = before === null ? !isFirst : new Date(before.at).toDateString() === new Date(message.at).toDateString()
  return same ? null : <DayLine at={message.at} />
}

function DayLine({ at }: { readonly at: string }) {
  const { settings: { locale } } = useSettings()
  const day = useMemo(() => new Date(at).toLocaleDateString(locale, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }), [at, locale])
  return <p className={classes.day}><span>{day}</span></p>
}

/** Messages that are on their way. */
export function MessagesSkeleton() {
  return (
    <div className={classes.skeleton} aria-hidden>
      {[46, 88, 60, 34, 92].map((width, index) => <Skeleton key={index} height={index % 3 === 0 ? 36 : 14} width={`${width}%`} ml={index % 3 === 0 ? 'auto' : 0} animate={false} />)}
    </div>
  )
}
