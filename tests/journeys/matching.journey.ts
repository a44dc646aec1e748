import type { Page } from '@playwright/test'
import { card, expect, expectAccessible, rooms, test } from '../support/journey.ts'

test.use({ demo: true })

const candidates = (page: Page) => page.getByRole('region', { name: 'Who could play this role' })
const ranked = (page: Page) => candidates(page).locator('ol > li')
const stopped = (page: Page) => candidates(page).getByText(/\d+ (person|people) stopped by a must/)
const must = (page: Page, text: string | RegExp) => candidates(page).getByRole('group', { name: 'Musts of the role' }).getByRole('button', { name: text })
const byHand = (page: Page) => page.getByRole('region', { name: 'By hand' })

/** Opens a role and waits for its ranking. */
async function openRole(page: Page, name: string): Promise<void> {
  await rooms(page).getByRole('link', { name: /^Roles/ }).click()
  await page.getByRole('rowheader', { name }).getByRole('link').click()
  await expect(ranked(page).first()).toBeVisible()
}

test('a weight is moved by keys and kept, the order follows it, and the usual weights come back', async ({ page, office }) => {
  await office.open()
  await openRole(page, 'NANDINI')
  const what = candidates(page).getByRole('button', { name: 'What counts' })
  await what.click()
  const panel = page.getByRole('dialog', { name: 'What counts' })
  const usual = panel.getByRole('button', { name: 'Back to the usual weights' })
  await expect(usual).toBeDisabled()
  const meaning = panel.getByRole('slider', { name: 'Nearness in meaning' })
  const weighed = ranked(page).first().getByRole('list', { name: 'Factors' }).getByRole('listitem').filter({ hasText: 'Nearness in meaning' })
  await expect(weighed).toHaveCount(1)
  await meaning.focus()
  await page.keyboard.press('Home')
  await expect(meaning).toHaveAttribute('aria-valuenow', '0')
  await expect(usual).toBeEnabled()
  // What counts for nothing has no bar.
  await expect(weighed).toHaveCount(0)
  await expect(panel.getByRole('switch', { name: 'Learn from what I decide' })).not.toBeChecked()
  await expectAccessible(page, 'what counts how much')
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
  await expect(what).toBeFocused()

  await page.reload()
  await expect(ranked(page).first()).toBeVisible()
  await what.click()
  await expect(meaning).toHaveAttribute('aria-valuenow', '0')
  await usual.click()
  await expect(usual).toBeDisabled()
  await expect(meaning).not.toHaveAttribute('aria-valuenow', '0')
})

test('why somebody is not at the top is asked by name, and answered from the record', async ({ page, office }) => {
  await office.open()
  await openRole(page, 'NANDINI')
  await candidates(page).getByRole('button', { name: 'Why not' }).click()
  const dialog = page.getByRole('dialog', { name: 'Why not' })
  const who = dialog.getByRole('textbox', { name: 'Who' })
  await expect(who).toBeFocused()
  await who.fill('Tarann')
  await dialog.getByRole('button', { name: 'Tarannum Behzad' }).click()
  await expect(dialog.getByRole('status')).toContainText('Tarannum Behzad')
  await expect(dialog.getByRole('list', { name: 'Factors' })).toBeVisible()
  await expectAccessible(page, 'why not somebody')
  await dialog.getByRole('status').getByRole('button', { name: 'Tarannum Behzad' }).click()
  await expect(dialog).toBeHidden()
  await expect(card(page).getByRole('heading', { name: /Tarannum Behzad/ })).toBeVisible()
})

test('the terms of a role stop whom they must with the fact that did, and each is lifted as a gate', async ({ page, office }) => {
  test.setTimeout(150_000)
  await office.open()
  await openRole(page, 'NANDINI')

  await byHand(page).getByRole('textbox', { name: /^Fee up to/ }).fill('20000')
  await byHand(page).getByRole('textbox', { name: /^Fee up to/ }).press('Tab')
  await expect(must(page, 'up to ₹20,000 a day')).toHaveAttribute('aria-pressed', 'true')
  await stopped(page).click()
  const noopur = candidates(page).getByRole('listitem').filter({ has: page.getByRole('button', { name: 'Noopur Vaidehi Salunke', exact: true }) })
  await expect(noopur).toContainText('Stopped: Asks ₹25,000 a day; the budget is up to ₹20,000 a day')
  await expectAccessible(page, 'people stopped by the terms of a role')
  await must(page, 'up to ₹20,000 a day').click()
  await expect(must(page, 'up to ₹20,000 a day')).toHaveAttribute('aria-pressed', 'false')
  await expect(noopur).not.toContainText('Stopped')

  await byHand(page).getByRole('textbox', { name: 'Union card' }).fill('CINTAA')
  await byHand(page).getByRole('textbox', { name: 'Union card' }).press('Enter')
  await expect(must(page, 'CINTAA card')).toHaveAttribute('aria-pressed', 'true')
  await must(page, 'CINTAA card').click()
  await expect(must(page, 'CINTAA card')).toHaveAttribute('aria-pressed', 'false')

  const languages = byHand(page).getByRole('group', { name: 'Languages' })
  await languages.getByRole('textbox', { name: 'Add a language' }).fill('Telugu')
  await languages.getByRole('textbox', { name: 'Add a language' }).press('Enter')
  await languages.getByRole('button', { name: 'Telugu', exact: true }).click()
  await expect(must(page, 'speaks Telugu')).toHaveAttribute('aria-pressed', 'true')
  await byHand(page).getByRole('combobox', { name: 'Telugu, at least' }).selectOption('fluent')
  await expect(must(page, 'speaks Telugu, fluent or better')).toBeVisible()
  // Telugu, but only a little.
  await stopped(page).click()
  await expect(noopur).toContainText(/Stopped: .*Telugu/)
  await must(page, 'speaks Telugu, fluent or better').click()
  await expect(noopur).not.toContainText('Stopped')
  await page.reload()
  await expect(must(page, 'CINTAA card')).toHaveAttribute('aria-pressed', 'false')
})
