import type { TalentId } from '../../../src-preload/contract/talent.ts'
import type { Gender, PlayingRange } from '../../../src-preload/contract/words.ts'
import type { Database } from '../../database/openDatabase.ts'
import { fold } from '../../spelling/folding.ts'
import type { BookTexts } from './bookTexts.ts'
import type { Concept } from './concepts.ts'
import type { Condition } from './conditions.ts'
import { scoresOfNames } from './nameScores.ts'
import type { NamedPerson } from './readAlike.ts'

/** What somebody is like: the words and the vector of a record; the vector is null until it is made. */
export interface Likeness {
  readonly concepts: readonly Concept[]
  readonly vector: Float32Array | null
}

/** How much a skill and a language of the record count beside a word of the sentence. */
const weights = { skill: 1, language: 0.4 } as const

/** From this likeness on a misspelt whole name is surely meant. */
const surelyNamed = 0.85

const mostSkills = 12

/** The one person of the book by the id, or by folded words that are the whole name, a first name that nobody shares, or a whole name spelt alike. */
export function personNamed(db: Database, texts: BookTexts, asked: TalentId | readonly string[]): NamedPerson | null {
  const rows = typeof asked === 'string' ? db.prepare('SELECT row FROM talent WHERE id = ? AND removed_at IS NULL').pluck().all(asked) : rowsNamed(db, texts, asked)
  const [row] = rows
  if (row === undefined || rows.length > 1) return null
  const person = db.prepare('SELECT id, name, gender, playing_from AS a, playing_to AS b, height_cm AS height FROM talent WHERE row = ?').get(row) as {
    id: TalentId; name: string; gender: Gender | null; a: number | null; b: number | null; height: number | null
  }
  const { id, name, gender, a, b, height } = person
  const playingRange: PlayingRange | null = a === null || b === null ? null : { from: a, to: b }
  return { id, name, gender, playingRange, heightCm: height }
}

function rowsNamed(db: Database, texts: BookTexts, words: readonly string[]): readonly unknown[] {
  const name = words.join(' ')
  const whole = db.prepare("SELECT DISTINCT w.talent_row FROM talent_word w WHERE w.kind = 'name' AND w.word = ? LIMIT 2").pluck().all(name)
  if (whole.length > 0) return whole
  if (words.length === 1) return name.length < 3 ? [] : db.prepare("SELECT DISTINCT w.talent_row FROM talent_word w WHERE w.kind = 'name' AND w.word >= ? AND w.word < ? LIMIT 2").pluck().all(`${name} `, `${name}!`)
  const [best, next] = [...scoresOfNames(texts, words)].sort((x, y) => y[1] - x[1])
  return best && best[1] >= surelyNamed && (!next || next[1] < best[1]) ? [best[0]] : []
}

/** What is to be looked for where a condition asks for people like somebody; null where none does. */
export function likenessOf(db: Database, modelId: string | null, conditions: readonly Condition[]): Likeness | null {
  const like = conditions.find(condition => condition.kind === 'like')
  if (!like) return null
  const record = db.prepare('SELECT row, skills, languages FROM talent WHERE id = ?').get(like.id) as { row: number; skills: string; languages: string } | undefined
  if (!record) return null
  const skills = (JSON.parse(record.skills) as string[]).slice(0, mostSkills).map(skill => ({ term: fold(skill), alternatives: [], weight: weights.skill }))
  const languages = (JSON.parse(record.languages) as { language: string }[]).map(({ language }) => ({ term: fold(language), alternatives: [], weight: weights.language }))
  const blob = modelId === null ? null : db.prepare('SELECT v.e FROM talent_vec v JOIN talent t ON t.row = v.talent_row AND t.text_hash = v.text_hash WHERE v.talent_row = ? AND v.model_id = ?').pluck().get(record.row, modelId)
  return { concepts: [...skills, ...languages].filter(({ term }) => term !== ''), vector: Buffer.isBuffer(blob) ? new Float32Array(blob.buffer.slice(blob.byteOffset, blob.byteOffset + blob.byteLength)) : null }
}
