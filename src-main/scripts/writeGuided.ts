import type { LineKind } from '../../src-preload/contract/scripts.ts'
import { parseCue } from './cues.ts'
import { inlineSpeech } from './docxLayout.ts'
import { forcedHeading, isSceneNumber, parseSlug, tidyNumber } from './headings.ts'
import { inkOf } from './matchLines.ts'
import { paragraphGap } from './pdfBands.ts'
import type { PlacedLine, SeenLine } from './placedLines.ts'
import type { Words } from './reader.ts'

/** Lines in reading order with what they are and were, and the plain paragraphs that they came from. */
export type Guided<Draft> = {
  readonly lines: readonly SeenLine[]
  readonly kinds: readonly LineKind[]
  readonly base: readonly LineKind[]
  readonly plain: readonly Draft[]
  readonly paragraphs: readonly number[]
  /** Columns are read one after the other. */
  readonly isColumnar: boolean
  readonly make: (words: Words, line: PlacedLine) => Draft
}

type Open<Draft> = { words: Words; readonly line: SeenLine; last: SeenLine; readonly index: number; readonly paragraph: number; readonly plain: Draft | null }

/**
 * Writes paragraphs anew: whole ones of which no line changed as they were, the others line by line.
 *
 * `sources` names the paragraph of each line, -1 for those left out.
 */
export function writeGuided<Draft extends Words>(guided: Guided<Draft>): { readonly drafts: readonly Draft[]; readonly sources: readonly number[] } {
  const { lines, kinds, base, plain, paragraphs, isColumnar, make } = guided
  const kept = keptWhole(guided)
  const done: Open<Draft>[] = []
  const sources = lines.map(() => -1)
  const homes = new Map<number, number>()
  const present = new Set(paragraphs)
  const unseen = unseenParagraphs(plain, paragraphs)
  const begin = (words: Words, line: SeenLine, paragraph: number, draft: Draft | null = null) => done.push({ words, line, last: line, index: done.length, paragraph, plain: draft })
  const inOrder = [...kept].filter(paragraph => present.has(paragraph))
  let speaker: string | null = null
  lines.forEach((line, at) => {
    const [kind = 'nothing', paragraph = -1] = [kinds[at], paragraphs[at]]
    for (const other of unseen.take(paragraph)) begin(other, line, -1, other)
    if (kind === 'nothing') return
    const draft = plain[paragraph]
    if (draft && kept.has(paragraph)) {
      // Of two speeches side by side the left one is whole before the right one begins.
      const due = homes.has(paragraph) ? [] : inOrder.slice(0, inOrder.indexOf(paragraph) + 1)
      for (const own of isColumnar ? due.slice(-1) : due) {
        const words = plain[own]
        inOrder.splice(inOrder.indexOf(own), 1)
        if (!words) continue
        homes.set(own, done.length)
        begin(words, line, own, words)
        speaker = words.kind === 'cue' ? parseCue(words.text).name : speaker
      }
      sources[at] = homes.get(paragraph) ?? -1
      return
    }
    const open = done.at(-1)
    const above = open && !open.plain ? open : undefined
    if (kind === 'cue') {
      const speech = line.look.inline && base[at] !== 'cue' ? inlineSpeech(line.text) : null
      const cue = (speech?.cue ?? line.text).replace(/\s*[:：]\s*$/u, '').replace(/^[[(]\s*(.*?)\s*[\])]$/u, '$1')
      const { name, continued } = parseCue(cue)
      const goesOn = continued && name === speaker && line.gap === Number.POSITIVE_INFINITY
      if (!goesOn) begin({ kind: 'cue', text: cue }, line, paragraph)
      sources[at] = done.length - 1
      if (speech?.said) begin({ kind: 'dialogue', text: speech.said }, line, paragraph)
      speaker = name
    } else if (above && joins(above, line, kind, paragraph)) {
      const text = joined(above.words.text, line.text)
      above.words = kind === 'heading' ? headingWords(text, above.words.heading?.number ?? null) : { ...above.words, text }
      above.last = line
      sources[at] = above.index
    } else {
      begin(wordsOf(lines, at, kind, base[at] === 'heading' ? draft : undefined), line, paragraph)
      sources[at] = done.length - 1
    }
    if (kind !== 'cue' && kind !== 'dialogue' && kind !== 'parenthetical') speaker = null
  })
  const last = lines.at(-1)
  if (last) for (const other of unseen.take(plain.length)) begin(other, last, -1, other)
  return { drafts: done.map(({ words, line, plain: draft }) => draft ?? make(words, line)), sources }
}

