import type { FactChange, RoleMark } from '../../src-preload/contract/drafts.ts'
import type { RoleProposal } from '../../src-preload/contract/roles.ts'
import type { SaidFact } from './draftRole.ts'

/** Another age, what is newly asked, and what is asked no more. */
export interface ComparedFacts {
  readonly facts: readonly FactChange[]
  readonly marks: readonly RoleMark[]
}

/**
 * Compares what two drafts say of a role.
 *
 * A role has aged where both state an age and neither knows the other's. Where one is silent about an age or a gender nothing has changed
 * but what is newly said; a language or a skill that is no longer shown is asked no more. Looks are words of the author and not compared.
 */
export function compareFacts(old: readonly SaidFact[], now: readonly SaidFact[]): ComparedFacts {
  const parts = [ageChange(old, now), genderChange(old, now), asked(old, now, 'language'), asked(old, now, 'skill')]
  const facts = parts.flatMap(part => part.facts)
  return { facts, marks: [...new Set(parts.flatMap(part => part.marks))] }
}

const nothing: ComparedFacts = { facts: [], marks: [] }

const of = (facts: readonly SaidFact[], field: RoleProposal['field']): readonly SaidFact[] => facts.filter(({ proposal }) => proposal.field === field)

const valueOf = ({ proposal }: SaidFact): string => JSON.stringify(proposal.value).toLowerCase()

const says = (facts: readonly SaidFact[], fact: SaidFact): boolean => facts.some(other => valueOf(other) === valueOf(fact))

function ageChange(old: readonly SaidFact[], now: readonly SaidFact[]): ComparedFacts {
  const [before, after] = [of(old, 'playingRange'), of(now, 'playingRange')]
  const [first, then] = [before[0], after[0]]
  if (!then) return nothing
  if (!first) return { facts: [{ before: null, after: then }], marks: ['asks'] }
  return says(after, first) || says(before, then) ? nothing : { facts: [{ before: first, after: then }], marks: ['aged'] }
}

function genderChange(old: readonly SaidFact[], now: readonly SaidFact[]): ComparedFacts {
  const [before, after] = [of(old, 'gender')[0], of(now, 'gender')[0]]
  if (!after || (before && valueOf(before) === valueOf(after))) return nothing
  return { facts: [{ before: before ?? null, after }], marks: ['asks'] }
}

function asked(old: readonly SaidFact[], now: readonly SaidFact[], field: 'language' | 'skill'): ComparedFacts {
  const [before, after] = [of(old, field), of(now, field)]
  const added = after.filter(fact => !says(before, fact))
  const gone = before.filter(fact => !says(after, fact))
  return {
    facts: [...added.map(fact => ({ before: null, after: fact })), ...gone.map(fact => ({ before: fact, after: null }))],
    marks: [...(added.length > 0 ? (['asks'] as const) : []), ...(gone.length > 0 ? (['drops'] as const) : [])],
  }
}
