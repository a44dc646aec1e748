import type { ChatAction, Conversation, Message, MessageBlock, RecordCard } from '../../src-preload/contract/chat.ts'
import { printedDay } from '../../src-preload/contract/said.ts'
import { safeFileName } from '../documents/fileNames.ts'

/** A conversation as it is written out: every message that stands, oldest first. */
export interface WrittenConversation {
  readonly conversation: Conversation
  /** The title of its production; null where it belongs to none. */
  readonly production: string | null
  readonly messages: readonly Message[]
}

/**
 * Writes a conversation as a file to keep or send: Markdown to read, or JSON to go on with.
 *
 * Markdown leaves out what Claude thought, and writes records by their names. JSON is `{ castmatch: 'conversation', version: 1, exportedAt, production,
 * conversation, messages }`, the messages as the contract has them, thoughts included; neither holds signatures or what else only Claude can read.
 */
export function exportConversation(written: WrittenConversation, as: 'markdown' | 'json', now: Date): File {
  const { conversation, production } = written
  const name = safeFileName([production ?? '', conversation.title || 'Conversation', printedDay(now)], as === 'json' ? '.json' : '.md')
  const text = as === 'json' ? inJson(written, now) : inMarkdown(written, now)
  return new File([text], name, { type: as === 'json' ? 'application/json' : 'text/markdown' })
}

/** Reads all messages of a conversation, some hundreds at a time, oldest first. */
export function allMessages(read: (before: number | undefined) => { readonly messages: readonly Message[]; readonly earlier: number }): readonly Message[] {
  const all: Message[] = []
  for (let page = read(undefined); ; page = read(all[0]?.seq)) {
    all.unshift(...page.messages)
    if (page.earlier === 0 || page.messages.length === 0) return all
  }
}

const inJson = ({ conversation, production, messages }: WrittenConversation, now: Date): string =>
  `${JSON.stringify({ castmatch: 'conversation', version: 1, exportedAt: now.toISOString(), production, conversation, messages }, null, 2)}\n`

function inMarkdown({ conversation, production, messages }: WrittenConversation, now: Date): string {
  const head = [
    `# ${oneLine(conversation.title || 'Conversation')}`,
    [production === null ? 'No production' : `Production: ${oneLine(production)}`, `Begun ${printedDay(new Date(conversation.createdAt))}`, `Written out ${printedDay(now)}`, `${messages.length} messages`].join(' · '),
  ]
  return `${[...head, ...messages.map(messageText)].join('\n\n')}\n`
}

const whoSaid: Readonly<Record<Message['by'], string>> = { user: 'You', claude: 'Claude', records: 'Your records' }
const howItEnded: Readonly<Record<Message['state'], string>> = { done: '', streaming: 'still coming', stopped: 'stopped', failed: 'failed', queued: 'queued, not sent' }

function messageText(message: Message): string {
  const who = [whoSaid[message.by], message.at.slice(0, 16).replace('T', ' ').concat(' UTC'), howItEnded[message.state]].filter(part => part !== '').join(', ')
  const parts = message.blocks.map(block => blockText(block, message.cards)).filter(text => text !== '')
  const failure = message.failure === null ? [] : [`> ${oneLine(message.failure.sentence)}`]
  const memories = message.memories.length === 0 ? [] : [`Remembered for this answer:\n\n${message.memories.map(({ text }) => `- ${oneLine(text)}`).join('\n')}`]
  return [`## ${who}`, ...parts, ...failure, ...memories].join('\n\n')
}

function blockText(block: MessageBlock, cards: readonly RecordCard[]): string {
  if (block.kind === 'thinking') return ''
  if (block.kind === 'text') return withNames(block.text, cards).trim()
  const draft = block.draft === null ? '' : `\n\n${block.draft.to === '' ? '' : `To ${oneLine(block.draft.to)}:\n\n`}${quoted(block.draft.text)}`
  const found = block.cards.length === 0 ? '' : ` (${block.cards.map(({ title }) => oneLine(title)).join(', ')})`
  return `*${oneLine(block.title)}*: ${oneLine(block.detail)}${found}${draft}${block.action === null ? '' : `\n\n${actionText(block.action)}`}`
}

const outcomes: Readonly<Record<ChatAction['state'], string>> = { waiting: 'waits for a yes', done: 'done', declined: 'declined', undone: 'done, then taken back', failed: 'failed' }

function actionText({ title, changes, state, decidedAt, failure }: ChatAction): string {
  const when = decidedAt === null ? '' : `, ${printedDay(new Date(decidedAt))}`
  const why = failure === null ? '' : `: ${oneLine(failure.sentence)}`
  const lines = changes.map(({ what, before, after }) => `- ${oneLine(what)}: ${oneLine(before) || 'nothing'} → ${oneLine(after) || 'nothing'}`)
  return [`**${oneLine(title)}** – ${outcomes[state]}${when}${why}`, ...(lines.length > 0 ? [lines.join('\n')] : [])].join('\n\n')
}

/** Links to records as the names they were written with; a file has no cards to open. */
const withNames = (text: string, cards: readonly RecordCard[]): string =>
  text.replace(/\[((?:\\.|[^\]\\])*)\]\(#([a-z]\d{1,6})\)/gi, (_, name: string, ref: string) => name || (cards.find(card => card.ref === ref.toLowerCase())?.title ?? ''))

const quoted = (text: string): string => text.split('\n').map(line => `> ${line}`).join('\n')

/** Text of a record in one line, so that nothing in it begins a heading or a list of its own. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
