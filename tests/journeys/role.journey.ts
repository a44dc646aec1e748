import { card, expect, rooms, test } from '../support/journey.ts'

test.use({ demo: true })

test('a proposal is accepted, the candidates follow it, and a must that is lifted brings the stopped back', async ({ page, office }) => {
  await office.open()
  await rooms(page).getByRole('link', { name: /^Roles/ }).click()
  await page.getByRole('rowheader', { name: 'SAROJ DEVI' }).getByRole('link').click()
  const says = page.getByRole('region', { name: 'What the script says' })
  await says.getByRole('button', { name: /^Accept: Plays / }).click()
  await expect(page.getByRole('alert').getByRole('button', { name: 'Undo' })).toBeVisible()

  const candidates = page.getByRole('region', { name: 'Who could play this role' })
  const must = candidates.getByRole('group', { name: 'Musts of the role' }).getByRole('button').first()
  await expect(must).toHaveAttribute('aria-pressed', 'true')
  const stopped = candidates.getByText(/\d+ (person|people) stopped by a must/)
  await expect(stopped).toBeVisible()
  await must.click()
  await expect(must).toHaveAttribute('aria-pressed', 'false')
  await expect(stopped).toBeHidden()

  await candidates.locator('ol').getByRole('button').first().click()
  await expect(card(page).getByText('At a glance')).toBeVisible()
  await card(page).getByRole('button', { name: 'Close the card' }).click()
  await expect(card(page)).toBeHidden()
})

test('a citation leads to its line on the page, and back leads to the role', async ({ page, office }) => {
  await office.open()
  await rooms(page).getByRole('link', { name: /^Roles/ }).click()
  await page.getByRole('rowheader', { name: 'SAROJ DEVI' }).getByRole('link').click()
  const role = page.url()
  await page.getByRole('region', { name: 'What the script says' }).getByRole('link').first().click()
  await expect(page).toHaveURL(/\/script\/[^?]+\?.*element=\d+/)
  await expect(page.locator('[data-target="true"]')).toBeInViewport()
  await page.goBack()
  await expect(page).toHaveURL(role)
})

test('suggestions that are switched off for a role rank nobody, and say so', async ({ page, office }) => {
  await office.open()
  await rooms(page).getByRole('link', { name: /^Roles/ }).click()
  await page.getByRole('rowheader').first().getByRole('link').click()
  const candidates = page.getByRole('region', { name: 'Who could play this role' })
  await expect(candidates.locator('ol').getByRole('button').first()).toBeVisible()
  await candidates.getByRole('switch', { name: 'Suggestions' }).click({ force: true })
  await expect(candidates.locator('ol')).toBeHidden()
})
