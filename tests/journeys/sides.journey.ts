import { readFile } from 'node:fs/promises'
import { expect, expectAccessible, rooms, test, tray } from '../support/journey.ts'
import { letters, readPdf } from '../sides/readPdf.ts'
import type { Page } from '@playwright/test'

test.use({ demo: true })

const openRole = async (page: Page, name: string) => {
  await rooms(page).getByRole('link', { name: /^Roles/ }).click()
  await page.getByRole('rowheader', { name }).getByRole('link').click()
}
const scenes = (page: Page) => page.getByRole('region', { name: 'Scenes to read' })
const pages = (page: Page) => page.getByRole('region', { name: 'Pages as they are printed' })

test('sides are made for a role: scenes by the keys, context, the pages as printed, and the PDF with a name across it', async ({ page, office }) => {
  test.setTimeout(120_000)
  await office.open()
  await openRole(page, 'SAROJ DEVI')
  await page.getByRole('region', { name: 'Sides' }).getByRole('button', { name: 'Make sides' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Sides for SAROJ DEVI' })).toBeVisible()
  const ticked = scenes(page).getByRole('checkbox', { checked: true })
  await expect(ticked).toHaveCount(3)
  await expect(scenes(page).getByRole('checkbox', { name: /suggested: first scene/ })).toBeChecked()
  await expect(pages(page).getByText('EXT. RAMGHAT JUNCTION - PLATFORM NINE - DAWN')).toBeVisible()

  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press(' ')
  await expect(scenes(page).getByRole('checkbox', { name: /^Scene 2,/ })).toBeChecked()
  await scenes(page).getByRole('button', { name: 'None' }).click()
  await expect(page.getByText('Tick a scene, and its pages show here.')).toBeVisible()
  await scenes(page).getByRole('checkbox', { name: /^Scene 1,/ }).click()
  await scenes(page).getByRole('radiogroup').getByText('1', { exact: true }).click()
  await expect(pages(page).getByText('CONTEXT, not to be read')).toBeVisible()

  const copies = page.getByRole('region', { name: 'Copies' })
  await copies.getByLabel('What they are for').fill('First round')
  await copies.getByLabel('Who gets a copy').fill('Asha Kulkarni')
  await expect(page.getByText('as Asha Kulkarni gets them')).toBeVisible()
  await expect(pages(page).getByText('page 1 of 2')).toBeVisible()
  await expectAccessible(page, 'the maker of sides')

  const download = page.waitForEvent('download')
  await copies.getByRole('button', { name: 'PDF', exact: true }).click()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/^SAROJ DEVI - Asha Kulkarni - Chai at Platform Nine, .*\.pdf$/)
  const bytes = new Uint8Array(await readFile(await file.path()))
  expect(Buffer.from(bytes.subarray(0, 4)).toString()).toBe('%PDF')
  const read = await readPdf(bytes)
  expect(read).toHaveLength(2)
  for (const { text, askew } of read) {
    expect(letters(askew)).toContain('AshaKulkarni')
    expect(letters(text)).toContain('Firstround')
  }

  await page.getByRole('link', { name: 'Back to SAROJ DEVI' }).click()
  await expect(page.getByRole('region', { name: 'Sides' }).getByRole('link')).toHaveText(/^First round1 scene, 2 pages/)
  await office.restart({ samePort: true })
  await office.open()
  await openRole(page, 'SAROJ DEVI')
  await page.getByRole('region', { name: 'Sides' }).getByRole('link').click()
  await expect(page.getByLabel('Who gets a copy')).toHaveValue('Asha Kulkarni')
})

test('the sides of several roles are made at once, a PDF for each name in a zip; what was put away comes back', async ({ page, office }) => {
  test.setTimeout(120_000)
  await office.open()
  await rooms(page).getByRole('link', { name: /^Roles/ }).click()
  await page.getByRole('link', { name: 'Sides', exact: true }).click()
  await expect(page.getByText('No sides yet.')).toBeVisible()
  await expectAccessible(page, 'no sides yet')
  for (const name of ['PINKI', 'BHOLA']) {
    await page.getByRole('combobox', { name: 'Make sides for' }).click()
    await page.getByRole('option', { name, exact: true }).click()
    await expect(page.getByRole('heading', { level: 1, name: `Sides for ${name}` })).toBeVisible()
    await page.getByRole('link', { name: 'All sides' }).click()
  }
  await page.getByRole('textbox', { name: /^Names for PINKI/ }).fill('Riya\nमीरा')
  await expect(page.getByRole('checkbox', { name: /^PINKI/ })).toBeChecked()
  await page.getByRole('checkbox', { name: /^BHOLA/ }).click()
  await expectAccessible(page, 'all sides')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Make 3 PDFs' }).click()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/^Sides - Chai at Platform Nine - .*\.zip$/)
  const bytes = await readFile(await file.path())
  expect(bytes.subarray(0, 2).toString()).toBe('PK')
  for (const name of ['PINKI - Riya - ', 'PINKI - मीरा - ', 'BHOLA - Chai']) expect(bytes.includes(name)).toBe(true)
  await expect(tray(page).getByText(/^3 copies on \d+ pages, saved as /)).toBeVisible()

  await page.getByRole('link', { name: /^BHOLA/ }).click()
  await page.getByRole('button', { name: 'More for these sides' }).click()
  await page.getByRole('menuitem', { name: 'Put these sides away' }).click()
  await expect(page.getByRole('region', { name: 'Sides' }).getByText('None yet.')).toBeVisible()
  await page.getByRole('alert').getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('region', { name: 'Sides' }).getByRole('link')).toHaveCount(1)
})
