import { setImmediate as breathe } from 'node:timers/promises'
import type { NamedPerson, NamedPicture } from '../../../src-preload/contract/media.ts'
import type { Database } from '../../database/openDatabase.ts'
import { fold } from '../../spelling/folding.ts'
import { nameScores } from '../search/nameScores.ts'
import { summariesOf } from '../summaries.ts'
import { asName, nameWords, ordersOf } from './pictureNames.ts'

/** How many people are proposed for one picture. */
const mostPeople = 6

/** Milliseconds of names read in one go before others get their turn. */
const turn = 10

/**
 * Proposes whose headshots files are, by their names alone.
 *
 * Sure is only the one person whose whole name it is, in any order of its words; a name that several bear, a name within a longer one, and one that is
 * spelt alike are choices for the user. Stops with the signal's reason.
 */
export async function whosePictures(db: Database, fileNames: readonly string[], signal?: AbortSignal): Promise<NamedPicture[]> {
  const find = personFinder(db)
  const named: NamedPicture[] = []
  let until = Date.now() + turn
  for (const fileName of fileNames) {
    named.push(find(fileName))
    if (Date.now() < until) continue
    await breathe()
    signal?.throwIfAborted()
    until = Date.now() + turn
  }
  return named
}

function personFinder(db: Database): (fileName: string) => NamedPicture {
  const bearers = db
    .prepare<[string], number>("SELECT DISTINCT w.talent_row FROM talent_word w JOIN talent t ON t.row = w.talent_row WHERE w.kind = 'name' AND w.word = ? AND t.removed_at IS NULL")
    .pluck()
  const exactly = (words: readonly string[]): readonly number[] => [...new Set(ordersOf(words).flatMap(order => bearers.all(fold(order.join(' ')))))]
  return fileName => {
    const words = nameWords(fileName)
    const name = asName(words)
    if (words.length === 0) return { fileName, name, certainty: 'unknown', people: [] }
    const whole = exactly(words)
    if (whole.length === 1) return { fileName, name, certainty: 'sure', people: peopleOf(db, whole) }
    const rows = whole.length > 0 ? whole : perhaps(db, words, exactly)
    const people = peopleOf(db, rows.slice(0, mostPeople))
    return { fileName, name, certainty: people.length > 0 ? 'doubtful' : 'unknown', people }
  }
}

/** Those whose whole name is a part of the words, the longest part first; then those who are spelt alike. */
function perhaps(db: Database, words: readonly string[], exactly: (words: readonly string[]) => readonly number[]): readonly number[] {
  for (let length = Math.min(words.length - 1, 4); length >= 2; length--) {
    const parts = words.slice(0, words.length - length + 1).flatMap((_, from) => exactly(words.slice(from, from + length)))
    if (parts.length > 0) return [...new Set(parts)]
  }
  return [...nameScores(db, words.map(fold))].sort((a, b) => b[1] - a[1]).map(([row]) => row)
}

function peopleOf(db: Database, rows: readonly number[]): NamedPerson[] {
  const people = summariesOf(db, rows, '')
  return rows.flatMap(row => {
    const person = people.get(row)
    return person ? [{ id: person.id, name: person.name, picture: person.picture }] : []
  })
}
