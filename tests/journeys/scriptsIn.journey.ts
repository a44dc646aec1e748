import { drop, expect, rooms, test, tray } from '../support/journey.ts'
import { ferryFountain, ferryPdf, longFountain } from '../support/journeyScripts.ts'

test('an empty office says what to do first, and opens the demo', async ({ page, office }) => {
  await office.open()
  await expect(page.getByText('Drop a script anywhere in this window and its production begins.')).toBeVisible()
  await page.getByRole('button', { name: 'Open the demo' }).click()
  await expect(page.getByRole('region', { name: 'Scenes' }).getByRole('button').first()).toBeVisible()
  await rooms(page).getByRole('link', { name: /^Roles \d+ proposals? wait/ }).click()
  await expect(page.getByRole('rowheader').nth(5)).toBeVisible()
  await rooms(page).getByRole('link', { name: 'Talent' }).click()
  await expect(page.getByText('60 people', { exact: true })).toBeVisible()
})

test('a dropped Fountain begins its production and opens beside its scenes', async ({ page, office }) => {
  await office.open()
  const words = await drop(page, { name: 'The Last Ferry.fountain', content: ferryFountain })
  expect(words).toBe('This becomes a script, and begins a new production')
  await expect(page.getByRole('heading', { level: 1, name: 'The Last Ferry' })).toBeVisible()
  const scenes = page.getByRole('region', { name: 'Scenes' })
  await expect(scenes.getByText('2 scenes')).toBeVisible()
  await scenes.getByRole('button', { name: /RIVER BANK/ }).click()
  await expect(scenes.getByRole('button', { name: /RIVER BANK/ })).toHaveAttribute('aria-current', 'location')
  await page.getByRole('region', { name: 'Roles' }).getByRole('button', { name: /GOPAL/ }).click()
  await page.getByRole('link', { name: 'Open the role' }).click()
  await expect(page.getByRole('region', { name: 'What the script says' })).toContainText('58')
})

test('the same file again opens its entry instead of importing twice', async ({ page, office }) => {
  await office.open()
  await drop(page, { name: 'The Last Ferry.fountain', content: ferryFountain })
  await expect(page.getByRole('heading', { level: 1, name: 'The Last Ferry' })).toBeVisible()
  await drop(page, { name: 'The Last Ferry.fountain', content: ferryFountain })
  await expect(page.getByText('was here already')).toBeVisible()
})

test('a dropped PDF is read into the same scenes and people', async ({ page, office }) => {
  await office.open()
  const words = await drop(page, { name: 'ferry.pdf', content: await ferryPdf(), type: 'application/pdf' })
  expect(words).toContain('This becomes a script')
  await expect(page.getByRole('region', { name: 'Scenes' }).getByText('9 scenes')).toBeVisible()
  const cast = page.getByRole('region', { name: 'Roles' })
  await expect(cast.getByRole('button', { name: /GOPAL/ })).toContainText('9 speeches, 9 scenes')
  await expect(cast.getByRole('button', { name: /RUKMINI/ })).toContainText('9 speeches, 9 scenes')
})

test('an import that is cancelled midway leaves nothing behind', async ({ page, office }) => {
  await office.open()
  await drop(page, { name: 'long.fountain', content: longFountain(40_000) })
  await tray(page).getByRole('button', { name: 'Cancel long.fountain' }).click()
  await expect(tray(page).getByRole('paragraph').filter({ hasText: 'Cancelled. Nothing was half-saved.' })).toBeVisible()
  await tray(page).getByRole('button', { name: 'Close long.fountain' }).click()
  await page.reload()
  await expect(page.getByText('Drop a script anywhere in this window and its production begins.')).toBeVisible()
})

test('a broken file says what happened, what was kept and what to do', async ({ page, office }) => {
  await office.open()
  const whole = await ferryPdf()
  await drop(page, { name: 'cut short.pdf', content: whole.slice(0, Math.floor(whole.length / 2)), type: 'application/pdf' })
  await expect(tray(page).getByRole('paragraph').filter({ hasText: 'cut short.pdf is damaged or cut short. Nothing was imported. Copy or export it again and drop the new file.' })).toBeVisible()
  await drop(page, { name: 'letter.pdf', content: 'Dear Meera, the script comes on Monday.', type: 'application/pdf' })
  await expect(tray(page).getByRole('paragraph').filter({ hasText: /letter\.pdf is not what its name says.*Nothing was imported/ })).toBeVisible()
  const words = await drop(page, { name: 'holiday.zip', content: 'not a script', type: 'application/zip' })
  expect(words).toBe('CastMatch cannot read this kind of file')
  await expect(page.getByText(/holiday\.zip is of a kind CastMatch cannot read/)).toBeVisible()
})
