import type { LineAround, LineKind } from '../../src-preload/contract/scripts.ts'

/** A printed line with what it was read as: null on a title page, "nothing" where it was left out; lengths in points. */
export type MarkedLine = {
  readonly page: number
  readonly text: string
  readonly x: number
  readonly end: number
  readonly y: number
  readonly height: number
  readonly kind: LineKind | null
  readonly around: LineAround
}

/** A page with its printed lines, each with what it was read as; its size in points. */
export type MarkedPage = { readonly width: number; readonly height: number; readonly lines: readonly MarkedLine[] }
