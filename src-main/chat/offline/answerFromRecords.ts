import type { OpenPlace } from '../../../src-preload/contract/chat.ts'
import type { ProductionId } from '../../../src-preload/contract/productions.ts'
import { recall } from '../../memory/recall.ts'
import { isIncognito } from '../../memory/worthKeeping.ts'
import { readSentence } from '../../talent/search/readSentence.ts'
import { makeGlossary } from '../../talent/search/glossary.ts'
import { phrase } from '../../talent/search/matchQuery.ts'
import type { ToolContext } from '../tool.ts'
import type { ByWord, RecordsAnswer } from '../turnParts.ts'
import { hear } from './hear.ts'
import type { Answer, Asking, IntentName } from './intent.ts'
import { find, searchSentence } from './intents/find.ts'
import { makePen, paragraphs, type Pen } from './pen.ts'
import type { OfflineParts, Question } from './question.ts'

/** A question to the records: its words, what stands open on the screen, and where it is asked. */
export interface AskedOfRecords {
  readonly text: string
  readonly place: OpenPlace
  readonly conversation: { readonly productionId: ProductionId | null }
  readonly context: ToolContext
  readonly byWord: ByWord
}

/** An answer out of the records, with what the question was taken for; null where it was for nothing certain. */
export interface UnderstoodAnswer extends RecordsAnswer {
  readonly intent: IntentName | null
}

/**
 * Answers a question from the records of this laptop alone, in the language it is asked in.
 *
 * Reads English and Hindi in Roman letters or Devanagari; where a name fits several records it asks back with their cards; where it is not
 * certain what was asked it says what it understood, shows the nearest, and says that this needs Claude. "And tomorrow?" and "her" lean on what was
 * asked before in the conversation. Only "remember ..." changes anything; "forget ...", "put ... on the short list" and "book ..." wait for a yes: all
 * by the actions of the chat. Throws CANCELLED where the context's signal aborts.
 */
export async function answerFromRecords(parts: OfflineParts, { text, place, conversation, context, byWord }: AskedOfRecords): Promise<UnderstoodAnswer> {
  const heard = hear({ parts, isSearch: asked => isSearch(parts, asked) }, { text, place, productionId: conversation.productionId ?? context.productionId }, context)
  const { question, intent } = heard
  const pen = makePen(context, question.language)
  const asking: Asking = { parts, question, context, byWord, pen }
  if (heard.asksWhom) return told(pen, { text: pen.say('whom'), detail: '' }, intent?.name ?? null)
  if (!heard.isSure || !intent) return told(pen, await passOn(asking), null)
  const doubtful = doubtfulNames(question)
  if (doubtful.length > 0 && intent.name !== 'remember' && intent.name !== 'forget') return told(pen, askBack(pen, doubtful), intent.name)
  return told(pen, await intent.answer(asking), intent.name)
}

function told(pen: Pen, { text, detail, cards = [], needsClaude = false }: Answer, intent: IntentName | null): UnderstoodAnswer {
  const linked = pen.cards()
  const more = cards.filter(card => !linked.some(({ ref }) => ref === card.ref))
  return { blocks: [{ kind: 'text', text }], cards: [...linked, ...more], needsClaude, detail, intent }
}

interface Choice {
  readonly kind: 'role' | 'talent'
  readonly id: string
  readonly name: string
}

/** Names that fit more than one record. */
function doubtfulNames({ roles, people }: Question): readonly (readonly Choice[])[] {
  return [
    ...roles.map(({ candidates }) => candidates.map(({ id, name }): Choice => ({ kind: 'role', id, name }))),
    ...people.map(({ candidates }) => candidates.map(({ id, name }): Choice => ({ kind: 'talent', id, name }))),
  ].filter(candidates => candidates.length > 1)
}

function askBack(pen: Pen, doubtful: readonly (readonly Choice[])[]): Answer {
  const lines = doubtful.map(choices => pen.say('whichOne', { names: choices.map(({ kind, id, name }) => pen.link({ kind, id }, name)).join(', ') }))
  return { text: paragraphs(...lines), detail: '' }
}

/** Says what was understood, shows the records nearest to it, and that this is for Claude. */
async function passOn(asking: Asking): Promise<Answer> {
  const { question, pen } = asking
  const named = [...question.roles.flatMap(({ candidates }) => candidates.map(({ id, name }) => pen.link({ kind: 'role', id }, name))), ...question.people.flatMap(({ candidates }) => candidates.map(({ id, name }) => pen.link({ kind: 'talent', id }, name)))]
  const understood = named.length > 0 ? pen.say('understood', { what: named.join(', ') }) : ''
  const near = named.length === 0 && !question.said.has('claude') && question.unexplained.length > 0 && asksForSomebody(question) ? await nearest(asking) : ''
  return { text: paragraphs(pen.say('passOn'), understood, await nearMemories(asking), near), detail: '', needsClaude: true }
}

/** What is remembered near to a question that the records cannot answer; nothing in an incognito conversation. */
async function nearMemories({ parts: { db, embedder, now }, question, context, pen }: Asking): Promise<string> {
  if (isIncognito(db, context.conversationId)) return ''
  const recalled = await recall({ db, embedder, now }, { text: question.text, productionId: context.productionId, limit: 3 }, context.signal)
  return recalled.length === 0 ? '' : paragraphs(pen.say('nearMemory'), recalled.map(({ memory }) => `- ${pen.link({ kind: 'memory', id: memory.id }, memory.text)}`).join('\n'))
}

const asksForSomebody = ({ said }: Question): boolean => (['want', 'show', 'who', 'women', 'men', 'people', 'book'] as const).some(concept => said.has(concept))

async function nearest(asking: Asking): Promise<string> {
  const { text, detail } = await find.answer(asking)
  return detail === '0' ? '' : paragraphs(asking.pen.say('nearest'), text)
}

/**
 * Tells whether a question looks for people: it states a condition or asks for somebody, and the book knows most of its words.
 */
function isSearch({ db, settings }: OfflineParts, question: Question): boolean {
  const { unexplained } = question
  // A search knows no days: who is asked for on a day is asked for something else.
  if (question.days !== null) return false
  const known = (kind: string) => (word: string): boolean => db.prepare('SELECT 1 FROM talent_word WHERE kind = ? AND word = ? LIMIT 1').get(kind, word) !== undefined
  const { chips } = readSentence(searchSentence(db, question.sentence), { isLanguage: known('language'), isCity: known('city') })
  const glossary = makeGlossary(settings().glossary)
  const inBook = db.prepare('SELECT 1 FROM talent_fts WHERE talent_fts MATCH ? LIMIT 1')
  const strange = unexplained.filter(word => inBook.get(phrase(word)) === undefined && glossary.alternatives(word).length === 0 && glossary.soundingLike(word).length === 0 && !/^\d+$/.test(word))
  if (chips.length > 0) return strange.length <= Math.max(1, unexplained.length / 2)
  return unexplained.length > 0 && strange.length === 0 && (asksForSomebody(question) || unexplained.length <= 3)
}
