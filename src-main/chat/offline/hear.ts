import type { OpenPlace } from '../../../src-preload/contract/chat.ts'
import type { ProductionId } from '../../../src-preload/contract/productions.ts'
import { listRoles } from '../../roles/roleStore.ts'
import { chooseIntent } from './chooseIntent.ts'
import { earlierTurns, type EarlierTurn } from './earlier.ts'
import { isBarePart, leanOf, partOf, withParts } from './followUp.ts'
import type { Intent } from './intent.ts'
import { intents } from './intents.ts'
import { deed } from './intents/deed.ts'
import type { Concept } from './lexicon.ts'
import type { Mention } from './names.ts'
import { withPointedAt, type LastTurn } from './pronouns.ts'
import { inRoman, isDeed, readQuestion, type OfflineParts, type Question } from './question.ts'
import type { ToolContext } from '../tool.ts'
import { wishIn } from './wishes.ts'

/** How a sentence was heard: what it asks, with the parts that what was asked before gave it. */
export interface Heard {
  readonly question: Question
  readonly intent: Intent | null
  /** Whether it is certain enough to answer. */
  readonly isSure: boolean
  /** Whether it points at somebody and it cannot be told at whom. */
  readonly asksWhom: boolean
}

/** What a sentence is heard with. */
export interface HearingParts {
  readonly parts: OfflineParts
  readonly isSearch: (question: Question) => boolean
}

/** A sentence, and where it was said. */
export interface Said {
  readonly text: string
  readonly place: OpenPlace
  readonly productionId: ProductionId | null
}

/** Hears a sentence with what was asked before it in its conversation. Earlier questions are read again only where it leans on them. */
export function hear(hearing: HearingParts, said: Said, context: Pick<ToolContext, 'conversationId' | 'messageId' | 'refs'>): Heard {
  let turns: readonly EarlierTurn[] | null = null
  const before = (index: number): (() => LastHeard | null) => () => {
    turns ??= earlierTurns(hearing.parts.db, context)
    const at = index < 0 ? turns.length - 1 : index
    const turn = turns[at]
    return turn ? { ...hearTurn(hearing, { text: turn.text, place: turn.place, productionId: said.productionId }, at === 0 ? () => null : before(at - 1)), people: turn.people, roles: turn.roles } : null
  }
  return hearTurn(hearing, said, before(-1))
}

interface LastHeard extends Heard, LastTurn {}

function hearTurn(hearing: HearingParts, said: Said, last: () => LastHeard | null): Heard {
  const question = readQuestion(hearing.parts, said.text, said.productionId, said.place)
  const wish = wishIn(said.text)?.kind
  const wished = wish && intents.find(({ name }) => name === wish)
  if (wished) return { question, intent: wished, isSure: true, asksWhom: false }
  return hearDeed(hearing, said, last) ?? hearPart(hearing, said, question, last) ?? hearQuestion(hearing, said, question, last)
}

const deedWords: ReadonlySet<Concept> = new Set(['shortList', 'longList', 'selects', 'onList', 'session', 'role', 'come', 'show'])

/** A wish to have something done, where every word of it is understood and it is about one person. */
function hearDeed({ parts }: HearingParts, { text, place, productionId }: Said, last: () => LastHeard | null): Heard | null {
  if (!isDeed(text)) return null
  const read = readQuestion(parts, text, productionId, place, 'doing')
  if (!read.deed || read.unexplained.length > 0 || [...read.said].some(concept => !deedWords.has(concept)) || read.roles.length > 1 || read.people.length > 1 || read.scene !== null) return null
  const pointed = withPointedAt(parts.db, read, { place, last: last() })
  if (pointed === null) return { question: read, intent: deed, isSure: false, asksWhom: true }
  if (pointed.people.length === 0) return null
  const isForOpenRole = pointed.roles.length === 0 && (read.deed.kind === 'putOnList' || read.deed.kind === 'takeOffList')
  const open = isForOpenRole && place.roleId !== null && pointed.productionId !== null ? listRoles(parts.db, pointed.productionId).filter(({ id }) => id === place.roleId) : []
  return { question: open.length === 0 ? pointed : { ...pointed, roles: [{ from: -1, to: -1, candidates: open, score: 1 }] }, intent: deed, isSure: true, asksWhom: false }
}

