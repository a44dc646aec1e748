import type { DoubtfulPage, ScriptFormat, ScriptWarning } from '../../src-preload/contract/index.ts'
import { laidOutFormats } from '../../src-preload/contract/scripts.ts'
import type { Assembled } from './assemble.ts'
import { countWords } from './assemble.ts'

/** How sure a reading is, 0 to 1, and what lowered it, in words. */
export type Confidence = { readonly confidence: number; readonly confidenceReasons: readonly string[] }

type Doubt = { readonly cost: number; readonly reason: string }

/**
 * Judges a reading by what screenplays have in common.
 *
 * Each doubt takes its share off 1: no scenes, few or hardly any speeches, names that occur once, gaps in the scene numbers, much text
 * outside of scenes, pages without text or with letters that have no Unicode. A share is at most 0.6; two decimals.
 */
export const judge = (read: Assembled, pages: number, warnings: readonly ScriptWarning[], format: ScriptFormat, doubtful: readonly DoubtfulPage[] = []): Confidence => {
  const doubts = [...sceneDoubts(read, pages, format), ...speechDoubts(read, pages, format), ...pageDoubts(read, doubtful, warnings, pages, format), ...textDoubts(warnings, pages)].filter(doubt => doubt.cost > 0)
  const confidence = doubts.reduce((sure, { cost }) => sure * (1 - Math.min(0.6, cost)), 1)
  return { confidence: Math.round(confidence * 100) / 100, confidenceReasons: doubts.map(({ reason }) => reason) }
}

const sceneDoubts = ({ scenes, elements }: Assembled, pages: number, format: ScriptFormat): Doubt[] => {
  if (!scenes.length) return [{ cost: 0.4, reason: 'No scene headings were found.' }]
  const doubts: Doubt[] = []
  const perPage = scenes.length / pages
  if (pages > 5 && perPage < 0.15) doubts.push({ cost: laidOutFormats.includes(format) ? 0.35 : 0.2, reason: `Only ${scenes.length} scenes were found on ${pages} pages.` })
  const told = toldNumbers(elements)
  const gaps = numberGaps(scenes.map(scene => scene.number)).filter(gap => !told.has(gap))
  if (gaps.length) {
    const shown = gaps.slice(0, 5).join(', ') + (gaps.length > 5 ? ' and more' : '')
    doubts.push({ cost: Math.min(0.3, (gaps.length / scenes.length) * 2), reason: `Scene numbers are missing: ${shown}.` })
  }
  const before = elements.filter(element => element.scene === null && element.character !== null && element.kind === 'cue').length
  if (laidOutFormats.includes(format) && before > 5) doubts.push({ cost: 0.1, reason: `${before} speeches stand before the first scene heading.` })
  return doubts
}

/** Numbers that are skipped between two plain numbers not more than ten apart; `58b` counts as 58. */
const numberGaps = (numbers: readonly (string | null)[]): number[] => {
  const plain = numbers.flatMap(number => (number && /^\d+/u.test(number) ? [Number.parseInt(number, 10)] : []))
  const gaps: number[] = []
  plain.forEach((number, at) => {
    const before = plain[at - 1] ?? number
    if (number - before > 1 && number - before <= 10) for (let missing = before + 1; missing < number; missing++) gaps.push(missing)
  })
  return [...new Set(gaps)].filter(gap => !plain.includes(gap))
}

/** Numbers that the script itself says have no scene, `41-42 OMITTED`, or that stand on another row, `43 MONTAGE`. */
const toldNumbers = (elements: Assembled['elements']): ReadonlySet<number> =>
  new Set(
    elements.flatMap(({ kind, text }) => {
      const match = /^(\d{1,4})[A-Z]?(?:\s?(?:[-–&]|TO|AND)\s?(\d{1,4})[A-Z]?)?[\s.:,)-]+(.*)$/iu.exec(text.slice(0, 80))
      if (!match || !(kind === 'shot' || /^OMIT/iu.test(match[3] ?? ''))) return []
      const from = Number(match[1])
      const to = Math.min(from + 50, Number(match[2] ?? from))
      return Array.from({ length: Math.max(1, to - from + 1) }, (_, at) => from + at)
    }),
  )

