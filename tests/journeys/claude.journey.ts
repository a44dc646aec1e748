import { answering, startClaudeStandIn } from '../support/claudeStandIn.ts'
import { expect, expectAccessible, test } from '../support/journey.ts'

const rightKey = 'sk-ant-the-right-key'

test('a key for Claude goes in, is tested, and is never to be seen again', async ({ page, office }) => {
  const standIn = await startClaudeStandIn({ key: rightKey })
  try {
    await office.open()
    await page.goto(`${new URL(page.url()).origin}/#/settings`)
    const claude = page.getByRole('region', { name: 'Claude', exact: true })
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
    expect(standIn.requests.map(({ headers }) => headers.authorization)).toEqual(['Bearer sk-ant-a-wrong-key', `Bearer ${rightKey}`, `Bearer ${rightKey}`])
    expect(await page.content()).not.toContain(rightKey)
    await expectAccessible(page, 'settings with a key')

    await claude.getByLabel('Ordinary work').fill('claude-nowhere')
    await claude.getByLabel('Ordinary work').blur()
    await expect(claude.getByText('Saved')).toBeVisible()
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
    await office.open()
    await page.goto(`${new URL(page.url()).origin}/#/settings`)
    const claude = page.getByRole('region', { name: 'Claude', exact: true })
    await claude.getByLabel('Address').fill(standIn.address)
    await claude.getByLabel('Address').press('Enter')
    await expect(claude.getByText(`No key for ${new URL(standIn.address).host} yet.`)).toBeVisible()
    await claude.getByLabel('API key', { exact: true }).fill('any-key-at-all')
    await claude.getByRole('button', { name: 'Keep the key' }).click()
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
  await expect(drawer.getByText('Nobody has said yes, so nothing of it is sent.')).toBeVisible()
  await drawer.getByRole('switch', { name: 'This production may be sent to Claude' }).click({ force: true })
  await expect(drawer.getByText('What a question needs is sent, when somebody asks one.')).toBeVisible()
  await expectAccessible(page, 'the drawer of a production')
  await drawer.getByRole('switch', { name: 'This production may be sent to Claude' }).click({ force: true })
  await expect(drawer.getByText('Nothing of it is sent. Said on')).toBeVisible()
})
