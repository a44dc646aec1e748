import type { SessionKind } from '../../../src-preload/contract/auditions.ts'
import type { DropOutBreak } from '../../../src-preload/contract/dropOuts.ts'
import type { Role, RoleId } from '../../../src-preload/contract/roles.ts'
import { sessionWords } from '../../../src-preload/contract/said.ts'
import type { TalentId } from '../../../src-preload/contract/talent.ts'
import type { DaySpan } from '../../../src-preload/contract/words.ts'
import type { Database } from '../../database/openDatabase.ts'
import type { Shown } from '../entries.ts'
import type { Partner } from './partners.ts'

/** The slots of some people from a day on, with the role they were booked for. */
export function slotsAhead(db: Database, talentIds: readonly TalentId[], today: string): readonly { readonly talentId: TalentId; readonly roleId: RoleId | null; readonly day: string; readonly text: string }[] {
  const rows = db
    .prepare(
      `SELECT s.talent_id AS talentId, s.role_id AS roleId, a.day, s.from_time AS time, a.kind, a.title, a.zone FROM audition_slot s JOIN audition_session a ON a.id = s.session_id
       WHERE s.cancelled_at IS NULL AND a.removed_at IS NULL AND a.day >= ? AND s.state IN ('proposed', 'booked', 'confirmed') AND s.talent_id IN (SELECT value FROM json_each(?))
       ORDER BY a.day, s.from_time`,
    )
    .all(today, JSON.stringify(talentIds)) as readonly { readonly talentId: TalentId; readonly roleId: RoleId | null; readonly day: string; readonly time: string; readonly kind: SessionKind; readonly title: string; readonly zone: string }[]
  return rows.map(({ talentId, roleId, day, time, kind, title, zone }) => ({ talentId, roleId, day, text: `${title || sessionWords[kind]} at ${time} (${zone})` }))
}

const count = (of: number, one: string, many: string): string => `${of} ${of === 1 ? one : many}`

/** What comes apart when a role falls open: slots of whoever is out, scenes with those who are cast, and the days that are needed. */
export function whatBreaks(db: Database, { role, days, outId, partners, today }: { readonly role: Role; readonly days: DaySpan | null; readonly outId: TalentId | null; readonly partners: readonly Partner[]; readonly today: string }): DropOutBreak[] {
  const slots = outId === null ? [] : slotsAhead(db, [outId], today).filter(({ roleId }) => roleId === role.id)
  const left = days === null ? 0 : Math.round((Date.parse(days.from) - Date.parse(today)) / 86_400_000)
  return [
    ...(days === null ? [] : [{ kind: 'dates' as const, on: days.from, text: left > 0 ? `Needed from ${days.from} to ${days.to}, ${count(left, 'day', 'days')} from now` : `Needed from ${days.from} to ${days.to}, which has begun or passed` }]),
    ...(role.scenes > 0 ? [{ kind: 'scenes' as const, on: null, text: `${count(role.scenes, 'scene', 'scenes')} and ${count(role.speeches, 'speech', 'speeches')} without a player` }] : []),
    ...partners.map(({ role: other, person, scenes }) => ({ kind: 'scenes' as const, on: null, text: `${count(scenes, 'scene', 'scenes')} with ${person.name} as ${other.name}` })),
    ...slots.map(({ day, text }) => ({ kind: 'session' as const, on: day, text })),
  ]
}

/** What comes apart elsewhere where somebody steps in: roles of the same production they hold, and slots they have for other roles. */
export function breaksElsewhere(entries: readonly Shown[], slots: ReturnType<typeof slotsAhead>, roleId: RoleId, talentId: TalentId): DropOutBreak[] {
  return [
    ...entries.filter(entry => entry.talentId === talentId && entry.roleId !== roleId && (entry.status === 'booked' || entry.hold !== null)).map(entry => ({ kind: 'otherRole' as const, on: entry.hold?.expires ?? null, text: `${entry.status === 'booked' ? 'Booked' : 'Held'} for ${entry.roleName}` })),
    ...slots.filter(slot => slot.talentId === talentId && slot.roleId !== roleId).map(({ day, text }) => ({ kind: 'session' as const, on: day, text })),
  ]
}
