import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import { assemble } from '../../src-main/scripts/assemble.ts'
import type { DraftScript } from '../../src-main/scripts/reader.ts'
import { txtReader } from '../../src-main/scripts/txt.ts'
import { processorTime } from '../support/processorTime.ts'
import { kitchen } from './drawnPdf.ts'
import { haveSharedFixtures, sharedFixture } from './sharedFixtures.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (text: string): Promise<DraftScript> => txtReader.read(bytesOf(text), { fileName: 'wet-season.txt' })
const linesOf = async (text: string): Promise<string[]> => (await read(text)).elements.map(({ kind, text: words }) => `${kind}: ${words}`)
const talliesOf = (draft: DraftScript): string[] =>
  assemble(draft).characters.filter(({ speeches }) => speeches > 0).map(({ name, speeches }) => `${name} ${speeches}`)

/** Indents in columns: action, dialogue, parenthetical, cue and transition. */
type Indents = readonly [action: number, dialogue: number, parenthetical: number, cue: number, transition: number]

const usual: Indents = [0, 10, 16, 22, 50]

const laidOut = ([action, dialogue, parenthetical, cue, transition]: Indents, indent = (columns: number): string => ' '.repeat(columns)): string =>
  [
    [action, 'INT. KITCHEN - DAY'], null,
    [action, 'MEERA, 34, stirs a pot that has long boiled dry. Her brother'], [action, 'KABIR leans on the door with a suitcase in his hand.'], null,
    [cue, 'MEERA'], [dialogue, 'Tum phir se ja rahe ho? Without'], [dialogue, 'one word to Ma?'], null,
    [cue, "KABIR (CONT'D)"], [parenthetical, '(to himself)'], [dialogue, 'Main wapas aaunga.'], null,
    [transition, 'CUT TO:'], null,
    [action, 'EXT. LANE BEHIND THE HOUSE - NIGHT'], null,
    [action, 'Rain. A dog barks at nobody.'], null,
    [cue, 'MEERA (V.O.)'], [dialogue, 'He did not come back.'],
  ]
    .map(row => (row ? indent(row[0] as number) + String(row[1]) : ''))
    .join('\n')

describe('a plain text laid out by columns', () => {
  it.each<readonly [string, Indents]>([
    ['as usual', usual],
    ['with a wide margin', [18, 29, 36, 43, 62]],
    ['with narrow indents', [2, 8, 11, 14, 40]],
  ])('is read by its own indents: %s', async (_, indents) => {
    expect(await linesOf(laidOut(indents))).toEqual(kitchen)
  })

  it('is read from tabs, from Windows line ends and with empty lines between all lines', async () => {
    expect(await linesOf(laidOut([0, 8, 16, 24, 48], columns => '\t'.repeat(columns / 8)))).toEqual(kitchen)
    expect(await linesOf(laidOut(usual).replaceAll('\n', '\r\n'))).toEqual(kitchen)
    const doubled = talliesOf(await read(`${laidOut(usual)}\n\n${laidOut(usual)}`.replaceAll('\n', '\n\n')))
    expect(doubled).toEqual(['MEERA 4', 'KABIR 2'])
  })

  it.each([
    ['UTF-16 with a mark', (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'))],
    ['windows-1252', (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))],
  ])('is the same in %s', async (name, encode) => {
    const draft = await txtReader.read(encode(laidOut(usual).replace('Rain', 'Café')), { fileName: 'a.txt' })
    expect(draft.elements.map(({ kind, text }) => `${kind}: ${text}`)).toEqual(kitchen.map(line => line.replace('Rain', 'Café')))
    expect(draft.warnings.map(({ code }) => code)).toEqual(name === 'windows-1252' ? ['ENCODING_GUESSED'] : [])
  })

  it('takes scene numbers from both margins', async () => {
    const numbered = laidOut([6, 16, 22, 28, 56]).replace('      INT. KITCHEN - DAY', '12    INT. KITCHEN - DAY                            12').replace('      EXT. LANE', '12A   EXT. LANE')
    const { scenes } = assemble(await read(numbered))
    expect(scenes.map(({ number, heading }) => [number, heading])).toEqual([['12', 'INT. KITCHEN - DAY'], ['12A', 'EXT. LANE BEHIND THE HOUSE - NIGHT']])
  })

  it('whose cues do not share one column to the letter is read all the same', async () => {
    const askew = laidOut(usual).replace(`${' '.repeat(22)}KABIR`, `${' '.repeat(25)}KABIR`)
    expect(await linesOf(`${laidOut(usual)}\n\n${askew}\n\n${laidOut(usual)}`)).toEqual([...kitchen, ...kitchen, ...kitchen])
  })

  it('without capitals is read by its places, with a warning', async () => {
    const small = `${Array.from({ length: 8 }, () => laidOut(usual)).join('\n\n')}`.toLowerCase().replace(/[^\w\s]/gu, '')
    const draft = await read(small)
    expect(draft.warnings.map(({ code }) => code)).toEqual(['TEXT_WITHOUT_CAPITALS'])
    expect(assemble(draft).scenes.map(({ heading, setting }) => `${heading} ${setting ?? ''}`).slice(0, 2)).toEqual(['int kitchen  day INT', 'ext lane behind the house  night EXT'].map(text => text.replace(/ {2,}/gu, ' ')))
    expect(talliesOf(draft).slice(0, 2)).toEqual(['MEERA 8', 'KABIR 8'])
    expect(draft.elements.slice(2, 7).map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      'cue: meera', 'dialogue: tum phir se ja rahe ho without one word to ma', 'cue: kabir contd', 'parenthetical: to himself', 'dialogue: main wapas aaunga',
    ])
  })
})

