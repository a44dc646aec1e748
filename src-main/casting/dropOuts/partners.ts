import type { RoleId } from '../../../src-preload/contract/roles.ts'
import type { TalentId } from '../../../src-preload/contract/talent.ts'
import type { ScriptPair } from '../../../src-preload/contract/pairs.ts'
import type { Shown } from '../entries.ts'

/** Somebody who is cast in a role that shares scenes with the open one. */
export interface Partner {
  readonly role: { readonly id: RoleId; readonly name: string }
  readonly person: { readonly id: TalentId; readonly name: string }
  readonly scenes: number
}

/** So many pairs of a new person are checked: those on which most hangs. */
const mostPartners = 3

/** Who stays beside an open role: for each role that shares scenes with it who is booked there, else who has the first pencil; those on which most hangs first. */
export function partnersOf(roleId: RoleId, pairs: readonly ScriptPair[], entries: readonly Shown[], nameOf: (id: TalentId) => string | null): readonly Partner[] {
  return pairs.flatMap(({ roles, scenes }): readonly Partner[] => {
    const other = roles.find(({ id }) => id !== roleId)
    if (!other || !roles.some(({ id }) => id === roleId)) return []
    const ofRole = entries.filter(entry => entry.roleId === other.id)
    const cast = ofRole.find(({ status }) => status === 'booked') ?? ofRole.find(({ hold }) => hold?.position === 1)
    const name = cast && nameOf(cast.talentId)
    return cast && name !== null && name !== undefined ? [{ role: { id: other.id, name: other.name }, person: { id: cast.talentId, name }, scenes: scenes.length }] : []
  }).slice(0, mostPartners)
}
