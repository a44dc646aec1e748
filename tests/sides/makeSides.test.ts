import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { changeDraft } from '../../src-main/drafts/draftStore.ts'
import { mergeRoles } from '../../src-main/roles/mergeRoles.ts'
import { removeRole } from '../../src-main/roles/roleStore.ts'
import { removeScript, restoreScript } from '../../src-main/scripts/scriptStore.ts'
import { openPdf } from '../../src-main/scripts/pdfium.ts'
import { collectBatch, createSides, layOut, makeBatch, makePdf, namesOf, updateSides, type BatchRow, type SidesParts } from '../../src-main/sides/makeSides.ts'
import { suggestSides } from '../../src-main/sides/roleScenes.ts'
import { getSides, listSides, removeSides, restoreSides } from '../../src-main/sides/sidesStore.ts'
import { toFailure } from '../../src-renderer/connection/failure.ts'
import type { MadeBatch, SidesId } from '../../src-preload/contract/sides.ts'
import { keepScript, noon } from '../roles/screenplay.ts'
import { rain, sidesOffices } from './office.ts'
import { letters, readPdf } from './readPdf.ts'

const sidesOffice = sidesOffices()

const codeOf = async (act: () => unknown): Promise<string> => {
  try {
    await act()
    return 'no error'
  } catch (error) {
    return toFailure(error).code
  }
}
const bytesOf = async (file: File) => new Uint8Array(await file.arrayBuffer())
const batchOf = async (parts: SidesParts, rows: readonly BatchRow[], combined: boolean, signal?: AbortSignal): Promise<MadeBatch> => {
  for await (const event of makeBatch(parts, rows, combined, signal)) if (event.kind === 'done') return event.result
  throw new Error('the batch ended without a result')
}

/** Whether each entry of a zip says that its name is UTF-8: bit 11 of its flags in the central directory (APPNOTE 4.3.12, 4.4.4). */
const utf8Names = (zip: Uint8Array): readonly boolean[] => {
  const bytes = Buffer.from(zip)
  const flags: boolean[] = []
  for (let at = bytes.indexOf('PK\u0001\u0002', 0, 'latin1'); at >= 0; at = bytes.indexOf('PK\u0001\u0002', at + 46, 'latin1')) flags.push((bytes.readUInt16LE(at + 8) & 0x800) !== 0)
  return flags
}

describe('sides', () => {
  it('begin with the scenes suggested, from the newest draft, and know it', async () => {
    const { parts, productionId, scriptId, role } = await sidesOffice()
    const sides = await createSides(parts, { roleId: role('MEERA') })
    expect(sides).toMatchObject({ roleName: 'MEERA', scriptId, context: 0, stale: false, draft: { name: 'Rain', fileName: 'test.fountain' } })
    expect(sides.scenes).toEqual(suggestSides(parts.db, role('MEERA')).scenes.flatMap(({ scene, reason }) => (reason === null ? [] : [scene.index])))
    expect(sides.pages).toBe((await layOut(parts, sides, null)).pages.length)
    expect(listSides(parts.db, productionId)).toEqual([sides])
  })

  it('keep what is changed, in order and each once, and count their pages anew', async () => {
    const { parts, role } = await sidesOffice()
    const { id } = await createSides(parts, { roleId: role('MEERA'), cut: { scenes: [0] } })
    const changed = await updateSides(parts, id, { scenes: [4, 0, 4], context: 1, title: 'Second round', recipients: ['Asha  K ', '', 'asha k', 'Dev'] })
    expect(changed).toMatchObject({ scenes: [0, 4], context: 1, title: 'Second round', recipients: ['Asha K', 'Dev'] })
    expect(getSides(parts.db, id)).toEqual(changed)
    expect((await updateSides(parts, id, { scenes: [] })).pages).toBe(0)
  })

  it('refuse a scene that their script does not have, and keep what they had', async () => {
    const { parts, role } = await sidesOffice()
    const sides = await createSides(parts, { roleId: role('MEERA'), cut: { scenes: [0] } })
    expect(await codeOf(() => updateSides(parts, sides.id, { scenes: [0, 99] }))).toBe('INVALID_INPUT')
    expect(getSides(parts.db, sides.id)).toEqual(sides)
    const elsewhere = await keepScript(parts.db, `${rain}\n\nMEERA\nAnt.\n`, undefined)
    expect(await codeOf(() => createSides(parts, { roleId: role('MEERA'), scriptId: elsewhere.scriptId }))).toBe('INVALID_INPUT')
    expect(await codeOf(() => getSides(parts.db, 'nobody' as SidesId))).toBe('NOT_FOUND')
  })

  it('are stale once a newer script is there or their own is put away, and print their own draft all the same', async () => {
    const { parts, productionId, scriptId, role } = await sidesOffice()
    const { id } = await createSides(parts, { roleId: role('MEERA'), cut: { scenes: [0] } })
    const newer = await keepScript(parts.db, rain.replace('Steam.', 'Smoke.'), productionId)
    expect(getSides(parts.db, id).stale).toBe(false)
    changeDraft(parts.db, newer.scriptId, { draftOf: scriptId })
    expect(getSides(parts.db, id).stale).toBe(true)
    expect((await createSides(parts, { roleId: role('MEERA') })).scriptId).toBe(newer.scriptId)
    removeScript(parts.db, newer.scriptId, noon)
    expect(getSides(parts.db, id).stale).toBe(false)
    removeScript(parts.db, scriptId, noon)
    restoreScript(parts.db, newer.scriptId)
    expect(getSides(parts.db, id).stale).toBe(true)
    const [page] = await readPdf(await bytesOf(await makePdf(parts, id, null)))
    expect(page?.text).toContain('Steam.')
  })

  it('are put away and brought back, leave the list with their role, and follow it where it is merged', async () => {
    const { parts, productionId, role } = await sidesOffice()
    const { id } = await createSides(parts, { roleId: role('PINKI') })
    removeSides(parts.db, id, noon)
    expect(listSides(parts.db, productionId)).toEqual([])
    expect(await codeOf(() => removeSides(parts.db, id, noon))).toBe('NOT_FOUND')
    restoreSides(parts.db, id)
    mergeRoles(parts.db, role('MEERA'), [role('PINKI')])
    expect(listSides(parts.db, productionId, role('MEERA')).map(sides => [sides.id, sides.roleName])).toEqual([[id, 'MEERA']])
    removeRole(parts.db, role('MEERA'), noon)
    expect(listSides(parts.db, productionId)).toEqual([])
  })

  it('are not begun where there is no script', async () => {
    const { parts, scriptId, role } = await sidesOffice()
    const meera = role('MEERA')
    removeScript(parts.db, scriptId, noon)
    expect(await codeOf(() => createSides(parts, { roleId: meera }))).toBe('NOT_FOUND')
  })
})

