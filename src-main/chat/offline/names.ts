import type { RoleSummary } from '../../../src-preload/contract/roles.ts'
import type { TalentSummary } from '../../../src-preload/contract/talent.ts'
import type { Database } from '../../database/openDatabase.ts'
import { soundAlike } from '../../spelling/ear.ts'
import { editDistance, wordsOf } from '../../spelling/folding.ts'
import { nameScores } from '../../talent/search/nameScores.ts'
import { summariesOf } from '../../talent/summaries.ts'
import { isKnownWord } from './marks.ts'

/** A stretch of a question that names somebody; more than one candidate must be asked about. */
export interface Mention<Named> {
  readonly from: number
  readonly to: number
  readonly candidates: readonly Named[]
  /** How surely, 0 to 1. */
  readonly score: number
}

/** Words of names that many share, so that they name nobody alone. */
const shared = new Set('mr mrs ms dr miss shri smt devi kumar kumari singh bai ji the young old little man woman boy girl first second'.split(' '))

/** What a misspelt name is worth beside the right one. */
const worth = { ear: 0.95, slip: 0.8, part: 0.85 } as const

/** The roles that a question names: whole names first, then a telling word of a longer one ("Saroj"), spelt right, to the ear, or with a slip. */
export function rolesIn(words: readonly string[], roles: readonly RoleSummary[]): readonly Mention<RoleSummary>[] {
  const found: Mention<RoleSummary>[] = []
  const take = (role: RoleSummary, name: readonly string[], factor: number): void => {
    for (let from = 0; from + name.length <= words.length; from++) {
      const score = factor * Math.min(...name.map((part, at) => likeness(words[from + at] ?? '', part)))
      if (score > 0) found.push({ from, to: from + name.length, candidates: [role], score })
    }
  }
  for (const role of roles) {
    const name = wordsOf(role.name)
    take(role, name, 1)
    if (name.length > 1) for (const part of name) if (part.length >= 4 && !shared.has(part)) take(role, [part], worth.part)
  }
  return best(found, ({ id }) => id)
}

/** How far the book may be from the best name and still be meant as well. */
const asGood = 0.03

/**
 * The people of the book that a question names, by whole names or by one word of them; `isFree` tells which words may be a name.
 *
 * One word names somebody only where it is spelt right or sounds so; two or more may have a slip.
 */
export function peopleIn(db: Database, words: readonly string[], isFree: (at: number) => boolean): readonly Mention<TalentSummary>[] {
  const scores = words.map((word, at) => (isFree(at) && word.length >= 3 && !/\d/.test(word) ? nameScores(db, [word]) : new Map<number, number>()))
  const found: { from: number; to: number; rows: readonly (readonly [number, number])[] }[] = []
  for (let from = 0; from < words.length; from++) {
    let rows = [...(scores[from] ?? [])]
    for (let to = from + 1; rows.length > 0 && to <= words.length; to++) {
      if (to - from > 1 || mostOf(rows) >= 0.78) found.push({ from, to, rows })
      const following = scores[to]
      rows = rows.flatMap(([row, score]): [number, number][] => {
        const more = following?.get(row)
        return more === undefined ? [] : [[row, Math.min(score, more)]]
      })
    }
  }
  const longest = found.sort((a, b) => b.to - b.from - (a.to - a.from) || mostOf(b.rows) - mostOf(a.rows))
  const kept: Mention<TalentSummary>[] = []
  for (const { from, to, rows } of longest) {
    if (kept.some(other => from < other.to && other.from < to)) continue
    const most = mostOf(rows)
    const meant = rows.filter(([, score]) => score >= most - asGood).map(([row]) => row).slice(0, 8)
    const people = summariesOf(db, meant, '')
    kept.push({ from, to, candidates: meant.flatMap(row => people.get(row) ?? []), score: most })
  }
  return kept.sort((a, b) => a.from - b.from)
}

const mostOf = (rows: readonly (readonly [number, number])[]): number => Math.max(0, ...rows.map(([, score]) => score))

function likeness(typed: string, part: string): number {
  if (typed === part) return 1
  if (typed.length < 3 || part.length < 3 || isKnownWord(typed) || shared.has(part)) return 0
  if (typed.length >= 4 && soundAlike(typed, part)) return worth.ear
  const reach = Math.min(typed.length, part.length) >= 8 ? 2 : Math.min(typed.length, part.length) >= 5 ? 1 : 0
  return reach > 0 && typed[0] === part[0] && editDistance(typed, part, reach) <= reach ? worth.slip : 0
}

/** The longest and surest mentions that do not overlap; equals on one stretch are candidates of one mention. */
function best<Named>(found: readonly Mention<Named>[], idOf: (named: Named) => string): readonly Mention<Named>[] {
  const kept: Mention<Named>[] = []
  for (const mention of [...found].sort((a, b) => b.to - b.from - (a.to - a.from) || b.score - a.score)) {
    const same = kept.findIndex(other => other.from === mention.from && other.to === mention.to && other.score === mention.score)
    const before = kept[same]
    if (before) {
      const more = mention.candidates.filter(one => !before.candidates.some(other => idOf(other) === idOf(one)))
      kept[same] = { ...before, candidates: [...before.candidates, ...more] }
    } else if (!kept.some(other => mention.from < other.to && other.from < mention.to)) kept.push(mention)
  }
  return kept.sort((a, b) => a.from - b.from)
}