describe('the pages of a plain text', () => {
  const page = (day: string): string => `${laidOut(usual).replace('Rain', `Rain on ${day}`)}\n\n\n${' '.repeat(22)}MEERA\n${' '.repeat(10)}Phir se baarish on ${day}.`
  const days = ['Monday', 'Tuesday', 'Friday', 'Sunday']
  const wanted = days.flatMap((day, at) => [`${at + 1} Rain on ${day}. A dog barks at nobody.`, `${at + 1} Phir se baarish on ${day}.`])
  const facts = (draft: DraftScript): string[] => draft.elements.filter(({ text }) => / on \w+day/u.test(text)).map(({ at, text }) => `${Math.floor(at)} ${text}`)
  const isClean = (draft: DraftScript): boolean => draft.elements.every(({ text }) => !/^\W*\d+\W*$|THE WET SEASON|CONTINUED/u.test(text))

  it('are told by form feeds, their numbers and running heads left out', async () => {
    const text = days.map((day, at) => `THE WET SEASON - Blue Rev.${' '.repeat(30)}${at + 1}.\n\n${page(day)}\n\n(CONTINUED)\n\n${' '.repeat(30)}${at + 1}\n`).join('\f')
    const draft = await read(`${text}\f`)
    expect([draft.pages, facts(draft), isClean(draft)]).toEqual([4, wanted, true])
  })

  it('are told by numbers that run in order, alone or behind a running head, where there are no form feeds', async () => {
    const atHead = days.map((day, at) => (at > 0 ? `\n\n${' '.repeat(50)}${at + 1}.\n\n${page(day)}` : page(day))).join('')
    const atFoot = days.map((day, at) => `${page(day)}\n\n${' '.repeat(30)}- ${at + 1} -\n\n\n`).join('')
    const withHead = days.map((day, at) => `\n\nTHE WET SEASON - Blue Rev.${' '.repeat(24)}${at + 1}.\n\n${page(day)}`).join('')
    for (const text of [atHead, atFoot, withHead]) {
      const draft = await read(text)
      expect([draft.pages, facts(draft), isClean(draft)]).toEqual([4, wanted, true])
    }
  })

  it('are estimated where nothing tells them', async () => {
    const draft = await read(Array.from({ length: 20 }, (_, at) => page(`Day ${at}`)).join('\n\n'))
    expect(draft.pages).toBeGreaterThanOrEqual(8)
    expect(draft.pages).toBeLessThanOrEqual(12)
  })

  it('may each begin at another column', async () => {
    const shifted = days.map((day, at) => page(day).replace(/^(?=.)/gmu, ' '.repeat([0, 5, 2, 7][at] ?? 0))).join('\f')
    expect(talliesOf(await read(shifted))).toEqual(['MEERA 12', 'KABIR 4'])
  })

  it('do not cut a speech in two, nor the scene that is continued', async () => {
    const cut = `${page('Monday')}\n${' '.repeat(22)}(MORE)\n\f${' '.repeat(22)}MEERA (CONT'D)\n${' '.repeat(10)}And again.\n\nEXT. LANE BEHIND THE HOUSE - NIGHT (CONTINUED)\n\n${page('Tuesday')}`
    const draft = await read(cut)
    expect(talliesOf(draft)).toEqual(['MEERA 6', 'KABIR 2'])
    expect(draft.elements.filter(({ text }) => text.endsWith('And again.')).map(({ text }) => text)).toEqual(['Phir se baarish on Monday. And again.'])
  })

  it('keep a title page out of the script', async () => {
    const draft = await read(`\n\n\n\n        THE WET SEASON\n\n          Written by\n\n           R. Sen\n\f${page('Monday')}\f${page('Friday')}`)
    expect([draft.title, draft.pages, draft.elements[0]?.text, draft.elements[0] && Math.floor(draft.elements[0].at)]).toEqual(['THE WET SEASON', 3, 'INT. KITCHEN - DAY', 2])
  })
})

