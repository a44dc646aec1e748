import { CastMatchError } from '../../src-preload/contract/errors.ts'
import { sceneNumber } from '../../src-preload/contract/said.ts'
import type { SidesCut } from '../../src-preload/contract/sides.ts'
import type { Database } from '../database/openDatabase.ts'
import { standingRole } from '../roles/roleRecord.ts'
import { cutScenes } from './cutScenes.ts'
import { cutScript, elementsOf, heardIn, spokenBy } from './sidesScript.ts'
import type { SheetElement, SheetPart, SidesSheet } from './sheet.ts'

/**
 * Reads what sides print: the scenes of the cut with their context, the role's lines marked, and what stands over them.
 *
 * Throws NOT_FOUND where role or script are gone, INVALID_INPUT where they are of two productions or a scene is not in the script.
 */
export function readSheet(db: Database, cut: SidesCut): SidesSheet {
  const role = standingRole(db, cut.roleId)
  const { id, draft, scenes, productionId } = cutScript(db, cut.scriptId)
  if (productionId !== role.production_id) throw new CastMatchError('INVALID_INPUT', { subject: `The sides of ${role.name}`, detail: 'the script belongs to another production' })
  const missing = cut.scenes.find(scene => scene >= scenes.length)
  if (missing !== undefined) throw new CastMatchError('INVALID_INPUT', { subject: `The sides of ${role.name}`, detail: `the script has no scene ${missing + 1}` })
  const spoken = new Set(spokenBy(db, role, heardIn(db, id)).map(({ scene, cue }) => `${scene} ${cue}`))
  const parts = cutScenes(cut.scenes, cut.context, scenes.length)
  const elements = Map.groupBy(elementsOf(db, id, parts.flatMap(part => (part.kind === 'scene' ? [part.scene] : []))), ({ scene }) => scene)
  const numberOf = (index: number): string => {
    const scene = scenes[index]
    return scene ? sceneNumber(scene) : String(index + 1)
  }
  return {
    role: role.name,
    title: cut.title,
    draft: `${draft.name}, ${draft.words} (${draft.fileName})`,
    source: `Cut from ${draft.fileName}`,
    note: cut.note,
    parts: parts.map((part): SheetPart => {
      if (part.kind === 'gap') return { kind: 'gap', from: numberOf(part.from), to: numberOf(part.to) }
      const own = (elements.get(part.scene) ?? []).map(({ kind, text, page, dual, character }): SheetElement => ({ kind, text, page, dual, marked: part.read && spoken.has(`${part.scene} ${character}`) }))
      return { kind: 'scene', scene: part.scene, number: numberOf(part.scene), read: part.read, elements: own }
    }),
  }
}
