import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createCastMatch } from '../../src-main/castmatch.ts'
import { findApplicationFolders } from '../../src-main/page/applicationFolder.ts'
import { createFileSecretKeeper } from '../../src-main/settings/fileSecretKeeper.ts'
import { createFileSettingsKeeper } from '../../src-main/settings/fileSettingsKeeper.ts'
import { ProductionId } from '../../src-preload/contract/productions.ts'
import { answering, beingAnotherServer, failing, hangingUp, startClaudeStandIn } from '../support/claudeStandIn.ts'
import { temporaryFolder } from '../support/temporaryFolder.ts'
import { canaryKey } from './office.ts'

async function openOffice() {
  const folder = temporaryFolder()
  const office = await createCastMatch({
    door: 'browser', dataFolder: folder, resourcesFolder: findApplicationFolders(import.meta.url).resources,
    settings: createFileSettingsKeeper(folder), secrets: createFileSecretKeeper(folder),
  })
  return { folder, office, client: createRouterClient(office.router, { context: {} }) }
}

const everyFile = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))

describe('the key of Claude', () => {
  it('is in no file, no log, no answer, no error and no word on the terminal, whatever happens', async () => {
    const printed: string[] = []
    const spies = [process.stdout, process.stderr].map(stream => vi.spyOn(stream, 'write').mockImplementation(text => printed.push(String(text)) > 0))
    onTestFinished(() => spies.forEach(spy => spy.mockRestore()))
    const { folder, office, client } = await openOffice()
    const standIn = await startClaudeStandIn({ models: null })
    const strict = await startClaudeStandIn({ key: 'another key' })
    onTestFinished(() => Promise.all([standIn.close(), strict.close()]).then(() => undefined))
    const seen: unknown[] = []
    const see = (call: Promise<unknown>) => call.then(answer => seen.push(answer), (error: unknown) => seen.push(String(error), JSON.stringify(error), { ...(error as object) }))

    await see(client.settings.update({ claudeAddress: standIn.address }))
    await see(client.claude.setKey({ key: `${canaryKey} with a space` }))
    await see(client.claude.setKey({ key: canaryKey }))
    standIn.replies(answering('ready'), failing(401, 'authentication_error', `invalid key ${canaryKey}`), failing(400, 'invalid_request_error', canaryKey), failing(418, canaryKey), beingAnotherServer, hangingUp)
    for (let round = 0; round < 6; round++) await see(client.claude.test({}))
    await see(client.settings.update({ claudeAddress: strict.address }))
    await see(client.claude.setKey({ key: canaryKey }))
    await see(client.claude.test({}))
    await see(client.claude.state({}))
    await see(client.health.report({}))
    await see(client.settings.get({}))
    await office.close()

    expect(standIn.requests.at(-1)?.headers.authorization).toBe(`Bearer ${canaryKey}`)
    expect(strict.listings.at(-1)?.headers.authorization).toBe(`Bearer ${canaryKey}`)
    const files = everyFile(folder)
    expect(files.map(file => file.slice(folder.length + 1))).toEqual(expect.arrayContaining(['castmatch.db', 'settings.json', 'secrets.json', 'secrets.key']))
    const canaries = ['CANARY', Buffer.from(canaryKey).toString('base64').slice(0, 20), Buffer.from(canaryKey).toString('hex')]
    const everything = [...files.map(file => readFileSync(file, 'latin1')), JSON.stringify(seen), ...printed].join('\n')
    for (const canary of canaries) expect(everything).not.toContain(canary)
    expect(JSON.stringify(seen)).toContain('CLAUDE_KEY_REFUSED')
  })

  it('stays over a restart, for its own address only, until it is taken away', async () => {
    const { folder, office, client } = await openOffice()
    await client.claude.setKey({ key: canaryKey })
    await office.close()
    const again = await createCastMatch({
      door: 'browser', dataFolder: folder, resourcesFolder: findApplicationFolders(import.meta.url).resources,
      settings: createFileSettingsKeeper(folder), secrets: createFileSecretKeeper(folder),
    })
    onTestFinished(() => again.close())
    const later = createRouterClient(again.router, { context: {} })
    expect(await later.claude.state({})).toMatchObject({ ready: true, hasKey: true, address: 'https://api.anthropic.com' })
    await later.settings.update({ claudeAddress: 'http://localhost:4000/claude/' })
    expect(await later.claude.state({})).toMatchObject({ ready: false, hasKey: false, address: 'http://localhost:4000/claude' })
    await later.settings.update({ claudeAddress: 'https://api.anthropic.com' })
    expect(await later.claude.removeKey({})).toMatchObject({ ready: false, hasKey: false })
  })
})

describe('the address of Claude', () => {
  it.each(['https://api.anthropic.com', 'https://proxy.example.com:8443/claude', 'http://localhost:11434', 'http://127.0.0.1:4000', 'http://[::1]:4000'])('may be %s', async address => {
    const { office, client } = await openOffice()
    onTestFinished(() => office.close())
    expect((await client.settings.update({ claudeAddress: address })).claudeAddress).toBe(address)
  })

  it.each([
    ['http://proxy.example.com', 'https://'], ['http://127.0.0.1.example.com', 'https://'], ['ftp://localhost', 'https://'], ['file:///etc/passwd', 'https://'],
    ['localhost:4000', 'https://'], ['not an address', 'https://'], ['', 'https://'], ['https://user:word@example.com', 'no name and password'], ['https://example.com/?key=1', 'before any'],
  ])('may not be %j, and the earlier one stays', async (address, says) => {
    const { office, client } = await openOffice()
    onTestFinished(() => office.close())
    await expect(client.settings.update({ claudeAddress: address })).rejects.toMatchObject({ code: 'INVALID_INPUT', message: expect.stringContaining(says) as string })
    expect((await client.settings.get({})).claudeAddress).toBe('https://api.anthropic.com')
  })
})

describe('the yes of a production', () => {
  it('is unasked at first, and then what was said last', async () => {
    const { office, client } = await openOffice()
    onTestFinished(() => office.close())
    const { id } = await client.productions.create({ title: 'The Last Tonga' })
    expect(await client.claude.consent({ productionId: id })).toEqual({ productionId: id, says: 'unasked', saidAt: null })
    expect(await client.claude.setConsent({ productionId: id, allowed: true })).toMatchObject({ says: 'yes', saidAt: expect.stringMatching(/Z$/) as string })
    await client.claude.setConsent({ productionId: id, allowed: false })
    expect(await client.claude.consent({ productionId: id })).toMatchObject({ says: 'no' })
    await expect(client.claude.setConsent({ productionId: ProductionId.parse('no such'), allowed: true })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
