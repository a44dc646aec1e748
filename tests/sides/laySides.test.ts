import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openPaper } from '../../src-main/documents/typefaces.ts'
import { laySides } from '../../src-main/sides/laySides.ts'
import { measureOn, wrapLetters } from '../../src-main/sides/measure.ts'
import { rowsOnPage } from '../../src-main/sides/paginate.ts'
import type { SheetElement, SheetPart, SidesSheet } from '../../src-main/sides/sheet.ts'
import type { SidesLine, SidesPage } from '../../src-preload/contract/sides.ts'

const paper = openPaper({ size: 'A4', title: 'Measures', created: new Date(0) })
const measure = measureOn(paper)
const plainCopy = { recipient: null, day: '21 Nov 2026' }

const sheetOf = (parts: readonly SheetPart[]): SidesSheet => ({ role: 'MEERA', title: 'First round', draft: 'Rain, draft of 20 Nov 2026 (rain.fdx)', source: 'Cut from rain.fdx', note: '', parts })
const element = (kind: SheetElement['kind'], text: string, more: Partial<SheetElement> = {}): SheetElement => ({ kind, text, page: 1, dual: null, marked: false, ...more })
const scene = (index: number, elements: readonly SheetElement[], read = true): SheetPart => ({ kind: 'scene', scene: index, number: String(index + 1), read, elements: [element('heading', `INT. ROOM ${index} - DAY`), ...elements] })
const speech = (text: string, more: Partial<SheetElement> = {}) => [element('cue', 'MEERA', { marked: true, ...more }), element('dialogue', text, { marked: true, ...more })]
const lay = (parts: readonly SheetPart[]) => laySides(sheetOf(parts), plainCopy, measure).pages

const onPaper = new Set<SidesLine['kind']>(['header', 'footer', 'page', 'number'])
/** The rows of a page from above, without head, foot and margins. */
const rowsOf = (page: SidesPage) => page.lines.filter(({ kind }) => !onPaper.has(kind)).toSorted((a, b) => a.y - b.y)
const words = (count: number, word: string) => Array.from({ length: count }, (_, at) => `${word}${at}`).join(' ')
const numbersOf = (page: SidesPage | undefined) => page?.lines.filter(({ kind }) => kind === 'number') ?? []

