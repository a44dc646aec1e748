import type { Page } from '@playwright/test'
import { card, expect, people, rooms, test } from '../support/journey.ts'

test.use({ demo: true })

/** Opens the card of somebody by name. */
async function openCard(page: Page, name: string): Promise<void> {
  await rooms(page).getByRole('link', { name: 'Talent' }).click()
  await page.getByRole('searchbox').fill(name)
  // Whoever is named comes to stand first.
  const first = people(page).getByRole('row').nth(1)
  await expect(first).toContainText(name)
  await first.click()
  await expect(card(page).getByRole('heading', { name: new RegExp(name) })).toBeVisible()
}

const saved = (page: Page) => card(page).getByText('Saved', { exact: true })

test('a child has a guardian and a checklist on the card, and what was seen to keeps its day', async ({ page, office }) => {
  await office.open()
  await openCard(page, 'Aadya Rengarajan')
  const minor = card(page).getByRole('region', { name: 'Minor' })
  await expect(minor.getByRole('button', { name: /^Guardian Rengarajan Iyer, father/ })).toBeVisible()
  await expect(minor.getByText('A checklist, not legal advice.')).toBeVisible()
  await minor.getByRole('checkbox', { name: /^Permission of the District Magistrate/ }).check()
  await expect(minor.getByLabel(/^Done on: Permission/)).toHaveValue(/^\d{4}-\d\d-\d\d$/)
  await expect(saved(page)).toBeVisible()
  await page.reload()
  await expect(minor.getByRole('checkbox', { name: /^Permission of the District Magistrate/ })).toBeChecked()
  await expect(minor.getByRole('checkbox', { name: /^A parent or guardian/ })).not.toBeChecked()
})

test('a brand conflict is written down, and one of the past says that it is over', async ({ page, office }) => {
  await office.open()
  await openCard(page, 'Ishwari Panigrahy')
  await expect(card(page).getByRole('region', { name: 'Conflicts' })).toBeHidden()
  await card(page).getByRole('button', { name: 'Add a brand conflict' }).click()
  const conflicts = card(page).getByRole('region', { name: 'Conflicts' })
  await expect(conflicts.getByRole('button', { name: 'Brands not known' })).toBeFocused()
  await page.keyboard.press('Enter')
  for (const [brand, until] of [['Nimmi Soap', '2020-01-31'], ['Chaska Chai', '2090-01-31']] as const) {
    await conflicts.getByRole('button', { name: 'Add a conflict' }).click()
    await conflicts.getByRole('textbox', { name: 'Brand' }).last().fill(brand)
    await conflicts.getByLabel('Conflict until').last().fill(until)
  }
  await conflicts.getByRole('button', { name: 'Done' }).click()
  const ledger = conflicts.getByRole('button', { name: /^Brands / }).getByRole('listitem')
  await expect(ledger).toHaveText([/^Chaska Chai, until .* 2090\s*$/, /^Nimmi Soap, until .* 2020 over\s*$/])
  await expect(saved(page)).toBeVisible()
})

test('each fact says where it came from, and what is changed by hand says so', async ({ page, office }) => {
  await office.open()
  await openCard(page, 'Mehak Dhingra Lall')
  const city = card(page).getByRole('button', { name: /^City / })
  await expect(city).toHaveAccessibleDescription(/^From the CastMatch demo, /)
  await city.hover()
  await expect(page.getByRole('tooltip')).toHaveText(/^From the CastMatch demo, /)
  await city.click()
  await card(page).getByRole('textbox', { name: 'City' }).fill('Gurugram')
  await card(page).getByRole('textbox', { name: 'City' }).press('Enter')
  await expect(city).toHaveAccessibleDescription(/^Written by hand, /)
  await expect(card(page).getByRole('button', { name: /^Height / })).toHaveAccessibleDescription(/^From the CastMatch demo, /)
})

test('dates are given a state by keys and by dragging, and one span is taken away again', async ({ page, office }) => {
  await office.open()
  await openCard(page, 'Noopur Vaidehi Salunke')
  await card(page).getByRole('button', { name: 'Add dates' }).click()
  const dates = card(page).getByRole('region', { name: 'Dates' })
  await dates.getByRole('button', { name: 'Later months' }).click()
  const days = dates.locator('button[data-day$="-01"]')
  await days.first().focus()
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Enter')
  const known = dates.getByRole('list', { name: 'Days known' }).getByRole('listitem')
  await expect(known).toHaveText([/^Blocked, /])
  await expect(dates.locator('button[data-state="blocked"]')).toHaveCount(3)
  await dates.getByText('Pencilled', { exact: true }).click()
  await dates.locator('button[data-day$="-10"]').first().hover()
  await page.mouse.down()
  await dates.locator('button[data-day$="-13"]').first().hover()
  await page.mouse.up()
  await expect(known).toHaveText([/^Blocked, /, /^Pencilled, /])
  await expect(dates.locator('button[data-state="pencilled"]')).toHaveCount(4)
  await dates.getByRole('button', { name: /^Take away Blocked/ }).click()
  await expect(known).toHaveText([/^Pencilled, /])
  await expect(saved(page)).toBeVisible()
  await page.reload()
  await expect(known).toHaveText([/^Pencilled, /])
})
