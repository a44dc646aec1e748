import type { ElementKind } from '../../src-preload/contract/index.ts'
import { attributeOf, childrenOf, nameOf, textIn } from './fdxXml.ts'
import type { XmlNode } from './fdxXml.ts'
import type { FountainBlock } from './fountainBlocks.ts'
import { forcedHeading, parseHeading, tidyNumber } from './headings.ts'
import type { LegacyLetters } from './legacyFontLetters.ts'

/**
 * A paragraph of a Final Draft script; `line` is its place in the file.
 *
 * A heading carries the page on which Final Draft found it (1-based, the 12 of 12A) and the length of its scene in eighths of a page,
 * where the file has them.
 */
export type FdxBlock = FountainBlock & { readonly page?: number; readonly eighths?: number }

/** The element that each type named in a file is paginated as, both in lower case (Final Draft's ElementSettings). */
export type FdxStyles = ReadonlyMap<string, string>

type Side = 'left' | 'right'

/** What hides the letters of legacy fonts, and the font of each type of paragraph (in lower case) for text that names none. */
export type FdxFonts = { readonly letters: LegacyLetters; readonly byType: ReadonlyMap<string, string> }

type Sink = { readonly blocks: FdxBlock[]; readonly styles: FdxStyles; readonly fonts: FdxFonts | undefined; line: number }

/** What the types of paragraphs are: Final Draft's own (screenplay, television, stage, outline) and those of others who write FDX. */
const kinds: ReadonlyMap<string, ElementKind> = new Map([
  ['scene heading', 'heading'],
  ['action', 'action'],
  ['general', 'action'],
  ['cast list', 'action'],
  ['character', 'cue'],
  ['parenthetical', 'parenthetical'],
  ['dialogue', 'dialogue'],
  ['dialog', 'dialogue'],
  ['lyrics', 'lyric'],
  ['lyric', 'lyric'],
  ['singing', 'lyric'],
  ['transition', 'transition'],
  ['shot', 'shot'],
  ['new act', 'centered'],
  ['end of act', 'centered'],
  ['show/ep. title', 'centered'],
  ['centered', 'centered'],
  ['outline 1', 'section'],
  ['outline 2', 'section'],
  ['outline 3', 'section'],
  ['outline 4', 'section'],
  ['outline body', 'synopsis'],
  ['summary', 'synopsis'],
  ['synopsis', 'synopsis'],
  ['note', 'note'],
])

/** What stands among the paragraphs and is not read: data of a scene, notes outside a paragraph, a scene that was taken out. */
const unread: ReadonlySet<string> = new Set(['#text', 'SceneProperties', 'ScriptNote', 'ScriptNotes', 'OmittedScene'])

/** A name is never longer; a longer cue is a slip of the program that wrote it and is kept as action. */
const longestCue = 300

/**
 * Makes blocks of the paragraphs of a script's `Content`.
 *
 * Its type says what a paragraph is; one that is in no list goes by the element that it is paginated as, else it is action. Dialogue
 * paragraphs in a row are one, as they print without a gap. Of two who speak at once (`DualDialogue`) every first is left and every
 * second right. Notes and the summary of a scene follow the paragraph that they stand in; empty paragraphs are left out.
 */
export const fdxBlocks = (content: readonly XmlNode[], styles: FdxStyles, fonts?: FdxFonts): readonly FdxBlock[] => {
  const sink: Sink = { blocks: [], styles, fonts, line: 0 }
  walk(sink, content)
  return sink.blocks.map(block => (block.kind === 'dialogue' ? { ...block, text: block.text.trimEnd() } : block))
}

/** The text of a paragraph: its runs put together, or its bare text where a program wrote it without runs. */
export const paragraphText = (children: readonly XmlNode[]): string => {
  const runs = children.flatMap(child => childrenOf(child, 'Text') ?? [])
  return runs.length ? textIn(runs) : textIn(children)
}

/** The text of a paragraph as {@link paragraphText} gives it, the letters of legacy fonts hidden or made Unicode. */
const settledText = (children: readonly XmlNode[], type: string, fonts: FdxFonts | undefined): string => {
  if (!fonts) return paragraphText(children)
  const { letters, byType } = fonts
  const usual = byType.get(type) ?? ''
  const runs = children.filter(child => childrenOf(child, 'Text') !== null)
  const hide = (text: string, font: string): string => (font ? letters.hide(text, font) : text)
  if (!runs.length) return letters.settle(hide(textIn(children), usual))
  return letters.settle(runs.map(run => hide(textIn(childrenOf(run, 'Text') ?? []), attributeOf(run, 'Font') || usual)).join(''))
}

const walk = (sink: Sink, nodes: readonly XmlNode[]): void => {
  for (const node of nodes) {
    const name = nameOf(node)
    const children = childrenOf(node, name)
    if (!children || unread.has(name)) continue
    if (name === 'Paragraph') takeParagraph(sink, node, children)
    else if (name === 'DualDialogue') takeDual(sink, children)
    else walk(sink, children)
  }
}

