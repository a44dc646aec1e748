import type { ChatEvent, Message } from '../../src-preload/contract/chat.ts'
import { openChat } from '../../src-main/chat/chat.ts'
import { readHistory } from '../../src-main/chat/messages.ts'
import { openDatabase } from '../../src-main/database/openDatabase.ts'
import { claudeOf, complaint, preparedParts, says } from './prepared.ts'
import { linesUntilKilled } from '../support/linesUntilKilled.ts'

/** What was found in the file of a chat whose process was killed. */
export interface AfterKill {
  /** How many lines of what was acknowledged had come. */
  readonly lines: number
  /** In the midst of which the process was ended. */
  readonly during: 'streaming' | 'rest'
  /** What is wrong, in words; empty where nothing was lost. */
  readonly wrong: readonly string[]
}

/**
 * Lets a process answer in a chat of the folder, ends it with SIGKILL once so many lines were acknowledged, and looks at the file:
 * it opens whole, every word that was shown stands in its message, what was broken off is marked, and the next question is answered.
 */
export async function killChat(folder: string, afterLines: number): Promise<AfterKill> {
  const events = await linesUntilKilled<ChatEvent>(new URL('chatToKill.ts', import.meta.url), folder, afterLines)
  const shown = new Map<string, Message>()
  for (const event of events) {
    if (event.kind === 'message') shown.set(event.message.id, event.message)
    else if (event.kind === 'delta') show(shown, event)
  }
  const db = openDatabase({ folder, now: () => new Date() })
  const wrong: string[] = []
  const whole = db.pragma('integrity_check', { simple: true })
  if (whole !== 'ok') wrong.push(`the file is damaged: ${String(whole)}`)
  const chat = openChat(preparedParts(db, claudeOf([says('Still here.')]).converse))
  try {
    const conversation = chat.conversations({ archived: false, limit: 1, offset: 0 }).conversations[0]
    if (!conversation) return { lines: events.length, during: 'rest', wrong: [...wrong, 'the conversation is gone'] }
    const read = (): readonly Message[] => chat.messages({ conversationId: conversation.id, limit: 500 }).messages
    const kept = new Map(read().map(message => [message.id as string, message]))
    for (const message of shown.values()) wrong.push(...lost(message, kept.get(message.id)))
    const history = readHistory(preparedParts(db, claudeOf([]).converse), { conversationId: conversation.id, seq: Number.MAX_SAFE_INTEGER }, 10_000_000)
    const sent = history.flatMap(({ role, wire }) => (role === 'user' ? [{ role, blocks: [{ kind: 'text', text: 'asked' }] } as const] : wire))
    const illegal = complaint([...sent, { role: 'user', blocks: [{ kind: 'text', text: 'asked' }] }])
    if (illegal !== null) wrong.push(`it cannot be gone on from: ${illegal}`)
    await askOnce(chat, conversation.id)
    const answer = read().at(-1)
    if (answer?.state !== 'done' || !JSON.stringify(answer.blocks).includes('Still here.')) wrong.push(`the next question was not answered: ${answer?.state ?? 'nothing'}`)
    return { lines: events.length, during: [...shown.values()].some(({ state }) => state === 'streaming') ? 'streaming' : 'rest', wrong }
  } finally {
    await chat.close()
    db.close()
  }
}


function show(shown: Map<string, Message>, { messageId, block, from, text }: Extract<ChatEvent, { kind: 'delta' }>): void {
  const message = shown.get(messageId)
  if (!message) return
  const before = message.blocks[block]
  const words = before && before.kind !== 'tool' ? before.text : ''
  if (words.length !== from) throw new Error(`a delta does not join: ${words.length} of ${from}`)
  const kind = before?.kind === 'thinking' ? 'thinking' : 'text'
  shown.set(messageId, { ...message, blocks: message.blocks.toSpliced(block, 1, { kind, text: words + text }) })
}

function lost(shown: Message, kept: Message | undefined): readonly string[] {
  if (!kept) return [`a message of ${shown.role} is gone`]
  const wrong = shown.blocks.flatMap((block, index) => {
    const there = kept.blocks[index]
    if (block.kind === 'tool') return there?.kind === 'tool' && there.callId === block.callId ? [] : [`block ${index}: the tool is gone`]
    return there && there.kind !== 'tool' && there.text.startsWith(block.text) ? [] : [`block ${index}: words are gone`]
  })
  if (kept.state === 'streaming') wrong.push('it is still coming')
  if (shown.state === 'done' && kept.state !== 'done') wrong.push(`it was done and is ${kept.state}`)
  return wrong
}

async function askOnce(chat: ReturnType<typeof openChat>, conversationId: Parameters<typeof chat.stop>[0]): Promise<void> {
  const following = chat.follow(conversationId)
  await following.next()
  await following.next()
  await chat.send({ conversationId, text: 'And now?' }, [], 'claude')
  for await (const event of following) if (event.kind === 'phase' && event.phase.kind === 'idle') break
}
