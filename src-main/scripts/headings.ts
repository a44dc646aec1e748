import type { Setting } from '../../src-preload/contract/index.ts'

/** A heading taken apart; `heading` is as written but for its number. */
export type HeadingParts = {
  readonly number: string | null
  readonly heading: string
  readonly setting: Setting | null
  readonly place: string | null
  readonly time: string | null
}

const inside = 'INT(?:ERIORS?)?|ИНТ'
const outside = 'EXT(?:ERIORS?)?|НАТ|ЭКСТ'
const either = `(?:${inside}|${outside}|EST(?:ABLISHING)?)`
const joint = String.raw`\s?\.?\s?(?:[/&+,\\]|AND|-|–)\s?`
/** INT, EXT, EST and their pairs in either order, spelt out or shortened, followed by what ends a word. */
const settingPattern = new RegExp(String.raw`^(${either}(?:${joint}${either})?|I\s?\.?\s?[/&]\s?E|E\s?\.?\s?[/&]\s?I)(?=[.\s:,\-–—]|$)[.\s:,\-–—]*`, 'iu')
/** Inside and outside in Hindi, which begin ordinary sentences too and so want a full stop or colon. */
const hindiSide = 'अंदर|अन्दर|भीतर|बाहर|इंट|इन्ट|इंटीरियर|इन्टीरियर|एक्सट|एक्स्ट|एक्सटीरियर|एक्सटिरियर'
const hindiPattern = new RegExp(String.raw`^((?:${hindiSide})(?:\s?[./-]+\s?(?:${hindiSide}))?)\s?[.:]\s*`, 'u')
/** A slug in Hindi that leads with its number: `दृश्य 12 - घर / दिन / अंदर`, `सीन 5`. */
const hindiSlug = /^(?:दृश्य|दृष्य|सीन)\s*(?:नं(?:बर|\.)?|संख्या|क्रमांक|#)?\s*[-–—.:]?\s*([\d०-९]{1,4})\s?([A-Z]|[कखगघ](?![\p{L}\p{M}]))?(?:\s*[-–—.:,/।|]+\s*|\s+|$)(.*)$/u
/** A slip of the finger that only counts in capitals and with a time of day behind it: `IN. ROOM - DAY`. */
const slipPattern = /^(IN|IT|EX|ET|INTT|IINT|INNT|EXTT|EXXT|EEXT|INY|INR|EXR|EXY)\.\s+/u

const sceneNumber = String.raw`\(?(?:\d{1,4}(?:\s?(?!INT|EXT|EST|[IE]\s?[./])\(?[A-Za-z]{1,3}\)?(?![A-Za-z]))?|[A-Z]{1,2}\d{1,4}[A-Za-z]?)(?:[-.]\d{1,3}[A-Za-z]?)?\)?`
const numberPattern = new RegExp(String.raw`^(?:(?:SCENE|SC)\b[.:]?\s*(?:NO\b\.?|#)?\s*)?(${sceneNumber})(?:\s*[.):\-–]+\s*|\s+)`, 'iu')
/** What may stand before INT or EXT and belongs to the heading: `[FLASHBACK 1 BEGINS]`, `F/B`. */
const framePattern = /^(?:\[[^\]]{1,60}\]|\((?!\d)[^)]{1,40}\)|F\s?\/\s?B\b|(?:FLASH\s?BACK|FLASH\s?FORWARD|DREAM|MONTAGE|INTERCUT)\b)\s*[:\-–—]*\s*/iu

const timeWords =
  'DAY|NIGHT|MORNING|EVENING|AFTERNOON|DUSK|DAWN|NOON|MIDNIGHT|SUNSET|SUNRISE|SUNDOWN|TWILIGHT|MAGIC HOUR|LATER|CONTINUOUS|CONT|SAME|MOMENTS? LATER|DIN|RAAT|RAT|SUBAH|SHAAM|SHAM|DOPAHAR|दिन|रात|सुबह|शाम|दोपहर|ДЕНЬ|НОЧЬ|УТРО|ВЕЧЕР'
