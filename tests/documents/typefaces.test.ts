import { describe, expect, it } from 'vitest'
import { openPaper } from '../../src-main/documents/typefaces.ts'
import { openPdf } from '../../src-main/scripts/pdfium.ts'

const paper = () => openPaper({ size: 'A4', title: 'Sides of MEERA', created: new Date('2026-11-21T00:00:00Z') })
const read = async (bytes: Uint8Array) => {
  const pdf = await openPdf(bytes, 'sides.pdf')
  const page = pdf.page(0)
  const read = { title: pdf.title, pages: pdf.pageCount, unmapped: page.unmapped, text: page.glyphs.map(({ text }) => text).join(''), glyphs: page.glyphs }
  pdf.close()
  return read
}

/** Which letters there are: a viewer gives the signs before a letter as drawn, and some in two parts. */
const lettersOf = (text: string) => [...new Set(text.normalize('NFD').replaceAll(/\s/gu, ''))].sort()

describe('paper', () => {
  it('sets one line in every script of India that it is likely to meet, each letter with its Unicode', async () => {
    const sheet = paper()
    const lines = ['MEERA (V.O.) “naïve” ₹500', 'मीरा विद्यार्थी', 'મીરા', 'ਮੀਰਾ', 'মীরা', 'மீரா', 'మీరా', 'ಮೀರಾ', 'മീര']
    lines.forEach((text, at) => sheet.line(text, { x: 40, y: 60 + 24 * at, face: 'courier', size: 12 }))
    const { title, unmapped, glyphs } = await read(await sheet.end())
    expect(title).toBe('Sides of MEERA')
    expect(unmapped).toBe(0)
    for (const [at, text] of lines.entries()) {
      const drawn = glyphs.filter(({ y }) => Math.abs(y - (60 + 24 * at)) < 1).map(glyph => glyph.text).join('')
      expect(lettersOf(drawn)).toEqual(lettersOf(text))
    }
  })

  it('measures what it sets: a line ends where its width says', async () => {
    const sheet = paper()
    const width = sheet.line('He says मीरा twice', { x: 100, y: 100, face: 'sansBold', size: 14 })
    expect(width).toBeCloseTo(sheet.widthOf('He says मीरा twice', 'sansBold', 14), 5)
    const { glyphs } = await read(await sheet.end())
    expect(Math.max(...glyphs.map(({ end }) => end))).toBeCloseTo(100 + width, 0)
  })

  it('breaks lines at spaces, inside a word only where it is longer than the line, and loses no letter', () => {
    const sheet = paper()
    const text = 'The rain comes in sideways and nobody minds. ' + 'क'.repeat(60) + '\nNew line'
    const lines = sheet.wrap(text, 'courier', 12, 180)
    expect(lines.every(line => sheet.widthOf(line, 'courier', 12) <= 180)).toBe(true)
    expect(lines[0]).toBe('The rain comes in')
    expect(lines.at(-1)).toBe('New line')
    expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(/\s/gu, ''))
  })

  it('draws a letter that no font has as a box and goes on', async () => {
    const sheet = paper()
    expect(sheet.line('a 漢 b', { x: 40, y: 60, face: 'courier', size: 12 })).toBeGreaterThan(20)
    expect((await read(await sheet.end())).text).toContain('b')
  })
})
