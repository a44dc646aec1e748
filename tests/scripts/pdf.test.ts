import { StandardFonts } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import { readScript } from '../../src-main/scripts/readScript.ts'
import { at, drawPdf, kitchen, kitchenRows } from './drawnPdf.ts'
import type { Drawing, Row } from './drawnPdf.ts'

const readPages = async (pages: readonly (readonly Row[])[], drawing?: Drawing) => readScript(await drawPdf(pages, drawing), 'wet-season.pdf')
const textOf = async (pages: readonly (readonly Row[])[], drawing?: Drawing) =>
  (await readPages(pages, drawing)).elements.map(element => `${element.kind}: ${element.text}`)

describe('a PDF script', () => {
  it.each<readonly [string, Drawing]>([
    ['US Letter', {}],
    ['A4', { width: 595, height: 842 }],
    ['turned text on a landscape page', { turned: true }],
    ['one and a half lines', { pitch: 18 }],
    ['Times', { font: StandardFonts.TimesRoman }],
  ])('is read by its own measures: %s', async (_, drawing) => {
    expect(await textOf([kitchenRows], drawing)).toEqual(kitchen)
  })

  it('keeps the hyphen of a word that a line end parts', async () => {
    const rows = [at.numbered('1', 'INT. SHOP - DAY'), at.blank, at.action('He folds the box into blue kite-'), at.action('paper and ties it with a thread.'), at.blank, at.cue('MIRA'), at.speech('Well-'), at.speech('wrapped.')]
    const { elements } = await readScript(await drawPdf([rows]), 'kites.pdf')
    expect(elements.map(({ text }) => text)).toEqual(['INT. SHOP - DAY', 'He folds the box into blue kite-paper and ties it with a thread.', 'MIRA', 'Well-wrapped.'])
  })

  it('learns its indents from itself', async () => {
    const narrow = kitchenRows.map((row): Row => row.filter(([x]) => x < 540).map(([x, text]) => [x < 100 ? x : 108 + (x - 108) * 0.6, text]))
    expect(await textOf([narrow])).toEqual(kitchen)
  })

  it('takes scene numbers from either margin or both', async () => {
    for (const margins of ['left', 'right', 'both'] as const) {
      const rows = kitchenRows.map(row => (row.length === 3 ? at.numbered(row[0]?.[1] ?? '', row[1]?.[1] ?? '', margins) : row))
      const { reading } = await readPages([rows])
      expect(reading.scenes.map(scene => [scene.number, scene.heading, scene.setting, scene.page])).toEqual([
        ['12', 'INT. KITCHEN - DAY', 'INT', 1],
        ['12A', 'EXT. LANE BEHIND THE HOUSE - NIGHT', 'EXT', 1],
      ])
    }
  })

  it('leaves out page numbers, running heads, revision marks and CONTINUED', async () => {
    const page = (number: number): Row[] => [
      [[108, 'THE WET SEASON - Blue Rev. 3/4/26'], [520, `${number}.`]],
      at.blank, at.blank,
      at.numbered('12', 'CONTINUED:'),
      at.blank,
      at.action(`The rain of day ${'abcdef'[number] ?? ''} falls on tin.`),
      at.blank,
      at.cue('MEERA'),
      [[180, 'Phir se baarish.'], [560, '*']],
      ...Array.from({ length: 40 }, () => at.blank),
      at.numbered('12', '(CONTINUED)'),
    ]
    const text = await textOf([1, 2, 3, 4].map(page), { top: 40 })
    expect(text).toEqual(['b', 'c', 'd', 'e'].flatMap(day => [`action: The rain of day ${day} falls on tin.`, 'cue: MEERA', 'dialogue: Phir se baarish.']))
  })

  it('keeps a speech that runs over a page as one', async () => {
    const first = [...kitchenRows, at.blank, at.cue('MEERA'), at.speech('I waited by the gate until'), at.cue('(MORE)')]
    const second = [at.cue("MEERA (CONT'D)"), at.speech('the lamps went out.'), at.blank, at.action('She laughs.'), at.blank, at.cue("MEERA (CONT'D)"), at.speech('Enough.')]
    const { reading, elements } = await readPages([first, second])
    expect(elements.filter(element => element.page === 1 || element.text.includes('lamps')).at(-1)?.text).toBe('I waited by the gate until the lamps went out.')
    expect(reading.characters).toMatchObject([{ name: 'MEERA', speeches: 4 }, { name: 'KABIR', speeches: 1 }])
  })

  it('keeps a heading that is repeated at the top of a page as one scene', async () => {
    const second = [at.numbered('12A', 'EXT. LANE BEHIND THE HOUSE - NIGHT (CONTINUED)'), at.blank, at.action('Still it rains.')]
    expect((await readPages([kitchenRows, second])).reading.scenes).toHaveLength(2)
  })

  it('joins a heading of two lines', async () => {
    const long = [at.numbered('13', 'INT. OLD HOUSE, SECOND FLOOR, THE LOCKED ROOM BEHIND'), at.action('THE STAIRS - LATER'), at.blank, at.action('Dust.')]
    expect((await readPages([[...kitchenRows, at.blank, ...long]])).reading.scenes.at(-1)).toMatchObject({
      number: '13', heading: "INT. OLD HOUSE, SECOND FLOOR, THE LOCKED ROOM BEHIND THE STAIRS - LATER", time: 'LATER',
    })
  })

  it('reads two speeches side by side', async () => {
    const rows: Row[] = [...kitchenRows, at.blank, [[190, 'MEERA'], [400, 'KABIR']], [[150, 'Go away!'], [360, 'Let me']], [[360, 'explain!']], at.blank, at.action('Silence.')]
    expect((await readPages([rows])).elements.slice(-5).map(({ text, dual, character }) => [text, dual, character])).toEqual([
      ['MEERA', 'left', 'MEERA'], ['Go away!', 'left', 'MEERA'], ['KABIR', 'right', 'KABIR'], ['Let me explain!', 'right', 'KABIR'], ['Silence.', null, null],
    ])
  })

  it('tells centred cues from centred speeches by the gaps round them', async () => {
    const centred = kitchenRows.map((row): Row => row.map(([x, text]) => (x > 150 && x < 300 ? [306, text, 'centre'] : [x, text])))
    expect(await textOf([centred])).toEqual(kitchen)
  })

  it('takes cues that are not in capitals by the place they share', async () => {
    const mixed = kitchenRows.map((row): Row => row.map(([x, text]) => [x, x === 252 ? text.replace(/^\w+/u, name => `${name.slice(0, 1)}${name.slice(1).toLowerCase()}`) : text]))
    const { reading } = await readPages([[...mixed, at.blank, ...mixed]])
    expect(reading.characters).toMatchObject([{ name: 'MEERA', aliases: ['Meera'], speeches: 4 }, { name: 'KABIR', speeches: 2 }])
  })

  it('leaves out a watermark across every page', async () => {
    const bytes = await drawPdf([kitchenRows, kitchenRows], { watermark: 'PROPERTY OF NOBODY' })
    const { elements } = await readScript(bytes, 'marked.pdf')
    expect(elements.map(element => `${element.kind}: ${element.text}`)).toEqual([...kitchen, ...kitchen])
  })

  it('reads a script without any indents by its capitals and gaps', async () => {
    const flat = [...kitchenRows, at.blank].map((row): Row => row.filter(([, text]) => !/^12A?$/u.test(text)).map(([, text]) => [72, text]))
    const { reading, elements } = await readPages([[...flat, ...flat], [...flat, ...flat]])
    expect(reading.scenes).toHaveLength(8)
    expect(reading.characters).toMatchObject([{ name: 'MEERA', speeches: 8 }, { name: 'KABIR', speeches: 4 }])
    expect(elements[3]?.text).toBe('Tum phir se ja rahe ho? Without one word to Ma?')
  })

  it('reads speakers in a left column, below slugs that lead with their number', async () => {
    const scene = (number: number, said: string): Row[] => [
      [[126, `Sc # ${number}`], [342, 'Night, Ext / Interiors']],
      [[342, 'Chowpatty, Taxi']],
      at.blank,
      [[126, 'The taxi stops by the sea and nobody wants to get out of it now.']],
      at.blank,
      ...['Lata', 'Driver (OC)', 'Lata', 'Young Man'].flatMap((name): Row[] => [[[90, name], [200, `${said} bolo na, main sun raha hoon`]], [[200, 'aur kuch nahin.']], at.blank]),
      [[90, 'Lata Tum bhi na. Chalo, ab ghar chalte hain, bahut raat ho gayi']],
      [[200, 'hai.']],
      at.blank,
    ]
    const { reading, elements } = await readPages([[...scene(1, 'Haan'), ...scene(2, 'Nahin')], [...scene(3, 'Kyon'), ...scene(4, 'Accha')]])
    expect(reading.scenes.map(({ number, setting, place, time }) => [number, setting, place, time])).toEqual(
      ['1', '2', '3', '4'].map(number => [number, 'INT/EXT', 'Chowpatty, Taxi', 'Night']),
    )
    expect(reading.characters).toMatchObject([{ name: 'LATA', speeches: 12 }, { name: 'DRIVER', speeches: 4 }, { name: 'YOUNG MAN', speeches: 4 }])
    expect(elements.find(element => element.kind === 'dialogue')?.text).toBe('Haan bolo na, main sun raha hoon aur kuch nahin.')
  })

  it('takes its title from the title page, else from its properties, else from the file', async () => {
    const front: Row[] = [...Array.from({ length: 18 }, () => at.blank), [[306, 'THE WET SEASON', 'centre']], at.blank, [[306, 'Written by', 'centre']], [[306, 'R. Sen', 'centre']]]
    const withFront = await readPages([front, kitchenRows])
    expect(withFront.reading).toMatchObject({ title: 'THE WET SEASON', pages: 2 })
    expect(withFront.reading.scenes[0]?.page).toBe(2)
    expect((await readPages([kitchenRows], { title: 'Microsoft Word - Wet_Season.docx' })).reading.title).toBe('Wet Season')
    expect((await readPages([kitchenRows], { title: 'Untitled' })).reading.title).toBe('wet-season')
  })

  it('tells pages that are pictures, and lowers its confidence', async () => {
    const { reading } = await readPages([kitchenRows, [], kitchenRows])
    expect(reading.warnings.map(({ code, page }) => [code, page])).toEqual([['PAGE_WITHOUT_TEXT', 2]])
    expect(reading.confidence).toBeLessThan(0.8)
    expect(reading.confidenceReasons).toEqual(['1 of 3 pages are pictures without text.'])
  })

  it('reports each page, and stops where the user stops it', async () => {
    const bytes = await drawPdf([kitchenRows, kitchenRows, kitchenRows])
    const stop = new AbortController()
    const steps: number[] = []
    const reading = readScript(bytes, 'a.pdf', {
      signal: stop.signal,
      onProgress: ({ done, total }) => {
        steps.push(done, total)
        if (done === 1) stop.abort()
      },
    })
    await expect(reading).rejects.toMatchObject({ code: 'CANCELLED' })
    expect(steps).toEqual([0, 3, 1, 3])
  })
})
