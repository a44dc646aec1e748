import { inOffice } from './office.ts'
import { table, type Terminal } from './terminal.ts'

/** `castmatch doctor`: says how the office is, without any personal data. */
export function doctor({ data, json }: { readonly data: string; readonly json: boolean }, terminal: Terminal): Promise<void> {
  return inOffice(data, async ({ client }) => {
    const report = await client.health.report({}, { signal: terminal.signal })
    if (json) return terminal.out(`${JSON.stringify(report)}\n`)
    const { version, dataFolder, node, sqlite, sqliteVec, schemaVersion, databaseBytes, lastBackup, secrets, counts, indexed } = report
    const rows = [
      ['CastMatch', version],
      ['Data', dataFolder],
      ['Node, SQLite, sqlite-vec', `${node}, ${sqlite}, ${sqliteVec}`],
      ['Database', `version ${schemaVersion}, ${(databaseBytes / 1024 / 1024).toFixed(1)} MB, last backup ${lastBackup ?? 'none yet'}`],
      ['Secrets', secrets],
      ['Kept', `${counts.productions} productions, ${counts.scripts} scripts, ${counts.roles} roles, ${counts.talent} people`],
      ['Search by meaning', `knows ${indexed.done} of ${indexed.total} people (${indexed.model})`],
    ]
    terminal.out(`${table(['', ''], rows).trimStart()}\n`)
  })
}
