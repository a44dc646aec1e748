import type { LineKind } from '../../src-preload/contract/scripts.ts'

/** What a line can be said to be, in the order of the keys that say it. */
export const lineKinds = ['heading', 'action', 'cue', 'dialogue', 'parenthetical', 'transition', 'nothing'] as const satisfies readonly LineKind[]

/** The word and the letter of each kind; the letter is its key. */
export const kindWords: Readonly<Record<LineKind, { readonly word: string; readonly letter: string; readonly means: string }>> = {
  heading: { word: 'Heading', letter: 'H', means: 'begins a scene' },
  action: { word: 'Action', letter: 'A', means: 'what is seen' },
  cue: { word: 'Cue', letter: 'C', means: 'the name of who speaks' },
  dialogue: { word: 'Speech', letter: 'D', means: 'what is said' },
  parenthetical: { word: 'Parenthetical', letter: 'P', means: 'how it is said' },
  transition: { word: 'Transition', letter: 'T', means: 'CUT TO: and the like' },
  nothing: { word: 'Nothing', letter: 'N', means: 'a page number, a running head' },
}

/** The kind that a key says, or undefined. */
export const kindOfKey = (key: string): LineKind | undefined => lineKinds.find(kind => kindWords[kind].letter.toLowerCase() === key.toLowerCase())

/** Below this many letters a text stands whole in a list. */
export const shortText = (text: string): string => (text.length > 64 ? `${text.slice(0, 63).trimEnd()}…` : text)