const flat = (text: string): string => text.replace(/^ +/gmu, '')

/** A script of three scenes without indents; speeches are 35 letters wide and action 60. */
const bare = Array.from({ length: 3 }, (_, at) =>
  flat(`${laidOut(usual)}

${' '.repeat(22)}POSTMAN ${at + 1}
${' '.repeat(10)}Letter hai aapke liye, bhai sahab,
${' '.repeat(10)}yahan sign kar dijiye.

He waits at the gate until the rain has soaked the letter in
his hand.`),
).join('\n\n')

describe('a title in a text without pages', () => {
  it('stands above a byline and is nobody who speaks', async () => {
    const draft = await read(`THE WET SEASON\nby R. Sen\n\nFADE IN:\n\n${bare}`)
    expect([draft.title, ...draft.elements.slice(0, 3).map(({ kind, text }) => `${kind}: ${text}`)]).toEqual(['THE WET SEASON', 'centered: THE WET SEASON', 'centered: by R. Sen', 'transition: FADE IN:'])
  })
})

describe('a plain text without indents', () => {
  const wanted = ['MEERA 6', 'KABIR 3', 'POSTMAN 1 1', 'POSTMAN 2 1', 'POSTMAN 3 1']

  it('is read by its empty lines', async () => {
    expect((await linesOf(bare)).slice(0, kitchen.length)).toEqual(kitchen)
    expect(talliesOf(await read(bare))).toEqual(wanted)
  })

  it('is read without empty lines by the width of its speeches', async () => {
    const draft = await read(bare.replace(/\n\n+/gu, '\n'))
    expect(talliesOf(draft)).toEqual(wanted)
    expect(draft.elements.map(({ kind, text }) => `${kind}: ${text}`).slice(0, kitchen.length)).toEqual(kitchen)
    expect(draft.warnings.map(({ code }) => code)).toEqual(['TEXT_WITHOUT_INDENTS'])
    expect(draft.elements.at(-1)).toMatchObject({ kind: 'action', text: 'He waits at the gate until the rain has soaked the letter in his hand.' })
  })

  it('is read with an empty line between a cue and its speech', async () => {
    expect(talliesOf(await read(bare.replace(/^((?:MEERA|KABIR|POSTMAN)(?: \(.*|| \d))$/gmu, '$1\n')))).toEqual(wanted)
  })

  it('gives a line that was put before its cue to that cue', async () => {
    const turned = bare.replace(/\n\n+/gu, '\n').replaceAll('MEERA (V.O.)\nHe did not come back.', 'Nahin.\n\nMEERA (V.O.)\n')
    const draft = await read(turned)
    expect(talliesOf(draft)).toEqual(wanted)
    expect(draft.elements.filter(({ kind, text }, at) => kind === 'dialogue' && text === 'Nahin.' && draft.elements[at - 1]?.text === 'MEERA (V.O.)')).toHaveLength(3)
  })

  it('takes scene numbers from a line of their own', async () => {
    const { scenes } = assemble(await read(bare.replace(/\n\n+/gu, '\n').replaceAll(/^(?=INT|EXT)/gmu, '7 A\n\n')))
    expect(scenes.map(({ number }) => number)).toEqual(Array.from({ length: 6 }, () => '7A'))
  })

  it('is read as Fountain where it has the marks of it', async () => {
    const draft = await read('Title: The Wet Season\nAuthor: R. Sen\n\n.KITCHEN - DAY\n\n@McMeera\nKya *hua*? [[check]]\n\n/* gone */\n')
    expect(draft.title).toBe('The Wet Season')
    expect(draft.elements.map(({ kind, text }) => `${kind}: ${text}`)).toEqual(['heading: KITCHEN - DAY', 'cue: McMeera', 'dialogue: Kya hua?', 'note: check'])
  })
})

describe('a stage text', () => {
  it.each(['SCENE 90, 91 & 92 DELETED', 'SCENE 41-42 OMITTED'])('has no scene where one was taken out: %s', async row => {
    const { elements } = await read(`SCENE 1 - A GARDEN\n\nMEERA: Aao.\nKABIR: Haan.\n\n${row}\n\nSCENE 2 - A ROAD\n\nMEERA: Chalo.\nKABIR: Ruko.\n`)
    expect(elements.filter(({ kind }) => kind === 'heading').map(({ text }) => text)).toEqual(['A GARDEN', 'A ROAD'])
  })

  const scene = (mark: string): string =>
    ['दृश्य १ — घर, रात', '[मीरा खिड़की पर खड़ी है]', '', `मीरा${mark} (धीरे से) "तुम फिर जा रहे हो?"`, '', `कबीर${mark} "मैं वापस आऊँगा।"`, '', `मीरा${mark} "कब?"`, '', '[कबीर चला जाता है]', '', 'दृश्य 2: गली', '', `कबीर${mark} "बारिश।"`, '', `डाकिया${mark} "चिट्ठी!"`].join('\n')

  it('in Hindi with a colon behind the names is read with its scenes', async () => {
    const draft = await read(scene(':'))
    expect(talliesOf(draft)).toEqual(['मीरा 2', 'कबीर 2', 'डाकिया 1'])
    expect(assemble(draft).scenes.map(({ number, heading }) => [number, heading])).toEqual([['1', 'घर, रात'], ['2', 'गली']])
    expect(draft.elements.slice(1, 5).map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      'action: [मीरा खिड़की पर खड़ी है]', 'cue: मीरा', 'parenthetical: (धीरे से)', 'dialogue: "तुम फिर जा रहे हो?"',
    ])
  })

  it('takes a dash behind the names where they come again', async () => {
    expect(talliesOf(await read(scene(' -').replace('डाकिया -', 'कबीर -')))).toEqual(['कबीर 3', 'मीरा 2'])
  })

  it('goes on in the lines below, and leaves labels alone', async () => {
    const text = 'SCENE 1 - A GARDEN\nTime: Night\n\nMEERA: Tum phir se ja rahe ho?\nWithout one word?\nKABIR (V.O.): Haan.\n\nRain falls.\n\nDr. SEN: Stop!\nMEERA: No.\nKABIR: Yes.\nINT. HOUSE - DAY\nMEERA: Here.'
    const draft = await read(text)
    expect(talliesOf(draft)).toEqual(['MEERA 3', 'KABIR 2', 'DR. SEN 1'])
    expect(draft.elements.map(({ kind, text: words }) => `${kind}: ${words}`)).toContain('dialogue: Tum phir se ja rahe ho? Without one word?')
    expect(draft.elements.map(({ kind, text: words }) => `${kind}: ${words}`)).toContain('action: Rain falls.')
    expect(assemble(draft).scenes.map(({ number, setting }) => [number, setting])).toEqual([['1', null], [null, 'INT']])
  })
})

