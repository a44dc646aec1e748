import { describe, expect, it } from 'vitest'
import { openAssembling } from '../../../src-main/chat/openAssembling.ts'
import { openDesk } from './desk.ts'

/** A desk whose clock can be put on, and what puts requests together at it. */
function openClocked() {
  const desk = openDesk()
  let at = Date.parse('2026-11-21T09:00:00.000Z')
  return { ...desk, assemble: openAssembling({ ...desk.parts, now: () => new Date(at) }), later: (ms: number) => { at += ms } }
}

describe('a request that is looked at before it is sent', () => {
  it('is put together once, as long as nothing it depends on changes', async () => {
    const { assemble, matter } = openClocked()
    await assemble(matter('Who sings?')) // may give the first references, which is a change
    const first = await assemble(matter('Who sings?'))
    expect(await assemble(matter('Who sings?'))).toBe(first)
    expect(await assemble(matter('Who dances?'))).not.toBe(first)
  })

  it('is put together anew after a change of the records, of the settings, and in another minute', async () => {
    const { assemble, matter, person, set, later } = openClocked()
    const settled = async () => {
      await assemble(matter('Who sings?'))
      return assemble(matter('Who sings?'))
    }
    const seen = [await settled()]
    person({ name: 'Kavita Sinha' })
    seen.push(await settled())
    set({ claudePseudonyms: true })
    seen.push(await settled())
    later(60_000)
    seen.push(await settled())
    expect(new Set(seen).size).toBe(4)
  })

  it('is not kept where the conversation is incognito, and only the last few are', async () => {
    const { assemble, matter, conversation } = openClocked()
    const secret = matter('Who sings?', { conversation: { ...conversation, incognito: true } })
    expect(await assemble(secret)).not.toBe(await assemble(secret))
    await assemble(matter('0'))
    const first = await assemble(matter('0'))
    for (const text of ['1', '2', '3']) await assemble(matter(text))
    expect(await assemble(matter('0'))).toBe(first)
    await assemble(matter('4'))
    expect(await assemble(matter('0'))).not.toBe(first)
  })
})
