import { readFile } from 'node:fs/promises'
import { CastMatchError } from '../../../src-preload/contract/errors.ts'
import type { SheetFile } from '../../documents/sheetFile.ts'
import { decodeText, looksLikeText } from '../../scripts/decodeText.ts'
import { readProfiles } from '../text/readProfile.ts'
import type { Newcomer, Newcomers, Unread } from './newcomer.ts'
import { personOfCard } from './personOfCard.ts'
import { resumeText } from './resumeText.ts'
import { readTalentFile } from './talentFile.ts'
import { readCards } from './vcard.ts'

/** A source with its files at hand. */
export type OpenSource = { readonly kind: 'message'; readonly text: string } | { readonly kind: 'files'; readonly files: readonly SheetFile[] }

/** What a file brings people in as. */
export type ProfileFileKind = 'contacts' | 'export' | 'resume'

/** The largest file of contacts or export, in bytes. */
export const largestContacts = 100 * 1024 * 1024
/** The most cards of one file. */
export const mostCards = 20_000

/** What a file is taken for, by the ending of its name; what stands in it is looked at when it is read. */
export const kindOfProfile = (name: string): ProfileFileKind => (/\.(?:vcf|vcard)$/iu.test(name) ? 'contacts' : /\.json$/iu.test(name) ? 'export' : 'resume')

/**
 * Everybody that a source speaks of, in its order.
 *
 * One file alone throws what it fails with; of several, one that cannot be read is listed with its reason and the others count.
 */
export async function readSource(source: OpenSource, onFile: (done: number, total: number) => void = () => {}): Promise<Newcomers> {
  if (source.kind === 'message') return { people: ofText(source.text, 'a message', 'message', 1), unread: [] }
  const people: Newcomer[] = []
  const unread: Unread[] = []
  for (const [index, file] of source.files.entries()) {
    onFile(index, source.files.length)
    try {
      const read = await readOne(file, index + 1)
      people.push(...read.people)
      unread.push(...read.unread)
    } catch (error) {
      if (!(error instanceof CastMatchError) || source.files.length === 1) throw error
      unread.push({ from: file.name, line: index + 1, reason: error.data.detail ?? error.message })
    }
  }
  onFile(source.files.length, source.files.length)
  return { people, unread }
}

async function readOne(file: SheetFile, number: number): Promise<Newcomers> {
  const subject = file.name
  const kind = kindOfProfile(file.name)
  if (file.size === 0) throw new CastMatchError('FILE_EMPTY', { subject })
  if (file.size > largestContacts) throw new CastMatchError('FILE_TOO_LARGE', { subject, detail: '100 MB' })
  const bytes = await readFile(file.path)
  if (kind === 'resume') return ofResume(await resumeText(bytes, subject), subject, number)
  if (!looksLikeText(bytes)) throw new CastMatchError('PROFILE_UNREADABLE', { subject, detail: 'it is not text' })
  const { text } = decodeText(bytes)
  return kind === 'export' ? readTalentFile(text, subject, number) : ofCards(text, subject, number)
}

function ofResume(text: string, subject: string, number: number): Newcomers {
  const people = ofText(text, subject, 'resume', number)
  return people.length > 0 ? { people, unread: [] } : { people, unread: [{ from: subject, line: number, reason: 'nothing in it tells of a person', text }] }
}

function ofText(text: string, from: string, kind: 'message' | 'resume', number: number): readonly Newcomer[] {
  return readProfiles(text, kind).map(({ facts, marks, span }, index) => ({
    key: `${number}.${index + 1}`, from, person: facts, text: text.slice(span.from, span.to), acts: true, whole: false,
    marks: marks.map(mark => ({ field: mark.field, from: mark.from - span.from, to: mark.to - span.from })),
  }))
}

function ofCards(text: string, subject: string, number: number): Newcomers {
  const people: Newcomer[] = []
  const unread: Unread[] = []
  let cards = 0
  readCards(text, properties => {
    cards++
    if (cards > mostCards) throw new CastMatchError('PROFILE_UNREADABLE', { subject, detail: `it holds more than ${mostCards.toLocaleString('en-IN')} contacts; split it` })
    const read = personOfCard(properties)
    if (read) people.push({ key: `${number}.${cards}`, from: subject, person: read.person, text: '', marks: [], acts: read.acts, whole: false })
    else unread.push({ from: subject, line: cards, reason: `contact ${cards} has no name` })
  })
  if (cards === 0) throw new CastMatchError('PROFILE_UNREADABLE', { subject, detail: 'it holds no contacts' })
  return { people, unread }
}
