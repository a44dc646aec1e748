import type { FlagWord } from '../../src-preload/contract/breakdowns.ts'
import type { Citation, RoleId } from '../../src-preload/contract/roles.ts'
import type { Gender } from '../../src-preload/contract/words.ts'
import { flagActs, notDoneBefore, type FlagAct } from './breakdownActs.ts'
import { cite, type StagedLine, type StagedMention, type Staging } from './breakdownScenes.ts'
import { describe } from './description.ts'
import { sentencesOf, type Sentence } from './sentences.ts'

/** A flag that a line raises for a role. */
export interface RaisedFlag {
  readonly role: RoleId
  readonly flag: FlagWord
  readonly citation: Citation
}

/** What the reading of flags knows of the roles. */
export type GenderOf = (role: RoleId) => Gender | null

/** How far before an act its doer may be named, in characters. */
const reach = 130

/**
 * The flags that the lines of action of a script raise, each for the role that the sentence names as the doer.
 *
 * The doer is the last role named before the act in its sentence, with no other subject between, or a pronoun that can only mean one
 * role of the same paragraph. Where an act needs two (a kiss, a slap), the one it is done to is flagged as well. What is not done
 * ("tries to jump"), figures of speech ("falls asleep") and acts of somebody without a name raise nothing.
 */
export function flagsInAction(staging: Staging, genderOf: GenderOf): readonly RaisedFlag[] {
  return staging.lines.flatMap(line => {
    const sentences = sentencesOf(line.text)
    return sentences.flatMap((sentence, index) => {
      const named = line.mentions.some(({ start }) => start >= sentence.start && start < sentence.start + sentence.text.length)
      return named || opensWithPronoun.test(sentence.text) ? flagActs.flatMap(act => raisedBy({ staging, line, sentences, index, sentence, genderOf }, act)) : []
    })
  })
}

interface Place {
  readonly staging: Staging
  readonly line: StagedLine
  readonly sentences: readonly Sentence[]
  readonly index: number
  readonly sentence: Sentence
  readonly genderOf: GenderOf
}

function raisedBy(place: Place, act: FlagAct): readonly RaisedFlag[] {
  const { line, sentence } = place
  const raised: RaisedFlag[] = []
  for (const match of sentence.text.matchAll(act.act)) {
    const start = sentence.start + match.index
    const rest = line.text.slice(start, sentence.start + sentence.text.length)
    if (act.not?.test(rest)) continue
    const after = rest.slice(match[0].length)
    const end = start + match[0].length
    const done = doneTo(place, after, end)
    if (act.person && !done.somebody && !isTogether(place, start, act)) continue
    const doers = doersOf(place, start)
    if (doers === null) continue
    if (act.flag === 'intimacy' && act.person && tenderOnly.test(after)) continue
    const reached = act.reaches ? done.roles : []
    for (const role of new Set([...doers, ...reached])) {
      raised.push({ role, flag: act.flag, citation: cite(line.script, line.element, line.element.text.slice(sentence.start, sentence.start + sentence.text.length)) })
    }
  }
  return raised
}

/** "on the forehead", "her cheek": a kiss that asks nothing special of anybody. */
const tenderOnly = /^\s+(?:\S+\s+){0,3}(?:on )?(?:(?:the|his|her|their) )?(?:both )?(?:forehead|cheeks?|hands?|fingers?|feet|foot|head|brow|temple|knuckles|hair)\b/iu

const people =
  'cop|cops|officer|man|men|guard|guards|boy|boys|guy|guys|girl|woman|constable|inspector|driver|waiter|purser|goons?|stranger|attacker|thief|thug|thugs|boyfriend|girlfriend|wife|husband|lover|father|mother|brother|sister|son|daughter|friend|soldier|policeman|kid|opponent'
const somebodyAfter = new RegExp(
  `^(?:\\s+(?:on|at))?\\s+(?:him|them|each other|one another|another|(?:her)(?=\\s*(?:[.,;!?)]|$)|\\s+(?:across|on|in the|hard|again|with|and|back|repeatedly|down|from|off|out|to|so|twice|passionately|deeply|softly|gently|lightly|away|into|against|by|as|full|for|until|goodbye|good)\\b)|(?:the|a|an|one of the|his|her|their|another|two|three|several)\\s+(?:\\p{Ll}[\\p{Ll}-]*\\s+){0,2}(?:${people})\\b)`,
  'iu',
)
const himBetween = /^(?:\s+(?:on|at|the|a|poor|young|old|an|unsuspecting|with))*\s*$/iu

/** Whom an act is done to: the role named right after it; `somebody` also where it is a pronoun or a person without a name. */
function doneTo({ line, sentence }: Place, after: string, end: number): { readonly somebody: boolean; readonly roles: readonly RoleId[] } {
  const next = line.mentions.find(mention => mention.start >= end && mention.start < sentence.start + sentence.text.length)
  const close = next && !next.possessive && himBetween.test(line.text.slice(end, next.start))
  if (next && close) return { somebody: true, roles: [next, ...chainAfter(line, next)].flatMap(({ role }) => (role ? [role] : [])) }
  return { somebody: somebodyAfter.test(after), roles: [] }
}

