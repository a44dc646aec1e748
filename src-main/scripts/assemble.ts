import type { Character, Scene, ScriptElement, ScriptWarning } from '../../src-preload/contract/index.ts'
import { parseCue } from './cues.ts'
import type { DraftElement, DraftScript } from './reader.ts'

/** Scenes, characters and numbered paragraphs made of a draft, with the doubts that came up on the way. */
export type Assembled = {
  readonly scenes: readonly Scene[]
  readonly characters: readonly Character[]
  readonly elements: readonly ScriptElement[]
  readonly warnings: readonly ScriptWarning[]
}

type Tally = { speeches: number; words: number; scenes: Set<number>; spellings: Set<string>; first: number }

/** Kinds of paragraph that the character of the last cue speaks. */
const spokenKinds: readonly string[] = ['parenthetical', 'dialogue', 'lyric']

/**
 * Makes scenes and characters of the paragraphs that a reader found; the same for every format.
 *
 * A speech is a cue with at least one paragraph spoken; words are counted in dialogue and lyrics. A cue without a name, such as
 * `(V.O.)`, goes to the last speaker, with a warning. Characters come most speeches first, then by first appearance.
 */
export const assemble = ({ elements, pages }: Pick<DraftScript, 'elements' | 'pages'>): Assembled => gather(withoutTwins(elements), pages)

/** A heading printed twice with nothing between, the second time with its number, is one scene. */
const withoutTwins = (drafts: readonly DraftElement[]): readonly DraftElement[] =>
  drafts.filter((draft, at) => {
    const next = drafts[at + 1]
    const isFirst = draft.kind === 'heading' && next?.kind === 'heading' && next.heading?.number && draft.heading?.heading === next.heading.heading
    return !isFirst || (draft.heading?.number !== null && draft.heading?.number !== next.heading?.number)
  })

const gather = (drafts: readonly DraftElement[], pages: number): Assembled => {
  const scenes: Scene[] = []
  const elements: ScriptElement[] = []
  const warnings: ScriptWarning[] = []
  const tallies = new Map<string, Tally>()
  let speaker: { readonly name: string; counted: boolean } | null = null
  let lastName = ''
  drafts.forEach((draft, index) => {
    const page = Math.min(pages, Math.max(1, Math.floor(draft.at)))
    if (draft.kind === 'heading') scenes.push(sceneOf(draft, index, scenes.length, page, nextHeadingAt(drafts, index, pages)))
    if (draft.kind === 'cue') {
      const cue = parseCue(draft.text)
      if (!cue.name) warnings.push(namelessCue(draft.text, page, lastName))
      const name = cue.name || lastName
      speaker = name ? { name, counted: false } : null
      lastName = name
      if (name) tallyOf(tallies, name, index).spellings.add(cue.spelling)
    } else if (!spokenKinds.includes(draft.kind) && draft.kind !== 'note') speaker = null
    if (speaker && spokenKinds.includes(draft.kind)) {
      const tally = tallyOf(tallies, speaker.name, index)
      if (!speaker.counted) tally.speeches++
      speaker.counted = true
      if (scenes.length) tally.scenes.add(scenes.length - 1)
      if (draft.kind !== 'parenthetical') tally.words += countWords(draft.text)
    }
    const character = draft.kind === 'note' ? null : (speaker?.name ?? null)
    elements.push({ index, kind: draft.kind, text: draft.text, page, scene: scenes.length ? scenes.length - 1 : null, character, dual: draft.dual ?? null })
  })
  return { scenes, elements, warnings, characters: charactersOf(tallies) }
}

/** Counts the words of a text: runs without spaces that hold a letter or a digit. */
export const countWords = (text: string): number => text.split(/\s+/u).filter(word => /[\p{L}\p{N}]/u.test(word)).length

const tallyOf = (tallies: Map<string, Tally>, name: string, first: number): Tally => {
  const tally = tallies.get(name) ?? { speeches: 0, words: 0, scenes: new Set(), spellings: new Set(), first }
  tallies.set(name, tally)
  return tally
}

const charactersOf = (tallies: ReadonlyMap<string, Tally>): Character[] =>
  [...tallies]
    .toSorted(([, a], [, b]) => b.speeches - a.speeches || a.first - b.first)
    .map(([name, { speeches, words, scenes, spellings }]) => ({
      name,
      aliases: [...spellings].filter(spelling => spelling !== name && spelling !== ''),
      speeches,
      words,
      scenes: [...scenes].sort((a, b) => a - b),
    }))

const nextHeadingAt = (drafts: readonly DraftElement[], index: number, pages: number): number => {
  for (let at = index + 1; at < drafts.length; at++) {
    const draft = drafts[at]
    if (draft?.kind === 'heading') return draft.at
  }
  return Math.max(drafts.at(-1)?.at ?? 1, Math.min(pages + 1, (drafts.at(-1)?.at ?? 1) + 0.05))
}

const sceneOf = (draft: DraftElement, element: number, index: number, page: number, next: number): Scene => {
  const { number, heading, setting, place, time } = draft.heading ?? { number: null, heading: draft.text, setting: null, place: null, time: null }
  return { index, number, heading, setting, place, time, page, element, eighths: draft.eighths ?? Math.max(1, Math.round((next - draft.at) * 8)) }
}

const namelessCue = (text: string, page: number, name: string): ScriptWarning => ({
  code: 'CUE_WITHOUT_NAME',
  page,
  message: name ? `The cue "${text}" has no name; its speech was given to ${name}, who spoke last.` : `The cue "${text}" has no name.`,
})
