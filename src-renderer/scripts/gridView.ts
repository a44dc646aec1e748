import type { SceneGrid } from '../../src-preload/contract/grid.ts'
import type { RoleId } from '../../src-preload/contract/roles.ts'

/** What the parts of the grid share: the grid, the place of its script, to which cells and scenes lead, and whose row is chosen. */
export interface GridView {
  readonly grid: SceneGrid
  readonly place: string
  readonly chosen: RoleId | null
  readonly onChoose: (role: RoleId | null) => void
}
