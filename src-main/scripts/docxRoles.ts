import { isUpper } from './cues.ts'
import type { WordLine } from './docxLines.ts'
import { parseHeading } from './headings.ts'
import { isTransition, looksLikeCue } from './pdfBands.ts'

/** What a style makes of its paragraphs; `contents` is a table of contents or an index, whose headings are none. */
export type WordRole = 'heading' | 'cue' | 'dialogue' | 'parenthetical' | 'transition' | 'action' | 'shot' | 'lyric' | 'title' | 'contents'

/**
 * Style names of screenplay templates (Word's own, Final Draft's, Trelby's, BBC's, Celtx's, Scrite's), by what they hold; folded to
 * lower case letters without accents. The first that fits decides, so that `Dialogue Character` is a cue and `Character Action` too.
 */
const names: readonly (readonly [pattern: RegExp, role: WordRole])[] = [
  [/^(?:toc|tableofcontents|contents|index)/u, 'contents'],
  [/^(?:textbox|header|footer|pagenumber|comment|balloon|footnote|endnote|caption|listparagraph|default)/u, 'action'],
  [/parenthe|paranthe|wryl|^paren|actordirection|personaldirection|didascal|acotacion|ремарк|कोष्ठक/u, 'parenthetical'],
  [/scenehead|slug|^scene$|scenetitle|^scenenumber|intext/u, 'heading'],
  [/intitule|encabezado|cabecera|cabecalho|szenen|intestazione|место|сцена|दृश्य/u, 'heading'],
  [/transition|transicion|transicao|transizione|ubergang|uberblend|переход|संक्रमण/u, 'transition'],
  [/lyric|^song/u, 'lyric'],
  [/character|speaker|^cue|personnage|personaj|personagem|personaggio|^figur|^rolle|персонаж|имя|पात्र/u, 'cue'],
  [/dialog|speech|^lines?$|replique|диалог|реплика|संवाद/u, 'dialogue'],
  [/action|^business|stagedirection|scenedescription|^description|accion|azione|acao|handlung|действие|^general$|क्रिया/u, 'action'],
  [/^shot|camera|^angle/u, 'shot'],
  [/^(?:title|subtitle|byline|author|contact|draftdate|titre|titulo|titolo|titel)/u, 'title'],
]

/** The role that the name of a style speaks of, or null for names such as Normal. */
export const roleByName = (style: string): WordRole | null => {
  const folded = style.slice(0, 100).normalize('NFD').replace(/(?<=[a-z])\p{M}+/giu, '').normalize('NFC').toLowerCase().replace(/[^\p{L}\p{M}]/gu, '')
  return names.find(([pattern]) => pattern.test(folded))?.[1] ?? null
}

/** A bracketed line as a whole, such as (to himself). */
export const isBracketed = (text: string): boolean => /^\([^)]*\)?[.,]?$/u.test(text)

type Counts = { all: number; headings: number; cues: number; asides: number; transitions: number; spoken: number }

/**
 * What each style of a file holds: by its name or, where that says nothing, by its own paragraphs, so that any template is learnt.
 *
 * A style needs three paragraphs of which most are of one kind; that of the speeches is the one that follows cues.
 */
export const learnRoles = (lines: readonly WordLine[]): ReadonlyMap<string, WordRole> => {
  const roles = new Map<string, WordRole>()
  const styles = new Set(lines.map(({ style }) => style))
  for (const style of styles) {
    const role = roleByName(style)
    if (role) roles.set(style, role)
  }
  const unknown = [...styles].filter(style => !roles.has(style))
  if (styles.size < 2 || !unknown.length) return roles
  const counts = new Map(unknown.map((style): [string, Counts] => [style, { all: 0, headings: 0, cues: 0, asides: 0, transitions: 0, spoken: 0 }]))
  for (const line of lines) countLine(counts.get(line.style), line.text)
  for (const [style, count] of counts) {
    const role = roleByContent(count)
    if (role) roles.set(style, role)
  }
  lines.forEach((line, at) => {
    const count = counts.get(line.style)
    const above = roles.get(lines[at - 1]?.style ?? '')
    if (count && !roles.has(line.style) && (above === 'cue' || above === 'parenthetical')) count.spoken++
  })
  for (const [style, { all, spoken }] of counts) if (!roles.has(style) && all >= 3 && spoken > 0.7 * all) roles.set(style, 'dialogue')
  return roles
}

const countLine = (count: Counts | undefined, text: string): void => {
  if (!count) return
  count.all++
  if (parseHeading(text)) count.headings++
  else if (isTransition(text)) count.transitions++
  else if (isBracketed(text)) count.asides++
  else if (isUpper(text) && looksLikeCue(text)) count.cues++
}

const roleByContent = ({ all, headings, cues, asides, transitions }: Counts): WordRole | null => {
  if (all < 3) return null
  if (headings > 0.6 * all) return 'heading'
  if (cues > 0.85 * all) return 'cue'
  if (asides > 0.85 * all) return 'parenthetical'
  return transitions > 0.7 * all ? 'transition' : null
}
