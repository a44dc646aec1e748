import { isCaseless, isNamelessCue, isUpper, parseCue } from './cues.ts'
import { inlineSpeech, sceneLine } from './docxLayout.ts'
import type { WordLayout } from './docxLayout.ts'
import type { WordLine } from './docxLines.ts'
import { isBracketed } from './docxRoles.ts'
import type { WordRole } from './docxRoles.ts'
import { readTable } from './docxTables.ts'
import type { TableSpeech } from './docxTables.ts'
import { bareName, namesIn, soundsSpoken, speaksOf } from './docxWords.ts'
import type { FountainBlock } from './fountainBlocks.ts'
import { forcedHeading, parseHeading, parseSlug } from './headings.ts'
import type { HeadingParts } from './headings.ts'
import { isTransition, looksLikeCue, looksLikeName } from './pdfBands.ts'

/** The lines of a document with what was learnt of them. */
export type WordScript = { readonly lines: readonly WordLine[]; readonly layout: WordLayout; readonly roles: ReadonlyMap<string, WordRole> }

/**
 * The state of the reading: names that had a cue and names that action showed in capitals, and who speaks.
 *
 * `spoken` counts the paragraphs of the speech so far; `joint` says that it began in the paragraph of its cue;
 * `more` that (MORE) stood at its end.
 */
type Writing = WordScript & {
  readonly blocks: FountainBlock[]
  readonly heard: Set<string>
  readonly shown: Set<string>
  speaking: boolean
  speaker: string
  more: boolean
  spoken: number
  joint: boolean
}

const moreMark = /^[([]\s*MORE\s*[)\]]$/iu
const continuedMark = /^\(?\s*CONTINUED\s*\)?\s*:?\s*(?:\(\s*\d+\s*\))?$/u

/**
 * Turns the lines of a Word document into paragraphs of a script; `line` of each is the index of its first line.
 *
 * Where the style of a line says what it is and its text does not belie it, the style decides; else the layout of the file does, line by
 * line, so that a file of both kinds is read throughout. No text is lost but (MORE) and (CONTINUED), which a page added.
 */
export const wordElements = (script: WordScript): FountainBlock[] => {
  const writing: Writing = { ...script, blocks: [], heard: new Set(), shown: new Set(), speaking: false, speaker: '', more: false, spoken: 0, joint: false }
  for (let at = 0; at < script.lines.length; ) at += takeLine(writing, at)
  return writing.blocks
}

const takeLine = (writing: Writing, at: number): number => {
  const line = writing.lines[at]
  if (!line) return 1
  const table = line.cell ? readTable(writing.lines, at) : null
  if (table) {
    for (const part of table.parts) writeTablePart(writing, part)
    writing.speaking = false
    return table.taken
  }
  if (moreMark.test(line.text) || continuedMark.test(line.text)) {
    writing.more ||= moreMark.test(line.text) && writing.speaking
    return 1
  }
  const role = writing.roles.get(line.style) ?? null
  if (!(role && takeByRole(writing, at, line, role))) takeByLayout(writing, at, line, role)
  return 1
}

/** Takes a line as its style says; false where its text belies the style or the style leaves it open. */
const takeByRole = (writing: Writing, at: number, line: WordLine, role: WordRole): boolean => {
  const { text } = line
  if (role === 'contents') return add(writing, 'action', at, text)
  if (role === 'heading') return takeStyledHeading(writing, at, line)
  if (role === 'transition') return parseHeading(text) ? false : add(writing, 'transition', at, text)
  if (role === 'shot') return parseHeading(text) ? false : add(writing, 'shot', at, text)
  if (role === 'cue') return canBeCue(line) && cue(writing, at, text)
  if (role === 'action' || role === 'title') return false
  if (!writing.speaking && (isUpper(text) && (parseHeading(text) !== null || isTransition(text)))) return false
  // A cue that was left in the style of speeches is told by a speech of that style below it.
  const isNextSaid = writing.roles.get(writing.lines[at + 1]?.style ?? '') === 'dialogue'
  if (!writing.speaking && isNextSaid && !isBracketed(text) && looksLikeCue(text)) return cue(writing, at, text)
  return speak(writing, at, text, role === 'lyric' ? 'lyric' : role === 'parenthetical' && text.startsWith('(') ? 'parenthetical' : null)
}

const takeStyledHeading = (writing: Writing, at: number, { text, opens }: WordLine): boolean => {
  if (text.length > 200 || !/[\p{L}\p{N}]/u.test(text)) return false
  if (isTransition(text)) return add(writing, 'transition', at, text)
  // What stands below a line break in a heading is a heading of its own only where it says so.
  if (!opens && !parseHeading(text)) return false
  return heading(writing, at, parseHeading(text) ?? parseSlug(tidy(text)) ?? numberedScene(tidy(text)) ?? forcedHeading(text))
}

const canBeCue = ({ text, opens }: WordLine): boolean =>
  opens && text.length <= 80 && /\p{L}/u.test(text) && !parseHeading(text) && !(isTransition(text) && text.endsWith(':'))

