import type { TalentId } from '../../src-preload/contract/talent.ts'
import type { Database } from '../database/openDatabase.ts'
import { createWordReader, type Word, type WordReader } from './namedWords.ts'
import { ordinaryWords } from './ordinaryWords.ts'
import { phonesIn } from './phonesIn.ts'

/** The most words that a name is looked up by. */
const longestName = 6

/**
 * The people of the book that texts name in full, by screen name, legal name or another spelling, or by phone or e-mail.
 *
 * The words of the texts are looked up in the index of names; the book is not read through. Of several people of one name
 * the first in the book stands for all. One ordinary word alone ("Hope") is not taken for a person. Names that are `known`,
 * folded, are not looked up.
 */
export function peopleIn(db: Database, texts: readonly string[], reader: WordReader = createWordReader(), known: ReadonlySet<string> = new Set()): ReadonlySet<TalentId> {
  const read = texts.map(reader.read)
  const worded = read.map(({ words }) => words)
  const people = new Set(peopleCalled(db, worded, known))
  for (const id of peopleReachedBy(db, read.map(({ source }) => source))) people.add(id)
  return people
}

function peopleCalled(db: Database, worded: readonly (readonly Word[])[], known: ReadonlySet<string>): readonly TalentId[] {
  const keys = new Set(worded.flatMap(words => words.flatMap(({ key, owner }) => (owner ? [key, owner.key] : [key]))))
  const begins = new Set(
    db
      .prepare<[string], string>(`SELECT value FROM json_each(?) WHERE EXISTS (
          SELECT 1 FROM talent_word WHERE kind = 'name' AND word BETWEEN value AND value || ' ' || char(1114109))`)
      .pluck()
      .all(JSON.stringify([...keys])),
  )
  if (begins.size === 0) return []
  const runs = new Set<string>()
  for (const words of worded) for (let at = 0; at < words.length; at++) for (const run of runsFrom(words, at, begins)) if (!known.has(run)) runs.add(run)
  return db
    .prepare<[string], TalentId | null>(`SELECT (
        SELECT t.id FROM talent_word w JOIN talent t ON t.row = w.talent_row WHERE w.kind = 'name' AND w.word = value AND t.removed_at IS NULL ORDER BY w.talent_row LIMIT 1
      ) FROM json_each(?)`)
    .pluck()
    .all(JSON.stringify([...runs]))
    .flatMap(id => id ?? [])
}

/** The runs of words from a place that may be a name, longest last. */
function* runsFrom(words: readonly Word[], at: number, begins: ReadonlySet<string>): Generator<string> {
  const here = words[at]
  if (!here || !(begins.has(here.key) || (here.owner && begins.has(here.owner.key)))) return
  let run = ''
  for (const word of words.slice(at, at + longestName)) {
    const isAlone = run === ''
    if (!(isAlone && ordinaryWords.has(word.key))) yield run + word.key
    if (word.owner && !(isAlone && ordinaryWords.has(word.owner.key))) yield run + word.owner.key
    run += `${word.key} `
  }
}

const mailAddress = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.[\p{L}]{2,}/gu

/** The people whose phone number or e-mail address stands in texts. */
function peopleReachedBy(db: Database, texts: readonly string[]): readonly TalentId[] {
  const mails = new Set(texts.flatMap(text => (text.includes('@') ? (text.match(mailAddress) ?? []) : [])).flatMap(mail => [mail, mail.toLowerCase()]))
  const phones = new Set(texts.flatMap(text => phonesIn(text).map(({ key }) => key)))
  const byMail = db.prepare<[string], TalentId>('SELECT t.id FROM json_each(?) m JOIN talent t ON t.email = m.value AND t.email <> \'\' WHERE t.removed_at IS NULL').pluck()
  const byPhone = db.prepare<[string], TalentId>('SELECT t.id FROM json_each(?) p JOIN talent t ON t.phone_key = p.value AND t.phone_key <> \'\' WHERE t.removed_at IS NULL').pluck()
  return [...(mails.size > 0 ? byMail.all(JSON.stringify([...mails])) : []), ...(phones.size > 0 ? byPhone.all(JSON.stringify([...phones])) : [])]
}
