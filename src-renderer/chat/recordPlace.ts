import type { RecordCard } from '../../src-preload/contract/chat.ts'
import type { MemoryId } from '../../src-preload/contract/memory.ts'
import type { TalentId } from '../../src-preload/contract/talent.ts'
import { memoryPlace } from '../memory/memoryPlace.ts'
import { talentPlace } from '../talent/talentAddress.ts'

/** Where the record of a card is opened, null where no screen shows it. */
export function recordPlace({ kind, id, productionId, scriptId, scene }: RecordCard): string | null {
  switch (kind) {
    case 'talent': return talentPlace({ text: '', without: [], filters: {}, sort: 'best', id: id as TalentId })
    case 'production': return `/production/${id}/script`
    case 'role': return productionId === null ? null : `/production/${productionId}/roles/${id}`
    case 'script': return productionId === null ? null : `/production/${productionId}/script/${id}`
    case 'scene': return productionId === null || scriptId === null || scene === null ? null : `/production/${productionId}/script/${scriptId}?scene=${scene}`
    case 'session': case 'slot': return productionId === null ? null : `/production/${productionId}/auditions`
    case 'memory': return memoryPlace({ text: '', kind: null, of: null, state: null, id: id as MemoryId })
  }
}

/** What a kind of record is called. */
export const recordWords: Readonly<Record<RecordCard['kind'], string>> = {
  production: 'Production', script: 'Script', scene: 'Scene', role: 'Role', talent: 'Person', session: 'Session', slot: 'Slot', memory: 'Memory',
}
