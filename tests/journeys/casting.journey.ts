import { card, expect, expectAccessible, rooms, test } from '../support/journey.ts'

test.use({ demo: true })

test('somebody is put on the short list beside the role, held, moved and taken back, and stands there after a reload', async ({ page, office }) => {
  test.setTimeout(180_000)
  await office.open()
  await rooms(page).getByRole('link', { name: /^Roles/ }).click()
  await page.getByRole('rowheader', { name: 'SAROJ DEVI' }).getByRole('link').click()
  const lists = page.getByRole('region', { name: 'Lists' })
  await expect(lists.getByText('Nobody yet.')).toBeVisible()
  const put = page.getByRole('region', { name: 'Who could play this role' }).getByRole('button', { name: /^Put on list: / }).first()
  const name = /^Put on list: (.+)$/.exec(await put.getAttribute('aria-label') ?? '')?.[1] ?? ''
  await put.click()
  await page.getByRole('menuitem', { name: 'Short list' }).click()
  await expect(page.getByRole('alert').filter({ hasText: `${name} is on the short list for SAROJ DEVI.` })).toBeVisible()
  const entry = lists.getByRole('list', { name: 'Short list' }).getByRole('listitem').filter({ hasText: name })
  await expect(entry).toBeVisible()

  await entry.getByRole('button', { name: /Change the status$/ }).click()
  await page.getByRole('menuitem', { name: 'Pinned' }).click()
  await expect(entry.getByRole('button', { name: `${name}: Pinned. Change the status` })).toBeVisible()
  await page.getByRole('alert').filter({ hasText: 'is pinned for SAROJ DEVI.' }).getByRole('button', { name: 'Undo' }).click()
  await expect(entry.getByRole('button', { name: `${name}: Under consideration. Change the status` })).toBeVisible()

  await entry.getByRole('button', { name: `More for ${name}` }).click()
  await page.getByRole('menuitem', { name: 'Hold and note' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Until').fill('2031-01-20')
  await dialog.getByLabel('Note').fill('Cried without a tear in the second take.')
  await expectAccessible(page, 'the hold of somebody')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()
  await expect(entry.getByText(/^1st pencil, [\d,]+ days left$/)).toBeVisible()
  await expectAccessible(page, 'a role with a list')

  await page.reload()
  await expect(entry.getByRole('button', { name: `${name}: On hold. Change the status` })).toBeVisible()
  await expect(entry.getByText('Cried without a tear in the second take.')).toBeVisible()

  await entry.getByRole('button', { name, exact: true }).click()
  const history = card(page).locator('section').filter({ has: page.getByRole('heading', { name: 'With this office' }) })
  await expect(history.getByRole('listitem').first()).toHaveText(/SAROJ DEVI in .+Short list, on hold, 1st pencil/)
  await history.getByText('4 changes').click()
  await expect(history.getByText(/SAROJ DEVI: Under consideration to Pinned.*taken back/)).toBeVisible()
  await page.keyboard.press('Escape')

  await entry.getByRole('button', { name: `More for ${name}` }).click()
  await page.getByRole('menuitem', { name: 'Take off the lists' }).click()
  await expect(entry).toBeHidden()
  await page.getByRole('alert').filter({ hasText: 'was taken off the lists' }).getByRole('button', { name: 'Undo' }).click()
  await expect(entry.getByText('Cried without a tear in the second take.')).toBeVisible()
})
