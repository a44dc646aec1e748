import { isCaseless, isUpper, parseCue } from './cues.ts'
import { forcedHeading, parseHeading } from './headings.ts'
import type { HeadingParts } from './headings.ts'
import { isTransition, paragraphGap } from './pdfBands.ts'
import type { BodyLine, PdfBody } from './pdfFurniture.ts'
import { PdfWriter } from './pdfWriter.ts'
import type { DraftElement } from './reader.ts'
import { quantile } from './statistics.ts'

/** A line of a stage text taken apart: who speaks, what stands in brackets behind the name, and the words in the same line. */
type StageLine = { readonly name: string; readonly aside: string; readonly said: string; readonly sign: ':' | '-' }

const colonLine = /^(\p{L}[^.:：!?।"“”,;()[\]{}]{0,39}?)\s*(\([^()]{1,60}\)(?:\s?\([^()]{1,60}\))?|\[[^[\]]{1,60}\])?\s*[:：]\s*(.*)$/u
const dashLine = /^(\p{L}[^.:：!?।"“”,;()[\]{}–—]{0,39}?)\s*(\([^()]{1,60}\)(?:\s?\([^()]{1,60}\))?|\[[^[\]]{1,60}\])?\s+[-–—]+\s+(.*)$/u
const honorific = /^(?:Dr|Mr|Mrs|Ms|Prof|St|Smt|Sh|Pt|Capt|Insp|Sgt|Lt)\. ?/iu

/**
 * Reads a stage text, in which a speech begins `NAME: words` or `NAME - words`, or returns null where it is none.
 *
 * The sign behind the names is learnt: the one with which more names come again. Lines in square brackets, and those after an empty
 * line that name nobody, are action; headings count their scenes (`Scene 2 - ...`, `दृश्य 2 — ...`) or begin INT or EXT.
 */
export const stageElements = (body: PdfBody): DraftElement[] | null => {
  const names = learnNames(body)
  if (!names) return null
  const writer = new PdfWriter(body)
  const goesOn = continuation(body)
  body.lines.forEach((line, at) => takeLine(names, writer, line, goesOn(line, body.lines[at - 1])))
  return writer.finish()
}

type StageNames = { readonly sign: StageLine['sign']; readonly isName: (name: string) => boolean }

const learnNames = ({ lines }: PdfBody): StageNames | null => {
  const counts = { ':': new Map<string, number>(), '-': new Map<string, number>() } as const
  for (const { text } of lines) {
    if (stageHeading(text)) continue
    for (const sign of [':', '-'] as const) {
      const part = stageLine(text, sign)
      if (part) counts[sign].set(key(part.name), (counts[sign].get(key(part.name)) ?? 0) + 1)
    }
  }
  const again = (sign: StageLine['sign']): number => [...counts[sign].values()].reduce((sum, count) => sum + (count > 1 ? count : 0), 0)
  const sign = again('-') > again(':') ? '-' : ':'
  const own = counts[sign]
  const all = [...own.values()].reduce((sum, count) => sum + count, 0)
  const inCapitals = lines.filter(({ text }) => !stageHeading(text) && isUpper(stageLine(text, sign)?.name ?? '')).length
  const isCapital = inCapitals > 0.9 * all
  const isShort = lines.length <= 12 && own.size > 1 && all >= 0.5 * lines.length
  if (!isShort && (again(sign) < 4 || again(sign) < 0.5 * all || all < 0.1 * lines.length)) return null
  return { sign, isName: name => ((own.get(key(name)) ?? 0) > 1 || (sign === ':' && !direction.test(name))) && !(isCapital && /\p{Ll}/u.test(name)) }
}

const key = (name: string): string => parseCue(name).name

/** A line that begins with a speaker by one of the two signs. */
const stageLine = (text: string, sign: StageLine['sign']): StageLine | null => {
  const title = honorific.exec(text)?.[0] ?? ''
  const match = (sign === ':' ? colonLine : dashLine).exec(text.slice(title.length))
  const name = `${title}${match?.[1] ?? ''}`.trim()
  if (!match || !isSpeaker(name, sign)) return null
  return { name, aside: match[2] ?? '', said: match[3] ?? '', sign }
}

/** A name of up to four words; before a dash, where prose has many, in capitals or in letters without case. */
const isSpeaker = (name: string, sign: StageLine['sign']): boolean => {
  if (name.length < 1 || name.split(' ').length > 4 || !/^[\p{Lu}\p{Lo}]/u.test(name) || isTransition(`${name}:`) || stageLabel.test(name)) return false
  return sign === ':' || isCaseless(name) || name === name.toUpperCase()
}

/** What stands before a colon and speaks no line. */
const stageLabel = /^(?:TITLE|CREDITS?|AUTHORS?|WRITERS?|(?:WRITTEN|STORY|SCREENPLAY|DIALOGUES?)(?: BY)?|NOTES?|DATE|DRAFT|CONTACT|COPYRIGHT|GENRE|LOGLINE|SYNOPSIS|SETTING|TIME|PLACE|LOCATION|CAST|CHARACTERS?|SUPER|INSERT|MONTAGE|FADE IN|FADE OUT|SUBJECT|FROM|TO|CC|RE|HTTPS?|पात्र|स्थान|समय|लेखक|शीर्षक|नोट)$/iu

/** What directs the camera or the eye, though a colon follows it. */
const direction = /^(?:ON|ACT|THROUGH|BEHIND|BEHOLD|HERE|THERE|CLOSE|ANGLE|BACK)\b|\b(?:SHOTS?|CARDS?|TITLES?|TITLE OVER|SCREEN|SAYS|READS|SUBTITLED|MONITOR)$/iu

const numerals = String.raw`\p{Nd}{1,3}[A-Z]?|[IVXL]{1,6}\b|ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|TEN`
const act = String.raw`(?:(?:ACT|अंक)\s+(?:${numerals})\s*[,:.\-–—]*\s*)?`
const sceneWords = 'SCENE|SC|दृश्य|सीन|दृष्य|प्रवेश|দৃশ্য|காட்சி|దృశ్యం|ದೃಶ್ಯ|രംഗം|દ્રશ્ય|ਦ੍ਰਿਸ਼'
const headingPattern = new RegExp(String.raw`^${act}(?:${sceneWords})(?:\.?\s*(?=[\p{Nd}#])|\.?\s+)(?:(?:NO\b\.?|#|संख्या|क्रमांक)\s*)?(${numerals})(?:\s*[:.\-–—,)]+\s*(.*)|\s*)$`, 'iu')
const ordinalPattern = /^(?:पहला|पहिला|दूसरा|तीसरा|चौथा|पाँचवाँ|पांचवां|छठा|सातवाँ|आठवाँ|अंतिम|FIRST|SECOND|THIRD|LAST|FINAL)\s+(?:दृश्य|सीन|प्रवेश|SCENE)(?:\s*[:.\-–—,]+\s*(.*)|\s*)$/iu

/** What stands for a scene that was taken out: `SCENE 90, 91 & 92 DELETED`. */
const omitted = /^[\d\s,&\-–A-D]*\b(?:OMITTED|DELETED|CUT|OMIT)\.?$/iu

/** Takes apart a heading that counts its scene, such as `SCENE 2: A garden` or `दृश्य २ — घर, रात`; null for others and for what was taken out. */
export const stageHeading = (text: string): HeadingParts | null => {
  if (text.length > 200) return null
  const match = headingPattern.exec(text)
  const ordinal = match ? null : ordinalPattern.exec(text)
  if (!match && !ordinal) return null
  const rest = match?.[2] ?? ordinal?.[1] ?? ''
  if (omitted.test(rest)) return null
  const number = match?.[1]?.replace(/\p{Nd}/gu, latinDigit).toUpperCase() ?? null
  if (!/[\p{L}\p{N}]/u.test(rest)) return { number, heading: text, setting: null, place: null, time: null }
  return { ...forcedHeading(rest), number }
}

/** Digits of one script follow each other from a code point that ends in 0 or 6 (Unicode, Nd in runs of ten). */
const latinDigit = (digit: string): string => {
  let zero = digit.codePointAt(0) ?? 0
  const code = zero
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--
  return String(code - zero)
}

/** Tells whether a row goes on with the one above: right below it or, where every row has an empty line before it, below a full one. */
const continuation = ({ lines, pitch }: PdfBody): ((line: BodyLine, above: BodyLine | undefined) => boolean) => {
  const wide = quantile(lines.map(({ text }) => text.length), 0.95) ?? 0
  const isWrapped = wide <= 90
  return (line, above) => line.gap <= paragraphGap && (pitch < 20 || (isWrapped && (above?.text.length ?? 0) > 0.75 * wide))
}

const takeLine = ({ sign, isName }: StageNames, writer: PdfWriter, line: BodyLine, goesOn: boolean): void => {
  const heading = stageHeading(line.text) ?? parseHeading(line.text)
  if (heading) return writer.heading(line, { ...heading, number: line.number ?? heading.number })
  const part = stageLine(line.text, sign)
  if (part && isName(part.name)) return takeSpeech(writer, line, part)
  if (isTransition(line.text)) return writer.add('transition', line)
  const isDirection = /^\[.*\]$/u.test(line.text)
  if (writer.speaking && goesOn && !isDirection) return writer.speak(line)
  return writer.action(line)
}

/** Whoever speaks, brackets at the start of the words as parentheticals, then the words. */
const takeSpeech = (writer: PdfWriter, line: BodyLine, { name, aside, said }: StageLine): void => {
  const isExtension = /^\((?:V\.?\s?O|O\.?\s?[SC]|CONT)/iu.test(aside)
  writer.cue({ ...line, text: isExtension ? `${name} ${aside}` : name })
  if (aside && !isExtension) writer.speak({ ...line, text: inRound(aside) })
  const [, first = '', rest = said] = /^(\([^()]{1,200}\)|\[[^[\]]{1,200}\])\s*(.*)$/u.exec(said) ?? []
  if (first) writer.speak({ ...line, text: inRound(first) })
  if (rest) writer.speak({ ...line, text: rest })
}

const inRound = (aside: string): string => (aside.startsWith('[') ? `(${aside.slice(1, -1)})` : aside)
