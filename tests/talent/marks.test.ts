import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openScratch } from '../../src-main/database/openScratch.ts'
import { openMarks } from '../../src-main/talent/search/marks.ts'
import { anyOf } from '../../src-main/talent/search/matchQuery.ts'
import { tokenizers } from '../../src-main/talent/search/tokens.ts'

/** What FTS5 itself marks; a text without any mark comes back as it is. */
function openHighlight(): (phrases: readonly string[], text: string) => string {
  const db = openScratch(`CREATE VIRTUAL TABLE page USING fts5(text, tokenize = '${tokenizers.texts}')`)
  return (phrases, text) => {
    db.exec('DELETE FROM page')
    db.prepare('INSERT INTO page (text) VALUES (?)').run(text)
    return (db.prepare('SELECT highlight(page, 0, char(1), char(2)) FROM page WHERE page MATCH ?').pluck().get(anyOf(phrases)) as string | undefined) ?? text
  }
}

const shown = (text: string | null | undefined): string | undefined => text?.replaceAll('\u0001', '[').replaceAll('\u0002', ']')

describe('the words that answer are marked as full text marks them', () => {
  it.each([
    [['sing'], 'Sings, singing; a SINGER sang.', '[Sings], [singing]; a SINGER sang.'],
    [['nukkad natak', 'natak'], 'Nukkad-natak, natak.', '[Nukkad-natak], [natak].'],
    [['horse riding', 'riding school'], 'horse riding school', '[horse riding school]'],
    [['thumri'], 'a naïve café singer of thumri/khayal', 'a naïve café singer of [thumri]/khayal'],
    [['zzqx'], 'nobody', 'nobody'],
  ])('%j in "%s"', (phrases, text, expected) => {
    expect(shown(openMarks()(phrases, [[text]])[0]?.[0])).toBe(expected)
    expect(shown(openHighlight()(phrases, text))).toBe(expected)
  })

  it('and somebody is left to it where the answer stands in letters beyond ASCII', () => {
    const marks = openMarks()
    expect(marks(['कथक'], [['हिन्दी नाटक और कथक।', ''], ['kathak', 'a dancer']])).toEqual([null, ['kathak', 'a dancer']])
    expect(marks(['cafe'], [['a café'], ['a “cafe”']])).toEqual([null, null])
  })

  it('in any text made of words, signs and other letters', () => {
    const [marks, highlight] = [openMarks(), openHighlight()]
    const word = fc.constantFrom('sing', 'sings', 'Singing', 'horse', 'riding', 'ride', 'natak', 'nukkad', 'y', 'yes', 'café', 'cafe', 'don’t', 'x—y', 'कथक', 'Ω', '2', '2nd')
    const gap = fc.constantFrom(' ', ', ', '-', '. ', '_', '/', '“', '\n')
    const text = fc.array(fc.tuple(word, gap), { maxLength: 14 }).map(parts => parts.flat().join(''))
    const phrase = fc.array(fc.constantFrom('sing', 'sings', 'horse', 'riding', 'natak', 'nukkad', 'yes', 'y', 'cafe', '2'), { minLength: 1, maxLength: 3 }).map(words => words.join(' '))
    let asked = 0
    fc.assert(fc.property(text, fc.array(phrase, { minLength: 1, maxLength: 4 }), (own, phrases) => {
      const marked = marks(phrases, [[own]])[0]
      if (marked === null || marked === undefined) return
      asked++
      expect(marked[0]).toBe(highlight(phrases, own))
    }), { numRuns: 400 })
    expect(asked).toBeGreaterThan(100)
  })
})
