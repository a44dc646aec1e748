import { DraftColour } from '../../src-preload/contract/scripts.ts'
import { rankOfColour } from './draftColours.ts'

/** Which draft a file says that it is: the colour, the time round where it is said (1 is the first), the day `YYYY-MM-DD`, and the words. */
export interface DraftMark {
  readonly colour: DraftColour | null
  readonly round: number | null
  readonly date: string | null
  readonly name: string
}

/** A file that says nothing of its draft. */
export const noMark: DraftMark = { colour: null, round: null, date: null, name: '' }

const colourWord = `(?:(?<round>2nd|3rd|4th|second|third|fourth|double|triple|quadruple)\\s+)?(?<colour>${DraftColour.options.join('|')})`
const revisionWord = '(?:rev(?:ised|isions?|s)?\\b\\.?|drafts?\\b|pages\\b|pgs\\b\\.?|issue\\b|script\\b|shooting\\b|production\\b)'
const colourFirst = new RegExp(`(?<![\\p{L}\\p{N}])${colourWord}\\s*[-–—:(]?\\s*${revisionWord}`, 'iu')
const colourLast = new RegExp(`(?<![\\p{L}\\p{N}])${revisionWord}\\s*[-–—:(]?\\s*${colourWord}(?![\\p{L}\\p{N}])`, 'iu')
const colourAlone = new RegExp(`^[\\s(*–—-]*${colourWord}[\\s)*:,–—-]*(?=$|\\d)`, 'iu')
const rounds: Readonly<Record<string, number>> = { '2nd': 2, second: 2, double: 2, '3rd': 3, third: 3, triple: 3, '4th': 4, fourth: 4, quadruple: 4 }
const draftWords = /\b(?:rev(?:ised|isions?|s)?|draft)\b/iu
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Longer lines are text, no mark. */
const longestMark = 120

/**
 * Reads which draft a file is from the lines of its title page and its running heads.
 *
 * A colour counts beside a word of revision ("PINK REVISIONS", "Blue Rev. 3/4/26", "Draft: Goldenrod") or alone with a date; where several
 * stand there, as on a title page that lists them all, the last in the order of issue counts, with its own date. 3/4/26 is the third of April
 * unless that is no day. Never throws.
 */
export function readDraftMark(lines: readonly string[]): DraftMark {
  const marks = lines.filter(line => line.length <= longestMark).map(markIn).filter(mark => mark !== null)
  const rank = ({ colour, round }: DraftMark): number => (colour === null ? -1 : rankOfColour({ colour, round: round ?? 1 }))
  const [best] = marks.toSorted((a, b) => rank(b) - rank(a) || Number(b.date !== null) - Number(a.date !== null) || (b.date ?? '').localeCompare(a.date ?? ''))
  return best ?? noMark
}

function markIn(line: string): DraftMark | null {
  const text = line.replace(/_+/gu, ' ').replace(/\s+/gu, ' ').trim()
  const found = (colourFirst.exec(text) ?? colourLast.exec(text) ?? colourAlone.exec(text))?.groups
  const date = dayIn(text)
  if (!found && !draftWords.test(text) && !(date !== null && /^(?:draft |revision |revised )?date\b/iu.test(text))) return null
  const colour = found?.['colour'] ? DraftColour.parse(found['colour'].toLowerCase()) : null
  const round = found?.['round'] ? (rounds[found['round'].toLowerCase()] ?? null) : null
  return { colour, round, date, name: colour === null ? nameIn(text) : '' }
}

/** The words of a draft that has no colour: "First draft", "Draft 3". */
function nameIn(text: string): string {
  const bare = text.replace(/^(?:draft date|draft|revision|date)\s*:\s*/iu, '').replace(datePattern, '').replace(/^[\s,;:()–—-]+|[\s,;:(–—-]+$/gu, '').trim()
  return /\b(?:draft|rev(?:ised|ision)?)\b/iu.test(bare) && bare.length <= 60 ? bare : ''
}

const datePattern = /\b(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}(?:st|nd|rd|th)?[\s.-]+[a-z]{3,9}\.?,?[\s.-]+\d{2,4}|[a-z]{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4})\b/giu

function dayIn(text: string): string | null {
  for (const [written] of text.matchAll(datePattern)) {
    const day = dayOf(written)
    if (day !== null) return day
  }
  return null
}

function dayOf(written: string): string | null {
  const parts = written.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean)
  const [a = '', b = '', c = ''] = parts
  if (/^\d{4}$/u.test(a)) return valid(Number(a), Number(b), Number(c))
  const year = c.length === 2 ? 2000 + Number(c) : Number(c)
  const named = (word: string): number => (/^\p{L}/u.test(word) ? months.findIndex(month => word.startsWith(month)) + 1 : 0)
  if (named(b) > 0) return valid(year, named(b), Number.parseInt(a, 10))
  if (named(a) > 0) return valid(year, named(a), Number.parseInt(b, 10))
  return valid(year, Number(b), Number(a)) ?? valid(year, Number(a), Number(b))
}

function valid(year: number, month: number, day: number): string | null {
  const time = new Date(Date.UTC(year, month - 1, day))
  return year >= 1900 && year < 2100 && time.getUTCMonth() === month - 1 && time.getUTCDate() === day ? time.toISOString().slice(0, 10) : null
}
