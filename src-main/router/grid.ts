import { readSceneGrid } from '../roles/sceneGrid.ts'
import type { OfficeParts } from './officeParts.ts'
import type { Os } from './os.ts'

/** Binds the procedures of `grid` to the office. */
export function bindGrid(os: Os, { db }: OfficeParts) {
  return {
    read: os.grid.read.handler(({ input }) => readSceneGrid(db, input.scriptId)),
  }
}
