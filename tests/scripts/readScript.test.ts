import { describe, expect, it } from 'vitest'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import type { ErrorCode } from '../../src-preload/contract/errors.ts'
import { assemble } from '../../src-main/scripts/assemble.ts'
import { readScript } from '../../src-main/scripts/readScript.ts'
import { createWorkerPool } from '../../src-main/workers/workerPool.ts'
import { at, drawPdf, kitchenRows } from './drawnPdf.ts'
import { mutate, numbersFrom } from '../support/mutate.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (text: string) => readScript(bytesOf(text), 'test.fountain')

const doctor = `Title: Doctor Saheb

INT. CLINIC - DAY #1#

The queue reaches the street.

MR MISHRA
Number kya hai?

MRS MISHRA (O.S.)
(shouting)
Sattaees!

EXT. STREET - NIGHT #3#

Mr Mishra
A line of action, not a cue.

@Mr Mishra
Chalo.

(V.O.)
Not a cue either.

MR. MISHRA:
Ab ghar chalte hain.`

describe('a reading', () => {
  it('counts scenes, speeches, words and where each character speaks', async () => {
    const { reading, elements } = await read(doctor)
    expect(reading).toMatchObject({ title: 'Doctor Saheb', format: 'fountain', pages: 1 })
    expect(reading.scenes).toMatchObject([
      { index: 0, number: '1', setting: 'INT', place: 'CLINIC', time: 'DAY', page: 1, element: 0 },
      { index: 1, number: '3', setting: 'EXT', place: 'STREET', time: 'NIGHT', page: 1 },
    ])
    expect(reading.characters).toEqual([
      { name: 'MR MISHRA', aliases: ['Mr Mishra'], speeches: 2, words: 4, scenes: [0, 1] },
      { name: 'MRS MISHRA', aliases: [], speeches: 1, words: 1, scenes: [0] },
      { name: 'MR. MISHRA', aliases: [], speeches: 1, words: 4, scenes: [1] },
    ])
    expect(elements.map(({ index }) => index)).toEqual(elements.map((_, index) => index))
    expect(elements.find(element => element.text === 'Sattaees!')).toMatchObject({ kind: 'dialogue', character: 'MRS MISHRA', scene: 0 })
  })

  it('says what it doubts', async () => {
    const { reading } = await read(doctor)
    expect(reading.confidenceReasons).toEqual(['Scene numbers are missing: 2.'])
    expect(reading.confidence).toBeLessThan(1)
    expect((await read('MEERA\nHello?\n\nKABIR\nHaan.')).reading).toMatchObject({ confidence: 0.6, confidenceReasons: ['No scene headings were found.'] })
  })

  it('gives a cue without a name to the last speaker, with a warning', () => {
    const { characters, warnings, elements } = assemble({
      pages: 1,
      elements: [
        { kind: 'cue', text: 'MEERA', at: 1 },
        { kind: 'dialogue', text: 'Suno.', at: 1 },
        { kind: 'action', text: 'Dark.', at: 1.1 },
        { kind: 'cue', text: '(V.O.)', at: 1.2 },
        { kind: 'dialogue', text: 'Andhera tha.', at: 1.2 },
      ],
    })
    expect(characters).toMatchObject([{ name: 'MEERA', speeches: 2, words: 3 }])
    expect(warnings).toMatchObject([{ code: 'CUE_WITHOUT_NAME', page: 1 }])
    expect(elements.map(element => element.character)).toEqual(['MEERA', 'MEERA', null, 'MEERA', 'MEERA'])
  })

  it('measures scenes in eighths of a page', () => {
    const heading = (text: string, place: number) => ({ kind: 'heading' as const, text, at: place, heading: { number: null, heading: text, setting: null, place: null, time: null } })
    const { scenes } = assemble({ pages: 3, elements: [heading('A', 1), heading('B', 1.5), heading('C', 1.55), { kind: 'action', text: 'x', at: 3.9 }] })
    expect(scenes.map(scene => scene.eighths)).toEqual([4, 1, 19])
  })

  it('takes a heading that stands twice, the second time with its number, for one scene', async () => {
    expect((await read('EXT. LANE - DAY\n\n12 EXT. LANE - DAY 12\n\nRain.\n\nMEERA\nHm.')).reading.scenes).toMatchObject([{ number: '12', heading: 'EXT. LANE - DAY' }])
  })

  it('is the same through a worker thread, errors and progress included', async () => {
    const pool = createWorkerPool({ threads: 1 })
    try {
      const steps: string[] = []
      const bytes = await drawPdf([kitchenRows])
      const there = await pool.run('scripts/readScript', { bytes, fileName: 'kitchen.pdf' }, { onProgress: step => steps.push(step.stage) })
      expect(there).toEqual(await readScript(bytes, 'kitchen.pdf'))
      expect(steps).toContain('Reading pages')
      await expect(pool.run('scripts/readScript', { bytes: new Uint8Array(), fileName: 'nothing.pdf' })).rejects.toMatchObject({ code: 'FILE_EMPTY', data: { subject: 'nothing.pdf' } })
    } finally {
      await pool.close()
    }
  })
})

const prose = 'It had rained for a week and nobody in the house spoke of it. The river was up to the third step, and then to the fourth.\n\n'.repeat(30)

