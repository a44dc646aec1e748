import type { TalentId } from '../../../src-preload/contract/talent.ts'
import type { DaySpan, Fluency, Gender, PlayingRange } from '../../../src-preload/contract/words.ts'

/** A limit on a fee, in minor units of its currency; `per` null holds for a day as for a project. */
export interface FeeLimit {
  readonly least: number | null
  readonly most: number | null
  readonly currency: string
  readonly per: 'day' | 'project' | null
}

/** What a chip asks of a person; a fact that is not known never excludes. */
export type Condition =
  | { readonly kind: 'gender'; readonly gender: Gender; readonly orNonBinary: boolean }
  | { readonly kind: 'playingRange'; readonly range: PlayingRange }
  /** `least` is how well it must be spoken at least; a fluency that is not known does not exclude. */
  | { readonly kind: 'language'; readonly word: string; readonly least: Fluency | null }
  | { readonly kind: 'city'; readonly words: readonly string[] }
  | { readonly kind: 'tag'; readonly word: string }
  | { readonly kind: 'skill'; readonly phrase: string }
  | { readonly kind: 'fee'; readonly limit: FeeLimit }
  /** In whole centimetres, both ends included. */
  | { readonly kind: 'height'; readonly least: number | null; readonly most: number | null }
  /** Nobody who is blocked on one of the days. */
  | { readonly kind: 'dates'; readonly span: DaySpan }
  /** A card of the union with this folded word in it; of any where it is empty. */
  | { readonly kind: 'union'; readonly word: string }
  | { readonly kind: 'passport' }
  | { readonly kind: 'minor'; readonly isMinor: boolean }
  | { readonly kind: 'media'; readonly media: 'headshot' | 'reel' | 'selfTape' }
  | { readonly kind: 'like'; readonly id: TalentId; readonly name: string }
  /** The middle of the playing range beside that of a person, in years. */
  | { readonly kind: 'ageBeside'; readonly middle: number; readonly side: 'under' | 'over' }
  | { readonly kind: 'excludeGender'; readonly gender: Gender }
  | { readonly kind: 'excludeWords'; readonly phrase: string }
