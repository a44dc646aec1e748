import type { RoleId } from '../../src-preload/contract/roles.ts'
import { alignKeys } from './align.ts'
import type { Passage } from './draftText.ts'

/** A passage of the old draft beside one of the new; null where it was added or cut. `exact` where the words are the same. */
export interface PassagePair {
  readonly old: Passage | null
  readonly new: Passage | null
  readonly exact: boolean
}

/** Passages with this share of their words in common are one, rewritten. */
const rewritten = 0.5
/** Longer runs of cut and added passages are paired only with those near by. */
const reach = 12

/** Sets the passages of two scenes side by side: the same ones, those rewritten between them, and what was cut and added. */
export function pairPassages(old: readonly Passage[], now: readonly Passage[]): readonly PassagePair[] {
  const same = alignKeys(old.map(({ key }) => key), now.map(({ key }) => key))
  const rows: PassagePair[] = []
  let [from, start] = [0, 0]
  for (const [to, end] of [...same, [old.length, now.length] as const]) {
    rows.push(...pairRewritten(old.slice(from, to), now.slice(start, end)))
    const [one, other] = [old[to], now[end]]
    if (one && other) rows.push({ old: one, new: other, exact: true })
    ;[from, start] = [to + 1, end + 1]
  }
  return rows
}

function pairRewritten(cut: readonly Passage[], added: readonly Passage[]): readonly PassagePair[] {
  const rows: PassagePair[] = []
  let next = 0
  for (const [at, old] of cut.entries()) {
    const offset = added.slice(next, next + reach).findIndex(passage => likeWords(old, passage) >= rewritten)
    const later = offset > 0 ? cut.slice(at + 1, at + 1 + reach).some(passage => likeWords(passage, added[next]) >= rewritten) : false
    if (offset < 0 || later) {
      rows.push({ old, new: null, exact: false })
      continue
    }
    for (const passage of added.slice(next, next + offset)) rows.push({ old: null, new: passage, exact: false })
    rows.push({ old, new: added[next + offset] ?? null, exact: false })
    next += offset + 1
  }
  return [...rows, ...added.slice(next).map(passage => ({ old: null, new: passage, exact: false }))]
}

/** The share of words that two passages of one kind have in common, 0 to 1. */
export function likeWords(a: Passage, b: Passage | undefined): number {
  if (!b || a.kind !== b.kind) return 0
  const [short, long] = [Math.min(a.words.length, b.words.length), Math.max(a.words.length, b.words.length)]
  if (long > 0 && 2 * short < rewritten * (short + long)) return 0
  if (a.words.length + b.words.length === 0) return a.cue === b.cue ? 1 : 0
  return (2 * alignKeys(a.words, b.words).length) / (a.words.length + b.words.length)
}

/** Old names of roles by the new ones, folded: words to be taken for one another. */
export type NewNames = ReadonlyMap<string, string>

/** A passage with the old names of roles replaced, so that a new name alone is no change of the text. */
export function withNames(passage: Passage, names: NewNames): Passage {
  const text = ` ${passage.words.join(' ')} `
  let renamed = text
  for (const [old, now] of names) renamed = renamed.replaceAll(` ${old} `, ` ${now} `).replaceAll(` ${old}'s `, ` ${now}'s `)
  if (renamed === text) return passage
  const words = renamed.trim().split(' ')
  return { ...passage, words, key: `${passage.kind === 'speech' ? 's' : 'a'} ${words.join(' ')}` }
}

/** A speech of the old draft and what it is in the new one, word for word or rewritten. */
export interface TracedPair {
  readonly old: Passage
  readonly new: Passage
  readonly exact: boolean
}

/** The speeches of an old role that a new role speaks, with how many words they had. */
export interface Traced {
  readonly words: number
  readonly pairs: readonly TracedPair[]
}

/** A speech of fewer words proves nothing where it stands in another scene. */
const tellingWords = 4

/**
 * Follows the speeches of the old draft into the new one, whoever speaks them now: by old role, then by new role.
 *
 * Within matched scenes the same and rewritten ones; elsewhere those of at least four words that were cut once and added once.
 */
export function traceSpeeches(rows: readonly (readonly PassagePair[])[]): ReadonlyMap<RoleId, ReadonlyMap<RoleId, Traced>> {
  const traced = new Map<RoleId, Map<RoleId, TracedPair[]>>()
  const keep = (old: Passage, now: Passage, exact: boolean) => {
    if (old.role === null || now.role === null) return
    const own = traced.get(old.role) ?? new Map<RoleId, TracedPair[]>()
    const pairs = own.get(now.role) ?? []
    pairs.push({ old, new: now, exact })
    traced.set(old.role, own.set(now.role, pairs))
  }
  const all = rows.flat()
  for (const { old, new: now, exact } of all) if (old && now) keep(old, now, exact)
  const added = onlyOnes(all.flatMap(row => (row.old === null && row.new ? [row.new] : [])))
  for (const [key, old] of onlyOnes(all.flatMap(row => (row.new === null && row.old ? [row.old] : [])))) {
    const now = added.get(key)
    if (now && old.words.length >= tellingWords) keep(old, now, true)
  }
  return new Map([...traced].map(([role, own]) => [role, new Map([...own].map(([other, pairs]) => [other, tracedOf(pairs)]))]))
}

const tracedOf = (pairs: readonly TracedPair[]): Traced => ({ words: pairs.reduce((sum, { old }) => sum + old.words.length, 0), pairs })

function onlyOnes(passages: readonly Passage[]): ReadonlyMap<string, Passage> {
  const once = new Map<string, Passage | null>()
  for (const passage of passages) if (passage.kind === 'speech') once.set(passage.key, once.has(passage.key) ? null : passage)
  return new Map([...once].flatMap(([key, passage]) => (passage ? [[key, passage] as const] : [])))
}