const takeByLayout = (writing: Writing, at: number, line: WordLine, role: WordRole | null): void => {
  const { layout } = writing
  const { text } = line
  const parts = headingOf(writing, line)
  const isTurn = isTransition(text)
  if (parts) heading(writing, at, parts)
  else if (isTurn && !(writing.speaking && isAtEdge(layout, line) && layout.setIn && line.x < layout.left + 250)) add(writing, 'transition', at, text)
  else if (isCue(writing, at, role)) cue(writing, at, text)
  else if (takeInline(writing, at, line)) return
  else if (role !== 'title' && isSpoken(writing, line, role)) speak(writing, at, text, null)
  else if (line.align === 'right' && isUpper(text) && text.length < 40) add(writing, 'transition', at, text)
  else if (line.align === 'centre' && text.length < 120) add(writing, 'centered', at, text)
  else action(writing, at, line)
}

const headingOf = ({ layout, speaking }: Writing, line: WordLine): HeadingParts | null => {
  const text = tidy(line.text)
  const isInSpeech = speaking && (layout.flush ? !line.gap && !isUpper(text) && !layout.packed : line.x >= layout.inset && line.align === 'left')
  if (isInSpeech && !isUpper(text)) return null
  const parts = parseHeading(text) ?? (speaking && !line.gap && !layout.packed ? null : parseSlug(text))
  return parts ?? (layout.numbered ? numberedScene(text) : null)
}

/** `SCENE 4: MEERA'S HOUSE` names no inside or outside and is a heading where a file numbers its scenes so. */
const numberedScene = (text: string): HeadingParts | null => {
  const [, number = '', rest = ''] = (text.length < 130 ? sceneLine.exec(text) : null) ?? []
  if (!number || (/[.!?।]$/u.test(rest) && rest.length > 40)) return null
  return { ...(rest ? forcedHeading(rest) : { heading: text, setting: null, place: null, time: null }), number }
}

const isAtEdge = ({ edge, left }: WordLayout, { x, align }: WordLine): boolean => (edge === null ? x > left + 40 : Math.abs(x - edge) <= 14 && align === 'left')

const isCue = (writing: Writing, at: number, role: WordRole | null): boolean => {
  const { lines, layout, heard } = writing
  const [line, next] = [lines[at], lines[at + 1]]
  if (!line || !next || line.align === 'right' || next.cell?.column !== line.cell?.column || headingOf({ ...writing, speaking: false }, next)) return false
  if (isNamelessCue(line.text) && line.gap && layout.isSure && layout.setIn && layout.edge !== null && isAtEdge(layout, line)) return !next.gap && next.x >= layout.inset
  const { name } = parseCue(line.text)
  const isKnown = layout.frequent.has(name) || heard.has(name)
  if (!name || !layout.isSure) return false
  const looks = looksLikeCue(line.text) || (layout.mixed && layout.setIn && looksLikeName(line.text))
  if (!looks) return false
  const styledNext = ['dialogue', 'parenthetical'].includes(writing.roles.get(next.style) ?? '')
  if (styledNext && (isKnown || !isCaseless(line.text))) return true
  const isIn = line.x > layout.left + 40 || line.align === 'centre'
  if (layout.setIn && isIn) {
    if (layout.edge !== null && !isAtEdge(layout, line) && !isKnown) return false
    const isBelow = !next.gap && (layout.flush || next.align === 'centre' || line.align === 'centre')
    return isBelow || isBracketed(next.text) || (next.align === 'left' && next.x >= layout.inset)
  }
  return isFlushCue(writing, at, line, next, isKnown && role !== 'title')
}

/** At the left edge a cue is told by its capitals, the gap before it and what stands right below; letters without case by its return. */
const isFlushCue = ({ lines, layout, roles, shown }: Writing, at: number, line: WordLine, next: WordLine, isKnown: boolean): boolean => {
  if (!layout.strays || next.gap || isTransition(next.text) || isCueTwin(next)) return false
  const isStyled = roles.get(line.style) === 'action' || [...roles.values()].includes('cue')
  if ((layout.setIn || isStyled || isCaseless(line.text)) && !isKnown) return false
  if (layout.joint ? next.opens : layout.packed && !isKnown && !isLikelyCue(line.text, next.text, shown)) return false
  const above = lines[at - 1]
  return line.gap || layout.packed || !above || !line.opens || isTransition(above.text) || parseHeading(above.text) !== null
}

/** In a file without gaps a name that comes once needs more: an extension, an aside or speech below, or a mention in the action above. */
const isLikelyCue = (text: string, next: string, shown: ReadonlySet<string>): boolean =>
  text.endsWith(')') || isBracketed(next) || soundsSpoken(next) || (shown.has(bareName(text)) && !text.endsWith('.'))

/** Of two lines in capitals the second may be shouted; a list of them is no speech. */
const isCueTwin = ({ text }: WordLine): boolean => looksLikeCue(text) && !isCaseless(text) && !/[!?.…]$/u.test(text)

