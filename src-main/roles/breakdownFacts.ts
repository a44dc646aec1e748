import type { Claim, ClaimKind, FlagWord } from '../../src-preload/contract/breakdowns.ts'
import type { Citation, RoleId } from '../../src-preload/contract/roles.ts'
import type { Scene } from '../../src-preload/contract/scripts.ts'
import { flagsInAction, flagsInSpeech, madeUpFlags, type RaisedFlag } from './breakdownFlags.ts'
import { shootNeeds, type ShootNeed } from './breakdownNeeds.ts'
import { cite, citeScene, stage, type Speech, type StagedRole, type StagedScript, type Staging } from './breakdownScenes.ts'
import { speechFigures, type SpeechFigures } from './breakdownSpeech.ts'
import { whoIs } from './breakdownWho.ts'
import { oneLine } from './description.ts'
import { languagesInParenthetical } from './readLanguage.ts'

/** A flag as the rules read it: how many lines show it, the first few of them cited. */
export interface ReadFlag {
  readonly flag: FlagWord
  readonly places: number
  readonly citations: readonly Citation[]
}

/** What the rules read of one role in the scripts of its production. */
export interface RoleFacts {
  readonly role: RoleId
  readonly claims: readonly Claim[]
  readonly flags: readonly ReadFlag[]
}

/** The scripts of a production that count, and the roles that its cues belong to. */
export interface FactsInput {
  readonly scripts: readonly StagedScript[]
  readonly roles: readonly StagedRole[]
}

/** How many lines are cited for one clause. */
const citedAtMost = 5

/** How the order of the flags runs: what must be said first of all when a part is offered. */
const flagOrder: readonly FlagWord[] = [
  'intimacy', 'stunt', 'minor', 'animals', 'swimming', 'riding', 'driving', 'singing', 'dancing', 'smoking', 'alcohol', 'night', 'prosthetics',
]

/**
 * Reads what the scripts say of each role beyond its proposals: figures of its speeches, whom it meets, where it stands in the story,
 * what its scenes ask of the shoot, and what must be settled with the actor. Every clause has the lines it rests on.
 */
export function readFacts({ scripts, roles }: FactsInput): readonly RoleFacts[] {
  const stagings = scripts.map(stage)
  const genders = new Map(roles.map(({ id, gender }) => [id, gender]))
  const raised = stagings.flatMap(staging => [
    ...flagsInAction(staging, role => genders.get(role) ?? null),
    ...flagsInSpeech(staging),
    ...madeUpFlags(staging),
  ])
  const names = new Map(roles.map(({ id, name }) => [id, name]))
  const spoken = new Map<RoleId, Speech[]>()
  for (const speech of stagings.flatMap(({ speeches }) => speeches)) spoken.set(speech.role, [...(spoken.get(speech.role) ?? []), speech])
  return roles.map(({ id }) => {
    const speeches = spoken.get(id) ?? []
    const figures = speechFigures(speeches, text => languagesInParenthetical(text).length > 0)
    const scenes = scenesOf(stagings, id)
    const needs = shootNeeds(stagings, id)
    return {
      role: id,
      claims: [
        ...whoIs(stagings, id),
        ...heardClaims(figures),
        ...scaleClaims({ stagings, figures, speeches, scenes }),
        ...relationClaims(stagings, id, names),
        ...arcClaims(stagings, id, speeches, scenes),
        ...needClaims(needs, scenes.length),
      ],
      flags: flagsOf(raised.filter(({ role }) => role === id), needs),
    }
  })
}

const claim = (kind: ClaimKind, text: string, citations: readonly Citation[]): Claim => (
  { kind, text, citations: distinct(citations).slice(0, citedAtMost), madeBy: { by: 'script' } }
)

function distinct(citations: readonly Citation[]): readonly Citation[] {
  const keys = citations.map(({ scriptId, element }) => `${scriptId} ${element}`)
  return citations.filter((_, index) => keys.indexOf(keys[index] ?? '') === index)
}

interface SceneOfRole {
  readonly staging: Staging
  readonly scene: Scene
}

const scenesOf = (stagings: readonly Staging[], role: RoleId): readonly SceneOfRole[] =>
  stagings.flatMap(staging => staging.script.scenes.filter(({ index }) => staging.present.get(index)?.has(role)).map(scene => ({ staging, scene })))

const count = (number: number, one: string, many = `${one}s`): string => `${number} ${number === 1 ? one : many}`
const percent = (part: number, whole: number): number => Math.round((100 * part) / Math.max(1, whole))

/** From how many words that can be told the way the lines are written is said. */
const tellingWords = 12

