import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { describe, expect, it } from 'vitest'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { ReadChoices } from '../../src-preload/contract/scripts.ts'
import type { KeptScript } from '../../src-main/scripts/importScript.ts'
import { ferryFountain, longFountain } from '../support/journeyScripts.ts'
import { temporaryFolder } from '../support/temporaryFolder.ts'
import { testOffice } from '../support/testOffice.ts'

/** A real office that scripts are dropped on. */
async function openOffice() {
  const { office, folder } = await testOffice()
  const client = createRouterClient(office.router, { context: {} })
  const ticketOf = (text: string, name = 'The Last Ferry.fountain') => {
    const path = join(temporaryFolder(), name)
    writeFileSync(path, text)
    return office.tickets.forPath(path)
  }
  const importText = async (text: string, productionId: ProductionId | null = null, name?: string): Promise<KeptScript> => {
    for await (const event of await client.scripts.import({ ticket: ticketOf(text, name), productionId })) {
      if (event.kind === 'done') return event.result
    }
    throw new Error('the import ended without a result')
  }
  return { client, folder, ticketOf, importText }
}

describe('the import of a script', () => {
  it('begins a production named after the script, with its roles', async () => {
    const { client, importText } = await openOffice()
    const kept = await importText(ferryFountain)
    expect(kept.alreadyThere).toBe(false)
    expect(await client.productions.list({})).toMatchObject([{ id: kept.productionId, title: 'The Last Ferry', scripts: 1, roles: 2 }])
    expect((await client.roles.list({ productionId: kept.productionId })).map(({ name, firstPage }) => [name, firstPage])).toEqual([['GOPAL', 1], ['RUKMINI', 1]])
  })

  it('opens the entry of a file that is known, by its content and not by its name', async () => {
    const { client, importText } = await openOffice()
    const first = await importText(ferryFountain)
    const { scriptId, productionId } = first
    expect(await importText(ferryFountain)).toEqual({ ...first, alreadyThere: true })
    expect(await importText(ferryFountain, productionId, 'copy of ferry.fountain')).toEqual({ scriptId, productionId, alreadyThere: true, draftOf: null })
    expect(await client.scripts.list({ productionId })).toHaveLength(1)
    expect((await importText(`${ferryFountain}\n`)).alreadyThere).toBe(false)
  })

  it('brings a script back that was removed, with its roles', async () => {
    const { client, importText } = await openOffice()
    const { scriptId, productionId } = await importText(ferryFountain)
    await client.scripts.remove({ id: scriptId })
    expect(await client.scripts.list({ productionId })).toEqual([])
    expect(await importText(ferryFountain, productionId)).toEqual({ scriptId, productionId, alreadyThere: true, draftOf: null })
    expect(await client.roles.list({ productionId })).toHaveLength(2)
  })

  it('takes the same file into another production when it is dropped there', async () => {
    const { client, importText } = await openOffice()
    const first = await importText(ferryFountain)
    const other = await client.productions.create({ title: 'Remake' })
    expect(await importText(ferryFountain, other.id)).toMatchObject({ productionId: other.id, alreadyThere: false })
    expect(await client.scripts.list({ productionId: first.productionId })).toHaveLength(1)
  })

  it('keeps the file itself, so that the script can be read again; where it is gone the reading stays and dropping it once more heals it', async () => {
    const { client, folder, importText } = await openOffice()
    const { scriptId, productionId } = await importText(ferryFountain)
    const choices: ReadChoices = { lines: [{ kind: 'cue', page: 1, text: 'GOPAL', x: 0, end: 36 }], letters: 'leave' }
    const again = async () => {
      for await (const event of await client.scripts.readAgain({ id: scriptId, choices })) if (event.kind === 'done') return event.result
      throw new Error('the reading ended without a result')
    }
    const before = await client.scripts.text({ id: scriptId })
    expect(await again()).toEqual({ scriptId })
    expect(await client.scripts.text({ id: scriptId })).toEqual(before)
    expect(await client.scripts.choices({ productionId })).toEqual({ ...choices, saidOf: { fileName: 'The Last Ferry.fountain', format: 'fountain' } })
    rmSync(join(folder, 'media'), { recursive: true })
    await expect(again()).rejects.toMatchObject({ code: 'ORIGINAL_MISSING' })
    expect(await client.scripts.text({ id: scriptId })).toEqual(before)
    expect(await importText(ferryFountain)).toMatchObject({ alreadyThere: true })
    expect(await again()).toEqual({ scriptId })
  })

  it('does not look into a production that was put away', async () => {
    const { client, importText } = await openOffice()
    const first = await importText(ferryFountain)
    await client.productions.remove({ id: first.productionId })
    expect(await importText(ferryFountain)).toMatchObject({ alreadyThere: false })
    expect(await client.productions.list({})).toHaveLength(1)
  })

  it('leaves nothing when it is cancelled midway', async () => {
    const { client, ticketOf } = await openOffice()
    const left = new AbortController()
    const reading = async () => {
      for await (const event of await client.scripts.import({ ticket: ticketOf(longFountain(4_000)), productionId: null }, { signal: left.signal })) {
        if (event.kind === 'progress') left.abort()
      }
    }
    await expect(reading()).rejects.toMatchObject({ code: 'CANCELLED' })
    expect(await client.productions.list({})).toEqual([])
    expect((await client.health.report({})).counts).toMatchObject({ productions: 0, scripts: 0, roles: 0 })
  })

  it('leaves nothing when the file is not a screenplay', async () => {
    const { client, importText } = await openOffice()
    await expect(importText('Dear Sir,\n\nplease find enclosed our invoice.\n')).rejects.toMatchObject({ code: 'NOT_A_SCREENPLAY' })
    expect(await client.productions.list({})).toEqual([])
  })
})
