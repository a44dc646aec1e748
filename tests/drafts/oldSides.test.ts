import { afterAll, describe, expect, it } from 'vitest'
import { compareInWorker } from '../../src-main/drafts/draftStore.ts'
import { createSides } from '../../src-main/sides/makeSides.ts'
import { createTicketKeeper } from '../../src-main/tickets/ticketKeeper.ts'
import { createWorkerPool } from '../../src-main/workers/workerPool.ts'
import { temporaryFolder } from '../support/temporaryFolder.ts'
import { testDatabase } from '../support/testDatabase.ts'
import { keepDrafts } from './drafts.ts'

const kitchen = `INT. KITCHEN - DAY #1#

MEERA kneads the dough for forty people and does not look up.

MEERA
The river took the bridge and the bus with it last night.

BHOLA
Then nobody comes to the wedding, and we eat for a week.
`
const yard = `EXT. YARD - NIGHT #2#

BHOLA ties the goat to the hand pump and counts his notes again.

BHOLA
Four hundred for the band, two hundred for the light, and the priest on credit.
`
const road = `EXT. ROAD - DAWN #3A#

MEERA walks with a trunk on her head and the goat behind her.

MEERA
Whoever asks, we went to see my aunt in Ballia and the bus was late.
`

const pool = createWorkerPool({ threads: 1 })
afterAll(() => pool.close())

describe('the sides of an old draft', () => {
  it('are told with those of their scenes that changed; a scene that only moved holds', async () => {
    const db = testDatabase()
    const { scripts: [white, blue], role } = await keepDrafts(db, [kitchen + '\n' + yard + '\n' + road, yard + '\n' + kitchen + '\n' + road.replace('my aunt', 'my sister')])
    if (!white || !blue) throw new Error('two drafts were kept')
    const parts = { db, pool, tickets: createTicketKeeper({ folder: temporaryFolder() }), now: () => new Date('2026-11-21T14:00:00Z') }
    const holding = await createSides(parts, { roleId: role('BHOLA'), scriptId: white.id, cut: { scenes: [1], title: 'Callback' } })
    const stale = await createSides(parts, { roleId: role('MEERA'), scriptId: white.id, cut: { scenes: [0, 2], title: 'First round' } })
    await createSides(parts, { roleId: role('MEERA'), scriptId: blue.id, cut: { scenes: [2] } })
    expect(stale.stale).toBe(true)
    expect((await compareInWorker({ db, pool }, { from: white.id, to: blue.id })).sides).toEqual([
      { id: stale.id, roleId: role('MEERA'), roleName: 'MEERA', title: 'First round', changed: ['3A'] },
      { id: holding.id, roleId: role('BHOLA'), roleName: 'BHOLA', title: 'Callback', changed: [] },
    ])
    parts.tickets.close()
  })
})
