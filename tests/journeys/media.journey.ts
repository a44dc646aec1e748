import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { card, dropOn, expect, expectAccessible, people, rooms, test, tray, type DroppedFile } from '../support/journey.ts'
import { headshot, selfTape } from '../support/journeyMedia.ts'

test.use({ demo: true })

/** Opens the card of the first person of the book and gives the name. */
async function openFirst(page: Page): Promise<string> {
  await rooms(page).getByRole('link', { name: 'Talent' }).click()
  const first = people(page).getByRole('row').nth(1)
  const name = await first.getByRole('gridcell').first().innerText()
  await first.click()
  await expect(card(page).getByRole('heading', { name: 'Pictures and tapes' })).toBeVisible()
  return name.split('\n').at(-1) ?? ''
}

const dropOnCard = (page: Page, files: readonly DroppedFile[]) => dropOn(page, card(page), files)

const strip = (page: Page) => card(page).getByRole('list', { name: /^Pictures and tapes of / })

test('a headshot and a self-tape are dropped on the card, the headshot stands for the person, the self-tape plays', async ({ page, office }) => {
  await office.open()
  const name = await openFirst(page)
  expect(await dropOnCard(page, [headshot('front.png', 40), selfTape])).toBe(`This becomes a file of ${name}`)
  await expect(strip(page).getByRole('button', { name: 'Main headshot, front.png' })).toBeVisible()
  await expect(page.getByText(`2 files added to ${name}.`)).toBeVisible()
  await expect(people(page).getByRole('row').nth(1).locator('img')).toHaveJSProperty('naturalWidth', 72)

  await strip(page).getByRole('button', { name: /^Self-tape/ }).click()
  const video = page.getByRole('dialog').locator('video')
  await expect(video).toHaveJSProperty('videoWidth', 160)
  await video.evaluate((tape: HTMLVideoElement) => {
    tape.muted = true
    return tape.play()
  })
  await expect.poll(() => video.evaluate((tape: HTMLVideoElement) => tape.currentTime)).toBeGreaterThan(0.3)
  await video.evaluate((tape: HTMLVideoElement) => {
    tape.pause()
    tape.currentTime = 3
  })
  await expect.poll(() => video.evaluate((tape: HTMLVideoElement) => !tape.seeking && tape.currentTime)).toBe(3)
})

