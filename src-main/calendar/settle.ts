import { CastMatchError } from '../../src-preload/contract/errors.ts'
import type { AuditionContext } from '../auditions/slotStore.ts'
import { inTransaction } from '../database/inTransaction.ts'
import type { Database } from '../database/openDatabase.ts'
import { closeConflict, conflictOf, keepConflict, type Conflict } from './conflicts.ts'
import type { LinkId } from './eventIds.ts'
import { withFields, type Facts } from './facts.ts'
import { factsOf, type GoogleEvent } from './googleEvent.ts'
import { keepLink, meetOf, readLink, withoutEvent, type Link } from './links.ts'
import { mergeSides, type Merged } from './mergeSides.ts'
import { putOut } from './outbox.ts'
import { factsHere } from './subjects.ts'
import { takeFromGoogle, takenOf, takeRemoval } from './takeFromGoogle.ts'

/** What settling needs. */
export interface SettleParts {
  readonly db: Database
  readonly context: AuditionContext
  /** Whether people are invited. */
  readonly invites: boolean
  /** The zone of the calendar, for whole days. */
  readonly zone: string
}

/** How an event was found in Google: absent where it never was there. */
export type Seen = GoogleEvent | 'absent'

/**
 * Brings both sides of a link together from how its event was found in Google, in one transaction: takes what changed there,
 * puts out what changed here, and keeps both side by side where both changed the same.
 */
export const settle = (parts: SettleParts, linkId: LinkId, seen: Seen): void =>
  inTransaction(parts.db, () => {
    const link = readLink(parts.db, linkId)
    if (link) settleLink(parts, link, seen)
  })

function settleLink(parts: SettleParts, link: Link, seen: Seen): void {
  const { db, invites, zone } = parts
  const here = factsHere(db, link.subject, { invites })
  const there = seen === 'absent' ? null : factsOf(seen, zone, here?.guests[0])
  if (seen === 'absent' && link.theirs === null) {
    closeConflict(db, link.id, 'same', parts.context.now())
    if (here !== null) putOut(db, link.subject)
    return
  }
  const merged = mergeSides({ ...link, here, there, takes: takenOf[link.subject.kind] })
  const known = { ...link, ...(seen !== 'absent' && { etag: seen.etag ?? null, meet: meetOf(seen) ?? link.meet }) }
  // While the mark is the one that was known, what was sent may still arrive.
  const sent = known.etag === link.etag ? link.sent : []
  act(parts, { ...known, sent }, merged, here, there, seen)
}

function act(parts: SettleParts, link: Link, merged: Merged, here: Facts | null, there: Facts | null, seen: Seen): void {
  const { db, context } = parts
  const same = (): void => closeConflict(db, link.id, 'same', context.now())
  switch (merged.kind) {
    case 'conflict':
      return dispute(parts, link.id, { fields: merged.fields, why: '', here }, seen)
    case 'gone':
      same()
      return keepLink(db, withoutEvent(link))
    case 'insert':
      same()
      keepLink(db, withoutEvent(link))
      return putOut(db, link.subject)
    case 'remove':
      same()
      keepLink(db, { ...link, theirs: there })
      return putOut(db, link.subject)
    case 'takeRemoval': {
      const why = tried(parts, () => takeRemoval(db, link.subject, context))
      if (why !== null) return dispute(parts, link.id, { fields: ['existence'], why, here }, seen)
      same()
      return keepLink(db, withoutEvent(link))
    }
    case 'both': {
      const why = merged.take.length === 0 || there === null ? null : tried(parts, () => takeFromGoogle(db, link.subject, there, merged.take, context))
      if (why !== null) return dispute(parts, link.id, { fields: merged.take, why, here }, seen)
      const now = factsHere(db, link.subject, parts)
      same()
      keepLink(db, { ...link, ours: now === null ? merged.ours : withFields(merged.ours, now, merged.take), theirs: merged.theirs, kept: merged.kept })
      if (merged.send.length > 0 || now === null || merged.take.length > 0) putOut(db, link.subject)
    }
  }
}

/** Tries to take something over whole or not at all; gives why it does not fit, null where it did. */
function tried({ db }: SettleParts, take: () => void): string | null {
  try {
    inTransaction(db, take)
    return null
  } catch (error) {
    if (!(error instanceof CastMatchError) || !['INVALID_INPUT', 'SLOT_TAKEN', 'NOT_FOUND', 'CONFLICT'].includes(error.code)) throw error
    return error.data.detail ?? error.message
  }
}

/** Keeps both sides for the user; what both last agreed on stays as it was. */
function dispute({ db, context }: SettleParts, linkId: LinkId, { fields, why, here }: Pick<Conflict, 'fields' | 'why' | 'here'>, seen: Seen): void {
  keepConflict(db, { linkId, fields, why, here, there: seen === 'absent' || seen.status === 'cancelled' ? null : seen }, context.now())
}

/** Looks again at the conflict of a link, now that it changed here: it may be none any more. Gives whether one is still open. */
export function lookAgain(parts: SettleParts, linkId: LinkId): boolean {
  const open = conflictOf(parts.db, linkId)
  if (!open) return false
  const cancelled: GoogleEvent = { id: '-', status: 'cancelled' }
  settle(parts, linkId, open.there ?? cancelled)
  return conflictOf(parts.db, linkId) !== null
}
