import type { RoleId } from '../../src-preload/contract/roles.ts'
import type { ProfileQuote } from '../../src-preload/contract/matching.ts'
import type { TalentId, TalentRecord } from '../../src-preload/contract/talent.ts'
import type { Database } from '../database/openDatabase.ts'
import { sentencesOf } from '../roles/sentences.ts'
import { fold } from '../spelling/folding.ts'
import type { Ask } from './ask.ts'
import { evidence, quoteOf } from './evidence.ts'
import type { Factor } from './factor.ts'
import { quoted } from './profile.ts'
import { pastPrior, standingWorth } from './weights.ts'

/** Something this office saw of a person for another role: what it is worth, 0 to 1, and in words. */
export interface Sighting {
  readonly worth: number
  readonly text: string
}

/**
 * What this office saw of everybody, or of some people, for roles other than one: how they stood on its lists, and slots they missed.
 *
 * A release says nothing of how good somebody was, so it is no sighting. Only what the user decided herself counts, not what
 * an assistant put on a list.
 */
export function sightingsBeside(db: Database, roleId: RoleId, talentIds?: readonly TalentId[]): ReadonlyMap<TalentId, readonly Sighting[]> {
  const rows = db
    .prepare(
      `SELECT e.talent_id AS id, e.status, e.list, r.name AS role, p.title FROM casting_entry e
         JOIN role r ON r.id = e.role_id JOIN production p ON p.id = r.production_id
       WHERE e.role_id <> @role AND e.list IS NOT NULL AND e.added_by = 'user' AND e.status NOT IN ('released', 'unviewed', 'viewed')
         AND (@ids IS NULL OR e.talent_id IN (SELECT value FROM json_each(@ids)))
       UNION ALL
       SELECT s.talent_id, 'missed', '', coalesce(r.name, ''), p.title FROM audition_slot s
         JOIN audition_session a ON a.id = s.session_id JOIN production p ON p.id = a.production_id LEFT JOIN role r ON r.id = s.role_id
       WHERE s.state = 'missed' AND s.cancelled_at IS NULL AND (@ids IS NULL OR s.talent_id IN (SELECT value FROM json_each(@ids)))`,
    )
    .all({ role: roleId, ids: talentIds === undefined ? null : JSON.stringify(talentIds) }) as readonly { id: TalentId; status: string; list: string; role: string; title: string }[]
  const seen = new Map<TalentId, Sighting[]>()
  for (const { id, status, list, role, title } of rows) seen.set(id, [...(seen.get(id) ?? []), sightingOf(status, list, [role, title].filter(Boolean).join(' in '))])
  return seen
}

function sightingOf(status: string, list: string, where: string): Sighting {
  if (status === 'missed') return { worth: standingWorth.missed, text: `Missed a slot for ${where}` }
  if (status === 'booked') return { worth: standingWorth.booked, text: `You booked them for ${where}` }
  if (list === 'shortList') return { worth: standingWorth.shortList, text: `On your short list for ${where}` }
  return { worth: standingWorth.selects, text: `You selected them for ${where}` }
}

interface Seen extends Sighting {
  readonly profile: ProfileQuote | null
}

/** From this worth on a sighting speaks for somebody. */
const speaksFrom = 0.5

/**
 * What this user saw, rated and noted of a person before; nothing for a stranger, since no role asks to be known here.
 *
 * The mean of the sightings, drawn towards a fair one while they are few.
 */
export function pastFactors(ask: Ask, person: TalentRecord, past: readonly Sighting[], weight: number): readonly Factor[] {
  const seen = [...ratingsOf(person), ...notesOf(ask, person), ...past.map(sighting => ({ ...sighting, profile: null }))]
  if (seen.length === 0) return []
  const best = seen.reduce((most, one) => (one.worth > most.worth ? one : most))
  const worst = seen.reduce((least, one) => (one.worth < least.worth ? one : least))
  return [{
    factor: 'past',
    weight,
    value: (pastPrior.worth * pastPrior.count + seen.reduce((sum, { worth }) => sum + worth, 0)) / (pastPrior.count + seen.length),
    reason: () => (best.worth >= speaksFrom ? evidence(best.text, best.profile) : null),
    gap: () => (worst.worth < speaksFrom ? evidence(worst.text, worst.profile) : null),
  }]
}

function ratingsOf({ auditions }: TalentRecord): readonly Seen[] {
  return auditions.flatMap(({ rating, role, production, on, note }) => {
    if (rating === null) return []
    const where = [role, production].filter(Boolean).join(' in ')
    const text = `You rated them ${rating} of 5${where === '' ? '' : ` for ${where}`}${on === null ? '' : `, ${on}`}${note === '' ? '' : `: ${quoted(note)}`}`
    return [{ worth: (rating - 1) / 4, text, profile: quoteOf('auditions', [where, `${rating} of 5`, note].filter(Boolean).join(', ')) }]
  })
}

/** A sentence of the user's own notes that speaks of what the role is about. */
function notesOf(ask: Ask, { notes }: TalentRecord): readonly Seen[] {
  if (notes === '') return []
  const near = sentencesOf(notes).find(({ text }) => fold(text).split(' ').some(word => ask.telling.has(word)))
  return near ? [{ worth: standingWorth.note, text: `Your note: ${quoted(near.text)}`, profile: quoteOf('notes', near.text) }] : []
}
