import { CastMatchError } from '../../src-preload/contract/errors.ts'
import { inTransaction } from '../database/inTransaction.ts'
import type { Database } from '../database/openDatabase.ts'
import { closeConflict, conflictOf, listConflicts, type Conflict, type ConflictId } from './conflicts.ts'
import type { LinkId } from './eventIds.ts'
import { withFields, withoutFields, type Facts, type Field } from './facts.ts'
import { factsOf } from './googleEvent.ts'
import { keepLink, readLink, withoutEvent, type Link } from './links.ts'
import { putOut } from './outbox.ts'
import { settle, type SettleParts } from './settle.ts'
import { factsHere } from './subjects.ts'
import { takeRemoval, takeReturn } from './takeFromGoogle.ts'

/**
 * Decides a conflict as the user wants it: as it stands here, or as it stands in Google.
 *
 * What is decided for here is sent with the next round. Throws NOT_FOUND where it was decided already, and as booking does
 * (SLOT_TAKEN, INVALID_INPUT) where Google's side does not fit here: it then stays open.
 */
export function decideConflict(parts: SettleParts, id: ConflictId, decision: 'here' | 'there'): void {
  inTransaction(parts.db, () => {
    const conflict = listConflicts(parts.db).find(each => each.id === id)
    const link = conflict && readLink(parts.db, conflict.linkId)
    if (!conflict || !link) throw new CastMatchError('NOT_FOUND', { subject: 'This question' })
    const here = factsHere(parts.db, link.subject, parts)
    const there = conflict.there && factsOf(conflict.there, parts.zone, here?.guests[0])
    closeConflict(parts.db, link.id, decision, parts.context.now())
    if (here !== null && there !== null) decideFields(parts, link, conflict, here, there, decision)
    else if (decision === 'here') existAsHere(parts, link, conflict, here, there)
    else existAsThere(parts, link, conflict, here, there)
  })
}

/** Makes the fields in question count as changed on the wanted side alone, and brings both sides together anew. */
function decideFields(parts: SettleParts, link: Link, conflict: Conflict, here: Facts, there: Facts, decision: 'here' | 'there'): void {
  if (!conflict.there) return
  const disputed = conflict.fields.filter((field): field is Field => field !== 'existence')
  const asked = decision === 'here'
    ? { ...link, ours: withoutFields(link.ours ?? {}, disputed), theirs: withFields(link.theirs ?? {}, there, disputed), kept: link.kept.filter(field => !disputed.includes(field)) }
    : { ...link, ours: withFields(link.ours ?? {}, here, disputed), theirs: withoutFields(link.theirs ?? {}, disputed) }
  keepLink(parts.db, { ...asked, sent: [] })
  settle(parts, link.id, conflict.there)
  const still = conflictOf(parts.db, link.id)
  if (still && decision === 'there') throw new CastMatchError('SLOT_TAKEN', { subject: 'The time in Google', detail: still.why })
  putOut(parts.db, link.subject)
}

/** Removed here and changed there, or changed here and removed there: as it is here. */
function existAsHere({ db }: SettleParts, link: Link, { there: event }: Conflict, here: Facts | null, there: Facts | null): void {
  if (there === null) keepLink(db, withoutEvent(link))
  else keepLink(db, { ...link, etag: event?.etag ?? null, theirs: there, sent: here === null ? link.sent : [] })
  putOut(db, link.subject)
}

function existAsThere({ db, context, invites }: SettleParts, link: Link, { there: event }: Conflict, here: Facts | null, there: Facts | null): void {
  if (there === null) {
    if (here !== null) takeRemoval(db, link.subject, context)
    return keepLink(db, withoutEvent(link))
  }
  takeReturn(db, link.subject, there, context)
  const now = factsHere(db, link.subject, { invites })
  keepLink(db, { ...link, etag: event?.etag ?? null, ours: now, theirs: there, sent: [], kept: now === null ? [] : ['title', 'place', 'text'] })
  putOut(db, link.subject)
}

/** Wants an event at its time although that is busy, as long as it stays there; it is sent with the next round. Throws NOT_FOUND where nothing is held. */
export function allowClash(db: Database, linkId: LinkId): void {
  inTransaction(db, () => {
    const link = readLink(db, linkId)
    if (!link?.clash) throw new CastMatchError('NOT_FOUND', { subject: 'This question' })
    keepLink(db, { ...link, allowed: { start: link.clash.start, end: link.clash.end }, clash: null })
    putOut(db, link.subject)
  })
}
