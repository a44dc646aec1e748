import { createWordReader, type Word, type WordReader } from './namedWords.ts'
import { phonesIn } from './phonesIn.ts'

/** A name and what is sent in its place. */
export interface Pseudonym {
  /** What stands in the answer once it is put back: "Asha Rane". */
  readonly name: string
  /** What Claude is told: "Person T3". */
  readonly sent: string
  /** The reference of the record in its conversation: "t3". */
  readonly ref: string
}

/** A run of words that is sent as something else, or (with `as` null) left as it is although it is like a name. */
export interface HiddenWords {
  /** Folded words, joined by spaces. */
  readonly key: string
  readonly as: Pseudonym | null
  /** Where several runs are as long, the one of the lowest rank stands. */
  readonly rank: number
  /** Whether it is only meant where it begins with a capital, or stands in a script that has none. */
  readonly capital?: boolean
}

/** An address or a link as it is written, or a phone number by its last ten digits, and what is sent in its place. */
export type HiddenText = { readonly as: Pseudonym } & ({ readonly text: string } | { readonly phone: string })

/** Everything that is hidden in one request. */
export interface Hidden {
  readonly words: readonly HiddenWords[]
  readonly texts: readonly HiddenText[]
}

/** Puts pseudonyms in the place of names. */
export interface Concealer {
  /** `near` is the reference of the record that the text is about: of two people of one name that one is meant. */
  readonly text: (text: string, near?: string) => string
  /** Conceals every text of a value, keys too; of an object with a `ref` its texts are about that record. */
  readonly value: (value: unknown, near?: string) => unknown
}

/** The widest gap between two words of a name, in letters: "Rane, (Asha)". */
const widestGap = 6

/** Makes what conceals names: the longest run of words wins, and of equal ones the lowest rank. */
export function createConcealer({ words, texts }: Hidden, reader: WordReader = createWordReader()): Concealer {
  const byFirst = new Map<string, (HiddenWords & { readonly keys: readonly string[] })[]>()
  for (const hidden of words) {
    const keys = hidden.key.split(' ')
    const first = keys[0] ?? ''
    const list = byFirst.get(first)
    if (list) list.push({ ...hidden, keys })
    else if (first !== '') byFirst.set(first, [{ ...hidden, keys }])
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.keys.length - a.keys.length || a.rank - b.rank)
  const exact = texts.flatMap(hidden => ('text' in hidden && hidden.text.length >= 5 ? { text: hidden.text.toLowerCase(), as: hidden.as } : []))
  const phones = new Map(texts.flatMap(hidden => ('phone' in hidden ? [[hidden.phone, hidden.as] as const] : [])))

  const runAt = (source: string, found: readonly Word[], at: number, about: string | undefined): Run | null => {
    const word = found[at]
    const whole = word && byFirst.get(word.key)
    const owned = word?.owner ? byFirst.get(word.owner.key) : undefined
    if (!word || (!whole && !owned)) return null
    const near = linkedRef(source, found, at) ?? about
    let best: (Run & { readonly length: number; readonly rank: number }) | null = null
    for (const { keys, as, rank, capital } of owned ? [...(whole ?? []), ...owned] : (whole ?? [])) {
      const length = keys.length
      if (best && (length < best.length || (length === best.length && (rank > best.rank || (rank === best.rank && as?.ref !== near))))) continue
      const to = endOf(found, at, keys)
      if (to === null || (capital && /^\p{Ll}/u.test(source.slice(word.from)))) continue
      best = { from: word.from, to, words: length, as, length, rank }
    }
    return best
  }

  const text = (given: string, near?: string): string => {
    const { source, words: found } = reader.read(given)
    const runs = [...exactRuns(source, exact)]
    for (const run of phoneRuns(source, phones)) if (!overlaps(runs, run)) runs.push(run)
    for (let at = 0; at < found.length; at++) {
      const here = found[at]
      if (!here || (runs.length > 0 && overlaps(runs, here))) continue
      const run = runAt(source, found, at, near)
      if (!run) continue
      at += run.words - 1
      if (run.as) runs.push(run)
    }
    return replaced(source, runs)
  }

  const value = (given: unknown, near?: string): unknown => {
    if (typeof given === 'string') return text(given, near)
    if (Array.isArray(given)) return given.map(one => value(one, near))
    if (typeof given !== 'object' || given === null) return given
    const about = 'ref' in given && typeof given.ref === 'string' ? given.ref : near
    return Object.fromEntries(Object.entries(given).map(([key, one]) => [text(key, about), value(one, about)]))
  }
  return { text, value }
}

/** A stretch of a text that is replaced; `words` is 0 where it was found as it is written. */
interface Run {
  readonly from: number
  readonly to: number
  readonly words: number
  readonly as: Pseudonym | null
}

function endOf(found: readonly Word[], at: number, keys: readonly string[]): number | null {
  for (let offset = 0; offset < keys.length; offset++) {
    const key = keys[offset]
    const word = found[at + offset]
    if (!word || key === undefined) return null
    const before = found[at + offset - 1]
    if (offset > 0 && before && word.from - before.to > widestGap) return null
    const isLast = offset === keys.length - 1
    if (word.key === key) {
      if (isLast) return word.to
    } else if (word.owner?.key === key) {
      if (isLast) return word.owner.to
    } else {
      return null
    }
  }
  return null
}

/** The reference that the words at a place are linked to: `[Asha Rane](#t3)` is t3 and nobody else of that name. */
function linkedRef(source: string, found: readonly Word[], at: number): string | undefined {
  const from = found[at]?.from ?? 0
  if (source[from - 1] !== '[') return undefined
  return /^[^\]\n]{1,80}\]\(#([a-z]\d+)\)/.exec(source.slice(from, from + 100))?.[1]
}

const overlaps = (runs: readonly Run[], { from, to }: { readonly from: number; readonly to: number }): boolean => runs.some(run => from < run.to && to > run.from)

function phoneRuns(source: string, phones: ReadonlyMap<string, Pseudonym>): readonly Run[] {
  if (phones.size === 0) return []
  return phonesIn(source).flatMap(({ from, to, key }) => {
    const as = phones.get(key)
    return as ? { from, to, words: 0, as } : []
  })
}

function exactRuns(source: string, exact: readonly { readonly text: string; readonly as: Pseudonym }[]): readonly Run[] {
  // Every address and every link has one of these.
  if (exact.length === 0 || !/[@/]|\.\p{L}/u.test(source)) return []
  const small = source.toLowerCase()
  // Some letters change their length in lower case; then nothing can be found by place.
  const haystack = small.length === source.length ? small : source
  const runs: Run[] = []
  for (const { text, as } of exact) {
    for (let from = haystack.indexOf(text); from >= 0; from = haystack.indexOf(text, from + text.length)) {
      const run = { from, to: from + text.length, words: 0, as }
      if (!overlaps(runs, run)) runs.push(run)
    }
  }
  return runs
}

function replaced(source: string, runs: readonly Run[]): string {
  const sorted = runs.toSorted((a, b) => a.from - b.from)
  let told = ''
  let at = 0
  let before: Run | null = null
  for (const run of sorted) {
    if (run.from < at) continue
    const between = source.slice(at, run.from)
    // "Asha Rane" known by its words alone is one person, not two.
    const isOne = before !== null && before.as === run.as && /^[ .]{1,2}$/.test(between)
    if (!isOne) told += between + (run.as?.sent ?? source.slice(run.from, run.to))
    at = run.to
    before = run
  }
  return told + source.slice(at)
}
