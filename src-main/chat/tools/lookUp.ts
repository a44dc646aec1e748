import { z } from 'zod'
import type { RecordCard, RecordKind } from '../../../src-preload/contract/chat.ts'
import type { Production, ProductionId } from '../../../src-preload/contract/productions.ts'
import type { RoleId } from '../../../src-preload/contract/roles.ts'
import type { ScriptId } from '../../../src-preload/contract/scripts.ts'
import type { TalentId } from '../../../src-preload/contract/talent.ts'
import type { Database } from '../../database/openDatabase.ts'
import { listProductions } from '../../productions/productionStore.ts'
import { refLetters } from '../refs.ts'
import type { RecordKey, ToolContext } from '../tool.ts'
import { ToolRefusal } from './makeTool.ts'
import { named } from './quoted.ts'

/** A reference in the input of a tool. */
export const ref = (kind: RecordKind, what = ''): z.ZodString =>
  z.string().min(1).max(40).describe(`${what === '' ? `The ${words[kind]}` : what}, by reference, such as ${refLetters[kind]}1`)

const words: Readonly<Record<RecordKind, string>> = {
  production: 'production', script: 'script', scene: 'scene', role: 'role', talent: 'person', session: 'session', slot: 'slot', memory: 'memory',
}

/** Where references of a kind come from. */
const givenBy: Readonly<Record<RecordKind, string>> = {
  production: 'list_productions', script: 'list_productions', scene: 'open_role or script_facts', role: 'list_roles', talent: 'search_talent',
  session: 'schedule', slot: 'schedule', memory: 'recall',
}

/**
 * The card of the record that a reference means.
 *
 * Throws a ToolRefusal where it means none of that kind, where the record is gone, and where its production may not be read.
 */
export function recordAt(context: ToolContext, reference: string, kind: RecordKind): RecordCard {
  const key = context.refs.resolve(reference, kind)
  if (key === null) throw new ToolRefusal(`No ${words[kind]} has the reference "${named(reference)}" in this conversation. ${givenBy[kind]} gives references of that kind; nothing may be guessed.`)
  const card = context.refs.card(key)
  if (card === null) throw new ToolRefusal(`The ${words[kind]} ${named(reference)} is not in the records any more.`)
  if (card.productionId !== null) assertOpen(context, card.productionId)
  return card
}

/** The person that a reference means; throws as {@link recordAt} does. */
export function personAt(context: ToolContext, reference: string): RecordCard & { readonly id: TalentId } {
  const card = recordAt(context, reference, 'talent')
  return { ...card, id: card.id as TalentId }
}

/** The role that a reference means; throws as {@link recordAt} does. */
export function roleAt(context: ToolContext, reference: string): RecordCard & { readonly id: RoleId } {
  const card = recordAt(context, reference, 'role')
  return { ...card, id: card.id as RoleId }
}

/** Throws a ToolRefusal where a production may not be read. */
export function assertOpen(context: ToolContext, productionId: ProductionId): void {
  if (!context.mayRead(productionId)) throw new ToolRefusal('This production is not open to Claude: the user did not allow it, or it is under NDA. Nothing of it can be read here; the user can open it in the production itself.')
}

/**
 * The card of a record for an answer.
 *
 * Null where it is gone or stands in a production that may not be read, so that lists leave it out.
 */
export function openCard(context: ToolContext, key: RecordKey): RecordCard | null {
  const card = context.refs.card(key)
  return card === null || (card.productionId !== null && !context.mayRead(card.productionId)) ? null : card
}

/** The productions that may be read, last opened first, and how many may not. */
export function openProductions(db: Database, context: ToolContext): { readonly open: readonly Production[]; readonly closed: number } {
  const all = listProductions(db)
  const open = all.filter(({ id }) => context.mayRead(id))
  return { open, closed: all.length - open.length }
}

/** What is said of productions that may not be read; undefined where there are none. */
export const closedWords = (closed: number): string | undefined =>
  closed === 0 ? undefined : closed === 1 ? '1 production is not open to Claude' : `${closed} productions are not open to Claude`

/**
 * The production that a tool works in: the one named, else that of the conversation, else the one that stands open, else the only
 * one there is.
 *
 * Throws a ToolRefusal where none is meant, or where it may not be read.
 */
export function productionAt(db: Database, context: ToolContext, reference?: string): ProductionId {
  if (reference !== undefined) return recordAt(context, reference, 'production').id as ProductionId
  const meant = context.productionId ?? context.place.productionId
  if (meant !== null) {
    assertOpen(context, meant)
    return meant
  }
  const { open } = openProductions(db, context)
  const [only] = open
  if (only && open.length === 1) return only.id
  throw new ToolRefusal('This conversation belongs to no production. Call list_productions and name one by its reference.')
}

/**
 * The script that a tool reads: the one named, else the one that stands open, else the newest of the production.
 *
 * Throws a ToolRefusal where there is none.
 */
export function scriptAt(db: Database, context: ToolContext, reference?: string): ScriptId {
  if (reference !== undefined) return recordAt(context, reference, 'script').id as ScriptId
  const { scriptId, productionId } = context.place
  if (scriptId !== null && (context.productionId === null || context.productionId === productionId) && openCard(context, { kind: 'script', id: scriptId })) return scriptId
  const newest = db
    .prepare<[string], ScriptId>('SELECT id FROM current_script WHERE production_id = ? ORDER BY added_at DESC, id DESC')
    .pluck()
    .all(productionAt(db, context))
  const [only] = newest
  if (!only) throw new ToolRefusal('This production has no script yet.')
  if (newest.length > 1) throw new ToolRefusal('This production has several scripts. Call list_productions and name one by its reference.')
  return only
}
