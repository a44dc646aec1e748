import type { Fluency, Gender } from '../../../src-preload/contract/words.ts'

/** Days as whole numbers from the first day of the benchmark's calendar. */
export interface Days {
  readonly from: number
  readonly to: number
}

/** How somebody speaks a language, and the dialect where one is listed. */
export interface MadeTongue {
  readonly fluency: Fluency
  readonly dialect: string | null
}

/** What a person truly is and has, whatever the book says of it. */
export interface TrueFacts {
  /** Which kind of part they are right for, by its name. */
  readonly kind: string
  readonly gender: Gender
  readonly ages: Days
  /** Languages by key. */
  readonly languages: ReadonlyMap<string, MadeTongue>
  readonly skills: ReadonlySet<string>
  readonly blocked: readonly Days[]
  readonly pencilled: readonly Days[]
  /** In rupees. */
  readonly fee: { readonly from: number; readonly to: number; readonly currency: 'INR' | 'USD'; readonly per: 'day' | 'project' }
  readonly brands: readonly { readonly brand: string; readonly category: string; readonly territory: string; readonly until: number | null }[]
  /** Whole years on the first day of the shoot, for those under 18; null for the grown. */
  readonly minor: { readonly done: readonly boolean[]; readonly permission: number | null } | null
  /** The union whose card is held; null for none. */
  readonly union: { readonly name: string; readonly until: number | null } | null
}

/** The facts that the book may lack. */
export const mayLack = ['gender', 'ages', 'languages', 'skills', 'days', 'fee', 'brands', 'minor', 'union', 'words', 'credits'] as const
export type MayLack = (typeof mayLack)[number]

/** A made person: the truth, and which of it the book does not know. */
export interface MadeTalent {
  readonly id: string
  readonly truth: TrueFacts
  readonly lacks: ReadonlySet<MayLack>
}

/** What a made role asks. */
export interface MadeRoleAsk {
  readonly name: string
  readonly kind: string
  readonly gender: Gender
  readonly ages: Days
  readonly languages: readonly { readonly key: string; readonly must: boolean; readonly fluency?: Fluency; readonly dialect?: string }[]
  readonly skills: readonly { readonly key: string; readonly must: boolean }[]
  readonly days: Days
  /** In rupees. */
  readonly budget: { readonly upTo: number; readonly per: 'day' | 'project' } | null
  readonly union: string
}

/** What the production of the benchmark advertises. */
export const ourBrand = { brand: 'Mahak', category: 'tea', territory: 'India' } as const
