import { writeSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import type { ConversationId } from '../../src-preload/contract/memory.ts'
import { openChat } from '../../src-main/chat/chat.ts'
import type { TalkToClaude } from '../../src-main/claude/chatTurn.ts'
import { openDatabase } from '../../src-main/database/openDatabase.ts'
import { noteTools, preparedParts } from './prepared.ts'

/*
 * A process that answers question after question in one conversation and writes down, a line each, what was acknowledged: each
 * question that was taken and each event that a follower was told. It never ends by itself: killChat.ts ends it.
 */

const [folder = ''] = process.argv.slice(2)
const db = openDatabase({ folder, now: () => new Date() })
const acknowledge = (said: unknown): void => void writeSync(1, `${JSON.stringify(said)}\n`)

let turns = 0
/** Says some words with thoughts in between, looks something up twice, then ends. */
const converse: TalkToClaude['converse'] = async (_request, hear) => {
  turns += 1
  const words = Array.from({ length: 40 }, (_, index) => `${turns}.${index} मीरा `)
  for (const [index, text] of words.entries()) {
    hear({ kind: index < 8 ? 'thinking' : 'text', text })
    await setImmediate()
  }
  const said = [{ kind: 'thinking', text: words.slice(0, 8).join(''), signature: 'signed' }, { kind: 'text', text: words.slice(8).join('') }] as const
  const usage = { input: 1, output: 1, cacheWrite: 0, cacheRead: 0 }
  if (turns % 3 === 0) return { blocks: said, stopReason: 'end', model: 'prepared', usage, microDollars: 10 }
  const callId = `call ${process.pid} ${turns}`
  return { blocks: [...said, { kind: 'toolCall', callId, name: 'look_up', input: {} }], stopReason: 'tools', model: 'prepared', usage, microDollars: 10 }
}

// Written far more often than a page needs, so that many of the points lie in the midst of a write.
const later = (work: () => void): (() => void) => {
  const timer = setTimeout(work, 1)
  return () => clearTimeout(timer)
}
const chat = openChat({ ...preparedParts(db, converse), tools: noteTools(['a note']), later })
const listed = chat.conversations({ archived: false, limit: 1, offset: 0 }).conversations[0]
const conversationId: ConversationId = (listed ?? chat.begin({ productionId: null, incognito: false })).id
let rested = Promise.withResolvers<void>()
const isFollowed = rested.promise
void (async () => {
  for await (const event of chat.follow(conversationId)) {
    acknowledge(event)
    if (event.kind === 'phase' && event.phase.kind === 'idle') rested.resolve()
  }
})()
await isFollowed
for (let asked = 1; ; asked++) {
  rested = Promise.withResolvers<void>()
  const { question } = await chat.send({ conversationId, text: `Question ${process.pid} ${asked}` }, [], 'claude')
  acknowledge({ kind: 'message', message: question })
  await rested.promise
}
