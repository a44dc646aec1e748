import { eventOf, listLinks } from '../../../src-main/calendar/links.ts'
import { factsHere } from '../../../src-main/calendar/subjects.ts'
import { spanOf, type WireEvent } from '../googleStandIn/wireEvent.ts'
import type { WorldChange } from '../googleStandIn/world.ts'
import { own, type ModelOffice } from './modelOffice.ts'

/** Somebody who looks on in Google: what the application did there that it must not. */
export interface Witness {
  readonly complaints: readonly string[]
  /** The last time that the owner gave each event of ours, by its id. */
  readonly ownerTimes: ReadonlyMap<string, { readonly start: number; readonly end: number }>
  /** Events of ours that the owner removed or brought back. */
  readonly handled: ReadonlySet<string>
}

/** Begins to look on. */
export function lookOn(office: ModelOffice): Witness {
  const complaints: string[] = []
  const ownerTimes = new Map<string, { readonly start: number; readonly end: number }>()
  const handled = new Set<string>()
  const { world } = office.google
  world.watch(change => {
    if (change.calendarId === own && change.by === 'owner') noteOwner(change, ownerTimes, handled)
    if (change.by === 'client') complaints.push(...complaintsAbout(office, change))
  })
  return { complaints, ownerTimes, handled }
}

function noteOwner({ before, after }: WorldChange, ownerTimes: Map<string, { readonly start: number; readonly end: number }>, handled: Set<string>): void {
  if (before === null) return
  if (before.status !== after.status) handled.add(after.id)
  const [old, now] = [spanOf(before, 'Asia/Kolkata'), spanOf(after, 'Asia/Kolkata')]
  if (old.start !== now.start || old.end !== now.end) ownerTimes.set(after.id, now)
}

function complaintsAbout(office: ModelOffice, { before, after }: WorldChange): readonly string[] {
  const { db } = office
  const link = listLinks(db, own).find(each => after.id.startsWith(eventOf({ ...each, generation: 0 }).slice(0, 26)))
  if (!link) return [`an event of somebody else was written: ${after.id} ${after.summary ?? ''}`]
  if (after.status === 'cancelled') {
    // What is late may be delivered when it is wanted again; the next round makes it anew.
    return factsHere(db, link.subject, { invites: true }) === null || office.raced() ? [] : [`an event was removed that is wanted: ${after.summary ?? ''}`]
  }
  const isMoved = before === null || spanOf(before, 'Asia/Kolkata').start !== spanOf(after, 'Asia/Kolkata').start || spanOf(before, 'Asia/Kolkata').end !== spanOf(after, 'Asia/Kolkata').end
  if (!isMoved || office.raced() || after.transparency === 'transparent') return []
  const span = spanOf(after, 'Asia/Kolkata')
  if (link.allowed?.start === span.start && link.allowed.end === span.end) return []
  return busyWithOthers(office, after).map(event => `written at a busy time: ${after.summary ?? ''} over ${event.summary ?? ''}`)
}

function busyWithOthers({ google: { world } }: ModelOffice, event: WireEvent): readonly WireEvent[] {
  const span = spanOf(event, 'Asia/Kolkata')
  return [...world.calendars.keys()].flatMap(id => world.busyIn(id, span).map(({ event: each }) => each)).filter(each => !/^[0-7]/.test(each.id))
}