const takeDual = (sink: Sink, children: readonly XmlNode[]): void => {
  let cues = 0
  for (const child of children) {
    const inside = childrenOf(child, 'Paragraph')
    if (!inside) continue
    if (typeOf(child) === 'character') cues++
    takeParagraph(sink, child, inside, cues % 2 === 0 && cues > 0 ? 'right' : 'left')
  }
}

const typeOf = (paragraph: XmlNode): string => attributeOf(paragraph, 'Type').replace(/\s+/gu, ' ').trim().toLowerCase()

const takeParagraph = (sink: Sink, paragraph: XmlNode, children: readonly XmlNode[], dual?: Side): void => {
  if (attributeOf(paragraph, 'StartsNewPage') === 'Yes') push(sink, { kind: 'breaks', text: '' })
  const text = settledText(children, typeOf(paragraph), sink.fonts)
  const kind = kindOf(paragraph, text, sink.styles)
  if (kind === 'heading') push(sink, headingBlock(paragraph, children, text))
  else if (kind === 'dialogue') pushDialogue(sink, text, dual)
  else push(sink, { kind, text: kind === 'action' || kind === 'centered' ? withIndent(text) : inOneLine(text), ...sideOf(kind, dual) })
  for (const child of children) {
    const pair = childrenOf(child, 'DualDialogue')
    if (pair) takeDual(sink, pair)
  }
  const summaries = inner(children, 'SceneProperties').flatMap(properties => inner(properties, 'Summary'))
  for (const summary of summaries) push(sink, { kind: 'synopsis', text: textBelow(summary) })
  for (const note of inner(children, 'ScriptNote')) push(sink, { kind: 'note', text: textBelow(note) })
}

const kindOf = (paragraph: XmlNode, text: string, styles: FdxStyles): ElementKind => {
  const type = typeOf(paragraph)
  const known = kinds.get(type)
  const kind = known ?? kinds.get(styles.get(type) ?? '') ?? 'action'
  // Acts and shots too are paginated as headings, so that a heading of an unknown type must read as one.
  if (kind === 'heading' && !known && !parseHeading(text)) return 'action'
  if (kind === 'cue' && text.length > longestCue) return 'action'
  return kind === 'action' && attributeOf(paragraph, 'Alignment') === 'Center' ? 'centered' : kind
}

const headingBlock = (paragraph: XmlNode, children: readonly XmlNode[], text: string): Omit<FdxBlock, 'line'> => {
  const parts = forcedHeading(text)
  const number = tidyNumber(attributeOf(paragraph, 'Number').slice(0, 20))
  const heading = number ? { ...parts, number } : parts
  const properties = children.find(child => childrenOf(child, 'SceneProperties'))
  const page = Number(/^\s*(\d{1,4})/u.exec(properties ? attributeOf(properties, 'Page') : '')?.[1] ?? 0)
  const eighths = eighthsOf(properties ? attributeOf(properties, 'Length') : '')
  return { kind: 'heading', text: heading.heading, heading, ...(page ? { page } : {}), ...(eighths ? { eighths } : {}) }
}

/** The eighths of a length as Final Draft writes it: `1 3/8` is 11, `2/8` is 2, `1` is 8; 0 where it is none. */
export const eighthsOf = (length: string): number => {
  const [, whole, part] = /^\s*(\d{1,3})?(?:(?:^|\s+)([0-7])\/8)?\s*$/u.exec(length.slice(0, 20)) ?? []
  return 8 * Number(whole ?? 0) + Number(part ?? 0)
}

const push = (sink: Sink, block: Omit<FdxBlock, 'line'>): void => {
  if (block.text !== '' || block.kind === 'breaks') sink.blocks.push({ ...block, line: sink.line++ })
}

/** An empty paragraph inside a speech prints as an empty line of it. */
const pushDialogue = (sink: Sink, text: string, dual: Side | undefined): void => {
  const said = text.split('\n').map(line => line.trim()).join('\n').trim()
  const last = sink.blocks.at(-1)
  if (last?.kind === 'dialogue' && last.dual === dual) sink.blocks[sink.blocks.length - 1] = { ...last, text: `${last.text}\n${said}` }
  else push(sink, { kind: 'dialogue', text: said, ...sideOf('dialogue', dual) })
}

const sideOf = (kind: ElementKind, dual: Side | undefined): { readonly dual?: Side } =>
  dual && ['cue', 'dialogue', 'parenthetical', 'lyric'].includes(kind) ? { dual } : {}

const inner = (nodes: readonly XmlNode[], name: string): (readonly XmlNode[])[] =>
  nodes.map(node => childrenOf(node, name)).filter(children => children !== null)

/** The paragraphs below an element, one a line. */
const textBelow = (nodes: readonly XmlNode[]): string => inner(nodes, 'Paragraph').map(children => paragraphText(children).trim()).join('\n').trim()

const inOneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim()

const withIndent = (text: string): string => {
  const lines = text.split('\n').map(line => line.trimEnd())
  const first = lines.findIndex(line => line !== '')
  return first < 0 ? '' : lines.slice(first, lines.findLastIndex(line => line !== '') + 1).join('\n')
}
