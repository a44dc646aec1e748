import { CastMatchError } from '../../src-preload/contract/errors.ts'
import type { ScriptElement, ScriptReading } from '../../src-preload/contract/index.ts'
import { assemble, countWords } from './assemble.ts'
import type { Assembled } from './assemble.ts'
import { judge } from './confidence.ts'
import { doubtfulPages } from './doubtfulPages.ts'
import { readDraftMark, type DraftMark } from './draftMark.ts'
import { legacyLetters } from './legacyFontLetters.ts'
import type { LegacyLetters } from './legacyFontLetters.ts'
import type { MarkedPage } from './markedPage.ts'
import type { ReadOptions } from './reader.ts'
import { chooseReader } from './readers.ts'

/** A script as read: what the contract shows, its text paragraph by paragraph, which draft it says that it is, and its lines where they were wanted. */
export type ReadScript = {
  readonly reading: ScriptReading
  readonly elements: readonly ScriptElement[]
  readonly mark: DraftMark
  readonly marked?: readonly MarkedPage[]
}

/** How it is to be read: what a reader is told, but for the name and the letters, which are seen to here. */
export type ReadScriptOptions = Omit<ReadOptions, 'fileName' | 'letters'>

/**
 * Reads a screenplay of any known format.
 *
 * `fileName` decides the format by its ending, stands in messages and is the title where the script has none. Throws CastMatchError:
 * FILE_TOO_LARGE, FILE_EMPTY, FILE_KIND_UNKNOWN, FILE_KIND_MISMATCH, FILE_UNREADABLE, SCRIPT_ENCRYPTED, SCRIPT_SCANNED,
 * NOT_A_SCREENPLAY, CANCELLED. Reads bytes and writes nothing.
 */
export const readScript = async (bytes: Uint8Array, fileName: string, options: ReadScriptOptions = {}): Promise<ReadScript> => {
  const reader = chooseReader(bytes, fileName)
  stopWhenAborted(options.signal, fileName)
  const letters = legacyLetters(options.choices?.letters ?? null)
  const draft = await reader.read(bytes, { ...options, fileName, letters })
  stopWhenAborted(options.signal, fileName)
  options.onProgress?.({ kind: 'progress', stage: 'Finding scenes and characters', done: 0, total: 1 })
  const read = assemble(draft)
  if (!options.asPictures && !isScreenplay(read) && !(await isScreenplayOnceConverted(bytes, fileName, options, letters))) {
    throw new CastMatchError('NOT_A_SCREENPLAY', { subject: fileName, detail: 'it has no scene headings and no speeches' })
  }
  const warnings = [...letters.warnings(read.elements), ...draft.warnings, ...read.warnings]
  const doubts = doubtfulPages(read, draft.pages, warnings)
  const reading: ScriptReading = {
    title: draft.title ?? titleFrom(fileName),
    format: reader.format,
    pages: draft.pages,
    ...mutable(judge(read, draft.pages, warnings, reader.format, doubts)),
    doubtfulPages: doubts,
    warnings,
    scenes: [...read.scenes],
    characters: [...read.characters],
  }
  const whole: ReadScript = { reading, elements: read.elements, mark: markOf(draft.draftLines ?? [], fileName), ...(draft.marked ? { marked: draft.marked } : {}) }
  return letters.met() ? revealed(whole, letters) : whole
}

/** What the file says, else what its name does. */
const markOf = (lines: readonly string[], fileName: string): DraftMark => {
  const said = readDraftMark(lines)
  const named = said.colour === null ? readDraftMark([fileName.replace(/\.[^.]*$/u, '')]) : said
  return named.colour === null ? said : { ...named, date: said.date ?? named.date }
}

/** A script whose headings are in a legacy font shows them only once its letters are converted; until the user says so they are left. */
const isScreenplayOnceConverted = async (bytes: Uint8Array, fileName: string, options: ReadScriptOptions, letters: LegacyLetters): Promise<boolean> => {
  if (!letters.met() || options.choices?.letters === 'convert') return false
  const choices = { lines: options.choices?.lines ?? [], letters: 'convert' } as const
  const draft = await chooseReader(bytes, fileName).read(bytes, { fileName, choices, letters: legacyLetters('convert'), ...(options.signal ? { signal: options.signal } : {}) })
  return isScreenplay(assemble(draft))
}

/** Puts the letters back that were hidden from the reading, names in marks. */
const revealed = ({ reading, elements, mark, marked }: ReadScript, { reveal, revealName }: LegacyLetters): ReadScript => ({
  reading: {
    ...reading,
    title: reveal(reading.title),
    warnings: reading.warnings.map(warning => ({ ...warning, message: reveal(warning.message) })),
    scenes: reading.scenes.map(scene => ({ ...scene, heading: reveal(scene.heading), place: scene.place && reveal(scene.place), time: scene.time && reveal(scene.time) })),
    characters: reading.characters.map(character => ({ ...character, name: revealName(character.name), aliases: character.aliases.map(revealName) })),
  },
  elements: elements.map(element => ({ ...element, text: reveal(element.text), character: element.character && revealName(element.character) })),
  mark,
  ...(marked ? { marked: marked.map(page => ({ ...page, lines: page.lines.map(line => ({ ...line, text: reveal(line.text) })) })) } : {}),
})

const mutable = ({ confidence, confidenceReasons }: ReturnType<typeof judge>): Pick<ScriptReading, 'confidence' | 'confidenceReasons'> => ({
  confidence,
  confidenceReasons: [...confidenceReasons],
})

const stopWhenAborted = (signal: AbortSignal | undefined, subject: string): void => {
  if (signal?.aborted) throw new CastMatchError('CANCELLED', { subject })
}

/** A title from a file name: without ending, underscores as spaces. */
const titleFrom = (fileName: string): string => fileName.replace(/\.[^.]*$/u, '').replace(/_+/gu, ' ').trim() || 'Untitled'

/** Text with a scene heading and somebody who speaks, or with enough speech to be a script without headings, or with several scenes. */
const isScreenplay = ({ scenes, characters, elements }: Assembled): boolean => {
  const speeches = characters.reduce((sum, character) => sum + character.speeches, 0)
  if (scenes.length && (speeches > 0 || scenes.length > 2 || elements.length < 20)) return true
  const words = elements.reduce((sum, { text }) => sum + countWords(text), 0)
  const spoken = characters.reduce((sum, character) => sum + character.words, 0)
  return speeches > 1 && (spoken > 0.15 * words || speeches >= 10)
}
