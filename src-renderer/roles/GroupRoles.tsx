import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { Role } from '../../src-preload/contract/roles.ts'
import classes from './RoleScreen.module.css'

/** Who speaks where a cue names several roles together, each a link; nothing for one person. */
export function GroupRoles({ role, productionId }: { readonly role: Role; readonly productionId: ProductionId }) {
  if (role.group.length === 0) return null
  return (
    <p className={classes.group}>
      Several people speak:{' '}
      {role.group.map(({ id, name }, at) => (
        <span key={id}>{at > 0 && ', '}<a href={`#/production/${productionId}/roles/${id}`}>{name}</a></span>
      ))}
    </p>
  )
}