test('what is said of a file is kept, another headshot stands for the person, and what is taken off comes back', async ({ page, office }) => {
  await office.open()
  await openFirst(page)
  await dropOnCard(page, [headshot('front.png', 40), headshot('left.png', 90)])
  await strip(page).getByRole('button', { name: 'Headshot, left.png' }).click()
  const viewer = page.getByRole('dialog')
  await viewer.getByRole('textbox', { name: 'Caption' }).fill('Without the moustache')
  await viewer.getByRole('button', { name: 'Make it the main headshot' }).click()
  await expect(viewer.getByText('The main headshot: lists show this one.')).toBeVisible()
  await expect(viewer.getByText('Saved', { exact: true })).toBeVisible()
  await expectAccessible(page, 'the viewer of a headshot')
  await page.keyboard.press('Escape')
  await expect(viewer).toBeHidden()
  await expect(card(page)).toBeVisible()
  await page.reload()
  await strip(page).getByRole('button', { name: 'Main headshot, Without the moustache' }).click()
  await page.getByRole('button', { name: 'The next file' }).click()
  await expect(page.getByRole('dialog').getByText('2 of 2')).toBeVisible()
  await page.getByRole('button', { name: 'Take it off' }).click()
  await expect(page.getByRole('dialog').getByText('1 of 1')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('alert').filter({ hasText: 'front.png was taken off.' }).getByRole('button', { name: 'Undo' }).click()
  await expect(strip(page).getByRole('button', { name: 'Headshot, front.png' })).toBeVisible()
})

test('a file that was taken away is said to be missing and what to do, and its name leads to no broken picture', async ({ page, office }) => {
  await office.open()
  const name = await openFirst(page)
  await dropOnCard(page, [selfTape])
  await expect(page.getByText(`1 file added to ${name}.`)).toBeVisible()
  const media = join(office.dataFolder, 'media')
  for (const part of readdirSync(media)) rmSync(join(media, part), { recursive: true })
  await page.reload()
  await strip(page).getByRole('button', { name: 'Self-tape, scene 12 take 2.webm, file missing' }).click()
  await expect(page.getByRole('dialog').getByText('Drop the same file on the card, and it is shown again.')).toBeVisible()
  await expect(page.getByRole('dialog').locator('video, img')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await dropOnCard(page, [selfTape])
  await expect(strip(page).getByRole('button', { name: 'Self-tape, scene 12 take 2.webm', exact: true })).toBeVisible()
})

test('a file of another kind is refused with what is kept, and nothing is added', async ({ page, office }) => {
  await office.open()
  await openFirst(page)
  await dropOnCard(page, [{ name: 'headshot.jpg', content: 'MZ this is a program', type: 'image/jpeg' }])
  await expect(tray(page).getByRole('paragraph').filter({ hasText: 'headshot.jpg is none of what the talent book keeps. Nothing was added.' })).toBeVisible()
  await expect(strip(page).getByRole('listitem')).toHaveCount(1)
  await expectAccessible(page, 'the card without pictures')
})

test('the people are shown as pictures, walked by keys, and the one with a headshot is seen by it', async ({ page, office }) => {
  await office.open()
  const name = await openFirst(page)
  await dropOnCard(page, [headshot('front.png', 40)])
  await expect(page.getByText(`1 file added to ${name}.`)).toBeVisible()
  await card(page).getByRole('button', { name: 'Close the card' }).click()
  await page.getByTitle('As pictures').click()
  const first = people(page).getByRole('gridcell').first()
  await expect(first).toContainText(name)
  await expect(first.locator('img')).toHaveJSProperty('naturalWidth', 90)
  await people(page).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(people(page).getByRole('gridcell').nth(1)).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Escape')
  await expect(card(page)).toBeHidden()
  await expectAccessible(page, 'the people as pictures')
})

test('headshots named by person are dropped, whose they are is proposed, and nothing is written before the yes; then all is undone at once', async ({ page, office }) => {
  await office.open()
  await rooms(page).getByRole('link', { name: 'Talent' }).click()
  const first = people(page).getByRole('row').nth(1)
  const name = (await first.getByRole('gridcell').first().innerText()).split('\n').at(-1) ?? ''
  const [given = '', family = ''] = name.split(' ')
  const words = await dropOn(page, page.locator('body'), [
    headshot(`001 ${family.toUpperCase()} ${given.toUpperCase()}.png`, 40), headshot(`${given.toLowerCase()}_${family.toLowerCase()}_goa.png`, 60), headshot('Zubeida Thakurdesai hs.png', 90), headshot('DSC_0042.png', 110),
  ])
  expect(words).toBe('This becomes headshots, each of the person it is named by')
  await expect(page.getByText('1 sure, 1 doubtful, 2 not in the book')).toBeVisible()
  const whose = page.getByRole('list', { name: 'Whose pictures they are' })
  await expect(whose.getByRole('listitem').filter({ hasText: '001' }).getByRole('combobox')).toHaveValue(name)
  await expect(whose.getByRole('listitem').filter({ hasText: 'DSC_0042' }).getByRole('combobox')).toHaveValue('Leave it out')
  await expect(page.getByRole('button', { name: 'Add 1 headshot', exact: true })).toBeVisible()
  await expectAccessible(page, 'headshots by name')
  await whose.getByRole('listitem').filter({ hasText: 'Zubeida' }).getByRole('combobox').click()
  await page.getByRole('option', { name: 'Add Zubeida Thakurdesai as a new person' }).click()
  await page.getByRole('button', { name: 'Add 2 headshots' }).click()
  await expect(page.getByText('61 people', { exact: true })).toBeVisible()
  await expect(first.locator('img')).toHaveJSProperty('naturalWidth', 72)
  await page.getByRole('alert').filter({ hasText: '2 headshots added, 1 new person.' }).getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('60 people', { exact: true })).toBeVisible()
  await expect(first.locator('img')).toHaveCount(0)
})
