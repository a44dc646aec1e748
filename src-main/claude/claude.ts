import type { ClaudeKind, ClaudePreview, ClaudeState, ClaudeTest } from '../../src-preload/contract/claude.ts'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { Settings } from '../../src-preload/contract/settings.ts'
import type { Database } from '../database/openDatabase.ts'
import type { Host } from '../host.ts'
import { readSettings } from '../settings/settingsStore.ts'
import { converse as converseOverWire, countTokens as countOverWire, listModels, type Line } from './anthropic.ts'
import { createAsking, type ClaudeAnswer } from './asking.ts'
import type { TalkToClaude } from './chatTurn.ts'
import { readConsent } from './consent.ts'
import { estimateBody, mostOf, previewOf } from './estimate.ts'
import { countAnswers, forgetAnswers, isAnswered } from './keptAnswers.ts'
import { isStale, keepToldModels, toldModels } from './modelList.ts'
import { builtInModels, modelFor, modelsAsOf, type KnownModel } from './models.ts'
import { createPatience, usualPatience, type PatienceTerms } from './patience.ts'
import { pricesAsOf } from './prices.ts'
import type { ClaudePart, ClaudeRequest } from './question.ts'
import { createSender } from './sender.ts'
import { talk } from './talk.ts'
import { countBody, turnBody } from './turnBody.ts'
import { monthOf, usageSince } from './usageLog.ts'

export type { ClaudeAnswer, ClaudePart, ClaudeRequest }

/** The office's one way to Claude. */
export interface Claude extends TalkToClaude {
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
  readonly host: Pick<Host, 'settings' | 'secrets' | 'claudeAddress'>
  readonly now: () => Date
  readonly patience?: PatienceTerms
  /** How long one answer may take, in milliseconds. */
  readonly limits?: Readonly<Record<ClaudeKind, number>>
  /** How long a line that has begun to answer may be silent, in milliseconds. */
  readonly silenceMs?: number
}

const usualLimits: Readonly<Record<ClaudeKind, number>> = { quick: 90_000, standard: 5 * 60_000, deep: 12 * 60_000 }

/** Longer than Claude thinks between two words; its bare signs of life are not handed on by the SDK. */
const usualSilence = 120_000

/** The name of the secret: a key belongs to the address it was given for and is never sent to another. */
const secretName = (address: string): string => `claude ${address}`

const kinds = ['quick', 'standard', 'deep'] as const

