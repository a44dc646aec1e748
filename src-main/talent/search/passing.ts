import type { TalentFilters, TalentId } from '../../../src-preload/contract/talent.ts'
import { Fluency } from '../../../src-preload/contract/words.ts'
import type { Database } from '../../database/openDatabase.ts'
import { fold } from '../../spelling/folding.ts'
import type { BookTexts } from './bookTexts.ts'
import { genders, kindBit, mediaKinds, type BookColumns, type WordKind } from './bookColumns.ts'
import type { Condition, FeeLimit } from './conditions.ts'
import { namesOfTown } from './readPlaces.ts'

/** Whether somebody, by the number of the row, passes; who is not in the book is not asked. */
export type Test = (row: number) => boolean

/** A filter set by hand by its name, so that counts can leave it out. */
export type FilterKey = keyof TalentFilters

/** The filters set by hand as tests; an unknown fact never excludes, but a tag must be there. */
export function filterTests(columns: BookColumns, filters: TalentFilters): ReadonlyMap<FilterKey, Test> {
  const { gender, playingRange, language, skill, city, tag } = filters
  const tests: readonly (readonly [FilterKey, Test | undefined])[] = [
    ['gender', gender && isGender(columns, [gender])],
    ['playingRange', playingRange && plays(columns, playingRange.from, playingRange.to)],
    ['language', language?.trim() ? saysWord(columns, 'language', [fold(language)]) : undefined],
    ['skill', skill?.trim() ? saysWord(columns, 'skill', [fold(skill)]) : undefined],
    ['city', city?.trim() ? saysWord(columns, 'city', namesOfTown(fold(city))) : undefined],
    ['tag', tag?.trim() ? isTagged(columns, fold(tag)) : undefined],
  ]
  return new Map(tests.filter((entry): entry is [FilterKey, Test] => entry[1] !== undefined))
}

/** What the conditions of a sentence are tested with. */
export interface TestParts {
  readonly db: Database
  readonly texts: BookTexts
  readonly columns: BookColumns
  /** `YYYY-MM-DD`, for who is of age. */
  readonly today: string | undefined
}

/** The conditions of a sentence as tests; exclusions of words are not among them. */
export function conditionTests(parts: TestParts, conditions: readonly Condition[]): readonly Test[] {
  const { columns } = parts
  return conditions.flatMap((condition): readonly Test[] => {
    switch (condition.kind) {
      case 'gender': return [isGender(columns, condition.orNonBinary ? [condition.gender, 'nonBinary'] : [condition.gender])]
      case 'excludeGender': return [row => columns.gender[row] !== genders.indexOf(condition.gender) + 1]
      case 'playingRange': return [plays(columns, condition.range.from, condition.range.to)]
      case 'ageBeside': return [beside(columns, condition.middle, condition.side)]
      case 'language': return [condition.least ? speaksWell(columns, condition.word, condition.least) : saysWord(columns, 'language', [condition.word])]
      case 'city': return [saysWord(columns, 'city', condition.words)]
      case 'tag': return [isTagged(columns, condition.word)]
      case 'fee': return [withinFee(columns, condition.limit)]
      case 'height': return [row => columns.height[row] === -1 || ((columns.height[row] ?? 0) >= (condition.least ?? 0) && (columns.height[row] ?? 0) <= (condition.most ?? 999))]
      case 'dates': return [notAmong(rowsBlocked(parts.db, condition.span.from, condition.span.to))]
      case 'union': return condition.word === '' ? [] : [saysWord(columns, 'union', [condition.word])]
      case 'passport': return [row => columns.passport[row] !== 1]
      case 'minor': return [isMinor(columns, condition.isMinor, parts.today)]
      case 'media': return [row => ((columns.media[row] ?? 0) & (1 << mediaKinds.indexOf(condition.media))) !== 0]
      case 'skill': return [among(parts.texts.rowsSaying(condition.phrase))]
      case 'like': return [notAmong(new Set([rowOf(parts.db, condition.id)]))]
      case 'excludeWords': return []
    }
  })
}

const among = (rows: ReadonlySet<number>): Test => row => rows.has(row)
const notAmong = (rows: ReadonlySet<number>): Test => row => !rows.has(row)

/** The number of the row of somebody, -1 for an unknown id. */
export const rowOf = (db: Database, id: TalentId): number => Number(db.prepare('SELECT row FROM talent WHERE id = ?').pluck().get(id) ?? -1)

function isGender({ gender }: BookColumns, asked: readonly (typeof genders)[number][]): Test {
  const places = asked.map(one => genders.indexOf(one) + 1)
  return row => gender[row] === 0 || places.includes(gender[row] ?? 0)
}

