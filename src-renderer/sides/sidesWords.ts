import type { RoleScene, Sides } from '../../src-preload/contract/sides.ts'
import { countWords } from '../look/words.ts'

/** The names of a box, one on each line; empty lines and doubles are left out, as the office does. */
export function namesIn(text: string): readonly string[] {
  const names = text.split(/[\n\t;]/u).map(name => name.replaceAll(/\s+/gu, ' ').trim()).filter(name => name !== '')
  return names.filter((name, at) => names.findIndex(other => other.toLowerCase() === name.toLowerCase()) === at)
}

/** A day in the user's locale, from a moment: "21 Nov 2026". */
export const madeOn = (moment: string): string => new Date(moment).toLocaleDateString(undefined, { day: 'numeric', month: 'short', year: 'numeric' })

/** What is printed, in figures: "3 scenes, 4 pages". */
export const cutWords = ({ scenes, pages }: Pick<Sides, 'scenes' | 'pages'>): string => `${countWords(scenes.length, 'scene')}, ${countWords(pages, 'page')}`

/** How copies are counted on a button: "PDF" of one, "4 PDFs" of more. */
export const copyWords = (copies: number): string => (copies === 1 ? 'PDF' : `${copies.toLocaleString()} PDFs`)

/** Why sides are out of date, for a mark and its tooltip. */
export const staleWords = 'The production has a newer draft. These still print the draft they were cut from.'

/** Who else speaks in a scene: "with BHOLA, PINKI and 2 more". */
export function withWords({ with: others }: Pick<RoleScene, 'with'>): string {
  const [first, second, ...rest] = others.map(({ name }) => name)
  if (first === undefined) return 'alone'
  if (second === undefined) return `with ${first}`
  return `with ${first}, ${second}${rest.length > 0 ? ` and ${rest.length} more` : ''}`
}
