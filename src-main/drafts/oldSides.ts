import type { DraftReport, OldSides } from '../../src-preload/contract/drafts.ts'
import { sceneNumber } from '../../src-preload/contract/said.ts'
import type { ScriptSummary } from '../../src-preload/contract/scripts.ts'
import type { Database } from '../database/openDatabase.ts'
import { listSides } from '../sides/sidesStore.ts'

/**
 * The sides that were cut from the old draft, each with those of its scenes that are no longer as they were; those with such scenes first.
 *
 * A scene counts where anything in it is another (words, names, heading, number) or where it was omitted, split or joined; one that only
 * moved does not.
 */
export function oldSides(db: Database, from: Pick<ScriptSummary, 'id' | 'productionId'>, { scenes }: Pick<DraftReport, 'scenes'>): OldSides[] {
  const changed = new Map(
    scenes
      .filter(({ kind, also, changes }) => changes.namesOnly || [kind, ...also].some(fate => fate !== 'same' && fate !== 'moved'))
      .flatMap(({ old }) => old.flatMap(({ index, number }) => (index === null ? [] : [[index, sceneNumber({ index, number })] as const]))),
  )
  return listSides(db, from.productionId)
    .filter(({ scriptId }) => scriptId === from.id)
    .map(({ id, roleId, roleName, title, scenes: own }) => ({ id, roleId, roleName, title, changed: own.flatMap(scene => changed.get(scene) ?? []) }))
    .sort((a, b) => Number(b.changed.length > 0) - Number(a.changed.length > 0))
}