describe('the scenes of a role', () => {
  it('come with their lines, who else speaks, and why some suit an audition', async () => {
    const { parts, role } = await sidesOffice()
    const { scenes } = suggestSides(parts.db, role('MEERA'))
    expect(scenes.map(({ scene, speeches, with: others }) => [scene.number, speeches, others.map(({ name }) => name)])).toEqual([
      ['1', 1, ['BHOLA']], ['2', 1, ['BHOLA', 'PINKI']], ['4', 1, ['BHOLA']], ['5A', 1, []],
    ])
    expect(scenes[0]).toMatchObject({ words: 23, longest: 23, reason: 'most lines, alone with BHOLA, first scene' })
  })

  it('count a cue that names the role with another', async () => {
    const { parts, role } = await sidesOffice(`${rain}\n\nEXT. GATE - DAY #6#\n\nMEERA AND BHOLA\nRuko!\n`)
    const { scenes } = suggestSides(parts.db, role('MEERA'))
    expect(scenes.at(-1)?.scene.number).toBe('6')
    const paper = await layOut(parts, { roleId: role('MEERA'), scriptId: suggestSides(parts.db, role('MEERA')).scriptId, scenes: [5], context: 0, title: '', note: '' }, null)
    expect(paper.pages[0]?.lines.find(({ kind }) => kind === 'cue')).toMatchObject({ text: 'MEERA AND BHOLA', marked: true })
  })
})

describe('the PDF of sides', () => {
  it('says on every page whose it is, the role and the draft, across the page and in the foot, and every speech once', async () => {
    const long = `Title: Rain\n\nINT. KITCHEN - DAY #1#\n\n${Array.from({ length: 50 }, (_, at) => `MEERA\nSpeech ${at} of many.\n\nBHOLA\nAnswer ${at}.\n`).join('\n')}`
    const { parts, role } = await sidesOffice(long)
    const { id } = await createSides(parts, { roleId: role('MEERA'), cut: { scenes: [0], title: 'First round', note: 'Play it dry.' } })
    const file = await makePdf(parts, id, 'Asha Kulkarni')
    expect(file.name).toBe('MEERA - Asha Kulkarni - Rain, White draft of 21 Nov 2026.pdf')
    expect(file.type).toBe('application/pdf')
    const bytes = await bytesOf(file)
    const pages = await readPdf(bytes)
    expect(pages.length).toBeGreaterThan(2)
    for (const [at, page] of pages.entries()) {
      expect(letters(page.askew)).toBe('AshaKulkarni21Nov2026')
      for (const part of ['MEERA', 'First round', 'Rain, White draft of 21 Nov 2026 (test.fountain)', `page ${at + 1} of ${pages.length}`, 'For Asha Kulkarni, 21 Nov 2026. Not to be passed on.']) {
        expect(letters(page.text)).toContain(letters(part))
      }
      expect(page.bold).toContain('MEERA')
      expect(page.bold).not.toContain('BHOLA')
    }
    expect(pages[0]?.text).toContain('Play it dry.')
    const pdf = await openPdf(bytes, 'sides.pdf')
    const upright = Array.from({ length: pdf.pageCount }, (_, at) => pdf.page(at).glyphs.map(({ text }) => text).join('')).join('')
    pdf.close()
    expect(pdf.title).toBe('Sides, MEERA, First round, Asha Kulkarni')
    for (let at = 0; at < 50; at++) expect(letters(upright).split(letters(`Speech ${at} of many.`))).toHaveLength(2)
  })

  it('has no name across it where nobody is named', async () => {
    const { parts, role } = await sidesOffice()
    const { id } = await createSides(parts, { roleId: role('MEERA'), cut: { scenes: [0] } })
    const [page] = await readPdf(await bytesOf(await makePdf(parts, id, null)))
    expect(page?.askew).toBe('')
    expect(page?.text).toContain('Cut from test.fountain')
  })

  it('sets Devanagari, in the speech and in the name', async () => {
    const { parts, role } = await sidesOffice()
    const { id } = await createSides(parts, { roleId: role('MEERA'), cut: { scenes: [4] } })
    const [page] = await readPdf(await bytesOf(await makePdf(parts, id, 'मीरा राव')))
    for (const letter of 'काहोबरशुगईमीव') expect(page?.text).toContain(letter)
    for (const letter of 'मीराव') expect(page?.askew).toContain(letter)
  })

  it('is not made of no scene', async () => {
    const { parts, role } = await sidesOffice()
    const { id } = await createSides(parts, { roleId: role('MEERA'), cut: { scenes: [] } })
    expect(await codeOf(() => makePdf(parts, id, null))).toBe('INVALID_INPUT')
    expect(await codeOf(() => batchOf(parts, [{ sidesId: id, recipients: [] }], false))).toBe('INVALID_INPUT')
  })
})

