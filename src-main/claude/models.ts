import type { ClaudeKind, ModelChoice } from '../../src-preload/contract/claude.ts'

/** A line of models: small and quick, in the middle, large and thorough. */
export type ModelLine = 'haiku' | 'sonnet' | 'opus'

/** A model that may be asked. */
export interface KnownModel {
  readonly id: string
  readonly name: string
  /** Its line, null where it belongs to none of ours. */
  readonly line: string | null
  /** That it is to be retired, and the day where one is set (YYYY-MM-DD). */
  readonly leaving?: { readonly on: string | null }
}

/** The day of {@link builtInModels}. */
export const modelsAsOf = '2026-11-19'

/**
 * The models that CastMatch knows without asking, the newest of each line first.
 *
 * From the model type of @anthropic-ai/sdk 1.11.0, released on {@link modelsAsOf}.
 */
export const builtInModels: readonly (KnownModel & { readonly line: ModelLine })[] = [
  { id: 'claude-haiku-5-5', name: 'Claude Haiku 5.5', line: 'haiku' },
  { id: 'claude-sonnet-5-5', name: 'Claude Sonnet 5.5', line: 'sonnet' },
  { id: 'claude-opus-5-5', name: 'Claude Opus 5.5', line: 'opus' },
  { id: 'claude-sonnet-5', name: 'Claude Sonnet 5', line: 'sonnet' },
  { id: 'claude-opus-5', name: 'Claude Opus 5', line: 'opus' },
  { id: 'claude-haiku-4-5', name: 'Claude Haiku 4.5', line: 'haiku' },
]

const lineOf: Readonly<Record<ClaudeKind, ModelLine>> = { quick: 'haiku', standard: 'sonnet', deep: 'opus' }

/**
 * The model for a kind of question.
 *
 * What the user chose always stands. Else it is the newest built-in one of the line; where Claude told its list
 * (`listed`, newest first) and that one is not in it, or is to be retired, the newest that is and is not.
 */
export function modelFor(kind: ClaudeKind, chosen: ModelChoice, listed: readonly KnownModel[] = []): string {
  const own = chosen[kind]
  if (own !== null) return own
  const ofLine = builtInModels.filter(({ line }) => line === lineOf[kind])
  const staying = listed.filter(({ leaving }) => leaving === undefined)
  const offered = [staying, listed].flatMap(list => ofLine.filter(({ id }) => list.some(model => model.id === id))[0] ?? list.find(({ line }) => line === lineOf[kind]) ?? [])[0]
  return (offered ?? ofLine[0] ?? builtInModels[0])?.id ?? ''
}

/** How much effort a kind of question is worth, in the words of the Messages API. */
export const effortOf: Readonly<Record<ClaudeKind, 'low' | 'medium' | 'high'>> = { quick: 'low', standard: 'medium', deep: 'high' }

/** Models that think before they answer and take an effort; they count the tokens of thinking in with the answer's. */
const thinking = new Set(['claude-haiku-5-5', 'claude-sonnet-5-5', 'claude-opus-5-5', 'claude-sonnet-5', 'claude-opus-5'])

/**
 * Tells whether a model thinks by itself and takes an effort: those of the list, and later ones of Anthropic's lines.
 *
 * A model of the user's own, or an older one, is sent neither: it may refuse what it does not know.
 */
export const thinks = (model: string): boolean => thinking.has(model) || Number(/^claude-[a-z]+-(\d+)(?:-|$)/.exec(model)?.[1] ?? 0) >= 5

/** Tells whether a model is one of Anthropic's, which keep the stretches that are marked for it. */
export const keepsStretches = (model: string): boolean => model.startsWith('claude-')

const thinkingRoom: Readonly<Record<ClaudeKind, number>> = { quick: 2_000, standard: 8_000, deep: 24_000 }

/** The most that the models of the list write, thinking included, in tokens. */
const mostOutput = 128_000

/** How many tokens a model is given for an answer: the answer's own, and room for thinking where it thinks by itself. */
export const outputRoom = (kind: ClaudeKind, model: string, answer: number): number =>
  Math.min(mostOutput, answer + (thinks(model) ? thinkingRoom[kind] : 0))
