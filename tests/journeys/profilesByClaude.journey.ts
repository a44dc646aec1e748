import type { Page } from '@playwright/test'
import { answering, failing, startClaudeStandIn, type ClaudeStandIn, type Reply } from '../support/claudeStandIn.ts'
import { expect, expectAccessible, keepKeyForClaude, people, test, type JourneyOffice } from '../support/journey.ts'

const message = 'Rohan Mehta, 98200 12345, rohan@example.org\nplays 28-32, stays at Andheri\nBachpan se ghudsawari ki hai'
const fact = (field: string, value: string, line: number, words: string) => ({ field, value, line, words })
const borneOut = answering({ facts: [fact('skills', 'horse riding', 3, 'ghudsawari'), fact('city', 'Delhi', 2, 'stays at Delhi')] })

/** Opens the application with a key for a stand-in that answers so, and reads the message here. */
async function readHere(page: Page, office: JourneyOffice, ...replies: readonly Reply[]): Promise<ClaudeStandIn> {
  const standIn = await startClaudeStandIn()
  standIn.replies(...replies)
  await keepKeyForClaude(page, office, standIn.address)
  await page.goto(`${new URL(page.url()).origin}/#/talent/profiles`)
  await page.getByRole('textbox', { name: 'A WhatsApp message, or any text' }).fill(message)
  await page.getByRole('button', { name: 'Read the message' }).click()
  await expect(page.getByText('1 person found')).toBeVisible()
  return standIn
}

const asked = ({ requests }: ClaudeStandIn) => requests.filter(({ path, body }) => path === '/v1/messages' && JSON.stringify(body).includes('ghudsawari'))
const known = (page: Page) => page.getByRole('list', { name: 'What is known of Rohan Mehta' })

test('what would leave is shown first, what Claude read is marked and borne out by a line, and it comes in', async ({ page, office }) => {
  const standIn = await readHere(page, office, borneOut)
  try {
    await page.getByRole('button', { name: 'Read it with Claude' }).click()
    const dialog = page.getByRole('dialog', { name: 'Send this to Claude?' })
    await expect(dialog.getByText('Phone numbers, e-mail addresses and links stay here.')).toBeVisible()
    const leaving = dialog.getByRole('region', { name: 'What leaves this laptop' })
    await expect(leaving).toContainText('ghudsawari')
    await expect(leaving).not.toContainText(/98200|rohan@/)
    await expectAccessible(page, 'what leaves the laptop of a profile')
    await dialog.getByRole('button', { name: 'Keep it here' }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByRole('button', { name: 'Read it with Claude' })).toBeFocused()
    expect(asked(standIn)).toEqual([])

    await page.keyboard.press('Enter')
    await dialog.getByRole('button', { name: 'Send it' }).click()
    await expect(page.getByText('Claude read 1 person; look each fact over beside the words it came from. 1 fact that no line bears out was left out.')).toBeVisible()
    await expect(known(page).getByRole('checkbox', { name: 'Skills: horse riding, by Claude' })).toBeChecked()
    await expect(known(page)).not.toContainText('Delhi')
    await expect(page.locator('mark[data-field="skills"]')).toHaveText('ghudsawari')
    expect(asked(standIn)).toHaveLength(1)
    expect(JSON.stringify(asked(standIn)[0]?.body)).not.toMatch(/98200|rohan@/)
    await expectAccessible(page, 'a profile that Claude read')

    await page.getByRole('button', { name: 'Add 1 person' }).click()
    await people(page).getByRole('row', { name: /Rohan Mehta/ }).click()
    await expect(page.getByRole('complementary', { name: 'Talent card' }).getByText('horse riding')).toBeVisible()
  } finally {
    await standIn.close()
  }
})

test('Claude that declines or fails is told of, what was read here stays, and the next try works', async ({ page, office }) => {
  const standIn = await readHere(page, office, answering('I would rather not.', { stopReason: 'refusal' }), failing(400, 'invalid_request_error'), borneOut)
  try {
    for (const sentence of [/^Claude declined to answer/, /did not accept the question/]) {
      await page.getByRole('button', { name: 'Read it with Claude' }).click()
      await page.getByRole('dialog', { name: 'Send this to Claude?' }).getByRole('button', { name: 'Send it' }).click()
      const told = page.getByRole('alert').filter({ hasText: sentence })
      await expect(told).toBeVisible()
      await expect(known(page)).toContainText('98200 12345')
      await expectAccessible(page, 'a profile that Claude did not read')
      await told.getByRole('button', { name: 'Close this message' }).click()
      await expect(told).toBeHidden()
    }
    await page.getByRole('button', { name: 'Read it with Claude' }).click()
    await page.getByRole('dialog', { name: 'Send this to Claude?' }).getByRole('button', { name: 'Send it' }).click()
    await expect(known(page).getByRole('checkbox', { name: 'Skills: horse riding, by Claude' })).toBeChecked()
  } finally {
    await standIn.close()
  }
})
