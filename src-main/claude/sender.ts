import type { ClaudeKind, ClaudeState } from '../../src-preload/contract/claude.ts'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import type { Database } from '../database/openDatabase.ts'
import type { Line } from './anthropic.ts'
import { assertWithinBudget } from './budget.ts'
import type { TurnPiece } from './chatTurn.ts'
import { failureOf } from './failures.ts'
import type { Patience } from './patience.ts'
import { inPaise, sumOf, type TokenUsage } from './prices.ts'
import type { Hear } from './turnReading.ts'
import { logUsage, monthOf, usageSince } from './usageLog.ts'

/** One thing to be sent: to whom, about what, and what it may cost. */
export interface Sending {
  readonly line: Line
  readonly kind: ClaudeKind
  readonly model: string
  readonly subject: string
  /** Reckons the most that it can cost, in millionths of a US dollar; null where no price is known. Only asked where there is a budget. */
  readonly most: () => number | null
  readonly overBudget: boolean
  readonly signal: AbortSignal
  /** Where somebody watches: hears the answer, the pauses, and that a try is begun anew. */
  readonly hear?: (piece: TurnPiece) => void
}

/** What one try is given. */
export interface Try {
  readonly stop: AbortSignal
  readonly hear?: Hear
  /** Tells that something came over the line. */
  readonly alive: () => void
  /** Notes the model and the tokens so far, as the server tells them. */
  readonly count: (model: string, usage: TokenUsage) => void
}

/** What was sent and answered, and the tokens of all its tries. */
export interface Sent<Result> {
  readonly result: Result
  readonly usage: TokenUsage
}

/** Sends things to Claude: within the budget, under a time limit, with patience, and writes down what they cost. */
export interface Sender {
  /** Throws CLAUDE_OVER_BUDGET before anything is sent, else the codes of failures.ts; tokens of failed tries are written down as well. */
  readonly send: <Result>(sending: Sending, work: (attempt: Try) => Promise<Result>) => Promise<Sent<Result>>
  /** Does what costs nothing, such as a count or the list of models, once and without the breaker. */
  readonly fetch: <Result>(asked: Pick<Sending, 'line' | 'model' | 'subject' | 'signal'>, limitMs: number, work: (stop: AbortSignal) => Promise<Result>) => Promise<Result>
  readonly lastFailure: () => ClaudeState['lastFailure']
}

/** What a sender is made of. */
export interface SenderParts {
  readonly db: Database
  readonly now: () => Date
  readonly patience: Patience
  readonly limits: Readonly<Record<ClaudeKind, number>>
  /** How long a line that has begun to answer may be silent, in milliseconds. */
  readonly silenceMs: number
  /** The budget of a month in paise, and rupees for a dollar, as they are set now. */
  readonly money: () => { readonly budget: number | null; readonly rupees: number }
}

/** Makes the sender of one office. */
export function createSender({ db, now, patience, limits, silenceMs, money }: SenderParts): Sender {
  let lastFailure: ClaudeState['lastFailure'] = null
  let underWay = 0
  const told = (error: unknown, asked: Pick<Sending, 'line' | 'model' | 'subject'>, limitMs: number, aborted: 'caller' | 'limit' | null): unknown => {
    const failure = failureOf(error, { model: asked.model, subject: asked.subject, address: asked.line.address, limit: minutes(limitMs) }, aborted)
    if (failure instanceof CastMatchError && failure.code !== 'CANCELLED') lastFailure = { code: failure.code, at: now().toISOString() }
    return failure
  }
  /** The most that a thing can cost in paise, 0 where nothing limits it. */
  const reserve = ({ most, overBudget }: Sending): number => {
    const { budget, rupees } = money()
    if (budget === null) return 0
    const microDollars = most()
    const paise = microDollars === null ? null : inPaise(microDollars, rupees)
    if (!overBudget) assertWithinBudget({ budget, spent: usageSince(db, monthOf(now()), rupees).paise, underWay }, paise)
    return paise ?? 0
  }
  return {
    lastFailure: () => lastFailure,
    fetch: async (asked, limitMs, work) => {
      const stop = AbortSignal.any([asked.signal, AbortSignal.timeout(limitMs)])
      try {
        return await work(stop)
      } catch (error) {
        throw told(error, asked, limitMs, asked.signal.aborted ? 'caller' : stop.aborted ? 'limit' : null)
      }
    },
    send: async (sending, work) => {
      const { kind, subject, signal, hear } = sending
      const reserved = reserve(sending)
      const limitMs = limits[kind]
      const counts: TokenUsage[] = []
      let { model } = sending
      let isHeard = false
      let isDone = false
      const tryOnce = async (stop: AbortSignal, attempt: number) => {
        if (isHeard) hear?.({ kind: 'restart' })
        isHeard = false
        const count: Try['count'] = (teller, usage) => {
          model = teller
          counts[attempt - 1] = usage
        }
        const pass: Hear = piece => {
          isHeard = true
          hear?.(piece)
        }
        const silence = watchSilence(silenceMs)
        try {
          return await work({ stop: AbortSignal.any([stop, silence.signal]), count, alive: silence.alive, ...(hear && { hear: pass }) })
        } catch (error) {
          const aborted = signal.aborted ? 'caller' : stop.aborted || silence.signal.aborted ? 'limit' : null
          throw told(error, sending, silence.signal.aborted && !stop.aborted ? silenceMs : limitMs, aborted)
        } finally {
          silence.end()
        }
      }
      underWay += reserved
      try {
        const result = await patience.run({
          work: tryOnce, limitMs, signal,
          ...(hear && { onPause: ({ code, ms, attempt }) => hear({ kind: 'pausing', code, until: new Date(now().getTime() + ms), attempt }) }),
        })
        isDone = true
        return { result, usage: sumOf(counts) }
      } finally {
        underWay -= reserved
        if (isDone || counts.length > 0) logUsage(db, { kind, model, subject, usage: sumOf(counts), fromCache: false }, now())
      }
    },
  }
}

/** Aborts where nothing came for a while; it begins to watch with the first thing that comes. */
function watchSilence(ms: number): { readonly signal: AbortSignal; readonly alive: () => void; readonly end: () => void } {
  const silent = new AbortController()
  let timer: NodeJS.Timeout | undefined
  return {
    signal: silent.signal,
    alive: () => {
      if (timer) timer.refresh()
      else timer = setTimeout(() => silent.abort(), ms).unref()
    },
    end: () => clearTimeout(timer),
  }
}

const minutes = (ms: number): string => (ms < 120_000 ? `${Math.round(ms / 1_000)} seconds` : `${Math.round(ms / 60_000)} minutes`)