describe('a batch of sides', () => {
  const two = async () => {
    const office = await sidesOffice()
    const meera = await createSides(office.parts, { roleId: office.role('MEERA'), cut: { scenes: [0] } })
    const bhola = await createSides(office.parts, { roleId: office.role('BHOLA'), cut: { scenes: [0, 2] } })
    return { ...office, rows: [{ sidesId: meera.id, recipients: ['Asha / Kulkarni', 'asha : kulkarni', 'मीरा'] }, { sidesId: bhola.id, recipients: [] }] }
  }

  it('is a zip of a PDF for each copy, under names that every disk takes', async () => {
    const { parts, rows } = await two()
    const made = await batchOf(parts, rows, false)
    expect(made).toMatchObject({ name: 'Sides - Test - 21 Nov 2026.zip', copies: 4, pages: 4 })
    const bytes = await bytesOf(await collectBatch(parts.tickets, made.ticket))
    const files = unzipSync(bytes)
    expect(Object.keys(files)).toEqual([
      'MEERA - Asha Kulkarni - Rain, White draft of 21 Nov 2026.pdf', 'MEERA - asha kulkarni - Rain, White draft of 21 Nov 2026 (2).pdf', 'MEERA - मीरा - Rain, White draft of 21 Nov 2026.pdf', 'BHOLA - Rain, White draft of 21 Nov 2026.pdf',
    ])
    const readings = await Promise.all(Object.values(files).map(async file => letters((await readPdf(file)).map(({ askew }) => askew).join(''))))
    expect(readings.map(reading => reading.slice(0, 4))).toEqual(['Asha', 'asha', expect.stringContaining('म') as string, ''])
    expect(utf8Names(bytes)).toEqual([false, false, true, false])
  })

  it('is one PDF where that is wanted, each copy with its own pages and name', async () => {
    const { parts, rows } = await two()
    const made = await batchOf(parts, rows, true)
    const pages = await readPdf(await bytesOf(await collectBatch(parts.tickets, made.ticket)))
    expect(made.name).toBe('Sides - Test - 21 Nov 2026.pdf')
    expect(pages).toHaveLength(4)
    expect(pages.every(({ text }) => letters(text).includes('page1of1'))).toBe(true)
    expect(letters(pages[3]?.askew ?? 'x')).toBe('')
  })

  it('tells how many are made, and leaves nothing behind where it is cancelled', async () => {
    const { parts, rows } = await two()
    const stop = new AbortController()
    const many = rows.map(row => ({ ...row, recipients: Array.from({ length: 100 }, (_, at) => `Person ${at}`) }))
    const stages: string[] = []
    const code = await codeOf(async () => {
      for await (const event of makeBatch(parts, many, false, stop.signal)) {
        if (event.kind === 'progress') stages.push(`${event.stage} of ${event.total}`)
        if (event.kind === 'progress' && event.done > 0) stop.abort()
      }
    })
    expect(code).toBe('CANCELLED')
    expect(stages[0]).toBe('Making PDFs of 200')
    expect(await codeOf(() => collectBatch(parts.tickets, 'no such ticket'))).toBe('TICKET_UNKNOWN')
  })

  it('refuses more copies than it makes at once', async () => {
    const { parts, rows } = await two()
    const many = rows.map(row => ({ ...row, recipients: Array.from({ length: 300 }, (_, at) => `Person ${at}`) }))
    expect(await codeOf(() => batchOf(parts, many, false))).toBe('INVALID_INPUT')
  })

  it('takes names as they are typed, without empty lines and doubles', () => {
    expect(namesOf([' Asha  Rao', '', '\t', 'Dev', 'ASHA RAO', 'मीरा'])).toEqual(['Asha Rao', 'Dev', 'मीरा'])
  })
})
