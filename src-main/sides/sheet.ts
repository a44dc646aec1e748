import type { ScriptElement } from '../../src-preload/contract/scripts.ts'

/** A paragraph as sides print it; `marked` where the role speaks it in a scene to be read. */
export interface SheetElement extends Pick<ScriptElement, 'kind' | 'text' | 'page' | 'dual'> {
  readonly marked: boolean
}

/** A scene to be printed, or the scenes left out between two, by the numbers that they are known by. */
export type SheetPart =
  | { readonly kind: 'scene'; readonly scene: number; readonly number: string; readonly read: boolean; readonly elements: readonly SheetElement[] }
  | { readonly kind: 'gap'; readonly from: string; readonly to: string }

/** All that sides print but whose copy it is: plain values, so that it can be handed to a worker. */
export interface SidesSheet {
  readonly role: string
  readonly title: string
  /** The draft and its date, as every page says it. */
  readonly draft: string
  /** What it was made from, for the foot of a copy without a name. */
  readonly source: string
  readonly note: string
  readonly parts: readonly SheetPart[]
}

/** Whose copy it is, null for nobody's, and the day in words. */
export interface Copy {
  readonly recipient: string | null
  readonly day: string
}
