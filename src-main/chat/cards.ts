import type { RecordCard } from '../../src-preload/contract/chat.ts'
import type { Session, Slot } from '../../src-preload/contract/auditions.ts'
import type { MemoryKind } from '../../src-preload/contract/memory.ts'
import type { ProductionId, ProductionKind } from '../../src-preload/contract/productions.ts'
import type { Scene, ScriptId } from '../../src-preload/contract/scripts.ts'
import type { SpokenLanguage } from '../../src-preload/contract/talent.ts'
import type { Gender } from '../../src-preload/contract/words.ts'
import { draftWords, eighthsWords, genderWords, printedDay, rangeWords, sceneNumber, sizeWords, slotWords, startOfDay } from '../../src-preload/contract/said.ts'
import type { RoleSize } from '../../src-preload/contract/roles.ts'
import { nameOf } from '../auditions/sessionStore.ts'
import type { Database } from '../database/openDatabase.ts'
import { colourOfRank } from '../scripts/draftColours.ts'
import type { RecordKey } from './tool.ts'

/** A card before it has its reference. */
export type CardFace = Omit<RecordCard, 'ref'>

type Face = Pick<CardFace, 'title' | 'line'> & Partial<Pick<CardFace, 'productionId' | 'scriptId' | 'scene'>>

const kindWords: Readonly<Record<ProductionKind, string>> = { film: 'Film', series: 'Series', ad: 'Ad', stage: 'Stage', other: 'Production' }

/**
 * The card of a record as it stands in the database now; null where it is not there, was removed, or stands in a production
 * that was put away.
 *
 * Cards are made nowhere else, so that what was never in the database cannot be shown as a record.
 */
export function cardOf(db: Database, key: RecordKey): CardFace | null {
  const face = faces[key.kind](db, key.id)
  return face && { kind: key.kind, id: key.id, productionId: null, scriptId: null, scene: null, ...face }
}

const faces: Readonly<Record<RecordKey['kind'], (db: Database, id: string) => Face | null>> = {
  production: productionFace,
  script: scriptFace,
  scene: sceneFace,
  role: roleFace,
  talent: talentFace,
  session: sessionFace,
  slot: slotFace,
  memory: memoryFace,
}

const inLine = (...parts: readonly (string | null | false)[]): string => parts.filter(Boolean).join(', ')

