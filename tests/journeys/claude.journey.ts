import { answering, startClaudeStandIn } from '../support/claudeStandIn.ts'
import { claudeSettings, expect, expectAccessible, keepKeyForClaude, test } from '../support/journey.ts'

const rightKey = 'sk-ant-the-right-key'

test('a key for Claude goes in, is tested, and is never to be seen again', async ({ page, office }) => {
  const standIn = await startClaudeStandIn({ key: rightKey })
  try {
    await office.open()
    await page.goto(`${new URL(page.url()).origin}/#/settings`)
    const claude = claudeSettings(page)
    const key = claude.getByLabel('API key', { exact: true })
    const finding = claude.getByRole('form', { name: 'The key of Claude' }).getByRole('status')
    await expect(claude.getByText('No key for api.anthropic.com yet.')).toBeVisible()
    await expect(claude.getByRole('button', { name: 'Test' })).toBeDisabled()
    await expect(page.getByText('Nothing. Scripts, roles, people')).toBeVisible()

    await claude.getByLabel('Address').fill('http://example.com')
    await claude.getByLabel('Address').blur()
    await expect(claude.getByText('outside this machine it begins with https://')).toBeVisible()
    await claude.getByLabel('Address').fill(standIn.address)
    await claude.getByLabel('Address').press('Enter')
    await expect(claude.getByText(`No key for ${new URL(standIn.address).host} yet.`)).toBeVisible()

    await key.fill('sk-ant-a-wrong-key')
    await key.press('Enter')
    await expect(finding).toContainText('The key is kept. Claude did not accept the key.')
    await expect(key).toHaveValue('')
    await key.fill(rightKey)
    await claude.getByRole('button', { name: 'Replace the key' }).click()
    await expect(finding).toContainText('Kept. It works: 3 models')
    await claude.getByRole('button', { name: 'Test' }).click()
    await expect(finding).toHaveText(/^It works: 3 models, [\d,]+ ms\.$/)
    await expect(page.getByText('What you ask Claude, when you ask it')).toBeVisible()
    expect(standIn.listings.map(({ headers }) => headers.authorization)).toEqual(['Bearer sk-ant-a-wrong-key', `Bearer ${rightKey}`, `Bearer ${rightKey}`])
    expect(await page.content()).not.toContain(rightKey)
    await expectAccessible(page, 'settings with a key')

    await claude.getByLabel('Ordinary work').fill('claude-nowhere')
    await claude.getByLabel('Ordinary work').blur()
    await expect(claude.getByRole('group', { name: 'Models' }).getByText('Saved')).toBeVisible()
    await claude.getByRole('button', { name: 'Test' }).click()
    await expect(finding).toContainText('Not among them: claude-nowhere.')

    await page.reload()
    await expect(claude.getByText(`A key is kept for ${new URL(standIn.address).host}.`)).toBeVisible()
    await expect(claude.getByLabel('Ordinary work')).toHaveValue('claude-nowhere')
    await page.goto(`${new URL(page.url()).origin}/#/health`)
    await expect(page.getByRole('region', { name: 'Claude' }).getByText('Ready')).toBeVisible()

    await page.goto(`${new URL(page.url()).origin}/#/settings`)
    await claude.getByRole('switch', { name: 'Let CastMatch ask Claude' }).click({ force: true })
    await expect(claude.getByRole('button', { name: 'Test' })).toBeDisabled()
    await claude.getByRole('switch', { name: 'Let CastMatch ask Claude' }).click({ force: true })
    await claude.getByRole('button', { name: 'Take the key away' }).click()
    await expect(finding).toContainText('The key was taken away.')
    await expect(claude.getByText(`No key for ${new URL(standIn.address).host} yet.`)).toBeVisible()
  } finally {
    await standIn.close()
  }
})

test('a server that lists no models is asked one word, and what that cost stands in the settings', async ({ page, office }) => {
  const standIn = await startClaudeStandIn({ models: null })
  standIn.replies(answering('ready', { usage: { input_tokens: 20_000, output_tokens: 10_000 } }))
  try {
    await keepKeyForClaude(page, office, standIn.address)
    const claude = claudeSettings(page)
    await expect(claude.getByText('Kept. It works: an answer came in')).toBeVisible()
    await expect(claude.getByText('₹0.63').first()).toBeVisible()
    await claude.getByLabel('Rupees for a dollar').fill('100')
    await claude.getByLabel('Rupees for a dollar').blur()
    await expect(claude.getByText('₹0.70').first()).toBeVisible()
  } finally {
    await standIn.close()
  }
})