const plays = ({ from, to }: BookColumns, first: number, last: number): Test => row => from[row] === -1 || ((from[row] ?? 0) <= last && (to[row] ?? 0) >= first)

const beside = ({ from, to }: BookColumns, middle: number, side: 'under' | 'over'): Test => row => {
  if (from[row] === -1) return true
  const own = ((from[row] ?? 0) + (to[row] ?? 0)) / 2
  return side === 'under' ? own <= middle : own >= middle
}

/** Who has a word of a kind in which one of some words stands whole, and who has none of that kind. */
function saysWord(columns: BookColumns, kind: WordKind, asked: readonly string[]): Test {
  const wanted = flags(columns, ({ kind: of, word }) => of === kind && asked.some(one => ` ${word} `.includes(` ${one} `)))
  const bit = kindBit(kind)
  return row => ((columns.known[row] ?? 0) & bit) === 0 || hasFlag(columns, row, wanted)
}

function isTagged(columns: BookColumns, tag: string): Test {
  const wanted = flags(columns, ({ kind, word }) => kind === 'tag' && word === tag)
  return row => hasFlag(columns, row, wanted)
}

/** Who speaks a language that well, who speaks it and nobody knows how well, and whose languages are not known. */
function speaksWell(columns: BookColumns, language: string, least: Fluency): Test {
  const speaks = saysWord(columns, 'language', [language])
  const isOf = (word: string): boolean => ` ${word} `.includes(` ${language} `)
  const well = flags(columns, ({ kind, word, fluency }) => kind === 'fluency' && fluency <= Fluency.options.indexOf(least) && isOf(word))
  const less = flags(columns, ({ kind, word, fluency }) => kind === 'fluency' && fluency > Fluency.options.indexOf(least) && isOf(word))
  return row => speaks(row) && (hasFlag(columns, row, well) || !hasFlag(columns, row, less))
}

/** Whose band begins within the limit; a fee in another currency or paid by something else cannot be compared, and stays. */
function withinFee({ feeFrom, feeTo, feeKind, feeKinds }: BookColumns, { least, most, currency, per }: FeeLimit): Test {
  const comparable = feeKinds.map(kind => kind !== '' && kind.startsWith(`${currency}/`) && (per === null || kind.endsWith(`/${per}`)))
  return row => !comparable[feeKind[row] ?? 0] || ((most === null || (feeFrom[row] ?? 0) <= most) && (least === null || (feeTo[row] ?? 0) >= least))
}

/** Under 18 by the day of birth where it is known, else by the playing range; who has neither stays in. */
function isMinor({ born, from, to }: BookColumns, asked: boolean, today: string | undefined): Test {
  const eighteenYearsAgo = Number((today ?? '9999-12-31').replaceAll('-', '')) - 180_000
  return row => {
    const day = born[row] ?? 0
    if (day !== 0 && today !== undefined) return day > eighteenYearsAgo === asked
    if (from[row] === -1) return true
    return asked ? (from[row] ?? 0) < 18 : (to[row] ?? 0) >= 18
  }
}

/** The rows of the people who are blocked on a day of a span. */
function rowsBlocked(db: Database, from: string, to: string): ReadonlySet<number> {
  return new Set(
    db
      .prepare(`SELECT t.row FROM talent_availability a JOIN talent t ON t.id = a.talent_id WHERE a.state = 'blocked' AND a.from_day <= ? AND a.to_day >= ?`)
      .pluck()
      .all(to, from) as number[],
  )
}

function flags({ words }: BookColumns, isWanted: (word: BookColumns['words'][number]) => boolean): Uint8Array {
  const flagged = new Uint8Array(words.length)
  for (const [id, word] of words.entries()) if (isWanted(word)) flagged[id] = 1
  return flagged
}

function hasFlag({ start, count, ids }: BookColumns, row: number, wanted: Uint8Array): boolean {
  const first = start[row] ?? 0
  const end = first + (count[row] ?? 0)
  for (let at = first; at < end; at++) if (wanted[ids[at] ?? 0] === 1) return true
  return false
}

/** Who is in the book and passes all tests, one byte for each row. */
export function rowsPassing(columns: BookColumns, tests: readonly Test[]): Uint8Array {
  const passing = columns.there.slice(0, columns.size)
  for (const test of tests) {
    for (let row = 0; row < passing.length; row++) if (passing[row] === 1 && !test(row)) passing[row] = 0
  }
  return passing
}
