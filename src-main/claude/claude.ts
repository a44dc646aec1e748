import type Anthropic from '@anthropic-ai/sdk'
import type { ClaudeKind, ClaudePreview, ClaudeState, ClaudeTest } from '../../src-preload/contract/claude.ts'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { Settings } from '../../src-preload/contract/settings.ts'
import type { Database } from '../database/openDatabase.ts'
import type { Host } from '../host.ts'
import { readSettings } from '../settings/settingsStore.ts'
import { converse, listModels, type Line, type Said } from './anthropic.ts'
import { readConsent } from './consent.ts'
import { previewOf } from './estimate.ts'
import { failureOf } from './failures.ts'
import { countAnswers, findAnswer, forgetAnswers, isAnswered, keepAnswer } from './keptAnswers.ts'
import { builtInModels, modelFor, modelsAsOf, type KnownModel } from './models.ts'
import { createPatience, usualPatience, type PatienceTerms } from './patience.ts'
import { noTokens, pricesAsOf, type TokenUsage } from './prices.ts'
import { messageFor, questionHash, type ClaudePart, type ClaudeRequest } from './question.ts'
import { parseAnswer, readAnswer } from './readAnswer.ts'
import { logUsage, monthOf, usageSince } from './usageLog.ts'

export type { ClaudePart, ClaudeRequest }

/** What Claude answered, in the shape that was asked for. */
export interface ClaudeAnswer<Value> {
  readonly value: Value
  readonly model: string
  /** Whether an earlier answer to the same question served; nothing was sent then. */
  readonly fromCache: boolean
  /** Tokens that were paid for now. */
  readonly usage: TokenUsage
}

/** The office's one way to Claude. */
export interface Claude {
  /** Whether a key is there and Claude is not switched off: only then is anything sent. */
  readonly ready: () => boolean
  /** Throws CLAUDE_OFF, CLAUDE_NO_KEY or, where a production was not allowed to be sent, CLAUDE_NOT_ALLOWED: before work is done for a question. */
  readonly assertMayAsk: (productionId: ProductionId | undefined) => void
  /**
   * Asks for an answer of a given shape; the same question is answered from the kept answers.
   *
   * Throws the CLAUDE_ codes of contract/errors.ts, TIME_LIMIT, or CANCELLED where the signal aborts.
   */
  readonly ask: <Value>(request: ClaudeRequest<Value>, signal?: AbortSignal) => Promise<ClaudeAnswer<Value>>
  /** Shows what `ask` would send, without sending it; needs no key. */
  readonly preview: <Value>(request: ClaudeRequest<Value>) => ClaudePreview
  /** Tests key and address by asking for the models; a server that lists none is asked for one word. Throws as `ask` does. */
  readonly test: (signal?: AbortSignal) => Promise<ClaudeTest>
  readonly state: () => ClaudeState
  /** Keeps the key for the address that is set, and for no other. */
  readonly setKey: (key: string) => void
  readonly removeKey: () => void
  /** Forgets the kept answers and tells how many there were. */
  readonly forgetAnswers: () => number
}

/** What a part of the office that asks Claude needs of it. */
export type AskClaude = Pick<Claude, 'ready' | 'assertMayAsk'> & {
  readonly ask: <Value>(request: ClaudeRequest<Value>, signal?: AbortSignal) => Promise<Pick<ClaudeAnswer<Value>, 'value' | 'model' | 'fromCache'>>
}

/** What the way to Claude is made of. */
export interface ClaudeParts {
  readonly db: Database
  readonly host: Pick<Host, 'settings' | 'secrets'>
  readonly now: () => Date
  readonly patience?: PatienceTerms
  /** How long one answer may take, in milliseconds. */
  readonly limits?: Readonly<Record<ClaudeKind, number>>
}

const usualLimits: Readonly<Record<ClaudeKind, number>> = { quick: 90_000, standard: 5 * 60_000, deep: 12 * 60_000 }

/** The name of the secret: a key belongs to the address it was given for and is never sent to another. */
const secretName = (address: string): string => `claude ${address}`

