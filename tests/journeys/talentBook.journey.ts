import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { card, drop, dropOn, expect, expectAccessible, people, rooms, test, type DroppedFile } from '../support/journey.ts'
import { soundTape } from '../support/journeyMedia.ts'

/** A sheet as an agency sends it: a title above the headings, dates that could be two days, a formula, two bad rows, and one woman twice. */
const agencySheet: DroppedFile = {
  name: 'Agency list.csv',
  type: 'text/csv',
  content: [
    'AGENCY LIST MARCH,,,,,,,',
    'Artist Name,Sex,DOB,Ht,Contact,City,Languages Known,Remarks',
    'Vijaylaxmi Rao,F,03/04/1996,"5\'4""",98490 12345,Hyderabad,"Telugu (mother tongue), Hindi",=HYPERLINK("http://example.com")',
    ',F,05/06/1991,,,,,nobody wrote the name',
    'Bhim Naik,M,05/06/1981,178 cm,98490 12346,Kolhapur,"Marathi (mother tongue), Hindi",kushti in his village',
    'Asha Rane,F,07/08/1994,160 cm,98490 12347,Pune,"Marathi (mother tongue), Hindi (fluent)",lavani and folk songs',
    'Vijayalakshmi Rao,F,03/04/1996,,+91 98490 12345,Mumbai,Telugu,veena for nine years',
    ',M,01/02/1990,,,,,no name here either',
  ].join('\n'),
}

/** The Undo that is offered for ten seconds beside words. */
const undo = (page: Page, words: RegExp) => page.getByRole('alert').filter({ hasText: words }).getByRole('button', { name: 'Undo' })

/** Brings the sheet in as it stands on the screen, and goes to the talent. */
async function importIt(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Import 4 people' }).click()
  await expect(page.getByText('4 people added, 2 rows left out.')).toBeVisible()
}

test('a messy sheet comes in and goes out again, the woman who is in it twice is resolved, and a self-tape of who was found is played', async ({ page, office }) => {
  test.setTimeout(180_000)
  await office.open()
  await rooms(page).getByRole('link', { name: 'Talent' }).click()
  await expect(page.getByText('Your talent book is empty.')).toBeVisible()

  // Each date of the column could be two days: the import waits for the answer.
  await drop(page, agencySheet)
  await expect(page.getByText('6 rows, 2 will be left out')).toBeVisible()
  const question = page.getByRole('radiogroup', { name: 'Which day is 03/04/1996 in “DOB”?' })
  await expect(question).toBeVisible()
  await expect(page.getByRole('button', { name: 'Import 4 people' })).toBeDisabled()
  const firstRows = page.getByRole('region', { name: 'First rows' })
  await expectAccessible(page, 'a sheet that asks which day a date is')
  await question.getByRole('radio', { name: '4 Mar 1996' }).check()
  await expect(firstRows.getByRole('row', { name: /Vijaylaxmi Rao/ })).toContainText('4 Mar 1996')
  await question.getByRole('radio', { name: '3 Apr 1996' }).check()
  await expect(firstRows.getByRole('row', { name: /Vijaylaxmi Rao/ })).toContainText('3 Apr 1996')
  await importIt(page)

  // Who keeps the sheet gets the bad rows back.
  await expect(page.getByRole('region', { name: 'Rows left out' }).getByRole('listitem')).toHaveText([/^Line 4/, /^Line 8/])
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download as CSV' }).click()
  const left = await readFile(await (await download).path(), 'utf8')
  expect(left).toContain('Line,Reason,Artist Name,Sex,DOB,Ht,Contact,City,Languages Known,Remarks')
  expect(left).toContain('nobody wrote the name')
  await page.getByRole('button', { name: 'See the talent' }).click()
  await expect(page.getByText('4 people', { exact: true })).toBeVisible()

  // One woman under two spellings: merged fact by fact, and taken apart again.
  await page.getByRole('link', { name: '2 people may be in the book twice' }).click()
  const side = page.getByRole('region', { name: 'Side by side' })
  await expect(side.getByText('same phone')).toBeVisible()
  const city = side.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'City', exact: true }) })
  const mumbai = (await side.getByRole('columnheader').first().innerText()).includes('Vijaylaxmi') ? 'Right' : 'Left'
  await city.getByText(mumbai, { exact: true }).click()
  await side.getByRole('button', { name: /^Merge into one/ }).click()
  await expect(page.getByText('Nobody seems to be in the book twice.')).toBeVisible()
  await undo(page, /was merged into/).click()
  await expect(page.getByText('2 people in 1 pair')).toBeVisible({ timeout: 40_000 })

  // The import goes as a whole, and comes again without a question: the answer and the columns are kept with the headings.
  await page.getByRole('button', { name: 'Back to talent' }).or(rooms(page).getByRole('link', { name: /^Talent/ })).first().click()
  await page.getByRole('button', { name: 'Add people' }).click()
  await page.getByRole('menuitem', { name: 'Earlier imports' }).click()
  await page.getByRole('button', { name: 'Undo the import of Agency list.csv' }).click()
  await expect(page.getByRole('button', { name: 'Redo the import of Agency list.csv' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Saved mappings' }).getByRole('listitem')).toHaveCount(1)
  await page.getByRole('button', { name: 'Back to talent' }).click()
  await expect(page.getByText('Your talent book is empty.')).toBeVisible()
  await drop(page, agencySheet)
  await expect(page.getByText(/^Columns are read as the last time/)).toBeVisible()
  await expect(question.getByRole('radio', { name: '3 Apr 1996' })).toBeChecked()
  await importIt(page)
  await page.getByRole('button', { name: 'See the talent' }).click()

  // Found by a sentence; a chip that was not meant goes.
  await page.getByRole('searchbox').fill('woman who speaks Marathi and sings folk songs')
  const understood = page.getByRole('group', { name: 'What the search understood' })
  await expect(understood.getByText('Woman')).toBeVisible()
  await expect(people(page).getByRole('row').nth(1)).toContainText('Asha Rane')
  await expect(people(page).getByRole('row', { name: /Bhim Naik/ })).toHaveCount(0)
  await understood.getByRole('button', { name: 'Take away Woman' }).click()
  await expect(people(page).getByRole('row', { name: /Bhim Naik/ })).toBeVisible()
  await expectAccessible(page, 'a sentence with a chip taken away')

  // Her card, and a self-tape that is seen and heard.
  await people(page).getByRole('row', { name: /Asha Rane/ }).click()
  await expect(card(page).getByRole('heading', { name: /Asha Rane/ })).toBeVisible()
  expect(await dropOn(page, card(page), [soundTape])).toBe('This becomes a file of Asha Rane')
  await card(page).getByRole('button', { name: /^Self-tape/ }).click()
  const video = page.getByRole('dialog').locator('video')
  await expect(video).toHaveJSProperty('videoWidth', 160)
  await video.evaluate((tape: HTMLVideoElement) => tape.play())
  await expect.poll(() => video.evaluate((tape: HTMLVideoElement) => tape.currentTime)).toBeGreaterThan(0.3)
  await expect(video).toHaveJSProperty('muted', false)
  expect(await video.evaluate(heard)).toBeGreaterThan(0)
  await expectAccessible(page, 'a self-tape in the viewer')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(card(page)).toBeVisible()
})

/** How many bytes of sound Chromium has decoded. */
const heard = (tape: HTMLVideoElement): number => (tape as HTMLVideoElement & { readonly webkitAudioDecodedByteCount: number }).webkitAudioDecodedByteCount
