import { isSceneNumber, tidyNumber } from './headings.ts'
import type { Line, Segment } from './pdfLines.ts'
import { mode, quantile } from './statistics.ts'

/**
 * A line of the script itself, without what the page adds.
 *
 * `number` is the scene number printed in its margins; `gap` is the distance to the line above in line pitches, Infinity for the first
 * of a page; `more` says that (MORE) or (CONTINUED) stood below it.
 */
export type BodyLine = Line & { readonly number: string | null; readonly gap: number; readonly more: boolean }

/** The body of a PDF and its measures in points: left edge of the action, right edge and the usual distance of two lines. */
export type PdfBody = {
  readonly lines: readonly BodyLine[]
  readonly left: number
  readonly right: number
  readonly pitch: number
  readonly top: number
  readonly bottom: number
}

/** The lines of one page, top to bottom, and its height in points. */
export type LinePage = { readonly lines: readonly Line[]; readonly height: number }

/** A text that is nothing but the number of a page. */
export const pageNumber = /^(?:(?:PAGE|PG)\.?\s*)?[-–—(#]?\s*\d{1,4}[A-Za-z]?\s*[-–—).]{0,2}(?:\s*(?:OF|\/)\s*\d{1,4}\.?)?$/iu
/** CONTINUED and its kin, alone in a line. */
export const continuedMark = /^\(?\s*CONTINUED\s*\)?\s*:?\s*(?:\(\s*\d+\s*\))?\s*:?$|^\(?\s*CONT[’']?D\s*\)?:?$/iu
/** (MORE), alone in a line. */
export const moreMark = /^[([]\s*MORE\s*[)\]]$|^MORE\.{3}$/iu
const revisionMark = /^\*{1,3}$/u

/** Takes page numbers, running heads and feet, CONTINUED, (MORE), revision marks and margin numbers off; learns the measures. */
export const bodyOf = (pages: readonly LinePage[]): PdfBody => {
  const running = runningTexts(pages)
  return measuredBody(pages.map(page => page.lines.filter(line => !isFurniture(line, page, running))))
}

/** Makes a body of pages whose numbers and running heads are off already: takes CONTINUED, (MORE), revision marks and margin numbers off. */
export const measuredBody = (kept: readonly (readonly Line[])[]): PdfBody => {
  const all = kept.flat()
  const left = leftEdge(all)
  const right = quantile(all.filter(line => line.text.length > 25).map(line => line.end), 0.95) ?? 540
  const pitch = linePitch(kept)
  const lines = kept.flatMap(page => pageBody(page, left, right, pitch))
  const heights = lines.map(line => line.y)
  return { lines, left, right, pitch, top: quantile(heights, 0.01) ?? 0, bottom: quantile(heights, 0.99) ?? 792 }
}

type Running = { readonly atEdge: ReadonlySet<string>; readonly anywhere: ReadonlySet<string> }

/** Texts that return at one height, their digits taken for one another: at the head or foot of some pages, or within most pages. */
const runningTexts = (pages: readonly LinePage[]): Running => {
  const counts = new Map<string, number>()
  for (const page of pages) for (const key of new Set(page.lines.map(runningKey))) counts.set(key, (counts.get(key) ?? 0) + 1)
  const atLeast = (least: number): ReadonlySet<string> => new Set([...counts].filter(([, count]) => count >= least).map(([key]) => key))
  return { atEdge: atLeast(Math.max(3, 0.25 * pages.length)), anywhere: atLeast(Math.max(5, 0.6 * pages.length)) }
}

const runningKey = (line: Line): string => `${Math.round(line.y / 6)} ${line.text.replace(/\d+/gu, '#').toUpperCase()}`

const isAtEdge = (line: Line, page: LinePage, share: number): boolean => line.y < share * page.height || line.y > (1 - share) * page.height

const isFurniture = (line: Line, page: LinePage, running: Running): boolean => {
  const key = runningKey(line)
  if (running.anywhere.has(key) || (isAtEdge(line, page, 0.13) && running.atEdge.has(key) && !continuedMark.test(line.text))) return true
  const [first] = line.segments
  const isEdgeLine = line === page.lines[0] || line === page.lines.at(-1)
  if (isAtEdge(line, page, isEdgeLine ? 0.12 : 0.085) && line.segments.every(part => pageNumber.test(part.text))) return true
  return line.segments.length > 1 && isAtEdge(line, page, 0.07) && !!first && line.segments.some(part => pageNumber.test(part.text)) && isEdgeLine
}

/** The left edge of the action: the leftmost place where many long lines begin. */
const leftEdge = (lines: readonly Line[]): number => {
  const long = lines.flatMap(line => line.segments).filter(part => part.text.length > 25)
  const source = long.length > 2 ? long : lines.flatMap(line => line.segments).filter(part => !isSceneNumber(part.text))
  const counts = new Map<number, number>()
  for (const part of source) counts.set(Math.round(part.x / 3), (counts.get(Math.round(part.x / 3)) ?? 0) + 1)
  const near = (key: number): number => (counts.get(key - 1) ?? 0) + (counts.get(key) ?? 0) + (counts.get(key + 1) ?? 0)
  const keys = [...counts.keys()].sort((a, b) => a - b)
  const edge = keys.find(key => near(key) >= 0.08 * source.length) ?? keys[0] ?? 0
  const close = source.map(part => part.x).filter(x => Math.abs(x / 3 - edge) <= 2)
  return mode(close, 1) ?? edge * 3
}

/** The smallest step between lines that is common: where one-line speeches abound, the most frequent one is that of an empty line. */
const linePitch = (pages: readonly (readonly Line[])[]): number => {
  const steps = pages.flatMap(lines => lines.slice(1).map((line, at) => line.y - (lines[at]?.y ?? 0))).filter(step => step > 4 && step < 60)
  const near = (pitch: number): number => steps.filter(step => Math.abs(step - pitch) < 0.75).length
  const usual = mode(steps, 0.5) ?? 12
  const half = mode(steps.filter(step => step < usual / 1.65), 0.5)
  return half !== undefined && near(half) > 0.2 * near(usual) ? half : usual
}

type Marked = { readonly line: Line; readonly number: string | null; more: boolean }

const pageBody = (lines: readonly Line[], left: number, right: number, pitch: number): BodyLine[] => {
  const marked: Marked[] = []
  let loose: string | null = null
  for (const line of lines) {
    const { parts, number } = withoutMargins(line.segments, left, right)
    const text = parts.map(part => part.text).join(' ')
    if (text === '') {
      loose = number ?? loose
      continue
    }
    if (moreMark.test(text) || continuedMark.test(text)) {
      const last = marked.at(-1)
      if (last) last.more = true
      continue
    }
    marked.push({ line: { ...line, segments: parts, text, x: parts[0]?.x ?? line.x, end: parts.at(-1)?.end ?? line.end }, number: number ?? loose, more: false })
    loose = null
  }
  return marked.map(({ line, number, more }, at) => {
    const above = marked[at - 1]?.line
    return { ...line, number, more, gap: above ? (line.y - above.y) / pitch : Number.POSITIVE_INFINITY }
  })
}

/** Takes a scene number left of the action, its twin on the right and revision marks off a line. */
const withoutMargins = (segments: readonly Segment[], left: number, right: number): { parts: readonly Segment[]; number: string | null } => {
  let parts = segments
  while (parts.length > 0 && revisionMark.test(parts.at(-1)?.text ?? '') && (parts.at(-1)?.x ?? 0) > 0.8 * right) parts = parts.slice(0, -1)
  while (parts.length > 0 && revisionMark.test(parts[0]?.text ?? '') && (parts[0]?.x ?? 0) < left) parts = parts.slice(1)
  const [first] = parts
  let number: string | null = null
  if (first && first.x < left - 8 && first.end < left + 4 && isSceneNumber(first.text)) {
    number = tidyNumber(first.text)
    parts = parts.slice(1)
  }
  const last = parts.at(-1)
  const isTwin = number !== null && last && tidyNumber(last.text) === number
  if (last && isSceneNumber(last.text) && (isTwin || (number === null && parts.length > 1 && last.x > 0.85 * right))) {
    number ??= tidyNumber(last.text)
    parts = parts.slice(0, -1)
  }
  return { parts, number }
}
