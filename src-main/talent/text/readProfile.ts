import type { TalentFacts, TalentField } from '../../../src-preload/contract/talent.ts'
import { readFee } from '../sheet/readFee.ts'
import { readGender } from '../sheet/readGender.ts'
import { readHeight } from '../sheet/readHeight.ts'
import { readLanguages } from '../sheet/readLanguages.ts'
import { readEmail, readLinks, readList } from '../sheet/readLists.ts'
import { readPlayingRange } from '../sheet/readPlayingRange.ts'
import { linesOf, openBoard, piecesOf, type Board, type Said } from './board.ts'
import { nameOfSender, type ChatHeader } from './chatHeaders.ts'
import { creditsOf } from './readCredits.ts'
import type { Kind } from './labels.ts'
import { levelled, type Levelled, type Span } from './levelled.ts'
import { placeName, quieter, titledWhereLoud } from './places.ts'
import { isPhone, readContacts } from './readContacts.ts'
import { readLabelled } from './readLabelled.ts'
import { languageWords, loosePieces, namesIn, readLoose, readPiece } from './readLoose.ts'
import { splitPeople } from './splitPeople.ts'
import { readBirthday } from './readBirthday.ts'
import { isPleasantry } from './words.ts'

/** The words of a text that a field was read from; `said` is what says nothing of a person: greetings, labels, heads of messages. */
export interface Mark extends Span {
  readonly field: TalentField | 'said'
}

/** A person read out of a text: only what stands in it, the name empty where none was found, with the words each field came from. */
export interface ReadProfile {
  readonly facts: Partial<TalentFacts> & { readonly name: string }
  readonly marks: readonly Mark[]
  /** The stretch of the text that speaks of them. */
  readonly span: Span
}

/** How a text is read: pasted words, or the text of a résumé, which speaks of one person and has sections. */
export type TextKind = 'message' | 'resume'

/**
 * Reads the people out of a message or a résumé, on this laptop and by rules alone.
 *
 * Every letter of the part that speaks of a person lies in a mark: what is not understood is a mark of the notes, in its own
 * words. A part without a name or with nothing beside it that tells of a person gives nobody. The same text gives the same people.
 */
export function readProfiles(text: string, kind: TextKind): readonly ReadProfile[] {
  const plain = levelled(text)
  const parts = kind === 'resume' ? [{ from: 0, to: plain.text.length, header: null }] : splitPeople(plain.text)
  return parts.flatMap(part => {
    const read = readPart(plain, part, kind)
    return read ? [read] : []
  })
}

function readPart(plain: Levelled, part: Span & { readonly header: ChatHeader | null }, kind: TextKind): ReadProfile | null {
  const board = openBoard(plain.text.slice(part.from, part.to))
  const header = part.header ? { ...part.header, from: part.header.from - part.from, to: part.header.to - part.from } : null
  if (header) board.claim('said', header)
  readContacts(board)
  readLabelled(board, { sections: kind === 'resume' })
  readLoose(board)
  claimName(board)
  for (const piece of loosePieces(board)) readPiece(board, piece)
  claimRest(board)
  const facts = factsOf(board.said, header ? nameOfSender(header.sender) : '', header)
  if (!tellsOfSomebody(facts)) return null
  const back = ({ from, to }: Span): Span => plain.spanOf(from + part.from, to + part.from)
  return {
    facts,
    marks: board.said.map(said => ({ ...back(said), field: fieldOf(said.kind) })).sort((a, b) => a.from - b.from),
    span: plain.spanOf(part.from, part.to),
  }
}

/** Claims the name where no label gave it. */
function claimName(board: Board): void {
  if (board.said.some(({ kind }) => kind === 'name')) return
  const pieces = loosePieces(board)
  // Without a word that says so, a name stands at the beginning or nowhere.
  const first = new Set(pieces.slice(0, 3).map(({ from }) => from))
  const early = namesIn(board, pieces).filter(({ sure, from }) => sure || first.has(from))
  const found = early.find(({ sure }) => sure) ?? early[0]
  if (found) board.claim('name', found)
}

/** What nothing was made of: greetings are let go, the rest goes to the notes line by line. */
function claimRest(board: Board): void {
  for (const line of linesOf(board.text)) {
    const text = board.words(line)
    for (const piece of piecesOf(text, { from: 0, to: text.length }, sign => sign === '\ue000')) {
      const words = text.slice(piece.from, piece.to)
      const span = { from: line.from + piece.from, to: line.from + piece.to }
      if (!/[\p{L}\p{N}]/u.test(words)) continue
      board.claim(isPleasantry(words) ? 'said' : 'other', span)
    }
  }
}