describe('a text that is no screenplay', () => {
  const chapter = 'It was late when the letter came, and nobody in the house would open it\nbefore the lamps were lit and the doors were shut against the rain.'

  it('keeps its chapters from being cues', async () => {
    const book = ['ONE', 'THE LETTER', 'RAIN', 'THE SUITCASE', 'HOME'].map(title => `${title}\n${chapter}`).join('\n\n')
    await expect(read(book)).rejects.toMatchObject({ code: 'NOT_A_SCREENPLAY', data: { subject: 'wet-season.txt' } })
    const spaced = await read(book.replace(/^([A-Z ]+)$/gmu, '$1\n'))
    expect(spaced.elements.filter(({ kind }) => kind === 'cue' || kind === 'heading')).toEqual([])
  })

  it('has no scenes and no speeches where it is a letter', async () => {
    const { elements } = await read(`Date: 5 May\nSubject: the rain\n\nDear Sir: I write in haste.\n\n${chapter}\n\nNote: the roof leaks - again.`)
    expect(new Set(elements.map(({ kind }) => kind))).toEqual(new Set(['action']))
  })

  it('is refused over 400,000 lines', async () => {
    await expect(read('a b\n'.repeat(400_002))).rejects.toMatchObject({ code: 'NOT_A_SCREENPLAY', data: { detail: 'it has more than 400,000 lines' } })
  })

  it('stops where the user stops it', async () => {
    await expect(txtReader.read(bytesOf(bare), { fileName: 'a.txt', signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'CANCELLED' })
  })
})

const piece = fc.constantFrom('INT. ', 'EXT/INT ', 'SCENE 2', 'दृश्य 1', '(', ')', '[', ']', ':', ' - ', ' TO:', '    ', '\t', '\f', 'MEERA', 'KABIR (V.O.)', 'मीरा', 'Kya?', '12', '12.', '---', '(MORE)', '@', '#', "(CONT'D)", '          ')
const row = fc.oneof({ weight: 3, arbitrary: fc.array(fc.oneof(piece, fc.string({ maxLength: 8 })), { maxLength: 6 }).map(parts => parts.join('')) }, { weight: 2, arbitrary: fc.constantFrom('', '\f', '          MEERA', 'MEERA', '     Kya hua?') })

/** What stands for a reading that was refused by code; any other failure goes on. */
const refused = (error: unknown): DraftScript => {
  if (error instanceof CastMatchError && error.code === 'NOT_A_SCREENPLAY') return { title: null, elements: [], pages: 1, warnings: [] }
  throw error
}

describe('any text whatever', () => {
  it('is read on pages that only go forward, or refused by code', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.array(row, { maxLength: 80 }).map(rows => bytesOf(rows.join('\n'))), fc.string({ maxLength: 400, unit: 'binary' }).map(bytesOf), fc.uint8Array({ maxLength: 400 })), async bytes => {
        const { elements, pages } = await txtReader.read(bytes, { fileName: 'any.txt' }).catch(refused)
        const places = elements.map(({ at }) => at)
        expect(places).toEqual(places.toSorted((a, b) => a - b))
        expect(places.every(place => place >= 1 && place < pages + 1)).toBe(true)
        expect(assemble({ elements, pages }).scenes.every(scene => elements[scene.element]?.kind === 'heading' && scene.eighths >= 1)).toBe(true)
      }),
      { numRuns: 400 },
    )
  })

  it('loses no word', async () => {
    const shapes = ['word', 'WORD', '(word)', 'INT. WORD', 'WORD TO:', 'word:', 'WORD: word', 'WORD - word', '[word]', 'word.', 'WORD    word', 'Word!', 'SCENE 3 - word', '      WORD', '          word']
    const lines = fc.array(fc.tuple(fc.constantFrom('', '', '          ', '                      ', '\t'), fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...shapes) }, { weight: 1, arbitrary: fc.constantFrom('', '\f') })), { maxLength: 60 })
    await fc.assert(
      fc.asyncProperty(lines, async rows => {
        let count = 0
        const text = rows.map(([indent, words]) => indent + words.replaceAll(/word/giu, found => `${found}x${[...String(count++)].map(digit => 'abcdefghij'.charAt(Number(digit))).join('')}z`)).join('\n')
        const draft = await read(`INT. START\n\n${text}`)
        const kept = new Set(draft.elements.flatMap(element => `${element.text} ${element.heading?.heading ?? ''}`.toLowerCase().match(/wordx[a-j]+z/gu) ?? []))
        expect(kept.size).toBe(count)
      }),
      { numRuns: 500 },
    )
  })
})