function heardClaims({ heard }: SpeechFigures): readonly Claim[] {
  const all = [...heard.values()].reduce((sum, { words }) => sum + words, 0)
  if (all < tellingWords) return []
  const parts = [...heard].filter(([, { words }]) => words * 10 >= all).sort(([, a], [, b]) => b.words - a.words)
  const said = parts.map(([written, { words }]) => (parts.length > 1 ? `${written} (${percent(words, all)}%)` : written))
  return [claim('language', `Lines in ${listed(said)}.`, parts.map(([, { first, speech }]) => cite(speech.script, first)))]
}

const listed = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`

interface Scale {
  readonly stagings: readonly Staging[]
  readonly figures: SpeechFigures
  readonly speeches: readonly Speech[]
  readonly scenes: readonly SceneOfRole[]
}

/** From how many speeches on figures about them say something. */
const fewSpeeches = 8
/** From how many words on the longest speech is worth telling: about a quarter of a page. */
const longSpeech = 40

function scaleClaims({ stagings, figures, speeches, scenes }: Scale): readonly Claim[] {
  const [first, last] = [speeches[0], speeches.at(-1)]
  if (!first || !last) return []
  const all = stagings.reduce((sum, staging) => sum + staging.speeches.length, 0)
  const share = percent(figures.speeches, all)
  const pages = stagings.length > 1 ? '' : first.cue.page === last.cue.page ? `, page ${first.cue.page}` : `, pages ${first.cue.page} to ${last.cue.page}`
  const longest = figures.longest
  const unseen = figures.unseen
  const speaksIn = new Set(speeches.map(({ scene, script }) => `${script.id} ${scene}`)).size
  return [
    claim('scale', `${count(Math.max(scenes.length, speaksIn), 'scene')}${speaksIn < scenes.length ? ` (speaks in ${speaksIn})` : ''}, ${count(figures.speeches, 'speech', 'speeches')}${share >= 1 ? ` (${share}% of all)` : ''}${pages}.`, [cite(first.script, first.cue, quoteOf(first)), cite(last.script, last.cue, quoteOf(last))]),
    ...(longest && figures.speeches >= fewSpeeches
      ? [claim('scale', `${Math.round(figures.words / figures.speeches)} words a speech, the longest ${longest.words}.`, [cite(longest.script, longest.cue, quoteOf(longest))])]
      : longest && longest.words >= longSpeech ? [claim('scale', `The longest speech has ${longest.words} words.`, [cite(longest.script, longest.cue, quoteOf(longest))])] : []),
    ...(unseen.length > 0 && unseen.length * 3 >= figures.speeches
      ? [claim('scale', unseen.length === figures.speeches ? 'Heard off screen only.' : `Heard off screen in ${unseen.length} of ${figures.speeches} speeches.`, unseen.map(({ script, cue }) => cite(script, cue)))]
      : []),
  ]
}

const quoteOf = ({ cue, lines }: Speech): string => [cue.text, ...lines.map(({ text }) => text)].filter((_, index) => index > 0 || cue.kind === 'cue').join(' ')

/** How many people a role is said to be most with. */
const partnersAtMost = 3

function relationClaims(stagings: readonly Staging[], role: RoleId, names: ReadonlyMap<RoleId, string>): readonly Claim[] {
  const met = new Map<RoleId, { scenes: number; alone: number; first: Citation; firstAlone: Citation | null }>()
  for (const staging of stagings) {
    for (const scene of staging.script.scenes) {
      const speaking = staging.speaking.get(scene.index)
      if (!speaking?.has(role)) continue
      const alone = staging.present.get(scene.index)?.size === 2
      for (const other of speaking) {
        if (other === role) continue
        const before = met.get(other)
        const heading = citeScene(staging.script, scene)
        met.set(other, {
          scenes: (before?.scenes ?? 0) + 1,
          alone: (before?.alone ?? 0) + Number(alone),
          first: before?.first ?? heading,
          firstAlone: before?.firstAlone ?? (alone ? heading : null),
        })
      }
    }
  }
  const ranked = [...met].sort(([, a], [, b]) => b.scenes - a.scenes || b.alone - a.alone)
  const most = ranked.slice(0, partnersAtMost).filter(([, { scenes }], index) => index === 0 || scenes > 1)
  if (most.length === 0) return []
  const said = most.map(([other, { scenes }]) => `${names.get(other) ?? ''} (${count(scenes, 'scene')})`)
  const alone = ranked.filter(([, meeting]) => meeting.alone > 0).sort(([, a], [, b]) => b.alone - a.alone).slice(0, 2)
  return [
    claim('relation', `Speaks most with ${listed(said)}.`, most.map(([, { first }]) => first)),
    ...(alone.length > 0
      ? [claim('relation', `Alone with ${listed(alone.map(([other, meeting]) => `${names.get(other) ?? ''} in ${meeting.alone}`))}.`, alone.flatMap(([, { firstAlone }]) => (firstAlone ? [firstAlone] : [])))]
      : []),
  ]
}

/** Where so large a part of the speeches lies in one third of the script, that is said. */
const clusterShare = 0.55

function arcClaims(stagings: readonly Staging[], role: RoleId, speeches: readonly Speech[], scenes: readonly SceneOfRole[]): readonly Claim[] {
  const [first, last] = [scenes[0], scenes.at(-1)]
  if (!first || !last) return []
  if (scenes.length === 1) return [claim('arc', `One scene: ${placeOf(first)}.`, [citeScene(first.staging.script, first.scene)])]
  const largest = largestScene(scenes, role)
  return [
    claim('arc', `First in ${placeOf(first)}, last in ${placeOf(last)}.`, [citeScene(first.staging.script, first.scene), citeScene(last.staging.script, last.scene)]),
    ...(largest && largest.speeches >= fewSpeeches / 2 && scenes.length > 2
      ? [claim('arc', `Largest scene: ${placeOf(largest.of)}, ${count(largest.speeches, 'speech', 'speeches')}.`, [citeScene(largest.of.staging.script, largest.of.scene)])]
      : []),
    ...clusterOf(stagings, speeches),
  ]
}

/** A scene in a few words: "Tea stall (evening)" for EXT. TEA STALL - EVENING. */
function placeOf({ scene: { place, time, heading } }: SceneOfRole): string {
  const words = oneLine(place ?? heading)
  const when = oneLine((time ?? '').replace(/[([].*$/u, '')).toLowerCase()
  return `${words === words.toUpperCase() ? calm(words) : words}${when === '' || /^(?:continuous|later|same|moments later|contd?\.?)\b/u.test(when) ? '' : ` (${when})`}`
}

/** Words in the usual case where they are shouted. */
const calm = (words: string): string => words.toLowerCase().replace(/(^|[\s/(.-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())

function largestScene(scenes: readonly SceneOfRole[], role: RoleId): { readonly of: SceneOfRole; readonly speeches: number } | null {
  return scenes
    .map(of => {
      const own = of.staging.speeches.filter(speech => speech.role === role && speech.scene === of.scene.index)
      return { of, speeches: own.length, words: own.reduce((sum, { words }) => sum + words, 0) }
    })
    .reduce<{ of: SceneOfRole; speeches: number; words: number } | null>((most, scene) => (most === null || scene.words > most.words ? scene : most), null)
}

function clusterOf(stagings: readonly Staging[], speeches: readonly Speech[]): readonly Claim[] {
  const [only] = stagings
  if (!only || stagings.length > 1 || speeches.length < fewSpeeches) return []
  const pages = only.script.elements.at(-1)?.page ?? 1
  const thirds = [0, 1, 2].map(third => speeches.filter(({ cue }) => Math.min(2, Math.floor((3 * (cue.page - 1)) / pages)) === third))
  const names = ['first', 'middle', 'last']
  return thirds.flatMap((inThird, third) => {
    const first = inThird[0]
    return first && inThird.length >= clusterShare * speeches.length
      ? [claim('arc', `${inThird.length === speeches.length ? 'All' : `${percent(inThird.length, speeches.length)}% of the`} speeches lie in the ${names[third]} third.`, [cite(first.script, first.cue, quoteOf(first))])]
      : []
  })
}

const needWords: Readonly<Record<ShootNeed['need'], string>> = {
  nightExterior: 'night exteriors', nightInterior: 'night interiors', earlyExterior: 'dawn or dusk exteriors', exterior: 'day exteriors',
  rain: 'rain', crowd: 'crowd', water: 'water', vehicle: 'in vehicles or on the move',
}
const neededFirst: readonly ShootNeed['need'][] = ['nightExterior', 'earlyExterior', 'rain', 'water', 'crowd', 'vehicle']

function needClaims(needs: readonly ShootNeed[], scenes: number): readonly Claim[] {
  const told = neededFirst.flatMap(word => needs.filter(({ need }) => need === word))
  return told.map(({ need, citations }, index) => claim(
    'shootNeed',
    `${index === 0 ? `Shoot needs: ${needWords[need]}` : capital(needWords[need])} (${count(citations.length, 'scene')}${index === 0 && scenes > 1 ? ` of ${scenes}` : ''}).`,
    citations,
  ))
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function flagsOf(raised: readonly RaisedFlag[], needs: readonly ShootNeed[]): readonly ReadFlag[] {
  const night = needs.find(({ need }) => need === 'nightExterior')
  return flagOrder.flatMap(flag => {
    const citations = distinct(flag === 'night' ? (night?.citations ?? []) : raised.filter(one => one.flag === flag).map(({ citation }) => citation))
    return citations.length > 0 ? [{ flag, places: citations.length, citations: citations.slice(0, citedAtMost) }] : []
  })
}