describe('the pages of sides', () => {
  it('stand as a screenplay does: indents, scene numbers in both margins, the page of the script at the left', () => {
    const [page] = lay([scene(0, [
      element('action', 'Rain.', { page: 12 }), element('cue', 'MEERA', { page: 12, marked: true }), element('parenthetical', '(softly)', { page: 12, marked: true }),
      element('dialogue', 'Suno.', { page: 12, marked: true }), element('transition', 'CUT TO:', { page: 13 }),
    ])])
    const at = (kind: SidesLine['kind']) => page?.lines.find(line => line.kind === kind)
    expect([at('heading'), at('action'), at('cue'), at('parenthetical'), at('dialogue')].map(line => line?.x)).toEqual([108, 108, 252, 216, 180])
    expect((at('transition')?.x ?? 0) + 'CUT TO:'.length * 7.2).toBeCloseTo(540)
    expect(numbersOf(page).map(({ text, y }) => [text, y === at('heading')?.y])).toEqual([['1', true], ['1', true]])
    expect(page?.lines.filter(({ kind }) => kind === 'page').map(({ text }) => text)).toEqual(['p. 1', 'p. 12', 'p. 13'])
    expect(at('cue')).toMatchObject({ face: 'courierBold', marked: true })
  })

  it('say on every page the role, what they are for, the draft and the page of how many', () => {
    const pages = lay([scene(0, Array.from({ length: 60 }, (_, at) => element('action', `Line ${at}.`)))])
    expect(pages.length).toBeGreaterThan(1)
    for (const [at, page] of pages.entries()) {
      const head = page.lines.filter(({ kind }) => kind === 'header').map(({ text }) => text)
      expect(head).toEqual(['MEERA', 'First round', `page ${at + 1} of ${pages.length}`, 'Rain, draft of 20 Nov 2026 (rain.fdx)'])
      expect(page.lines.filter(({ kind }) => kind === 'footer').map(({ text }) => text)).toEqual(['Cut from rain.fdx'])
    }
  })

  it('break a speech over a page with (MORE), and its cue with (CONT\'D) overleaf', () => {
    const filler = Array.from({ length: 26 }, (_, at) => element('action', `Line ${at}.`))
    const [first, second] = lay([scene(0, [...filler, ...speech(words(60, 'bol'))])])
    expect(rowsOf(first ?? { lines: [], boxes: [] }).at(-1)).toMatchObject({ text: '(MORE)', kind: 'more', x: 252 })
    expect(rowsOf(second ?? { lines: [], boxes: [] })[0]).toMatchObject({ text: "MEERA (CONT'D)", kind: 'continued', x: 252, face: 'courierBold' })
  })

  it('set two who speak at once beside each other, and mark only the role', () => {
    const [page] = lay([scene(0, [...speech('Haan.', { dual: 'left' }), element('cue', 'BHOLA', { dual: 'right' }), element('dialogue', 'Nahin, bilkul nahin.', { dual: 'right' })])])
    const cues = page?.lines.filter(({ kind }) => kind === 'cue') ?? []
    expect(cues.map(({ text, x }) => [text, x])).toEqual([['MEERA', 180], ['BHOLA', 403.2]])
    expect(cues[0]?.y).toBe(cues[1]?.y)
    expect(page?.boxes.filter(({ kind }) => kind === 'bar')).toHaveLength(1)
  })

  it('head context as context, set it in grey, mark nothing there, and put what is read between START and STOP', () => {
    const [page] = lay([scene(3, speech('Before.'), false), scene(4, speech('Read this.')), scene(5, speech('After.'), false)])
    const rows = rowsOf(page ?? { lines: [], boxes: [] })
    expect(rows.filter(({ kind }) => kind === 'label').map(({ text }) => text)).toEqual(['CONTEXT, not to be read', 'START', 'STOP', 'CONTEXT, not to be read'])
    expect(rows.filter(line => line.scene === 3 || line.scene === 5).every(({ tone, marked }) => tone === 'grey' && !marked)).toBe(true)
    expect(rows.filter(({ marked }) => marked).map(({ text }) => text)).toEqual(['MEERA', 'Read this.'])
    expect(page?.boxes.filter(({ kind }) => kind === 'side')).toHaveLength(2)
  })

  it('carry the name over the page and in the foot, however long it is', () => {
    for (const recipient of ['Asha', 'A'.repeat(120), 'मीरा विद्यार्थी']) {
      const { pages, watermark, width, height } = laySides(sheetOf([scene(0, speech('Haan.'))]), { recipient, day: '21 Nov 2026' }, measure)
      const [name] = watermark?.lines ?? []
      expect(name?.text).toBe(recipient)
      expect(measure.width(recipient, 'courierBold', name?.size ?? 0)).toBeLessThan(Math.hypot(width, height) - 150)
      const foot = pages[0]?.lines.find(({ kind }) => kind === 'footer')
      expect(foot?.text.startsWith(`For ${recipient.slice(0, 80)}`)).toBe(true)
      expect((foot?.x ?? 0) + measure.width(foot?.text ?? '', 'courier', 8)).toBeLessThanOrEqual(568)
    }
  })

  it('break lines where the paper would', () => {
    fc.assert(fc.property(fc.stringMatching(/^[a-z ]{0,200}$/), fc.integer({ min: 8, max: 40 }), (text, letters) => {
      expect(wrapLetters(text, letters)).toEqual(paper.wrap(text, 'courier', 12, letters * 7.2 + 0.01))
    }), { numRuns: 60 })
  })
})

const texts = fc.integer({ min: 1, max: 160 }).chain(count => fc.constantFrom('ab', 'rain', 'chai').map(word => words(count, word)))
const short = fc.integer({ min: 1, max: 12 }).map(count => words(count, 'so'))
const spoken = (dual: 'left' | 'right' | null) =>
  fc.tuple(fc.boolean(), fc.array(fc.tuple(fc.constantFrom('dialogue', 'parenthetical', 'lyric'), dual ? short : texts), { minLength: 0, maxLength: 3 }), texts).map(([marked, middle, last]) => [
    element('cue', marked ? 'MEERA' : 'BHOLA', { marked, dual }),
    ...middle.map(([kind, text]) => element(kind as 'dialogue', text, { marked, dual })),
    element('dialogue', last, { marked, dual }),
  ])
