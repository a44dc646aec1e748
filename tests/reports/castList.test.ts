import { describe, expect, it } from 'vitest'
import { readCast } from '../../src-main/reports/cast.ts'
import { readCastList } from '../../src-main/reports/castList.ts'
import { keepNumbers } from '../../src-main/reports/castNumbers.ts'
import { readDays } from '../../src-main/reports/days.ts'
import { saveOrder } from '../../src-main/reports/shootingOrder.ts'
import { removeRole, updateRole } from '../../src-main/roles/roleStore.ts'
import { testDatabase } from '../support/testDatabase.ts'
import { keepScript, noon } from '../roles/screenplay.ts'

const film = `INT. BOAT - DAY

MEERA, 34, rows. PINKU (9) sleeps.

MEERA
Pull. Pull harder.

GOPAL
I am pulling.

MEERA
Harder.

EXT. BANK - NIGHT

MEERA AND GOPAL
Kaun hai?

PINKU
Main.

EXT. RIVER - DAWN

Pinku waves from the bank.

MEERA
Chalo.
`

const kept = async () => {
  const db = testDatabase()
  return { db, ...(await keepScript(db, film)) }
}
type Kept = Awaited<ReturnType<typeof kept>>
const rowOf = ({ db, scriptId, role }: Kept, name: string) => readCastList(db, scriptId).rows.find(row => row.role === role(name))
const numbersOf = ({ db, scriptId }: Kept) => readCastList(db, scriptId).rows.map(({ number, name }) => `${number} ${name}`)

describe('the cast list of a script', () => {
  it('numbers the roles by size and leaves out a cue that names several', async () => {
    const script = await kept()
    expect(numbersOf(script)).toEqual(['1 MEERA', '2 GOPAL', '3 PINKU'])
    expect(readCastList(script.db, script.scriptId)).toMatchObject({ kept: false, together: ['MEERA AND GOPAL'] })
  })

  it('counts what two say together with each of them, and silent scenes too', async () => {
    const script = await kept()
    expect(rowOf(script, 'MEERA')).toMatchObject({ scenes: 3, silent: 0, speeches: 4, words: 7, firstPage: 1, lastPage: 1, days: null })
    expect(rowOf(script, 'GOPAL')).toMatchObject({ scenes: 2, silent: 0, speeches: 2, words: 5 })
    expect(rowOf(script, 'PINKU')).toMatchObject({ scenes: 3, silent: 2, speeches: 1, words: 1 })
  })

  it('shows what the script proposes as not confirmed, what was said as said, and who is a minor', async () => {
    const script = await kept()
    expect(rowOf(script, 'PINKU')).toMatchObject({ playingRange: { confirmed: false }, minor: 'yes' })
    updateRole(script.db, script.role('PINKU'), { playingRange: { from: 16, to: 20 }, skills: [{ name: 'swimming', must: false }, { name: 'rowing', must: true }] })
    expect(rowOf(script, 'PINKU')).toMatchObject({
      playingRange: { range: { from: 16, to: 20 }, confirmed: true }, minor: 'maybe', skills: [{ name: 'rowing', must: true, confirmed: true }, { name: 'swimming', must: false, confirmed: true }],
    })
    updateRole(script.db, script.role('PINKU'), { playingRange: { from: 18, to: 20 } })
    expect(rowOf(script, 'PINKU')?.minor).toBeNull()
  })

  it('has the days of work once there is an order', async () => {
    const script = await kept()
    saveOrder(script.db, script.scriptId, { text: 'Day 1: 1, 2\nDay 2: 3', dropAfter: null }, noon)
    expect(rowOf(script, 'MEERA')?.days).toBe(2)
    expect(rowOf(script, 'GOPAL')?.days).toBe(1)
    const { rows } = readDays(script.db, readCast(script.db, script.scriptId))
    expect(rows.map(({ number, name, cells }) => `${number} ${name} ${cells.map(({ mark }) => mark).join(' ')}`)).toEqual(['1 MEERA SW WF', '2 GOPAL SWF', '3 PINKU SW WF'])
  })

  it('keeps numbers when sizes change, gives a later role the next one, and leaves a gap for one that goes', async () => {
    const script = await kept()
    const { db, scriptId, productionId, role } = script
    keepNumbers(db, scriptId, readCastList(db, scriptId).rows)
    updateRole(db, role('GOPAL'), { size: 'lead' })
    updateRole(db, role('MEERA'), { size: 'dayPlayer' })
    expect(numbersOf(script)).toEqual(['1 MEERA', '2 GOPAL', '3 PINKU'])
    removeRole(db, role('PINKU'), noon)
    const draft = await keepScript(db, `${film}\nSAROJ\nRuko.\n`, productionId)
    expect(numbersOf({ ...script, scriptId: draft.scriptId })).toEqual(['1 MEERA', '2 GOPAL', '4 SAROJ'])
    keepNumbers(db, scriptId, null)
    expect(numbersOf(script)).toEqual(['1 GOPAL', '2 MEERA'])
  })

  it('refuses one number for two roles, and a role of elsewhere, and keeps what was', async () => {
    const script = await kept()
    const { db, scriptId, role } = script
    keepNumbers(db, scriptId, [{ role: role('GOPAL'), number: 7 }])
    expect(() => keepNumbers(db, scriptId, [{ role: role('MEERA'), number: 7 }])).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }))
    expect(() => keepNumbers(db, scriptId, [{ role: 'nobody' as never, number: 8 }])).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }))
    expect(numbersOf(script)).toEqual(['7 GOPAL', '8 MEERA', '9 PINKU'])
  })

  it('says that a script is gone', () => {
    expect(() => readCastList(testDatabase(), 'nowhere' as never)).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }))
    expect(() => saveOrder(testDatabase(), 'nowhere' as never, { text: '', dropAfter: null }, noon)).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }))
  })
})
