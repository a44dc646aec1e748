import { describe, expect, it } from 'vitest'
import type { ElementKind, ScriptElement } from '../../src-preload/contract/scripts.ts'
import { inWords, legacyNewsOf, previewLetters } from '../../src-renderer/scripts/legacyLetters.ts'

const paragraphs = (...rows: readonly (readonly [page: number, kind: ElementKind, text: string])[]): ScriptElement[] =>
  rows.map(([page, kind, text], index) => ({ index, kind, text, page, scene: null, character: null, dual: null }))

describe('the two readings of a script in a legacy font', () => {
  it('stand side by side on the pages that the conversion changes, likes beside likes', () => {
    const left = paragraphs([1, 'heading', 'INT. CAR - DAY'], [1, 'action', 'n`\'; 2'], [1, 'cue', 'ehjk'], [1, 'dialogue', 'gk¡ ¼/khjs½'], [2, 'action', 'Rain.'])
    const converted = paragraphs([1, 'heading', 'INT. CAR - DAY'], [1, 'heading', 'दृश्य 2'], [1, 'cue', 'मीरा'], [1, 'dialogue', 'हाँ'], [1, 'parenthetical', '(धीरेÛ)'], [2, 'action', 'Rain.'])
    const preview = previewLetters(left, converted)
    expect(preview.pages.map(({ page, doubtful }) => [page, doubtful])).toEqual([[1, 1]])
    expect(preview.pages[0]?.pairs.map(pair => [pair.left?.text ?? null, pair.converted?.text ?? null])).toEqual([
      ['INT. CAR - DAY', 'INT. CAR - DAY'], ["n`'; 2", 'दृश्य 2'], ['ehjk', 'मीरा'], ['gk¡ ¼/khjs½', 'हाँ'], [null, '(धीरेÛ)'],
    ])
    expect([preview.words, preview.doubtful]).toEqual([4, 1])
  })

  it('marks the words that no spelling allows, and no other', () => {
    expect(inWords('वह वाÛदा Ram ोक है').filter(({ doubtful }) => doubtful).map(({ text }) => text)).toEqual(['वाÛदा', 'ोक'])
  })

  it('are spoken of only where a script has such a font', () => {
    expect(legacyNewsOf([{ code: 'PAGE_WITHOUT_TEXT', page: 3, message: '' }])).toBeNull()
    const warnings = [2, 3, 3].map((page, at) => ({ code: 'LEGACY_FONT', page, message: '', font: at < 2 ? 'Kruti Dev 010' : 'DevLys 010' }))
    expect(legacyNewsOf(warnings)).toMatchObject({ left: ['Kruti Dev 010', 'DevLys 010'], pages: 2, unknown: [] })
  })
})
