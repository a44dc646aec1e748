import type { Citation, RoleProposal } from '../../src-preload/contract/roles.ts'
import type { ScriptElement, ScriptReading } from '../../src-preload/contract/scripts.ts'
import type { Gender, PlayingRange } from '../../src-preload/contract/words.ts'
import { countWords } from '../scripts/assemble.ts'
import { describe, oneLine, type Description } from './description.ts'
import { readActionLines, type ActionLine, type Mention } from './mentions.ts'
import { isCrowdCue } from './people.ts'
import { languagesInAction, languagesInParenthetical } from './readLanguage.ts'
import { lookIn } from './readLook.ts'
import { ageIn, genderIn, genderOfCue } from './readPerson.ts'
import { genderByPronouns } from './readPronouns.ts'
import { skillInParenthetical, skillsInAction } from './readSkill.ts'

/** A line of the script that a fact rests on, before the script has its id. */
export type DraftCitation = Omit<Citation, 'scriptId'>

/** A proposal with the line it comes from. */
export interface DraftProposal {
  readonly proposal: RoleProposal
  readonly citation: DraftCitation
}

/** How often a role speaks in a scene; `scene` is null before the first heading. */
export interface DraftAppearance {
  readonly scene: number | null
  readonly page: number
  readonly element: number
  readonly speeches: number
  readonly words: number
}

/** A role as the script gives it: where it speaks, the lines that introduce it, and what they propose. */
export interface RoleDraft {
  readonly name: string
  readonly appearances: readonly DraftAppearance[]
  readonly introductions: readonly DraftCitation[]
  readonly proposals: readonly DraftProposal[]
}

/** A mention that may introduce somebody, with what stands beside it. */
interface Introduction {
  readonly line: ActionLine
  readonly mention: Mention
  readonly description: Description
}

/** How many lines may introduce one role, and how many ages of one role are proposed (a life may be shown at several). */
const atMost = 3

/** A line longer than this (characters) is quoted by its sentence. */
const quoteLimit = 400

/**
 * Makes roles from a script as read: one for each character with a speech, in the order of the reading.
 *
 * Everything proposed has the line that says it; where the text is silent nothing is proposed, and where lines contradict
 * each other about a gender neither is. Crowds and people named together get a role without proposals.
 */
export function draftRoles(
  reading: Pick<ScriptReading, 'scenes' | 'characters'>,
  elements: readonly ScriptElement[],
): readonly RoleDraft[] {
  const speakers = reading.characters.filter(character => character.speeches > 0)
  const lines = readActionLines(elements, reading.characters.map(character => character.name))
  const cite = (element: ScriptElement, quote: string): DraftCitation => ({
    page: element.page,
    scene: element.scene,
    sceneNumber: element.scene === null ? null : (reading.scenes[element.scene]?.number ?? null),
    element: element.index,
    quote: oneLine(quote),
  })
  const heard = spokenBy(elements)
  const pronouns = pronounVotes(lines)
  const skills = lines.flatMap(line => skillsInAction(line).map(shown => ({ ...shown, line })))
  const languages = lines.flatMap(line => languagesInAction(line).map(shown => ({ ...shown, line })))
  return speakers.map(({ name }) => {
    const spoken = heard.get(name) ?? []
    const introductions = introductionsOf(name, lines, spoken)
    const proposals = isCrowdCue(name) ? [] : [
      ...agesOf(introductions, spoken).map(({ age, from: { line, description } }): DraftProposal => (
        { proposal: { field: 'playingRange', value: age }, citation: cite(line.element, description.sentence) }
      )),
      ...genderOf({ name, spoken, introductions, votes: pronouns.get(name) ?? [] }, cite),
      ...looksOf(introductions, cite),
      ...languagesOf(name, spoken, languages, cite),
      ...skillsOf(name, spoken, skills, cite),
    ]
    return {
      name,
      appearances: appearancesOf(spoken),
      introductions: linesToCite(introductions).map(({ line: { element }, description }) =>
        cite(element, element.text.length > quoteLimit ? description.sentence : element.text),
      ),
      proposals,
    }
  })
}

function spokenBy(elements: readonly ScriptElement[]): ReadonlyMap<string, readonly ScriptElement[]> {
  const heard = new Map<string, ScriptElement[]>()
  for (const element of elements) {
    if (element.character === null) continue
    const lines = heard.get(element.character)
    if (lines) lines.push(element)
    else heard.set(element.character, [element])
  }
  return heard
}

