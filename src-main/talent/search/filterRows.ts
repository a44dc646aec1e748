import type { TalentFilters } from '../../../src-preload/contract/talent.ts'
import type { Database } from '../../database/openDatabase.ts'
import { fold } from '../../spelling/folding.ts'
import { rowsTelling } from './fullText.ts'
import type { Glossary } from './glossary.ts'
import type { Condition } from './readSentence.ts'

/** A piece of SQL over `talent t` that must hold, with what is bound to it. */
export interface Filter {
  readonly sql: string
  readonly values: readonly (string | number)[]
}

/** The filters set by hand, as SQL; an unknown fact never excludes. */
export function handFilters(filters: TalentFilters): readonly Filter[] {
  const { gender, playingRange, language, skill, city, tag } = filters
  return [
    gender && isGender([gender]),
    playingRange && overlaps(playingRange),
    language?.trim() ? hasWord('language', fold(language)) : undefined,
    skill?.trim() ? hasWord('skill', fold(skill)) : undefined,
    city?.trim() ? hasWord('city', fold(city)) : undefined,
    tag?.trim() ? { sql: "EXISTS (SELECT 1 FROM talent_word w WHERE w.kind = 'tag' AND w.word = ? AND w.talent_row = t.row)", values: [fold(tag)] } : undefined,
  ].filter(filter => filter !== undefined)
}

/** The conditions read out of a sentence, as SQL; the exclusions of words are not among them. */
export function conditionFilters(conditions: readonly Condition[]): readonly Filter[] {
  return conditions.flatMap((condition): readonly Filter[] => {
    switch (condition.kind) {
      case 'gender': return [isGender(condition.orNonBinary ? [condition.gender, 'nonBinary'] : [condition.gender])]
      case 'excludeGender': return [{ sql: '(t.gender IS NULL OR t.gender <> ?)', values: [condition.gender] }]
      case 'playingRange': return [overlaps(condition.range)]
      case 'language': return [hasWord('language', condition.word)]
      case 'city': return [hasWord('city', condition.word)]
      case 'skill': return [{ sql: 't.row IN (SELECT rowid FROM talent_fts WHERE talent_fts MATCH ?)', values: [`"${condition.phrase}"`] }]
      case 'excludeWords': return []
    }
  })
}

/** The rows of the people in the book who pass all filters. */
export function rowsPassing(db: Database, filters: readonly Filter[]): ReadonlySet<number> {
  const { sql, values } = whereOf(filters)
  return new Set(db.prepare(`SELECT t.row FROM talent t WHERE ${sql}`).pluck().all(...values) as number[])
}

/** All filters as one WHERE over `talent t`, removed people left out. */
export const whereOf = (filters: readonly Filter[]): Filter => ({
  sql: ['t.removed_at IS NULL', ...filters.map(({ sql }) => sql)].join(' AND '),
  values: filters.flatMap(({ values }) => values),
})

/**
 * The rows that a sentence excludes by words: "not a dancer" excludes who says dancer, and every kind of dance the glossary knows.
 *
 * Skills, languages, training, biography and city speak; a phrase that the person denies ("never went to drama school",
 * "without a body double") does not exclude.
 */
export function rowsExcluded(db: Database, conditions: readonly Condition[], glossary: Glossary): ReadonlySet<number> {
  const excluded = new Set<number>()
  for (const condition of conditions) {
    if (condition.kind !== 'excludeWords') continue
    const bare = condition.phrase.replace(/s$/, '')
    const terms = [...new Set([condition.phrase, bare, ...glossary.alternatives(condition.phrase), ...glossary.alternatives(bare)])]
    const texts = db.prepare("SELECT skills || '. ' || training || '. ' || bio FROM talent WHERE row = ?").pluck()
    for (const row of rowsTelling(db, terms)) {
      if (!condition.phrase.includes(' ') || !isDenied(fold(String(texts.get(row))), terms)) excluded.add(row)
    }
  }
  return excluded
}

function isDenied(text: string, terms: readonly string[]): boolean {
  return terms.some(term => new RegExp(String.raw`\b(?:no|not|never|without|refuses?|hates?|any|zero)\b(?: \S+){0,5} ${term}`, 'u').test(text))
}

const isGender = (genders: readonly string[]): Filter => ({ sql: `(t.gender IS NULL OR t.gender IN (${genders.map(() => '?').join(', ')}))`, values: genders })

const overlaps = ({ from, to }: { readonly from: number; readonly to: number }): Filter => ({
  sql: '(t.playing_from IS NULL OR (t.playing_from <= ? AND t.playing_to >= ?))',
  values: [to, from],
})

const hasWord = (kind: 'language' | 'skill' | 'city', word: string): Filter => ({
  sql: `(EXISTS (SELECT 1 FROM talent_word w WHERE w.talent_row = t.row AND w.kind = '${kind}' AND instr(' ' || w.word || ' ', ?) > 0)
    OR NOT EXISTS (SELECT 1 FROM talent_word w WHERE w.talent_row = t.row AND w.kind = '${kind}'))`,
  values: [` ${word} `],
})
