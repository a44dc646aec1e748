import { getEventListeners } from 'node:events'
import { setImmediate } from 'node:timers/promises'
import { describe, expect, it, vi } from 'vitest'
import type { ConversationId } from '../../src-preload/contract/memory.ts'
import { openTalk, type TalkOffice } from '../../src-renderer/chat/talkDesk.ts'
import type { AskFrame } from '../../src-renderer/chat/perFrame.ts'
import { testDatabase } from '../support/testDatabase.ts'
import type { Turn } from './prepared.ts'
import { openRoom } from './room.ts'

const tokens = 4_000
const word = (index: number): string => `word${index} `

/** A long answer, of which the next token comes when the others had a turn. */
const longAnswer: Turn = async hear => {
  for (let index = 0; index < tokens; index += 1) {
    hear({ kind: 'text', text: word(index) })
    if (index % 50 === 0) await setImmediate()
  }
  return { blocks: [{ kind: 'text', text: Array.from({ length: tokens }, (_, index) => word(index)).join('') }], stopReason: 'end' }
}

/** A database that counts the statements that are asked for. */
function countingDatabase() {
  const db = testDatabase()
  const prepare = vi.spyOn(db, 'prepare')
  return { db, prepared: () => prepare.mock.calls.length, forget: () => prepare.mockClear() }
}

/** Timers of the office that are open, and how many there were. */
function timers() {
  let open = 0
  const later = (work: () => void, ms: number): (() => void) => {
    open += 1
    const timer = setTimeout(() => {
      open -= 1
      work()
    }, ms)
    let isOver = false
    return () => {
      if (!isOver && timer.hasRef()) open -= 1
      isOver = true
      clearTimeout(timer)
    }
  }
  return { later, open: () => open }
}

/** Frames that are drawn one after another, as a page draws them; `most` is how many were ever asked for at once. */
function frames() {
  let asked = 0
  let most = 0
  let drawn = 0
  const ask: AskFrame = go => {
    asked += 1
    most = Math.max(most, asked)
    let isTaken = false
    const done = (): void => {
      if (isTaken) return
      isTaken = true
      asked -= 1
    }
    globalThis.setImmediate(() => {
      if (isTaken) return
      done()
      drawn += 1
      go()
    })
    return done
  }
  return { ask, open: () => asked, most: () => most, drawn: () => drawn }
}

describe('a long answer that streams into an open conversation', () => {
  it('is drawn once a frame at most, and leaves no follower, listener, timer or piece behind once the conversation closes', async () => {
    const { db, prepared, forget } = countingDatabase()
    const clock = timers()
    const room = openRoom({ db, turns: [longAnswer, longAnswer], later: clock.later })
    const id: ConversationId = room.chat.begin({ productionId: null, incognito: false }).id
    const office: TalkOffice = { chat: {
      follow: async ({ conversationId }, options) => room.chat.follow(conversationId, options.signal),
      messages: async asked => room.chat.messages(asked),
    } }
    for (const [round, question] of ['Tell me everything', 'And once more'].entries()) {
      const picture = frames()
      const closing = new AbortController()
      const talk = openTalk(office, id, { news: () => undefined, proposals: () => undefined }, picture.ask)
      let changes = 0
      talk.store.subscribe(() => { changes += 1 })
      const following = talk.follow(closing.signal)
      await vi.waitUntil(() => talk.store.getState().reading === 'ready')
      const changesBefore = changes
      await room.chat.send({ conversationId: id, text: question }, [], 'claude')
      await vi.waitUntil(() => talk.store.getState().phase.kind === 'idle' && [...talk.store.getState().settled.values()].filter(({ role }) => role === 'assistant').length === round + 1, { timeout: 20_000 })
      const answer = [...talk.store.getState().settled.values()].at(-1)
      expect(answer?.blocks[0]).toMatchObject({ kind: 'text', text: expect.stringContaining(word(tokens - 1)) as string })
      expect(picture.most()).toBe(1)
      expect(changes - changesBefore).toBeLessThanOrEqual(picture.drawn())
      expect(room.chat.followers(id)).toBe(1)
      closing.abort()
      await following
      expect({
        followers: room.chat.followers(), listeners: getEventListeners(closing.signal, 'abort').length, timers: clock.open(), frames: picture.open(), live: talk.store.getState().live.size,
        pieces: db.prepare('SELECT count(*) FROM chat_piece').pluck().get(),
      }).toEqual({ followers: 0, listeners: 0, timers: 0, frames: 0, live: 0, pieces: 0 })
      // Nothing is asked of the database any more.
      forget()
      for (let turn = 0; turn < 20; turn += 1) await setImmediate()
      expect(prepared()).toBe(0)
    }
  })
})
