import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { drop, expect, expectAccessible, rooms, test } from '../support/journey.ts'

test.use({ demo: true })

const order = (page: Page) => page.getByRole('textbox', { name: 'Shooting order' })
const days = (page: Page) => page.getByRole('grid', { name: 'Days of the roles' })
const download = async (page: Page, item: string) => {
  await page.getByRole('button', { name: 'Download' }).click()
  const coming = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: item }).click()
  const file = await coming
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) }
}

test('a shooting order is typed, mended and printed', async ({ page, office }) => {
  test.setTimeout(120_000)
  await office.open()
  await rooms(page).getByRole('link', { name: 'Script' }).click()
  await page.getByText('Days', { exact: true }).click()
  await expect(page.getByText('Type the shooting order, and who works on which day stands here.')).toBeVisible()
  await expectAccessible(page, 'the days without an order')

  await order(page).fill('Day 1 (11 Jan 2027): 1, 2, 214\nDay 2 (12 Jan): 4-5\nDay 3 (13 Jan): 3, 6')
  const finding = page.getByRole('button', { name: 'there is no scene 214' })
  await expect(finding).toBeVisible()
  await expect(days(page).getByRole('gridcell', { name: 'PINKI, Day 2: H, on hold' })).toHaveText('H')
  await expect(days(page).getByRole('gridcell', { name: /^NANDINI, Day 1: SW, starts work, scenes 2/ })).toHaveText('SW')
  await expectAccessible(page, 'the days with a finding')

  await finding.click()
  await expect(order(page)).toBeFocused()
  await order(page).fill('Day 1 (11 Jan 2027): 1, 2, 7\nDay 2 (12 Jan): 4-5\nDay 3 (13 Jan): 3, 6')
  await expect(finding).toBeHidden()
  await expect(page.getByText('Every line was read')).toBeVisible()

  const pdf = await download(page, 'PDF, to print')
  expect(pdf.name).toBe('Chai at Platform Nine day-out-of-days.pdf')
  expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-')
  const xlsx = await download(page, 'Excel')
  expect(xlsx.name).toBe('Chai at Platform Nine day-out-of-days.xlsx')
  expect(xlsx.bytes.subarray(0, 2).toString()).toBe('PK')
  const csv = await download(page, 'CSV')
  const [head, first] = csv.bytes.toString('utf8').split('\r\n')
  expect(head).toBe('\uFEFFNo,Role,Size,1 Mon 11 Jan 2027,2 Tue 12 Jan 2027,3 Wed 13 Jan 2027,Work,Hold,Travel,Total,Start,Finish')
  expect(first).toMatch(/^1,NANDINI,Lead,SW,W,WF,3,0,0,3,11 Jan 2027,13 Jan 2027$/)

  await days(page).focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/script\/[^/?]+\?element=\d+&role=/)
  await expect(page.getByText(/^Page \d+ of 13$/)).toBeVisible()
  await page.goBack()
  await expect(order(page)).toBeVisible()
  await page.reload()
  await expect(order(page)).toHaveValue(/^Day 1 \(11 Jan 2027\): 1, 2, 7\n/)
})

test('a shooting order is dropped as a sheet, and the one before comes back', async ({ page, office }) => {
  await office.open()
  await rooms(page).getByRole('link', { name: 'Script' }).click()
  await page.getByText('Days', { exact: true }).click()
  await order(page).fill('Day 1: 1')
  await expect(days(page)).toBeVisible()
  expect(await drop(page, { name: 'stripboard.csv', content: 'Scene,Shoot Day\n1,2\n2,1\n3,2\n', type: 'text/csv' })).toBe('This becomes the shooting order')
  await expect(order(page)).toHaveValue('Day 1: 2\nDay 2: 1, 3')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(order(page)).toHaveValue('Day 1: 1')
})

test('the cast list says what is not confirmed, keeps its numbers and is printed', async ({ page, office }) => {
  await office.open()
  await rooms(page).getByRole('link', { name: 'Script' }).click()
  await page.getByText('Cast list', { exact: true }).click()
  const pinki = page.getByRole('row', { name: /PINKI/ })
  await expect(pinki.getByText('Minor', { exact: true })).toBeVisible()
  await expect(pinki.getByRole('cell', { name: /^9 \(not confirmed\)/ })).toBeVisible()
  await expectAccessible(page, 'the cast list')
  await page.getByRole('switch', { name: 'Keep these numbers' }).click()
  await expect(page.getByRole('switch', { name: 'Keep these numbers' })).toBeChecked()
  await page.getByRole('switch', { name: 'Keep these numbers' }).click()
  await expect(page.getByText('The numbers follow the size of the roles again.')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('switch', { name: 'Keep these numbers' })).toBeChecked()
  expect((await download(page, 'PDF, to print')).name).toBe('Chai at Platform Nine cast list.pdf')
  await page.getByRole('link', { name: 'PINKI', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'PINKI' })).toBeVisible()
})
