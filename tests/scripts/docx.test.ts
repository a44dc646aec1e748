import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assemble } from '../../src-main/scripts/assemble.ts'
import { docxReader } from '../../src-main/scripts/docx.ts'
import { readFountain } from '../../src-main/scripts/fountain.ts'
import { blank, documentOf, drawDocx, paragraph as p, runs, table, zipOf } from './drawnDocx.ts'
import type { DocxDrawing, DrawnStyle, Setting } from './drawnDocx.ts'
import { haveSharedFixtures, sharedFixture } from './sharedFixtures.ts'

const read = async (bytes: Uint8Array) => docxReader.read(bytes, { fileName: 'wet-season.docx' })
const linesIn = async (body: string | readonly string[], drawing?: DocxDrawing) => (await read(drawDocx(body, drawing))).elements.map(({ kind, text,
  dual }) => `${kind}${dual ? ` ${dual}` : ''}: ${text}`)

type Part = 'heading' | 'action' | 'cue' | 'parenthetical' | 'dialogue' | 'transition'

/** A scene of our own, in English and Hindi in Roman letters. */
const scene: readonly (readonly [Part, string])[] = [
  ['heading', 'INT. KITCHEN - DAY'],
  ['action', 'MEERA, 34, stirs a pot that has long boiled dry. Her brother KABIR leans on the door with a suitcase in his hand.'],
  ['cue', 'MEERA'],
  ['dialogue', 'Tum phir se ja rahe ho? Without one word to Ma?'],
  ['cue', "KABIR (CONT'D)"],
  ['parenthetical', '(to himself)'],
  ['dialogue', 'Main wapas aaunga.'],
  ['action', 'A WHISTLE outside. He picks up the suitcase.'],
  ['transition', 'CUT TO:'],
  ['heading', 'EXT. LANE BEHIND THE HOUSE - NIGHT'],
  ['action', 'Rain. A dog barks at nobody.'],
  ['cue', 'MEERA (V.O.)'],
  ['dialogue', 'He did not come back.'],
]
const expected = scene.map(([kind, text]) => `${kind}: ${text}`)
const drawn = (look: (kind: Part) => Setting, before: (kind: Part) => readonly string[] = () => []): string[] => scene.flatMap(([kind,
  text]) => [...before(kind), p(text, look(kind))])
const opensBlock = (kind: Part): readonly string[] => (kind === 'dialogue' || kind === 'parenthetical' ? [] : [blank])

const finalDraft: Readonly<Record<Part, Setting>> = { heading: {}, action: {}, cue: { left: 158 }, parenthetical: { left: 115 }, dialogue: { left: 72,
  right: 72 }, transition: { align: 'right' } }

