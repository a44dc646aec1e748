import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { doubtThreshold, type LineExample, type LineKind } from '../../src-preload/contract/scripts.ts'
import { guidedReading } from '../../src-main/scripts/guidedReading.ts'
import type { MarkedPage } from '../../src-main/scripts/markedPage.ts'
import type { Words } from '../../src-main/scripts/reader.ts'
import { inkOf } from '../../src-main/scripts/matchLines.ts'
import type { PlacedLine } from '../../src-main/scripts/placedLines.ts'
import { readScript, type ReadScript } from '../../src-main/scripts/readScript.ts'
import { oddLayouts, told, truth, type Click, type OddLayout } from './oddLayouts.ts'
import { at, drawPdf, kitchen, kitchenRows, type Row } from './drawnPdf.ts'

const speeches = ({ reading }: ReadScript) => reading.characters.reduce((sum, character) => sum + character.speeches, 0)
const counts = (read: ReadScript) => ({ scenes: read.reading.scenes.length, speeches: speeches(read), names: read.reading.characters.length })

/** What a click on a printed line hands on. */
const pointAt = (pages: readonly MarkedPage[] | undefined, kind: LineKind, text: string): LineExample => {
  const line = (pages ?? []).flatMap(({ lines }) => lines).find(one => one.text === text || ((kind === 'dialogue' || kind === 'action') && text.startsWith(`${one.text} `)))
  if (!line) throw new Error(`no line says ${text}`)
  return { kind, page: line.page, text: line.text, x: line.x, end: line.end, around: line.around }
}

const wordsOf = ({ kind, nth, as = text => text }: Click) => as(told.filter(one => one.kind === kind)[nth]?.text ?? '')

const readPlain = async ({ fileName, draw }: OddLayout) => readScript(await draw(), fileName, { marked: true })

async function readGuided(layout: OddLayout, clicks: readonly Click[]) {
  const { marked } = await readPlain(layout)
  const lines = clicks.map(click => pointAt(marked, click.kind, wordsOf(click)))
  return readScript(await layout.draw(), layout.fileName, { choices: { lines, letters: null }, marked: true })
}

describe.each(oddLayouts)('$name', layout => {
  it('is read wrong, and the confidence says so', async () => {
    const plain = await readPlain(layout)
    expect(counts(plain)).not.toEqual(truth)
    expect(plain.reading.confidence).toBeLessThan(doubtThreshold)
  })

  it('is right after one line was named', async () => {
    const guided = await readGuided(layout, layout.clicks.slice(0, 1))
    expect(counts(guided)).toEqual(truth)
    expect(guided.reading.confidence).toBeGreaterThan(0.9)
    const said = guided.elements.filter(({ kind }) => kind === 'dialogue').map(({ text }) => inkOf(text))
    expect(said).toEqual(told.filter(({ kind }) => kind === 'dialogue').map(({ text }) => inkOf(text)))
  })

  it('stays right when all of its lines were named', async () => {
    expect(counts(await readGuided(layout, layout.clicks))).toEqual(truth)
  })
})

const readRows = async (pages: readonly (readonly Row[])[], lines: readonly LineExample[] = []) => readScript(await drawPdf(pages), 'kitchen.pdf', { choices: { lines: [...lines], letters: null }, marked: true })
const paragraphs = (read: ReadScript) => read.elements.map(({ kind, text }) => `${kind}: ${text}`)

describe('a script that is read right', () => {
  it('is read the same when its lines are named as what they are', async () => {
    const plain = await readRows([kitchenRows])
    const said = (['cue', 'action', 'dialogue', 'heading'] as const).map(kind => pointAt(plain.marked, kind, { cue: 'MEERA', action: 'Rain. A dog barks at nobody.', dialogue: 'Main wapas aaunga.', heading: 'INT. KITCHEN - DAY' }[kind]))
    expect(paragraphs(await readRows([kitchenRows], said))).toEqual(kitchen)
  })

  it('loses one cue and no other when a line in capitals is named action', async () => {
    const rows = [...kitchenRows, at.blank, at.cue('SILENCE'), at.speech('fills the lane.')]
    const plain = await readRows([rows])
    expect(plain.reading.characters.map(({ name }) => name)).toContain('SILENCE')
    const guided = await readRows([rows], [pointAt(plain.marked, 'action', 'SILENCE')])
    expect(guided.reading.characters.map(({ name }) => name)).toEqual(['MEERA', 'KABIR'])
    expect(paragraphs(guided).slice(0, kitchen.length)).toEqual(kitchen)
    expect(paragraphs(guided).slice(kitchen.length).join(' ')).toContain('SILENCE')
  })

  it('loses a running head on every page when it is named nothing on one', async () => {
    const stamp: Row = [[140, 'Rehearsal copy of Nafisa Khan, 12 Nov']]
    const pages = [1, 2].map(() => [...kitchenRows, at.blank, stamp])
    const plain = await readRows(pages)
    expect(paragraphs(plain).join(' ')).toContain('Rehearsal')
    const guided = await readRows(pages, [pointAt(plain.marked, 'nothing', 'Rehearsal copy of Nafisa Khan, 12 Nov')])
    expect(paragraphs(guided).join(' ')).not.toContain('Rehearsal')
    expect(guided.marked?.map(({ lines }) => lines.at(-1)?.kind)).toEqual(['nothing', 'nothing'])
  })

  it('says which of two examples counts where they contradict each other', async () => {
    const plain = await readRows([kitchenRows])
    const [first, second] = [pointAt(plain.marked, 'cue', 'MEERA'), pointAt(plain.marked, 'action', 'MEERA')]
    const guided = await readRows([kitchenRows], [first, second])
    expect(guided.reading.warnings.map(({ code, message }) => [code, message])).toEqual([
      ['CHOICES_CONTRADICT', '"MEERA" was said to be a cue, and later "MEERA", which stands and looks the same, action. The later counts.'],
    ])
    expect(guided.reading.characters.map(({ name }) => name)).toEqual(['KABIR', 'MEERA'])
    expect(speeches(guided)).toBe(speeches(plain) - 1)
  })

  it('keeps two speeches at once beside each other when another line is named', async () => {
    const rows: Row[] = [...kitchenRows, at.blank, [[150, 'MEERA'], [380, 'KABIR']], [[120, 'Ruko.'], [350, 'Jaane do.']], [[120, 'Please.'], [350, 'Bas.']]]
    const plain = await readRows([rows])
    expect(plain.elements.filter(({ dual }) => dual).length).toBe(4)
    const guided = await readRows([rows], [pointAt(plain.marked, 'action', 'Rain. A dog barks at nobody.')])
    expect(paragraphs(guided)).toEqual(paragraphs(plain))
    expect(guided.elements.map(({ dual }) => dual)).toEqual(plain.elements.map(({ dual }) => dual))
  })
})