const timePattern = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${timeWords})(?![\p{L}\p{M}\p{N}])`, 'iu')
const lastTimeWord = /[\s.,;:(]+((?:EARLY |LATE )?(?:DAY|NIGHT|MORNING|EVENING|AFTERNOON|DUSK|DAWN|RAAT|DIN))[.)]?$/iu

/** Tells whether a text speaks of a time of day, in English or Hindi. */
export const namesTime = (text: string): boolean => timePattern.test(text)

/**
 * Takes a heading apart, or returns null where the text is none.
 *
 * Beyond what the Fountain 1.1 spec lists (INT, EXT, EST, INT./EXT, INT/EXT, I/E) it knows EXT/INT and E/I, words spelt out, a number
 * or `SC 5` in front, and a frame such as `[FLASHBACK]` or `F/B` in front.
 */
export const parseHeading = (text: string): HeadingParts | null => {
  const tidy = text.replace(/\s+/gu, ' ').replace(/(?<=\S)\s\*{1,3}\s?$/u, '').trim()
  if (tidy.length > 300) return null
  const bare = headingFrom(tidy, null) ?? hindiHeading(tidy)
  if (bare) return bare
  const numbered = numberPattern.exec(tidy)
  if (!numbered) return null
  const number = tidyNumber(numbered[1] ?? '')
  const rest = tidy.slice(numbered[0].length)
  const last = rest.lastIndexOf(' ')
  // Shooting scripts print the number in both margins; text made of them has it at both ends.
  const isTwin = last > 0 && tidyNumber(rest.slice(last)) === number
  return headingFrom(isTwin ? rest.slice(0, last).trimEnd() : rest, number)
}

/** Takes a heading apart that its writer declared to be one, whatever it says (Fountain's leading full stop). */
export const forcedHeading = (text: string): HeadingParts => {
  const tidy = text.replace(/\s+/gu, ' ').trim()
  if (tidy.length > 300) return { number: null, heading: tidy, setting: null, place: null, time: null }
  return parseHeading(tidy) ?? { number: null, heading: tidy, setting: null, ...placeAndTime(tidy) }
}

/** The number as it is shown: `(47)` and `47.` are 47, `61 A` is 61A, 5.1 stays. */
export const tidyNumber = (number: string): string => number.replace(/[\s():#]+/gu, '').replace(/^\.+|\.+$|(?<!\d)\.|\.(?!\d)/gu, '')

const numberAlone = new RegExp(`^(?:${sceneNumber})[.)]?$`, 'u')

/** Tells whether a text is nothing but a scene number, such as `58b`, `61 A` or `12.`. */
export const isSceneNumber = (text: string): boolean => numberAlone.test(text)

const headingFrom = (text: string, number: string | null): HeadingParts | null => {
  const frame = framePattern.exec(text)?.[0] ?? ''
  const rest = text.slice(frame.length)
  const match = settingPattern.exec(rest) ?? hindiPattern.exec(rest) ?? (namesTime(rest) && rest === rest.toUpperCase() ? slipPattern.exec(rest) : null)
  if (!match || isPlainWord(match[1] ?? '', match[0])) return null
  return { number, heading: text, setting: settingOf(match[1] ?? ''), ...placeAndTime(rest.slice(match[0].length)) }
}

/**
 * Takes a slug in Hindi apart: its parts are side, place and time in any order.
 *
 * With a number but without a side or a time the words must stand apart from the number; without a number it begins with the side and says a time.
 */
const hindiHeading = (text: string): HeadingParts | null => {
  const match = hindiSlug.exec(text)
  const rest = (match?.[3] ?? text).trim()
  const number = match ? [...(match[1] ?? '')].map(digit => (digit >= '०' ? String(digit.charCodeAt(0) - 0x966) : digit)).join('') + (match[2] ?? '') : null
  const spelt = match && headingFrom(rest, number)
  if (spelt) return spelt
  const parts = rest.split(/\s*[-–—/,।|]+\s*/u).map(part => part.replace(/^[\s.:]+|[\s.:]+$/gu, '')).filter(Boolean)
  const isSide = (part: string): boolean => new RegExp(`^(?:${hindiSide})$`, 'u').test(part)
  const isTime = (part: string): boolean => namesTime(part) && part.split(' ').length < 3
  if (!match && !(text.length < 80 && isSide(parts[0] ?? '') && parts.some(isTime) && parts.length < 5)) return null
  const isApart = rest !== '' && /[-–—.:,/।|]\s*$/u.test(text.slice(0, text.length - rest.length))
  if (match && rest !== '' && !isApart && !parts.some(part => isSide(part) || isTime(part))) return null
  if (/[।?!]$/u.test(rest)) return null
  const sides = parts.filter(isSide).join('/')
  const place = parts.filter(part => !isSide(part) && !isTime(part)).join(' - ')
  return { number, heading: rest || text, setting: settingOf(sides), place: place || null, time: parts.find(isTime) ?? null }
}

/** `Interior design` and `Establishing trust` begin sentences: words spelt out count in capitals or before a full stop or colon. */
const isPlainWord = (words: string, match: string): boolean =>
  /^(?:interior|exterior|est)/iu.test(words) && words !== words.toUpperCase() && !/^\s*[.:]/u.test(match.slice(words.length))

/** INT, EXT or both, from the words that say so: `Int / Exteriors` is both, EST is outside. */
export const settingOf = (words: string): Setting | null => {
  const inner = /(?<!\p{L})(?:I|ИНТ|अ|भी|इ)/iu.test(words)
  const outer = /(?<!\p{L})(?:E|НАТ|ЭКСТ|बा|ए)/iu.test(words)
  if (inner && outer) return 'INT/EXT'
  if (inner) return 'INT'
  return outer ? 'EXT' : null
}

const placeAndTime = (text: string): Pick<HeadingParts, 'place' | 'time'> => {
  const parts = text.split(/\s+[-–—]+\s*|\s*[-–—]+\s+|\s*[–—]+\s*/u)
  const from = parts.findIndex((part, index) => index > 0 && namesTime(part))
  if (from > 0) return { place: emptyToNull(parts.slice(0, from).join(' - ')), time: emptyToNull(parts.slice(from).join(' - ')) }
  const tight = /^(.+?)-([^-]+)$/u.exec(text)
  if (tight && namesTime(tight[2] ?? '')) return { place: emptyToNull(tight[1] ?? ''), time: emptyToNull(tight[2] ?? '') }
  const last = lastTimeWord.exec(text)
  if (last) return { place: emptyToNull(text.slice(0, last.index)), time: last[1] ?? null }
  return { place: emptyToNull(text), time: null }
}

const emptyToNull = (text: string): string | null => text.replace(/^[\s.,:;\-–—]+|[\s.,:;\-–—]+$/gu, '') || null

/**
 * Takes apart a slug that leads with its number, `Sc # 5   Night, Ext / Interiors`, or returns null.
 *
 * The number may be followed by a part, `Sc # 53 [A]`. The words after it must say time, setting or nothing; `place` is the line below,
 * where the place is printed there.
 */
export const parseSlug = (text: string, place?: string): HeadingParts | null => {
  const match = /^(?:SCENE|SC)\b[.:]?\s*(?:NO\b\.?|#)?\s*(\d{1,4})\s?(?:\[([A-Z]\d?)\]|([A-Z])\b)?[\s.:,\-–—]*(.*)$/iu.exec(text.slice(0, 200))
  if (!match) return null
  const words = match[4] ?? ''
  const setting = settingOf(words.match(/\b(?:INT|EXT)(?:ERIORS?)?\b/giu)?.join('/') ?? '')
  if (words !== '' && !setting && !namesTime(words)) return null
  const number = `${match[1] ?? ''}${match[2] ?? match[3] ?? ''}`
  const time = words.split(/[,\-–—]/u).find(part => namesTime(part))?.trim() ?? null
  const heading = [words, place].filter(Boolean).join(', ')
  return { number, heading: heading || text, setting, place: place ?? null, time }
}
