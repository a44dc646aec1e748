import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, expectAccessible, rooms, test } from '../support/journey.ts'

test.use({ demo: true })

const remember = async (page: Page, text: string) => {
  await page.getByRole('button', { name: 'Remember something' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Remember something' })
  await dialog.getByLabel('In one sentence').fill(text)
  await dialog.getByRole('button', { name: 'Remember', exact: true }).click()
  await expect(dialog).toBeHidden()
}
const list = (page: Page) => page.getByRole('region', { name: 'Memories' })
const panel = (page: Page) => page.getByRole('complementary', { name: 'Memory' })

test('memories are kept on her word, found, pinned, ended, and forgotten for good', async ({ page, office }) => {
  await office.open()
  await rooms(page).getByRole('link', { name: 'Memory' }).click()
  await expect(page.getByText('Nothing is remembered yet.')).toBeVisible()
  await expectAccessible(page, 'the empty memory')
  await remember(page, 'Meera wants no smokers in the family scenes')
  await expect(panel(page).getByLabel('In one sentence')).toHaveValue('Meera wants no smokers in the family scenes')
  await remember(page, 'Self-tapes are asked for in landscape, two takes')
  await expect(list(page).getByRole('listitem')).toHaveCount(2)

  await list(page).getByLabel('Search the memories').fill('landscape')
  await expect(list(page).getByRole('listitem')).toHaveCount(1)
  await list(page).getByLabel('Search the memories').fill('')
  await expect(list(page).getByRole('listitem')).toHaveCount(2)
  await list(page).getByRole('button', { name: /^Pin: Meera/ }).click()
  await expect(list(page).getByRole('button', { name: /^Pin: Meera/ })).toHaveAttribute('aria-pressed', 'true')
  await expectAccessible(page, 'the memory with one open')

  await list(page).getByRole('button', { name: /^Meera wants/ }).click()
  await panel(page).getByRole('button', { name: 'No longer true' }).click()
  await expect(list(page).getByRole('listitem')).toHaveCount(1)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(list(page).getByRole('listitem')).toHaveCount(2)

  await office.restart({ samePort: true })
  await office.open()
  await rooms(page).getByRole('link', { name: 'Memory' }).click()
  await expect(list(page).getByRole('listitem')).toHaveCount(2)
  await list(page).getByRole('button', { name: /^Self-tapes/ }).click()
  await panel(page).getByRole('button', { name: 'Forget…' }).click()
  await page.getByRole('dialog', { name: 'Forget this for good?' }).getByRole('button', { name: 'Forget' }).click()
  await expect(list(page).getByRole('listitem')).toHaveCount(1)
  await expect(panel(page)).toBeHidden()
})

test('memories go out as a file and come back from it', async ({ page, office }) => {
  await office.open()
  await rooms(page).getByRole('link', { name: 'Memory' }).click()
  await remember(page, 'The director wants theatre people for the village roles')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export, import' }).click()
  await page.getByRole('menuitem', { name: 'Export all memories (JSON)' }).click()
  const path = await (await download).path()
  expect(await readFile(path, 'utf8')).toContain('theatre people')
  await panel(page).getByRole('button', { name: 'Forget…' }).click()
  await page.getByRole('dialog', { name: 'Forget this for good?' }).getByRole('button', { name: 'Forget' }).click()
  await expect(page.getByText('Nothing is remembered yet.')).toBeVisible()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Export, import' }).click()
  await page.getByRole('menuitem', { name: 'Import memories…' }).click()
  await (await chooser).setFiles(path)
  await expect(page.getByText('1 memory was taken in.')).toBeVisible()
  await expect(list(page).getByRole('listitem')).toHaveText(/theatre people/)
})