/** "Ravi and Meera kiss", "they are kissing": done with each other, nobody named after it. */
function isTogether(place: Place, start: number, act: FlagAct): boolean {
  if (act.flag !== 'intimacy') return false
  const named = subjectsBefore(place, start)
  return named !== null && named.length > 1
}

/** The roles that do what stands at an offset; null where nobody sure does it, empty where somebody without a name does it to a role. */
function doersOf(place: Place, start: number): readonly RoleId[] | null {
  const { line, sentence } = place
  if (notDoneBefore.test(line.text.slice(sentence.start, start).slice(-60))) return null
  return subjectsBefore(place, start)
}

const joins = /^\s*(?:,|,?\s*(?:and|&|aur|और))\s*$/iu
/** A word after which somebody or something else is the subject. */
const elseSubject = /(?:^|[\s,;])(?:as|while|when|whenever|where|who|whose|which|until|till|because|though|although|if|whom|revealing|reveals|making|makes|lets|letting|sending|towards? an?|that)(?=[\s,])/iu
/** "and the dog ", "a car ", "his face " right before the act: that does it, not the person. */
const nounBefore = /(?:^|[,;]|\b(?:and|but|then|with|behind|before|after))\s+(?:(?:the|a|an|his|her|their|its|some|one|two|three|four|another|both|all|other)\s+)(?:[\p{Ll}'-]+\s+){1,3}$/iu
const ownNounBefore = /'s\s+(?:[\p{Ll}-]+\s+){1,3}$/u

/** "He", "Then she", "Suddenly they" at the beginning of a sentence; group 1 is the pronoun. */
const opensWithPronoun = /^[-–—"'(.\s]*(?:(?:suddenly|then|finally|slowly|again|instantly|immediately|now|still|just then|\p{Ll}+ly),?\s+)?(he|she|they|both|the two|वह|वे)\s/iu

/** The roles that are the subject at an offset of the line; null where that is not sure. */
function subjectsBefore(place: Place, start: number): readonly RoleId[] | null {
  const { line, sentence } = place
  const here = line.mentions.filter(mention => mention.start >= sentence.start && mention.end <= start)
  const opener = opensWithPronoun.exec(sentence.text)
  const last = here.at(-1)
  const mentioned = last ? subjectMention(place, here, start) : null
  if (mentioned) return mentioned
  if (opener?.[1] && cleanGap(line.text.slice(sentence.start + opener[0].length - 1, start), true)) return pronounSubjects(place, opener[1].toLowerCase())
  return null
}

function subjectMention({ line, sentence }: Place, here: readonly StagedMention[], start: number): readonly RoleId[] | null {
  // The doer is mostly who the sentence begins with; somebody named later is as often who it is done to.
  for (const mention of [...here].reverse()) {
    if (mention.possessive || mention.role === null) continue
    const gap = line.text.slice(mention.end, start)
    const before = line.text.slice(sentence.start, mention.start)
    const chain = chainBefore(line, mention)
    const first = chain[0] ?? mention
    const opens = opensClause(line.text.slice(sentence.start, first.start))
    if (!opens || gap.length > reach || !cleanGap(blankBracket(gap), here.some(other => other.start > mention.start)) || /\b(?:with|from|by|at|to|for|of|behind|beside|near)\s+$/iu.test(before)) continue
    return [...chain, mention].flatMap(({ role }) => (role ? [role] : []))
  }
  return null
}

/** Takes a bracket right after a name away: "(28, wiry)". */
const blankBracket = (gap: string): string => gap.replace(/^\s*\([^)]*\)/u, '')

/** Tells whether a name after these words can begin a clause: at the start, after a comma, a conjunction or an opener of a sentence. */
const opensClause = (before: string): boolean =>
  /(?:^|[.!?;:]|--|–|—|,|\b(?:and|but|then|as|while|when|where|suddenly|now|finally|meanwhile|so|until|before|after|because|we see|see|reveal|find|on))\s*["'([]*\s*$/iu.test(before)

function cleanGap(gap: string, strict: boolean): boolean {
  if (elseSubject.test(gap) || nounBefore.test(gap) || ownNounBefore.test(gap)) return false
  if (/[:—–]|--/u.test(gap)) return false
  if (/(?:^|[\s,;])(?:he|she|it|they|we|everyone|everybody|somebody|someone|others?)\s/iu.test(gap)) return false
  return !(strict && /\p{Lu}\p{Ll}+\s+$/u.test(gap))
}

/** Names joined to one that follows: RAVI and in "RAVI and MEERA". */
function chainBefore(line: StagedLine, mention: StagedMention): readonly StagedMention[] {
  const chain: StagedMention[] = []
  let at = line.mentions.indexOf(mention)
  while (at > 0) {
    const [before, here] = [line.mentions[at - 1], line.mentions[at]]
    if (!before || !here || before.possessive || !joins.test(blankBracket(line.text.slice(before.end, here.start)))) break
    chain.unshift(before)
    at -= 1
  }
  return chain
}

function chainAfter(line: StagedLine, mention: StagedMention): readonly StagedMention[] {
  const chain: StagedMention[] = []
  let at = line.mentions.indexOf(mention)
  for (;;) {
    const [here, next] = [line.mentions[at], line.mentions[at + 1]]
    if (!here || !next || next.possessive || !/^\s*(?:and|&|aur)\s*$/iu.test(line.text.slice(here.end, next.start))) return chain
    chain.push(next)
    at += 1
  }
}

/** Whom "he", "she" or "they" at the beginning of a sentence means: of the roles that the paragraph named before it, the only one that can. */
function pronounSubjects({ staging, line, sentences, index, sentence, genderOf }: Place, pronoun: string): readonly RoleId[] | null {
  const from = Math.max(0, ...sentences.slice(Math.max(0, index - 3), index).slice(0, 1).map(({ start }) => start))
  const before = line.mentions.filter(mention => mention.start >= from && mention.start < sentence.start)
  if (before.some(({ role }) => role === null)) return null
  const named = [...new Set(before.flatMap(({ role }) => (role ? [role] : [])))]
  if (pronoun === 'they' || pronoun === 'both' || pronoun === 'the two') {
    if (named.length === 2) return named
    const scene = line.element.scene
    const present = named.length === 0 && scene !== null ? [...(staging.present.get(scene) ?? [])] : []
    return present.length === 2 ? present : null
  }
  if (otherPerson.test(line.text.slice(from, sentence.start))) return null
  const gender = pronoun === 'she' ? 'female' : pronoun === 'he' ? 'male' : null
  const fitting = named.filter(role => {
    const known = genderOf(role)
    return gender === null || known === null || known === gender
  })
  return fitting.length === 1 ? fitting : null
}

/** Somebody without a name whom a pronoun could mean as well. */
const otherPerson = new RegExp(`(?<![\\p{L}'-])(?:${people}|somebody|someone|stranger|person|customer|passenger|child|baby|figure|assistant|doctor|nurse|servant|clerk|agent|player|bearer|coolie|porter|vendor|student|teacher|jockey|beggar|priest|pandit)(?![\\p{L}])`, 'iu')

const worn = /\b(?:bandaged|burn(?:t|ed)? (?:scars?|marks?|face|skin)|burns on|scarred|scars?\b(?! (?:the|him|her))|disfigured|one-eyed|eye-?patch|one (?:eye|leg|arm)\b|missing (?:an? )?(?:leg|arm|eye|hand|finger|tooth|teeth)|prosthetic|amputee|hunchback(?:ed)?|wooden leg|wears? a wig|blind\b|albino|tattoo(?:s|ed)?)/iu
const notWorn = /\b(?:turns a blind|blind (?:alley|spot|date|drive)|scars? (?:of|on) the (?:wall|land|hill))/iu

/** The make-up that the description beside a name asks for: scars, bandages, an eye or a limb that is missing, tattoos. */
export function madeUpFlags(staging: Staging): readonly RaisedFlag[] {
  return staging.lines.flatMap(line => line.mentions.flatMap(mention => {
    const description = mention.role ? describe(line, mention) : null
    if (!description || !mention.role) return []
    const shown = [...description.inBrackets, ...description.phrases.slice(0, 5)].some(phrase => worn.test(phrase) && !notWorn.test(phrase))
    return shown ? [{ role: mention.role, flag: 'prosthetics' as const, citation: cite(line.script, line.element, description.sentence) }] : []
  }))
}

/** What is sung or danced by the brackets of a speech and by lyrics. */
export function flagsInSpeech(staging: Staging): readonly RaisedFlag[] {
  return staging.speeches.flatMap(({ role, lines, script }) => {
    const singing = lines.find(line => line.kind === 'lyric' || (line.kind === 'parenthetical' && /^\(?\s*(?:singing|sings|gaa?te|gaa?ti|गाते|गाती)/iu.test(line.text)))
    const smoking = lines.find(line => line.kind === 'parenthetical' && /\b(?:lights? (?:a|up)|smoking|puff(?:s|ing)|taking a drag)\b/iu.test(line.text))
    const drunk = lines.find(line => line.kind === 'parenthetical' && /^\(?\s*(?:\p{L}+ )?(?:drunk(?:enly)?|slurr(?:ing|ed)|tipsy|nashe mein)\b/iu.test(line.text))
    return [
      ...(singing ? [{ role, flag: 'singing' as const, citation: cite(script, singing) }] : []),
      ...(smoking ? [{ role, flag: 'smoking' as const, citation: cite(script, smoking) }] : []),
      ...(drunk ? [{ role, flag: 'alcohol' as const, citation: cite(script, drunk) }] : []),
    ]
  })
}
