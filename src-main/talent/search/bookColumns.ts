import type { FeeBand, SpokenLanguage } from '../../../src-preload/contract/talent.ts'
import { Fluency, type Gender } from '../../../src-preload/contract/words.ts'
import type { Database } from '../../database/openDatabase.ts'
import { fold } from '../../spelling/folding.ts'

/** Which words of a person are looked up by kind; each has a bit in {@link BookColumns.known}. */
export const wordKinds = ['language', 'skill', 'city', 'tag', 'union', 'fluency'] as const
/** One kind of word that is looked up. */
export type WordKind = (typeof wordKinds)[number]

/** A word that some people have: folded, with its kind. For `fluency` the word is a language, with how well it is spoken. */
export interface BookWord {
  readonly kind: WordKind
  readonly word: string
  /** The place in the list of fluencies, best first; 0 where the kind is another. */
  readonly fluency: number
}

/** What filters and counts ask of everybody, in memory: one place for each row of `talent`, so that 100,000 people are passed in a few milliseconds. */
export interface BookColumns {
  /** The change up to which these hold, and one more than the highest row. */
  readonly revision: number
  readonly size: number
  /** 1 where the person is in the book. */
  readonly there: Uint8Array
  /** The place in {@link genders} and one, 0 for not known. */
  readonly gender: Uint8Array
  /** Years and centimetres, -1 for not known. */
  readonly from: Int16Array
  readonly to: Int16Array
  readonly height: Int16Array
  /** Minor units; `feeKind` is the place in `feeKinds`, 0 for not known. */
  readonly feeFrom: Float64Array
  readonly feeTo: Float64Array
  readonly feeKind: Uint8Array
  readonly feeKinds: readonly string[]
  /** The day of birth as a number, 20100131; 0 for not known. */
  readonly born: Int32Array
  /** 0 not known, 1 none, 2 held. */
  readonly passport: Uint8Array
  /** One bit for each of {@link mediaKinds}. */
  readonly media: Uint8Array
  /** One bit for each kind of word that is known of the person. */
  readonly known: Uint8Array
  /** Where the words of a row begin in `ids`, and how many they are. */
  readonly start: Int32Array
  readonly count: Uint16Array
  readonly ids: Int32Array
  /** What an id of `ids` means. */
  readonly words: readonly BookWord[]
}

/** Genders in the order of their places. */
export const genders: readonly Gender[] = ['female', 'male', 'nonBinary']

/** Kinds of media in the order of their bits. */
export const mediaKinds = ['headshot', 'reel', 'selfTape'] as const

/** Keeps the columns of a book in step with the database, which stays the truth: they are read from it anew at every start. */
export interface BookView {
  /** The columns as the database stands now; a large book is read in pieces between which others have their turn. */
  fresh(): Promise<BookColumns>
}

/** How many people are read in one turn: some 5 ms. */
const piece = 500

/** Above so many changed people the whole book is read again, which also gives back what their old words took. */
const mostChanged = 20_000

type Arrays = { -readonly [Key in keyof BookColumns]: BookColumns[Key] } & { readonly index: Map<string, number>; used: number; words: BookWord[]; feeKinds: string[] }

/** Opens the view of a book; nothing is read before the first {@link BookView.fresh}. */
export function openBookView(db: Database): BookView {
  const newest = db.prepare('SELECT coalesce(max(at), 0) FROM talent_change').pluck()
  const changed = db.prepare('SELECT talent_row FROM talent_change WHERE at > ? ORDER BY talent_row').pluck()
  const read = rowReader(db)
  let columns = emptyColumns(0)
  let running: Promise<BookColumns> | undefined
  const update = async (): Promise<BookColumns> => {
    const revision = Number(newest.get())
    const rows = changed.all(columns.revision) as number[]
    const next = rows.length > mostChanged ? emptyColumns(0) : columns
    const all = next === columns ? rows : (changed.all(-1) as number[])
    reserve(next, (all.at(-1) ?? -1) + 1)
    for (let at = 0; at < all.length; at += piece) {
      if (at > 0) await new Promise(setImmediate)
      read(next, all.slice(at, at + piece))
    }
    // Whoever changed while this was read has a higher number, and is read the next time.
    next.revision = revision
    columns = next
    return columns
  }
  return {
    async fresh() {
      // What was changed since the reading began is asked for once more.
      while (running) await running
      if (Number(newest.get()) === columns.revision) return columns
      running = update().finally(() => {
        running = undefined
      })
      return running
    },
  }
}

function emptyColumns(size: number): Arrays {
  return {
    revision: -1, size, there: new Uint8Array(size), gender: new Uint8Array(size), from: new Int16Array(size), to: new Int16Array(size), height: new Int16Array(size),
    feeFrom: new Float64Array(size), feeTo: new Float64Array(size), feeKind: new Uint8Array(size), feeKinds: [''], born: new Int32Array(size), passport: new Uint8Array(size),
    media: new Uint8Array(size), known: new Uint8Array(size), start: new Int32Array(size), count: new Uint16Array(size), ids: new Int32Array(1_024), words: [], index: new Map(), used: 0,
  }
}

