import type { RoleId } from '../../src-preload/contract/roles.ts'
import type { Character, Scene, ScriptElement, ScriptId } from '../../src-preload/contract/scripts.ts'

/** Where a cue of a draft is heard in a scene (null before the first heading), and the role that it belongs to now. */
export interface HeardIn {
  readonly role: RoleId
  readonly cue: string
  readonly scene: number | null
  readonly speeches: number
  readonly words: number
}

/** A draft as it is compared: its scenes and text, and whose its cues are after all merging and splitting. */
export interface DraftText {
  readonly scriptId: ScriptId
  readonly scenes: readonly Scene[]
  readonly characters: readonly Character[]
  readonly elements: readonly ScriptElement[]
  readonly heard: readonly HeardIn[]
}

/** A passage that is compared as one: a speech from its cue to its last line, or any other paragraph. `key` is its words, folded. */
export interface Passage {
  readonly kind: 'speech' | 'action'
  readonly role: RoleId | null
  readonly cue: string | null
  readonly words: readonly string[]
  readonly key: string
  readonly elements: readonly ScriptElement[]
}

/** A scene as it is compared; `scene` is null for what stands before the first heading. */
export interface SceneText {
  readonly scene: Scene | null
  readonly passages: readonly Passage[]
  /** All words but the heading's, folded. */
  readonly words: readonly string[]
  readonly heading: string
  readonly number: string | null
  /** Stands for a scene that was taken out: "12 OMITTED". */
  readonly omitted: boolean
}

/** The words of a text, small, without punctuation. */
export const wordsIn = (text: string): readonly string[] => text.toLowerCase().replace(/[’‘`]/gu, "'").match(/[\p{L}\p{M}\p{N}]+(?:'[\p{L}\p{M}]+)*/gu) ?? []

const omittedPattern = /^(?:scenes?\b.*)?\b(?:omit|omitted|deleted|cut)\W*$/iu

/** Cuts a draft into scenes and passages; what stands before the first heading comes first, where somebody speaks there. */
export function scenesOf(draft: DraftText): readonly SceneText[] {
  const roles = new Map(draft.heard.map(({ role, cue, scene }) => [`${scene ?? -1} ${cue}`, role]))
  const byScene = new Map<number, ScriptElement[]>()
  for (const element of draft.elements) {
    const own = byScene.get(element.scene ?? -1)
    if (own) own.push(element)
    else byScene.set(element.scene ?? -1, [element])
  }
  const roleOf = (element: ScriptElement): RoleId | null => roles.get(`${element.scene ?? -1} ${element.character}`) ?? null
  const opening = byScene.get(-1) ?? []
  const texts = draft.scenes.map((scene, index) => sceneText(scene, byScene.get(index) ?? [], roleOf))
  return opening.some(({ kind }) => kind === 'cue') || texts.length === 0 ? [sceneText(null, opening, roleOf), ...texts] : texts
}

function sceneText(scene: Scene | null, elements: readonly ScriptElement[], roleOf: (element: ScriptElement) => RoleId | null): SceneText {
  const passages = passagesOf(elements.filter(({ kind }) => kind !== 'heading'), roleOf)
  const heading = wordsIn(scene?.heading ?? '').join(' ')
  return {
    scene, passages, heading,
    words: passages.flatMap(({ words }) => words),
    number: scene?.number?.toUpperCase() ?? null,
    omitted: omittedPattern.test(scene?.heading ?? '') && passages.every(({ kind }) => kind === 'action') && passages.length < 2,
  }
}

function passagesOf(elements: readonly ScriptElement[], roleOf: (element: ScriptElement) => RoleId | null): readonly Passage[] {
  const groups: ScriptElement[][] = []
  for (const element of elements) {
    const group = groups.at(-1)
    const continues = element.character !== null && element.kind !== 'cue' && group?.[0]?.character === element.character
    if (continues) group?.push(element)
    else groups.push([element])
  }
  return groups.map(group => passageOf(group, roleOf))
}

function passageOf(elements: readonly ScriptElement[], roleOf: (element: ScriptElement) => RoleId | null): Passage {
  const [first] = elements
  const isSpeech = first !== undefined && first.character !== null
  const words = elements.flatMap(element => (element.kind === 'cue' ? [] : wordsIn(element.text)))
  return {
    kind: isSpeech ? 'speech' : 'action',
    role: isSpeech ? roleOf(first) : null,
    cue: isSpeech ? first.character : null,
    words, elements,
    key: `${isSpeech ? 's' : 'a'} ${words.join(' ')}`,
  }
}
