import { v7 as uuid } from 'uuid'
import type { MemoryFacts, MemoryId, MemorySource } from '../../src-preload/contract/memory.ts'
import { inTransaction } from '../database/inTransaction.ts'
import type { Database } from '../database/openDatabase.ts'
import { keptSigns } from '../embedding/signs.ts'
import { termsOf, textHash, textKey } from './terms.ts'

/** The vector of a memory's text and the encoder that made it. */
export interface KeptVector {
  readonly modelId: string
  readonly vector: Float32Array
}

/** Adds a memory with all that recall finds it by; to be used inside a transaction. Gives its id. */
export function insertMemory(
  db: Database,
  facts: MemoryFacts,
  source: MemorySource,
  { vector, at, id = uuid() as MemoryId }: { readonly vector: KeptVector | null; readonly at: Date; readonly id?: MemoryId },
): MemoryId {
  const row = Number(
    db
      .prepare(`INSERT INTO memory (id, state, created_at, confirmed_at, source_from, source_words, source_conversation, source_message, ${columns.join(', ')})
        VALUES (@id, 'live', @at, @at, @from, @words, @conversationId, @messageId, ${columns.map(name => `@${name}`).join(', ')})`)
      .run({ ...valuesOf(facts), ...source, id, at: at.toISOString() }).lastInsertRowid,
  )
  writeAbout(db, row, facts, vector)
  return id
}

/** Replaces the facts of a memory; where its words changed and no vector is given it waits to be learnt again. */
export function replaceFacts(db: Database, row: number, facts: MemoryFacts, { vector, at }: { readonly vector: KeptVector | null; readonly at: Date }): void {
  const { changes } = db
    .prepare(`UPDATE memory SET ${columns.map(name => `${name} = @${name}`).join(', ')}, confirmed_at = @at WHERE row = @row`)
    .run({ ...valuesOf(facts), row, at: at.toISOString() })
  if (changes !== 1) throw new Error(`one memory was to change, ${changes} did`)
  db.prepare('DELETE FROM memory_person WHERE memory_row = ?').run(row)
  db.prepare('DELETE FROM memory_role WHERE memory_row = ?').run(row)
  writeAbout(db, row, facts, vector)
}

/** Keeps the vector of a memory as its words stand. */
export function keepVector(db: Database, row: number, { modelId, vector }: KeptVector, hash: string): void {
  db.prepare('INSERT OR REPLACE INTO memory_vec (memory_row, model_id, text_hash, bits, e) VALUES (?, ?, ?, ?, ?)').run(row, modelId, hash, keptSigns(vector), vector)
}

/** Writes the words anew of memories about somebody who is called otherwise since. */
export function refreshNames(db: Database): void {
  const due = db.prepare<[], { row: number; text: string }>('SELECT row, text FROM memory WHERE words_due = 1').all()
  if (due.length === 0) return
  inTransaction(db, () => {
    for (const { row, text } of due) {
      writeWords(db, row, text)
      db.prepare('UPDATE memory SET words_due = 0 WHERE row = ?').run(row)
    }
  })
}

const columns = [
  'kind', 'text', 'text_key', 'text_hash', 'production_id', 'importance', 'confidence', 'pinned', 'valid_from', 'valid_until',
] as const

const valuesOf = (facts: MemoryFacts): Readonly<Record<(typeof columns)[number], string | number | null>> => ({
  kind: facts.kind,
  text: facts.text,
  text_key: textKey(facts.text),
  text_hash: textHash(facts.text),
  production_id: facts.productionId,
  importance: facts.importance,
  confidence: facts.confidence,
  pinned: facts.pinned ? 1 : 0,
  valid_from: facts.validFrom,
  valid_until: facts.validUntil,
})

function writeAbout(db: Database, row: number, facts: MemoryFacts, vector: KeptVector | null): void {
  const addPerson = db.prepare('INSERT OR IGNORE INTO memory_person (memory_row, talent_id) VALUES (?, ?)')
  const addRole = db.prepare('INSERT OR IGNORE INTO memory_role (memory_row, role_id) VALUES (?, ?)')
  for (const id of facts.people) addPerson.run(row, id)
  for (const id of facts.roles) addRole.run(row, id)
  writeWords(db, row, facts.text)
  if (vector) keepVector(db, row, vector, textHash(facts.text))
}

function writeWords(db: Database, row: number, text: string): void {
  const terms = termsOf(text)
  const column = (words: readonly string[]): string => [...new Set(words)].filter(word => word !== '').join(' ')
  db.prepare('DELETE FROM memory_fts WHERE rowid = ?').run(row)
  db.prepare('INSERT INTO memory_fts (rowid, words, gloss, sounds, names, roles) VALUES (?, ?, ?, ?, ?, ?)').run(
    row,
    terms.map(({ word }) => word).join(' '),
    column(terms.flatMap(({ gloss }) => gloss)),
    column(terms.map(({ sound }) => sound)),
    column(spoken(peopleOf(db, row))),
    column(spoken(rolesOf(db, row))),
  )
}

/** The words of a name, as they are written and as they sound. */
const spoken = (name: string): readonly string[] => termsOf(name).flatMap(({ word, sound }) => [word, sound])

/** Every name of the people that a memory is about. */
function peopleOf(db: Database, row: number): string {
  const people = db
    .prepare<[number], { name: string; legal: string; spellings: string }>('SELECT t.name, t.legal_name AS legal, t.spellings FROM memory_person p JOIN talent t ON t.id = p.talent_id WHERE p.memory_row = ?')
    .all(row)
  return people.flatMap(({ name, legal, spellings }) => [name, legal, ...(JSON.parse(spellings) as string[])]).join(' ')
}

const rolesOf = (db: Database, row: number): string =>
  db.prepare<[number], string>('SELECT r.name FROM memory_role p JOIN role r ON r.id = p.role_id WHERE p.memory_row = ?').pluck().all(row).join(' ')
