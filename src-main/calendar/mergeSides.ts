import { fields, sameField, withFields, withoutFields, type Facts, type Field, type PartFacts } from './facts.ts'

/** What is known of an event when both sides are compared. */
export interface Sides {
  /** The facts here when both sides last agreed, and those in Google then; null where it was not there. */
  readonly ours: PartFacts | null
  readonly theirs: PartFacts | null
  /** What was sent since and never answered, so that it may stand there; null is a removal. */
  readonly sent: readonly (Facts | null)[]
  /** Fields that were changed in Google and left so. */
  readonly kept: readonly Field[]
  /** The facts here now; null where there is to be no event. */
  readonly here: Facts | null
  /** The facts in Google now; null where it was removed. */
  readonly there: Facts | null
  /** Fields that can be taken from Google. */
  readonly takes: readonly Field[]
}

/** What both sides come to: what is taken from Google, what is sent to it, or what the user decides. */
export type Merged =
  | { readonly kind: 'conflict'; readonly fields: readonly (Field | 'existence')[] }
  | { readonly kind: 'takeRemoval' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'insert' }
  | { readonly kind: 'remove' }
  | {
    readonly kind: 'both'
    readonly take: readonly Field[]
    readonly send: readonly Field[]
    /** What both sides agree on after what is taken was taken. */
    readonly ours: PartFacts
    readonly theirs: Facts
    readonly kept: readonly Field[]
  }

/** Fields of Google's side that never stand against a change here: guests are merged as a set, an answer is only theirs. */
const neverDisputed: readonly Field[] = ['guests', 'answer']

/** Fields whose change in Google speaks against removing the event from here. */
const telling: readonly Field[] = ['time', 'title', 'place', 'text']

/** Merges two sides of an event, each field by itself against what both last agreed on; decides nothing where both changed one. */
export function mergeSides(sides: Sides): Merged {
  const { here, there } = sides
  if (here === null && there === null) return { kind: 'gone' }
  if (here === null) return there === null ? { kind: 'gone' } : removedHere(sides, there)
  if (there === null) return removedThere(sides, here)
  return mergeFields(sides, here, there)
}

function removedHere({ theirs, sent }: Sides, there: Facts): Merged {
  const isOurs = (field: Field): boolean => (theirs !== null && sameField(theirs, there, field)) || sent.some(facts => facts !== null && sameField(facts, there, field))
  return telling.every(isOurs) ? { kind: 'remove' } : { kind: 'conflict', fields: ['existence'] }
}

function removedThere({ ours, theirs, sent }: Sides, here: Facts): Merged {
  if (sent.includes(null)) return { kind: 'insert' }
  if (theirs === null && ours === null && sent.length === 0) return { kind: 'insert' }
  const unchanged = (field: Field): boolean => (ours !== null && sameField(ours, here, field)) || sent.some(facts => facts !== null && sameField(facts, here, field))
  return telling.every(unchanged) ? { kind: 'takeRemoval' } : { kind: 'conflict', fields: ['existence'] }
}

function mergeFields(sides: Sides, here: Facts, there: Facts): Merged {
  const fates = fields.map(field => ({ field, fate: fateOf(sides, here, there, field) }))
  const of = (...wanted: readonly Fate[]): readonly Field[] => fates.filter(({ fate }) => wanted.includes(fate)).map(({ field }) => field)
  const disputed = of('disputed')
  if (disputed.length > 0) return { kind: 'conflict', fields: disputed }
  return {
    kind: 'both', take: of('take'), send: of('send'), theirs: there,
    // What is to be sent is left out, so that it counts as changed until it was.
    ours: withoutFields(withFields(sides.ours ?? {}, here, of('same', 'steady', 'kept')), of('send')),
    kept: of('kept'),
  }
}

type Fate = 'same' | 'steady' | 'kept' | 'take' | 'send' | 'disputed'

function fateOf({ ours, theirs, sent, kept, takes }: Sides, here: Facts, there: Facts, field: Field): Fate {
  if (sameField(here, there, field)) return 'same'
  const wasSent = (facts: Facts): boolean => sent.some(each => each !== null && sameField(each, facts, field))
  const stood = theirs !== null && sameField(theirs, there, field)
  const isDisputable = !neverDisputed.includes(field)
  if (field === 'answer') return stood ? 'steady' : 'take'
  if (stood) {
    if (ours !== null && sameField(ours, here, field)) return kept.includes(field) ? 'kept' : 'steady'
    return kept.includes(field) && isDisputable ? 'disputed' : 'send'
  }
  // Something of ours landed there whose answer was lost, and is not what is wanted by now.
  if (wasSent(there)) return 'send'
  const changedHere = ours === null ? !wasSent(here) : !sameField(ours, here, field)
  if (changedHere) return isDisputable ? 'disputed' : 'send'
  return takes.includes(field) ? 'take' : 'kept'
}
