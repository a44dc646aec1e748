import type Anthropic from '@anthropic-ai/sdk'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import type { Database } from '../database/openDatabase.ts'
import { converse, textOf, type Line, type Said } from './anthropic.ts'
import { orAborted } from './breaker.ts'
import { mostOf } from './estimate.ts'
import { findAnswer, keepAnswer } from './keptAnswers.ts'
import { noTokens, type TokenUsage } from './prices.ts'
import { messageFor, questionHash, type ClaudeRequest } from './question.ts'
import { parseAnswer, readAnswer } from './readAnswer.ts'
import type { Sender, Sent } from './sender.ts'
import { logUsage } from './usageLog.ts'

/** What Claude answered, in the shape that was asked for. */
export interface ClaudeAnswer<Value> {
  readonly value: Value
  readonly model: string
  /** Whether an earlier answer to the same question served, or one that was under way; nothing was sent then. */
  readonly fromCache: boolean
  /** Tokens that were paid for now, those of failed tries with them. */
  readonly usage: TokenUsage
}

/** Asks questions that want an answer of a given shape; each is sent once, however often it is asked. */
export interface Asking {
  readonly ask: <Value>(request: ClaudeRequest<Value>, line: Line, model: string, signal: AbortSignal) => Promise<ClaudeAnswer<Value>>
}

/** A question on its way, and how many wait for its answer; it is taken back when the last of them leaves. */
interface UnderWay {
  readonly answer: Promise<Sent<Said>>
  readonly taking: AbortController
  waiting: number
}

/** Makes what asks questions of one office. */
export function createAsking({ db, now, sender }: { readonly db: Database; readonly now: () => Date; readonly sender: Sender }): Asking {
  const underWay = new Map<string, UnderWay>()

  const fromKept = <Value>(hash: string, { shape, subject }: ClaudeRequest<Value>): Pick<ClaudeAnswer<Value>, 'value' | 'model'> | null => {
    const kept = findAnswer(db, hash, now())
    if (kept === null) return null
    try {
      return { value: parseAnswer(kept.answer, shape, subject), model: kept.model }
    } catch {
      return null // the shape became stricter in what its schema does not show: ask anew
    }
  }

  const begin = <Value>(hash: string, { kind, subject, overBudget = false }: ClaudeRequest<Value>, body: Anthropic.MessageCreateParamsNonStreaming, line: Line): UnderWay => {
    const taking = new AbortController()
    const sending = { line, kind, model: body.model, subject, most: () => mostOf(body, now()), overBudget, signal: taking.signal }
    const answer = sender.send(sending, ({ stop, count, alive }) => converse(line, body, { count, alive }, stop)).finally(() => {
      if (underWay.get(hash) === begun) underWay.delete(hash)
    })
    const begun: UnderWay = { answer, taking, waiting: 0 }
    underWay.set(hash, begun)
    return begun
  }

  const waitFor = async (sent: UnderWay, hash: string, subject: string, signal: AbortSignal): Promise<Sent<Said>> => {
    sent.waiting += 1
    try {
      return await orAborted(sent.answer, signal)
    } catch (error) {
      throw signal.aborted ? new CastMatchError('CANCELLED', { subject: `The question about ${subject}` }) : error
    } finally {
      sent.waiting -= 1
      if (sent.waiting === 0 && signal.aborted) {
        // Who asks the same a moment later begins anew instead of being taken back with this one.
        if (underWay.get(hash) === sent) underWay.delete(hash)
        sent.taking.abort()
        sent.answer.catch(() => undefined)
      }
    }
  }

  return {
    ask: async (request, line, model, signal) => {
      const { kind, subject, shape } = request
      const body = messageFor(request, model)
      const hash = questionHash(body)
      const kept = fromKept(hash, request)
      if (kept) {
        logUsage(db, { kind, model: kept.model, subject, usage: noTokens, fromCache: true }, now())
        return { ...kept, fromCache: true, usage: noTokens }
      }
      const before = underWay.get(hash)
      const { result: said, usage } = await waitFor(before ?? begin(hash, request, body, line), hash, subject, signal)
      const value = readAnswer(said, shape, subject)
      // Kept by each who reads it: the one who began may have left.
      keepAnswer(db, hash, { model: said.model, answer: textOf(said) }, usage, now())
      if (before) logUsage(db, { kind, model: said.model, subject, usage: noTokens, fromCache: true }, now())
      return { value, model: said.model, fromCache: before !== undefined, usage: before ? noTokens : usage }
    },
  }
}
