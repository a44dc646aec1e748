import { card, drop, expect, people, rooms, test } from '../support/journey.ts'
import { workshopSheet } from '../support/journeyScripts.ts'

test('a sheet is looked at before it comes in, its good rows are kept and its bad rows listed', async ({ page, office }) => {
  await office.open()
  const words = await drop(page, { name: 'Monsoon workshop.csv', content: workshopSheet, type: 'text/csv' })
  expect(words).toBe('This becomes a talent sheet, to look at before it is imported')
  await expect(page.getByText('6 rows, 2 will be left out')).toBeVisible()
  await expect(page.getByRole('region', { name: 'First rows' }).getByRole('row', { name: /Leela Wagholikar/ })).toContainText('40 to 50')
  await expect(page.getByRole('region', { name: 'Rows left out' }).getByText('Line 3')).toBeVisible()

  await page.getByRole('combobox', { name: 'Read Shoe Size as' }).click()
  await page.getByRole('option', { name: 'Notes' }).click()
  await expect(page.getByRole('columnheader', { name: 'Notes' })).toBeVisible()
  await page.getByRole('button', { name: 'Import 4 people' }).click()

  await expect(page.getByRole('region', { name: 'Rows left out' }).getByText('Line 6')).toBeVisible()
  await expect(page.getByText('4 people added, 2 rows left out.')).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download as CSV' }).click()
  expect((await download).suggestedFilename()).toBe('Monsoon workshop left out.csv')
  await page.getByRole('button', { name: 'See the talent' }).click()
  await expect(people(page).getByRole('row', { name: /Bhim Naik/ })).toBeVisible()
})

test('the same sheet again updates instead of doubling', async ({ page, office }) => {
  await office.open()
  for (const outcome of ['4 people added, 2 rows left out.', '0 people added, 4 unchanged, 2 rows left out.']) {
    await drop(page, { name: 'Monsoon workshop.csv', content: workshopSheet, type: 'text/csv' })
    await page.getByRole('button', { name: 'Import 4 people' }).click()
    await expect(page.getByText(outcome)).toBeVisible()
  }
  await page.getByRole('button', { name: 'See the talent' }).click()
  await expect(page.getByText('4 people', { exact: true })).toBeVisible()
})

test.describe('with the demo', () => {
  test.use({ demo: true })

  test('a sentence is understood, and a chip that was not meant is taken away', async ({ page, office }) => {
    await office.open()
    await rooms(page).getByRole('link', { name: 'Talent' }).click()
    await page.getByRole('searchbox').fill('woman who speaks Bhojpuri')
    const understood = page.getByRole('group', { name: 'What the search understood' })
    await expect(understood.getByText('Woman')).toBeVisible()
    await expect(people(page).getByRole('columnheader', { name: 'Why' })).toBeVisible()
    const first = people(page).getByRole('row').nth(1)
    await expect(first).toContainText('Woman')
    await expect(first).toContainText('Bhojpuri')
    await understood.getByRole('button', { name: 'Take away Woman' }).click()
    await expect(understood.getByText('Woman')).toBeHidden()
    await expect(people(page).getByRole('row', { name: /Man/ }).first()).toBeVisible()
    expect(page.url()).toContain('without=')
  })

  test('a search that finds nobody says so and leads back', async ({ page, office }) => {
    await office.open()
    await rooms(page).getByRole('link', { name: 'Talent' }).click()
    await page.getByRole('button', { name: 'Filters' }).click()
    await page.getByRole('textbox', { name: 'City' }).fill('Reykjavik')
    await page.getByRole('textbox', { name: 'City' }).press('Enter')
    await page.getByRole('textbox', { name: 'Skill' }).fill('falconry')
    await page.getByRole('textbox', { name: 'Skill' }).press('Enter')
    await page.keyboard.press('Escape')
    await expect(page.getByText('Nobody in the book fits all of this.')).toBeVisible()
    await page.getByRole('button', { name: 'Show everybody' }).click()
    await expect(page.getByText('60 people', { exact: true })).toBeVisible()
  })

  test('a fact is changed in place, saves itself, and is there after a reload', async ({ page, office }) => {
    await office.open()
    await rooms(page).getByRole('link', { name: 'Talent' }).click()
    await people(page).getByRole('row').nth(1).click()
    await card(page).getByRole('button', { name: /^City / }).click()
    await card(page).getByRole('textbox', { name: 'City' }).fill('Jabalpur')
    await card(page).getByRole('textbox', { name: 'City' }).press('Enter')
    await expect(card(page).getByRole('button', { name: 'City Jabalpur' })).toBeFocused()
    await card(page).getByRole('textbox', { name: 'Your notes' }).fill('Laughed at the right place.')
    await expect(card(page).getByText('Saved', { exact: true })).toBeVisible()
    await expect(people(page).getByRole('row').filter({ hasText: 'Jabalpur' })).toBeVisible()
    await page.reload()
    await expect(card(page).getByRole('textbox', { name: 'Your notes' })).toHaveValue('Laughed at the right place.')
    await expect(card(page).getByRole('button', { name: 'City Jabalpur' })).toBeVisible()
  })

  test('a person is added by hand, taken out, and brought back by Undo', async ({ page, office }) => {
    await office.open()
    await rooms(page).getByRole('link', { name: 'Talent' }).click()
    await page.getByRole('button', { name: 'Add people' }).click()
    await page.getByRole('menuitem', { name: 'By hand' }).click()
    await page.getByRole('textbox', { name: 'Screen name' }).fill('Indu Wadekar')
    await page.getByRole('button', { name: 'Add to the book' }).click()
    await expect(card(page).getByRole('heading', { name: /Indu Wadekar/ })).toBeVisible()
    await expect(card(page).getByRole('button', { name: 'Height not known' })).toBeVisible()
    await expect(page.getByText('61 people', { exact: true })).toBeVisible()
    await card(page).getByRole('button', { name: 'Take Indu Wadekar out of the book' }).click()
    await expect(page.getByText('60 people', { exact: true })).toBeVisible()
    const gone = page.getByRole('alert').filter({ hasText: 'Indu Wadekar was taken out of the book.' })
    await gone.getByRole('button', { name: 'Undo' }).click()
    await expect(page.getByText('61 people', { exact: true })).toBeVisible()
  })

  test('back closes the card and forward opens it again', async ({ page, office }) => {
    await office.open()
    await rooms(page).getByRole('link', { name: 'Talent' }).click()
    await people(page).getByRole('row').nth(2).click()
    await expect(card(page)).toBeVisible()
    await page.goBack()
    await expect(card(page)).toBeHidden()
    await page.goForward()
    await expect(card(page)).toBeVisible()
  })
})
