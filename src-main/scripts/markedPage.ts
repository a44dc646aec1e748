import type { LineAround, LineKind } from '../../src-preload/contract/scripts.ts'
import type { PlacedLine } from './placedLines.ts'

/** A printed line with what it was read as: null on a title page, "nothing" where it was left out; lengths in points. */
export type MarkedLine = Pick<PlacedLine, 'page' | 'text' | 'x' | 'end' | 'y' | 'height'> & { readonly kind: LineKind | null; readonly around: LineAround }

/** A page with its printed lines, each with what it was read as; its size in points. */
export type MarkedPage = { readonly width: number; readonly height: number; readonly lines: readonly MarkedLine[] }