describe('a Word script without styles', () => {
  it.each<readonly [string, string[]]>([
    ['indents without gaps', drawn(kind => finalDraft[kind])],
    ['indents with empty paragraphs', drawn(kind => finalDraft[kind], opensBlock)],
    ['indents of a narrow template', drawn(kind => ({ left: { heading: 30, action: 30, cue: 120, parenthetical: 95, dialogue: 70,
      transition: 300 }[kind] }), opensBlock)],
    ['centred cues and speeches', drawn(kind => ({ align: kind === 'cue' || kind === 'dialogue' || kind === 'parenthetical' ? 'center' : 'left' }),
      opensBlock)],
    ['centred cues and speeches at the left', drawn(kind => ({ align: kind === 'cue' ? 'center' : 'left' }), opensBlock)],
    ['everything at the left with empty paragraphs', drawn(() => ({}), opensBlock)],
    ['everything at the left with space before', drawn(kind => ({ before: kind === 'dialogue' || kind === 'parenthetical' ? 0 : 12 }))],
    ['space after every paragraph, and empty ones between', drawn(() => ({ after: 10 }), opensBlock)],
  ])('is read by its own layout: %s', async (_, body) => {
    expect(await linesIn(body)).toEqual(expected)
  })

  it('takes tabs and spaces at the start of a line for indents', async () => {
    const lead = (mark: string): string[] => scene.flatMap(([kind, text]) => [...opensBlock(kind), p(({ cue: mark.repeat(4), parenthetical: mark.repeat(3),
      dialogue: mark.repeat(2) } as Partial<Record<Part, string>>)[kind] ?? '').replace('</w:p>', `${runs(`${({ cue: mark.repeat(4),
      parenthetical: mark.repeat(3), dialogue: mark.repeat(2) } as Partial<Record<Part, string>>)[kind] ?? ''}${text}`)}</w:p>`)])
    expect(await linesIn(lead('\t'))).toEqual(expected)
    expect(await linesIn(lead('      '))).toEqual(expected)
  })

  it('is read where a line break parts cue and speech in one paragraph', async () => {
    const body = [p('INT. KITCHEN - DAY'), blank, p('Steam.'), blank, p('MEERA\n(softly)\nKya hua?\nBolo.'), blank, p('KABIR\nKuch nahin.'), blank,
      p('He goes.\nShe stays.')]
    const read = ['heading: INT. KITCHEN - DAY', 'action: Steam.', 'cue: MEERA', 'parenthetical: (softly)', 'dialogue: Kya hua?\nBolo.', 'cue: KABIR',
      'dialogue: Kuch nahin.', 'action: He goes.\nShe stays.']
    expect(await linesIn(body)).toEqual(read)
    expect(await linesIn(body.filter(xml => xml !== blank))).toEqual(read)
  })

  it('that has no gaps at all ends a speech where somebody is named in capitals', async () => {
    const body = scene.flatMap(([, text]) => [p(text.startsWith('A WHISTLE') ? 'KABIR picks up the suitcase.' : text)])
    expect(await linesIn(body)).toEqual(expected.map(line => (line.includes('WHISTLE') ? 'action: KABIR picks up the suitcase.' : line)))
    expect((await read(drawDocx(body))).warnings.map(({ code }) => code)).toEqual(['LAYOUT_WITHOUT_GAPS'])
    expect((await read(drawDocx(drawn(() => ({}), opensBlock)))).warnings).toEqual([])
  })

  it('joins lines that were broken by hand', async () => {
    const broken = (text: string, width: number): string[] => text.replace(new RegExp(`(.{1,${width}})(?: |$)`, 'gu'), '$1\n').trim().split('\n')
    const long = 'The pot hisses and spits on the flame while nobody looks at it, and the rain comes in through the window that Ma never had mended. '
    const say = 'I told you once and I tell you again that this house is not for sale, not now and not ever. '
    const body = Array.from({ length: 6 }, (_, index) => [
      p(`INT. ROOM ${index} - DAY`), blank, ...broken(long.repeat(2).trim(), 58).map(line => p(line)), blank,
      p('MEERA', { left: 158 }), ...broken(say.repeat(2).trim(), 34).map(line => p(line, { left: 72 })), blank,
    ]).flat()
    const read = await linesIn(body)
    expect(read).toHaveLength(24)
    expect(read.slice(0, 4)).toEqual(['heading: INT. ROOM 0 - DAY', `action: ${long.repeat(2).trim()}`, 'cue: MEERA', `dialogue: ${say.repeat(2).trim()}`])
  })

  it('leaves capitals in the action alone, and known names that are revealed there', async () => {
    const more = Array.from({ length: 8 }, () => drawn(kind => finalDraft[kind])).flat()
    const read = await linesIn([...more, p('He turns to see'), p('MEERA'), p('standing in the rain.'), p('THE SUITCASE'), p('is gone.')])
    expect(read.slice(-5)).toEqual(['action: He turns to see', 'action: MEERA', 'action: standing in the rain.', 'action: THE SUITCASE', 'action: is gone.'])
  })

  it('is read throughout where half of it is set one way and half another', async () => {
    const half = [...drawn(kind => finalDraft[kind], opensBlock), ...drawn(() => ({}), opensBlock)]
    expect(await linesIn(half)).toEqual([...expected, ...expected])
  })

  it('takes names beside what they say', async () => {
    const play = [p('SCENE 1: THE ROOF'), p('Evening. Kites.'), ...['Meera: Kya dekh rahe ho?', 'Kabir: (hanste hue) Patang.', 'Meera:\tKiski?',
      'Kabir: Sabki.', 'Meera: Chalo.'].map(text => p(text)), p('SCENE 2: THE LANE'), p('Kabir: Ruko!')]
    expect(await linesIn(play)).toEqual([
      'heading: THE ROOF', 'action: Evening. Kites.', 'cue: Meera', 'dialogue: Kya dekh rahe ho?', 'cue: Kabir', 'parenthetical: (hanste hue)',
        'dialogue: Patang.', 'cue: Meera', 'dialogue: Kiski?', 'cue: Kabir', 'dialogue: Sabki.', 'cue: Meera', 'dialogue: Chalo.', 'heading: THE LANE',
        'cue: Kabir', 'dialogue: Ruko!',
    ])
    expect((await read(drawDocx(play))).elements.flatMap(({ heading }) => (heading ? [heading.number] : []))).toEqual(['1', '2'])
  })

  it('takes no line of Devanagari for a cue but one that returns or stands where cues stand', async () => {
    const flush = [p('INT. घर - दिन'), blank, p('मीरा अंदर आती है'), p('कबीर चुप है।'), blank, p('MEERA'), p('क्या हुआ?'), blank, p('बारिश'),
      p('तेज़ हो रही है।')]
    expect(await linesIn(flush)).toEqual(['heading: INT. घर - दिन', 'action: मीरा अंदर आती है', 'action: कबीर चुप है।', 'cue: MEERA',
      'dialogue: क्या हुआ?', 'action: बारिश', 'action: तेज़ हो रही है।'])
    const banded = [p('INT. घर - दिन'), p('मीरा', { left: 158 }), p('क्या हुआ?', { left: 72 }), p('कबीर', { left: 158 }), p('कुछ नहीं।', { left: 72 }),
      p('बारिश तेज़ है।')]
    expect(await linesIn(banded)).toEqual(['heading: INT. घर - दिन', 'cue: मीरा', 'dialogue: क्या हुआ?', 'cue: कबीर', 'dialogue: कुछ नहीं।',
      'action: बारिश तेज़ है।'])
  })

  it('makes no cues of prose, its titles in capitals and its lists', async () => {
    const prose = [p('FOOD FOR THOUGHT'), p('What does every brother want?'), blank, p('NARRATIVE - VERSION 1'),
      p('Kabir runs for the bus and misses it.'), blank, p('PEOPLE:'), p('Kabir'), p('Meera: his sister'), blank, p('CHAPTER ONE', { align: 'center' }),
      p('The rain', { align: 'center' }), p('It rained for a week, and nobody went out.')]
    const kinds = (await read(drawDocx(prose))).elements.map(({ kind }) => kind)
    expect(kinds.filter(kind => kind === 'cue' || kind === 'heading')).toEqual([])
    expect(kinds).toHaveLength(10)
  })
})