const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`

function productionFace(db: Database, id: string): Face | null {
  const row = db
    .prepare<[string], { title: string; kind: ProductionKind; scripts: number; roles: number }>(
      `SELECT p.title, p.kind, (SELECT count(*) FROM script s WHERE s.production_id = p.id AND s.removed_at IS NULL) AS scripts,
         (SELECT count(*) FROM role r WHERE r.production_id = p.id AND r.removed_at IS NULL AND r.merged_into IS NULL) AS roles
       FROM production p WHERE p.id = ? AND p.removed_at IS NULL`,
    )
    .get(id)
  return row ? { productionId: id as ProductionId, title: row.title, line: inLine(kindWords[row.kind], count(row.scripts, 'script'), count(row.roles, 'role')) } : null
}

function scriptFace(db: Database, id: string): Face | null {
  const row = db
    .prepare<[string], { title: string; production_id: ProductionId; pages: number; scenes: number; rank: number }>(
      `SELECT s.title, s.production_id, s.pages, s.scene_count AS scenes, s.draft_rank AS rank FROM script s
       JOIN production p ON p.id = s.production_id AND p.removed_at IS NULL WHERE s.id = ? AND s.removed_at IS NULL`,
    )
    .get(id)
  if (!row) return null
  const line = inLine(`${draftWords(colourOfRank(row.rank))} draft`, count(row.pages, 'page'), count(row.scenes, 'scene'))
  return { productionId: row.production_id, scriptId: id as ScriptId, title: row.title, line }
}

/** The id under which a scene is known as a record: the script's id, a slash, the index of the scene. */
export const sceneId = (scriptId: ScriptId, index: number): string => `${scriptId}/${index}`

/** The script and the index of a scene's id; null where the text is no such id. */
export function sceneOf(id: string): { readonly scriptId: ScriptId; readonly index: number } | null {
  const [, scriptId, index] = /^([^/]+)\/(\d{1,5})$/.exec(id) ?? []
  return scriptId !== undefined && index !== undefined ? { scriptId: scriptId as ScriptId, index: Number(index) } : null
}

function sceneFace(db: Database, id: string): Face | null {
  const at = sceneOf(id)
  if (!at) return null
  const row = db
    .prepare<[string, string], { scene: string | null; production_id: ProductionId }>(
      `SELECT json_extract(s.reading, ?) AS scene, s.production_id FROM script s
       JOIN production p ON p.id = s.production_id AND p.removed_at IS NULL WHERE s.id = ? AND s.removed_at IS NULL`,
    )
    .get(`$.scenes[${at.index}]`, at.scriptId)
  if (!row || row.scene === null) return null
  const scene = JSON.parse(row.scene) as Scene
  return {
    productionId: row.production_id, scriptId: at.scriptId, scene: at.index,
    title: `Scene ${sceneNumber(scene)}`, line: inLine(scene.heading, `page ${scene.page}`, `${eighthsWords(scene.eighths)} pages`),
  }
}

interface RoleFacts {
  readonly name: string
  readonly production_id: ProductionId
  readonly title: string
  readonly size: RoleSize | null
  readonly gender: Gender | null
  readonly playing_from: number | null
  readonly playing_to: number | null
  readonly speeches: number | null
  readonly scenes: number
}

function roleFace(db: Database, id: string): Face | null {
  const row = db
    .prepare<[string], RoleFacts>(
      `SELECT r.name, r.production_id, p.title, r.size, r.gender, r.playing_from, r.playing_to, sum(a.speeches) AS speeches,
         count(DISTINCT a.script_id || ' ' || a.scene) AS scenes
       FROM role r JOIN production p ON p.id = r.production_id AND p.removed_at IS NULL
       LEFT JOIN (role_appearance a JOIN current_script s ON s.id = a.script_id) ON a.role_id = r.id
       WHERE r.id = ? AND r.removed_at IS NULL AND r.merged_into IS NULL GROUP BY r.id`,
    )
    .get(id)
  if (!row) return null
  const heard = row.speeches === null ? 'does not speak' : `${count(row.speeches, 'speech', 'speeches')} in ${count(row.scenes, 'scene')}`
  const line = inLine(row.size && sizeWords[row.size], row.gender && genderWords[row.gender], playsWords(row.playing_from, row.playing_to), heard, row.title)
  return { productionId: row.production_id, title: row.name, line }
}

const playsWords = (from: number | null, to: number | null): string | null => (from === null || to === null ? null : `plays ${rangeWords({ from, to })}`)

interface TalentRow {
  readonly name: string
  readonly gender: Gender | null
  readonly playing_from: number | null
  readonly playing_to: number | null
  readonly city: string
  readonly languages: string
}

function talentFace(db: Database, id: string): Face | null {
  const row = db
    .prepare<[string], TalentRow>('SELECT name, gender, playing_from, playing_to, city, languages FROM talent WHERE id = ? AND removed_at IS NULL')
    .get(id)
  if (!row) return null
  const languages = (JSON.parse(row.languages) as readonly SpokenLanguage[]).map(({ language }) => language)
  const line = inLine(row.gender && genderWords[row.gender], playsWords(row.playing_from, row.playing_to), row.city, languages.slice(0, 4).join(' and '))
  return { title: row.name, line }
}

interface SessionRow extends Pick<Session, 'kind' | 'title' | 'day' | 'zone' | 'place'> {
  readonly production_id: ProductionId
  readonly from_time: string
  readonly to_time: string
}

const sessionColumns = 'a.production_id, a.kind, a.title, a.day, a.from_time, a.to_time, a.zone, a.place'

function sessionFace(db: Database, id: string): Face | null {
  const row = db
    .prepare<[string], SessionRow>(
      `SELECT ${sessionColumns} FROM audition_session a JOIN production p ON p.id = a.production_id AND p.removed_at IS NULL
       WHERE a.id = ? AND a.removed_at IS NULL`,
    )
    .get(id)
  return row ? { productionId: row.production_id, title: nameOf(row), line: inLine(printedDay(startOfDay(row.day)), `${row.from_time} to ${row.to_time} (${row.zone})`, row.place) } : null
}

function slotFace(db: Database, id: string): Face | null {
  const row = db
    .prepare<[string], SessionRow & { readonly name: string; readonly role: string | null; readonly at: string; readonly state: Slot['state'] }>(
      `SELECT ${sessionColumns}, t.name, r.name AS role, s.from_time AS at, s.state FROM audition_slot s
       JOIN audition_session a ON a.id = s.session_id AND a.removed_at IS NULL JOIN production p ON p.id = a.production_id AND p.removed_at IS NULL
       JOIN talent t ON t.id = s.talent_id AND t.removed_at IS NULL LEFT JOIN role r ON r.id = s.role_id AND r.removed_at IS NULL AND r.merged_into IS NULL
       WHERE s.id = ? AND s.cancelled_at IS NULL`,
    )
    .get(id)
  return row ? { productionId: row.production_id, title: row.name, line: inLine(row.role, `${printedDay(startOfDay(row.day))} at ${row.at} (${row.zone})`, slotWords[row.state].toLowerCase()) } : null
}

function memoryFace(db: Database, id: string): Face | null {
  const row = db
    .prepare<[string], { text: string; kind: MemoryKind; state: string; production_id: ProductionId | null; at: string; title: string | null }>(
      `SELECT m.text, m.kind, m.state, m.production_id, ifnull(m.valid_from, substr(m.created_at, 1, 10)) AS at, p.title FROM memory m
       LEFT JOIN production p ON p.id = m.production_id AND p.removed_at IS NULL WHERE m.id = ? AND (m.production_id IS NULL OR p.id IS NOT NULL)`,
    )
    .get(id)
  return row ? { productionId: row.production_id, title: row.text, line: inLine(memoryWords[row.kind], printedDay(startOfDay(row.at)), row.state === 'closed' && 'closed', row.title) } : null
}

const memoryWords: Readonly<Record<MemoryKind, string>> = { episodic: 'Event', semantic: 'Fact', procedural: 'Way of working' }
