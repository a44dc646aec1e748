/**
 * What an event says, on either side, in the same words: only this is compared.
 *
 * `start` and `end` are milliseconds since 1970; `shape` is other than single only in Google; `answer` is what the person who
 * is invited answered, null here.
 */
export interface Facts {
  readonly start: number
  readonly end: number
  readonly zone: string
  readonly shape: 'single' | 'wholeDay' | 'series'
  readonly title: string
  readonly place: string
  readonly text: string
  /** E-mail addresses in small letters, in order. */
  readonly guests: readonly string[]
  /** Whether the time counts as free: who declined does not come. */
  readonly isFree: boolean
  readonly answer: 'accepted' | 'declined' | null
  /** Who is invited as Google has it, with what each answered; not compared. */
  readonly attendees?: readonly Attendee[]
}

/** Somebody who is invited, as Google has it. */
export interface Attendee {
  readonly email: string
  readonly responseStatus?: string | undefined
}

/** What may change of an event by itself; time is start, end and shape. */
export type Field = 'time' | 'title' | 'place' | 'text' | 'guests' | 'isFree' | 'answer'

/** Every field. */
export const fields: readonly Field[] = ['time', 'title', 'place', 'text', 'guests', 'isFree', 'answer']

/** The facts of each field by itself; a field that is left out differs from whatever is there. */
export type PartFacts = { readonly [Key in keyof Facts]?: Facts[Key] }

const keysOf: Readonly<Record<Field, readonly (keyof Facts)[]>> = {
  time: ['start', 'end', 'shape'], title: ['title'], place: ['place'], text: ['text'], guests: ['guests'], isFree: ['isFree'], answer: ['answer'],
}

/** Whether two sides say the same of a field. */
export const sameField = (a: PartFacts, b: PartFacts, field: Field): boolean =>
  keysOf[field].every(key => a[key] !== undefined && JSON.stringify(a[key]) === JSON.stringify(b[key]))

/** Facts with some fields as other facts have them. */
export const withFields = (facts: PartFacts, others: PartFacts, chosen: readonly Field[]): PartFacts =>
  ({ ...facts, ...Object.fromEntries(chosen.flatMap(field => keysOf[field]).map(key => [key, others[key]])), ...(chosen.includes('time') && { zone: others.zone }) })

/** Facts without some fields, which so count as changed. */
export const withoutFields = (facts: PartFacts, chosen: readonly Field[]): PartFacts =>
  Object.fromEntries(Object.entries(facts).filter(([key]) => !chosen.some(field => (keysOf[field] as readonly string[]).includes(key))))
