import { card, expect, people, rooms, test } from '../support/journey.ts'

test.use({ demo: true })

test('the palette finds a role by a few letters and opens it, in Roman or Devanagari', async ({ page, office }) => {
  await office.open()
  await page.keyboard.press('Control+k')
  await page.getByRole('textbox', { name: 'Find anything' }).fill('saroj')
  await page.getByRole('dialog').getByText('SAROJ DEVI').first().waitFor()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Who could play SAROJ DEVI' })).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.getByRole('textbox', { name: 'Find anything' }).fill('नंदिनी')
  await expect(page.getByRole('dialog').getByText('NANDINI').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
})

test('the palette finds a person and opens the card', async ({ page, office }) => {
  await office.open()
  await page.keyboard.press('Control+k')
  await page.getByRole('textbox', { name: 'Find anything' }).fill('Sravanthi')
  await page.getByRole('dialog').getByText('Sravanthi Mudunuri').click()
  await expect(card(page).getByRole('heading', { name: /Sravanthi Mudunuri/ })).toBeVisible()
})

test('the talent is walked by keys alone: search, table, card, and back to where the focus came from', async ({ page, office }) => {
  await office.open()
  await page.keyboard.press('g')
  await page.keyboard.press('t')
  await people(page).getByRole('gridcell').first().waitFor()
  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox')).toBeFocused()
  await page.keyboard.type('Hindi')
  await page.keyboard.press('Enter')
  await expect(people(page).getByRole('columnheader', { name: 'Why' })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(people(page)).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(people(page)).toHaveAttribute('aria-activedescendant', 'person-1')
  await page.keyboard.press('Enter')
  await expect(card(page).getByText('At a glance')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(card(page)).toBeHidden()
  await expect(people(page)).toBeFocused()
})

test('scenes are walked by j and k, the text is searched by /, and ? lists the shortcuts', async ({ page, office }) => {
  await office.open()
  await rooms(page).getByRole('link', { name: 'Script' }).click()
  const scenes = page.getByRole('region', { name: 'Scenes' })
  await scenes.getByRole('button').first().waitFor()
  const current = scenes.locator('[aria-current="location"]')
  // The title page is in no scene.
  await expect(current).toBeHidden()
  await page.keyboard.press('j')
  await expect(current).toHaveText(/^1\D/)
  await page.keyboard.press('j')
  await expect(current).toHaveText(/^2\D/)
  await page.keyboard.press('k')
  await expect(current).toHaveText(/^1\D/)
  // Pressed faster than a page scrolls, each press counts.
  for (let press = 0; press < 4; press += 1) await page.keyboard.press('j')
  await expect(current).toHaveText(/^5\D/)
  await page.keyboard.press('/')
  await page.keyboard.type('platform')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^[1-9]\d* of \d+$/)).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Shortcuts' })).toBeVisible()
})

test('where what held the focus gives way, the screen has it, and Tab goes on from there', async ({ page, office }) => {
  await office.open()
  await expect(rooms(page).getByRole('link', { name: /^Roles/ })).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('r')
  await page.getByRole('rowheader', { name: 'SAROJ DEVI' }).getByRole('link').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Who could play SAROJ DEVI' })).toBeVisible()
  await expect(page.getByRole('main')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'All roles' })).toBeFocused()
})

test('the rail is reached by Tab, and every step shows where the focus is', async ({ page, office }) => {
  await office.open()
  await page.getByRole('link', { name: 'Skip to the screen' }).focus()
  for (let step = 0; step < 12; step += 1) {
    await page.keyboard.press('Tab')
    const seen = await page.evaluate(() => {
      const at = document.activeElement
      if (at === null || at === document.body) return 'nothing'
      const style = getComputedStyle(at)
      return at.matches(':focus-visible') && (style.outlineStyle !== 'none' || style.boxShadow !== 'none' || style.borderColor !== '') ? 'seen' : `unseen: ${at.outerHTML.slice(0, 120)}`
    })
    expect(seen).not.toMatch(/^unseen/)
  }
})
