import type { Glyph, GlyphPage } from './pdfium.ts'

/** Part of a line that stands apart from its neighbours by a wide gap; x and end in points. */
export type Segment = { readonly text: string; readonly x: number; readonly end: number }

/**
 * One printed line.
 *
 * `page` is 1-based, `y` its baseline in points from the top of the upright page, `x` and `end` where its ink starts and ends,
 * `height` the line box of its tallest glyph. `segments` are its parts from left to right.
 */
export type Line = Segment & {
  readonly page: number
  readonly y: number
  readonly height: number
  readonly segments: readonly Segment[]
}

type Run = { text: string; x: number; end: number; y: number; height: number }

/** Gaps measured in line-box heights: a word apart, and far enough apart to be another part of the line. */
const wordGap = 0.12
const partGap = 1.4

/**
 * Puts the glyphs of a page into lines by their baselines.
 *
 * Inside an unbroken run the order of the file is kept, because Indic vowel signs are drawn before or over the letter they follow;
 * runs are ordered by where they start. Runs share a line when their baselines are less than a third of a line box apart. `settle` is
 * asked what the text of each part of a line is in the end.
 */
export const linesOf = ({ glyphs }: GlyphPage, page: number, settle: (text: string) => string = text => text): Line[] => {
  const runs = runsOf(glyphs).sort((a, b) => a.y - b.y)
  const rows: Run[][] = []
  for (const run of runs) {
    const row = rows.at(-1)
    const first = row?.[0]
    if (row && first && run.y - first.y < 0.3 * Math.min(run.height, first.height)) row.push(run)
    else rows.push([run])
  }
  return rows.map(row => lineOf(row, page, settle)).filter(line => line.text !== '')
}

const runsOf = (glyphs: readonly Glyph[]): Run[] => {
  const runs: Run[] = []
  let run: Run | undefined
  let spaced = false
  for (const glyph of glyphs) {
    if (isBlank(glyph.text)) {
      spaced = true
      continue
    }
    const gap = run ? glyph.x - run.end : 0
    const height = glyph.height || 12
    if (!run || Math.abs(glyph.y - run.y) > 0.3 * height || gap > partGap * height || gap < -height || (spaced && gap < -0.4 * height)) {
      run = { text: glyph.text, x: glyph.x, end: glyph.end, y: glyph.y, height }
      runs.push(run)
    } else {
      run.text += spaced || gap > 0.25 * height ? ` ${glyph.text}` : glyph.text
      run.x = Math.min(run.x, glyph.x)
      run.end = Math.max(run.end, glyph.end)
      run.height = Math.max(run.height, height)
    }
    spaced = false
  }
  return runs
}

const lineOf = (row: readonly Run[], page: number, settle: (text: string) => string): Line => {
  const runs = row.toSorted((a, b) => a.x - b.x)
  const segments: { text: string; x: number; end: number }[] = []
  for (const run of runs) {
    const last = segments.at(-1)
    const gap = last ? run.x - last.end : 0
    if (!last || gap > partGap * run.height) segments.push({ text: run.text, x: run.x, end: run.end })
    else {
      last.text += gap > wordGap * run.height ? ` ${run.text}` : run.text
      last.end = Math.max(last.end, run.end)
    }
  }
  const tidy = segments.map(part => ({ ...part, text: settle(part.text.normalize('NFC').replace(/\s+/g, ' ').trim()) })).filter(part => part.text)
  return {
    page,
    text: tidy.map(part => part.text).join(' '),
    x: tidy[0]?.x ?? 0,
    end: Math.max(0, ...tidy.map(part => part.end)),
    y: Math.min(...row.map(run => run.y)),
    height: Math.max(...row.map(run => run.height)),
    segments: tidy,
  }
}

const isBlank = (text: string): boolean => text <= ' ' || /^[\s\u00ad\u200b\ufeff\ufffe]$/u.test(text)
