import type { DoubtfulPage, ScriptElement, ScriptWarning } from '../../src-preload/contract/scripts.ts'
import { countWords, type Assembled } from './assemble.ts'
import { isUpper } from './cues.ts'
import { quantile } from './statistics.ts'

interface PageSum {
  readonly page: number
  words: number
  spoken: number
  cues: number
  mute: number
  lone: number
  outside: number
  paragraphs: number
}

/**
 * Names the pages on which a reading is doubtful, and why, in the order of the script.
 *
 * A page is measured against the others of its script: pages in a row on which nobody speaks where elsewhere they do, words that stand
 * alone, cues without words, text before the first heading, and what the reader said of single pages.
 */
export function doubtfulPages({ elements, scenes }: Pick<Assembled, 'elements' | 'scenes'>, pages: number, warnings: readonly ScriptWarning[]): DoubtfulPage[] {
  const sums = sumPages(elements, pages)
  const talking = sums.filter(({ words }) => words >= fullPage)
  const usual = quantile(talking.map(({ spoken, words }) => spoken / words), 0.5) ?? 0
  const isSilent = sums.map(({ words, spoken, cues }) => words >= fullPage && spoken === 0 && cues === 0)
  const isOutside = ({ outside, cues }: PageSum) => outside >= fullPage && cues > 0
  const outside = sums.filter(isOutside).length
  const isMute = talking.length > 0 && talking.filter(({ cues }) => cues > 0).length < 0.25 * talking.length
  const unopened = unopenedRun(sums.map(({ page, words }) => words < fullPage || scenes.some(scene => scene.page === page)))
  return sums.flatMap((sum, at) => {
    const run = runAround(isSilent, at)
    const reasons = [
      ...(isMute && isSilent[at] ? ['Nobody speaks on it, and hardly anybody on the others.'] : []),
      ...(unopened.from <= at && at < unopened.to ? [`No scene begins on ${unopened.to - unopened.from} pages in a row, though elsewhere one begins on nearly every page.`] : []),
      ...(run >= silentRun && usual > 0.15 ? [`Nobody speaks on ${run} pages in a row, though elsewhere there is speech on nearly every page.`] : []),
      ...(sum.lone >= 4 && sum.lone > 0.25 * sum.paragraphs ? [`${sum.lone} short lines stand alone and may be cues.`] : []),
      ...(sum.mute >= 2 ? [`${sum.mute} cues have no words after them.`] : []),
      ...(scenes.length > 0 && outside > 1 && isOutside(sum) ? ['Its speeches stand before the first scene heading.'] : []),
      ...(sum.words >= 2 * fullPage && sum.spoken > 0.97 * sum.words && sum.cues <= 2 ? ['All of it was read as one or two speeches.'] : []),
      ...warnings.filter(warning => warning.page === sum.page && ofPages.has(warning.code)).map(({ message }) => message),
    ]
    return reasons.length ? [{ page: sum.page, reasons }] : []
  })
}

/** Words from which a page counts as one of text, and how many silent ones in a row are odd: chases and songs fill two or three. */
const [fullPage, silentRun] = [80, 4] as const

/** Pages in a row on which no scene begins from which they are odd. */
const unopenedPages = 8

/** Warnings that say that a page itself is in doubt. */
const ofPages: ReadonlySet<string> = new Set(['PAGE_WITHOUT_TEXT', 'PAGE_TEXT_GARBLED', 'LEGACY_FONT', 'LEGACY_FONT_WITHOUT_TABLE', 'LEGACY_LETTERS'])

function sumPages(elements: readonly ScriptElement[], pages: number): PageSum[] {
  const sums = Array.from({ length: pages }, (_, at): PageSum => ({ page: at + 1, words: 0, spoken: 0, cues: 0, mute: 0, lone: 0, outside: 0, paragraphs: 0 }))
  elements.forEach(({ kind, text, page, scene }, at) => {
    const sum = sums[page - 1]
    if (!sum) return
    const words = countWords(text)
    sum.words += words
    sum.paragraphs++
    if (kind === 'dialogue' || kind === 'lyric') sum.spoken += words
    if (scene === null) sum.outside += words
    if (kind === 'cue') {
      sum.cues++
      if (!['dialogue', 'parenthetical', 'lyric', 'note'].includes(elements[at + 1]?.kind ?? '')) sum.mute++
    }
    if ((kind === 'action' || kind === 'centered') && words > 0 && words <= 3 && !isUpper(text) && !/[.!?…,:;।"”’)\]\d]$/u.test(text)) sum.lone++
  })
  return sums
}

/** The longest run of pages on which no scene begins, empty where it is no longer than a long scene or where scenes are long elsewhere too. */
function unopenedRun(opens: readonly boolean[]): { readonly from: number; readonly to: number } {
  let [from, to, start] = [0, 0, 0]
  for (let at = 0; at <= opens.length; at++) {
    if (at < opens.length && !opens[at]) continue
    if (at - start > to - from) [from, to] = [start, at]
    start = at + 1
  }
  const elsewhere = opens.filter((_, at) => at < from || at >= to)
  const isOdd = to - from >= unopenedPages && elsewhere.length >= unopenedPages && elsewhere.filter(Boolean).length > 0.6 * elsewhere.length
  return isOdd ? { from, to } : { from: 0, to: 0 }
}

/** How long the run of true values around a place is; 0 where it is false. */
function runAround(values: readonly boolean[], at: number): number {
  if (!values[at]) return 0
  let [from, to] = [at, at]
  while (values[from - 1]) from--
  while (values[to + 1]) to++
  return to - from + 1
}
