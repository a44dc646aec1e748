import { card, drop, expect, expectAccessible, people, rooms, test } from '../support/journey.ts'
import { workshopSheet } from '../support/journeyScripts.ts'

test('every screen of an empty office passes axe in both themes', async ({ page, office }) => {
  await office.open()
  const origin = new URL(page.url()).origin
  const screens = [['/', 'Open the demo'], ['/talent', 'Your talent book is empty.'], ['/talent/import', 'Choose a sheet'], ['/memory', 'Nothing is remembered yet.'], ['/settings', 'Data folder'], ['/health', 'What is kept']] as const
  for (const [place, shows] of screens) {
    await page.goto(`${origin}/#${place}`)
    await expect(page.getByText(shows).first()).toBeVisible()
    await expectAccessible(page, `${place} of an empty office`)
  }
  await drop(page, { name: 'Monsoon workshop.csv', content: workshopSheet, type: 'text/csv' })
  await expect(page.getByRole('region', { name: 'Rows left out' })).toBeVisible()
  await expectAccessible(page, 'the mapping of a sheet')
  await page.getByRole('button', { name: 'Import 4 people' }).click()
  await expect(page.getByText('See the talent')).toBeVisible()
  await expectAccessible(page, 'the summary of an import')
})

test.describe('with the demo', () => {
  test.use({ demo: true })

  test('the productions, the script and the roles pass axe in both themes', async ({ page, office }) => {
    test.setTimeout(120_000)
    await office.open()
    await expect(page.getByRole('link', { name: /roles$/ })).toBeVisible()
    await expectAccessible(page, 'productions')
    await rooms(page).getByRole('link', { name: 'Script' }).click()
    await page.getByRole('region', { name: 'Roles' }).getByRole('button').first().click()
    await expectAccessible(page, 'the script with a role chosen')
    await rooms(page).getByRole('link', { name: /^Roles/ }).click()
    await expect(page.getByRole('rowheader').first()).toBeVisible()
    await expectAccessible(page, 'roles')
    await page.getByRole('rowheader', { name: 'SAROJ DEVI' }).getByRole('link').click()
    await expect(page.getByRole('region', { name: 'Who could play this role' }).locator('ol').getByRole('button').first()).toBeVisible()
    await expectAccessible(page, 'a role')
    await page.getByRole('checkbox', { name: /^Compare / }).nth(0).check()
    await page.getByRole('checkbox', { name: /^Compare / }).nth(1).check()
    await page.getByRole('button', { name: 'Compare 2' }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await expectAccessible(page, 'two people side by side')
  })

  test('the talent, a search, a card, the palette, settings and health pass axe in both themes', async ({ page, office }) => {
    test.setTimeout(120_000)
    await office.open()
    await rooms(page).getByRole('link', { name: 'Talent' }).click()
    await people(page).getByRole('gridcell').first().waitFor()
    await expectAccessible(page, 'talent')
    await page.getByRole('searchbox').fill('woman who sings in Bhojpuri')
    await expect(people(page).getByRole('columnheader', { name: 'Why' })).toBeVisible()
    await expectAccessible(page, 'a search')
    await people(page).getByRole('row').nth(1).click()
    await expect(card(page).getByText('At a glance')).toBeVisible()
    await card(page).getByRole('button', { name: /^Languages/ }).click()
    await expectAccessible(page, 'a card with an open editor')
    await card(page).getByRole('button', { name: 'Close the card' }).click()
    await page.getByRole('button', { name: 'Filters' }).click()
    await expect(page.getByText('Unknown facts exclude nobody.')).toBeVisible()
    await expectAccessible(page, 'the filters')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+k')
    await page.getByRole('textbox', { name: 'Find anything' }).fill('sa')
    await expect(page.getByRole('dialog').getByText('SAROJ DEVI').first()).toBeVisible()
    await expectAccessible(page, 'the palette')
    await page.keyboard.press('Escape')
    const origin = new URL(page.url()).origin
    for (const [place, shows] of [['/memory', 'Nothing is remembered yet.'], ['/settings', 'Data folder'], ['/health', 'What is kept']] as const) {
      await page.goto(`${origin}/#${place}`)
      await expect(page.getByText(shows).first()).toBeVisible()
      await expectAccessible(page, place)
    }
  })
})
