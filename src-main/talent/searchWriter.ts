import type { TalentFacts } from '../../src-preload/contract/talent.ts'
import type { Database } from '../database/openDatabase.ts'
import { fold, skeleton, wordsOf } from '../spelling/folding.ts'
import { withRomanNames } from '../spelling/nameScripts.ts'
import { creditText } from './talentRecord.ts'

/** Writes what full text, names and filters are found by; to be used inside a transaction. */
export interface SearchWriter {
  /** Somebody who is not there yet, or was taken out, is found from now on. */
  add(row: number, facts: TalentFacts): void
  /** Somebody is not found any more. */
  take(row: number): void
}

/** Prepares the statements that write what people are found by. */
export function searchWriter(db: Database): SearchWriter {
  const addText = db.prepare(`INSERT INTO talent_fts (rowid, name, skills, languages, training, credits, bio, city, notes)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  const addName = db.prepare('INSERT INTO talent_name_fts (rowid, name) VALUES (?, ?)')
  const addWord = db.prepare('INSERT OR IGNORE INTO talent_word (talent_row, kind, word) VALUES (?, ?, ?)')
  const addTerm = db.prepare('INSERT OR IGNORE INTO talent_term (term, skeleton) VALUES (?, ?)')
  const removals = [
    db.prepare('DELETE FROM talent_fts WHERE rowid = ?'),
    db.prepare('DELETE FROM talent_name_fts WHERE rowid = ?'),
    db.prepare('DELETE FROM talent_word WHERE talent_row = ?'),
  ]
  const written = new Set<string>()
  const writeTerms = (text: string): void => {
    for (const term of wordsOf(text)) {
      if (written.has(term) || term.length < 3 || term.length > 40 || /\p{N}/u.test(term)) continue
      written.add(term)
      addTerm.run(term, skeleton(term))
    }
  }
  return {
    add(row, facts) {
      const names = withRomanNames([facts.name, facts.legalName, ...facts.spellings].filter(name => name !== '')).join(' · ')
      const languages = facts.languages.map(({ language, fluency, dialects }) => [language, fluency, ...dialects].filter(Boolean).join(' ')).join(', ')
      const skills = [...facts.skills, ...facts.proofs.map(({ skill, proof }) => [skill, proof].filter(Boolean).join(': '))].join(', ')
      const credits = facts.credits.map(creditText).join('; ')
      const notes = [...facts.tags, facts.notes, ...facts.auditions.map(({ production, role, note }) => [production, role, note].filter(Boolean).join(', '))].filter(text => text !== '').join('. ')
      // FTS5 parts "D'Souza" in two; a search folds it to "dsouza".
      const found = /['’`]/.test(names) ? `${names} · ${fold(names)}` : names
      const texts = [found, skills, languages, facts.training, credits, facts.bio, facts.city, notes]
      addText.run(row, ...texts)
      addName.run(row, names)
      for (const [kind, word] of filterWordsOf(facts)) addWord.run(row, kind, word)
      for (const text of texts) writeTerms(text)
    },
    take(row) {
      for (const removal of removals) removal.run(row)
    },
  }
}

function filterWordsOf(facts: TalentFacts): readonly (readonly [kind: string, word: string])[] {
  const words: (readonly [string, string])[] = [
    ...facts.languages.flatMap(({ language, dialects }) => [language, ...dialects].map(word => ['language', fold(word)] as const)),
    ...[...facts.skills, ...facts.proofs.map(({ skill }) => skill)].map(skill => ['skill', fold(skill)] as const),
    ...facts.tags.map(tag => ['tag', fold(tag)] as const),
    ['city', fold(facts.city)],
    // Not for search: by these a text is found to speak of somebody.
    ...[facts.name, facts.legalName, ...facts.spellings].map(name => ['name', fold(name)] as const),
  ]
  return words.filter(([, word]) => word !== '')
}

/**
 * Gathers what many people are found by, to be written at the end of each transaction by `settle`.
 *
 * FTS5 writes all that it holds in memory to the disk at every statement that fires a trigger (`fts5SavepointMethod` in fts5_main.c), and
 * so for each person where the two alternate; gathered, once for a piece.
 */
export function gatheredSearch(db: Database): SearchWriter & { settle(): void } {
  const writer = searchWriter(db)
  const waiting = new Map<number, { readonly isTaken: boolean; readonly facts: TalentFacts | null }>()
  return {
    add: (row, facts) => void waiting.set(row, { isTaken: waiting.get(row)?.isTaken ?? false, facts }),
    take: row => void waiting.set(row, { isTaken: true, facts: null }),
    settle() {
      for (const [row, { isTaken, facts }] of waiting) {
        if (isTaken) writer.take(row)
        if (facts) writer.add(row, facts)
      }
      waiting.clear()
    },
  }
}
