import { CastMatchError } from '../../src-preload/contract/errors.ts'
import { meaningOf } from './meaningScores.ts'
import type { BookAnswers, BookQuestions, Narrowed, Ready } from './search/answerBook.ts'
import type { Condition } from './search/conditions.ts'
import type { Understanding } from './search/readSentence.ts'
import type { Question } from './search/ranking.ts'
import type { SearchParts } from './search/searchParts.ts'
import { openSearchShelf, type SearchShelf } from './search/searchShelf.ts'
import { talentModelId } from './talentRecord.ts'

/** What may be asked of a ranking, beside the question itself. */
type More<Kind extends keyof BookQuestions> = Omit<BookQuestions[Kind], keyof Narrowed>

/** A question as it was understood, with what was answered. */
export interface Answered<Kind extends keyof BookQuestions> {
  readonly read: Understanding
  readonly answer: BookAnswers[Kind]
}

/** The conditions of a question, in the order of their chips. */
export const conditionsOf = ({ chips }: Understanding): readonly Condition[] => chips.map(({ condition }) => condition)

/**
 * Understands a question, puts the people who answer it in order, and answers what is asked of that.
 *
 * Conditions that the sentence states for certain become chips and filter; the words are looked for in all texts (BM25), the meaning is
 * compared with the vectors that are there, and both make one order. A misspelt name is found by its letters. "Like" somebody adds the
 * words and the vector of their record. The last rankings stay on the shelf for the next page. Throws CANCELLED.
 */
export async function askTalent<Kind extends Exclude<keyof BookQuestions, 'read'>>(parts: SearchParts, question: Question, kind: Kind, more: More<Kind>, signal?: AbortSignal): Promise<Answered<Kind>> {
  const shelf = parts.shelf ?? openSearchShelf(parts.db)
  const key = questionKey(parts, question)
  const ready = await shelf.ready(key, () => makeReady(parts, shelf, key, question, signal))
  if (signal?.aborted) throw new CastMatchError('CANCELLED')
  const answer = await shelf.ask<Kind>(kind, { ...ready, filters: question.filters, ...more } as unknown as BookQuestions[Kind])
  if (signal?.aborted) throw new CastMatchError('CANCELLED')
  return { read: ready.asked.read, answer }
}

/** The key of a question but for its filters: another one as soon as anything in the database was written. */
function questionKey({ db, embedder, glossary, today }: SearchParts, { text, without, like }: Question): string {
  const written = db.prepare('SELECT total_changes()').pluck().get()
  return JSON.stringify([written, db.pragma('data_version', { simple: true }), text, without, like ?? null, embedder?.id ?? null, glossary, today ?? null])
}

async function makeReady({ embedder, near, glossary, today }: SearchParts, shelf: SearchShelf, key: string, question: Question, signal: AbortSignal | undefined): Promise<Ready> {
  const modelId = embedder && talentModelId(embedder)
  const { text, without, like } = question
  const { read, record } = await shelf.ask('read', { question: { text, without, like }, modelId, today })
  const asked = { read, glossary, today }
  const said = embedder && read.meaning !== '' ? await meaningOf(embedder, read.meaning, signal) : null
  const vector = record ? mixed(record, said) : said
  if (!vector || modelId === null) return { key, asked, meaning: null }
  const about = (await (near ?? shelf.near)?.about(modelId, vector)) ?? null
  return { key, asked, meaning: { modelId, vector, about } }
}

/** How much of the vector of the record stays where words are said beside it. */
const recordShare = 0.6

function mixed(record: Float32Array, said: Float32Array | null): Float32Array {
  if (!said || said.length !== record.length) return record
  const sum = record.map((value, at) => recordShare * value + (1 - recordShare) * (said[at] ?? 0))
  const length = Math.hypot(...sum)
  return length === 0 ? record : sum.map(value => value / length)
}