/** Paragraphs of which every line is what it was; where columns are read one after the other, none that was read across them. */
function keptWhole<Draft extends Words>({ lines, kinds, base, plain, paragraphs, isColumnar }: Guided<Draft>): ReadonlySet<number> {
  const kept = new Set(plain.keys())
  const rows = new Map<number, number>()
  lines.forEach((line, at) => {
    const paragraph = paragraphs[at] ?? -1
    // A name in brackets is no name to the plain reading.
    if (kinds[at] !== base[at] || (kinds[at] === 'cue' && line.look.bracketed)) kept.delete(paragraph)
    if (!isColumnar || paragraph < 0) return
    const key = line.row * (plain.length + 1) + paragraph
    if (rows.has(key)) kept.delete(paragraph)
    rows.set(key, at)
  })
  return kept
}

/** Paragraphs that no line was matched with, given out when the reading has come to their place, so that nothing is lost. */
function unseenParagraphs<Draft>(plain: readonly Draft[], paragraphs: readonly number[]): { readonly take: (upTo: number) => readonly Draft[] } {
  const seen = new Set(paragraphs)
  const waiting = [...plain.keys()].filter(at => !seen.has(at))
  let next = 0
  return {
    take: upTo => {
      const from = next
      while (next < waiting.length && (waiting[next] ?? 0) < upTo) next++
      return waiting.slice(from, next).flatMap(at => plain[at] ?? [])
    },
  }
}

const joins = <Draft>(above: Open<Draft>, line: SeenLine, kind: LineKind, paragraph: number): boolean => {
  if (above.words.kind !== kind) return kind === 'dialogue' && above.words.kind === 'parenthetical' && isOpen(above.words.text)
  if (kind === 'dialogue') return true
  if (kind === 'parenthetical') return isOpen(above.words.text)
  if (kind === 'heading') return above.last.row === line.row || (above.paragraph === paragraph && paragraph >= 0 && line.gap <= paragraphGap)
  if (kind !== 'action') return false
  if (above.paragraph === paragraph && paragraph >= 0 && above.last.row !== line.row && line.gap <= paragraphGap) return true
  return line.page === above.last.page ? line.gap <= paragraphGap && line.y > above.last.y && Math.abs(line.x - above.last.x) < 40 : /^\p{Ll}/u.test(line.text) && !/[.!?:"”]$/u.test(above.words.text)
}

const isOpen = (text: string): boolean => text.split('(').length > text.split(')').length

/** A word that was hyphenated by its writer is not torn apart by a line end. */
const joined = (text: string, more: string): string => (/\p{L}-$/u.test(text) ? text + more : `${text} ${more}`)

function wordsOf(lines: readonly SeenLine[], at: number, kind: LineKind, plain: Words | undefined): Words {
  const text = lines[at]?.text ?? ''
  if (kind !== 'heading') return { kind: kind === 'nothing' ? 'action' : kind, text }
  if (plain?.heading && inkOf(plain.text) === inkOf(text)) return { kind, text: plain.text, heading: plain.heading }
  return headingWords(text, marginNumber(lines, at))
}

function headingWords(text: string, margin: string | null): Words {
  const leading = leadingNumber(text)
  const parts = parseSlug(text) ?? forcedHeading(leading === null ? text : text.replace(/^\W*\S+\s+/u, ''))
  return { kind: 'heading', text: parts.heading, heading: { ...parts, number: margin ?? parts.number ?? leading } }
}

const marginNumber = (lines: readonly SeenLine[], at: number): string | null => {
  const line = lines[at]
  const beside = [lines[at - 1], lines[at + 1]].find(other => other && line && other.row === line.row && isSceneNumber(other.text))
  return beside ? tidyNumber(beside.text) : null
}

const leadingNumber = (text: string): string | null => /^\W*(\d{1,4}[A-Za-z]?)[.):\s]\s*\S/u.exec(text)?.[1] ?? null
