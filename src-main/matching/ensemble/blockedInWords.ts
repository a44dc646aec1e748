import type { Blocked } from '../../../src-preload/contract/ensemble.ts'
import { listWords } from '../../../src-preload/contract/said.ts'
import type { TalentId } from '../../../src-preload/contract/talent.ts'
import { moneyWords } from '../../talent/search/readFees.ts'
import { daysInWords } from '../said.ts'
import type { EnsembleLimit, SolvedEnsemble } from './problem.ts'
import type { ReadEnsemble } from './readEnsemble.ts'

/** Says which wishes leave no cast, each of them needed for that, in sentences and so that each can be loosened. */
export function blockedInWords(read: ReadEnsemble, { state, blocking, blockingRoles, leastFee }: SolvedEnsemble): readonly Blocked[] {
  if (state !== 'impossible') return []
  const { problem, roles } = read
  if (blocking.length === 0) {
    return blockingRoles.flatMap(at => {
      const role = roles[at]
      return role ? [{ text: `${role.name}: ${candidatesInWords(read, at)}`, wish: { kind: 'role' as const, roleId: role.id, from: read.from[at] ?? null } }] : []
    })
  }
  return blocking.flatMap(at => {
    const limit = problem.limits[at]
    return limit ? [blockedBy(read, limit, leastFee)] : []
  })
}

function blockedBy(read: ReadEnsemble, limit: EnsembleLimit, leastFee: number | null): Blocked {
  const { roles, currency, wish } = read
  switch (limit.kind) {
    case 'fee':
      return {
        text: `The fees may come to ${moneyWords(limit.most, currency)}${leastFee === null ? '' : `; under the other wishes the least is ${moneyWords(leastFee, currency)}`}`,
        wish: { kind: 'fee', least: leastFee === null ? null : { amount: leastFee, currency } },
      }
    case 'fixed': {
      const role = roles[limit.role]
      if (!role) throw new Error('a fixed role is one of those cast')
      return { text: `${nameOf(read, limit.person)} plays ${role.name}`, wish: { kind: 'fixed', roleId: role.id, talentId: limit.person as TalentId } }
    }
    case 'must': {
      const nowhere = limit.people.filter(person => !read.candidates.some(list => list.some(({ talent }) => talent.id === person)))
      const why = nowhere.map(person => `; ${nameOf(read, person)} is considered for none of these roles`).join('')
      return { text: `${namesOf(read, limit.people)} both have to be in the cast${why}`, wish: { kind: 'must', talentIds: twoOf(limit.people) } }
    }
    case 'never':
      return { text: `${namesOf(read, limit.people)} may not both be in the cast`, wish: { kind: 'never', talentIds: twoOf(limit.people) } }
    case 'out':
      return { text: `${nameOf(read, limit.person)} may not be in the cast`, wish: { kind: 'out', talentId: limit.person as TalentId } }
    case 'dates':
      return { text: `Nobody may be blocked on ${wish.dates ? daysInWords(wish.dates) : 'the days'}`, wish: { kind: 'dates' } }
  }
}

function candidatesInWords({ problem, from }: ReadEnsemble, at: number): string {
  const count = problem.roles[at]?.length ?? 0
  const list = from[at] ?? null
  if (count === 0) return list === null ? 'nobody passes its musts' : `nobody on ${list === 'selects' ? 'its selects' : `its ${listWords[list].toLowerCase()}`} passes its musts`
  return count === 1 ? 'only one person is considered, whom another role needs too' : `${count} people are considered, whom other roles need too`
}

const twoOf = ([one, other]: readonly [string, string]): [TalentId, TalentId] => [one as TalentId, other as TalentId]
const namesOf = (read: ReadEnsemble, people: readonly string[]): string => people.map(person => nameOf(read, person)).join(' and ')
const nameOf = ({ people }: ReadEnsemble, id: string): string => people.get(id)?.name ?? 'Somebody who is not in the book'
