import { compareDrafts, type ComparedDrafts } from '../../src-main/drafts/compareDrafts.ts'
import { draftsToCompare } from '../../src-main/drafts/draftStore.ts'
import { keepDraft } from '../../src-main/drafts/newDraft.ts'
import { createProduction } from '../../src-main/productions/productionStore.ts'
import { makeRolesFromScript } from '../../src-main/roles/makeRoles.ts'
import { listRoles } from '../../src-main/roles/roleStore.ts'
import { readScript } from '../../src-main/scripts/readScript.ts'
import { getScriptSummary, insertScript } from '../../src-main/scripts/scriptStore.ts'
import type { Database } from '../../src-main/database/openDatabase.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { RoleId } from '../../src-preload/contract/roles.ts'
import type { ScriptId, ScriptSummary } from '../../src-preload/contract/scripts.ts'
import { draftTextOf } from '../../tools/draftPairs.ts'

/** Keeps Fountain texts one after the other in one production, as imports do, an hour between them. */
export async function keepDrafts(db: Database, texts: readonly (string | { readonly text: string; readonly fileName: string })[]): Promise<{
  readonly productionId: ProductionId
  readonly scripts: readonly ScriptSummary[]
  readonly before: readonly (ScriptId | null)[]
  readonly role: (name: string) => RoleId
}> {
  const start = Date.UTC(2026, 10, 21, 12)
  const productionId = createProduction(db, { title: 'Test', kind: 'film', brief: '' }, new Date(start)).id
  const kept: { id: ScriptId; before: ScriptId | null }[] = []
  for (const [at, given] of texts.entries()) {
    const { text, fileName } = typeof given === 'string' ? { text: given, fileName: 'test.fountain' } : given
    const read = await readScript(new TextEncoder().encode(text), fileName)
    const now = new Date(start + at * 3_600_000)
    kept.push(db.transaction(() => {
      const id = insertScript(db, { productionId, fileName, sha256: `sha of ${text}` }, read.reading, read.elements, now)
      makeRolesFromScript(db, productionId, id, read.reading, read.elements, now)
      return { id, before: keepDraft(db, productionId, id, read) }
    })())
  }
  return {
    productionId,
    scripts: kept.map(({ id }) => getScriptSummary(db, id)),
    before: kept.map(({ before }) => before),
    role: name => {
      const found = listRoles(db, productionId).find(role => role.name === name)
      if (!found) throw new Error(`no role ${name}`)
      return found.id
    },
  }
}

/** Compares two kept scripts, without a thread of its own. */
export const compareKept = (db: Database, from: ScriptId, to: ScriptId): ComparedDrafts => compareDrafts(draftsToCompare(db, getScriptSummary(db, from), getScriptSummary(db, to)))

/** Compares two Fountain texts; every cue is a role by itself. */
export async function compareTexts(old: string, now: string): Promise<ComparedDrafts> {
  return compareDrafts({ old: await draftTextOf(old, 'old'), new: await draftTextOf(now, 'new'), apart: [], elsewhere: [] })
}

/** The rows of scenes in short: "1 > 1 same", "2 > 2, 3 split". */
export const scenesInShort = ({ scenes }: ComparedDrafts): readonly string[] =>
  scenes.map(row => `${row.old.map(({ index }) => (index ?? -1) + 1).join(', ') || '-'} > ${row.new.map(({ index }) => (index ?? -1) + 1).join(', ') || '-'} ${[row.kind, ...row.also].join(' ')}`)

/** What became of the roles in short: "renamed MEERA > MIRA", "kept BHOLA aged". */
export const rolesInShort = ({ roles }: ComparedDrafts): readonly string[] =>
  roles.map(({ kind, old, new: now, marks }) => [kind, kind === 'new' ? now[0]?.name : kind === 'gone' || kind === 'kept' ? old[0]?.name : `${old.map(({ name }) => name).join(' + ')} > ${now.map(({ name }) => name).join(' + ')}`, ...marks].join(' '))