/** Makes the office's way to Claude. Nothing is loaded and nothing is sent before the first question. */
export function createClaude({ db, host, now, patience: terms = usualPatience, limits = usualLimits }: ClaudeParts): Claude {
  const patience = createPatience(terms)
  let listed: { readonly address: string; readonly models: readonly KnownModel[] } | null = null
  let spokenTo: string | null = null
  const settings = (): Settings => readSettings(host.settings)
  const keyFor = (address: string): string | null => host.secrets.get(secretName(address))
  const listedAt = (address: string): readonly KnownModel[] => (listed?.address === address ? listed.models : [])
  const modelOf = (kind: ClaudeKind, set: Settings): string => modelFor(kind, set.claudeModels, listedAt(set.claudeAddress))
  const ready = (): boolean => {
    const set = settings()
    return set.claudeOn && keyFor(set.claudeAddress) !== null
  }
  const openLine = (set: Settings): Line => {
    if (!set.claudeOn) throw new CastMatchError('CLAUDE_OFF')
    const key = keyFor(set.claudeAddress)
    if (key === null) throw new CastMatchError('CLAUDE_NO_KEY')
    if (spokenTo !== set.claudeAddress) patience.reset()
    spokenTo = set.claudeAddress
    return { address: set.claudeAddress, key }
  }

  const overTheWire = <Result>(line: Line, asked: { readonly model: string; readonly subject: string }, limitMs: number, signal: AbortSignal, work: (stop: AbortSignal) => Promise<Result>) =>
    async (stop: AbortSignal): Promise<Result> => {
      try {
        return await work(stop)
      } catch (error) {
        const aborted = signal.aborted ? 'caller' : stop.aborted ? 'limit' : null
        throw failureOf(error, { ...asked, address: line.address, limit: minutes(limitMs) }, aborted)
      }
    }

  const relist = async (line: Line, signal: AbortSignal): Promise<readonly KnownModel[]> => {
    const asked = { model: '', subject: 'the models' }
    const models = await overTheWire(line, asked, limits.quick, signal, stop => listModels(line, stop))(AbortSignal.any([signal, AbortSignal.timeout(limits.quick)]))
    listed = { address: line.address, models }
    return models
  }

  const send = async (line: Line, body: Anthropic.MessageCreateParamsNonStreaming, kind: ClaudeKind, subject: string, signal: AbortSignal): Promise<Said> => {
    const limitMs = limits[kind]
    const said = await patience.run(overTheWire(line, { model: body.model, subject }, limitMs, signal, stop => converse(line, body, stop)), limitMs, signal)
    logUsage(db, { kind, model: said.model, subject, usage: said.usage, fromCache: false }, now())
    return said
  }

  const askModel = async <Value>(request: ClaudeRequest<Value>, line: Line, model: string, signal: AbortSignal): Promise<ClaudeAnswer<Value>> => {
    const { kind, subject, shape } = request
    const body = messageFor(request, model)
    const hash = questionHash(body)
    const kept = fromKept(hash, shape, subject)
    if (kept) {
      logUsage(db, { kind, model: kept.model, subject, usage: noTokens, fromCache: true }, now())
      return { ...kept, fromCache: true, usage: noTokens }
    }
    const said = await send(line, body, kind, subject, signal)
    const value = readAnswer(said, shape, subject)
    keepAnswer(db, hash, { model: said.model, answer: said.text }, said.usage, now())
    return { value, model: said.model, fromCache: false, usage: said.usage }
  }

  const fromKept = <Value>(hash: string, shape: ClaudeRequest<Value>['shape'], subject: string): Pick<ClaudeAnswer<Value>, 'value' | 'model'> | null => {
    const kept = findAnswer(db, hash, now())
    if (kept === null) return null
    try {
      return { value: parseAnswer(kept.answer, shape, subject), model: kept.model }
    } catch {
      return null // the shape became stricter in what its schema does not show: ask anew
    }
  }

  const assertAllowed = (productionId: ProductionId | undefined): void => {
    if (productionId !== undefined && readConsent(db, productionId).says !== 'yes') throw new CastMatchError('CLAUDE_NOT_ALLOWED')
  }

  return {
    ready,
    assertMayAsk: productionId => {
      openLine(settings())
      assertAllowed(productionId)
    },
    ask: async (request, signal = new AbortController().signal) => {
      const set = settings()
      const line = openLine(set)
      assertAllowed(request.productionId)
      if (signal.aborted) throw new CastMatchError('CANCELLED', { subject: `The question about ${request.subject}` })
      const model = modelOf(request.kind, set)
      try {
        return await askModel(request, line, model, signal)
      } catch (error) {
        if (!(error instanceof CastMatchError) || error.code !== 'CLAUDE_MODEL_UNKNOWN' || set.claudeModels[request.kind] !== null) throw error
        // Ours is not offered there any more: take the newest of its line that is.
        await relist(line, signal).catch(() => [])
        const other = modelOf(request.kind, set)
        if (other === model) throw error
        return await askModel(request, line, other, signal)
      }
    },
    preview: request => {
      const set = settings()
      return previewOf(request, {
        address: set.claudeAddress, model: modelOf(request.kind, set), on: now(), rupees: set.dollarRate.rupees, isAnswered: hash => isAnswered(db, hash),
      })
    },
    test: async (signal = new AbortController().signal) => {
      const set = settings()
      const line = openLine(set)
      const began = performance.now()
      const models = await relist(line, signal).catch((error: unknown) => {
        if (error instanceof CastMatchError && (error.code === 'CLAUDE_NOT_THERE' || error.code === 'CLAUDE_MODEL_UNKNOWN')) return null
        throw error
      })
      if (models === null) await send(line, { model: modelOf('quick', set), max_tokens: 2_000, messages: [{ role: 'user', content: 'Answer with the one word: ready' }] }, 'quick', 'the test of the key', signal)
      patience.reset()
      return {
        models: models?.length ?? 0,
        missing: models === null ? [] : (['quick', 'standard', 'deep'] as const).map(kind => modelOf(kind, set)).filter(id => !models.some(model => model.id === id)),
        milliseconds: Math.round(performance.now() - began),
      }
    },
    state: () => {
      const set = settings()
      const models = listedAt(set.claudeAddress)
      const { rupees } = set.dollarRate
      return {
        ready: ready(), on: set.claudeOn, hasKey: keyFor(set.claudeAddress) !== null, keptHow: host.secrets.how, address: set.claudeAddress,
        ...patience.state(),
        models: (['quick', 'standard', 'deep'] as const).map(kind => ({ kind, id: modelOf(kind, set), chosen: set.claudeModels[kind] !== null })),
        known: (models.length > 0 ? models : builtInModels).map(({ id, name }) => ({ id, name })),
        knownFrom: models.length > 0 ? 'Claude' : 'CastMatch',
        listAsOf: modelsAsOf, pricesAsOf,
        month: usageSince(db, monthOf(now()), rupees), total: usageSince(db, new Date(0), rupees),
        keptAnswers: countAnswers(db),
      }
    },
    setKey: key => {
      host.secrets.set(secretName(settings().claudeAddress), key)
      patience.reset()
    },
    removeKey: () => host.secrets.remove(secretName(settings().claudeAddress)),
    forgetAnswers: () => forgetAnswers(db),
  }
}

const minutes = (ms: number): string => (ms < 120_000 ? `${Math.round(ms / 1_000)} seconds` : `${Math.round(ms / 60_000)} minutes`)
