import { Checkbox, NativeSelect } from '@mantine/core'
import { CastingList } from '../../src-preload/contract/casting.ts'
import type { RoleSummary } from '../../src-preload/contract/roles.ts'
import { sizeWords } from '../look/words.ts'
import type { WishDesk } from './wishDesk.ts'
import classes from './WishesPane.module.css'

/** How many roles are cast together at most. */
const mostRoles = 30

const froms = [{ value: '', label: 'All that match' }, { value: 'longList', label: 'On its lists' }, { value: 'selects', label: 'Selects and short list' }, { value: 'shortList', label: 'Short list only' }]

/** Which roles are cast together, and from whom each. */
export function RoleChoice({ desk, roles }: { readonly desk: WishDesk; readonly roles: readonly RoleSummary[] }) {
  const { wishes, change } = desk
  const chosen = new Set(wishes.roleIds)
  const toggle = (role: RoleSummary) =>
    change({ roleIds: chosen.has(role.id) ? wishes.roleIds.filter(id => id !== role.id) : roles.filter(({ id }) => chosen.has(id) || id === role.id).map(({ id }) => id) })
  const choose = (role: RoleSummary, value: string) => {
    const from = CastingList.safeParse(value).data
    change({ lists: [...wishes.lists.filter(({ roleId }) => roleId !== role.id), ...(from ? [{ roleId: role.id, from }] : [])] })
  }
  return (
    <ul className={classes.roles} aria-label="Roles to cast">
      {roles.map(role => (
        <li key={role.id} className={classes.role}>
          <Checkbox
            label={role.name} description={role.suggestions ? sizeWords[role.size] : 'Suggestions are off for this role'}
            checked={chosen.has(role.id)} disabled={!chosen.has(role.id) && (!role.suggestions || chosen.size >= mostRoles)} onChange={() => toggle(role)}
          />
          {chosen.has(role.id) && (
            <NativeSelect
              size="xs" aria-label={`From whom ${role.name} is cast`} data={froms}
              value={wishes.lists.find(({ roleId }) => roleId === role.id)?.from ?? ''} onChange={event => choose(role, event.currentTarget.value)}
            />
          )}
        </li>
      ))}
    </ul>
  )
}