const template: readonly DrawnStyle[] = [
  { id: 'Normal' },
  { id: 'sh', name: 'Scene Heading', caps: true },
  { id: 'ac', name: 'Action' },
  { id: 'ch', name: 'Character', left: 150, caps: true },
  { id: 'pa', name: 'Parenthetical', base: 'di' },
  { id: 'di', name: 'Dialogue', left: 72 },
  { id: 'tr', name: 'Transition', align: 'right' },
]
const ids: Readonly<Record<Part, string>> = { heading: 'sh', action: 'ac', cue: 'ch', parenthetical: 'pa', dialogue: 'di', transition: 'tr' }

describe('a Word script with styles', () => {
  it.each<readonly [string, readonly string[]]>([
    ['Final Draft', ['Scene Heading', 'Action', 'Character', 'Parenthetical', 'Dialogue', 'Transition']],
    ['Slugline and Cue', ['SLUGLINE', 'Stage Direction', 'Cue', 'Wryly', 'Speech', 'Transitions']],
    ['French', ['Intitulé de scène', 'Action', 'Personnage', 'Didascalie', 'Réplique', 'Transition']],
    ['Spanish', ['Encabezado de escena', 'Acción', 'Personaje', 'Acotación', 'Diálogo', 'Transición']],
    ['Hindi', ['दृश्य', 'क्रिया', 'पात्र', 'कोष्ठक', 'संवाद', 'संक्रमण']],
    ['names that say nothing', ['S1', 'Normal', 'S3', 'S4', 'S5', 'S6']],
  ])('is read by the names of the styles, or by what they hold: %s', async (_, names) => {
    const flat = template.map(({ id }, at): DrawnStyle => ({ id, name: at ? names[at - 1] : 'Normal' }))
    const thrice = [1, 2, 3].flatMap(() => drawn(kind => ({ style: ids[kind] })))
    const read = await linesIn(thrice,
      { styles: names.includes('Normal') ? flat.filter(({ id }) => id !== 'Normal').map(style => (style.id === 'ac' ? { ...style, raw: '' } : style)) : flat })
    expect(read).toEqual([...expected, ...expected, ...expected])
  })

  it('shows capitals that only the style makes, and takes headings that say neither INT nor EXT', async () => {
    const body = [p('the roof', { style: 'sh' }), p('Kites.', { style: 'ac' }), p('Meera', { style: 'ch' }), p('Dekho!', { style: 'di' })]
    expect(await linesIn(body, { styles: template })).toEqual(['heading: THE ROOF', 'action: Kites.', 'cue: MEERA', 'dialogue: Dekho!'])
  })

  it('is not led astray by a style that its text belies', async () => {
    const body = [
      p('INT. KITCHEN - DAY', { style: 'ac' }), p('Steam.', { style: 'ac' }), p('', { style: 'ch' }), p('Meera', { style: 'ch' }), p('(softly)',
        { style: 'di' }), p('Kya?', { style: 'di' }),
      p('CUT TO:', { style: 'sh' }), p('EXT. LANE - NIGHT', { style: 'ch' }),
        p('She walks a long way down the lane, past the well and the tree where they sat when they were small, and turns.', { style: 'ch' }),
      p('KABIR', { style: 'di' }), p('Ruko!', { style: 'di' }),
    ]
    expect(await linesIn(body, { styles: template.map(style => ({ ...style, caps: false })) })).toEqual([
      'heading: INT. KITCHEN - DAY', 'action: Steam.', 'cue: Meera', 'parenthetical: (softly)', 'dialogue: Kya?', 'transition: CUT TO:',
        'heading: EXT. LANE - NIGHT',
      'action: She walks a long way down the lane, past the well and the tree where they sat when they were small, and turns.', 'cue: KABIR', 'dialogue: Ruko!',
    ])
  })

  it('is read by layout where its writer left the styles', async () => {
    const body = [...drawn(kind => ({ style: ids[kind] })), ...drawn(kind => finalDraft[kind])]
    expect(await linesIn(body, { styles: template })).toEqual([...expected, ...expected])
  })

  it('takes scene numbers that Word counts, by the paragraph or by its style', async () => {
    const level = (format: string, text: string): string =>
      `<w:lvl w:ilvl="0"><w:start w:val="7"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
    const numbering = (format: string, text: string) => ({
      name: 'word/numbering.xml',
      content: [
        '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">',
        `<w:abstractNum w:abstractNumId="4">${level(format, text)}</w:abstractNum><w:num w:numId="2"><w:abstractNumId w:val="4"/></w:num></w:numbering>`,
      ].join(''),
    })
    const list = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>'
    const numbersIn = async (body: readonly string[], drawing: DocxDrawing) => assemble(await read(drawDocx(body, drawing))).scenes.map(({ number }) => number)
    const direct = [p('INT. A - DAY', { raw: list }), p('Rain.'), p('INT. B - DAY', { raw: list }), p('INT. C - DAY'), p('12 INT. D - DAY', { raw: list })]
    expect(await numbersIn(direct, { others: [numbering('decimal', '%1.')] })).toEqual(['7', '8', null, '12'])
    expect(await numbersIn(direct, { others: [numbering('bullet', 'o')] })).toEqual([null, null, null, '12'])
    const styled = ['INT. A - DAY', 'INT. B - DAY'].map(text => p(text, { style: 'sh' }))
    const styles = [{ id: 'sh', name: 'Scene Heading', raw: list }]
    expect(await numbersIn(styled, { styles, others: [numbering('decimal', 'Scene %1')] })).toEqual(['7', '8'])
  })

  it('takes the headings of a table of contents for no scenes', async () => {
    const body = [p('INT. KITCHEN - DAY\t1', { style: 't1' }), p('EXT. LANE - NIGHT\t4', { style: 't1' }), ...drawn(kind => finalDraft[kind])]
    expect((await linesIn(body, { styles: [{ id: 't1', name: 'toc 1' }] })).filter(line => line.startsWith('heading'))).toHaveLength(2)
  })
})

describe('what is text in a Word document', () => {
  const one = async (inside: string): Promise<string[]> => linesIn([p('INT. KITCHEN - DAY'), blank, `<w:p>${inside}</w:p>`])
  it.each<readonly [string, string, string]>([
    ['inserted', `${runs('Rain')}<w:ins w:id="1">${runs(' and wind.')}</w:ins>`, 'Rain and wind.'],
    ['deleted', `${runs('Rain.')}<w:del w:id="1"><w:r><w:delText> Snow.</w:delText></w:r>${runs('Hail.')}</w:del>`, 'Rain.'],
    ['moved away', `<w:moveFrom>${runs('Snow.')}</w:moveFrom><w:moveTo>${runs('Rain.')}</w:moveTo>`, 'Rain.'],
    ['in a link, a tag and a field',
      `<w:hyperlink>${runs('Rain')}</w:hyperlink><w:sdt><w:sdtContent>${runs(' and')}</w:sdtContent></w:sdt>` +
        `<w:fldSimple w:instr=" DATE "><w:r><w:instrText>DATE</w:instrText></w:r>${runs(' wind.')}</w:fldSimple>`, 'Rain and wind.'],
    ['hidden', `${runs('Rain.')}${runs(' Secret.', '<w:vanish/>')}`, 'Rain.'],
    ['in capitals but for a part', `${runs('rain ', '<w:caps/>')}${runs('Wind.', '<w:caps w:val="0"/>')}`, 'RAIN Wind.'],
    ['with signs', runs('Rain & <wind> "é" 5 > 4'), 'Rain & <wind> "é" 5 > 4'],
    ['with a hyphen that does not break', `<w:r><w:t>T</w:t><w:noBreakHyphen/><w:t>shirt &#x928; &#8212;</w:t></w:r>`, 'T-shirt न —'],
    ['set anew by a reviser', `<w:pPr><w:pPrChange><w:pPr><w:ind w:left="3168"/><w:pStyle w:val="ch"/></w:pPr></w:pPrChange></w:pPr>${runs('Rain.')}`, 'Rain.'],
  ])('%s', async (_, inside, text) => {
    expect(await one(inside)).toEqual(['heading: INT. KITCHEN - DAY', `action: ${text}`])
  })

  it('in a text box stands once, and paragraphs whose end is deleted are one', async () => {
    const note = `<w:txbxContent>${p('A NOTE')}</w:txbxContent>`
    const choices = `<mc:Choice><w:drawing>${note}</w:drawing></mc:Choice><mc:Fallback><w:pict>${note}</w:pict></mc:Fallback>`
    const box = `<w:r><mc:AlternateContent>${choices}</mc:AlternateContent></w:r>`
    expect(await one(`${runs('Rain')}${box}${runs(' falls.')}`)).toEqual(['heading: INT. KITCHEN - DAY', 'action: A NOTE', 'action: Rain falls.'])
    expect(await linesIn([p('INT. KITCHEN - DAY'), `<w:p><w:pPr><w:rPr><w:del w:id="4"/></w:rPr></w:pPr>${runs('Rain ')}</w:p>`,
      p('falls.')])).toEqual(['heading: INT. KITCHEN - DAY', 'action: Rain falls.'])
  })

  it('leaves out headers, notes and comments, and marks that a page added', async () => {
    const others = ['header1', 'footnotes', 'comments'].map(name => ({ name: `word/${name}.xml`, content: documentOf(p('NOT OF THE SCRIPT')) }))
    const body = [p('INT. KITCHEN - DAY'), blank, p('MEERA'), p('Kya'), p('(MORE)'), blank, p("MEERA (CONT'D)"), p('hua?'), blank, p('(CONTINUED)')]
    expect(await linesIn(body, { others })).toEqual(['heading: INT. KITCHEN - DAY', 'cue: MEERA', 'dialogue: Kya', 'dialogue: hua?'])
  })

  it('is found under other names: of the main part, of the prefix, in UTF-16', async () => {
    const body = drawn(kind => ({ style: ids[kind] }))
    for (const drawing of [{ main: 'word/document2.xml' }, { prefix: 'ns0' }, { stored: true }]) expect(await linesIn(body, { styles: template,
      ...drawing })).toEqual(expected)
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(documentOf(p('INT. घर - DAY')), 'utf16le')])
    expect((await read(zipOf([{ name: 'word/document.xml', content: new Uint8Array(wide) }]))).elements.map(({ text }) => text)).toEqual(['INT. घर - DAY'])
  })
})

