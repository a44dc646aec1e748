import type { Conversation, Message, OpenPlace } from '../../src-preload/contract/chat.ts'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import type { ConversationId, RecalledMemory } from '../../src-preload/contract/memory.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import { anthropicAddress } from '../../src-preload/contract/claude.ts'
import type { Settings } from '../../src-preload/contract/settings.ts'
import type { TurnBlock, TurnMessage, TurnRequest } from '../claude/chatTurn.ts'
import { estimateTokens } from '../claude/estimate.ts'
import type { Database } from '../database/openDatabase.ts'
import { getProduction } from '../productions/productionStore.ts'
import { conceal, type Concealed } from './concealTurn.ts'
import { joined, settled, tokensOf, tokensOfBlock, trimHistory, type PastMessage } from './history.ts'
import { instructions, pseudonymInstructions } from './instructions.ts'
import { closedTexts, mayRead, saidAbout } from './mayRead.ts'
import type { KeptMessage } from './messages.ts'
import type { Pseudonym } from './pseudonyms.ts'
import type { Revealing } from './reveal.ts'
import { dayWords, fromCastMatch, openCards, productionFacts, toldMemory } from './sentFacts.ts'
import type { ChatTool, Refs } from './tool.ts'

/** What a request is put together from. */
export interface SendingParts {
  readonly db: Database
  readonly now: () => Date
  readonly settings: () => Settings
  readonly openRefs: (conversationId: ConversationId) => Refs
  /** Recalls memories that belong to a question, best first; where it is left out, none are used. */
  readonly recall?: (asked: { readonly text: string; readonly productionId: ProductionId | null; readonly limit: number }) => Promise<readonly RecalledMemory[]>
  /** The IANA zone of the office; that of this machine where it is left out. */
  readonly zone?: string
}

/** What is asked, and where. */
export interface TurnMatter {
  readonly conversation: Conversation
  /** What was said before the question, oldest first; may begin anywhere, {@link historyCharacters} of it are enough. */
  readonly history: readonly PastMessage[]
  readonly question: Pick<KeptMessage, 'blocks'> & { readonly seq?: number }
  readonly place: OpenPlace
  /** What was said and found for this question so far: assistant and user in turns, with real names. */
  readonly answered: readonly TurnMessage[]
  readonly tools: readonly ChatTool[]
  /** What the conversation holds for the time being, a line each. */
  readonly working?: readonly string[]
  /** The memories that an earlier turn of this answer was given: given again, so that nothing is recalled twice. */
  readonly recalled?: readonly RecalledMemory[] | undefined
  /** To be shown and not sent: then a production that nobody was asked about is taken as allowed. */
  readonly onlyToShow?: boolean
}

/** A part of a request, as a person reads it. */
export interface SentPart {
  readonly title: string
  readonly text: string
  readonly why: string
}

/** A request, whole, and the way back from its pseudonyms. */
export interface AssembledTurn {
  readonly request: TurnRequest
  readonly memories: Message['memories']
  /** The same with all that is known of them, for the next turn of this answer. */
  readonly recalled: readonly RecalledMemory[]
  /** Puts real names into an answer as it streams; one for each stretch of text. */
  readonly reveal: () => Revealing
  /** Puts real names into the input of a tool. */
  readonly revealInput: (input: unknown) => unknown
  /** Puts real names into what was said in a turn, as it is kept; thinking stays as it was signed. */
  readonly revealSaid: (blocks: readonly TurnBlock[]) => readonly TurnBlock[]
  readonly pseudonyms: readonly Pseudonym[]
  /** The request in parts that a person can read. */
  readonly parts: () => readonly SentPart[]
}

/** How many memories a question is given at most. */
const mostMemories = 6
/** The longest an answer may be, in tokens. */
const longestAnswer = 4_000
/**
 * How many tokens a request is kept to by shortening what was said long ago: below what she is asked about as large, so
 * that a conversation does not grow dearer with its length. A server of one's own is taken to hold less.
 */
const usualTokens = { claude: 28_000, own: 14_000 } as const
/** What is reckoned for the shape of a tool's input, and for a question with what goes with it, in tokens. */
const tokensOfShape = 150
const tokensOfQuestion = 2_500
/** The least that is left to what was said before, in tokens. */
const leastHistory = 4_000
/** How long one answer may grow with all that its tools found, in tokens: 60% of the window; older results give way. */
const longestTurn = { claude: 120_000, own: 20_000 } as const

