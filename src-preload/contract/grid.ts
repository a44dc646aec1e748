import { z } from 'zod'
import { procedure } from './errors.ts'
import { RoleId, RoleSize } from './roles.ts'
import { Scene, ScriptId } from './scripts.ts'

/** A role in one scene: it speaks there, or is only named in its lines of action (no speeches). */
export const GridCell = z.object({
  scene: z.number().int().min(0).describe('Index of the scene'),
  speeches: z.number().int().min(0),
  words: z.number().int().min(0),
  element: z.number().int().min(0).describe('Index of the element where it is first heard or named there'),
})
export type GridCell = z.infer<typeof GridCell>

/** A role of a script with its scenes; eighths of a page are those of its scenes together. */
export const GridRole = z.object({
  id: RoleId,
  name: z.string(),
  size: RoleSize,
  speeches: z.number().int(),
  words: z.number().int(),
  eighths: z.number().int(),
  cells: z.array(GridCell).describe('By scene, ascending'),
})
export type GridRole = z.infer<typeof GridRole>

/** Two roles and the scenes that they are in together. */
export const GridPair = z.object({
  roles: z.tuple([RoleId, RoleId]),
  scenes: z.array(z.number().int().min(0)).describe('Indexes of the scenes that both are in, ascending'),
  spoken: z.number().int().describe('How many of them both speak in'),
})
export type GridPair = z.infer<typeof GridPair>

/** Who is in which scene of a script, and who meets whom. */
export const SceneGrid = z.object({
  scenes: z.array(Scene),
  roles: z.array(GridRole).describe('Most speeches first'),
  pairs: z.array(GridPair).describe('Most shared scenes first'),
})
export type SceneGrid = z.infer<typeof SceneGrid>

/** The grid of a script: scenes by roles, counted from what stands in the text and how the user merged and split it. */
export const grid = {
  read: procedure.route({ summary: 'Read who is in which scene of a script, and who meets whom' }).input(z.object({ scriptId: ScriptId })).output(SceneGrid),
}