describe('a table in a Word script', () => {
  const cellLines = (...texts: readonly string[]): string => texts.map(text => p(text)).join('')
  it('of two cues side by side is two speeches at once', async () => {
    const body = [p('INT. KITCHEN - DAY'), blank, table([[cellLines('MEERA', '(loud)', 'Jao!'), cellLines('KABIR', 'Nahin!')]]), p('Silence.')]
    expect(await linesIn(body)).toEqual(['heading: INT. KITCHEN - DAY', 'cue left: MEERA', 'parenthetical left: (loud)', 'dialogue left: Jao!',
      'cue right: KABIR', 'dialogue right: Nahin!', 'action: Silence.'])
    expect(await linesIn([p('INT. KITCHEN - DAY'), table([[cellLines('MEERA'), cellLines('KABIR')], [cellLines('Jao!'),
      cellLines('Nahin!')]])])).toEqual(['heading: INT. KITCHEN - DAY', 'cue left: MEERA', 'dialogue left: Jao!', 'cue right: KABIR', 'dialogue right: Nahin!'])
  })

  it('of names and speeches is speeches', async () => {
    const rows = [['Character', 'Dialogue'], ['Meera', 'Kya hua?'], ['Kabir', 'Kuch nahin.'], ['', 'He sits.'], ['Meera',
      'Bolo.']].map(row => row.map(text => cellLines(text)))
    expect(await linesIn([p('INT. KITCHEN - DAY'), table(rows)])).toEqual(['heading: INT. KITCHEN - DAY', 'action: Character', 'action: Dialogue',
      'cue: Meera', 'dialogue: Kya hua?', 'cue: Kabir', 'dialogue: Kuch nahin.', 'action: He sits.', 'cue: Meera', 'dialogue: Bolo.'])
  })

  it('of pictures and sound is the script of an advertisement', async () => {
    const rows = [
      ['VIDEO', 'AUDIO'].map(text => cellLines(text)),
      [cellLines('EXT. ROOF - DAY', 'Kites over the city.'), cellLines('SFX: Wind.', 'MOTHER (V.O.): Every kite has a hand.')],
      [cellLines('CU of a hand.'), cellLines('MUSIC: UP', 'KABIR', '(shouts)', 'Dheel do!')],
    ]
    expect(await linesIn(table(rows))).toEqual([
      'action: VIDEO', 'action: AUDIO', 'heading: EXT. ROOF - DAY', 'action: Kites over the city.', 'action: SFX: Wind.', 'cue: MOTHER (V.O.)',
        'dialogue: Every kite has a hand.', 'action: CU of a hand.', 'action: MUSIC: UP', 'cue: KABIR', 'parenthetical: (shouts)', 'dialogue: Dheel do!',
    ])
  })

  it('of any other kind loses no text, nor does one within it', async () => {
    const inner = table([[cellLines('seven'), cellLines('eight')]])
    const words = (await linesIn([p('INT. KITCHEN - DAY'), table([[cellLines('one', 'two'), cellLines('three')], [cellLines('four'), cellLines('five'),
      `${cellLines('six')}${inner}`]]), p('nine')])).map(line => line.replace(/^.*: /u, ''))
    expect(words).toEqual(['INT. KITCHEN - DAY', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'])
  })
})

describe('any Word document', () => {
  it('loses no word, whatever its looks', async () => {
    const texts = fc.constantFrom(
      'word', 'WORD', 'WORD (V.O.)', '(word)', 'INT. WORD - DAY', 'word TO:', 'WORD TO:', 'Word: word', 'word\tword', 'WORD\n(word)\nword', '\t\tWORD',
      'word.\fword', 'SCENE 4 word', '(word', '\vword',
    )
    const setting = fc.record({
      left: fc.constantFrom(0, 36, 72, 115, 158, 324),
      align: fc.constantFrom('left', 'center', 'right'),
      style: fc.constantFrom('Normal', 'sh', 'ac', 'ch', 'pa', 'di', 'tr', 'x'),
    })
    const piece = fc.oneof(
      fc.tuple(texts, setting).map(([text, look]) => p(text, look)),
      fc.constant(blank),
      fc.array(fc.tuple(texts, texts), { minLength: 1, maxLength: 3 }).map(rows => table(rows.map(row => row.map(text => p(text))))))
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 25 }), async pieces => {
        let count = 0
        const body = pieces.join('').replaceAll(/(?<=>[^<]*)word/giu, found => `${found}${count++}x`)
        const { elements, pages } = await read(drawDocx([p('INT. START'), body], { styles: template }))
        const kept = elements.flatMap(({ text, heading }) => `${text} ${heading?.number ?? ''}`.toLowerCase().match(/word\d+x/gu) ?? [])
        expect(kept.toSorted()).toEqual(Array.from({ length: count }, (_, at) => `word${at}x`).toSorted())
        const places = elements.map(({ at }) => at)
        expect(places).toEqual(places.toSorted((a, b) => a - b))
        expect(places.every(place => place >= 1 && place < pages + 1)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})

describe('the pages of a Word script', () => {
  const filler = (count: number): string[] => Array.from({ length: count },
    () => p('Rain falls on the tin roof and on the lane and on the well, and it does not stop for a long time.', { after: 12 }))
  const pagesOf = async (body: readonly string[]) => {
    const draft = await read(drawDocx(body))
    const places = draft.elements.map(({ at }) => at)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(places.every(place => place >= 1 && place < draft.pages + 1)).toBe(true)
    return { pages: draft.pages, headings: draft.elements.filter(({ kind }) => kind === 'heading').map(({ at }) => Math.floor(at)) }
  }

  it('are those that Word laid out, where it left them', async () => {
    const body = [p('INT. A - DAY'), ...filler(10), p('\vINT. B - DAY'), ...filler(3), p('Half of it\v is over.'), p('INT. C - DAY'), p('\f'),
      p('\vINT. D - DAY'), p('Done.')]
    expect(await pagesOf(body)).toEqual({ pages: 4, headings: [1, 2, 3, 4] })
  })

  it('are estimated else, with the breaks of its writer', async () => {
    expect(await pagesOf([p('INT. A - DAY'), p('Short.\f'), p('INT. B - DAY'), p('Short.'), p('INT. C - DAY', { raw: '<w:pageBreakBefore/>' }),
      p('Short.')])).toEqual({ pages: 3, headings: [1, 2, 3] })
    const { pages } = await pagesOf([p('INT. A - DAY'), ...filler(60)])
    expect([3, 4]).toContain(pages)
  })

  it('begin with a title page, whose title is the title', async () => {
    const front = [...Array.from({ length: 12 }, () => blank), p('“THE WET SEASON”', { align: 'center' }), p('November 2025', { align: 'center' }), blank,
      p('written by', { align: 'center' }), p('R. Sen', { align: 'center' })]
    const body = [...front, p('FADE IN:'), ...drawn(kind => finalDraft[kind])]
    const draft = await read(drawDocx(body))
    expect([draft.title, draft.elements[0]?.text]).toEqual(['THE WET SEASON', 'FADE IN:'])
    expect((await read(drawDocx(drawn(kind => finalDraft[kind]), { title: 'Microsoft Word - Wet_Season.docx' }))).title).toBe('Wet Season')
    const motto = await read(drawDocx([p('A story full of lies.'), p('FADE IN:'), ...drawn(kind => finalDraft[kind])]))
    expect([motto.title, motto.elements[0]?.text]).toEqual([null, 'A story full of lies.'])
  })
})

describe.runIf(haveSharedFixtures('the figures of real Word scripts'))('a real Word script', () => {
  it.each(['styles', 'indent'])('Big Fish with %s says the same as in Fountain', async how => {
    const draft = await read(sharedFixture(`scripts/docx/derived-Big-Fish.${how}.docx`))
    const [word, fountain] = [assemble(draft), assemble(readFountain(sharedFixture('scripts/fountain/Big-Fish.fountain')))]
    const speakers = word.characters.filter(({ speeches }) => speeches > 0)
    expect([word.scenes.length, speakers.reduce((sum, { speeches }) => sum + speeches, 0), speakers.length]).toEqual([192, 768, 48])
    const tally = (characters: typeof speakers) => characters.map(({ name, speeches }) => `${name} ${speeches}`).toSorted()
    expect(tally(speakers)).toEqual(tally(fountain.characters.filter(({ speeches }) => speeches > 0)))
    expect(Math.abs(draft.pages - 122)).toBeLessThanOrEqual(4)
  })

  it.each<readonly [string, (kind: string) => string, (kind: string) => Setting, boolean]>([
    ['tabs', kind => '\t'.repeat({ cue: 5, parenthetical: 4, dialogue: 3, transition: 9 }[kind] ?? 0), () => ({}), true],
    ['centred cues and speeches', () => '', kind => ({ align: ['cue', 'dialogue', 'parenthetical'].includes(kind) ? 'center' : 'left' }), true],
    ['everything at the left', () => '', () => ({}), true],
    ['space before in place of empty paragraphs', () => '', kind => ({ before: ['dialogue', 'parenthetical'].includes(kind) ? 0 : 12 }), false],
  ])('drawn anew with %s has as many speeches of the same people', async (_, lead, look, blanks) => {
    const { elements, pages } = readFountain(sharedFixture('scripts/fountain/Big-Fish.fountain'))
    const body = elements.flatMap(({ kind, text }) => [...(blanks && !['dialogue', 'parenthetical'].includes(kind) ? [blank] : []), p(lead(kind) + text,
      look(kind))])
    const [word, fountain] = [assemble(await read(drawDocx(body))), assemble({ elements, pages })]
    expect(word.scenes.map(({ heading }) => heading)).toEqual(fountain.scenes.map(({ heading }) => heading))
    expect(word.characters.map(({ name, speeches, words }) => [name, speeches,
      words])).toEqual(fountain.characters.filter(({ speeches }) => speeches).map(({ name, speeches, words }) => [name, speeches, words]))
  })

  it('without styles, indents or gaps is read', async () => {
    const draft = await read(sharedFixture('scripts/docx/ideasxiang-Screenplay.docx'))
    const { scenes, characters } = assemble(draft)
    expect(scenes.map(({ heading }) => heading)).toEqual(['EXT. SUBURB ROADSIDE - DAY', 'INT. JASPER’S HOUSE - DAY (MONTHS AGO)'])
    expect(characters.map(({ name, speeches }) => [name, speeches])).toEqual([['JASPER', 9], ['ABIGAIL', 6], ['CHILD', 1]])
    expect(draft.elements.find(({ text }) => text.startsWith('MOTHER smiles'))?.kind).toBe('action')
  })

  it('that is prose has no cues and no scenes', async () => {
    const { elements } = await read(sharedFixture('scripts/docx/ideasxiang-Story.docx'))
    expect(elements.filter(({ kind }) => kind === 'cue' || kind === 'heading')).toEqual([])
    expect(elements.length).toBeGreaterThan(80)
  })
})
