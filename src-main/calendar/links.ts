import { v7 as uuid } from 'uuid'
import type { Database } from '../database/openDatabase.ts'
import { eventIdOf, linkIdOf, type LinkId } from './eventIds.ts'
import type { Facts, Field, PartFacts } from './facts.ts'
import type { GoogleEvent, Span } from './googleEvent.ts'
import { subjectOf, type Subject } from './subjects.ts'

/** A video link of an event: pending until Google made it. */
export interface Meet {
  readonly state: 'pending' | 'ready' | 'failed'
  readonly link: string | null
}

/** A time that was busy at the moment of writing, and in which calendars. */
export interface Clash extends Span {
  readonly where: readonly string[]
}

/** Which event stands for a subject, and what is known of both sides. */
export interface Link {
  readonly id: LinkId
  readonly subject: Subject
  readonly calendarId: string
  readonly generation: number
  readonly etag: string | null
  readonly ours: PartFacts | null
  readonly theirs: PartFacts | null
  readonly sent: readonly (Facts | null)[]
  readonly kept: readonly Field[]
  readonly allowed: Span | null
  readonly clash: Clash | null
  readonly meet: Meet | null
}

interface Row {
  readonly id: LinkId
  readonly kind: Subject['kind']
  readonly subject_id: string
  readonly calendar_id: string
  readonly generation: number
  readonly etag: string | null
  readonly ours: string | null
  readonly theirs: string | null
  readonly sent: string
  readonly kept: string
  readonly allowed: string | null
  readonly clash: string | null
  readonly meet: string | null
}

const read = <Value>(text: string | null): Value | null => (text === null ? null : (JSON.parse(text) as Value))

const toLink = (row: Row): Link => ({
  id: row.id, subject: subjectOf(row.kind, row.subject_id), calendarId: row.calendar_id, generation: row.generation, etag: row.etag,
  ours: read(row.ours), theirs: read(row.theirs), sent: read<(Facts | null)[]>(row.sent) ?? [], kept: read<Field[]>(row.kept) ?? [],
  allowed: read(row.allowed), clash: read(row.clash), meet: read(row.meet),
})

/** The id of the event that stands for a link now. */
export const eventOf = ({ id, generation }: Pick<Link, 'id' | 'generation'>): string => eventIdOf(id, generation)

/** Every link into a calendar. */
export const listLinks = (db: Database, calendarId: string): readonly Link[] =>
  db.prepare<[string], Row>('SELECT * FROM calendar_link WHERE calendar_id = ? ORDER BY id').all(calendarId).map(toLink)

/** Reads a link; null where there is none. */
export function readLink(db: Database, id: LinkId): Link | null {
  const row = db.prepare<[string], Row>('SELECT * FROM calendar_link WHERE id = ?').get(id)
  return row ? toLink(row) : null
}

/** The link of a subject into a calendar; null where there is none. */
export function linkOf(db: Database, { kind, id }: Subject, calendarId: string): Link | null {
  const row = db.prepare<[string, string, string], Row>('SELECT * FROM calendar_link WHERE kind = ? AND subject_id = ? AND calendar_id = ?').get(kind, id, calendarId)
  return row ? toLink(row) : null
}

/** The link whose event this is, in the calendar it is in; null for events of others, copies of ours and what ours followed. */
export function linkOfEvent(db: Database, calendarId: string, { id }: Pick<GoogleEvent, 'id'>): Link | null {
  const linkId = linkIdOf(id)
  const link = linkId === null ? null : readLink(db, linkId)
  return link !== null && link.calendarId === calendarId && eventOf(link) === id ? link : null
}

/** Makes the link of a subject, with no event yet. */
export function makeLink(db: Database, subject: Subject, calendarId: string): Link {
  const id = uuid() as LinkId
  db.prepare('INSERT INTO calendar_link (id, kind, subject_id, calendar_id) VALUES (?, ?, ?, ?)').run(id, subject.kind, subject.id, calendarId)
  return { id, subject, calendarId, generation: 0, etag: null, ours: null, theirs: null, sent: [], kept: [], allowed: null, clash: null, meet: null }
}

/** Writes down what is known of a link now. */
export function keepLink(db: Database, link: Link): void {
  const text = (value: unknown): string | null => (value === null ? null : JSON.stringify(value))
  db.prepare('UPDATE calendar_link SET generation = ?, etag = ?, ours = ?, theirs = ?, sent = ?, kept = ?, allowed = ?, clash = ?, meet = ? WHERE id = ?')
    .run(link.generation, link.etag, text(link.ours), text(link.theirs), JSON.stringify(link.sent), JSON.stringify(link.kept), text(link.allowed), text(link.clash), text(link.meet), link.id)
}

/** A link whose event is not there any more: the next one is another. */
export const withoutEvent = (link: Link): Link =>
  ({ ...link, generation: link.generation + 1, etag: null, ours: null, theirs: null, sent: [], kept: [], clash: null, meet: null })

/** The video link that an event of Google has, where one was asked for. */
export function meetOf({ hangoutLink, conferenceData }: GoogleEvent): Meet | null {
  const uri = hangoutLink ?? conferenceData?.entryPoints?.find(({ entryPointType }) => entryPointType === 'video')?.uri
  const link = uri?.startsWith('https://') === true ? uri : null
  if (link !== null) return { state: 'ready', link }
  const status = conferenceData?.createRequest?.status?.statusCode
  return status === undefined ? null : { state: status === 'failure' ? 'failed' : 'pending', link: null }
}
