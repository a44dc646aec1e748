import type { SolvedEnsemble } from './problem.ts'
import type { ReadEnsemble } from './readEnsemble.ts'

/** Says in sentences which wishes leave no cast: each of them is needed for that. */
export function blockedInWords(read: ReadEnsemble, { state, blocking, blockingRoles, leastFee }: SolvedEnsemble): readonly string[] {
  if (state !== 'impossible') return []
  const { problem, roles } = read
  if (blocking.length === 0) return blockingRoles.map(at => `${roles[at]?.name ?? ''}: ${candidatesInWords(problem.roles[at]?.length ?? 0)}`)
  return blocking.flatMap(at => {
    const limit = problem.limits[at]
    if (!limit) return []
    if (limit.kind === 'fee') return [`The fees may come to ${moneyWords(read, limit.most)}${leastFee === null ? '' : `; under the other wishes the least is ${moneyWords(read, leastFee)}`}`]
    if (limit.kind === 'fixed') return [`${nameOf(read, limit.person)} plays ${roles[limit.role]?.name ?? 'a role that is not cast here'}`]
    const names = limit.people.map(person => nameOf(read, person)).join(' and ')
    return [limit.kind === 'must' ? `${names} both have to be in the cast` : `${names} may not both be in the cast`]
  })
}

const candidatesInWords = (count: number): string =>
  count === 0 ? 'nobody passes its gates' : count === 1 ? 'only one person is considered, whom another role needs too' : `${count} people are considered, whom other roles need too`

const nameOf = ({ people }: ReadEnsemble, id: string): string => people.get(id)?.name ?? 'Somebody who is not in the book'

/** An amount in minor units as it is said: "₹12,50,000". */
function moneyWords({ currency }: ReadEnsemble, amount: number): string {
  const minor = new Intl.NumberFormat('en-IN', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  return new Intl.NumberFormat('en-IN', { style: 'currency', currency, maximumFractionDigits: 0 }).format(amount / 10 ** minor)
}
