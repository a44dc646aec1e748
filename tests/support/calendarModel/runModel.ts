import { checkFits } from '../../../src-main/auditions/slotRows.ts'
import { getSession, listSessions } from '../../../src-main/auditions/sessionStore.ts'
import { listConflicts } from '../../../src-main/calendar/conflicts.ts'
import { allowClash, decideConflict } from '../../../src-main/calendar/decide.ts'
import { fields, sameField, type Facts } from '../../../src-main/calendar/facts.ts'
import { factsOf, GoogleEvent } from '../../../src-main/calendar/googleEvent.ts'
import { eventOf, linkOf, listLinks } from '../../../src-main/calendar/links.ts'
import { listOutgoing } from '../../../src-main/calendar/outbox.ts'
import { factsHere, subjectOf, type Subject } from '../../../src-main/calendar/subjects.ts'
import { CastMatchError } from '../../../src-preload/contract/errors.ts'
import { openModel, own, type ModelOffice, type Template } from './modelOffice.ts'
import { isOurs, take, type Step } from './steps.ts'
import { lookOn, type Witness } from './witness.ts'

/**
 * Does the steps of a run, lets it come to rest, and gives what is wrong then in words; nothing where both sides came together.
 *
 * At rest the line works, what was late has come, and the user has decided every question.
 */
export async function runModel(template: Template, steps: readonly Step[]): Promise<readonly string[]> {
  const office = await openModel(template)
  try {
    const witness = lookOn(office)
    await office.round()
    for (const step of steps) await take(office, step)
    const unrest = await rest(office)
    return [...unrest, ...witness.complaints, ...differences(office), ...doubled(office, witness), ...doubleBookings(office), ...lostEdits(office, witness)]
  } finally {
    await office.close()
  }
}

/** Goes on until nothing waits; gives what still does after many rounds. */
async function rest(office: ModelOffice): Promise<readonly string[]> {
  office.failNext([])
  office.google.deliverLate()
  let last = ''
  for (let round = 0; round < 20; round += 1) {
    office.goOn(150_000)
    last = JSON.stringify(await office.round({ hurried: true }))
    const { db, context } = office
    const conflicts = listConflicts(db)
    const held = listLinks(db, own).filter(({ clash }) => clash !== null)
    if (conflicts.length === 0 && held.length === 0 && listOutgoing(db).length === 0 && last === '{"kind":"done","waiting":0}') return []
    for (const [index, { id }] of conflicts.entries()) decide(office, id, (index + round) % 2 === 0 ? 'there' : 'here')
    for (const { id } of held) allowClash(db, id)
    if (round > 15) last += JSON.stringify({ conflicts, held: held.length, out: listOutgoing(db), at: context.now() })
  }
  return [`it did not come to rest: ${last}`]
}

function decide({ db, context }: ModelOffice, id: Parameters<typeof decideConflict>[1], decision: 'here' | 'there'): void {
  const parts = { db, context, invites: true, zone: 'Asia/Kolkata' }
  try {
    decideConflict(parts, id, decision)
  } catch (error) {
    if (!(error instanceof CastMatchError)) throw error
    decideConflict(parts, id, 'here')
  }
}

const subjectsOf = ({ db, sessions }: ModelOffice): readonly Subject[] =>
  [...sessions.map(id => subjectOf('session', id)), ...db.prepare<[], { id: string }>('SELECT id FROM audition_slot').all().map(({ id }) => subjectOf('slot', id))]

/** Where both sides do not say the same at rest. */
function differences(office: ModelOffice): readonly string[] {
  const { db, google } = office
  const live = new Map(google.world.live(own).map(event => [event.id, event]))
  return subjectsOf(office).flatMap(subject => {
    const here = factsHere(db, subject, { invites: true })
    const link = linkOf(db, subject, own)
    const event = link && live.get(eventOf(link))
    const there = event ? factsOf(GoogleEvent.parse(JSON.parse(JSON.stringify(event))), 'Asia/Kolkata', here?.guests[0]) : null
    const name = `${subject.kind} ${here?.title ?? there?.title ?? subject.id}`
    if (here === null || there === null) return here === null && there === null ? [] : [`${name} is ${here === null ? 'not here but there' : 'here but not there'}`]
    const kept = link?.kept ?? []
    return fields.filter(field => field !== 'answer' && field !== 'guests' && !kept.includes(field) && !sameField(here, there, field)).map(field => `${name} differs in ${field}: ${said(here)} here, ${said(there)} there`)
  })
}

const said = (facts: Facts): string => `${new Date(facts.start).toISOString()}-${new Date(facts.end).toISOString()} ${facts.title}, ${facts.place}, ${facts.isFree ? 'free' : 'busy'}`

/** Subjects with more events than one, but for what the owner brought back. */
function doubled({ google: { world } }: ModelOffice, { handled }: Witness): readonly string[] {
  const groups = Map.groupBy(world.live(own).filter(event => isOurs(event) && !handled.has(event.id)), event => event.id.slice(0, 26))
  return [...groups.values()].filter(events => events.length > 1).map(events => `doubled: ${events.map(({ id }) => id).join(', ')}`)
}

/** Slots that share what cannot be shared. */
function doubleBookings({ db }: ModelOffice): readonly string[] {
  return listSessions(db, {}).flatMap(({ id }) => {
    const session = getSession(db, id)
    return session.slots.flatMap(slot => {
      try {
        checkFits(db, slot, session)
        return []
      } catch (error) {
        if (!(error instanceof CastMatchError)) throw error
        return [`double booking: ${error.message}`]
      }
    })
  })
}

/** Times given in Google that are nowhere any more: neither there, nor were they ever taken here, nor was the user asked about them. */
function lostEdits(office: ModelOffice, { ownerTimes }: Witness): readonly string[] {
  const { db, google } = office
  return listLinks(db, own).flatMap(link => {
    const time = ownerTimes.get(eventOf(link))
    const event = google.world.live(own).find(({ id }) => id === eventOf(link))
    if (!time || !event || link.subject.kind !== 'slot') return []
    const facts = factsOf(GoogleEvent.parse(JSON.parse(JSON.stringify(event))), 'Asia/Kolkata', undefined)
    if (facts?.start === time.start && facts.end === time.end) return []
    const asked = db.prepare<[string], { there: string | null }>('SELECT there FROM calendar_conflict WHERE link_id = ?').all(link.id)
      .some(({ there }) => there !== null && sameTime(factsOf(GoogleEvent.parse(JSON.parse(there)), 'Asia/Kolkata', undefined), time))
    const clock = new Date(time.start + 5.5 * 3_600_000).toISOString().slice(11, 16)
    const taken = db.prepare<[string], { after: string | null }>('SELECT after FROM audition_change WHERE slot_id = ?').all(link.subject.id).some(({ after }) => after?.includes(`"from":"${clock}"`))
    return asked || taken ? [] : [`a time given in Google is lost: ${clock} of ${event.summary ?? ''}`]
  })
}

const sameTime = (facts: Facts | null, time: { readonly start: number; readonly end: number }): boolean => facts?.start === time.start && facts.end === time.end
