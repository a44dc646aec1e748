import type { RoleId } from '../../src-preload/contract/roles.ts'
import type { Gender } from '../../src-preload/contract/words.ts'
import { isDevanagari, soundAlike } from '../spelling/ear.ts'
import { skeleton } from '../spelling/folding.ts'
import { mayBeSlip } from '../spelling/slip.ts'
import { joinedNames } from './groupCues.ts'
import { genderOfWord, isCrowdCue, isGeneric } from './people.ts'
import { genderOfCue } from './readPerson.ts'
import { readName, type SpokenName } from './spokenName.ts'

/** A role as it is compared: its name, how much it speaks, and the scenes it speaks in, each with the number that a reader knows it by. */
export interface ComparedRole {
  readonly id: RoleId
  readonly name: string
  readonly speeches: number
  readonly gender: Gender | null
  readonly scenes: ReadonlyMap<string, string>
}

/** Two roles that may be one person: the one that speaks less into the one that speaks more. `strength` is above 0, at most 1. */
export interface LikeNames {
  readonly into: RoleId
  readonly from: RoleId
  readonly reason: string
  readonly strength: number
}

interface Candidate extends ComparedRole {
  readonly read: SpokenName
  readonly at: number
  readonly letters: string
  readonly crowd: boolean
  readonly title: Gender | null
}

/** In what two names are alike; `apart` where it says something only of roles that never speak in one scene. */
interface Likeness {
  readonly how: string
  readonly strength: number
  readonly apart?: boolean
}

/** What a word is to the script: `isCommon` tells whether it also writes the word small (PRICE, EMCEE). It is asked of few words, so it may read. */
export interface ScriptWords {
  readonly isCommon: (word: string) => boolean
}

/** More names than these of one sound say nothing, and would be compared each with each. */
const blockLimit = 80

/**
 * Finds pairs of roles that may be one person by their names, strongest first.
 *
 * Names are alike where they differ in punctuation or an abbreviated rank, in their script, to the ear, by a slip of the typist, by a rank or surname
 * that only one role has, or where one is the voice of the other. Two genders, numbers or ranks, YOUNG and OLD, and somebody of somebody's (WILL'S DATE)
 * keep names apart. Names are compared within blocks of one skeleton, give or take a sound, so that 500 names that all sound alike take a fifth of a second.
 */
export function likeNames(roles: readonly ComparedRole[], words: ScriptWords): readonly LikeNames[] {
  const candidates = roles.map(candidateOf)
  const found = new Map<string, LikeNames>()
  const keep = (a: Candidate, b: Candidate, likeness: Likeness | null) => {
    const pair = likeness && pairOf(a, b, likeness)
    if (pair && (found.get(keyOf(pair))?.strength ?? 0) < pair.strength) found.set(keyOf(pair), pair)
  }
  for (const [a, b] of closePairs(candidates)) keep(a, b, mayBeOne(a, b) ? alike(a, b, words) : null)
  for (const { short, full, likeness } of partsOf(candidates, words)) keep(short, full, mayBeOne(short, full) ? likeness : null)
  for (const { voice, speaker, likeness } of voicesOf(candidates, words)) keep(voice, speaker, likeness)
  return [...found.values()].sort((a, b) => b.strength - a.strength)
}

function candidateOf(role: ComparedRole, at: number): Candidate {
  const read = readName(role.name)
  const title = read.ranks.map(genderOfWord).find(gender => gender !== null) ?? null
  return { ...role, at, read, title, gender: role.gender ?? genderOfCue(role.name), letters: lettersOf(role.name, read), crowd: isCrowdCue(role.name) }
}

/** The letters of a name; of people named together those of each, in one order. */
function lettersOf(name: string, read: SpokenName): string {
  const together = joinedNames(name)
  return together.length > 1 ? together.map(part => readName(part).words.join('')).sort().join(' ') : read.words.join('')
}

const keyOf = ({ into, from }: LikeNames): string => `${into} ${from}`