const perRow = ['there', 'gender', 'from', 'to', 'height', 'feeFrom', 'feeTo', 'feeKind', 'born', 'passport', 'media', 'known', 'start', 'count'] as const

/** Makes room up to a row, with some to spare. */
function reserve(columns: Arrays, size: number): void {
  if (size > columns.there.length) {
    const room = emptyColumns(Math.ceil(size * 1.1) + 64)
    for (const key of perRow) room[key].set(columns[key])
    Object.assign(columns, Object.fromEntries(perRow.map(key => [key, room[key]])))
  }
  columns.size = Math.max(columns.size, size)
}

interface ReadRow {
  readonly row: number
  readonly there: number
  readonly gender: Gender | null
  readonly playing_from: number | null
  readonly playing_to: number | null
  readonly height_cm: number | null
  readonly languages: string
  readonly union_card: string
  readonly fee: string | null
  readonly born: string | null
  readonly passport: string | null
}

/** Gives what reads some rows into the columns. */
function rowReader(db: Database): (columns: Arrays, rows: readonly number[]) => void {
  const people = db.prepare<[string], ReadRow>(`SELECT row, removed_at IS NULL AS there, gender, playing_from, playing_to, height_cm, languages, union_card, fee, born, passport
    FROM talent WHERE row IN (SELECT value FROM json_each(?))`)
  const words = db.prepare(`SELECT talent_row, kind, word FROM talent_word WHERE talent_row IN (SELECT value FROM json_each(?)) AND kind IN ('language', 'skill', 'city', 'tag')`).raw()
  const media = db.prepare('SELECT t.row, m.kind FROM talent t JOIN talent_media m ON m.talent_id = t.id WHERE t.row IN (SELECT value FROM json_each(?)) AND m.removed_at IS NULL').raw()
  return (columns, rows) => {
    const asked = JSON.stringify(rows)
    const wordsOf = new Map<number, number[]>()
    const idsOf = (row: number): number[] => {
      const known = wordsOf.get(row)
      if (known) return known
      const fresh: number[] = []
      wordsOf.set(row, fresh)
      return fresh
    }
    for (const [row, kind, word] of words.all(asked) as [number, WordKind, string][]) idsOf(row).push(idOf(columns, kind, word))
    // A record that is gone is not among those that are read.
    for (const row of rows) columns.there[row] = 0
    for (const person of people.all(asked)) {
      const ids = idsOf(person.row)
      if (person.union_card !== '') ids.push(idOf(columns, 'union', fold(person.union_card)))
      for (const { language, fluency, dialects } of JSON.parse(person.languages) as SpokenLanguage[]) {
        if (fluency) for (const word of [language, ...dialects]) ids.push(idOf(columns, 'fluency', fold(word), Fluency.options.indexOf(fluency)))
      }
      keepRow(columns, person, ids)
    }
    for (const row of rows) columns.media[row] = 0
    for (const [row, kind] of media.all(asked) as [number, string][]) columns.media[row] = (columns.media[row] ?? 0) | (1 << mediaKinds.findIndex(known => known === kind))
  }
}

function keepRow(columns: Arrays, person: ReadRow, ids: readonly number[]): void {
  const { row } = person
  columns.there[row] = person.there
  columns.gender[row] = person.gender === null ? 0 : genders.indexOf(person.gender) + 1
  columns.from[row] = person.playing_to === null ? -1 : (person.playing_from ?? -1)
  columns.to[row] = person.playing_from === null ? -1 : (person.playing_to ?? -1)
  columns.height[row] = person.height_cm ?? -1
  const fee = person.fee === null ? null : (JSON.parse(person.fee) as FeeBand)
  columns.feeFrom[row] = fee?.from ?? 0
  columns.feeTo[row] = fee?.to ?? 0
  columns.feeKind[row] = fee ? feeKindOf(columns, `${fee.currency}/${fee.per}`) : 0
  columns.born[row] = person.born === null ? 0 : Number(person.born.replaceAll('-', ''))
  columns.passport[row] = person.passport === null ? 0 : (JSON.parse(person.passport) as { readonly held: boolean }).held ? 2 : 1
  columns.known[row] = ids.reduce((bits, id) => bits | kindBit(columns.words[id]?.kind ?? 'fluency'), 0)
  if (columns.used + ids.length > columns.ids.length) {
    const room = new Int32Array((columns.used + ids.length) * 2)
    room.set(columns.ids)
    columns.ids = room
  }
  columns.start[row] = columns.used
  columns.count[row] = ids.length
  columns.ids.set(ids, columns.used)
  columns.used += ids.length
}

/** The bit of a kind of word in {@link BookColumns.known}. */
export const kindBit = (kind: WordKind): number => 1 << wordKinds.indexOf(kind)

function idOf(columns: Arrays, kind: WordKind, word: string, fluency = 0): number {
  const key = `${kind}/${fluency}/${word}`
  const known = columns.index.get(key)
  if (known !== undefined) return known
  const id = columns.words.push({ kind, word, fluency }) - 1
  columns.index.set(key, id)
  return id
}

function feeKindOf(columns: Arrays, kind: string): number {
  const known = columns.feeKinds.indexOf(kind)
  return known > 0 ? known : columns.feeKinds.push(kind) - 1
}