const takeInline = (writing: Writing, at: number, line: WordLine): boolean => {
  const speech = writing.layout.inline || line.cell ? inlineSpeech(line.text) : null
  if (!speech || (line.cell && !isUpper(speech.cue))) return false
  cue(writing, at, speech.cue)
  const [, aside, said] = /^(\([^)]{1,80}\))\s*([^]*)$/u.exec(speech.said) ?? ['', '', speech.said]
  if (aside) speak(writing, at, aside, 'parenthetical')
  if (said) speak(writing, at, said, 'dialogue')
  return true
}

const isSpoken = (writing: Writing, line: WordLine, role: WordRole | null): boolean => {
  const { layout, spoken, joint, roles, lines, blocks } = writing
  if (!writing.speaking || line.align === 'right') return false
  if (!line.opens && !line.gap) return true
  if (spoken === 0 && !line.gap && !joint && role !== 'action') return true
  if (line.align === 'centre') return !line.gap
  if (!layout.flush && layout.setIn) return line.x >= layout.inset
  // Where the style of the speech is one of speeches, or the cue holds it, another paragraph is no part of it.
  if (role === 'action' || joint || roles.get(lines[blocks.at(-1)?.line ?? 0]?.style ?? '') === 'dialogue') return false
  if (layout.inline) return !line.gap && !isBracketed(line.text)
  if (!layout.packed) return !line.gap
  if (isBracketed(line.text) || isInAside(blocks.at(-1))) return true
  const first = bareName(/^\p{Lu}{3,}(?=['’]s|\s\p{Ll})/u.exec(line.text)?.[0] ?? '')
  return !line.gap && soundsSpoken(line.text) && !speaksOf(line.text, layout.names) && !writing.shown.has(first)
}

const heading = (writing: Writing, at: number, parts: HeadingParts): true => {
  const number = parts.number ?? writing.lines[at]?.number ?? null
  writing.blocks.push({ kind: 'heading', text: parts.heading, line: at, heading: { ...parts, number } })
  return stop(writing)
}

const add = (writing: Writing, kind: 'action' | 'transition' | 'shot' | 'centered', at: number, text: string): true => {
  writing.blocks.push({ kind, text: tidy(text), line: at })
  return stop(writing)
}

/** Lines of one paragraph of action stay one. */
const action = (writing: Writing, at: number, line: WordLine): true => {
  const last = writing.blocks.at(-1)
  if (last?.kind === 'action' && !line.opens && !line.gap) {
    writing.blocks[writing.blocks.length - 1] = { ...last, text: `${last.text}\n${tidy(line.text)}` }
  } else writing.blocks.push({ kind: 'action', text: tidy(line.text), line: at })
  if (writing.layout.packed) for (const name of namesIn(line.text)) writing.shown.add(name)
  return stop(writing)
}

const stop = (writing: Writing): true => {
  writing.speaking = false
  writing.more = false
  return true
}

const cue = (writing: Writing, at: number, text: string): true => {
  const { name } = parseCue(text)
  const goesOn = writing.more && name !== '' && name === writing.speaker
  if (!goesOn) writing.blocks.push({ kind: 'cue', text: tidy(text), line: at })
  Object.assign(writing, { speaking: true, speaker: name || writing.speaker, more: false, spoken: 0, joint: false })
  if (name) writing.heard.add(name)
  return true
}

const speak = (writing: Writing, at: number, text: string, kind: 'dialogue' | 'parenthetical' | 'lyric' | null): true => {
  const last = writing.blocks.at(-1)
  const found = kind ?? (isBracketed(text) ? 'parenthetical' : 'dialogue')
  if (writing.blocks.at(-1)?.kind === 'cue') writing.joint = writing.lines[at]?.opens === false
  // A bracket that one line opens and a later one closes is one aside.
  const isAside = last && isInAside(last) && last.text.length < 200
  const isLine = found === 'dialogue' && last?.kind === 'dialogue' && !writing.lines[at]?.opens && writing.spoken > 0
  if (isAside) writing.blocks[writing.blocks.length - 1] = { ...last, text: `${last.text} ${tidy(text)}` }
  else if (isLine) writing.blocks[writing.blocks.length - 1] = { ...last, text: `${last.text}\n${tidy(text)}` }
  else writing.blocks.push({ kind: found, text: tidy(text), line: at })
  if (found !== 'parenthetical' && !isAside) writing.spoken++
  return true
}

const isInAside = (block: FountainBlock | undefined): boolean => block?.kind === 'parenthetical' && isOpen(block.text)

const isOpen = (text: string): boolean => text.split('(').length > text.split(')').length

const writeTablePart = (writing: Writing, { kind, text, line, dual, heading: parts }: TableSpeech): void => {
  writing.blocks.push({ kind, text: tidy(text), line, ...(dual ? { dual } : {}), ...(parts ? { heading: parts } : {}) })
  if (kind === 'cue') writing.heard.add(parseCue(text).name)
}

const tidy = (text: string): string => text.replace(/\s+/gu, ' ').trim()
