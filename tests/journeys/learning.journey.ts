import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, expectAccessible, rooms, test } from '../support/journey.ts'
import { writeSmallModel } from '../support/smallModel.ts'

test.use({ demo: true })

test('another model learns everybody in sight, waits while the battery is low, and answers once the laptop is plugged in', async ({ page, office }) => {
  await page.addInitScript(() => {
    const battery = Object.assign(new EventTarget(), { charging: false, level: 0.12 })
    Object.assign(window, { plugIn: () => { battery.charging = true; battery.dispatchEvent(new Event('chargingchange')) } })
    Object.assign(navigator, { getBattery: () => Promise.resolve(battery) })
  })
  await office.open()
  await rooms(page).getByRole('link', { name: 'Settings' }).click()
  const meaning = page.getByRole('region', { name: 'Search by meaning' })
  await expect(meaning.getByText('Knows 60 of 60 people.')).toBeVisible()
  const folder = join(office.dataFolder, 'a model of hers')
  mkdirSync(folder)
  writeSmallModel(folder)
  await meaning.getByLabel('Folder of a model').setInputFiles(folder)
  await expect(meaning.getByText(/^Next: /)).toBeVisible()
  await expect(meaning.getByText('Learning rests while the battery is low; it goes on once the laptop is plugged in.')).toBeVisible()
  await expect(meaning.getByRole('progressbar', { name: 'People the next model knows' })).toHaveAttribute('aria-valuenow', '0')
  const strip = page.getByRole('contentinfo')
  await expect(strip.getByText('The next model knows 0 of 60')).toBeVisible()
  await expect(strip.getByText('waits for the plug')).toBeVisible()
  await expectAccessible(page, 'settings while learning rests')

  await page.getByRole('button', { name: 'Health' }).click()
  const work = page.getByRole('region', { name: 'Work in progress' })
  await expect(work.getByText('Waits for the plug: the battery is low')).toBeVisible()
  await expectAccessible(page, 'health while learning rests')
  await page.evaluate(() => (window as unknown as { plugIn: () => void }).plugIn())
  await expect(work.getByText('Nothing runs now.')).toBeVisible()
  await expect(strip.getByText('The next model')).toBeHidden()
  await page.getByRole('button', { name: 'Settings' }).click()
  await expect(meaning.getByText(/^Model: /)).not.toContainText('English, ships with CastMatch')
})