describe('a long plain text', () => {
  const timeOf = (text: string, rounds?: number): Promise<number> => processorTime(() => read(text).catch(refused), rounds)

  it('is read in time that grows with its length and no faster', async () => {
    const tooSlow: string[] = []
    for (const part of [' ', '(', '\f', 'a\f', 'A\n', 'A\n\n', 'MEERA\nhi\n', 'A: b\n', '  a', '   a', '\t', '12\n\n', '(\n', 'a-\n', 'INT. A\n', '                A   B\n     a     b\n']) {
      const small = `INT. A\n\n${part.repeat(4_000 / part.length)}x`
      const large = `INT. A\n\n${part.repeat(32_000 / part.length)}x`
      // A square law would take 64 times as long; 8 times the text is allowed 32 times, and noise of a busy machine 100 ms.
      if ((await timeOf(large, 2)) > 32 * (await timeOf(small, 2)) + 100) tooSlow.push(part)
    }
    expect(tooSlow).toEqual([])
  })

  it('of one line of a million letters, or of 400 spaces in a line, is no trap', async () => {
    expect(await timeOf(`INT. A\n\n${'a'.repeat(1_000_000)}`, 1)).toBeLessThan(1000)
    expect(await timeOf(`INT. A\n\n${'aa '.repeat(333_000)}`, 1)).toBeLessThan(1000)
    const wide = ' '.repeat(400)
    expect(await timeOf(`INT. HOUSE\n\nHe${wide}waits.\n\n${wide}MEERA${wide}\n${wide}Hm${wide}.`, 1)).toBeLessThan(200)
  })
})