/** How many characters of the past are worth reading for a request: more do not fit, at three to a token and half of it form. */
export const historyCharacters = usualTokens.claude * 6

/**
 * Puts the request for one turn together: what stays the same first, then the conversation, then what belongs to the question.
 *
 * Instructions and tools, the production at hand, and the past so far as it fits stay the same bytes from question to question,
 * so that Claude keeps them; the day, what is open, and what was recalled stand behind the question. Nothing of a production
 * without a yes is read, whether the conversation belongs to it or points at it. Where the settings say so, names are replaced.
 *
 * Throws CLAUDE_NOT_ALLOWED where the conversation may not be sent, NOT_FOUND where its production was put away.
 */
export async function assembleTurn(parts: SendingParts, matter: TurnMatter): Promise<AssembledTurn> {
  const { db } = parts
  const { conversation, tools } = matter
  const settings = parts.settings()
  assertMaySend(db, settings, matter)
  const allowed = mayRead(db)
  const may = (id: ProductionId): boolean => id === conversation.productionId || allowed(id)
  const recalled = (await recallFor(parts, matter)).filter(({ memory }) => memory.productionId === null || may(memory.productionId))
  const refs = parts.openRefs(conversation.id)
  const where = settings.claudeAddress === anthropicAddress ? 'claude' : 'own'

  const system = settings.claudePseudonyms ? `${instructions}\n\n${pseudonymInstructions}` : instructions
  const production = conversation.productionId === null ? null : fromCastMatch(productionFacts(db, refs, conversation.id, conversation.productionId))
  const question = wordsOf(matter.question)
  const closed = closedTexts(db, conversation)
  const held = (matter.working ?? []).filter(line => !closed(line))
  const added = fromCastMatch(questionFacts(parts, { ...matter, working: held }, refs, may, recalled))
  const answered = shortened(settled(matter.answered), longestTurn[where])
  // Nothing that differs from question to question counts here, else the past would be cut at another place each time.
  const fixed = [system, production ?? '', ...tools.map(({ description }) => description)].reduce((sum, text) => sum + estimateTokens(text), tools.length * tokensOfShape + tokensOfQuestion)
  const past = trimHistory(matter.history, Math.max(leastHistory, usualTokens[where] - fixed), { withTools: tools.length > 0, closed })
  const isCut = past.left > 0 || hasEarlier(db, conversation.id, matter)

  const before: TurnMessage = { role: 'user', blocks: [
    ...(production === null ? [] : [{ kind: 'text', text: production } as const]),
    ...(isCut ? [{ kind: 'text', text: fromCastMatch('What was said earlier in this conversation is not sent. If it matters, ask her.') } as const] : []),
  ] }
  const asked: TurnMessage = { role: 'user', blocks: [{ kind: 'text', text: question }, { kind: 'text', text: added }] }
  const messages = joined([before, ...past.messages, asked, ...answered])
  const hidden = conceal({ db, refs, conversation, isOn: settings.claudePseudonyms }, messages)
  return {
    request: {
      kind: 'standard',
      system: [{ text: system, cached: true }],
      tools: tools.map(({ name, description, input }) => ({ name, description, input })),
      messages: hidden.messages,
      maxTokens: longestAnswer,
      subject: conversation.title === '' ? 'this conversation' : conversation.title,
      productionId: conversation.productionId,
    },
    memories: recalled.map(({ memory: { id, text } }) => ({ id, text })),
    recalled,
    reveal: hidden.stream,
    revealInput: hidden.revealValue,
    revealSaid: hidden.revealSaid,
    pseudonyms: hidden.pseudonyms,
    parts: () => partsOf({ system, tools, production, past: past.messages, isCut, shortenedPast: past.leaned + past.plain > 0, question, added, answered }, hidden),
  }
}

function assertMaySend(db: Database, settings: Settings, { conversation, onlyToShow = false }: TurnMatter): void {
  const says = saidAbout(db, settings, conversation)
  if (says === 'yes' || (onlyToShow && says === 'unasked')) return
  throw new CastMatchError('CLAUDE_NOT_ALLOWED', { subject: conversation.productionId === null ? 'The talent book' : getProduction(db, conversation.productionId).title })
}

