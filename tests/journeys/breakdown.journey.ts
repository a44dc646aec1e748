import type { Locator, Page } from '@playwright/test'
import { expect, expectAccessible, rooms, test } from '../support/journey.ts'

test.use({ demo: true, permissions: ['clipboard-read', 'clipboard-write'] })

async function openBreakdown(page: Page, name: string): Promise<Locator> {
  await rooms(page).getByRole('link', { name: /^Roles/ }).click()
  await page.getByRole('rowheader', { name, exact: true }).getByRole('link').click()
  const breakdown = page.getByRole('region', { name: 'Breakdown', exact: true })
  await expect(breakdown.getByRole('link').first()).toBeVisible()
  return breakdown
}

test('the breakdown of a role is there with its pages, and a page leads to its line', async ({ page, office }) => {
  await office.open()
  const breakdown = await openBreakdown(page, 'SAROJ DEVI')
  await expect(breakdown.getByText(/^SAROJ DEVI \(lead\):/)).toBeVisible()
  await expect(breakdown.getByRole('button', { name: 'Drafted from the script' })).toBeVisible()
  await expectAccessible(page, 'a role with its breakdown')

  const bhojpuri = breakdown.getByText('Speaks Bhojpuri.').getByRole('link')
  await bhojpuri.hover()
  await expect(page.getByRole('tooltip')).toContainText('in Bhojpuri')
  await bhojpuri.click()
  await expect(page).toHaveURL(/\/script\/[^?]+\?.*element=\d+/)
  await expect(page.locator('[data-target="true"]')).toBeInViewport()
})

test('her words stand while the draft under them changes, and either can be taken', async ({ page, office }) => {
  await office.open()
  const breakdown = await openBreakdown(page, 'MR TRIVEDI')
  const draft = await breakdown.locator('p').first().innerText()
  await breakdown.getByRole('button', { name: 'Edit the breakdown' }).click()
  const field = breakdown.getByLabel('Your breakdown')
  await expect(field).toBeFocused()
  await field.fill('A stationmaster who would rather not break anything. Shoot needs: dawn or dusk exteriors (1 scene of 4).')
  await field.press('Control+Enter')
  await expect(breakdown.getByText('A stationmaster who would rather')).toBeVisible()
  await expect(breakdown.getByRole('button', { name: 'Edit the breakdown' })).toBeFocused()
  await expect(breakdown.getByText(/Shoot needs/).getByRole('link'), 'a clause that she kept keeps its page').toBeVisible()

  await breakdown.getByRole('button', { name: 'Draft', exact: true }).click()
  await expect(page.getByRole('menuitem', { name: 'Draft by Claude', exact: true })).toBeDisabled()
  await expect(page.getByText(/no key is set on this laptop/)).toBeVisible()
  await page.getByRole('menuitem', { name: 'Draft again from the script' }).click()
  await expect(page.getByText('Your text stands as it was.')).toBeVisible()
  await expect(breakdown.getByText('A stationmaster who would rather')).toBeVisible()

  await page.getByRole('region', { name: 'What the script says' }).getByRole('button', { name: /^Dismiss: Plays/ }).click()
  await breakdown.getByRole('button', { name: 'Compare' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('A stationmaster who would rather')).toBeVisible()
  await expectAccessible(page, 'two breakdowns of a role')
  await dialog.getByRole('button', { name: 'Take the newer draft' }).click()
  await expect(breakdown.getByRole('button', { name: 'Drafted from the script' })).toBeVisible()
  await page.getByRole('alert').filter({ hasText: 'Your text is put away' }).getByRole('button', { name: 'Undo' }).click()
  await expect(breakdown.getByText('A stationmaster who would rather')).toBeVisible()
  expect(draft).toContain('57')

  await page.reload()
  await expect(breakdown.getByText('A stationmaster who would rather')).toBeVisible()
})

test('flags are read, cleared and set by hand, and the text is copied with its pages', async ({ page, office }) => {
  await office.open()
  const breakdown = await openBreakdown(page, 'BHOLA')
  const flags = breakdown.getByRole('list', { name: 'Flags' })
  await flags.getByRole('button', { name: 'Stunt or action', exact: true }).click()
  await expect(page.getByText(/^Read by CastMatch in 1 line/)).toBeVisible()
  await page.keyboard.press('Escape')
  await flags.getByRole('button', { name: 'Clear the flag Stunt or action' }).click()
  await expect(flags.getByRole('button', { name: 'Stunt or action', exact: true })).toBeHidden()
  await page.getByRole('alert').filter({ hasText: 'The flag is cleared' }).getByRole('button', { name: 'Undo' }).click()
  await expect(flags.getByRole('button', { name: 'Stunt or action', exact: true })).toBeVisible()
  await flags.getByRole('button', { name: 'Add a flag' }).click()
  await page.getByRole('menuitem', { name: 'Animals' }).click()
  await expect(flags.getByRole('button', { name: 'Animals', exact: true })).toBeVisible()

  await breakdown.getByRole('button', { name: 'Copy as text' }).click()
  await expect(page.getByText('The breakdown is copied, with its pages.')).toBeVisible()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toMatch(/^\*BHOLA\* \(\w+\): /u)
  expect(copied).toMatch(/\n\nFlags: .*Stunt or action \(p\. \d+\).*Animals$/u)
})
