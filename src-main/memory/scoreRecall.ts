import type { Memory } from '../../src-preload/contract/memory.ts'
import type { Term } from './terms.ts'

/** A telling word of a question, with how much it tells: its inverse document frequency among the memories. */
export interface AskedTerm extends Term {
  readonly idf: number
  /** Whether people that memories are about are called so. */
  readonly namesSomebody: boolean
}

/** What recall looks at in a memory. */
export interface Candidate {
  readonly memory: Pick<Memory, 'kind' | 'state' | 'importance' | 'pinned'>
  /** Nearness in meaning to the question, -1 to 1; null where it is not known. */
  readonly cosine: number | null
  readonly words: ReadonlySet<string>
  readonly gloss: ReadonlySet<string>
  readonly sounds: ReadonlySet<string>
  /** The names of the people it is about; empty where it is about nobody. */
  readonly names: ReadonlySet<string>
  readonly roles: ReadonlySet<string>
  /** Of the production at hand, of all productions, or of another one. */
  readonly place: 'here' | 'everywhere' | 'elsewhere'
  /** Whether the question names the production that it belongs to. */
  readonly titleNamed: boolean
  /** Days since it was said, used or happened. */
  readonly ageDays: number
}

/** How well a memory answers a question, 0 to 1, and why. */
export interface Scored {
  readonly score: number
  readonly reasons: readonly string[]
}

interface Found {
  readonly term: AskedTerm
  /** How surely the memory says it, 0 not at all. */
  readonly worth: number
}

/** After how many days the recency of a memory is halved. */
const halfLifeDays: Readonly<Record<Memory['kind'], number>> = { episodic: 60, semantic: 365, procedural: 1_000 }

/** Below this nothing belongs to the question; measured by tools/measureMemory.ts. */
const floor = 0.3
/** The cosines between which nearness in meaning counts from nothing to all. */
const near = { from: 0.3, to: 0.8 } as const
/** How much words and meaning give to relevance. */
const shares = { words: 0.6, meaning: 0.4 } as const
/** What nearness in meaning counts where the words are others. */
const meaningAlone = 0.7
/** What is left where a question shares nothing but the name of somebody, though it asks for more, and its meaning is another. */
const nameAlone = 0.7
/** What a word counts that is found otherwise than by its letters. */
const worth = { name: 1.25, gloss: 0.85, sound: 0.75 } as const
/** How much of a question's words a faded memory must say. */
const fadedFrom = 0.6

/**
 * Scores a memory beside a question; null where it does not belong to it. Pure.
 *
 * Relevance is a share of the question's words, each weighed by its IDF, and a share of nearness in meaning; recency, importance,
 * a pin and the production at hand only tip the scale between memories that belong.
 */
export function scoreMemory(asked: readonly AskedTerm[], candidate: Candidate): Scored | null {
  const { memory, cosine, place } = candidate
  const found = asked.map(term => ({ term, worth: worthOf(term, candidate) }))
  const whole = asked.reduce((sum, { idf }) => sum + idf, 0)
  const words = whole === 0 ? 0 : Math.min(1, found.reduce((sum, { term, worth: part }) => sum + term.idf * part, 0) / whole)
  const personNamed = found.some(({ term }) => term.namesSomebody && (isIn(candidate.names, term) || candidate.words.has(term.word)))
  if (place === 'elsewhere' && !personNamed && !candidate.titleNamed) return null
  if (memory.state === 'faded' && words < fadedFrom) return null
  const meaning = cosine === null ? null : Math.max(0, Math.min(1, (cosine - near.from) / (near.to - near.from)))
  const relevance = (meaning === null ? words : Math.max(shares.words * words + shares.meaning * meaning, meaningAlone * meaning)) * aboutOthers(asked, candidate, personNamed) * (isNameAlone(found, candidate, meaning) ? nameAlone : 1)
  if (relevance < floor) return null
  const recency = 0.5 ** (candidate.ageDays / halfLifeDays[memory.kind])
  const tip = 0.82 + 0.05 * recency + 0.05 * memory.importance + (memory.pinned ? 0.04 : 0) + (candidate.titleNamed ? 0.15 : { here: 0.04, everywhere: 0.01, elsewhere: -0.1 }[place])
  return { score: Math.max(0, Math.min(1, relevance * tip)), reasons: reasonsFor(candidate, { found, meaning, personNamed, recency }) }
}

function worthOf(term: AskedTerm, { words, gloss, sounds, names, roles }: Candidate): number {
  if (isIn(names, term) || roles.has(term.word)) return worth.name
  if (words.has(term.word)) return 1
  if (term.gloss.some(word => words.has(word) || gloss.has(word)) || gloss.has(term.word)) return worth.gloss
  return term.sound !== '' && (sounds.has(term.sound) || roles.has(term.sound)) ? worth.sound : 0
}

const isIn = (names: ReadonlySet<string>, { word, sound }: Term): boolean => names.has(word) || (sound !== '' && names.has(sound))

/** A question about one person is not answered by what is known of another. */
const aboutOthers = (asked: readonly AskedTerm[], { names }: Candidate, personNamed: boolean): number =>
  names.size > 0 && !personNamed && asked.some(({ namesSomebody }) => namesSomebody) ? 0.5 : 1

const isNameAlone = (found: readonly Found[], { names }: Candidate, meaning: number | null): boolean =>
  (meaning ?? 0) < 0.35 && found.some(({ term }) => !term.namesSomebody) && found.every(({ term, worth: part }) => part === 0 || isIn(names, term) || term.namesSomebody)

function reasonsFor(
  candidate: Candidate,
  { found, meaning, personNamed, recency }: { readonly found: readonly Found[]; readonly meaning: number | null; readonly personNamed: boolean; readonly recency: number },
): readonly string[] {
  const named = found.filter(({ term }) => isIn(candidate.names, term)).map(({ term }) => capital(term.said))
  const says = found.filter(({ term, worth: part }) => part > 0 && !isIn(candidate.names, term)).sort((a, b) => b.term.idf - a.term.idf).slice(0, 4).map(({ term }) => term.said)
  return [
    personNamed && `about ${[...new Set(named)].join(' ')}`,
    says.length > 0 && `says ${[...new Set(says)].join(', ')}`,
    meaning !== null && meaning >= 0.4 && 'similar in meaning',
    candidate.place === 'here' && 'of this production',
    candidate.place === 'elsewhere' && 'from another production',
    candidate.memory.pinned && 'pinned',
    candidate.memory.importance >= 0.8 && 'important',
    recency >= 0.9 && 'recent',
    candidate.memory.state === 'faded' && 'long unused',
  ].filter(reason => reason !== false)
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