describe('bad input', () => {
  const refuse = (bytes: Uint8Array, fileName: string): Promise<unknown> => readScript(bytes, fileName).then(() => 'read', (error: unknown) => error)
  const refused = (code: ErrorCode, detail?: string) => ({ code, data: detail ? { detail } : {} })

  const refusals: readonly (readonly [what: string, fileName: string, bytes: Uint8Array, code: ErrorCode, detail?: string])[] = [
    ['no bytes', 'a.pdf', new Uint8Array(), 'FILE_EMPTY'],
    ['white space only', 'a.fountain', bytesOf(' \n\t\r\n '), 'FILE_EMPTY'],
    ['another ending', 'a.xyz', bytesOf('INT. A'), 'FILE_KIND_UNKNOWN', '.xyz'],
    ['no ending', 'script', bytesOf('INT. A'), 'FILE_KIND_UNKNOWN', 'no ending'],
    ['plain text named PDF', 'a.pdf', bytesOf('INT. A\n\nB\nHi'), 'FILE_KIND_MISMATCH', 'it is plain text'],
    ['Final Draft named Fountain', 'a.fountain', bytesOf('<?xml version="1.0"?><FinalDraft>'), 'FILE_KIND_MISMATCH', 'it is a Final Draft document (FDX)'],
    ['a web page named Fountain', 'a.fountain', bytesOf('<!DOCTYPE html><html></html>'), 'FILE_KIND_MISMATCH', 'it is a web page (HTML)'],
    ['a Word document named PDF', 'a.pdf', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]), 'FILE_KIND_MISMATCH', 'it is a Word document or another zip archive'],
    ['a Word document named Fountain', 'a.fountain', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]), 'FILE_KIND_MISMATCH', 'it is a Word document or another zip archive'],
    ['a locked Word document', 'a.docx', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...Buffer.from('EncryptedPackage', 'utf16le')]), 'SCRIPT_ENCRYPTED'],
    ['an old Word document named DOCX', 'a.docx', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), 'FILE_KIND_MISMATCH', 'it is an old Word or Excel document, or one that is locked with a password'],
    ['half a Word document', 'a.docx', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]), 'FILE_UNREADABLE'],
    ['Final Draft in UTF-16 named plain text', 'a.txt', Uint8Array.from([0xff, 0xfe, ...Buffer.from('<?xml version="1.0"?><FinalDraft>', 'utf16le')]), 'FILE_KIND_MISMATCH', 'it is a Final Draft document (FDX)'],
    ['other XML named FDX', 'a.fdx', bytesOf('<?xml version="1.0"?><svg/>'), 'FILE_KIND_MISMATCH', 'it is XML'],
    ['plain text named FDX', 'a.fdx', bytesOf('INT. A'), 'FILE_KIND_MISMATCH', 'it is plain text'],
    ['half a Final Draft document', 'a.fdx', bytesOf('<?xml version="1.0"?><FinalDraft><Content><Paragraph>'), 'FILE_UNREADABLE'],
    ['prose in plain text', 'a.txt', bytesOf(prose), 'NOT_A_SCREENPLAY'],
    ['a picture named PDF', 'a.pdf', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]), 'FILE_KIND_MISMATCH', 'it is a picture (JPEG)'],
    ['noise named Fountain', 'a.fountain', Uint8Array.from({ length: 400 }, (_, index) => (index * 7) % 23), 'FILE_KIND_MISMATCH', 'it holds no text'],
    ['noise named PDF', 'a.pdf', Uint8Array.from({ length: 400 }, (_, index) => (index * 7) % 23), 'FILE_UNREADABLE'],
    ['prose', 'a.fountain', bytesOf(prose), 'NOT_A_SCREENPLAY'],
  ]

  it.each(refusals.map(([what, ...refusal]) => ({ what, refusal })))('$what is refused by its own code', async ({ refusal: [fileName, bytes, code, detail] }) => {
    expect(await refuse(bytes, fileName)).toMatchObject(refused(code, detail))
  })

  it('a file over 50 MB is refused before it is looked at', async () => {
    expect(await refuse(new Uint8Array(50 * 1024 * 1024 + 1), 'a.pdf')).toMatchObject(refused('FILE_TOO_LARGE', '50 MB'))
  })

  it('a PDF under a wrong name is told apart', async () => {
    const bytes = await drawPdf([kitchenRows])
    expect(await refuse(bytes, 'a.fountain')).toMatchObject(refused('FILE_KIND_MISMATCH', 'it is a PDF'))
    expect(await refuse(bytes, 'a.docx')).toMatchObject(refused('FILE_KIND_MISMATCH', 'it is a PDF'))
  })

  it('a PDF with bytes changed anywhere is read or refused by a code of the list, never worse', async () => {
    const whole = await drawPdf([kitchenRows, kitchenRows])
    const numbers = numbersFrom(42)
    const outcomes = new Set<unknown>()
    for (let round = 0; round < 60; round++) {
      const outcome = await refuse(mutate(whole, numbers), 'changed.pdf')
      outcomes.add(outcome instanceof CastMatchError ? outcome.code : outcome)
    }
    const allowed: readonly unknown[] = ['read', 'FILE_UNREADABLE', 'FILE_KIND_MISMATCH', 'NOT_A_SCREENPLAY', 'SCRIPT_SCANNED', 'SCRIPT_ENCRYPTED']
    expect([...outcomes].filter(outcome => !allowed.includes(outcome))).toEqual([])
  })

  it('a damaged PDF, one of pictures and one of prose are refused', async () => {
    const whole = await drawPdf([kitchenRows])
    expect(await refuse(whole.subarray(0, 60), 'cut.pdf')).toMatchObject(refused('FILE_UNREADABLE'))
    expect(await refuse(await drawPdf([[], [], []]), 'scan.pdf')).toMatchObject(refused('SCRIPT_SCANNED'))
    const lines = prose.slice(0, 2400).match(/.{1,58}(?:\s|$)/gu) ?? []
    expect(await refuse(await drawPdf([lines.map(line => at.action(line.trim()))]), 'prose.pdf')).toMatchObject(refused('NOT_A_SCREENPLAY'))
  })
})
