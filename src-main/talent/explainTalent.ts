import type { Explanation, MarkedPiece, TalentId } from '../../src-preload/contract/talent.ts'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import type { Database } from '../database/openDatabase.ts'
import { askTalent, conditionsOf, type Answered } from './askTalent.ts'
import { meaningOf } from './meaningScores.ts'
import type { Question } from './search/ranking.ts'
import type { SearchParts } from './search/searchParts.ts'
import { isSimilar, factsAsked, saidOf } from './search/reasons.ts'
import { rowOf } from './search/passing.ts'
import { summariesOf } from './summaries.ts'

/** How much of a text stands on either side of the words that answer, in letters. */
const around = 60

/** The most pieces of one text that are shown, and the most sentences of a profile that are compared. */
const mostWindows = 3
const mostSentences = 12

/**
 * Tells why somebody was found by a question: the words that answer in each text, what the record says of each condition, and the
 * sentence of the profile that is nearest in meaning.
 *
 * Throws NOT_FOUND for an unknown or removed id, and CANCELLED.
 */
export async function explainTalent(parts: SearchParts, question: Question, id: TalentId, signal?: AbortSignal): Promise<Explanation> {
  const { db } = parts
  const row = rowOf(db, id)
  const person = summariesOf(db, [row], '').get(row)
  if (!person) throw new CastMatchError('NOT_FOUND', { subject: 'This person' })
  const answered = await askTalent(parts, question, 'person', { row }, signal)
  const { read, answer } = answered
  const facts = factsAsked(db, conditionsOf(read), [row]).get(row)
  const conditions = read.chips.flatMap(({ chip, condition }) => {
    const said = saidOf(person, condition, facts, parts.today)
    return said ? [{ label: chip.label, ...said }] : []
  })
  const texts = answer.texts.map(({ field, text }) => ({ field, pieces: shortened(text) }))
  return { conditions, texts, nearest: await nearestSentence(parts, answered, row, signal), name: answer.byName ? person.name : null }
}

/** A text with its answering words marked, cut down to what stands round them. */
function shortened(pieces: readonly MarkedPiece[]): MarkedPiece[] {
  const marked = pieces.filter(piece => piece.marked).length
  let seen = 0
  return pieces.flatMap((piece, at): MarkedPiece[] => {
    if (piece.marked) return ++seen <= mostWindows ? [piece] : []
    if (seen >= mostWindows && marked > mostWindows) return seen === mostWindows && at > 0 && pieces[at - 1]?.marked && seen++ > 0 ? [{ text: `${head(piece.text)}…`, marked: false }] : []
    const isFirst = seen === 0
    const isLast = seen === marked
    if (piece.text.length <= 2 * around) return [piece]
    if (isFirst) return [{ text: `…${tail(piece.text)}`, marked: false }]
    return isLast ? [{ text: `${head(piece.text)}…`, marked: false }] : [{ text: `${head(piece.text)} … ${tail(piece.text)}`, marked: false }]
  })
}

const head = (text: string): string => text.slice(0, around).replace(/\s+\S*$/, '')
const tail = (text: string): string => text.slice(-around).replace(/^\S*\s+/, '')

/** The sentence of a profile nearest to what was asked; null where nothing was asked by meaning, or the person is not similar. */
async function nearestSentence({ db, embedder }: SearchParts, { read, answer }: Answered<'person'>, row: number, signal: AbortSignal | undefined): Promise<Explanation['nearest']> {
  if (!embedder || read.meaning === '' || !isSimilar({ ...answer, byName: false })) return null
  const sentences = sentencesOf(db, row)
  const asked = await meaningOf(embedder, read.meaning, signal)
  if (!asked || sentences.length === 0) return null
  const vectors = await embedder.embed(sentences.map(({ sentence }) => sentence), signal)
  const cosines = vectors.map(vector => vector.reduce((sum, value, at) => sum + value * (asked[at] ?? 0), 0))
  return sentences[cosines.indexOf(Math.max(...cosines))] ?? null
}

function sentencesOf(db: Database, row: number): readonly { readonly field: string; readonly sentence: string }[] {
  const texts = db.prepare('SELECT skills, bio, training FROM talent WHERE row = ?').get(row) as { skills: string; bio: string; training: string }
  const parted = (field: string, text: string): readonly { field: string; sentence: string }[] =>
    text.split(/(?<=[.!?।])\s+|\n+/).map(sentence => ({ field, sentence: sentence.trim().slice(0, 300) })).filter(({ sentence }) => sentence.length > 3)
  const skills = (JSON.parse(texts.skills) as string[]).join(', ')
  return [...(skills ? [{ field: 'skills', sentence: skills.slice(0, 300) }] : []), ...parted('biography', texts.bio), ...parted('training', texts.training)].slice(0, mostSentences)
}