const fields: Readonly<Record<Kind, TalentField>> = {
  name: 'name', screenName: 'name', legalName: 'legalName', gender: 'gender', playingRange: 'playingRange', age: 'playingRange', height: 'heightCm', city: 'city', native: 'city',
  languages: 'languages', skills: 'skills', training: 'training', bio: 'bio', credits: 'credits', union: 'union', representation: 'representation', coordinator: 'coordinator', born: 'born', phone: 'phone', email: 'email',
  fee: 'fee', links: 'links', guardian: 'notes', other: 'notes',
}

const fieldOf = (kind: Said['kind']): Mark['field'] => (kind === 'said' ? 'said' : fields[kind])

function factsOf(said: readonly Said[], otherName: string, header: ChatHeader | null): ReadProfile['facts'] {
  const inOrder = [...said].sort((a, b) => a.from - b.from)
  const all = (...kinds: readonly Kind[]): readonly string[] => kinds.flatMap(kind => inOrder.filter(one => one.kind === kind).map(({ value }) => value)).filter(value => value !== '')
  const first = (...kinds: readonly Kind[]): string => all(...kinds)[0] ?? ''
  const [screenName, name] = [first('screenName'), first('name') || otherName]
  const senderPhone = header && isPhone(header.sender) ? header.sender : ''
  const playing = first('playingRange', 'age')
  const place = first('city', 'native')
  const fee = first('fee')
  const band = fee === '' ? null : readFee(fee)
  const facts: Partial<TalentFacts> & { name: string } = {
    name: tidyName(screenName || name).slice(0, 160),
    legalName: (first('legalName') || (screenName !== '' ? tidyName(name) : '')).slice(0, 160),
    gender: readGender(first('gender')),
    playingRange: playing === '' ? null : readPlayingRange(playing),
    heightCm: first('height') === '' ? null : readHeight(first('height')),
    city: place === '' ? '' : placeName(place).slice(0, 120),
    languages: [...readLanguages(languageWords(all('languages').join(', ')))],
    skills: [...new Set(all('skills').flatMap(value => readList(value.replaceAll('/', ','))).map(quieter))],
    training: all('training').map(quieter).join('\n').slice(0, 5_000),
    bio: all('bio').join('\n').slice(0, 20_000),
    credits: creditsOf(inOrder),
    union: all('union').join(', ').slice(0, 160),
    born: readBirthday(first('born')),
    representation: all('representation').join(', ').slice(0, 300),
    coordinator: all('coordinator').join(', ').slice(0, 300),
    phone: (all('phone').slice(0, 3).join(' / ') || senderPhone).slice(0, 60),
    email: readEmail(first('email')),
    fee: band,
    links: [...new Set(all('links').flatMap(value => [...readLinks(value)]))],
    notes: notesOf(inOrder, { playing, place, fee: band === null ? fee : '' }),
  }
  return { ...Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0))), name: facts.name }
}

/** What was not understood, and what a better word for the same fact pushed aside. */
function notesOf(said: readonly Said[], used: { readonly playing: string; readonly place: string; readonly fee: string }): string {
  const aside = said.flatMap(({ kind, value }) => {
    if (kind === 'other' || kind === 'guardian') return [value]
    if (kind === 'born' && readBirthday(value) === null) return [`Born: ${value}`]
    if ((kind === 'age' || kind === 'playingRange') && value !== used.playing) return [`Age: ${value}`]
    if (kind === 'native' && value !== used.place) return [`From: ${value}`]
    return kind === 'city' && value !== used.place ? [`Place: ${value}`] : []
  })
  return [...new Set([...aside, ...(used.fee === '' ? [] : [`Fee: ${used.fee}`])])].join('\n').slice(0, 20_000)
}

const tidyName = (name: string): string => titledWhereLoud(name.replace(/\s+/gu, ' ').replace(/^[\s.:'-]+|[\s.:'-]+$/gu, ''))

/** Whether facts are enough to be somebody: a name and something more, or two things that nobody says but of a person. */
function tellsOfSomebody(facts: ReadProfile['facts']): boolean {
  const told = (['gender', 'playingRange', 'heightCm', 'languages', 'phone', 'email', 'credits', 'skills', 'training', 'city', 'links', 'union'] as const).filter(field => facts[field] !== undefined).length
  return facts.name === '' ? told > 1 : told > 0
}