function pairOf(a: Candidate, b: Candidate, { how, strength, apart = false }: Likeness): LikeNames | null {
  const [into, from] = b.speeches > a.speeches || (b.speeches === a.speeches && b.name.length > a.name.length) ? [b, a] : [a, b]
  const shared = [...into.scenes].filter(([scene]) => from.scenes.has(scene)).map(([, number]) => number)
  if (shared.length === 0) return { into: into.id, from: from.id, reason: `${how}, never in one scene`, strength }
  return apart ? null : { into: into.id, from: from.id, reason: `${how}, but both speak in scene ${shared[0]}`, strength: strength / 2 }
}

/** Every pair of names whose consonants are the same, or the same but for one; each once. */
function closePairs(candidates: readonly Candidate[]): readonly (readonly [Candidate, Candidate])[] {
  const blocks = new Map<string, Candidate[]>()
  for (const candidate of candidates) {
    const sounds = skeleton(candidate.letters)
    const keys = new Set([sounds, ...[...sounds].map((_, at) => sounds.slice(0, at) + sounds.slice(at + 1))])
    for (const key of keys) {
      const block = blocks.get(key)
      if (block) block.push(candidate)
      else blocks.set(key, [candidate])
    }
  }
  const pairs = new Map<number, readonly [Candidate, Candidate]>()
  for (const block of blocks.values()) {
    if (block.length > blockLimit) continue
    block.forEach((a, at) => block.slice(at + 1).forEach(b => pairs.set(a.at * candidates.length + b.at, [a, b])))
  }
  return [...pairs.values()]
}

/** Tells whether nothing in two names says that they are two people. */
function mayBeOne(a: Candidate, b: Candidate): boolean {
  return (
    a.crowd === b.crowd && a.read.numbers === b.read.numbers && a.read.qualifiers === b.read.qualifiers && a.read.possessive === b.read.possessive &&
    !differ(a.read.ranks.join(' '), b.read.ranks.join(' ')) && !differ(a.gender, b.gender) && !differ(a.title, b.title)
  )
}

/** Two things that are both said, and not the same. */
const differ = (a: string | null | undefined, b: string | null | undefined): boolean => Boolean(a) && Boolean(b) && a !== b

function alike(a: Candidate, b: Candidate, words: ScriptWords): Likeness | null {
  if (a.letters === '' || b.letters === '' || a.read.ranks.length !== b.read.ranks.length) return null
  const acrossScripts = isDevanagari(a.name) !== isDevanagari(b.name)
  if (a.letters === b.letters && (a.read.words.length === b.read.words.length || (!a.read.article && !b.read.article))) return { how: acrossScripts ? bothScripts : sameLetters(a, b), strength: 1 }
  if (a.crowd) return null
  if (a.read.words.length !== b.read.words.length) return !a.read.article && !b.read.article && soundAlike(a.letters, b.letters) ? { how: 'spelt alike', strength: 0.7 } : null
  const [inA, inB] = acrossScripts ? [scriptWords(a.name), scriptWords(b.name)] : [a.read.words, b.read.words]
  const pairs = a.read.words.flatMap((word, at) => {
    const other = b.read.words[at] ?? ''
    return word === other ? [] : [[inA[at] ?? word, inB[at] ?? other] as const]
  })
  if (pairs.every(([word, other]) => word.length > 2 && other.length > 2 && soundAlike(word, other))) {
    return { how: acrossScripts ? bothScripts : 'spelt alike', strength: acrossScripts ? 0.9 : 0.8 }
  }
  const isRare = oneIsRare(a, b)
  const [slipped, ...more] = pairs.filter(([word, other]) => !soundAlike(word, other))
  if (!slipped || more.length > 0 || !mayBeSlip(slipped[0], slipped[1], isRare) || slipped.every(words.isCommon)) return null
  return { how: 'a letter or two apart', strength: isRare ? 0.6 : 0.5, apart: !isRare }
}

const bothScripts = 'one name in Roman and in Devanagari'

const scriptWords = (name: string): readonly string[] => name.replace(/[^\p{L}\p{M}\p{N}\s]/gu, '').trim().split(/\s+/u)

