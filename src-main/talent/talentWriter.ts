import type { TalentFacts } from '../../src-preload/contract/talent.ts'
import type { Database } from '../database/openDatabase.ts'
import { fold, skeleton, wordsOf } from '../spelling/folding.ts'
import { nameKey, phoneKey, textHash } from './talentRecord.ts'

/** Writes people and everything that search reads of them; to be used inside a transaction. */
export interface TalentWriter {
  /** Adds a person and gives the number of the row. */
  insert(facts: TalentFacts, record: { readonly id: string; readonly source: string; readonly at: string }): number
  /** Replaces all facts of a person; the source stays. */
  update(row: number, id: string, facts: TalentFacts, at: string): void
  /** Takes a person out of every search; the record stays. */
  hide(row: number, at: string): void
  /** Brings a hidden person back into every search. */
  show(row: number, facts: TalentFacts): void
}

/** Prepares the statements that write people, once for many rows. */
export function talentWriter(db: Database): TalentWriter {
  const insert = db.prepare(`INSERT INTO talent (id, source, created_at, ${columns.join(', ')})
    VALUES (@id, @source, @updated_at, ${columns.map(name => `@${name}`).join(', ')})`)
  const update = db.prepare(`UPDATE talent SET ${columns.map(name => `${name} = @${name}`).join(', ')} WHERE row = @row`)
  const setRemoved = db.prepare('UPDATE talent SET removed_at = ? WHERE row = ?')
  const clearDays = db.prepare('DELETE FROM talent_availability WHERE talent_id = ?')
  const addDays = db.prepare('INSERT OR REPLACE INTO talent_availability (talent_id, from_day, to_day, state) VALUES (?, ?, ?, ?)')
  const index = searchWriter(db)

  const writeDays = (id: string, facts: TalentFacts): void => {
    clearDays.run(id)
    for (const { span, state } of facts.availability) addDays.run(id, span.from, span.to, state)
  }
  return {
    insert(facts, { id, source, at }) {
      const row = Number(insert.run({ ...valuesOf(facts, at), id, source }).lastInsertRowid)
      writeDays(id, facts)
      index.add(row, facts)
      return row
    },
    update(row, id, facts, at) {
      assertOne(update.run({ ...valuesOf(facts, at), row }).changes)
      writeDays(id, facts)
      index.take(row)
      index.add(row, facts)
    },
    hide(row, at) {
      assertOne(setRemoved.run(at, row).changes)
      index.take(row)
    },
    show(row, facts) {
      assertOne(setRemoved.run(null, row).changes)
      index.take(row)
      index.add(row, facts)
    },
  }
}

const columns = [
  'name', 'name_key', 'legal_name', 'spellings', 'gender', 'playing_from', 'playing_to', 'height_cm', 'city', 'languages', 'skills', 'training',
  'bio', 'credits', 'union_card', 'representation', 'phone', 'phone_key', 'email', 'fee', 'links', 'tags', 'notes', 'consent', 'text_hash', 'updated_at',
] as const

const valuesOf = (facts: TalentFacts, at: string): Readonly<Record<(typeof columns)[number], string | number | null>> => ({
  name: facts.name,
  name_key: nameKey(facts.name),
  legal_name: facts.legalName,
  spellings: JSON.stringify(facts.spellings),
  gender: facts.gender,
  playing_from: facts.playingRange?.from ?? null,
  playing_to: facts.playingRange?.to ?? null,
  height_cm: facts.heightCm,
  city: facts.city,
  languages: JSON.stringify(facts.languages),
  skills: JSON.stringify(facts.skills),
  training: facts.training,
  bio: facts.bio,
  credits: JSON.stringify(facts.credits),
  union_card: facts.union,
  representation: facts.representation,
  phone: facts.phone,
  phone_key: phoneKey(facts.phone),
  email: facts.email,
  fee: facts.fee === null ? null : JSON.stringify(facts.fee),
  links: JSON.stringify(facts.links),
  tags: JSON.stringify(facts.tags),
  notes: facts.notes,
  consent: facts.consent === null ? null : JSON.stringify(facts.consent),
  text_hash: textHash(facts),
  updated_at: at,
})

/** Writes what full text, names and filters are found by. */
function searchWriter(db: Database): { add(row: number, facts: TalentFacts): void; take(row: number): void } {
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
      const names = [facts.name, facts.legalName, ...facts.spellings].filter(name => name !== '').join(' · ')
      const languages = facts.languages.map(({ language, fluency, dialects }) => [language, fluency, ...dialects].filter(Boolean).join(' ')).join(', ')
      const tagsAndNotes = [...facts.tags, facts.notes].filter(text => text !== '').join('. ')
      // FTS5 parts "D'Souza" in two; a search folds it to "dsouza".
      const found = /['’`]/.test(names) ? `${names} · ${fold(names)}` : names
      const texts = [found, facts.skills.join(', '), languages, facts.training, facts.credits.join('; '), facts.bio, facts.city, tagsAndNotes]
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
    ...facts.skills.map(skill => ['skill', fold(skill)] as const),
    ...facts.tags.map(tag => ['tag', fold(tag)] as const),
    ['city', fold(facts.city)],
    // Not for search: by these a text is found to speak of somebody.
    ...[facts.name, facts.legalName, ...facts.spellings].map(name => ['name', fold(name)] as const),
  ]
  return words.filter(([, word]) => word !== '')
}

function assertOne(changes: number): void {
  if (changes !== 1) throw new Error(`one record was to change, ${changes} did`)
}