/** Makes the office's way to Claude. Nothing is loaded and nothing is sent before the first question. */
export function createClaude({ db, host, now, patience: terms = usualPatience, limits = usualLimits, silenceMs = usualSilence }: ClaudeParts): Claude {
  const patience = createPatience(terms)
  let spokenTo: string | null = null
  let relistedAt = -Infinity
  const settings = (): Settings => {
    const set = readSettings(host.settings)
    return host.claudeAddress === undefined ? set : { ...set, claudeAddress: host.claudeAddress }
  }
  const sender = createSender({ db, now, patience, limits, silenceMs, money: () => ({ budget: settings().claudeBudget, rupees: settings().dollarRate.rupees }) })
  const asking = createAsking({ db, now, sender })
  const keyFor = (address: string): string | null => host.secrets.get(secretName(address))
  const modelOf = (kind: ClaudeKind, set: Settings): string => modelFor(kind, set.claudeModels, toldModels(host.settings, set.claudeAddress).models)
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
  const assertAllowed = (productionId: ProductionId | null | undefined): void => {
    if (productionId && readConsent(db, productionId).says !== 'yes') throw new CastMatchError('CLAUDE_NOT_ALLOWED')
  }

  const relist = async (line: Line, signal: AbortSignal): Promise<readonly KnownModel[]> => {
    relistedAt = now().getTime()
    const models = await sender.fetch({ line, model: '', subject: 'the models', signal }, limits.quick, stop => listModels(line, stop))
    keepToldModels(host.settings, line.address, models, now())
    return models
  }
  /** Asks for the models once a day, beside a question that nobody should wait longer for; a server that has no list is not asked again for an hour. */
  const relistBeside = (line: Line): void => {
    if (!isStale(toldModels(host.settings, line.address), now()) || now().getTime() - relistedAt < 3_600_000) return
    relist(line, AbortSignal.timeout(10_000)).catch(() => undefined)
  }

  /** Asks the model of a kind; where that one is ours and not offered any more, the newest of its line that is. */
  const withModel = async <Result>(kind: ClaudeKind, set: Settings, line: Line, signal: AbortSignal, ask: (model: string) => Promise<Result>): Promise<Result> => {
    const model = modelOf(kind, set)
    try {
      return await ask(model)
    } catch (error) {
      if (!(error instanceof CastMatchError) || error.code !== 'CLAUDE_MODEL_UNKNOWN' || set.claudeModels[kind] !== null) throw error
      await relist(line, signal).catch(() => [])
      const other = modelOf(kind, set)
      if (other === model) throw error
      return await ask(other)
    }
  }

  const begin = (kind: ClaudeKind, productionId: ProductionId | null | undefined, subject: string, signal: AbortSignal) => {
    const set = settings()
    const line = openLine(set)
    assertAllowed(productionId)
    if (signal.aborted) throw new CastMatchError('CANCELLED', { subject: `The question about ${subject}` })
    return { set, line, withModel: <Result>(ask: (model: string) => Promise<Result>) => withModel(kind, set, line, signal, ask) }
  }

  /** Heard by nobody, but somebody waits for it: it goes before what nobody watches. */
  const sayOneWord = async (line: Line, set: Settings, signal: AbortSignal): Promise<void> => {
    const body = { model: modelOf('quick', set), max_tokens: 2_000, messages: [{ role: 'user' as const, content: 'Answer with the one word: ready' }] }
    const sending = { line, kind: 'quick' as const, model: body.model, subject: 'the test of the key', most: () => mostOf(body, now()), overBudget: true, signal, hear: () => undefined }
    await sender.send(sending, ({ stop, count }) => converseOverWire(line, body, { count }, stop))
  }

  return {
    ready,
    assertMayAsk: productionId => {
      openLine(settings())
      assertAllowed(productionId)
    },
    ask: async (request, signal = new AbortController().signal) => {
      const begun = begin(request.kind, request.productionId, request.subject, signal)
      relistBeside(begun.line)
      return await begun.withModel(model => asking.ask(request, begun.line, model, signal))
    },
    converse: async (request, hear, signal) => {
      const begun = begin(request.kind, request.productionId, request.subject, signal)
      relistBeside(begun.line)
      return await begun.withModel(model => talk({ sender, now }, request, begun.line, model, hear, signal))
    },
    countTokens: async (request, signal = new AbortController().signal) => {
      const { line, withModel: ask } = begin(request.kind, request.productionId, request.subject, signal)
      const asked = (model: string) => ({ line, model, subject: request.subject, signal })
      return await ask(model => sender.fetch(asked(model), limits.quick, stop => countOverWire(line, countBody(turnBody(request, model)), stop)))
    },
    previewTurn: request => {
      const set = settings()
      const body = turnBody(request, modelOf(request.kind, set))
      const tokens = estimateBody(body)
      return { address: set.claudeAddress, model: body.model, body: { ...body, stream: true }, tokens, microDollars: mostOf(body, now(), tokens) }
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
      if (models === null) await sayOneWord(line, set, signal)
      patience.reset()
      return {
        models: models?.length ?? 0,
        missing: models === null ? [] : kinds.map(kind => modelOf(kind, set)).filter(id => !models.some(model => model.id === id)),
        milliseconds: Math.round(performance.now() - began),
      }
    },
    state: () => {
      const set = settings()
      const { models, asOf } = toldModels(host.settings, set.claudeAddress)
      const { rupees } = set.dollarRate
      const leaving = (id: string) => models.find(model => model.id === id)?.leaving ?? null
      return {
        ready: ready(), on: set.claudeOn, hasKey: keyFor(set.claudeAddress) !== null, keptHow: host.secrets.how,
        address: set.claudeAddress, addressFrom: host.claudeAddress === undefined ? 'settings' : 'environment',
        ...patience.state(), lastFailure: sender.lastFailure(),
        models: kinds.map(kind => ({ kind, id: modelOf(kind, set), chosen: set.claudeModels[kind] !== null, leaving: leaving(modelOf(kind, set)) })),
        known: (models.length > 0 ? models : builtInModels).map(({ id, name }) => ({ id, name })),
        knownFrom: models.length > 0 ? 'Claude' : 'CastMatch', toldAt: asOf, listAsOf: modelsAsOf, pricesAsOf,
        budget: set.claudeBudget, month: usageSince(db, monthOf(now()), rupees), total: usageSince(db, new Date(0), rupees),
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
