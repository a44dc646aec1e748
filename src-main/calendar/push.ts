import { inTransaction } from '../database/inTransaction.ts'
import { busyNow } from './busyTimes.ts'
import type { Connection } from './connection.ts'
import { fields, sameField, withFields, type Facts, type Field, type PartFacts } from './facts.ts'
import type { GoogleCalendar, WriteTerms } from './googleCalendar.ts'
import { bodyOf, factsOf, wholeBody, type GoogleEvent, type Span } from './googleEvent.ts'
import { GoogleFailure } from './googleFailures.ts'
import { eventOf, keepLink, linkOf, makeLink, meetOf, withoutEvent, type Link } from './links.ts'
import { clearOutgoing, noteRefusal, outgoingOf, type Outgoing } from './outbox.ts'
import { lookAgain, settle, type SettleParts } from './settle.ts'
import { factsHere, type Subject } from './subjects.ts'

/** What sending needs. */
export interface PushParts extends SettleParts {
  readonly google: GoogleCalendar
  readonly connection: Connection
}

/** What became of a subject: sent or in order; held for the user, since it was changed on both sides or its time is busy; or not taken by Google. */
export type Pushed = 'done' | 'held' | 'refused'

/** How often one subject is looked at anew in a round, where Google's side moves meanwhile. */
const mostTurns = 6

/**
 * Sends what changed of a subject, however often it changed, and brings both sides together where Google's changed too.
 *
 * Before each request it is written down what will be sent, so that an answer that is lost is known again. A time is only
 * written where it is free at that moment. Throws GoogleFailure where the round cannot go on.
 */
export async function pushSubject(parts: PushParts, subject: Subject): Promise<Pushed> {
  let seen: TurnSeen = { free: null, looked: false }
  for (let turn = 0; turn < mostTurns; turn += 1) {
    const step = planStep(parts, subject, seen)
    if (step.kind === 'ask') {
      if (!(await isFree(parts, step.link, step.here))) return 'held'
      seen = { ...seen, free: step.here }
    } else if (step.kind === 'look') {
      await look(parts, step.link, step.outgoing)
      seen = { ...seen, looked: true }
    } else if (step.kind === 'write') {
      if (!(await tryWrite(parts, step))) return 'refused'
    } else return step.kind
  }
  return 'held'
}

/** What was found out in this round: the span that is free, and whether an event that was never answered was looked up. */
interface TurnSeen {
  readonly free: Span | null
  readonly looked: boolean
}

/** Writes; where Google's side is another than was thought, settles with it. Gives false where Google does not take this at all. */
async function tryWrite(parts: PushParts, write: Write): Promise<boolean> {
  try {
    await send(parts, write)
    return true
  } catch (error) {
    if (!(error instanceof GoogleFailure)) throw error
    if (await isExplained(parts, write, error)) return true
    if (error.kind !== 'refused' && error.kind !== 'forbidden') throw error
    noteRefusal(parts.db, write.outgoing.subject, write.outgoing.seq, error.message)
    return false
  }
}

type Step =
  | { readonly kind: 'done' | 'held' | 'refused' }
  | { readonly kind: 'look'; readonly link: Link; readonly outgoing: Outgoing }
  | { readonly kind: 'ask'; readonly link: Link; readonly outgoing: Outgoing; readonly here: Facts }
  | Write

interface Write {
  readonly kind: 'write'
  readonly link: Link
  readonly outgoing: Outgoing
  readonly here: Facts | null
  /** null makes the event. */
  readonly changed: readonly Field[] | null
}

/** What is to be done next for a subject, by the records as they are now; what will be sent is written down here. */
function planStep(parts: PushParts, subject: Subject, { free, looked }: TurnSeen): Step {
  const { db, connection: { calendarId, invites } } = parts
  return inTransaction(db, (): Step => {
    const outgoing = outgoingOf(db, subject)
    if (!outgoing) return { kind: 'done' }
    if (outgoing.refusal !== null) return { kind: 'refused' }
    const here = factsHere(db, subject, { invites })
    const known = linkOf(db, subject, calendarId)
    if (known && lookAgain(parts, known.id)) return cleared(parts, outgoing, 'held')
    const link = linkOf(db, subject, calendarId) ?? (here === null ? null : makeLink(db, subject, calendarId))
    if (!link) return cleared(parts, outgoing, 'done')
    if (!looked && link.theirs === null && link.sent.some(facts => facts !== null)) return { kind: 'look', link, outgoing }
    if (here === null) return link.theirs === null ? cleared(parts, outgoing, 'done') : written(parts, { kind: 'write', link, outgoing, here, changed: [] })
    const changed = link.theirs === null ? null : changedFields(link.ours, here)
    if (changed?.length === 0 && !asksForMeet(parts, link)) {
      if (link.clash !== null) keepLink(db, { ...link, clash: null })
      return cleared(parts, outgoing, 'done')
    }
    // What was left as it stands in Google is changed here now: both are looked at side by side.
    if (!looked && changed?.some(field => link.kept.includes(field))) return { kind: 'look', link, outgoing }
    const setsTime = (changed === null || changed.includes('time')) && !here.isFree
    if (setsTime && !sameSpan(here, free) && !sameSpan(here, link.allowed)) return { kind: 'ask', link, outgoing, here }
    return written(parts, { kind: 'write', link, outgoing, here, changed })
  })
}

