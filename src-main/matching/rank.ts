import { setImmediate } from 'node:timers/promises'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import type { Candidate, FitWeights, Ranking, WhyNot } from '../../src-preload/contract/matching.ts'
import { factorWords } from '../../src-preload/contract/said.ts'
import type { TalentId } from '../../src-preload/contract/talent.ts'
import type { Database } from '../database/openDatabase.ts'
import { originsOf } from '../talent/factOrigins.ts'
import { talentFactsOf } from '../talent/talentFacts.ts'
import type { Book } from './book.ts'
import { byFit, inWords, type Judgement } from './fit.ts'
import { gatesOf, permitOf } from './gates.ts'
import { orderChanges } from './orderChanges.ts'
import { prepare, type MatchQuestion, type Prepared } from './prepare.ts'

/** How many people are judged before others have their turn; some 8 ms of work. */
const atOnce = 250

/**
 * Ranks a book beside a role: those past all gates and those whom a gate stops, each best fit first and at most `limit`.
 *
 * Where suggestions are off nobody is looked at. Throws NOT_FOUND, and CANCELLED where `signal` is aborted.
 */
export async function rankBook(db: Database, book: Book, question: MatchQuestion, limit: number, signal?: AbortSignal): Promise<Ranking> {
  const { ask, suggestions, weights, hold } = prepare(db, question, { sounds: book.sounds })
  const head = { roleId: ask.roleId, suggestions, asksFor: ask.text }
  if (!suggestions) return { ...head, gates: gatesOf(ask), candidates: [], stopped: [], considered: 0, notIndexed: 0 }
  const { passed, stopped, considered, notIndexed, minors } = await judgeBook(book, hold, limit, signal)
  const gates = gatesOf(ask)
  if (minors && !gates.some(({ gate }) => gate === 'permit')) gates.push(permitOf(ask))
  const said = wordsFor(db)
  return { ...head, gates, candidates: inOrder(passed, passed.map(said), weights), stopped: stopped.map(said), considered, notIndexed }
}

interface JudgedBook {
  readonly passed: Judgement[]
  readonly stopped: Judgement[]
  readonly considered: number
  readonly notIndexed: number
  /** Whether the permit of a minor stopped somebody, or would have. */
  readonly minors: boolean
}

/** Judges everybody, in slices between which others have their turn. Throws CANCELLED. */
async function judgeBook(book: Book, hold: Prepared['hold'], limit: number, signal: AbortSignal | undefined): Promise<JudgedBook> {
  let passed: Judgement[] = []
  let stopped: Judgement[] = []
  let considered = 0
  let notIndexed = 0
  let minors = false
  for (const people of book.people(atOnce)) {
    if (signal?.aborted) throw new CastMatchError('CANCELLED', { subject: 'The ranking' })
    for (const person of people) {
      const judged = hold(person)
      considered++
      if (!person.indexed) notIndexed++
      minors ||= [...judged.gates.stops, ...judged.gates.gaps].some(({ gate, stop }) => gate === 'permit' && stop !== undefined)
      ;(judged.gates.stops.length === 0 ? passed : stopped).push(judged)
    }
    passed = best(passed, limit)
    stopped = best(stopped, limit)
    await setImmediate()
  }
  return { passed, stopped, considered, notIndexed, minors }
}

/** Says of each what would lift them over the one above. */
const inOrder = (judged: readonly Judgement[], candidates: readonly Candidate[], weights: FitWeights): Candidate[] =>
  candidates.map((candidate, at) => {
    const [own, above] = [judged[at], judged[at - 1]]
    return own && above ? { ...candidate, order: orderChanges(own, above, weights) } : candidate
  })

const best = (judged: Judgement[], limit: number): Judgement[] => judged.sort(byFit).slice(0, limit)

/** Puts judgements into words; where the facts came from is read only for whom a gate stopped. */
export function wordsFor(db: Database): (judgement: Judgement) => Candidate {
  const rowOf = db.prepare<[string], number>('SELECT row FROM talent WHERE id = ?').pluck()
  return judged => {
    const row = judged.gates.stops.length === 0 ? undefined : rowOf.get(judged.person.id)
    return inWords(judged, row === undefined ? {} : originsOf(db, row, judged.person))
  }
}

/** Lays some people side by side for a role, in the order asked for; people who are gone are left out. Empty where suggestions are off. */
export function sideBySide(db: Database, question: MatchQuestion, talentIds: readonly TalentId[]): readonly Candidate[] {
  const { suggestions, hold } = prepare(db, question, { only: talentIds })
  if (!suggestions) return []
  return talentFactsOf(db, question.modelId, talentIds).map(hold).map(wordsFor(db))
}

/** Tells why somebody does not stand at the top for a role, null where suggestions are off. Throws NOT_FOUND, and CANCELLED where `signal` is aborted. */
export async function whyNot(db: Database, book: Book, question: MatchQuestion, talentId: TalentId, signal?: AbortSignal): Promise<WhyNot | null> {
  const { suggestions, weights, hold } = prepare(db, question, { sounds: book.sounds })
  if (!suggestions) return null
  const { passed, stopped } = await judgeBook(book, hold, Infinity, signal)
  const at = passed.findIndex(({ person }) => person.id === talentId)
  const own = passed[at] ?? stopped.find(({ person }) => person.id === talentId)
  if (!own) throw new CastMatchError('NOT_FOUND', { subject: 'This person' })
  const said = wordsFor(db)
  const [above, first] = [passed[at - 1], passed[0]]
  const candidate = { ...said(own), order: above ? orderChanges(own, above, weights) : [] }
  const text = at < 0 ? `Stopped by a must: ${candidate.stoppedBy.map(stop => stop.text).join('; ')}` : inOneSentence(candidate, at + 1, passed.length, first && said(first))
  return { candidate, rank: at < 0 ? null : at + 1, of: passed.length, text }
}

/** The factor in which somebody stands furthest behind the first, and what is not known. */
function inOneSentence(candidate: Candidate, rank: number, of: number, first: Candidate | undefined): string {
  if (rank === 1) return `Stands first of ${of}`
  const behind = candidate.factors
    .flatMap(({ factor, share, value }) => {
      const theirs = first?.factors.find(bar => bar.factor === factor)?.value ?? null
      return value === null || theirs === null || theirs <= value ? [] : [{ factor, lost: share * (theirs - value) }]
    })
    .sort((a, b) => b.lost - a.lost)[0]
  const unknown = candidate.factors.filter(({ value }) => value === null).map(({ factor }) => factorWords[factor].toLowerCase())
  const reasons = [behind ? `behind ${first?.talent.name ?? ''} most in ${factorWords[behind.factor].toLowerCase()}` : '', unknown.length > 0 ? `not known: ${unknown.join(', ')}` : ''].filter(Boolean)
  return `Stands ${rank} of ${of}${reasons.length > 0 ? `, ${reasons.join('; ')}` : ''}`
}