describe.runIf(haveSharedFixtures('plain text of real scripts'))('a real plain text', () => {
  type Truth = { readonly pdf: Readonly<Record<string, { readonly scene_headings: number; readonly speeches: number; readonly names: Readonly<Record<string, number>> }>> }
  const truthOf = (pdf: string) => (JSON.parse(new TextDecoder().decode(sharedFixture('truth/truth.json'))) as Truth).pdf[pdf]
  const of = async (name: string): Promise<DraftScript> => txtReader.read(sharedFixture(`scripts/txt/${name}`), { fileName: name })

  it.each([
    ['derived-in-Masaan.layout.txt', 'in-Masaan', 106],
    ['derived-in-Masaan.utf16le-bom.txt', 'in-Masaan', 106],
    ['derived-in-Masaan.cp1252.txt', 'in-Masaan', 106],
    ['derived-in-Kaminey.layout.txt', 'in-Kaminey', 113],
  ])('%s is read within one in a hundred, its ten busiest names exactly', async (file, script, pages) => {
    const draft = await of(file)
    const { scenes, characters } = assemble(draft)
    const wanted = truthOf(script)
    const speeches = characters.reduce((sum, character) => sum + character.speeches, 0)
    expect(draft.pages).toBe(pages)
    expect(Math.abs(scenes.length - (wanted?.scene_headings ?? 0))).toBeLessThanOrEqual(0.0101 * scenes.length)
    expect(Math.abs(speeches - (wanted?.speeches ?? 0))).toBeLessThanOrEqual(0.01 * speeches)
    // The truth of Kaminey misses BHOPE's last cue on page 85, "Saale dialaag maarta hai", which stands in the text as in the PDF.
    const busiest = Object.entries(wanted?.names ?? {}).toSorted(([, a], [, b]) => b - a).slice(0, 10)
    expect(characters.slice(0, 10).map(({ name, speeches: own }) => [name, own])).toEqual(script === 'in-Kaminey' ? busiest.map(([name, own]) => [name, name === 'BHOPE' ? 90 : own]) : busiest)
  })

  it('that was copied without indents is read within one in fifty', async () => {
    const { scenes, characters } = assemble(await of('derived-in-Masaan.flow-noindent.txt'))
    expect(Math.abs(scenes.length - 201)).toBeLessThanOrEqual(4)
    expect(Math.abs(characters.reduce((sum, { speeches }) => sum + speeches, 0) - 677)).toBeLessThanOrEqual(13)
    expect(characters.slice(0, 4).map(({ name }) => name)).toEqual(['DEEPAK', 'PATHAK', 'DEVI', 'SHAALU'])
  })

  it('for the Hindi stage has the speeches that one counts in it', async () => {
    const draft = await of('hi-ramanujan-natak.devanagari.txt')
    expect(talliesOf(draft)).toEqual(['रामानुजन 5', 'TEACHER 3', 'माँ 3', 'मित्र 1'])
    expect(assemble(draft).scenes.map(({ number }) => number)).toEqual(['1', '2'])
  })

  it('without capitals and marks is read by its places, and says so', async () => {
    const draft = await of('degraded-dark_star-lowercase-nopunct.txt')
    expect(draft.warnings.map(({ code }) => code)).toEqual(['TEXT_WITHOUT_CAPITALS'])
    expect(talliesOf(draft).slice(0, 4)).toEqual(['DOOLITTLE 126', 'PINBACK 72', 'TALBY 39', 'BOMB 20 38'])
  })
})
