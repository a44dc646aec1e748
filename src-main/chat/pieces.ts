import type { MessageId } from '../../src-preload/contract/memory.ts'
import type { Database } from '../database/openDatabase.ts'
import { dropPieces, writePieces } from './messageWriter.ts'
import type { Piece } from './storedBlocks.ts'

/** Words that were added to a block of an answer and are on the disk by now. */
export interface WrittenDelta {
  readonly block: number
  readonly says: Piece['kind']
  /** How long the text of the block was before, in UTF-16 units. */
  readonly from: number
  readonly text: string
}

/** Takes the words of one turn as they come, and writes them in batches. */
export interface PieceWriter {
  readonly add: (kind: Piece['kind'], text: string) => void
  /** Writes what waits, now. */
  readonly flush: () => void
  /** Forgets all that was written: the try counts no more. */
  readonly restart: () => void
  /** How many words came, in UTF-16 units; 0 after a restart. */
  readonly heard: () => number
}

/** How long words wait at the most before they are written and shown, in milliseconds: about a frame. */
export const frameMs = 33

/** How many words, in UTF-16 units, are written at once without waiting for the frame. */
const fullBatch = 1_024

/** What pieces are written with. */
export interface PieceParts {
  readonly db: Database
  readonly messageId: MessageId
  /** How many blocks the answer has before this turn. */
  readonly firstBlock: number
  /** Hears what is on the disk: only this is shown. */
  readonly written: (delta: WrittenDelta) => void
  /** Does something later; gives the way to take it back. */
  readonly later: (work: () => void, ms: number) => () => void
}

/** Begins to take the words of a turn. The first are written at once, the next at most a frame later. */
export function openPieces({ db, messageId, firstBlock, written, later }: PieceParts): PieceWriter {
  let waiting: Piece[] = []
  let waitingLength = 0
  let last: { readonly block: number; readonly kind: Piece['kind'] } | null = null
  let lengths: number[] = []
  let cancel: (() => void) | null = null

  const flush = (): void => {
    const batch = waiting
    if (batch.length === 0) return
    writePieces(db, messageId, batch)
    waiting = []
    waitingLength = 0
    for (const { block, kind, text } of batch) {
      const from = lengths[block - firstBlock] ?? 0
      lengths[block - firstBlock] = from + text.length
      written({ block, says: kind, from, text })
    }
  }
  const frame = (): void => {
    cancel = later(() => {
      cancel = null
      if (waiting.length === 0) return
      flush()
      frame()
    }, frameMs)
  }

  return {
    add: (kind, text) => {
      if (text === '') return
      const block = last === null ? firstBlock : last.kind === kind ? last.block : last.block + 1
      const newest = waiting.at(-1)
      if (newest?.block === block) waiting[waiting.length - 1] = { ...newest, text: newest.text + text }
      else waiting.push({ block, kind, text })
      last = { block, kind }
      waitingLength += text.length
      if (cancel === null) {
        flush()
        frame()
      } else if (waitingLength >= fullBatch) flush()
    },
    flush: () => {
      cancel?.()
      cancel = null
      flush()
    },
    restart: () => {
      cancel?.()
      cancel = null
      waiting = []
      waitingLength = 0
      last = null
      lengths = []
      dropPieces(db, messageId)
    },
    heard: () => waitingLength + lengths.reduce((sum, length) => sum + length, 0),
  }
}
