import type { OpenPlace } from '../../src-preload/contract/chat.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { RoleId } from '../../src-preload/contract/roles.ts'
import type { ScriptId } from '../../src-preload/contract/scripts.ts'
import type { TalentId } from '../../src-preload/contract/talent.ts'

/** What stands open beside the chat, as far as the address tells; `element` is the line of the script that is read. */
export interface AddressPlace extends OpenPlace {
  readonly element: number | null
}

/** Reads what stands open from an address of ours, such as `/production/ID/roles/ID` or `/talent?id=ID`. */
export function openPlaceOf(address: string): AddressPlace {
  const [path = '', search = ''] = address.split('?')
  const asked = new URLSearchParams(search)
  const [, production, room, record, inside, inner] = /^\/production\/([^/]+)(?:\/([^/]+)(?:\/([^/]+)(?:\/([^/]+)(?:\/([^/]+))?)?)?)?/u.exec(path) ?? []
  const element = asked.get('element')
  return {
    productionId: (production ?? null) as ProductionId | null,
    scriptId: (room === 'script' && record ? record : null) as ScriptId | null,
    scene: null,
    roleId: (room === 'roles' && record && record !== 'sides' && (inside !== 'sides' || inner) ? record : null) as RoleId | null,
    talentId: (path === '/talent' ? asked.get('id') : null) as TalentId | null,
    element: room === 'script' && element !== null && /^\d+$/u.test(element) ? Number(element) : null,
  }
}