function cleared({ db }: PushParts, { subject, seq }: Outgoing, kind: 'done' | 'held'): Step {
  clearOutgoing(db, subject, seq)
  return { kind }
}

/** Writes down what is about to be sent. */
function written({ db }: PushParts, write: Write): Write {
  const isKnown = write.link.sent.some(facts => JSON.stringify(facts) === JSON.stringify(write.here))
  const link: Link = { ...write.link, sent: isKnown ? write.link.sent : [...write.link.sent, write.here], clash: null }
  keepLink(db, link)
  return { ...write, link }
}

const changedFields = (ours: PartFacts | null, here: Facts): readonly Field[] => fields.filter(field => field !== 'answer' && !sameField(ours ?? {}, here, field))

const sameSpan = (a: Span, b: Span | null): boolean => b !== null && a.start === b.start && a.end === b.end

/** Asks whether the time is free at this moment; where it is not, the event is held and why is kept. */
async function isFree({ db, google, connection: { calendarId, watched } }: PushParts, { id, subject }: Link, here: Facts): Promise<boolean> {
  const where = await busyNow(db, google, calendarId, watched, { start: here.start, end: here.end })
  if (where.length === 0) return true
  inTransaction(db, () => {
    const link = linkOf(db, subject, calendarId)
    if (link?.id === id) keepLink(db, { ...link, clash: { start: here.start, end: here.end, where } })
  })
  return false
}

/** Looks up an event, and settles with it. */
async function look(parts: PushParts, link: Link, { subject, seq }: Outgoing): Promise<void> {
  const event = await found(parts, link)
  settle(parts, link.id, event)
  // It may still arrive where it is not wanted any more: what was sent stays known, and so it is removed when it is seen.
  if (event === 'absent' && factsHere(parts.db, subject, parts) === null) clearOutgoing(parts.db, subject, seq)
}

/** Whether a Meet link is still to be asked for. */
const asksForMeet = ({ connection: { meets } }: PushParts, { subject, meet }: Link): boolean => meets && subject.kind === 'slot' && meet === null

async function send(parts: PushParts, write: Write): Promise<void> {
  const { google, connection } = parts
  const { link, here, changed } = write
  const eventId = eventOf(link)
  const terms: WriteTerms = { sendUpdates: connection.sendUpdates, ifMatch: link.etag }
  if (here === null) {
    await google.remove(link.calendarId, eventId, terms)
    return answered(parts, write, null)
  }
  const withMeet = asksForMeet(parts, link) ? { ...terms, meetRequest: eventId } : terms
  const event = changed === null
    ? await google.insert(link.calendarId, eventId, { ...wholeBody(here), extendedProperties: { private: { castmatch: link.id } } }, withMeet)
    : await google.patch(link.calendarId, eventId, bodyOf(here, changed, link.ours, link.theirs), withMeet)
  answered(parts, write, event)
}

/** Writes down that Google took what was sent. */
function answered({ db, connection, zone }: PushParts, { link, outgoing, here, changed }: Write, event: GoogleEvent | null): void {
  inTransaction(db, () => {
    clearOutgoing(db, outgoing.subject, outgoing.seq)
    const now = linkOf(db, link.subject, connection.calendarId)
    if (!now) return
    const theirs = event && factsOf(event, zone, here?.guests[0])
    if (event === null || here === null || theirs === null) return keepLink(db, withoutEvent(now))
    const sent = changed ?? fields
    keepLink(db, {
      ...now, etag: event.etag ?? null, ours: withFields(now.ours ?? {}, here, sent), theirs, sent: [], kept: now.kept.filter(field => !sent.includes(field)),
      meet: meetOf(event) ?? now.meet,
    })
  })
}

/** Looks at the event where the failure says that it is another than was thought; gives whether that explains the failure. */
async function isExplained(parts: PushParts, { link, changed }: Write, { kind }: GoogleFailure): Promise<boolean> {
  // An event that is made and has no place to be means that the calendar is not there.
  if (kind === 'absent' && changed === null) return false
  if (kind !== 'changed' && kind !== 'taken' && kind !== 'gone' && kind !== 'absent' && kind !== 'forbidden') return false
  const event = await found(parts, link)
  // An event that is there and may not be written is refused for another reason.
  if (kind === 'forbidden' && (event === 'absent' || event.status !== 'cancelled')) return false
  settle(parts, link.id, event)
  return true
}

/** An event as it is in Google now. */
export async function found({ google }: Pick<PushParts, 'google'>, link: Link): Promise<GoogleEvent | 'absent'> {
  try {
    return await google.get(link.calendarId, eventOf(link))
  } catch (error) {
    if (!(error instanceof GoogleFailure)) throw error
    if (error.kind === 'absent') return 'absent'
    if (error.kind === 'gone') return { id: eventOf(link), status: 'cancelled' }
    throw error
  }
}
