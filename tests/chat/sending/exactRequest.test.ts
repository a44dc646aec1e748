import { describe, expect, it } from 'vitest'
import { assembleTurn } from '../../../src-main/chat/assembleTurn.ts'
import { exactRequest } from '../../../src-main/chat/exactRequest.ts'
import { saying } from '../../support/claudeStandIn.ts'
import { testClaude } from '../../claude/office.ts'
import { lookedUp, openDesk, remembered, spoken } from './desk.ts'

const signal = (): AbortSignal => new AbortController().signal

describe('what leaves this laptop', () => {
  it.each([false, true])('is byte for byte what is shown (names hidden: %j)', async claudePseudonyms => {
    const desk = openDesk({ brief: 'A tonga driver, "old", ₹ no object.\nहिन्दी' })
    desk.role('RAMDIN')
    desk.person({ name: 'Bhumika Pednekar', phone: '98200 12345' })
    desk.set({ claudePseudonyms })
    const { claude, standIn } = await testClaude({}, { db: desk.db })
    standIn.replies(saying([{ text: 'Yes.' }]))
    const parts = { ...desk.parts, claude, recall: async () => [remembered('Bhumika Pednekar is never late.')] }
    const matter = desk.matter('Is Bhumika Pednekar free? 98200 12345', {
      history: [spoken(1, 'user', 'Who is forty?'), lookedUp(2, { people: [{ ref: 't1', name: 'Bhumika Pednekar' }] }, '[Bhumika Pednekar](#t1).')],
    })
    const { json, parts: shown, counted } = await exactRequest(parts, matter)
    expect(standIn.requests).toEqual([])
    expect(counted).toBe(false)
    const { request } = await assembleTurn(parts, matter)
    await claude.converse(request, () => undefined, signal())
    expect(standIn.requests).toHaveLength(1)
    expect(JSON.stringify(JSON.parse(json))).toBe(JSON.stringify(standIn.requests[0]?.body))
    expect(json.includes('Bhumika')).toBe(!claudePseudonyms)
    expect(shown.every(({ why, tokens }) => why !== '' && tokens > 0)).toBe(true)
  })

  it('has its tokens counted by Claude only where that is asked for', async () => {
    const desk = openDesk()
    const { claude, standIn } = await testClaude({}, { db: desk.db })
    const exact = await exactRequest({ ...desk.parts, claude }, desk.matter('Who is the lead?'), { count: true })
    expect(exact.counted).toBe(true)
    expect(standIn.requests.map(({ path }) => path)).toEqual(['/v1/messages/count_tokens'])
  })

  it('is not sent to be counted before a yes', async () => {
    const desk = openDesk({ says: null })
    const { claude, standIn } = await testClaude({}, { db: desk.db })
    await expect(exactRequest({ ...desk.parts, claude }, desk.matter('Who?'), { count: true })).rejects.toMatchObject({ code: 'CLAUDE_NOT_ALLOWED' })
    expect(standIn.requests).toEqual([])
    expect((await exactRequest({ ...desk.parts, claude }, desk.matter('Who?'))).json).toContain('The Last Tonga')
  })

  it('names what is sent as something else', async () => {
    const desk = openDesk()
    desk.person({ name: 'Bhumika Pednekar' })
    desk.set({ claudePseudonyms: true })
    const { claude } = await testClaude({}, { db: desk.db })
    expect((await exactRequest({ ...desk.parts, claude }, desk.matter('Bhumika Pednekar?'))).pseudonyms).toEqual([
      { name: 'The Last Tonga', sent: 'Production P1' }, { name: 'Bhumika Pednekar', sent: 'Person T1' },
    ])
  })
})