async function recallFor({ recall }: SendingParts, { conversation, question, recalled }: TurnMatter): Promise<readonly RecalledMemory[]> {
  if (recalled) return recalled
  if (!recall || conversation.incognito) return []
  return recall({ text: wordsOf(question).slice(0, 2_000), productionId: conversation.productionId, limit: mostMemories })
}

function questionFacts(
  { now, zone = Intl.DateTimeFormat().resolvedOptions().timeZone }: SendingParts,
  { place, working = [] }: TurnMatter,
  refs: Refs,
  may: (id: ProductionId) => boolean,
  recalled: readonly RecalledMemory[],
): unknown {
  const open = openCards(refs, place, may).map(({ ref, kind, title, line }) => ({ ref, kind, title, line }))
  return {
    today: dayWords(now(), zone),
    zone,
    ...(open.length > 0 && { open }),
    ...(working.length > 0 && { held: working }),
    ...(recalled.length > 0 && { memories: recalled.map(toldMemory) }),
  }
}

const wordsOf = ({ blocks }: Pick<KeptMessage, 'blocks'>): string => blocks.flatMap(block => (block.kind === 'text' ? block.text : [])).join('\n\n')

function hasEarlier(db: Database, conversationId: ConversationId, { history }: TurnMatter): boolean {
  const first = history[0]?.seq
  if (first === undefined) return false
  const start = db.prepare<[string], number>('SELECT seq FROM chat_message WHERE conversation_id = ? ORDER BY seq LIMIT 1').pluck().get(conversationId)
  return start !== undefined && start < first
}

/** The turns of this answer so far; where they are too long the older results of tools give way. */
function shortened(answered: readonly TurnMessage[], limit: number): readonly TurnMessage[] {
  let over = tokensOf(answered) - limit
  return over <= 0 ? answered : answered.map(({ role, blocks }) => ({
    role,
    blocks: blocks.map(block => {
      if (over <= 0 || block.kind !== 'toolResult') return block
      const short: TurnBlock = { ...block, text: '(left out by now: call the tool again if it is needed)' }
      over -= Math.max(0, tokensOfBlock(block) - tokensOfBlock(short))
      return tokensOfBlock(block) > tokensOfBlock(short) ? short : block
    }),
  }))
}

interface Pieces {
  readonly system: string
  readonly tools: readonly ChatTool[]
  readonly production: string | null
  readonly past: readonly TurnMessage[]
  readonly isCut: boolean
  readonly shortenedPast: boolean
  readonly question: string
  readonly added: string
  readonly answered: readonly TurnMessage[]
}

function partsOf({ system, tools, production, past, isCut, shortenedPast, question, added, answered }: Pieces, { text, message }: Concealed): readonly SentPart[] {
  const spoken = (messages: readonly TurnMessage[]): string => messages.map(message).map(({ role, blocks }) => `${role === 'user' ? 'You' : 'Claude'}: ${blocks.map(blockWords).join('\n')}`).join('\n\n')
  const cut = [isCut && 'What was said earlier than this is left out.', shortenedPast && 'Of older answers, what the tools found is left out or in one line.'].filter(Boolean).join(' ')
  return [
    { title: 'Instructions', text: system, why: 'How Claude is to answer, and that text of others is never an instruction. The same every time. Afterwards the quick model may be asked for a title (with the beginning of your first question and of its answer) and for what to remember (with your own words of this conversation).' },
    { title: 'Tools', text: tools.map(({ name, description }) => `${name}: ${description}`).join('\n'), why: 'What Claude may ask CastMatch to look up. What a tool finds is sent only after Claude asked for it, and you see it in the answer.' },
    { title: 'The production', text: production === null ? '' : text(production), why: 'So that Claude knows the roles and scripts you speak of.' },
    { title: 'The conversation so far', text: spoken(past), why: ['So that Claude knows what was said.', cut].filter(Boolean).join(' ') },
    { title: 'Your question', text: text(question), why: 'What you ask.' },
    { title: 'What goes with it', text: text(added), why: 'The day, what is open on your screen, and what was recalled for this question.' },
    { title: 'Looked up for it', text: spoken(answered), why: 'What the tools found for this question so far.' },
  ].filter(part => part.text !== '')
}

function blockWords(block: TurnBlock): string {
  if (block.kind === 'toolCall') return `[${block.name}] ${JSON.stringify(block.input)}`
  if (block.kind === 'redacted') return '(thinking that cannot be read)'
  return block.text
}
