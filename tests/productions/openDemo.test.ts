import { createRouterClient } from '@orpc/server'
import { assert, describe, expect, it } from 'vitest'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import { testOffice } from '../support/testOffice.ts'

async function openOffice() {
  const { office } = await testOffice()
  const client = createRouterClient(office.router, { context: {} })
  const openDemo = async (): Promise<ProductionId> => {
    for await (const event of await client.productions.openDemo({})) if (event.kind === 'done') return event.result.productionId
    throw new Error('the demo did not open')
  }
  const kept = async () => {
    const { counts } = await client.health.report({})
    return [counts.productions, counts.scripts, counts.roles, counts.talent]
  }
  return { client, openDemo, kept }
}

describe('the demo', () => {
  it('brings a script with its roles and fictional talent, once', async () => {
    const { openDemo, kept } = await openOffice()
    const id = await openDemo()
    expect(await kept()).toEqual([1, 1, 12, 60])
    expect(await openDemo()).toBe(id)
    expect(await kept()).toEqual([1, 1, 12, 60])
  })

  it('leaves with its talent when it is removed, and takes nobody of the user along', async () => {
    const { client, openDemo } = await openOffice()
    const id = await openDemo()
    const mine = await client.talent.create({ facts: { name: 'Nandita Das Gupta' } })
    await client.productions.remove({ id })
    expect((await client.talent.search({})).people.map(({ talent }) => talent.id)).toEqual([mine.id])
    await client.productions.restore({ id })
    expect((await client.talent.search({})).total).toBe(61)
  })

  it('comes back as it was left when it is opened again after it was removed', async () => {
    const { client, openDemo, kept } = await openOffice()
    const id = await openDemo()
    const [role] = await client.roles.list({ productionId: id })
    assert(role)
    await client.roles.update({ id: role.id, change: { notes: 'Ask for a reading in Telugu.' } })
    await client.productions.remove({ id })
    expect(await openDemo()).toBe(id)
    expect(await kept()).toEqual([1, 1, 12, 60])
    expect((await client.roles.get({ id: role.id })).notes).toBe('Ask for a reading in Telugu.')
  })

  it('broken off midway leaves nothing in the lists, and opens whole the next time', async () => {
    const { client, openDemo, kept } = await openOffice()
    const left = new AbortController()
    const reading = async () => {
      for await (const event of await client.productions.openDemo({}, { signal: left.signal })) if (event.kind === 'progress') left.abort()
    }
    await expect(reading()).rejects.toMatchObject({ code: 'CANCELLED' })
    expect(await client.productions.list({})).toEqual([])
    expect((await client.talent.search({})).total).toBe(0)
    await openDemo()
    expect((await kept()).slice(2)).toEqual([12, 60])
  })
})
