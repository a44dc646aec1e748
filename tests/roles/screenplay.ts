import { draftRoles, type RoleDraft } from '../../src-main/roles/draftRoles.ts'
import { createProduction } from '../../src-main/productions/productionStore.ts'
import { makeRolesFromScript } from '../../src-main/roles/makeRoles.ts'
import { listRoles } from '../../src-main/roles/roleStore.ts'
import { insertScript } from '../../src-main/scripts/scriptStore.ts'
import { readScript, type ReadScript } from '../../src-main/scripts/readScript.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { RoleId, RoleProposal } from '../../src-preload/contract/roles.ts'
import type { ScriptId } from '../../src-preload/contract/scripts.ts'
import type { Database } from '../../src-main/database/openDatabase.ts'

/** The moment at which everything in these tests happens. */
export const noon = new Date('2026-11-21T12:00:00Z')

/** Reads a Fountain text as the office does. */
export const readText = (text: string): Promise<ReadScript> => readScript(new TextEncoder().encode(text), 'test.fountain')

/** The drafts of the roles of a Fountain text. */
export async function draftsOf(text: string): Promise<readonly RoleDraft[]> {
  const { reading, elements } = await readText(text)
  return draftRoles(reading, elements)
}

/** What a role's lines propose of one fact, without their citations. */
export const proposed = (drafts: readonly RoleDraft[], name: string, field: RoleProposal['field']): readonly RoleProposal['value'][] =>
  drafts
    .filter(draft => draft.name === name)
    .flatMap(draft => draft.proposals.map(({ proposal }) => proposal))
    .filter(proposal => proposal.field === field)
    .map(({ value }) => value)

/** Where a kept script is, and the role of a name. */
export interface KeptScript {
  readonly productionId: ProductionId
  readonly scriptId: ScriptId
  readonly role: (name: string) => RoleId
}

/** Keeps a Fountain text in a production (a new one where none is given) with its roles. */
export async function keepScript(db: Database, text: string, production?: ProductionId): Promise<KeptScript> {
  const { reading, elements } = await readText(text)
  const productionId = production ?? createProduction(db, { title: 'Test', kind: 'film', brief: '' }, noon).id
  const scriptId = db.transaction(() => {
    const id = insertScript(db, { productionId, fileName: 'test.fountain', sha256: `sha of ${text}` }, reading, elements, noon)
    makeRolesFromScript(db, productionId, id, reading, elements, noon)
    return id
  })()
  const role = (name: string): RoleId => {
    const found = listRoles(db, productionId).find(summary => summary.name === name)
    if (!found) throw new Error(`no role ${name}`)
    return found.id
  }
  return { productionId, scriptId, role }
}
