import type { CDPSession, Page } from '@playwright/test'
import { answering, saying, startClaudeStandIn } from '../support/claudeStandIn.ts'
import { expect, keepKeyForClaude, test } from '../support/journey.ts'
import { longTalk, seedTalk } from '../../tools/look/chatSeed.ts'

test.use({ demo: true })

const box = (page: Page) => page.getByRole('textbox', { name: 'Your question' })

/** Nodes and listeners that the page holds, once the garbage is gone. */
async function held(inspector: CDPSession) {
  await inspector.send('HeapProfiler.collectGarbage')
  const { metrics } = await inspector.send('Performance.getMetrics')
  const of = (name: string): number => metrics.find(metric => metric.name === name)?.value ?? 0
  return { nodes: of('Nodes'), listeners: of('JSEventListeners') }
}

/** Some thousand words in paragraphs, a list and a table. */
const longWords = `${'She waits on the **bench** and folds the shawl.\n\n- plays 42 to 56\n- speaks Bhojpuri\n\n| Who | Plays |\n|---|---|\n| Phoolmati | 42 to 56 |\n\n'.repeat(60)}The end of it.`

test('thousands of words stream in, and once their conversation is closed nothing of it is left in the page', async ({ page, office }) => {
  test.slow()
  const standIn = await startClaudeStandIn()
  try {
    standIn.repliesToShapes(answering({ title: 'A talk' }))
    await keepKeyForClaude(page, office, standIn.address)
    const origin = new URL(page.url()).origin
    const id = seedTalk(office.dataFolder, longTalk(200))
    const inspector = await page.context().newCDPSession(page)
    await inspector.send('Performance.enable')
    const leave = async (): Promise<void> => {
      await page.goto(`${origin}/#/help`)
      await expect(page.getByRole('region', { name: 'Messages' })).toHaveCount(0)
    }
    const stream = async (isFirst: boolean): Promise<void> => {
      standIn.replies(saying([{ text: longWords }], { pace: 2_000 }))
      await page.goto(`${origin}/#/chat/${id}`)
      await expect(page.getByRole('region', { name: 'Messages' })).toBeVisible()
      await box(page).fill('Tell me everything')
      await box(page).press('Enter')
      if (isFirst) await page.getByRole('dialog').getByRole('button', { name: 'Send it' }).click()
      await expect(page.getByRole('article', { name: /^Claude/ }).last().getByText('The end of it.')).toBeVisible({ timeout: 60_000 })
      await expect(page.getByRole('button', { name: 'Stop', exact: true })).toBeHidden()
      await leave()
    }
    // The first time brings in what the page keeps for good: code that is loaded when it is needed, and measured fonts.
    await stream(true)
    await stream(false)
    await expect(async () => {
      const before = await held(inspector)
      await stream(false)
      const after = await held(inspector)
      expect(after.listeners).toBeLessThanOrEqual(before.listeners)
      expect(after.nodes).toBeLessThanOrEqual(before.nodes)
    }).toPass({ timeout: 120_000 })
  } finally {
    await standIn.close()
  }
})

test('a failed answer that a queued question follows is tried again in its place', async ({ page, office }) => {
  const standIn = await startClaudeStandIn()
  try {
    standIn.repliesToShapes(answering({ title: 'A talk' }))
    await keepKeyForClaude(page, office, standIn.address)
    const talk = longTalk(1)
    const id = seedTalk(office.dataFolder, { ...talk, messages: [
      { role: 'user', text: 'Who waits on the bench?' },
      { role: 'assistant', by: 'claude', text: '', state: 'failed', failure: { code: 'CLAUDE_OVERLOADED', data: {} } },
      { role: 'user', text: 'And who sits beside her?', state: 'queued' },
    ] })
    standIn.replies(saying([{ text: 'Saroj waits.' }]))
    await page.goto(`${new URL(page.url()).origin}/#/chat/${id}`)
    await page.getByRole('button', { name: 'Retry' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Send it' }).click()
    const messages = page.getByRole('region', { name: 'Messages' })
    await expect(messages.getByText('Saroj waits.')).toBeVisible()
    await expect(messages).toContainText(/Who waits on the bench\?.*Saroj waits\..*And who sits beside her\?/s)
  } finally {
    await standIn.close()
  }
})