const speechDoubts = ({ characters, elements }: Assembled, pages: number, format: ScriptFormat): Doubt[] => {
  const speeches = characters.reduce((sum, { speeches }) => sum + speeches, 0)
  if (!speeches) return [{ cost: 0.5, reason: 'No speeches were found.' }]
  const doubts: Doubt[] = []
  if (pages > 5 && speeches / pages < 1) doubts.push({ cost: 0.25, reason: `Only ${speeches} speeches were found on ${pages} pages.` })
  const once = characters.filter(character => character.speeches <= 1).length
  if (speeches > 60 && once > 0.7 * characters.length) doubts.push({ cost: 0.2, reason: `${once} of ${characters.length} names speak only once; some may be no names.` })
  const words = elements.reduce((sum, { text }) => sum + countWords(text), 0)
  const spoken = characters.reduce((sum, character) => sum + character.words, 0)
  if (laidOutFormats.includes(format) && words > 1000 && spoken / words < 0.08) doubts.push({ cost: 0.25, reason: `Only ${Math.round((100 * spoken) / words)} % of the words are dialogue.` })
  if (words > 1000 && spoken / words > 0.92) doubts.push({ cost: 0.25, reason: 'Nearly all of the text reads as dialogue.' })
  const mute = elements.filter(({ kind }, at) => kind === 'cue' && !['dialogue', 'parenthetical', 'lyric', 'note'].includes(elements[at + 1]?.kind ?? '')).length
  if (mute > 0.03 * speeches) doubts.push({ cost: 0.1, reason: `${mute} cues have no words after them.` })
  return doubts
}

/** Pages that were read oddly, beside those that the file itself leaves without text; formats that say what a line is are taken at their word. */
const pageDoubts = ({ elements }: Assembled, doubtful: readonly DoubtfulPage[], warnings: readonly ScriptWarning[], pages: number, format: ScriptFormat): Doubt[] => {
  const bare = new Set(warnings.flatMap(({ code, page }) => (page !== null && code.startsWith('PAGE_') ? [page] : [])))
  const odd = doubtful.filter(({ page }) => !bare.has(page)).length
  // Where hardly anybody speaks that was counted already.
  if (!laidOutFormats.includes(format) || odd < 2 || elements.filter(({ kind }) => kind === 'cue').length < 0.5 * pages) return []
  return [{ cost: (1.2 * odd) / pages, reason: `${odd} of ${pages} pages are read unlike the others.` }]
}

/** Pages whose text stands in a font that says other letters than it draws. */
const legacyCodes: readonly string[] = ['LEGACY_FONT', 'LEGACY_FONT_WITHOUT_TABLE', 'LEGACY_LETTERS']

const textDoubts = (warnings: readonly ScriptWarning[], pages: number): Doubt[] => {
  const count = (code: string): number => warnings.filter(warning => warning.code === code).length
  const blank = count('PAGE_WITHOUT_TEXT')
  const garbled = count('PAGE_TEXT_GARBLED')
  const legacy = new Set(warnings.filter(({ code }) => legacyCodes.includes(code)).map(({ page }) => page)).size
  return [
    { cost: blank / pages, reason: `${blank} of ${pages} pages are pictures without text.` },
    { cost: garbled / pages, reason: `On ${garbled} of ${pages} pages letters cannot be told from the font.` },
    { cost: count('TEXT_WITHOUT_CAPITALS') * 0.4, reason: 'The text has no capitals, so names and headings were told by their place alone.' },
    { cost: count('TEXT_WITHOUT_INDENTS') * 0.15, reason: 'The text has no indents, so speeches were told by capitals and gaps alone.' },
    { cost: count('LAYOUT_WITHOUT_GAPS') * 0.3, reason: 'The document has no styles, indents or blank lines, so what each line is had to be guessed.' },
    { cost: count('ENCODING_GUESSED') * 0.05, reason: 'The encoding of the text had to be guessed.' },
    { cost: (legacy / pages) * 0.6, reason: `On ${legacy} of ${pages} pages an old Hindi font hides the letters, so lines there were told by their place alone.` },
    { cost: count('LEGACY_FONT_CONVERTED') * 0.03, reason: 'Text was converted from an old Hindi font.' },
    { cost: Math.min(0.15, count('CUE_WITHOUT_NAME') * 0.02), reason: 'Some cues have no name.' },
  ]
}
