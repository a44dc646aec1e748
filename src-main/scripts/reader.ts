import type { ElementKind, Progress, ReadChoices, ScriptFormat, ScriptWarning } from '../../src-preload/contract/index.ts'
import type { HeadingParts } from './headings.ts'
import type { LegacyLetters } from './legacyFontLetters.ts'
import type { MarkedPage } from './markedPage.ts'
import type { PicturePage } from './pictureStore.ts'

/**
 * A paragraph of a script as a reader of one format hands it on.
 *
 * `at` is where it starts, in pages as a decimal (3.25 is a quarter down the third page) and non-descending; `heading` is set where
 * `kind` is 'heading', and `eighths` there where the file itself says how long the scene is, in eighths of a page. A cue's text is the
 * cue as written; the paragraphs after it are spoken by it until another kind comes.
 */
export type DraftElement = {
  readonly kind: ElementKind
  readonly text: string
  readonly at: number
  readonly heading?: HeadingParts
  readonly eighths?: number
  readonly dual?: 'left' | 'right'
}

/** A paragraph without its place, which each format states in its own way. */
export type Words = Omit<DraftElement, 'at'>

/** What a reader makes of a file: paragraphs in reading order, the pages counted or estimated, doubts by page, and its lines where they were asked for. */
export type DraftScript = {
  readonly title: string | null
  readonly elements: readonly DraftElement[]
  readonly pages: number
  readonly warnings: readonly ScriptWarning[]
  /** Lines that may say which draft it is: of the title page, and running heads and feet. */
  readonly draftLines?: readonly string[]
  readonly marked?: readonly MarkedPage[]
}

/**
 * What is handed to a reader beside the bytes: the file's name for messages, how the user wants it read, what hides legacy letters, whether
 * the lines themselves are wanted (`marked`), what was read from pages that are `pictures`, whether a file of nothing but pictures is taken
 * `asPictures` instead of refused, a way to stop it, and a listener for its steps.
 */
export type ReadOptions = {
  readonly fileName: string
  readonly choices?: ReadChoices
  readonly letters?: LegacyLetters
  readonly marked?: boolean
  readonly pictures?: readonly PicturePage[]
  readonly asPictures?: boolean
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: Progress) => void
}

/**
 * A reader of one format.
 *
 * `extensions` are lower case and without a dot; `name` says what the format is, for messages ("a PDF"). `looksLike` decides by the
 * first bytes only and never throws. `read` throws CastMatchError: FILE_UNREADABLE, SCRIPT_ENCRYPTED, SCRIPT_SCANNED,
 * NOT_A_SCREENPLAY, or CANCELLED when the signal aborts.
 */
export type ScriptReader = {
  readonly format: ScriptFormat
  readonly name: string
  readonly extensions: readonly string[]
  readonly looksLike: (bytes: Uint8Array) => boolean
  readonly read: (bytes: Uint8Array, options: ReadOptions) => Promise<DraftScript>
}
