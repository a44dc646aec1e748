import type { LastContact } from '../../../src-preload/contract/dropOuts.ts'
import { sessionWords, statusWords } from '../../../src-preload/contract/said.ts'
import type { SessionKind } from '../../../src-preload/contract/auditions.ts'
import type { CastingStatus } from '../../../src-preload/contract/casting.ts'
import type { TalentId, TalentRecord } from '../../../src-preload/contract/talent.ts'
import type { Database } from '../../database/openDatabase.ts'

interface Row {
  readonly id: TalentId
  readonly day: string
  readonly kind: 'slot' | 'list'
  readonly what: string
  readonly title: string
}

/**
 * When this office last had to do with some people: sessions they had a slot in, holds and bookings on any list, and earlier auditions
 * noted on their cards. Sessions still to come are none, and what stands on no record here (a call, a message elsewhere) is not known.
 */
export function lastContactsOf(db: Database, people: readonly Pick<TalentRecord, 'id' | 'auditions'>[], today: string): ReadonlyMap<TalentId, LastContact> {
  const rows = db
    .prepare(
      `SELECT s.talent_id AS id, a.day AS day, 'slot' AS kind, a.kind AS what, p.title AS title FROM audition_slot s
         JOIN audition_session a ON a.id = s.session_id AND a.removed_at IS NULL JOIN production p ON p.id = a.production_id
       WHERE s.cancelled_at IS NULL AND a.day <= @today AND s.state NOT IN ('proposed', 'missed') AND s.talent_id IN (SELECT value FROM json_each(@ids))
       UNION ALL
       SELECT c.talent_id, substr(c.at, 1, 10), 'list', json_extract(c.after, '$.status'), r.name || ' in ' || p.title FROM casting_change c
         JOIN role r ON r.id = c.role_id JOIN production p ON p.id = r.production_id
       WHERE c.undone_by IS NULL AND json_extract(c.after, '$.status') IN ('onAvail', 'onHold', 'backup', 'booked') AND c.talent_id IN (SELECT value FROM json_each(@ids))`,
    )
    .all({ today, ids: JSON.stringify(people.map(({ id }) => id)) }) as readonly Row[]
  const last = new Map<TalentId, LastContact>()
  const take = (id: TalentId, contact: LastContact): void => {
    if (contact.on <= today && contact.on > (last.get(id)?.on ?? '')) last.set(id, contact)
  }
  for (const { id, day, kind, what, title } of rows) take(id, { on: day, text: kind === 'slot' ? `${sessionWords[what as SessionKind]} for ${title}` : `${statusWords[what as CastingStatus]} for ${title}` })
  for (const { id, auditions } of people) for (const { on, role, production } of auditions) if (on !== null) take(id, { on, text: ['Audition', [role, production].filter(Boolean).join(' in ')].filter(Boolean).join(' for ') })
  return last
}
