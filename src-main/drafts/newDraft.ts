import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { ScriptElement, ScriptId, ScriptReading } from '../../src-preload/contract/scripts.ts'
import type { Database } from '../database/openDatabase.ts'
import { nearestRank, rankOfColour } from '../scripts/draftColours.ts'
import type { DraftMark } from '../scripts/draftMark.ts'
import { scriptText } from '../scripts/scriptStore.ts'
import { draftRows, setDraft, type DraftRow } from './draftStore.ts'
import { wordsIn } from './draftText.ts'

/** A script as it came in, with what it says of its draft. */
export interface ArrivedScript {
  readonly reading: Pick<ScriptReading, 'title'>
  readonly elements: readonly ScriptElement[]
  readonly mark: DraftMark
}

/** How alike two scripts are: the share of runs of words, and of headings, that the smaller has in common with the other; whether they bear one title. */
export interface ScriptLikeness {
  readonly text: number
  readonly headings: number
  readonly title: boolean
}

/** From this share of common text on, a script is a draft of another, whatever they are called: two episodes share hardly a line. */
const sameText = 0.25
/** A page-one rewrite that kept its title and most of its scenes is one too, from this share on. */
const rewrittenText = 0.08
const sameHeadings = 0.5

/**
 * Says which draft a script is that was just kept, in the transaction that keeps it: of the script of the production that it is likest, with
 * the colour that it names or else the next one; where it is like none, it begins a line of its own.
 *
 * Gives the draft before it, null where it is the first or an older one than those that are there.
 */
export function keepDraft(db: Database, productionId: ProductionId, scriptId: ScriptId, { reading, elements, mark }: ArrivedScript): ScriptId | null {
  const rows = draftRows(db, productionId)
  const own = { title: reading.title, ...tracesOf(elements) }
  const likest = rows
    .filter(({ id, newest }) => id !== scriptId && newest)
    .map(row => ({ row, likeness: likenessOf(own, { title: row.title, ...tracesOf(scriptText(db, row.id)) }) }))
    .filter(({ likeness }) => isDraft(likeness))
    .toSorted((a, b) => b.likeness.text - a.likeness.text)[0]?.row
  const line = rows.filter(row => row.id !== scriptId && row.line === likest?.line)
  const next = line.length === 0 ? 0 : Math.max(...line.map(({ rank }) => rank)) + 1
  setDraft(db, scriptId, { line: likest?.line ?? scriptId, rank: rankOf(mark, next), date: mark.date, name: mark.name })
  return likest ? draftBefore(draftRows(db, productionId), scriptId) : null
}

const rankOf = ({ colour, round }: DraftMark, next: number): number => {
  if (colour === null) return next
  return round === null ? nearestRank(colour, next) : rankOfColour({ colour, round })
}

/** The draft that a script replaces; rows as {@link draftRows} gives them, the newest of a line first. */
function draftBefore(rows: readonly DraftRow[], id: ScriptId): ScriptId | null {
  const line = rows.filter(row => row.line === rows.find(other => other.id === id)?.line)
  return line[line.findIndex(row => row.id === id) + 1]?.id ?? null
}

/** Tells whether two scripts are drafts of one. */
export const isDraft = ({ text, headings, title }: ScriptLikeness): boolean => text >= sameText || (title && text >= rewrittenText && headings >= sameHeadings)

interface Traces {
  readonly title: string
  readonly runs: ReadonlySet<string>
  readonly headings: ReadonlySet<string>
}

/** Compares what two scripts are made of. */
export const likenessOf = (a: Traces, b: Traces): ScriptLikeness => ({
  text: shareOf(a.runs, b.runs),
  headings: shareOf(a.headings, b.headings),
  title: titleKey(a.title) === titleKey(b.title),
})

/** Words of a file's name that tell its drafts apart. */
const draftWords = /\b(?:draft|rev(?:ised|isions?)?|final|version|v|copy|new|shooting|script|white|blue|pink|yellow|green|goldenrod|buff|salmon|cherry|\d+)\b/gu

const titleKey = (title: string): string => wordsIn(title).join(' ').replace(draftWords, '').replace(/\s+/gu, ' ').trim()

/** The runs of five words of what is said and done, and the headings. */
export function tracesOf(elements: readonly ScriptElement[]): Omit<Traces, 'title'> {
  const runs = new Set<string>()
  for (const { kind, text } of elements) {
    if (kind === 'heading' || kind === 'cue') continue
    const words = wordsIn(text)
    for (let at = 0; at + 4 < words.length; at++) runs.add(words.slice(at, at + 5).join(' '))
  }
  return { runs, headings: new Set(elements.flatMap(({ kind, text }) => (kind === 'heading' ? [wordsIn(text).join(' ')] : []))) }
}

function shareOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  let both = 0
  for (const one of small) if (large.has(one)) both++
  return small.size === 0 ? 0 : both / small.size
}
