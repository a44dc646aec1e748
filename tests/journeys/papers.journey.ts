import type { Page } from '@playwright/test'
import { card, expect, expectAccessible, people, rooms, test } from '../support/journey.ts'
import { lockedPdf, resumePdf } from '../support/papers.ts'

test.use({ demo: true })

/** Opens the card of the first person and gives papers to it; gives the strip they lie in. */
async function givePapers(page: Page, ...papers: readonly { readonly name: string; readonly bytes: Uint8Array }[]) {
  await rooms(page).getByRole('link', { name: 'Talent' }).click()
  await people(page).getByRole('row').nth(1).click()
  const strip = card(page).getByRole('list', { name: /^Pictures and tapes of / })
  await strip.locator('input[type=file]').setInputFiles(papers.map(({ name, bytes }) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from(bytes) })))
  for (const { name } of papers) await expect(strip.getByRole('button', { name: `Document, ${name}` })).toBeVisible()
  return strip
}

test('a résumé is read page by page with keys, larger and whole again, and the next file is one key away', async ({ page, office }) => {
  await office.open()
  const strip = await givePapers(page, { name: 'Other.pdf', bytes: await resumePdf('Other') }, { name: 'Résumé.pdf', bytes: await resumePdf('Tara Sood') })
  await strip.getByRole('button', { name: 'Document, Résumé.pdf' }).click()
  const viewer = page.getByRole('dialog')
  const sheet = (number: number) => viewer.getByRole('img', { name: `Page ${number} of 2, Résumé.pdf` })
  await expect(sheet(1)).toHaveJSProperty('complete', true)
  // All of the page is in sight: its lower end lies above the bar.
  const [whole, bar] = [await sheet(1).boundingBox(), await viewer.getByRole('toolbar').boundingBox()]
  expect((whole?.y ?? 0) + (whole?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0)
  await expectAccessible(page, 'a page of a résumé')
  await page.keyboard.press('PageDown')
  await expect(sheet(2)).toBeVisible()
  await expect(viewer.getByRole('button', { name: 'The next page' })).toBeDisabled()
  await page.keyboard.press('+')
  await page.keyboard.press('+')
  await expect(viewer.getByRole('button', { name: 'Size 150 percent; show the whole page' })).toBeVisible()
  await expect.poll(async () => Math.round(((await sheet(2).boundingBox())?.width ?? 0) / (whole?.width ?? 1) * 100)).toBe(150)
  await page.keyboard.press('0')
  await page.keyboard.press('Home')
  await expect(sheet(1)).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await expect(viewer.getByRole('img', { name: 'Page 1 of 2, Other.pdf' })).toBeVisible()
})

test('a paper that is locked or damaged says so and can be saved, and the others are shown', async ({ page, office }) => {
  await office.open()
  const strip = await givePapers(page, { name: 'Contract.pdf', bytes: await lockedPdf() }, { name: 'Cut.pdf', bytes: Buffer.from('%PDF-1.4\n1 0 obj') })
  await strip.getByRole('button', { name: 'Document, Contract.pdf' }).click()
  const viewer = page.getByRole('dialog')
  await expect(viewer.getByText('Contract.pdf is locked with a password.')).toBeVisible()
  await expect(viewer.getByRole('link', { name: 'Save a copy' }).first()).toHaveAttribute('download', 'Contract.pdf')
  await expectAccessible(page, 'a paper that is locked')
  await viewer.getByRole('button', { name: 'Close' }).click()
  await strip.getByRole('button', { name: 'Document, Cut.pdf' }).click()
  await expect(viewer.getByText('This PDF is damaged or cut short.')).toBeVisible()
})
