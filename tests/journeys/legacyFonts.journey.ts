import { drop, expect, expectAccessible, rooms, test } from '../support/journey.ts'
import { drawPdf } from '../scripts/drawnPdf.ts'
import { krutiRows } from '../scripts/krutiScript.ts'

test('a script in Kruti Dev is looked at beside its conversion, converted, and taken back by Undo', async ({ page, office }) => {
  await office.open()
  const content = await drawPdf([krutiRows, krutiRows], { legacy: 'ABCDEF+KrutiDev010', title: 'Khali Bartan' })
  await drop(page, { name: 'Khali Bartan.pdf', content, type: 'application/pdf' })
  await expect(page.getByRole('heading', { level: 1, name: 'Khali Bartan' })).toBeVisible()

  const banner = page.getByRole('region', { name: 'Old font' })
  await expect(banner).toContainText('2 pages are set in Kruti Dev 010, an old Hindi font, so their Hindi cannot be read as text. Convert them to Unicode?')
  await expect(page.getByText('jkeflag [kkyh crZu').first()).toBeVisible()
  await expectAccessible(page, 'script in a legacy font')

  await banner.getByRole('button', { name: 'Preview' }).press('Enter')
  const preview = page.getByRole('dialog', { name: 'Kruti Dev 010 in Unicode' })
  await expect(preview.getByText(/^\d+ words on 2 pages, each with a spelling that can be\.$/)).toBeVisible()
  await expect(preview.getByRole('row', { name: /jkeflag \[kkyh crZu .* रामसिंह खाली बर्तन में पानी भरता है।/ })).toBeVisible()
  await expect(preview.getByText('Page 1, 1 of 2')).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await expect(preview.getByText('Page 2, 2 of 2')).toBeVisible()
  await expectAccessible(page, 'preview of a conversion')
  await page.keyboard.press('Escape')
  await expect(preview).toBeHidden()
  await expect(banner).toBeVisible()

  await banner.getByRole('button', { name: 'Preview' }).click()
  await preview.getByRole('button', { name: 'Keep the conversion' }).click()
  await expect(preview).toBeHidden()
  await expect(banner).toBeHidden()
  await expect(page.getByText('रामसिंह खाली बर्तन में पानी भरता है। मीरा दरवाजे पर खड़ी है।').first()).toBeVisible()
  await rooms(page).getByRole('link', { name: /^Roles/ }).click()
  await expect(page.getByRole('rowheader', { name: 'मीरा' })).toBeVisible()
  await expect(page.getByRole('rowheader', { name: 'रामसिंह' })).toBeVisible()

  await page.getByRole('alert').filter({ hasText: 'Khali Bartan was converted to Unicode.' }).getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('rowheader', { name: '‹ehjk›' })).toBeVisible()
  await rooms(page).getByRole('link', { name: 'Script' }).click()
  await expect(banner).toBeVisible()

  await banner.getByRole('button', { name: 'Leave as it is' }).click()
  await expect(banner).toBeHidden()
  await page.reload()
  await expect(page.getByText('jkeflag [kkyh crZu').first()).toBeVisible()
  await expect(banner).toBeHidden()
  await page.getByRole('button', { name: 'More for Khali Bartan' }).click()
  await page.getByRole('menuitem', { name: 'Compare the old letters with Unicode' }).click()
  await expect(preview.getByRole('button', { name: 'Keep the conversion' })).toBeEnabled()
})
