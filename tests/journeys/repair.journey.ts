import type { Page } from '@playwright/test'
import { drawPdf } from '../scripts/drawnPdf.ts'
import { oddLayouts, told, type OddLayout } from '../scripts/oddLayouts.ts'
import { drop, expect, expectAccessible, rooms, test } from '../support/journey.ts'

const layoutOf = (fileName: string): OddLayout => {
  const layout = oddLayouts.find(one => one.fileName === fileName)
  if (!layout) throw new Error(`there is no layout ${fileName}`)
  return layout
}

const printed = (page: Page) => page.getByRole('group', { name: /^Printed page/ })
const figures = (page: Page) => page.getByRole('status').filter({ hasText: 'Speeches' })

test('a badly laid-out PDF is set right by one line, and the next draft is read so too', async ({ page, office }) => {
  const layout = layoutOf('right edge.pdf')
  await office.open()
  await drop(page, { name: 'White draft.pdf', content: await layout.draw(), type: 'application/pdf' })
  await page.getByRole('button', { name: 'Check the reading', exact: true }).click()
  await expect(figures(page)).toContainText('Sure50 %')
  await expect(figures(page)).toContainText('No speeches were found.')
  await expectAccessible(page, 'the reading to be checked')
  const cue = printed(page).getByRole('button', { name: /^\w+: Kabir$/ }).first()
  await cue.click()
  await page.keyboard.press('c')
  await expect(figures(page)).toContainText('5 new roles: ')
  await expect(figures(page)).toContainText('078')
  await expect(printed(page).getByRole('button', { name: 'Cue: Meera' }).first()).toBeVisible()
  await expect(page.getByRole('region', { name: 'Reading of the page' })).toContainText('Cue, p. 1')
  await expectAccessible(page, 'a trial reading')
  await page.getByRole('button', { name: 'Keep this reading' }).click()
  await expect(page.getByText('The next draft will be too.')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Roles' }).getByRole('button', { name: /KABIR/ })).toContainText('17 speeches')
  await rooms(page).getByRole('link', { name: /^Roles/ }).click()
  await expect(page.getByRole('rowheader', { name: /BHOLA NATH/ })).toBeVisible()

  await rooms(page).getByRole('link', { name: 'Script' }).click()
  await drop(page, { name: 'Blue draft.pdf', content: await layout.draw(told.slice(0, -8)), type: 'application/pdf' })
  await expect(page.getByRole('heading', { level: 1, name: 'Casting impact' })).toBeVisible()
  await rooms(page).getByRole('link', { name: 'Script' }).click()
  await page.getByRole('button', { name: /% sure/ }).click()
  await expect(page.getByText('Read with what you said of a line of White draft.pdf.')).toBeVisible()
})

test('lines are walked and named by the keyboard, and what was said is taken back', async ({ page, office }) => {
  const layout = layoutOf('small cues.txt')
  await office.open()
  await drop(page, { name: 'typed.txt', content: await layout.draw(), type: 'text/plain' })
  await page.getByRole('button', { name: 'More for typed' }).click()
  await page.getByRole('menuitem', { name: 'Check the reading' }).click()
  const lines = printed(page).getByRole('button')
  await lines.first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(lines.nth(1)).toBeFocused()
  for (let at = 1; !(await lines.nth(at).getAttribute('aria-label'))?.endsWith(': meera'); at++) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('c')
  await expect(figures(page)).toContainText('5 new roles: ')
  await page.keyboard.press('Delete')
  await expect(figures(page)).toContainText('No speeches were found.')
  await expect(page.getByRole('button', { name: 'Keep this reading' })).toBeDisabled()
})

test('a PDF of nothing but pictures is kept as pictures where she says so, and its pages can be looked at', async ({ page, office }) => {
  await office.open()
  await drop(page, { name: 'Scan.pdf', content: await drawPdf([[], []]), type: 'application/pdf' })
  const job = page.getByRole('article', { name: 'Scan.pdf' })
  await expect(job).toContainText('holds pictures of pages, no text')
  await job.getByRole('button', { name: 'Keep it as pictures' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Scan' })).toBeVisible()
  await expect(page.getByText('Nobody speaks in this script.')).toBeVisible()
  await expectAccessible(page, 'a script of pictures')
  await page.getByRole('button', { name: /Page 2 is a picture/ }).click()
  await expect(page.getByRole('dialog', { name: 'Page 2' }).getByRole('img')).toBeVisible()
})
