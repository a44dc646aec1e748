import type { BlockingWish, EnsembleWishes } from '../../src-preload/contract/ensemble.ts'
import type { TalentId } from '../../src-preload/contract/talent.ts'
import { moneyWords } from './ensembleWords.ts'

/** A wish made looser: what the button says, and the wishes then. */
export interface Loosened {
  readonly label: string
  readonly wishes: EnsembleWishes
}

const same = (one: readonly TalentId[], other: readonly TalentId[]): boolean => one.every(id => other.includes(id))

/** What would make room: the wish in the way taken off, or a fee total raised to what a cast costs at least. */
export function loosened(wishes: EnsembleWishes, blocking: BlockingWish, locale: string): Loosened {
  switch (blocking.kind) {
    case 'fee':
      return blocking.least === null
        ? { label: 'Take the fee total off', wishes: { ...wishes, feeTotal: null } }
        : { label: `Raise it to ${moneyWords(blocking.least, locale)}`, wishes: { ...wishes, feeTotal: blocking.least } }
    case 'fixed':
      return { label: 'Unlock', wishes: { ...wishes, fixed: wishes.fixed.filter(({ roleId }) => roleId !== blocking.roleId) } }
    case 'must':
      return { label: 'Do without this pair', wishes: { ...wishes, must: wishes.must.filter(pair => !same(pair, blocking.talentIds)) } }
    case 'never':
      return { label: 'Allow them together', wishes: { ...wishes, never: wishes.never.filter(pair => !same(pair, blocking.talentIds)) } }
    case 'out':
      return { label: 'Let them in', wishes: { ...wishes, out: wishes.out.filter(id => id !== blocking.talentId) } }
    case 'dates':
      return { label: 'Take the dates off', wishes: { ...wishes, dates: null } }
    case 'role':
      return blocking.from === null
        ? { label: 'Cast without this role', wishes: { ...wishes, roleIds: wishes.roleIds.filter(id => id !== blocking.roleId) } }
        : { label: 'Consider all that match', wishes: { ...wishes, lists: wishes.lists.filter(({ roleId }) => roleId !== blocking.roleId) } }
  }
}
