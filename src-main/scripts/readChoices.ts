import type { ProductionId } from '../../src-preload/contract/productions.ts'
import { ReadChoices } from '../../src-preload/contract/scripts.ts'
import type { Database } from '../database/openDatabase.ts'

/** What is chosen where nobody chose: nothing is pointed at, and legacy letters wait for a word. */
export const noChoices: ReadChoices = { lines: [], letters: null }

/** How the scripts of a production are to be read; {@link noChoices} where she said nothing. */
export function choicesOf(db: Database, productionId: ProductionId): ReadChoices {
  const kept = db.prepare<[string], string>('SELECT choices FROM read_choices WHERE production_id = ?').pluck().get(productionId)
  return kept === undefined ? noChoices : ReadChoices.parse(JSON.parse(kept))
}

/** Remembers how the scripts of a production are to be read, those that come in later too. */
export function keepChoices(db: Database, productionId: ProductionId, choices: ReadChoices, now: Date): void {
  db.prepare(
    'INSERT INTO read_choices (production_id, choices, set_at) VALUES (?, ?, ?) ON CONFLICT (production_id) DO UPDATE SET choices = excluded.choices, set_at = excluded.set_at',
  ).run(productionId, JSON.stringify(choices), now.toISOString())
}