function sameLetters(a: Candidate, b: Candidate): string {
  if (a.crowd && joinedNames(a.name).length > 1) return 'the same people together'
  for (const [one, other] of [[a, b], [b, a]] as const) {
    for (const [short, long] of one.read.shortened) {
      if (!other.read.shortened.has(short)) return `${short.toUpperCase()} is short for ${long.toUpperCase()}`
    }
  }
  return a.read.words.length === b.read.words.length ? 'the same but for punctuation' : 'the same letters, spaced otherwise'
}

/** A name that speaks this little beside one that speaks that much is a slip more often than a person. */
const oneIsRare = (a: Candidate, b: Candidate): boolean => Math.min(a.speeches, b.speeches) <= 2 && Math.max(a.speeches, b.speeches) >= 10

/** A short name and the only full one that it fits. */
interface Part {
  readonly short: Candidate
  readonly full: Candidate
  readonly likeness: Likeness
}

/** Names of one word that are the first or last part of one full name, or the same without its rank. */
function partsOf(candidates: readonly Candidate[], words: ScriptWords): readonly Part[] {
  const single = candidates.filter(({ read, crowd }) => !crowd && !read.possessive && read.qualifiers === '')
  const holders = new Map<string, Candidate[]>()
  for (const candidate of single) {
    const { core } = candidate.read
    for (const word of new Set([core[0], core.at(-1)])) {
      if (word !== undefined) holders.set(word, [...(holders.get(word) ?? []), candidate])
    }
  }
  const parts = single.flatMap((short): readonly Part[] => {
    const [word, ...rest] = short.read.core
    if (word === undefined || rest.length > 0) return []
    const [full, ...others] = (holders.get(word) ?? []).filter(holder => holder !== short)
    if (!full || others.length > 0) return []
    const more = full.read.core.filter(part => part !== word)
    const isFuller = more.length > 0 || full.read.ranks.length > short.read.ranks.length || full.read.words.length > short.read.words.length
    if (!isFuller || more.length !== full.read.core.length - 1 || (more.length > 0 && short.read.ranks.length > full.read.ranks.length)) return []
    if (![word, ...more].every(part => isOwnName(part, words))) return []
    return [{ short, full, likeness: { how: `the only ${word.toUpperCase()}`, strength: more.length > 0 ? 0.4 : 0.6, apart: true } }]
  })
  const byFirst = new Set(parts.filter(({ short, full }) => full.read.core[0] === short.read.core[0]).map(({ full }) => full))
  return parts.filter(({ short, full }) => full.read.core[0] === short.read.core[0] || !byFirst.has(full))
}

/** Tells whether a word stands for one person: no office, no kin, no number, and none that the script also writes small. */
const isOwnName = (word: string, { isCommon }: ScriptWords): boolean => word.length > 2 && !isGeneric(word) && !isCommon(word)

const voicePattern = /^(?:(?:the )?voice of (?<of>.+)|(?<whose>.+?)(?:s)? (?:voice|voice over|vo|(?:on|over) (?:the )?(?:phone|tv|radio|speaker|mobile)))$/

/** "ANKITA'S VOICE", "VOICE OF ANKITA", "ANKITA ON PHONE": the same role, heard. */
function voicesOf(
  candidates: readonly Candidate[],
  words: ScriptWords,
): readonly { readonly voice: Candidate; readonly speaker: Candidate; readonly likeness: Likeness }[] {
  const byWords = new Map(candidates.map(candidate => [candidate.read.words.join(' '), candidate]))
  return candidates.flatMap(voice => {
    const text = voice.read.words.join(' ')
    const whose = voicePattern.exec(text)?.groups?.['of'] ?? voicePattern.exec(text)?.groups?.['whose']
    if (whose === undefined) return []
    const speaker = byWords.get(whose) ?? byWords.get(`${whose}s`)
    if (!speaker || speaker === voice || speaker.crowd || differ(speaker.gender, voice.gender) || !speaker.read.core.every(word => isOwnName(word, words))) return []
    return [{ voice, speaker, likeness: { how: `the voice of ${speaker.name}`, strength: 0.7 } }]
  })
}
