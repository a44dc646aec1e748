import { afterAll, onTestFinished } from 'vitest'
import { createWorkerPool, type WorkerPool } from '../../src-main/workers/workerPool.ts'
import { createTicketKeeper } from '../../src-main/tickets/ticketKeeper.ts'
import type { SidesParts } from '../../src-main/sides/makeSides.ts'
import { keepScript, noon, type KeptScript } from '../roles/screenplay.ts'
import { temporaryFolder } from '../support/temporaryFolder.ts'
import { testDatabase } from '../support/testDatabase.ts'

/** A script of five scenes: a two-hander, a crowd, two who speak at once, a scene without her, and one in Devanagari. */
export const rain = `Title: Rain

INT. KITCHEN - DAY #1#

Steam. MEERA (28) kneads dough.

MEERA
Tum aaj bhi der se aaye, aur phir wahi bahana, wahi baarish, wahi bus, jaise shehar mein aur koi kaam hi nahin hai.

BHOLA
Baarish thi.

EXT. YARD - DAY #2#

MEERA
Sun.

BHOLA
Haan?

PINKI
Main bhi!

INT. SHOP - DAY #3#

BHOLA
Do chai.

EXT. ROAD - NIGHT #4#

BHOLA
Ruko!

MEERA ^
Chalo!

INT. KITCHEN - NIGHT #5A#

MEERA
(softly)
का हो, बारिश रुक गई?
`

/** What sides are made with, on a real database with a kept script. */
export interface SidesOffice extends KeptScript {
  readonly parts: SidesParts
}

/** Gives the function that keeps a script and gives what sides are made with; the clock stands at noon, the workers are one for all tests of a file. */
export function sidesOffices(): (text?: string) => Promise<SidesOffice> {
  const pool = createWorkerPool({ threads: 1 })
  afterAll(() => pool.close())
  return (text = rain) => sidesOffice(pool, text)
}

async function sidesOffice(pool: WorkerPool, text: string): Promise<SidesOffice> {
  const db = testDatabase()
  const kept = await keepScript(db, text)
  const tickets = createTicketKeeper({ folder: temporaryFolder() })
  onTestFinished(() => tickets.close())
  return { ...kept, parts: { db, pool, tickets, now: () => noon } }
}
