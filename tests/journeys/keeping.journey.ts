import { drop, expect, people, rooms, test } from '../support/journey.ts'
import { ferryFountain, workshopSheet } from '../support/journeyScripts.ts'

test('everything is found again after the office was restarted', async ({ page, office }) => {
  await office.open()
  await drop(page, { name: 'The Last Ferry.fountain', content: ferryFountain })
  await expect(page.getByRole('heading', { level: 1, name: 'The Last Ferry' })).toBeVisible()
  await drop(page, { name: 'Monsoon workshop.csv', content: workshopSheet, type: 'text/csv' })
  await page.getByRole('button', { name: 'Import 4 people' }).click()
  await expect(page.getByText('4 people added, 2 rows left out.')).toBeVisible()
  await page.goto(`${new URL(page.url()).origin}/#/settings`)
  await page.getByRole('button', { name: 'Add a word' }).click()
  await page.getByRole('textbox', { name: 'Word', exact: true }).fill('pehlwan')
  const means = page.getByRole('combobox', { name: 'What pehlwan also finds' })
  await means.fill('kushti')
  await means.press('Enter')
  await means.blur()
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()

  await office.restart()
  await office.open()
  await rooms(page).getByRole('link', { name: 'Talent' }).click()
  await expect(page.getByText('4 people', { exact: true })).toBeVisible()
  await page.getByRole('searchbox').fill('pehlwan')
  await expect(people(page).getByRole('row').nth(1)).toContainText('Bhim Naik')
  await rooms(page).getByRole('link', { name: 'Script' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'The Last Ferry' })).toBeVisible()
  await rooms(page).getByRole('link', { name: 'Settings' }).click()
  await expect(page.getByRole('textbox', { name: 'Word', exact: true })).toHaveValue('pehlwan')
})

test('an office that crashed has kept what was saved', async ({ page, office }) => {
  await office.open()
  await drop(page, { name: 'The Last Ferry.fountain', content: ferryFountain })
  await expect(page.getByRole('heading', { level: 1, name: 'The Last Ferry' })).toBeVisible()
  await office.end('crash')
  await office.restart()
  await office.open()
  await rooms(page).getByRole('link', { name: 'Script' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'The Last Ferry' })).toBeVisible()
})

test('a connection that is cut is said, and mends by itself', async ({ page, office }) => {
  // The socket is led through here, so that it can be cut as a sleeping laptop would.
  const cuts: (() => Promise<void>)[] = []
  let cut = false
  await page.routeWebSocket(/\/socket/, socket => {
    if (cut) return void socket.close()
    const server = socket.connectToServer()
    cuts.push(() => server.close().then(() => socket.close()))
  })
  await office.open()
  const strip = page.getByRole('contentinfo')
  cut = true
  await Promise.all(cuts.map(hangUp => hangUp()))
  await expect(strip.getByText('Connection lost, trying again. What is saved is kept.')).toBeVisible()
  cut = false
  await expect(strip.getByText('Connected')).toBeVisible({ timeout: 20_000 })
  await rooms(page).getByRole('link', { name: 'Talent' }).click()
  await expect(page.getByText('Your talent book is empty.')).toBeVisible()
})

test('the theme that was chosen stays', async ({ page, office }) => {
  await office.open()
  await page.goto(`${new URL(page.url()).origin}/#/settings`)
  await page.getByText('Dark', { exact: true }).click()
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
})
