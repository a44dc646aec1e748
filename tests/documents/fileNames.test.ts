import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { safeFileName, unlikeNames } from '../../src-main/documents/fileNames.ts'

describe('the name of a file', () => {
  it('keeps letters of any script and takes out what file systems refuse', () => {
    expect(safeFileName(['INSPECTOR "RAO" / DOUBLE', 'A: मीरा <b>', 'Rain'], '.pdf')).toBe('INSPECTOR RAO DOUBLE - A मीरा b - Rain.pdf')
    expect(safeFileName(['..\\..\\up', '', 'x\u0000\n.'], '.pdf')).toBe('up - x.pdf')
    expect(safeFileName(['CON'], '.pdf')).toBe('_CON.pdf')
    expect(safeFileName(['', ' . '], '.zip')).toBe('Untitled.zip')
    expect(safeFileName(['\u202egnp.exe'], '.pdf')).toBe('gnp.exe.pdf')
  })

  it('is never longer than 200 bytes, cut between letters, and never refused', () => {
    fc.assert(fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 200 }), { maxLength: 4 }), parts => {
      const name = safeFileName(parts, '.pdf')
      expect(new TextEncoder().encode(name).byteLength).toBeLessThanOrEqual(201)
      expect(name).toMatch(/^[^\p{Cc}"*/:<>?\\|]+\.pdf$/u)
      expect(name.isWellFormed()).toBe(true)
      expect(name).not.toMatch(/^[\s.]/u)
    }))
  })

  it('is unlike every other, whatever their capitals', () => {
    expect(unlikeNames(['Asha.pdf', 'ASHA.pdf', 'asha (2).pdf', 'Dev.pdf'])).toEqual(['Asha.pdf', 'ASHA (2).pdf', 'asha (2) (2).pdf', 'Dev.pdf'])
  })
})
