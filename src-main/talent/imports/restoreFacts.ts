import type { FactOrigins, TalentFacts, TalentId } from '../../../src-preload/contract/talent.ts'
import type { Database } from '../../database/openDatabase.ts'
import type { WhereFrom } from '../factOrigins.ts'
import { talentWriter } from '../talentWriter.ts'
import { chosenFacts, type FactName } from './changedFacts.ts'

/** What is given back to somebody: which facts, as they were before, and where those came from. */
export interface GivenBack {
  readonly facts: TalentFacts
  readonly before: Partial<TalentFacts>
  readonly names: readonly FactName[]
  readonly origins: FactOrigins
}

/** Prepares giving facts back with where they came from, as if they had never been changed; to be used inside a transaction. */
export function factRestorer(db: Database, from: WhereFrom): (row: number, id: TalentId, given: GivenBack) => void {
  const writer = talentWriter(db)
  const forgetOrigin = db.prepare('DELETE FROM talent_fact_source WHERE talent_row = ? AND field = ?')
  return (row, id, { facts, before, names, origins }) => {
    if (names.length === 0) return
    writer.update(row, id, { ...facts, ...chosenFacts(before, names) }, { ...from, before: facts, origins })
    for (const name of names) if (!origins[name]) forgetOrigin.run(row, name)
  }
}