/** A part of a question that leans on the one before it: "and tomorrow?", "Bhola ke liye?", a name where one was asked for. */
function hearPart({ parts }: HearingParts, { text, place, productionId }: Said, whole: Question, last: () => LastHeard | null): Heard | null {
  const lean = leanOf(inRoman(text))
  const read = lean.rest === whole.sentence ? whole : { ...readQuestion(parts, lean.rest, productionId, place), text }
  const part = partOf(read, lean.rest)
  if (!part) return null
  const before = last()
  if (!before?.isSure || !before.intent) return null
  const settled = settledBy(before.question, part)
  if (settled) return { question: { ...settled, text }, intent: before.intent, isSure: true, asksWhom: false }
  if (!lean.isSaid && !isBarePart(part) && !lacks(before, part)) return null
  const merged = withParts(before.question, before.intent, { ...part, sentence: whole.sentence }, lean.rest)
  if (merged) return { question: merged, intent: before.intent, isSure: true, asksWhom: false }
  return lean.isSaid ? { question: whole, intent: null, isSure: false, asksWhom: false } : null
}

/** Whether a deed lacks what a part says alone: its role or its list. */
const lacks = ({ intent, question: { deed: wished, roles } }: Heard, part: Question): boolean =>
  intent === deed && wished !== null && ((wished.list === null && part.roles.length + part.people.length === 0) || (roles.length === 0 && part.roles.length > 0 && part.people.length === 0))

/** A question that was asked back about, with the one of the candidates that a part names; null where it names none of them. */
function settledBy(before: Question, part: Question): Question | null {
  const settle = <Named extends { readonly id: string }>(doubtful: readonly Mention<Named>[], named: readonly Mention<Named>[]): readonly Mention<Named>[] | null => {
    const said = new Set(named.flatMap(({ candidates }) => candidates.map(({ id }) => id)))
    const settled = doubtful.map(mention => ({ ...mention, candidates: mention.candidates.length > 1 ? mention.candidates.filter(({ id }) => said.has(id)) : mention.candidates }))
    return doubtful.some(({ candidates }) => candidates.length > 1) && settled.every(({ candidates }) => candidates.length === 1) ? settled : null
  }
  if (part.days !== null || part.said.size > 0) return null
  const people = part.roles.length === 0 ? settle(before.people, part.people) : null
  const roles = part.people.length === 0 ? settle(before.roles, part.roles) : null
  return people ? { ...before, people } : roles ? { ...before, roles } : null
}

/** What is asked of somebody, so that not knowing whom is asked back. */
const askedOfSomebody: readonly Concept[] = ['phone', 'email', 'height', 'agent', 'fee', 'city', 'skills', 'union', 'credits', 'free', 'session', 'come', 'hold', 'onList', 'scene', 'speeches', 'first', 'progress', 'shortList', 'longList', 'selects']

function hearQuestion({ parts, isSearch }: HearingParts, { place }: Said, question: Question, last: () => LastHeard | null): Heard {
  const pointed = withPointedAt(parts.db, question, { place, get last() { return last() } })
  if (pointed === null) {
    const isAsked = !question.said.has('claude') && question.unexplained.length <= 1 && askedOfSomebody.some(concept => question.said.has(concept))
    return { question, intent: null, isSure: false, asksWhom: isAsked }
  }
  const chosen = chooseIntent(pointed, intents, isSearch)
  return { question: pointed, intent: chosen?.intent ?? null, isSure: chosen?.isSure ?? false, asksWhom: false }
}