/** A speech is a cue with something spoken after it, as the reading counts it. */
function appearancesOf(spoken: readonly ScriptElement[]): readonly DraftAppearance[] {
  const scenes = new Map<number | null, DraftAppearance>()
  let cue: ScriptElement | null = null
  for (const element of spoken) {
    if (element.kind === 'cue') {
      cue = element
      continue
    }
    const { page, index } = cue ?? element
    const before = scenes.get(element.scene) ?? { scene: element.scene, page, element: index, speeches: 0, words: 0 }
    const words = element.kind === 'parenthetical' ? 0 : countWords(element.text)
    scenes.set(element.scene, { ...before, speeches: before.speeches + (cue ? 1 : 0), words: before.words + words })
    cue = null
  }
  return [...scenes.values()]
}

/** From this many speeches on, a cue such as DOCTOR is one person throughout, no doctor of a single scene. */
const personSpeeches = 10

/** Every mention that could describe the person: in capitals, or among the first few; of a NURSE only where she speaks. */
function introductionsOf(name: string, lines: readonly ActionLine[], spoken: readonly ScriptElement[]): readonly Introduction[] {
  const scenes = new Set(spoken.map(element => element.scene))
  const isPerson = spoken.filter(element => element.kind === 'cue').length >= personSpeeches
  const all = lines
    .flatMap(line => line.mentions.map(mention => ({ line, mention })))
    .filter(({ line, mention }) => mention.character === name && (!mention.common || isPerson || scenes.has(line.element.scene)))
  return all
    .filter(({ mention }, index) => mention.capitals || index < atMost)
    .flatMap(({ line, mention }) => {
      const description = describe(line, mention)
      return description ? [{ line, mention, description }] : []
    })
}

/** The first line in capitals (else the first at all), and the lines that state an age. */
function linesToCite(introductions: readonly Introduction[]): readonly Introduction[] {
  const first = introductions.find(({ mention }) => mention.capitals) ?? introductions[0]
  const chosen = introductions.filter(introduction => introduction === first || ageAt(introduction) !== null)
  return chosen.filter(({ line }, index) => chosen.findIndex(other => other.line === line) === index).slice(0, atMost)
}

/** The age at a mention; "RAVI and SUNIL, both 20s" gives it to the earlier names of the chain too. */
function ageAt({ line, mention, description }: Introduction): PlayingRange | null {
  const own = ageIn(description)
  if (own) return own
  const index = line.mentions.indexOf(mention)
  let at = index
  while (at + 1 < line.mentions.length) {
    const here = line.mentions[at]
    const next = line.mentions[at + 1]
    if (!here || !next || !/^\s*(?:,|,?\s*(?:and|&|aur|और))\s*$/iu.test(line.text.slice(here.end, next.start))) return null
    const after = describe(line, next)
    if (after && /^(?:both|all)\s/iu.test(after.phrases[0] ?? after.inBrackets[0] ?? '')) return ageIn(after)
    at += 1
  }
  return null
}

/**
 * The distinct ages of a role, the one it speaks most at first.
 *
 * A life may be shown at several ages under one cue. Each speech counts for the age stated last before it (else for the first); an
 * age with less than a tenth of the speeches is not what the role is cast for.
 */
function agesOf(
  introductions: readonly Introduction[],
  spoken: readonly ScriptElement[],
): readonly { readonly age: PlayingRange; readonly from: Introduction }[] {
  const stated = introductions.flatMap(from => {
    const age = ageAt(from)
    return age ? [{ age, from, key: `${age.from}-${age.to}` }] : []
  })
  const cues = spoken.filter(element => element.kind === 'cue')
  const speeches = new Map<string, number>()
  for (const cue of cues) {
    const key = (stated.filter(({ from }) => from.line.element.index < cue.index).at(-1) ?? stated[0])?.key
    if (key !== undefined) speeches.set(key, (speeches.get(key) ?? 0) + 1)
  }
  const spokenAt = (key: string): number => speeches.get(key) ?? 0
  return stated
    .filter(({ key }, index) => stated.findIndex(other => other.key === key) === index && spokenAt(key) * 10 >= cues.length)
    .sort((a, b) => spokenAt(b.key) - spokenAt(a.key))
    .slice(0, atMost)
}

interface Vote {
  readonly gender: Gender
  readonly weight: number
  readonly line: ActionLine
}

function pronounVotes(lines: readonly ActionLine[]): ReadonlyMap<string, readonly Vote[]> {
  const votes = new Map<string, Vote[]>()
  for (const line of lines) {
    const vote = genderByPronouns(line)
    if (vote) votes.set(vote.character, [...(votes.get(vote.character) ?? []), { gender: vote.gender, weight: vote.weight, line }])
  }
  return votes
}