test('nothing of a production may be sent before somebody says yes', async ({ page, office }) => {
  await office.open()
  await page.goto(`${new URL(page.url()).origin}/#/?new=1`)
  await page.getByRole('dialog').getByLabel('Title').fill('The Last Tonga')
  await page.getByRole('dialog').getByRole('button', { name: 'Begin' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.goto(`${new URL(page.url()).origin}/#/`)
  await page.getByRole('button', { name: 'Edit The Last Tonga' }).click()
  const drawer = page.getByRole('dialog')
  await expect(drawer.getByText('Nobody has said yes yet, so nothing of it is sent.')).toBeVisible()
  await drawer.getByRole('switch', { name: 'Under NDA: Claude is off for this production' }).click({ force: true })
  await expect(drawer.getByText('Nothing of it is sent; chat answers from your records. Said on')).toBeVisible()
  await expectAccessible(page, 'the drawer of a production')
  await drawer.getByRole('switch', { name: 'Under NDA: Claude is off for this production' }).click({ force: true })
  await expect(drawer.getByText('Nobody has said yes yet, so nothing of it is sent.')).toBeVisible()
})

test('a budget goes in, what is used of it is shown, and what may be sent is said', async ({ page, office }) => {
  await office.open()
  await page.goto(`${new URL(page.url()).origin}/#/settings`)
  const claude = claudeSettings(page)
  await claude.getByLabel('Budget for a month').fill('500')
  await claude.getByLabel('Budget for a month').blur()
  await expect(claude.getByText('₹0.00 of ₹500.00 is used this month.')).toBeVisible()
  await expect(claude.getByRole('progressbar', { name: 'Used of the budget of this month' })).toHaveAttribute('aria-valuenow', '0')
  await claude.getByRole('switch', { name: 'Send names as pseudonyms' }).click({ force: true })
  await expect(claude.getByText('Nobody has said yes, so nothing is.')).toBeVisible()
  await claude.getByRole('switch', { name: 'Talk about the talent book' }).click({ force: true })
  await expect(claude.getByText('Nobody has said yes, so nothing is.')).toBeHidden()
  await expectAccessible(page, 'settings with a budget')

  await page.reload()
  await expect(claude.getByLabel('Budget for a month')).toHaveValue('500')
  await expect(claude.getByRole('switch', { name: 'Send names as pseudonyms' })).toBeChecked()
  await expect(claude.getByRole('switch', { name: 'Talk about the talent book' })).toBeChecked()
  await page.goto(`${new URL(page.url()).origin}/#/health`)
  const health = page.getByRole('region', { name: 'Claude' })
  await expect(health.getByText('₹0.00 of ₹500.00 is used this month.')).toBeVisible()
  await expect(health.getByText('Since CastMatch was started.')).toBeVisible()

  await page.goto(`${new URL(page.url()).origin}/#/settings`)
  await claude.getByLabel('Budget for a month').fill('')
  await claude.getByLabel('Budget for a month').blur()
  await expect(claude.getByText('is used this month.')).toBeHidden()
})

test('the environment points the whole application at a server, whose failures and leaving models stand in Health', async ({ page, office }) => {
  const standIn = await startClaudeStandIn({ models: [{ id: 'claude-sonnet-5-5', line: 'sonnet', lifecycle: 'deprecated', retires_at: '2027-06-30T00:00:00Z' }] })
  try {
    await office.restart({ env: { CASTMATCH_ANTHROPIC_BASE_URL: `${standIn.address}/`, ANTHROPIC_API_KEY: 'sk-ant-of-the-environment', ANTHROPIC_AUTH_TOKEN: 'token-of-the-environment' } })
    await office.open()
    await page.goto(`${new URL(page.url()).origin}/#/settings`)
    const claude = claudeSettings(page)
    await expect(claude.getByLabel('Address')).toHaveValue(standIn.address)
    await expect(claude.getByLabel('Address')).toHaveAttribute('readonly')
    await expect(claude.getByText('Set from outside by CASTMATCH_ANTHROPIC_BASE_URL')).toBeVisible()
    await expect(claude.getByText(`No key for ${new URL(standIn.address).host} yet.`)).toBeVisible()
    await claude.getByLabel('API key', { exact: true }).fill(rightKey)
    await claude.getByRole('button', { name: 'Keep the key' }).click()
    await expect(claude.getByText('Kept. It works: 1 model')).toBeVisible()
    expect(standIn.listings.map(({ headers }) => [headers.authorization, headers['x-api-key']])).toEqual([[`Bearer ${rightKey}`, undefined]])
    await expect(claude.getByText('claude-sonnet-5-5, asked for ordinary work, is retired on 30 Jun 2027.')).toBeVisible()
    await standIn.close()
    await claude.getByRole('button', { name: 'Test' }).click()
    await expect(claude.getByText('Claude cannot be reached')).toBeVisible()
    await page.goto(`${new URL(page.url()).origin}/#/health`)
    const health = page.getByRole('region', { name: 'Claude' })
    await expect(health.getByText('(CLAUDE_OFFLINE)')).toBeVisible()
    await expect(health.getByText('1 model in use')).toBeVisible()
    await expectAccessible(page, 'health with a failure of Claude')
  } finally {
    await standIn.close()
  }
})