const paragraphs = fc.oneof(
  { weight: 3, arbitrary: texts.map(text => [element('action', text)]) },
  { weight: 5, arbitrary: spoken(null) },
  { weight: 1, arbitrary: fc.tuple(spoken('left'), spoken('right')).map(([left, right]) => [...left, ...right]) },
  { weight: 1, arbitrary: fc.constantFrom('shot', 'transition', 'centered').map(kind => [element(kind as 'shot', 'CLOSE ON THE CUP')]) },
  { weight: 1, arbitrary: fc.constantFrom('note', 'section', 'synopsis').map(kind => [element(kind as 'note', 'never printed')]) },
)
const scripts = fc.array(fc.tuple(fc.boolean(), fc.array(paragraphs, { minLength: 1, maxLength: 12 })), { minLength: 1, maxLength: 6 })
  .map(scenes => scenes.map(([read, elements], at) => scene(at, elements.flat(), read)))

/** What a page says without what pagination adds, as one string of letters. */
const lettersOf = (lines: readonly SidesLine[]) => lines.map(({ text }) => text).join('').replaceAll(/\s/gu, '')
const added = new Set<SidesLine['kind']>(['more', 'continued', 'label', 'gap'])

describe('the pages of any sides', () => {
  it('hold every letter of the script once, and no letter of a note', () => {
    fc.assert(fc.property(scripts, parts => {
      const printed = lay(parts).flatMap(page => page.lines.filter(({ kind }) => !added.has(kind) && !onPaper.has(kind)))
      const wanted = parts.flatMap(part => (part.kind === 'scene' ? part.elements : [])).filter(({ kind }) => !['note', 'section', 'synopsis'].includes(kind))
      // Beside each other, two speeches mix their rows: letters are compared sorted.
      const sorted = (text: string) => [...text].sort().join('')
      expect(sorted(lettersOf(printed))).toBe(sorted(wanted.map(({ text }) => text).join('').replaceAll(/\s/gu, '')))
    }), { numRuns: 60 })
  })

  it('leave no heading last on a page, no cue without a line of its speech, and stay within the page', () => {
    fc.assert(fc.property(scripts, parts => {
      for (const page of lay(parts)) {
        const rows = rowsOf(page)
        expect(rows.length).toBeGreaterThan(0)
        const last = rows.at(-1)
        const atEnd = rows.filter(({ y }) => y === last?.y).map(({ kind }) => kind)
        expect(atEnd.some(kind => ['heading', 'cue', 'continued', 'shot'].includes(kind)) && !isLastOfScene(parts, last)).toBe(false)
        expect(last?.kind === 'label' && last.text !== 'STOP').toBe(false)
        expect(rows[0]?.text).not.toBe('STOP')
        expect((last?.y ?? 0) <= 90 + 12 * (rowsOnPage - 1)).toBe(true)
        for (const more of rows.filter(({ kind }) => kind === 'more')) {
          const above = rows.filter(({ y }) => y === more.y - 12)
          expect(above.length).toBeGreaterThan(0)
          expect(above.some(({ kind }) => ['cue', 'continued', 'heading'].includes(kind))).toBe(false)
        }
        const right = page.lines.map(line => line.x + line.text.length * line.size * 0.6)
        expect(Math.max(...right)).toBeLessThanOrEqual(595.28)
      }
    }), { numRuns: 60 })
  })

  it('say (CONT\'D) on the page after every (MORE), and only there', () => {
    fc.assert(fc.property(scripts, parts => {
      const pages = lay(parts).map(rowsOf)
      for (const [at, rows] of pages.entries()) {
        const goesOn = rows.some(({ kind }) => kind === 'more')
        const top = pages[at + 1]?.[0]
        expect(top?.kind === 'continued').toBe(goesOn)
      }
      expect(pages[0]?.some(({ kind }) => kind === 'continued')).toBe(false)
    }), { numRuns: 60 })
  })
})

/** A shot may end its scene, with nothing after it to stay with. */
function isLastOfScene(parts: readonly SheetPart[], line: SidesLine | undefined): boolean {
  const part = parts.find(one => one.kind === 'scene' && one.scene === line?.scene)
  const printed = part?.kind === 'scene' ? part.elements.filter(({ kind }) => !['note', 'section', 'synopsis'].includes(kind)) : []
  return printed.at(-1)?.kind === line?.kind && (line?.kind === 'shot' || printed.length === 1)
}
