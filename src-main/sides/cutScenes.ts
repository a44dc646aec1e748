/** A stretch of the script on its way to the printed page: a scene, read or context, or how many were left out between two. */
export type CutPart =
  | { readonly kind: 'scene'; readonly scene: number; readonly read: boolean }
  | { readonly kind: 'gap'; readonly from: number; readonly to: number }

/**
 * The scenes that sides print, in the order of the script and each once: those chosen, and up to `context` before and after each.
 *
 * A chosen scene that is also another's context is read. Indexes outside the script of `count` scenes are left out; between two
 * scenes that do not follow each other stands a gap with the first and last index left out.
 */
export function cutScenes(chosen: readonly number[], context: number, count: number): readonly CutPart[] {
  const read = new Set(chosen.filter(scene => Number.isInteger(scene) && scene >= 0 && scene < count))
  const kept = new Set<number>()
  for (const scene of read) for (let at = Math.max(0, scene - context); at <= Math.min(count - 1, scene + context); at++) kept.add(at)
  return [...kept].sort((a, b) => a - b).flatMap((scene, at, all): CutPart[] => {
    const before = all[at - 1]
    const part: CutPart = { kind: 'scene', scene, read: read.has(scene) }
    return before !== undefined && scene - before > 1 ? [{ kind: 'gap', from: before + 1, to: scene - 1 }, part] : [part]
  })
}
