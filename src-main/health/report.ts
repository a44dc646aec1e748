import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { ClaudeState } from '../../src-preload/contract/claude.ts'
import { HealthReport } from '../../src-preload/contract/health.ts'
import { databaseVersions, type Database } from '../database/openDatabase.ts'
import type { Host } from '../host.ts'

/** The version of CastMatch; the same as in package.json, which a test holds. */
export const version = '0.1.0'

/** Reports how the office is; no personal data. `indexed` is how far search by meaning has come, `claude` how Claude stands. */
export function healthReport(db: Database, host: Host, indexed: HealthReport['indexed'], claude: ClaudeState): HealthReport {
  const { sqlite, sqliteVec, schema } = databaseVersions(db)
  const count = (sql: string): number => (db.prepare<[], { n: number }>(sql).get() ?? { n: 0 }).n
  return {
    version,
    door: host.door,
    dataFolder: host.dataFolder,
    node: process.versions.node,
    sqlite,
    sqliteVec,
    schemaVersion: schema,
    databaseBytes: fileBytes(join(host.dataFolder, 'castmatch.db')) + fileBytes(join(host.dataFolder, 'castmatch.db-wal')),
    lastBackup: newestBackup(host.dataFolder),
    secrets: host.secrets.how,
    counts: {
      productions: count('SELECT count(*) AS n FROM production WHERE removed_at IS NULL'),
      scripts: count('SELECT count(*) AS n FROM script s JOIN production p ON p.id = s.production_id AND p.removed_at IS NULL WHERE s.removed_at IS NULL'),
      roles: count('SELECT count(*) AS n FROM role r JOIN production p ON p.id = r.production_id AND p.removed_at IS NULL WHERE r.removed_at IS NULL AND r.merged_into IS NULL'),
      talent: count('SELECT count(*) AS n FROM talent WHERE removed_at IS NULL'),
    },
    indexed,
    claude: HealthReport.shape.claude.parse(claude),
  }
}

/** A beat at once and then one each interval, until the listener leaves. */
export async function* pulse(everyMs: number, now: () => Date, signal?: AbortSignal): AsyncGenerator<{ at: string }, void, undefined> {
  while (!signal?.aborted) {
    yield { at: now().toISOString() }
    await setTimeout(everyMs, undefined, { signal, ref: false }).catch(() => {})
  }
}


const fileBytes = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0

function newestBackup(folder: string): string | null {
  const backups = join(folder, 'backups')
  if (!statSync(backups, { throwIfNoEntry: false })) return null
  const times = readdirSync(backups).filter(name => name.endsWith('.db')).map(name => statSync(join(backups, name)).mtime.toISOString())
  return times.sort().at(-1) ?? null
}
