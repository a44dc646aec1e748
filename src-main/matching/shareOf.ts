import { mustWeight } from './weights.ts'

/** The part of one factor that one of several asked things takes: they share it, a must-have taking more. */
export const shareOf = (must: boolean, all: readonly { readonly must: boolean }[]): number =>
  (must ? mustWeight : 1) / all.reduce((sum, asked) => sum + (asked.must ? mustWeight : 1), 0)
