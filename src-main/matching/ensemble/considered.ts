import { CastingList } from '../../../src-preload/contract/casting.ts'
import type { EnsembleWish } from '../../../src-preload/contract/ensemble.ts'
import type { Candidate } from '../../../src-preload/contract/matching.ts'
import type { Role } from '../../../src-preload/contract/roles.ts'
import type { TalentId } from '../../../src-preload/contract/talent.ts'
import { candidatesFor, compareFor } from '../candidates.ts'
import type { EnsembleParts, Stood } from './ensembleParts.ts'

/** Who is considered for a role, best fit first where nobody was named. */
export interface Considered {
  readonly candidates: ReadonlyMap<TalentId, Candidate>
  /** Who stays however many there are: those named, fixed or wished for as a pair. */
  readonly named: ReadonlySet<TalentId>
  /** How many were left out because a gate of the role holds them. */
  readonly held: number
  /** From which lists they come, null where everybody who fits is considered. */
  readonly from: CastingList | null
}

/** How many times as many are read where some of them may be left out by a wish. */
const spare = 3
const mostRead = 500

/**
 * Reads who is considered for a role: those named, else those on its lists, else the best fitting, and who is fixed.
 *
 * Whom a gate holds is left out, and who was released from the role; whom the casting director fixed or named is hers. Throws NOT_FOUND, CANCELLED.
 */
export async function consideredFor(parts: EnsembleParts, wish: EnsembleWish, role: Role, signal: AbortSignal): Promise<Considered> {
  const stood = parts.standings(role.id)
  const from = wish.lists.find(({ roleId }) => roleId === role.id)?.from ?? null
  const released = new Set(stood.filter(({ status }) => status === 'released').map(({ talentId }) => talentId))
  const named = wish.candidates.find(({ roleId }) => roleId === role.id)?.talentIds ?? (from && listed(stood, from).filter(id => !released.has(id)))
  const fixed = wish.fixed.filter(({ roleId }) => roleId === role.id).map(({ talentId }) => talentId)
  const limit = wish.out.length > 0 || wish.dates || released.size > 0 ? Math.min(mostRead, wish.perRole * spare) : wish.perRole
  const ranking = named ? null : await candidatesFor(parts, role.id, { limit, signal })
  const asked = [...new Set([...(named ?? []), ...fixed, ...(ranking ? wish.must.flat() : [])])]
  const compared = asked.length === 0 ? [] : await compareFor(parts, role.id, asked, signal)
  const open = compared.filter(({ talent, stoppedBy }) => stoppedBy.length === 0 || fixed.includes(talent.id))
  const ranked = (ranking?.candidates ?? []).filter(({ talent }) => !released.has(talent.id))
  return {
    candidates: new Map([...ranked, ...open].map(candidate => [candidate.talent.id, candidate])),
    named: new Set(asked),
    held: compared.length - open.length,
    from: wish.candidates.some(({ roleId }) => roleId === role.id) ? null : from,
  }
}

/** Who stands on a list or on a shorter one. */
const listed = (stood: readonly Stood[], from: CastingList): readonly TalentId[] =>
  stood.filter(({ list }) => CastingList.options.indexOf(list) >= CastingList.options.indexOf(from)).map(({ talentId }) => talentId)

/**
 * All who were named and the best so many past what is wished away; where those are fewer, they are filled up with the best of those
 * wished away, so that a wish can be named that leaves no cast.
 */
export function nearest({ candidates, named }: Considered, perRole: number, away: ReadonlySet<string>): readonly Candidate[] {
  const others = [...candidates.values()].filter(({ talent: { id } }) => !named.has(id))
  const near = others.filter(({ talent: { id } }) => !away.has(id)).slice(0, perRole)
  const far = others.filter(({ talent: { id } }) => away.has(id)).slice(0, perRole - near.length)
  const kept = new Set([...near, ...far])
  return [...candidates.values()].filter(candidate => named.has(candidate.talent.id) || kept.has(candidate))
}
