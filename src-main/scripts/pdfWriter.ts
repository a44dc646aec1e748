import { parseCue } from './cues.ts'
import type { HeadingParts } from './headings.ts'
import { paragraphGap } from './pdfBands.ts'
import type { BodyLine, PdfBody } from './pdfFurniture.ts'
import type { DraftElement } from './reader.ts'

/** `tail` is the last line joined and `depth` the brackets still open, so that a long paragraph is not read again for each line. */
type Open = { kind: DraftElement['kind']; text: string; at: number; dual?: 'left' | 'right'; heading?: HeadingParts; joins: boolean; page: number; tail: string; depth: number }

/**
 * Gathers lines into paragraphs in reading order.
 *
 * It knows who speaks, so that a speech which goes on after a page break stays one: a cue that only repeats the speaker with (CONT'D)
 * at the top of a page, or after (MORE), is left out.
 */
export class PdfWriter {
  readonly #body: Pick<PdfBody, 'top' | 'bottom'>
  readonly #done: DraftElement[] = []
  readonly #names = new Map<string, number>()
  #open: Open | null = null
  #speaker: string | null = null
  #more = false
  lastHeading: HeadingParts | null = null

  constructor(body: Pick<PdfBody, 'top' | 'bottom'>) {
    this.#body = body
  }

  /** Whether the paragraph before belongs to a speech. */
  get speaking(): boolean {
    return this.#speaker !== null
  }

  /** Whether a canonical name has had a cue before. */
  knows(name: string): boolean {
    return this.#names.has(name)
  }

  /** Begins a scene. */
  heading(line: BodyLine, parts: HeadingParts): void {
    this.#begin('heading', line, parts.heading, false)
    if (this.#open) this.#open.heading = parts
    this.lastHeading = parts
    this.#speaker = null
  }

  /** Begins a speech, or goes on with the one that a page break cut. */
  cue(line: BodyLine, dual?: 'left' | 'right'): void {
    const { name, continued } = parseCue(line.text)
    const atTop = line.gap === Number.POSITIVE_INFINITY
    if (atTop && !dual && this.#speaker === name && (continued || this.#more)) return
    this.#begin('cue', line, line.text, false, dual)
    this.#speaker = name
    this.#names.set(name, (this.#names.get(name) ?? 0) + 1)
    this.#more = line.more
  }

  /** Adds a spoken line: dialogue, or a parenthetical from its bracket to where it closes. */
  speak(line: BodyLine, dual?: 'left' | 'right'): void {
    const open = this.#open
    const inBrackets = open?.kind === 'parenthetical' && open.depth > 0
    const kind = inBrackets || isBracketed(line.text) ? 'parenthetical' : 'dialogue'
    if (open?.kind === kind && open.dual === dual && (kind === 'dialogue' || inBrackets)) this.#join(line)
    else this.#begin(kind, line, line.text, true, dual)
    this.#more = line.more
  }

  /** Adds a line of action to its paragraph, or begins a new one after a gap. */
  action(line: BodyLine): void {
    const open = this.#open
    const overPage = open?.page !== line.page && /^\p{Ll}/u.test(line.text) && !/[.!?:"”]$/u.test(open?.tail ?? '')
    if (open?.kind === 'action' && open.joins && (overPage || (open.page === line.page && line.gap < paragraphGap))) this.#join(line)
    else this.#begin('action', line, line.text, true)
    this.#speaker = null
  }

  /** Adds a paragraph of one line that no other joins. */
  add(kind: 'transition' | 'shot' | 'centered', line: BodyLine): void {
    this.#begin(kind, line, line.number && kind === 'shot' && !line.text.startsWith(line.number) ? `${line.number} ${line.text}` : line.text, false)
    this.#speaker = null
  }

  /** Everything gathered, in reading order. */
  finish(): DraftElement[] {
    this.#close()
    return this.#done
  }

  #begin(kind: Open['kind'], line: BodyLine, text: string, joins: boolean, dual?: 'left' | 'right'): void {
    this.#close()
    this.#open = { kind, text, at: pagePosition(this.#body, line), joins, page: line.page, tail: text, depth: depthOf(text), ...(dual ? { dual } : {}) }
  }

  #join(line: BodyLine): void {
    if (!this.#open) return
    // A word that was hyphenated by its writer is not torn apart by a line end.
    this.#open.text += /\p{L}-$/u.test(this.#open.tail) ? line.text : ` ${line.text}`
    this.#open.tail = line.text
    this.#open.depth += depthOf(line.text)
    this.#open.page = line.page
  }

  #close(): void {
    if (!this.#open) return
    const { kind, text, at, dual, heading } = this.#open
    this.#done.push({ kind, text, at, ...(dual ? { dual } : {}), ...(heading ? { heading } : {}) })
    this.#open = null
  }
}

/** Where a line stands, in pages as a decimal, measured over the part of the page that the script fills. */
export const pagePosition = ({ top, bottom }: Pick<PdfBody, 'top' | 'bottom'>, line: Pick<BodyLine, 'page' | 'y'>): number =>
  line.page + Math.min(0.999, Math.max(0, (line.y - top) / Math.max(1, bottom - top + 12)))

/** How many brackets a text leaves open. */
const depthOf = (text: string): number => (/[()]/u.test(text) ? text.split('(').length - text.split(')').length : 0)

/** A line that is a parenthetical: bracketed as a whole, or with a bracket that closes on a later line. */
const isBracketed = (text: string): boolean => /^\([^)]*\)?[.,]?$/u.test(text)
