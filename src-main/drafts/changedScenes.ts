import type { DraftReport } from '../../src-preload/contract/drafts.ts'
import type { RoleId } from '../../src-preload/contract/roles.ts'

/** The scenes of a role that are no longer as they were, by index in the old and in the new draft. */
export interface ChangedScenes {
  readonly old: readonly number[]
  readonly new: readonly number[]
}

/**
 * The scenes that changed for each role from one draft to the next: what makes sides cut from the old draft stale.
 *
 * A scene counts for everybody who speaks in it where anything in it is another (words, names, heading, number) or where it was omitted,
 * split, joined or is new; a scene that only moved does not. `speakers` gives the roles that speak in a scene of either draft.
 */
export function changedScenes(report: Pick<DraftReport, 'scenes'>, speakers: (side: 'old' | 'new', scene: number) => readonly RoleId[]): ReadonlyMap<RoleId, ChangedScenes> {
  const changed = new Map<RoleId, { readonly old: number[]; readonly new: number[] }>()
  for (const pair of report.scenes) {
    const fates = [pair.kind, ...pair.also]
    if (fates.every(fate => fate === 'same' || fate === 'moved') && !pair.changes.namesOnly) continue
    const [old, now] = [pair.old.flatMap(({ index }) => index ?? []), pair.new.flatMap(({ index }) => index ?? [])]
    const roles = new Set([...old.flatMap(scene => speakers('old', scene)), ...now.flatMap(scene => speakers('new', scene))])
    for (const role of roles) {
      const own = changed.get(role) ?? { old: [], new: [] }
      own.old.push(...old)
      own.new.push(...now)
      changed.set(role, own)
    }
  }
  return changed
}
