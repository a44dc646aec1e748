import { describe, expect, it } from 'vitest'
import { assertAgreed, beforeSending, type AskingParts } from '../../../src-main/chat/beforeSending.ts'
import { saidAbout } from '../../../src-main/chat/mayRead.ts'
import { keepConsent } from '../../../src-main/claude/consent.ts'
import { logUsage } from '../../../src-main/claude/usageLog.ts'
import { testClaude } from '../../claude/office.ts'
import { now, openDesk, type Desk } from './desk.ts'

async function asking(options: Parameters<typeof openDesk>[0] = {}): Promise<{ readonly desk: Desk; readonly parts: AskingParts; readonly claude: Awaited<ReturnType<typeof testClaude>> }> {
  const desk = openDesk(options)
  const claude = await testClaude({}, { db: desk.db })
  return { desk, claude, parts: { ...desk.parts, claude: claude.claude, allowOffice: () => desk.set({ claudeOffice: 'yes' }) } }
}

const spend = ({ db }: Desk, dollars: number): void => logUsage(db, { kind: 'standard', model: 'claude-sonnet-5-5', subject: '', usage: { input: dollars * 500_000, output: 0, cacheWrite: 0, cacheRead: 0 }, fromCache: false }, now())

describe('before a question is sent', () => {
  it('nothing is asked where a yes was said, and its price is told', async () => {
    const { desk, parts } = await asking()
    spend(desk, 1)
    const before = await beforeSending(parts, desk.matter('Who is the lead?'))
    expect(before).toMatchObject({ who: 'claude', why: '', asks: [], budgetPaise: null, monthPaise: 9_040 })
    expect(before.tokens).toBeGreaterThan(800)
    expect(before.paise).toBeGreaterThan(0)
    await assertAgreed(parts, desk.matter('Who is the lead?'), [])
  })

  it('the first time a yes is needed, and holds from then on', async () => {
    const { desk, parts, claude } = await asking({ says: null })
    const matter = desk.matter('Who is the lead?')
    expect((await beforeSending(parts, matter)).asks).toEqual(['first'])
    await expect(assertAgreed(parts, matter, ['large', 'budget'])).rejects.toMatchObject({ code: 'CLAUDE_ASKS_FIRST' })
    expect(saidAbout(desk.db, parts.settings(), desk.conversation)).toBe('unasked')
    await assertAgreed(parts, matter, ['first'])
    expect(saidAbout(desk.db, parts.settings(), desk.conversation)).toBe('yes')
    expect((await beforeSending(parts, matter)).asks).toEqual([])
    expect(claude.standIn.requests).toEqual([])
  })

  it('a yes that was taken back is asked for again', async () => {
    const { desk, parts } = await asking()
    keepConsent(desk.db, desk.productionId, null, now())
    expect((await beforeSending(parts, desk.matter('Who is the lead?'))).asks).toEqual(['first'])
  })

  it('without a production the yes is for the talent book', async () => {
    const { desk, parts } = await asking({ tied: false })
    const matter = desk.matter('Who is free?')
    expect((await beforeSending(parts, matter)).asks).toEqual(['first'])
    await assertAgreed(parts, matter, ['first'])
    expect(parts.settings().claudeOffice).toBe('yes')
  })

  it('a large question is asked about', async () => {
    const { desk, parts } = await asking()
    const matter = desk.matter('x'.repeat(3 * 30_000))
    const before = await beforeSending(parts, matter)
    expect(before.asks).toEqual(['large'])
    await expect(assertAgreed(parts, matter, ['first'])).rejects.toMatchObject({ code: 'CLAUDE_ASKS_FIRST' })
    await expect(assertAgreed(parts, matter, [])).rejects.toThrow(`it is large, some ${before.tokens.toLocaleString('en-IN')} tokens for ₹`)
    await assertAgreed(parts, matter, ['large'])
  })

  it('a question that may pass the budget of the month is asked about', async () => {
    const { desk, parts } = await asking()
    desk.set({ claudeBudget: 10_000 })
    spend(desk, 1)
    const matter = desk.matter('Who is the lead?')
    expect((await beforeSending(parts, matter)).asks).toEqual(['budget'])
    await expect(assertAgreed(parts, matter, [])).rejects.toMatchObject({ code: 'CLAUDE_OVER_BUDGET' })
    await expect(assertAgreed(parts, matter, [])).rejects.toThrow('₹90.40 of ₹100.00 is used')
    await assertAgreed(parts, matter, ['budget'])
    desk.set({ claudeBudget: 100_000 })
    expect((await beforeSending(parts, matter)).asks).toEqual([])
  })

  it('the records answer where a production is under NDA, and that is said plainly', async () => {
    const { desk, parts } = await asking({ says: false })
    expect(await beforeSending(parts, desk.matter('Who?'))).toMatchObject({ who: 'records', why: 'The Last Tonga is under NDA: Claude is off for this production.', asks: [], tokens: 0 })
    await assertAgreed(parts, desk.matter('Who?'), [])
    expect(saidAbout(desk.db, parts.settings(), desk.conversation)).toBe('no')
  })

  it('the records answer without a key, and where Claude is switched off', async () => {
    const { desk, parts, claude } = await asking()
    claude.set({ claudeOn: false })
    expect(await beforeSending(parts, desk.matter('Who?'))).toMatchObject({ who: 'records', why: 'Claude is switched off in Settings.' })
    claude.set({ claudeOn: true })
    claude.claude.removeKey()
    expect(await beforeSending(parts, desk.matter('Who?'))).toMatchObject({ who: 'records', why: expect.stringContaining('no key') })
  })
})
