import type { ProfileSource } from '../../src-preload/contract/profiles.ts'
import type { OpenSource } from '../talent/profiles/readSource.ts'
import { foundPeople } from '../talent/foundPeople.ts'
import { exportPeople, readNewcomers, takeNewcomers } from '../talent/profiles.ts'
import { openProfilesByClaude } from '../talent/profilesByClaude.ts'
import type { OfficeParts } from './officeParts.ts'
import type { Os } from './os.ts'
import { searchPartsOf, thenWake } from './talentParts.ts'

/** Binds the procedures of `profiles` to the office. */
export function bindProfiles(os: Os, parts: OfficeParts) {
  const { db, pool, claude, indexer, tickets, now } = parts
  const sheetParts = { db, pool, now }
  const byClaude = openProfilesByClaude({ db, pool, now, claude })
  const openSource = (source: ProfileSource): OpenSource =>
    source.kind === 'message' ? source : { kind: 'files', files: source.tickets.map(ticket => tickets.open(ticket)) }
  return {
    read: os.profiles.read.handler(({ input, signal }) => readNewcomers(sheetParts, openSource(input.source), signal)),
    take: os.profiles.take.handler(({ input, signal }) => {
      const newcomers = input.reading === null ? undefined : byClaude.held(input.reading)
      return thenWake(indexer, takeNewcomers(sheetParts, openSource(input.source), input.choices, { newcomers, signal }))
    }),
    previewClaude: os.profiles.previewClaude.handler(({ input, signal }) => byClaude.preview(openSource(input.source), signal)),
    readByClaude: os.profiles.readByClaude.handler(({ input, signal }) => byClaude.read(openSource(input.source), input.overBudget, signal)),
    export: os.profiles.export.handler(async ({ input: { ids, question, format }, signal }) =>
      exportPeople(sheetParts, question === null ? ids : await foundPeople(searchPartsOf(parts), question, signal), format)),
  }
}
