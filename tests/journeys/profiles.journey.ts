import { drop, expect, expectAccessible, people, rooms, test } from '../support/journey.ts'

const message = [
  '[12/03/24, 9:41 PM] Casting desk: Rohan Mehta, 28-32, 5\'11", Andheri, Hindi Marathi English',
  'theatre NSD 2016, ads: Swiggy, Tata Tea',
  '98200 12345, has a beard now',
  '',
  'Name: Anita Joshi',
  'Age: 45-52',
  'Languages: Marathi (mother tongue), Hindi',
  'Contact: 94220 12345',
].join('\n')

const contacts = ['BEGIN:VCARD', 'VERSION:3.0', 'FN:Kavita Rao', 'TEL;TYPE=CELL:+91 98200 55555', 'NOTE:actor\\, 28\\, Marathi', 'END:VCARD', 'BEGIN:VCARD', 'VERSION:3.0', 'FN:Suresh Plumber', 'TEL:98200 66666', 'END:VCARD', ''].join('\r\n')

test('a message is pasted, looked at, taken in without what was unticked, and undone as a whole', async ({ page, office }) => {
  await office.open()
  await rooms(page).getByRole('link', { name: 'Talent' }).click()
  await page.getByRole('button', { name: 'Add people' }).click()
  await page.getByRole('menuitem', { name: 'From a WhatsApp message' }).click()
  await page.getByRole('textbox', { name: 'A WhatsApp message, or any text' }).fill(message)
  await page.getByRole('button', { name: 'Read the message' }).click()

  await expect(page.getByText('2 people found')).toBeVisible()
  const rohan = page.getByRole('list', { name: 'What is known of Rohan Mehta' })
  await expect(rohan).toContainText('180 cm')
  await expect(rohan).toContainText(/Swiggy \(ad\)\s*Tata Tea \(ad\)/)
  await expect(page.getByRole('region', { name: 'The words Rohan Mehta was read from' }).locator('mark[data-field="city"]')).toHaveText('Andheri')
  await expect(page.getByRole('region', { name: 'The words Rohan Mehta was read from' }).locator('mark[data-field="notes"]')).toHaveText('has a beard now')
  await expectAccessible(page, 'proposed people')
  await rohan.getByRole('checkbox', { name: 'City: Andheri' }).uncheck()
  await page.getByRole('button', { name: 'Add 2 people' }).click()

  const row = people(page).getByRole('row', { name: /Rohan Mehta/ })
  await expect(row).toBeVisible()
  await expect(row).not.toContainText('Andheri')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Your talent book is empty.')).toBeVisible()
})

test('contacts are dropped; who does not act is unticked by one button', async ({ page, office }) => {
  await office.open()
  await rooms(page).getByRole('link', { name: 'Talent' }).click()
  expect(await drop(page, { name: 'contacts.vcf', content: contacts, type: 'text/vcard' })).toBe('This becomes people of the talent book, to look at before they are added')
  await expect(page.getByText('2 people found')).toBeVisible()
  await expect(page.getByText('Nothing says they act')).toHaveCount(1)
  await page.getByRole('button', { name: 'Untick who does not act' }).click()
  await page.getByRole('button', { name: 'Add 1 person' }).click()
  await expect(people(page).getByRole('row', { name: /Kavita Rao/ })).toBeVisible()
  await expect(people(page).getByRole('row', { name: /Suresh/ })).toHaveCount(0)

  // The same message again changes one fact of somebody known.
  await page.goto(`${page.url().split('#')[0]}#/talent/profiles`)
  await page.getByRole('textbox', { name: 'A WhatsApp message, or any text' }).fill('Kavita Rao, Thane, 98200 55555')
  await page.getByRole('button', { name: 'Read the message' }).click()
  await expect(page.getByText('Changes 2 facts of Kavita Rao')).toBeVisible()
})

test('words that tell of nobody lead back to the message, which is still there', async ({ page, office }) => {
  await office.open()
  await page.goto(`${page.url().split('#')[0]}#/talent/profiles`)
  await page.getByRole('textbox', { name: 'A WhatsApp message, or any text' }).fill('Ok sir, will send it tomorrow')
  await page.getByRole('button', { name: 'Read the message' }).click()
  await expect(page.getByText('Nothing in it tells of a person.')).toBeVisible()
  await page.getByRole('button', { name: 'Back to the message' }).first().click()
  await expect(page.getByRole('textbox', { name: 'A WhatsApp message, or any text' })).toHaveValue('Ok sir, will send it tomorrow')
})