describe('lines and the paragraphs that they went into', () => {
  it('tells what each printed line was read as, also those that were left out', async () => {
    const { marked } = await readRows([[at.pageNumber('3.'), at.blank, ...kitchenRows]])
    const kinds = marked?.[0]?.lines.map(({ text, kind }) => `${kind}: ${text}`)
    expect(kinds).toContain('nothing: 3.')
    expect(kinds).toContain('cue: MEERA (V.O.)')
    expect(kinds).toContain('dialogue: one word to Ma?')
    expect(kinds).toContain('parenthetical: (to himself)')
    expect(kinds).toContain('transition: CUT TO:')
    expect(kinds).toContain('heading: EXT. LANE BEHIND THE HOUSE - NIGHT')
  })
})

const kinds = ['heading', 'action', 'cue', 'parenthetical', 'dialogue', 'transition', 'nothing'] as const
const someLine = fc.record({
  x: fc.constantFrom(72, 108, 180, 252, 300, 460), gap: fc.constantFrom(1, 1, 1, 2, 3), twin: fc.boolean(),
  text: fc.constantFrom('MEERA', 'Meera', 'INT. KITCHEN - DAY', '(softly)', 'CUT TO:', 'Kya hua?', 'She waits at the door, and', 'nobody comes.', '12', '[KABIR]', 'Kabir: haan', '***', 'क्या हुआ', '(MORE)', ')', ''),
})

function place(lines: readonly { readonly x: number; readonly gap: number; readonly twin: boolean; readonly text: string }[]): PlacedLine[] {
  let [y, row] = [72, -1]
  return lines.filter(({ text }) => text !== '').map(({ x, gap, twin, text }, source) => {
    const isBeside = twin && source > 0
    if (!isBeside) row++
    y += isBeside ? 0 : 12 * gap
    const page = 1 + Math.floor(y / 700)
    return { page, text, x: isBeside ? x + 220 : x, end: x + 7.2 * text.length, y: y % 700, height: 12, row, gap, source, apart: false }
  })
}

describe('reading with any examples', () => {
  it('loses no words but those called nothing, and never throws', () => {
    fc.assert(
      fc.property(fc.array(someLine, { maxLength: 40 }), fc.array(fc.record({ line: fc.nat(), kind: fc.constantFrom(...kinds) }), { maxLength: 6 }), fc.array(fc.constantFrom(...kinds.slice(0, 6)), { minLength: 40, maxLength: 40 }), (given, clicks, bases) => {
        const lines = place(given)
        const plain = lines.map(({ text }, index): Words => ({ kind: (bases[index] ?? 'action') as Words['kind'], text }))
        const examples = clicks.flatMap(({ line, kind }): LineExample[] => {
          const own = lines[line % Math.max(1, lines.length)]
          return own ? [{ kind, page: own.page, text: own.text, x: own.x, end: own.end }] : []
        })
        const { drafts, lines: read } = guidedReading(lines, plain, examples, words => words)
        const letters = (texts: readonly string[]) => [...texts.join('').replace(/[^\p{L}\p{N}\p{M}]/gu, '').toLowerCase()].sort().join('')
        const wanted = read.filter(({ kind, paragraph }) => kind !== 'nothing' || paragraph >= 0).map(({ text }) => text)
        const numbers = drafts.map(({ heading }) => heading?.number ?? '')
        const left = read.filter(({ kind }) => kind === 'nothing').map(({ text }) => text)
        expect(letters([...drafts.map(({ text }) => text), ...numbers, ...left]).length).toBeGreaterThanOrEqual(letters(wanted).length)
        for (const text of wanted) for (const word of text.match(/\p{L}{3,}/gu) ?? []) expect(drafts.map(({ text: own }) => own.toLowerCase()).join('\n')).toContain(word.toLowerCase())
      }),
      { numRuns: 400 },
    )
  })
})
