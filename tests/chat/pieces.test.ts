import { describe, expect, it } from 'vitest'
import type { ConversationId } from '../../src-preload/contract/memory.ts'
import { OpenPlace } from '../../src-preload/contract/chat.ts'
import { beginConversation } from '../../src-main/chat/conversations.ts'
import { insertAnswer, insertQuestion } from '../../src-main/chat/messageWriter.ts'
import { piecesOf } from '../../src-main/chat/messages.ts'
import { openPieces, type WrittenDelta } from '../../src-main/chat/pieces.ts'
import { foldPieces, plainWords } from '../../src-main/chat/storedBlocks.ts'
import { titleFrom } from '../../src-main/chat/titles.ts'
import { noteWorking, readWorking } from '../../src-main/chat/working.ts'
import { testDatabase } from '../support/testDatabase.ts'

const noon = new Date('2026-11-02T12:00:00Z')

/** An answer that is coming, its frames ended by hand. */
function coming() {
  const db = testDatabase()
  const conversationId = beginConversation(db, { productionId: null, incognito: false }, noon).id
  const questionId = insertQuestion(db, { conversationId, text: 'Who?', place: OpenPlace.parse({}), state: 'done' }, noon)
  const messageId = insertAnswer(db, { conversationId, questionId, by: 'claude' }, noon)
  const told: WrittenDelta[] = []
  const frames: (() => void)[] = []
  const onDisk: number[] = []
  const writer = openPieces({
    db, messageId, firstBlock: 2,
    written: delta => {
      onDisk.push(piecesOf(db, messageId).reduce((sum, { text }) => sum + text.length, 0))
      told.push(delta)
    },
    later: work => {
      frames.push(work)
      return () => void frames.splice(frames.indexOf(work), 1)
    },
  })
  return { db, messageId, writer, told, onDisk, frame: () => frames.shift()?.() }
}

describe('an answer as it comes', () => {
  it('shows its first words at once and the next with the frame, each on the disk before it is shown', () => {
    const { writer, told, onDisk, frame } = coming()
    for (const word of ['Dev', 'nath ', 'Rai']) writer.add('text', word)
    expect(told).toEqual([{ block: 2, says: 'text', from: 0, text: 'Dev' }])
    frame()
    expect(told.slice(1)).toEqual([{ block: 2, says: 'text', from: 3, text: 'nath Rai' }])
    expect(onDisk).toEqual([3, 11])
    frame()
    writer.add('text', '.')
    expect(told.at(-1)).toEqual({ block: 2, says: 'text', from: 11, text: '.' })
  })

  it('does not wait for the frame with a kilobyte of words', () => {
    const { writer, told } = coming()
    writer.add('text', 'a')
    writer.add('text', 'b'.repeat(1_024))
    expect(told.map(({ text }) => text.length)).toEqual([1, 1_024])
  })

  it('begins a new block where thinking turns into words', () => {
    const { db, messageId, writer, told } = coming()
    writer.add('thinking', 'Hm.')
    writer.add('text', 'Yes')
    writer.add('text', ', he.')
    writer.flush()
    expect(told.map(({ block, from }) => [block, from])).toEqual([[2, 0], [3, 0]])
    expect(foldPieces([], piecesOf(db, messageId))).toEqual([{ kind: 'thinking', text: 'Hm.' }, { kind: 'text', text: 'Yes, he.' }])
  })

  it('forgets a try that counts no more', () => {
    const { db, messageId, writer, told } = coming()
    writer.add('text', 'Wrong')
    writer.restart()
    writer.add('text', 'Right')
    writer.flush()
    expect(told.at(-1)).toEqual({ block: 2, says: 'text', from: 0, text: 'Right' })
    expect(foldPieces([], piecesOf(db, messageId))).toEqual([{ kind: 'text', text: 'Right' }])
  })

  it('is plain words for search, without references and thoughts', () => {
    expect(plainWords([{ kind: 'thinking', text: 'Hm.' }, { kind: 'text', text: 'Ask [Devnath Rai](#t3) of [this](https://a.in).' }])).toBe('Ask Devnath Rai of [this](https://a.in).')
  })
})

describe('a title by rule', () => {
  it.each([
    ['Who could play Ramdin?', 'Who could play Ramdin?'],
    ['  Who\n could   play Ramdin?', 'Who could play Ramdin?'],
    ['मुझे चालीस साल की औरत चाहिए जो भोजपुरी बोलती हो और जो बनारस में रहती हो', 'मुझे चालीस साल की औरत चाहिए जो भोजपुरी बोलती…'],
    ['Find a woman of forty, wiry and tall, for Friday; not from agencies', 'Find a woman of forty, wiry and tall, for…'],
    ['a'.repeat(60), `${'a'.repeat(47)}…`],
  ])('of %j is %j', (question, title) => {
    expect(titleFrom(question)).toBe(title)
    expect([...titleFrom(question)].length).toBeLessThanOrEqual(48)
  })
})

describe('what a conversation holds for the time being', () => {
  it('is bounded, newest last, and gone after a week', () => {
    const db = testDatabase()
    const id: ConversationId = beginConversation(db, { productionId: null, incognito: false }, noon).id
    for (let line = 0; line < 25; line++) noteWorking(db, id, `line ${line}`, noon)
    noteWorking(db, id, 'line  10', noon)
    const lines = readWorking(db, id, noon).map(({ text }) => text)
    expect(lines).toHaveLength(20)
    expect([lines[0], lines.at(-1)]).toEqual(['line 5', 'line 10'])
    expect(lines.filter(text => text === 'line 10')).toHaveLength(1)
    expect(readWorking(db, id, new Date('2026-11-09T12:00:01Z'))).toEqual([])
  })
})
