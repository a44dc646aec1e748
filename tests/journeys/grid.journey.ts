import { readFile } from 'node:fs/promises'
import { expect, expectAccessible, rooms, test } from '../support/journey.ts'

test.use({ demo: true })

test('the grid shows who is in which scene, leads to the page, and says who meets whom', async ({ page, office }) => {
  await office.open()
  await rooms(page).getByRole('link', { name: 'Script' }).click()
  await page.getByText('Grid', { exact: true }).click()
  const grid = page.getByRole('grid', { name: 'Scenes and roles' })
  await expect(grid.getByRole('gridcell', { name: /^NANDINI, scene 2: 5 speeches/ })).toHaveText('5')

  const pairs = page.getByRole('region', { name: 'Who meets whom' })
  await expect(pairs.getByText('37 pairs')).toBeVisible()
  await grid.getByRole('button', { name: 'BHOLA' }).click()
  await expect(pairs.getByRole('heading', { name: 'BHOLA meets' })).toBeVisible()
  await pairs.getByRole('button', { name: /^NANDINI/ }).click()
  await expect(pairs.getByRole('link', { name: /p\. \d/ })).toHaveCount(6)
  await expect(pairs.getByRole('link', { name: 'Chemistry of the two' })).toBeVisible()
  await expectAccessible(page, 'the grid with a role chosen')

  await grid.focus()
  await page.keyboard.press('ArrowRight')
  await expect(grid).toHaveAttribute('aria-activedescendant', 'cell-0-1')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/script\/[^/?]+\?element=\d+&role=/)
  await expect(page.getByRole('region', { name: 'Scenes' }).locator('[aria-current="location"]')).toHaveText(/^2\D/)
})

test('the grid is downloaded as a sheet', async ({ page, office }) => {
  await office.open()
  await rooms(page).getByRole('link', { name: 'Script' }).click()
  await page.getByText('Grid', { exact: true }).click()
  await page.getByRole('button', { name: 'Download' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'Scenes and roles, CSV' }).click()
  const file = await download
  expect(file.suggestedFilename()).toBe('Chai at Platform Nine scenes and roles.csv')
  const [head, first] = (await readFile(await file.path(), 'utf8')).split('\r\n')
  expect(head).toMatch(/^\uFEFFNo,Role,Size,Scenes,Speeches,Words,Pages,1 EXT\. RAMGHAT JUNCTION/)
  expect(first).toMatch(/^1,NANDINI,Lead,\d+,31,\d+,8\.875,/)
})
