import type { Availability, TalentId, TalentSummary } from '../../../../src-preload/contract/talent.ts'
import type { DaySpan } from '../../../../src-preload/contract/words.ts'
import type { Database } from '../../../database/openDatabase.ts'
import { searchTalent } from '../../../talent/searchTalent.ts'
import { summariesOf } from '../../../talent/summaries.ts'
import { later } from '../../../talent/search/readDays.ts'
import type { Asking, Intent } from '../intent.ts'
import { daysSaid, paragraphs, table, type Pen } from '../pen.ts'
import { bookSource, personCells, personHeadings, searchSentence } from './find.ts'

/** How many names stand in an answer. */
const shown = 20

type State = Availability['state'] | 'partly' | 'unknown'

/** Who is free on days, by the availability in the talent book: everybody, those of a search, or the people named. */
export const free: Intent = {
  name: 'free',
  follows: { days: 'joins', people: 'joins', words: ['women', 'men'] },
  freeWords: true,
  patterns: [
    { weight: 70, all: [['free'], ['who', 'which', 'people', 'women', 'men', 'show', 'all']], none: ['role', 'nobody'] },
    { weight: 71, all: [['free']], people: 1 },
    { weight: 69, all: [['free']], days: true, none: ['role'] },
  ],
  async answer(asking) {
    const { parts: { db }, question, pen } = asking
    const days = question.days ?? { from: question.today, to: question.today }
    const named = question.people.flatMap(({ candidates }) => candidates)
    if (named.length > 0) {
      const states = statesOn(db, days, named.map(({ id }) => id))
      const lines = named.map(person => pen.say('freeOne', { name: pen.link({ kind: 'talent', id: person.id }, person.name), days: daysSaid(days), state: spansSaid(pen, db, person.id, days, states.get(person.id) ?? 'unknown') }))
      return { text: paragraphs(...lines, bookSource(pen, db)), detail: lines.length === 1 ? (states.get(named[0]?.id ?? ('' as TalentId)) ?? 'unknown') : `${lines.length}` }
    }
    const wanted = await narrowed(asking)
    const states = [...statesOn(db, days, wanted)]
    const of = (state: State): readonly TalentSummary[] => people(db, states.filter(([, one]) => one === state).map(([id]) => id), wanted)
    const isFree = of('free')
    const unknown = (wanted?.length ?? Number(db.prepare('SELECT count(*) FROM talent WHERE removed_at IS NULL').pluck().get())) - states.length
    const said = { days: daysSaid(days), count: isFree.length }
    const names = (list: readonly TalentSummary[]): string => list.slice(0, shown).map(({ id, name }) => pen.link({ kind: 'talent', id }, name)).join(', ')
    const [partly, pencilled] = [of('partly'), of('pencilled')]
    return {
      text: paragraphs(
        pen.say(isFree.length > 0 ? 'freeOn' : 'freeNone', said),
        table(personHeadings(pen), isFree.slice(0, shown).map(person => personCells(pen, person))),
        partly.length > 0 && pen.say('freePart', { names: names(partly) }),
        pencilled.length > 0 && pen.say('pencilledThen', { names: names(pencilled) }),
        unknown > 0 && pen.say('freeUnknown', { count: unknown }),
        bookSource(pen, db),
      ),
      detail: `${isFree.length}`,
    }
  },
}

/** Whom a question narrows it to ("which dancers are free"), best first; undefined where it asks of everybody. */
async function narrowed({ parts, question, context }: Asking): Promise<readonly TalentId[] | undefined> {
  if (question.unexplained.length === 0 && !question.said.has('women') && !question.said.has('men')) return undefined
  const text = searchSentence(parts.db, question.about)
  const found = await searchTalent({ db: parts.db, embedder: null, shelf: parts.shelf, glossary: parts.settings().glossary }, { text, without: [], filters: {}, sort: 'best', limit: 500, offset: 0 }, context.signal)
  return found.understood.length === 0 && found.total === 0 ? undefined : found.people.map(({ talent }) => talent.id)
}

/** How people with something recorded for the days stand over all of them: blocked or pencilled on any day goes before free. */
function statesOn(db: Database, { from, to }: DaySpan, ids: readonly TalentId[] | undefined): ReadonlyMap<TalentId, State> {
  const rows = db
    .prepare<[string, string], { id: TalentId; state: Availability['state']; from_day: string; to_day: string }>(
      `SELECT a.talent_id AS id, a.state, a.from_day, a.to_day FROM talent_availability a JOIN talent t ON t.id = a.talent_id
       WHERE t.removed_at IS NULL AND a.from_day <= ? AND a.to_day >= ? ORDER BY t.name_key`,
    )
    .all(to, from)
  const wanted = ids && new Set<string>(ids)
  const spans = Map.groupBy(rows.filter(({ id }) => wanted?.has(id) ?? true), ({ id }) => id)
  return new Map([...spans].map(([id, own]) => {
    if (own.some(({ state }) => state === 'blocked')) return [id, 'blocked']
    if (own.some(({ state }) => state === 'pencilled')) return [id, 'pencilled']
    return [id, coversAll(own, from, to) ? 'free' : 'partly']
  }))
}

function coversAll(spans: readonly { readonly from_day: string; readonly to_day: string }[], from: string, to: string): boolean {
  let day = from
  for (const span of [...spans].sort((a, b) => (a.from_day < b.from_day ? -1 : 1))) {
    if (span.from_day <= day && span.to_day >= day) day = later(span.to_day, 1)
  }
  return day > to
}

function people(db: Database, ids: readonly TalentId[], order: readonly TalentId[] | undefined): readonly TalentSummary[] {
  const rows = db.prepare<[string], number>('SELECT row FROM talent WHERE id IN (SELECT value FROM json_each(?))').pluck().all(JSON.stringify(ids))
  const place = new Map((order ?? ids).map((id, at) => [id, at]))
  return [...summariesOf(db, rows, '').values()].sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0))
}

/** How one person stands, with the spans recorded. */
function spansSaid(pen: Pen, db: Database, id: TalentId, { from, to }: DaySpan, state: State): string {
  const spans = db
    .prepare<[string, string, string], { state: Availability['state']; from_day: string; to_day: string }>(
      'SELECT state, from_day, to_day FROM talent_availability WHERE talent_id = ? AND from_day <= ? AND to_day >= ? ORDER BY from_day',
    )
    .all(id, to, from)
  if (state === 'unknown' || spans.length === 0) return pen.say('unknown')
  return spans.map(span => `**${pen.say(span.state)}** (${daysSaid({ from: span.from_day, to: span.to_day })})`).join(', ')
}
