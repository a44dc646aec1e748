import { describe, expect, it } from 'vitest'
import { docxReader } from '../../src-main/scripts/docx.ts'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import { documentOf, drawDocx, paragraph as p, table, zipOf } from './drawnDocx.ts'

const read = async (bytes: Uint8Array) => docxReader.read(bytes, { fileName: 'wet-season.docx' })

/** A scene of our own in 13 paragraphs. */
const body = [
  p('INT. KITCHEN - DAY'), p('MEERA stirs a pot that has long boiled dry.'), p('MEERA', { left: 158 }), p('Phir se ja rahe ho?', { left: 72 }),
  p('KABIR', { left: 158 }), p('(to himself)', { left: 115 }), p('Main wapas aaunga.', { left: 72 }), p('He goes.'), p('CUT TO:', { align: 'right' }),
  p('EXT. LANE - NIGHT'), p('Rain.'), p('MEERA (V.O.)', { left: 158 }), p('He did not come back.', { left: 72 }),
]

const failure = async (bytes: Uint8Array): Promise<string> => read(bytes).then(() => 'read',
  (error: unknown) => (error instanceof CastMatchError ? `${error.code} ${error.data.detail ?? ''}` : `CRASH ${String(error)}`))

describe('a file that only says that it is a Word document', () => {
  const whole = drawDocx(body)
  const main = (content: string | Uint8Array, says = {}) => zipOf([{ name: 'word/document.xml', content, says }])

  it('is known by its first bytes, and as another archive by what it lacks', async () => {
    expect(docxReader.looksLike(whole)).toBe(true)
    expect(docxReader.looksLike(new TextEncoder().encode('PK, said the man'))).toBe(false)
    for (const files of [[{ name: 'a.txt', content: 'hello' }], [{ name: 'word/document.xml', content: '<html><p>hello</p></html>' }],
      [{ name: '../../word/document.xml', content: documentOf('') }]]) {
      expect(await failure(zipOf(files))).toBe('FILE_KIND_MISMATCH it is a zip archive, not a Word document')
    }
  })

  it('is refused when it would grow too large, before it does', async () => {
    const zeros = new Uint8Array(64 * 1024 * 1024)
    const start = performance.now()
    expect(await failure(main(zeros))).toBe('FILE_UNREADABLE it is packed tighter than any text')
    expect(await failure(main('x', { size: 101 * 1024 * 1024 }))).toBe('FILE_UNREADABLE unpacked it would be too large')
    expect(await failure(zipOf([1, 2, 3].map(at => ({ name: `${at}`, content: 'x',
      says: { size: 90 * 1024 * 1024 } }))))).toBe('FILE_UNREADABLE it is packed tighter than any text')
    expect(await failure(main(zeros, { size: 200 }))).toBe('FILE_UNREADABLE word/document.xml in it is damaged')
    expect(await failure(zipOf(Array.from({ length: 5001 }, (_, at) => ({ name: `${at}`, content: '',
      stored: true }))))).toBe('FILE_UNREADABLE it holds more than 5000 files')
    expect(performance.now() - start).toBeLessThan(5000)
  })

  it('is refused when its entries overlap, repeat, lie or are locked', async () => {
    const text = documentOf(p('INT. A - DAY'))
    expect(await failure(zipOf([{ name: 'word/document.xml', content: text }, { name: 'b', content: text,
      says: { from: 0 } }]))).toBe('FILE_UNREADABLE files in it overlap')
    expect(await failure(zipOf([{ name: 'word/document.xml', content: text }, { name: 'WORD/document.xml',
      content: text }]))).toBe('FILE_UNREADABLE two files in it have one name')
    expect(await failure(main(text, { crc: 7 }))).toBe('FILE_UNREADABLE word/document.xml in it is damaged')
    expect(await failure(main(text, { packed: 99_999 }))).toBe('FILE_UNREADABLE word/document.xml in it is cut short')
    expect(await failure(main(text, { from: 3 }))).toBe('FILE_UNREADABLE word/document.xml in it is missing')
    expect(await failure(main(text, { flags: 1 }))).toBe('SCRIPT_ENCRYPTED ')
  })

  it('is read though another of its entries has a path out of the archive', async () => {
    const others = ['../../../etc/passwd', '/word/../x', 'C:\\word\\y'].map(name => ({ name, content: 'no' }))
    expect((await read(drawDocx(body, { others }))).elements).toHaveLength(13)
  })

  it('is read though its archive counts in 64 bits', async () => {
    const bytes = zipOf([{ name: 'word/document.xml', content: documentOf(body.join('')) }], true)
    expect((await read(bytes)).elements).toHaveLength(13)
    for (let size = bytes.length - 120; size < bytes.length; size += 3) expect(await failure(bytes.subarray(0, size))).toMatch(/^FILE_UNREADABLE/u)
  })

  it('is unreadable wherever it is cut', async () => {
    for (let size = 0; size < whole.length; size += 7) expect(await failure(whole.subarray(0, size))).toMatch(/^FILE_UNREADABLE/u)
  })

  it('never crashes nor hangs when bytes of it are changed, packed or unpacked', async () => {
    let seed = 20_251_121
    const random = (below: number): number => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff
      return seed % below
    }
    const stored = drawDocx(body, { stored: true })
    const outcomes = new Set<string>()
    for (let round = 0; round < 400; round++) {
      const bytes = Uint8Array.from(round % 2 ? stored : whole)
      for (let change = 0; change <= random(8); change++) bytes[random(bytes.length)] = random(256)
      const start = performance.now()
      outcomes.add((await failure(bytes)).split(' ')[0] ?? '')
      expect(performance.now() - start).toBeLessThan(1000)
    }
    for (const outcome of outcomes) expect(['read', 'FILE_UNREADABLE', 'FILE_KIND_MISMATCH', 'SCRIPT_ENCRYPTED']).toContain(outcome)
    expect(outcomes.size).toBeGreaterThan(1)
  })

  it('never crashes when its XML is changed under a right checksum', async () => {
    let seed = 7
    const random = (below: number): number => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff
      return seed % below
    }
    const xml = documentOf(body.join('') + table([[p('MEERA') + p('Jao!'), p('KABIR') + p('Nahin!')]]))
    const scraps = ['<', '>', '"', '&', '</w:p>', '<w:p>', '<w:tbl>', '</w:tc>', '<!--', ']]>', '<w:br/>', '&#0;', '&#x110000;', '=', '\u0000', '<w:del>', 'w:']
    for (let round = 0; round < 300; round++) {
      const at = random(xml.length)
      const outcome = await failure(main(`${xml.slice(0, at)}${scraps[random(scraps.length)] ?? ''}${xml.slice(at + random(30))}`))
      expect(outcome).toMatch(/^(?:read|FILE_UNREADABLE|FILE_KIND_MISMATCH)/u)
    }
  })

  it('is refused when its XML nests without end, declares entities or is cut', async () => {
    expect(await failure(main(documentOf('<w:sdt>'.repeat(200_000))))).toBe('FILE_UNREADABLE its text is cut short')
    expect(await failure(main(`<!DOCTYPE w [<!ENTITY a "aaaa">]>${documentOf(p('&a;')).replace(/^.*\n/u, '')}`))).toBe('FILE_UNREADABLE its text is cut short')
    expect(await failure(main(documentOf(p('INT. A - DAY')).slice(0, -20)))).toBe('FILE_UNREADABLE its text is cut short')
    expect(await failure(main(documentOf('<w:p><w:r><w:t>a</w:t></w:r></w:p>'.repeat(300_002))))).toBe('FILE_UNREADABLE it is longer than any script')
  })

  it('is read in time that grows with its size: 50,000 paragraphs', async () => {
    const long = (times: number): Uint8Array => drawDocx(Array.from({ length: times }, () => body).flat())
    const [small, large] = [long(400), long(3850)]
    await read(small)
    const time = async (bytes: Uint8Array): Promise<number> => {
      const before = process.cpuUsage()
      await read(bytes)
      const { user, system } = process.cpuUsage(before)
      return (user + system) / 1000
    }
    const [short, tall] = [await time(small), await time(large)]
    expect((await read(large)).elements).toHaveLength(50_050)
    expect(tall).toBeLessThan(20_000)
    expect(tall / Math.max(50, short)).toBeLessThan(4 * (3850 / 400))
  })

  it('stops where the user stops it', async () => {
    const stop = new AbortController()
    const steps: number[] = []
    const reading = docxReader.read(whole, { fileName: 'a.docx', signal: stop.signal, onProgress: ({ done, total }) => { steps.push(done,
      total); if (done === 1) stop.abort() } })
    await expect(reading).rejects.toMatchObject({ code: 'CANCELLED' })
    expect(steps).toEqual([0, 3, 1, 3])
  })
})
