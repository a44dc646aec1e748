import { readFile } from 'node:fs/promises'
import { drop, expect, people, test } from '../support/journey.ts'

const messy = [
  'LOOKBOOK MARCH,,,,',
  'Artist Name,Gender,Playing Age,Ht,Remarks',
  'Asha Rane,F,25-30,5\'4",=HYPERLINK("x")',
  ',F,20-25,,no name here',
  'Ravi Menon,M,late 40s,170 cm,',
  'Joy Das,M,soon,,=1+1',
].join('\n')

test('a messy sheet comes in, its bad rows go back to whoever keeps it, and the import is undone and redone', async ({ page, office }) => {
  await office.open()
  await drop(page, { name: 'Lookbook.csv', content: messy, type: 'text/csv' })
  await expect(page.getByText('4 rows, 2 will be left out')).toBeVisible()
  await expect(page.getByRole('region', { name: 'First rows' }).getByRole('row', { name: /Asha Rane/ })).toContainText('new')
  await page.getByRole('button', { name: 'Import 2 people' }).click()
  await expect(page.getByRole('region', { name: 'What the import did' })).toBeVisible()

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download as CSV' }).click()
  const file = await download
  expect(file.suggestedFilename()).toBe('Lookbook left out.csv')
  const rows = await readFile(await file.path(), 'utf8')
  expect(rows).toContain('Line,Reason,Artist Name,Gender,Playing Age,Ht,Remarks')
  expect(rows).toContain("Joy Das,M,soon,,'=1+1")

  await page.getByRole('region', { name: 'What the import did' }).waitFor()
  await page.getByRole('button', { name: 'Earlier imports' }).click()
  await page.getByRole('button', { name: 'Undo the import of Lookbook.csv' }).click()
  await expect(page.getByRole('button', { name: 'Redo the import of Lookbook.csv' })).toBeVisible()
  await page.getByRole('button', { name: 'Back to talent' }).click()
  await expect(page.getByText('Your talent book is empty.')).toBeVisible()

  await page.goBack()
  await page.getByRole('button', { name: 'Redo the import of Lookbook.csv' }).click()
  await expect(page.getByRole('button', { name: 'Undo the import of Lookbook.csv' })).toBeVisible()
  await page.getByRole('button', { name: 'Back to talent' }).click()
  await expect(people(page).getByRole('row', { name: /Ravi Menon/ })).toBeVisible()
})

test('an import is taken back by the Undo that is offered after it', async ({ page, office }) => {
  await office.open()
  await drop(page, { name: 'Lookbook.csv', content: messy, type: 'text/csv' })
  await page.getByRole('button', { name: 'Import 2 people' }).click()
  await page.getByRole('alert').filter({ hasText: 'Lookbook.csv is in the book.' }).getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('button', { name: 'See the talent' }).click()
  await expect(page.getByText('Your talent book is empty.')).toBeVisible()
})

test('those who were found go out as a sheet, with what is known of them', async ({ page, office }) => {
  await office.open()
  await drop(page, { name: 'Lookbook.csv', content: messy, type: 'text/csv' })
  await page.getByRole('button', { name: 'Import 2 people' }).click()
  await page.getByRole('button', { name: 'See the talent' }).click()
  await page.getByRole('searchbox').fill('man')
  await expect(page.getByText('1 person found', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Add people' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'Save the 1 person found as a sheet' }).click()
  expect((await download).suggestedFilename()).toMatch(/^castmatch-talent-.*\.xlsx$/)
})
