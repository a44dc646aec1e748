import type { Citation, RoleId } from '../../src-preload/contract/roles.ts'
import type { Scene, ScriptElement, ScriptId } from '../../src-preload/contract/scripts.ts'
import type { Gender } from '../../src-preload/contract/words.ts'
import { countWords } from '../scripts/assemble.ts'
import { oneLine } from './description.ts'
import { readActionLines, type ActionLine, type Mention } from './mentions.ts'

/** A cue of a script and the role that it belongs to in a scene; -1 before the first heading. */
export interface CueHolder {
  readonly name: string
  readonly scene: number
  readonly role: RoleId
}

/** A role as far as its breakdown needs it before the lines are read. */
export interface StagedRole {
  readonly id: RoleId
  readonly name: string
  readonly gender: Gender | null
}

/** A script with who speaks its cues: plain values, so that it may go into a worker. */
export interface StagedScript {
  readonly id: ScriptId
  readonly scenes: readonly Scene[]
  readonly elements: readonly ScriptElement[]
  readonly holders: readonly CueHolder[]
}

/** A speech: a cue and what is said under it, until the next. */
export interface Speech {
  readonly role: RoleId
  readonly scene: number | null
  /** The cue with what stands in brackets on it, such as `MEERA (V.O.)`. */
  readonly cue: ScriptElement
  readonly lines: readonly ScriptElement[]
  readonly words: number
  readonly script: StagedScript
}

/** A name in a line of action, with the role that it means there; null where it is no sure sign of a person of the list. */
export interface StagedMention extends Mention {
  readonly role: RoleId | null
}

/** A line of action with the roles that it names. */
export interface StagedLine extends Omit<ActionLine, 'mentions'> {
  readonly script: StagedScript
  readonly mentions: readonly StagedMention[]
}

/** A script with its speeches, its lines of action and who is in which scene. */
export interface Staging {
  readonly script: StagedScript
  readonly speeches: readonly Speech[]
  readonly lines: readonly StagedLine[]
  /** The roles of a scene, by its index: who speaks there or is named in a line of action. */
  readonly present: ReadonlyMap<number, ReadonlySet<RoleId>>
  /** The roles that speak in a scene. */
  readonly speaking: ReadonlyMap<number, ReadonlySet<RoleId>>
}

/** How much of a long line is quoted, in characters. */
const quoteLimit = 400

/** The citation of an element, or of some words of it. */
export function cite(script: StagedScript, element: ScriptElement, quote: string = element.text): Citation {
  const words = oneLine(quote)
  return {
    scriptId: script.id,
    page: element.page,
    scene: element.scene,
    sceneNumber: element.scene === null ? null : (script.scenes[element.scene]?.number ?? null),
    element: element.index,
    quote: words.length > quoteLimit ? `${words.slice(0, quoteLimit)}…` : words,
  }
}

/** The citation of a scene's heading. */
export function citeScene(script: StagedScript, scene: Scene): Citation {
  return { scriptId: script.id, page: scene.page, scene: scene.index, sceneNumber: scene.number, element: scene.element, quote: oneLine(scene.heading) }
}

/** Reads who speaks and who is named where in a script. */
export function stage(script: StagedScript): Staging {
  const owners = ownersOf(script.holders)
  const speeches = speechesOf(script, owners)
  const lines = linesOf(script, owners)
  const speaking = new Map<number, Set<RoleId>>()
  const present = new Map<number, Set<RoleId>>()
  for (const { role, scene } of speeches) if (scene !== null) add(speaking, scene, role)
  for (const { role, scene } of speeches) if (scene !== null) add(present, scene, role)
  for (const { element, mentions } of lines) {
    for (const { role } of mentions) if (role && element.scene !== null) add(present, element.scene, role)
  }
  return { script, speeches, lines, present, speaking }
}

function add(map: Map<number, Set<RoleId>>, scene: number, role: RoleId): void {
  map.set(scene, (map.get(scene) ?? new Set<RoleId>()).add(role))
}

/** Whose a name is in a scene: the role that speaks it there, else the one that speaks it most. */
interface Owners {
  readonly names: readonly string[]
  readonly of: (name: string, scene: number | null) => RoleId | null
}

function ownersOf(holders: readonly CueHolder[]): Owners {
  const here = new Map<string, RoleId>()
  const counts = new Map<string, Map<RoleId, number>>()
  for (const { name, scene, role } of holders) {
    here.set(`${scene} ${name}`, role)
    const count = counts.get(name) ?? new Map<RoleId, number>()
    counts.set(name, count.set(role, (count.get(role) ?? 0) + 1))
  }
  const busiest = new Map([...counts].map(([name, roles]) => [name, [...roles].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null]))
  return { names: [...counts.keys()], of: (name, scene) => here.get(`${scene ?? -1} ${name}`) ?? busiest.get(name) ?? null }
}

function speechesOf(script: StagedScript, owners: Owners): readonly Speech[] {
  const speeches: Speech[] = []
  let cue: ScriptElement | null = null
  for (const element of script.elements) {
    if (element.character === null) continue
    if (element.kind === 'cue') {
      cue = element
      continue
    }
    const last = speeches.at(-1)
    const words = element.kind === 'parenthetical' ? 0 : countWords(element.text)
    if (cue === null && last && last.cue.character === element.character && last.scene === element.scene) {
      speeches[speeches.length - 1] = { ...last, lines: [...last.lines, element], words: last.words + words }
      continue
    }
    const role = owners.of(element.character, element.scene)
    if (role) speeches.push({ role, scene: element.scene, cue: cue ?? element, lines: [element], words, script })
    cue = null
  }
  return speeches
}

function linesOf(script: StagedScript, owners: Owners): readonly StagedLine[] {
  return readActionLines(script.elements, owners.names).map(line => ({
    ...line,
    script,
    mentions: line.mentions.map(mention => {
      // STUDENT or OLD MAN means somebody else wherever the cue is not heard.
      const doubtful = mention.qualified || (mention.common && !speaksIn(script.holders, mention.character, line.element.scene))
      return { ...mention, role: doubtful ? null : owners.of(mention.character, line.element.scene) }
    }),
  }))
}

const speaksIn = (holders: readonly CueHolder[], name: string, scene: number | null): boolean =>
  holders.some(holder => holder.name === name && holder.scene === (scene ?? -1))