type Cite = (element: ScriptElement, quote: string) => DraftCitation

interface GenderEvidence {
  readonly name: string
  readonly spoken: readonly ScriptElement[]
  readonly introductions: readonly Introduction[]
  readonly votes: readonly Vote[]
}

function genderOf({ name, spoken, introductions, votes }: GenderEvidence, cite: Cite): readonly DraftProposal[] {
  const byCue = genderOfCue(name)
  const cue = spoken.find(element => element.kind === 'cue')
  const stated = [
    ...(byCue && cue ? [{ gender: byCue, citation: cite(cue, cue.text) }] : []),
    ...introductions.flatMap(({ line, description }) => {
      const gender = genderIn(description)
      return gender ? [{ gender, citation: cite(line.element, description.sentence) }] : []
    }),
  ]
  const fromPronouns = decisive(votes).map(({ gender, line: { element } }) => (
    { gender, citation: cite(element, element.text.length > quoteLimit ? `${element.text.slice(0, quoteLimit)}…` : element.text) }
  ))
  const evidence = stated.length > 0 ? stated : fromPronouns
  const first = evidence[0]
  if (!first || evidence.some(({ gender }) => gender !== first.gender)) return []
  return [{ proposal: { field: 'gender', value: first.gender }, citation: first.citation }]
}

/** How much the pronouns of one side must weigh before they say anything, and how many times the other side. */
const pronounWeight = 3
const pronounMajority = 3

/** The lines whose pronouns decide, heaviest first; none where they are few or disagree. */
function decisive(votes: readonly Vote[]): readonly Vote[] {
  const weigh = (gender: Gender): number => votes.reduce((sum, vote) => sum + (vote.gender === gender ? vote.weight : 0), 0)
  const [female, male] = [weigh('female'), weigh('male')]
  if (Math.max(female, male) < pronounWeight || Math.max(female, male) < pronounMajority * Math.min(female, male)) return []
  const gender = female > male ? 'female' : 'male'
  return votes.filter(vote => vote.gender === gender).sort((a, b) => b.weight - a.weight)
}

function looksOf(introductions: readonly Introduction[], cite: Cite): readonly DraftProposal[] {
  const inCapitals = introductions.filter(({ mention }) => mention.capitals)
  const looks = (inCapitals.length > 0 ? inCapitals : introductions.slice(0, 1)).flatMap(({ line, description }) => {
    const look = lookIn(description)
    return look ? [{ proposal: { field: 'look', value: look } as const, citation: cite(line.element, description.sentence) }] : []
  })
  return distinct(looks).slice(0, atMost)
}

type Shown<Fact> = Fact & { readonly character: string; readonly quote: string; readonly line: ActionLine }

function languagesOf(
  name: string,
  spoken: readonly ScriptElement[],
  inAction: readonly Shown<{ readonly language: string }>[],
  cite: Cite,
): readonly DraftProposal[] {
  const inBrackets = spoken
    .filter(element => element.kind === 'parenthetical')
    .flatMap(element => languagesInParenthetical(element.text).map(value => (
      { proposal: { field: 'language', value } as const, citation: cite(element, element.text) }
    )))
  const told = inAction.filter(shown => shown.character === name)
    .map(shown => ({ proposal: { field: 'language', value: shown.language } as const, citation: cite(shown.line.element, shown.quote) }))
  return distinct([...inBrackets, ...told])
}

function skillsOf(
  name: string,
  spoken: readonly ScriptElement[],
  inAction: readonly Shown<{ readonly skill: string }>[],
  cite: Cite,
): readonly DraftProposal[] {
  const shown = inAction.filter(({ character }) => character === name)
    .map(({ skill, line, quote }) => ({ proposal: { field: 'skill', value: skill } as const, citation: cite(line.element, quote) }))
  const sung = spoken.flatMap(element => {
    const skill = element.kind === 'lyric' ? 'singing' : element.kind === 'parenthetical' ? skillInParenthetical(element.text) : null
    return skill ? [{ proposal: { field: 'skill', value: skill } as const, citation: cite(element, element.text) }] : []
  })
  return distinct([...shown, ...sung])
}

const distinct = (proposals: readonly DraftProposal[]): readonly DraftProposal[] => {
  const keys = proposals.map(({ proposal }) => JSON.stringify(proposal).toLowerCase())
  return proposals.filter((_, index) => keys.indexOf(keys[index] ?? '') === index)
}
