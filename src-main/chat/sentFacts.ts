import type { OpenPlace, RecordCard } from '../../src-preload/contract/chat.ts'
import type { ConversationId, RecalledMemory } from '../../src-preload/contract/memory.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { RoleSummary } from '../../src-preload/contract/roles.ts'
import { genderWords, rangeWords, sizeWords } from '../../src-preload/contract/said.ts'
import { inTransaction } from '../database/inTransaction.ts'
import type { Database } from '../database/openDatabase.ts'
import { getProduction } from '../productions/productionStore.ts'
import { listRoles } from '../roles/roleStore.ts'
import { listScripts } from '../scripts/scriptStore.ts'
import { sceneId } from './cards.ts'
import type { Quoted, RecordKey, Refs } from './tool.ts'
import { named, quote, toldAsText } from './tools/quoted.ts'

/** How many roles are named with a production; the others can be looked up. */
const mostRoles = 150

/** What Claude is told of the production at hand: the same bytes until the records change. Throws NOT_FOUND where it was put away. */
export function productionFacts(db: Database, refs: Refs, conversationId: ConversationId, productionId: ProductionId): unknown {
  const { title, kind, brief, shoot } = getProduction(db, productionId)
  const scripts = listScripts(db, productionId)
  const all = listRoles(db, productionId)
  const roles = all.slice(0, mostRoles)
  const refOf = refsOf(db, refs, conversationId, [
    { kind: 'production', id: productionId },
    ...scripts.map(({ id }) => ({ kind: 'script', id }) as const),
    ...roles.map(({ id }) => ({ kind: 'role', id }) as const),
  ])
  return {
    production: {
      ref: refOf(productionId),
      title: named(title),
      kind,
      shoot: shoot ?? 'unknown',
      brief: brief.trim() === '' ? 'none yet' : quote(brief, 'brief of the production', { longest: 20_000 }),
      scripts: scripts.map(({ id, title: name, draft, pages, sceneCount }) => ({ ref: refOf(id), title: named(name), draft: draft.newest ? 'newest' : 'older', pages, scenes: sceneCount })),
      roles: roles.map(role => roleLine(refOf(role.id), role)),
      ...(all.length > roles.length && { more: `${all.length - roles.length} smaller roles: look them up with list_roles` }),
    },
  }
}

function roleLine(ref: string, { name, size, gender, playingRange }: RoleSummary): string {
  return [`${ref} ${named(name)}`, sizeWords[size], gender && genderWords[gender], playingRange && `plays ${rangeWords(playingRange)}`].filter(Boolean).join(', ')
}

/** The references of many records, read at once; new ones are made in one transaction. */
function refsOf(db: Database, refs: Refs, conversationId: ConversationId, keys: readonly RecordKey[]): (id: string) => string {
  const known = new Map(
    db.prepare<[string], [string, string]>('SELECT record_id, ref FROM chat_ref WHERE conversation_id = ?').raw().all(conversationId),
  )
  const missing = keys.filter(({ id }) => !known.has(id))
  if (missing.length > 0) {
    inTransaction(db, () => {
      for (const key of missing) known.set(key.id, refs.card(key)?.ref ?? '')
    })
  }
  return id => known.get(id) ?? ''
}

/** The cards of what stands open on the screen, without those of productions that may not be read. */
export function openCards(refs: Refs, place: OpenPlace, mayRead: (productionId: ProductionId) => boolean): readonly RecordCard[] {
  const keys: readonly (RecordKey | null)[] = [
    place.productionId && { kind: 'production', id: place.productionId },
    place.scriptId && (place.scene === null ? { kind: 'script', id: place.scriptId } : { kind: 'scene', id: sceneId(place.scriptId, place.scene) }),
    place.roleId && { kind: 'role', id: place.roleId },
    place.talentId && { kind: 'talent', id: place.talentId },
  ]
  return keys.flatMap(key => {
    const card = key && refs.card(key)
    return card && (card.productionId === null || mayRead(card.productionId)) ? [card] : []
  })
}

/** The day as it is told: "Saturday 21 November 2026". */
export const dayWords = (at: Date, zone: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: zone }).format(at).replace(',', '')

/** A memory as it is told: its words, and where and when they come from. */
export function toldMemory({ memory: { text, source, createdAt, validFrom } }: RecalledMemory): Quoted {
  const from = { said: 'said by the user', conversation: 'kept from a conversation', casting: 'a casting decision', import: 'brought in with other memories' }[source.from]
  return quote(text, `memory, ${from} on ${validFrom ?? createdAt.slice(0, 10)}`)
}

/** Facts that CastMatch adds, as they stand in a request. */
export const fromCastMatch = (facts: unknown): string => `From CastMatch: ${toldAsText(facts)}`
