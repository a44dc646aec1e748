import type { z } from 'zod'
import type { Role, RoleChange } from '../../src-preload/contract/roles.ts'

/** What the parts of the role page share: the role as the office holds it, and how to change it. */
export interface RoleDesk {
  readonly role: Role
  readonly change: (change: z.infer<typeof RoleChange>) => Promise<void>
  /** Takes over a role that another call answered with. */
  readonly took: (role: Role) => void
}
