import { creditLine } from '../../../src-preload/contract/said.ts'
import { TalentFacts, type FeeBand, type SheetField, type SheetMapping } from '../../../src-preload/contract/talent.ts'
import { readCredit } from '../readCredit.ts'
import { unknownFacts } from '../talentRecord.ts'
import { readFee } from './readFee.ts'
import { readGender } from './readGender.ts'
import { readHeight } from './readHeight.ts'
import { readLanguages } from './readLanguages.ts'
import { readCredits, readEmail, readLinks, readList, readPhone } from './readLists.ts'
import { saysNothing } from './readNumbers.ts'
import { readPlayingRange } from './readPlayingRange.ts'
import { readRecordFields } from './readRecordFields.ts'
import { recordInWords } from './recordInWords.ts'
import type { SheetRow } from '../../documents/sheetFile.ts'

/** What a row says of a person: only what stands in it, so that a blank cell never overwrites. */
export type PersonOfSheet = Partial<TalentFacts> & { readonly name: string }

/** A row read: the person, or why it is left out. */
export type ReadRow = { readonly person: PersonOfSheet } | { readonly problem: string }

/** How the cells of several columns of one field are put together. */
const joints: Partial<Record<SheetField, string>> = {
  name: ' ', playingRange: ' - ', languages: ', ', skills: ', ', links: ' ', spellings: ', ', tags: ', ', credits: '; ', phone: ' / ', email: ' ', notes: '\n', bio: '\n', fee: ' ', training: '; ', representation: ', ', union: ', ',
  coordinator: ', ', cardNumber: ', ', conflicts: '; ', guardian: ', ', hair: ', ',
}

/**
 * Reads a row of a sheet as a person, each column as its mapping says.
 *
 * A row is left out where it has no name, more cells than headings, or a gender, playing age or height that cannot be read. A
 * fee, a measurement or a paper that cannot be read is kept among the notes in its own words. Cells are text whatever they begin with: `=HYPERLINK(...)` is
 * never worked out.
 */
export function readPerson(row: SheetRow, mapping: SheetMapping, columns = mapping.length): ReadRow {
  if (row.problem !== undefined) return { problem: row.problem }
  if (row.cells.slice(columns).some(cell => cell.trim() !== '')) return { problem: `it has ${row.cells.length} cells where the headings are ${columns}` }
  const cells = cellsByField(row.cells, mapping)
  const name = (cells.get('name') ?? '').replace(/\s+/g, ' ')
  if (saysNothing(name)) return { problem: 'no name' }
  if (!/\p{L}/u.test(name)) return { problem: `${quoted(name)} is not a name` }
  const strict = readStrictly(cells)
  if ('problem' in strict) return strict
  const person = { name, ...strict, ...readLoosely(cells) }
  const checked = TalentFacts.safeParse({ ...unknownFacts, ...person })
  if (checked.success) return { person }
  const issue = checked.error.issues[0]
  return { problem: `${String(issue?.path[0] ?? 'a cell')}: ${issue?.message ?? 'not valid'}` }
}

function cellsByField(cells: readonly string[], mapping: SheetMapping): ReadonlyMap<SheetField, string> {
  const joined = new Map<SheetField, string>()
  for (const [column, field] of mapping.entries()) {
    const cell = (cells[column] ?? '').trim()
    if (field === null || saysNothing(cell)) continue
    const before = joined.get(field)
    const joint = joints[field]
    if (before === undefined) joined.set(field, cell)
    else if (joint !== undefined && before !== cell) joined.set(field, before + joint + cell)
  }
  return joined
}

function readStrictly(cells: ReadonlyMap<SheetField, string>): Partial<TalentFacts> | { readonly problem: string } {
  const facts: { -readonly [Key in 'gender' | 'playingRange' | 'heightCm']?: TalentFacts[Key] } = {}
  const gender = cells.get('gender')
  const age = cells.get('playingRange')
  const height = cells.get('height')
  if (gender !== undefined) facts.gender = readGender(gender)
  if (age !== undefined) facts.playingRange = readPlayingRange(age)
  if (height !== undefined) facts.heightCm = readHeight(height)
  if (facts.gender === null) return { problem: `gender ${quoted(gender)} cannot be read; write female, male or non-binary` }
  if (facts.playingRange === null) return { problem: `playing age ${quoted(age)} cannot be read; write it like 25-30` }
  if (facts.heightCm === null) return { problem: `height ${quoted(height)} cannot be read; write it like 5'7" or 170 cm` }
  return facts
}

function readLoosely(cells: ReadonlyMap<SheetField, string>): Partial<TalentFacts> {
  const fee = cells.get('fee')
  const band = fee === undefined ? null : readFee(fee)
  const record = readRecordFields(cells)
  const notes = [cells.get('notes'), fee !== undefined && band === null ? `Fee: ${fee}` : undefined, ...record.unread].filter(note => note !== undefined).join('\n')
  const text = (field: SheetField): string => (cells.get(field) ?? '').trim()
  const facts: Partial<TalentFacts> = {
    legalName: text('legalName'),
    spellings: [...readList(text('spellings'))],
    city: text('city'),
    languages: [...readLanguages(text('languages'))],
    skills: [...readList(text('skills'))],
    training: text('training'),
    bio: text('bio'),
    credits: readCredits(text('credits')).map(readCredit),
    union: text('union'),
    representation: text('representation'),
    phone: readPhone(text('phone')),
    email: readEmail(text('email')),
    fee: band,
    links: [...readLinks(text('links'))],
    tags: [...readList(text('tags'), 60)],
    notes,
    ...record.facts,
  }
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)))
}

/** What was read of a row, each field in words as the preview shows them. */
export function inWords(person: PersonOfSheet): Partial<Record<SheetField, string>> {
  const { gender, playingRange, heightCm, fee } = person
  const genders = { female: 'Female', male: 'Male', nonBinary: 'Non-binary' }
  const read: Partial<Record<SheetField, string | undefined>> = {
    name: person.name,
    legalName: person.legalName,
    spellings: person.spellings?.join(', '),
    gender: gender ? genders[gender] : undefined,
    playingRange: playingRange ? `${playingRange.from} to ${playingRange.to}` : undefined,
    height: heightCm ? `${heightCm} cm` : undefined,
    city: person.city,
    languages: person.languages?.map(({ language, fluency, dialects }) => language + bracketed([fluency ?? '', ...dialects])).join(', '),
    skills: person.skills?.join(', '),
    training: person.training,
    bio: person.bio,
    credits: person.credits?.map(creditLine).join('; '),
    union: person.union,
    representation: person.representation,
    phone: person.phone,
    email: person.email,
    fee: fee ? feeInWords(fee) : undefined,
    links: person.links?.join(' '),
    tags: person.tags?.join(', '),
    notes: person.notes,
    ...recordInWords(person),
  }
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined && value !== ''))
}

/** A fee band in words: `₹20,000 to ₹40,000 a day`, with as many places of its smaller coin as asked for. */
export function feeInWords({ from, to, currency, per }: FeeBand, places = 0): string {
  const money = new Intl.NumberFormat('en-IN', { style: 'currency', currency, minimumFractionDigits: 0, maximumFractionDigits: places })
  return `${from === to ? money.format(from / 100) : `${money.format(from / 100)} to ${money.format(to / 100)}`} a ${per}`
}

const bracketed = (parts: readonly string[]): string => (parts.some(Boolean) ? ` (${parts.filter(Boolean).join(', ')})` : '')

const quoted = (text: string | undefined): string => `"${(text ?? '').slice(0, 40)}"`
