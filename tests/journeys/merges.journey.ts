import { twoSpellings } from '../../tools/look/screens.mjs'
import { drop, expect, expectAccessible, rooms, test } from '../support/journey.ts'

test('two spellings of one name are merged, taken apart by Undo, and said to be two for good', async ({ page, office }) => {
  await office.open()
  await drop(page, { name: 'Two Spellings.fountain', content: twoSpellings })
  await expect(page.getByRole('heading', { level: 1, name: 'Two Spellings' })).toBeVisible()
  await rooms(page).getByRole('link', { name: /^Roles/ }).click()
  const suggested = page.getByRole('region', { name: 'Suggested merges' })
  const spelling = (name: string) => page.getByRole('rowheader', { name, exact: true })
  await expect(suggested.getByRole('heading')).toHaveText('2 names may be one person')
  await expect(suggested.getByRole('listitem')).toHaveText(/^VIJAYALAXMI and VIJAYLAXMI – spelt alike, never in one scene/)

  await expectAccessible(page, 'roles with suggested merges')

  await suggested.getByRole('button', { name: 'Merge VIJAYLAXMI into VIJAYALAXMI' }).click()
  await expect(suggested).toBeHidden()
  await expect(spelling('VIJAYLAXMI')).toBeHidden()
  const toast = page.getByRole('alert').filter({ hasText: 'VIJAYLAXMI merged into VIJAYALAXMI.' })
  await toast.getByRole('button', { name: 'Undo' }).click()
  await expect(spelling('VIJAYLAXMI')).toBeVisible()

  await suggested.getByRole('button', { name: 'Not the same: VIJAYALAXMI and VIJAYLAXMI' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'VIJAYALAXMI and VIJAYLAXMI stay two roles.' })).toBeVisible()
  await expect(suggested).toBeHidden()
  await page.reload()
  await expect(spelling('VIJAYLAXMI')).toBeVisible()
  await expect(spelling('VIJAYALAXMI')).toBeVisible()
  await expect(suggested).toBeHidden()
})

test('the role of a group cue says who speaks, and leads to them', async ({ page, office }) => {
  await office.open()
  await drop(page, { name: 'Two Spellings.fountain', content: twoSpellings })
  await expect(page.getByRole('heading', { level: 1, name: 'Two Spellings' })).toBeVisible()
  await rooms(page).getByRole('link', { name: /^Roles/ }).click()
  await page.getByRole('rowheader', { name: 'BHOLA AND VIJAYALAXMI' }).getByRole('link').click()
  const asks = page.getByRole('region', { name: 'What the role asks for' })
  await expect(asks.getByText('Several people speak: BHOLA, VIJAYALAXMI')).toBeVisible()
  await asks.getByRole('link', { name: 'BHOLA', exact: true }).click()
  await expect(page.getByRole('button', { name: 'More for BHOLA', exact: true })).toBeVisible()
  await expect(page.getByText('Several people speak')).toBeHidden()
})
