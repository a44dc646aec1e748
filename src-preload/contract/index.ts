import { breakdowns } from './breakdowns.ts'
import { claude } from './claude.ts'
import { drafts } from './drafts.ts'
import { grid } from './grid.ts'
import { health } from './health.ts'
import { matching } from './matching.ts'
import { productions } from './productions.ts'
import { reports } from './reports.ts'
import { roles } from './roles.ts'
import { scripts } from './scripts.ts'
import { settings } from './settings.ts'
import { sides } from './sides.ts'
import { talent } from './talent.ts'

/** The whole contract between the office and its doors: data only. */
export const contract = { productions, scripts, roles, breakdowns, grid, reports, sides, drafts, talent, matching, claude, settings, health }
/** The type of the whole contract, from which each door makes its client. */
export type Contract = typeof contract

export * from './breakdowns.ts'
export * from './claude.ts'
export * from './drafts.ts'
export * from './errors.ts'
export * from './grid.ts'
export * from './health.ts'
export * from './matching.ts'
export * from './productions.ts'
export * from './reports.ts'
export * from './roles.ts'
export * from './scripts.ts'
export * from './settings.ts'
export * from './sides.ts'
export * from './talent.ts'
export * from './words.ts'
