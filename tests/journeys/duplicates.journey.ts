import { card, drop, expect, expectAccessible, people, rooms, test } from '../support/journey.ts'

const oldSheet = `Name,Phone,City,Height,Skills,Notes
Vijaylaxmi Rao,98490 12345,Hyderabad,5'4",Kuchipudi,Asked for her twice
Rohan Bhosale,98220 19001,Pune,175 cm,Fencing,
Rohit Bhosale,98220 19001,Pune,177 cm,Riding,
सुनीता कुलकर्णी,,पुणे,,Lavani,
`
const newSheet = `Name,Phone,City,Email,Skills
Vijayalakshmi Rao,+91 98490 12345,Mumbai,vijaya@post.example,Veena
Sunita Kulkarni,,Pune,sunita@post.example,Bharatanatyam
`

test('somebody who is in the book twice is resolved fact by fact, taken back, and said to be two', async ({ page, office }) => {
  await office.open()
  for (const [name, content, outcome] of [['old.csv', oldSheet, '4 people added.'], ['new.csv', newSheet, '2 people added.']] as const) {
    await drop(page, { name, content, type: 'text/csv' })
    await page.getByRole('button', { name: /^Import \d/ }).click()
    await expect(page.getByText(outcome)).toBeVisible()
  }
  await page.getByRole('button', { name: 'See the talent' }).click()
  const line = page.getByRole('link', { name: '4 people may be in the book twice' })
  await expect(line).toBeVisible()
  await line.click()

  const pairs = page.getByRole('navigation', { name: 'Pairs' })
  const side = page.getByRole('region', { name: 'Side by side' })
  await expect(page.getByText('4 people in 2 pairs')).toBeVisible()
  await expect(pairs.getByRole('listitem')).toHaveCount(2)
  await pairs.getByRole('button', { name: /Vijaylaxmi Rao/ }).click()
  await expect(side.getByText('names sound alike')).toBeVisible()
  await expect(side.getByText('same phone')).toBeVisible()
  await expect(side.getByText('different city')).toBeVisible()
  await expectAccessible(page, 'people twice in the book')

  const row = (name: string) => side.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) })
  await expect(row('Skills').getByRole('radio', { name: 'Both' })).toBeChecked()
  const leftIsOld = (await side.getByRole('columnheader').first().innerText()).includes('Vijaylaxmi')
  await row('City').getByText(leftIsOld ? 'Left' : 'Right', { exact: true }).click()
  await page.keyboard.press('m')
  await expect(page.getByText('2 people in 1 pair')).toBeVisible()

  await page.getByRole('alert').filter({ hasText: /was merged into/ }).getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('4 people in 2 pairs')).toBeVisible()
  await pairs.getByRole('button', { name: /Vijaylaxmi Rao/ }).click()
  await expect(row('City')).toBeVisible()
  await row('City').getByText('Left', { exact: true }).click()
  await side.getByRole('button', { name: /^Merge into one/ }).click()
  await expect(page.getByText('2 people in 1 pair')).toBeVisible()

  await page.keyboard.press('n')
  await expect(page.getByText('Nobody seems to be in the book twice.')).toBeVisible()
  await page.keyboard.press('z')
  await expect(page.getByText('2 people in 1 pair')).toBeVisible()
  await page.keyboard.press('n')
  await expect(page.getByText('Nobody seems to be in the book twice.')).toBeVisible()

  await rooms(page).getByRole('link', { name: /^Talent/ }).click()
  await expect(people(page).getByRole('rowheader').or(people(page).getByRole('gridcell')).filter({ hasText: /Vijay/ })).toHaveCount(1)
  await people(page).getByText(/Vijay/).click()
  await expect(card(page).getByText('Kuchipudi')).toBeVisible()
  await expect(card(page).getByText('Veena')).toBeVisible()
  await page.reload()
  await expect(card(page).getByText('was merged into this record')).toBeVisible()
  await card(page).getByRole('button', { name: /^Take Vijaya?la\w+ Rao apart again$/ }).click()
  await expect(people(page).getByText(/^Vijay/)).toHaveCount(2)
})
