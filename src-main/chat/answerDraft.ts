import type { ChatEvent, Message } from '../../src-preload/contract/chat.ts'
import type { MessageId } from '../../src-preload/contract/memory.ts'
import type { TurnMessage, TurnSaid } from '../claude/chatTurn.ts'
import { getMessage, toMessage, type ReadParts } from './messages.ts'
import { brokenTurn, readStanding, settleAnswer, withEndedTools, type KeptFailure, type Standing } from './messageWriter.ts'
import type { StoredBlock, StoredToolBlock } from './storedBlocks.ts'

/** An answer while it is made: how it stands, in memory and on the disk at once. */
export interface AnswerDraft {
  readonly id: MessageId
  readonly standing: () => Standing
  /** How many blocks stand settled: those of a turn that is heard come behind. */
  readonly settled: () => number
  /** Whether words of a turn were heard that did not end. */
  readonly heardMore: () => boolean
  /** Writes a change of how it stands and tells it. */
  readonly change: (change: Partial<Standing>) => void
  /** Takes the pieces of the turn that was heard as blocks, and what was said as wire. */
  readonly takeTurn: (said: TurnMessage, turn: Pick<TurnSaid, 'model' | 'microDollars'>) => void
  /** Puts a tool block in place of that of the same call, or at the end. */
  readonly showTool: (block: StoredToolBlock, wire?: readonly TurnMessage[]) => void
  /** Reads how it stands anew: an action wrote into it what came of it. */
  readonly reread: () => void
  /** Ends it; what was heard of a turn that broke off is kept. */
  readonly end: (state: Exclude<Message['state'], 'streaming' | 'queued'>, failure?: KeptFailure | null) => void
}

/** Opens the draft of an answer that is in the database, as it stands there. */
export function openDraft(parts: ReadParts, id: MessageId, tell: (event: ChatEvent) => void): AnswerDraft {
  const { db } = parts
  let standing = readStanding(db, id)
  let settled = standing.blocks.length

  const change = (part: Partial<Standing>): void => {
    const next = { ...standing, ...part }
    settleAnswer(db, id, next)
    standing = next // only now: what could not be written is not how it stands
    settled = standing.blocks.length
    tell({ kind: 'message', message: toMessage(getMessage(parts, id)) })
  }
  const heard = (): readonly StoredBlock[] => readStanding(db, id).blocks

  return {
    id,
    standing: () => standing,
    settled: () => settled,
    heardMore: () => heard().length > settled,
    change,
    takeTurn: (said, { model, microDollars }) => {
      const isFirst = standing.model === null
      const costMicros = microDollars === null || (standing.costMicros === null && !isFirst) ? null : (standing.costMicros ?? 0) + microDollars
      change({ blocks: heard(), wire: [...standing.wire, said], model, costMicros })
    },
    showTool: (block, wire = standing.wire) => {
      const at = standing.blocks.findIndex(other => other.kind === 'tool' && other.callId === block.callId)
      change({ blocks: at < 0 ? [...standing.blocks, block] : standing.blocks.with(at, block), wire })
    },
    reread: () => {
      standing = readStanding(db, id)
      settled = standing.blocks.length
    },
    end: (state, failure = null) => {
      const blocks = heard()
      change({ state, failure, blocks: withEndedTools(blocks), wire: [...standing.wire, ...brokenTurn(blocks, settled)] })
    },
  }
}
