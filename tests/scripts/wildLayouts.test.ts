import { describe, expect, it } from 'vitest'
import { parseHeading } from '../../src-main/scripts/headings.ts'
import { readScript } from '../../src-main/scripts/readScript.ts'
import { at, drawPdf } from './drawnPdf.ts'
import type { Row } from './drawnPdf.ts'
import { blank, drawDocx, paragraph } from './drawnDocx.ts'

type Kind = 'heading' | 'action' | 'cue' | 'parenthetical' | 'dialogue'
type Lines = readonly (readonly [Kind, string])[]

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const isBelow = (kind: Kind): boolean => kind === 'dialogue' || kind === 'parenthetical'
const types: Readonly<Record<Kind, string>> = { heading: 'Scene Heading', action: 'Action', cue: 'Character', parenthetical: 'Parenthetical', dialogue: 'Dialogue' }
const columns: Readonly<Record<Kind, number>> = { heading: 0, action: 0, cue: 22, parenthetical: 16, dialogue: 10 }

/** The same lines as each format writes them; Fountain takes a cue without capitals, or without a name, only with its mark. */
const formats: readonly (readonly [format: string, write: (lines: Lines) => Uint8Array])[] = [
  ['fdx', lines => utf8(`<?xml version="1.0" encoding="UTF-8"?><FinalDraft DocumentType="Script"><Content>${lines.map(([kind, text]) => `<Paragraph Type="${types[kind]}"><Text>${text}</Text></Paragraph>`).join('')}</Content></FinalDraft>`)],
  ['docx', lines => drawDocx(lines.flatMap(([kind, text]) => [...(isBelow(kind) ? [] : [blank]), paragraph(text, { left: 7.2 * columns[kind] })]))],
  ['txt', lines => utf8(lines.flatMap(([kind, text]) => [...(isBelow(kind) ? [] : ['']), ' '.repeat(columns[kind]) + text]).join('\n'))],
  ['fountain', lines => utf8(lines.flatMap(([kind, text]) => [...(isBelow(kind) ? [] : ['']), kind === 'cue' && !/^[A-Z]/u.test(text) ? `@${text}` : text]).join('\n'))],
]

const wild: Lines = [
  ['heading', '58b INT. KITCHEN - DAY'], ['action', 'MEERA, 34, stirs a pot that has long boiled dry and looks at the door.'], ['cue', 'MEERA:'], ['dialogue', 'Kya hua?'],
  ['heading', '(47) EXT. LANE - NIGHT *'], ['action', 'Rain.'], ['cue', "MEERA (CONT'D)"], ['dialogue', 'Nothing.'], ['action', '41-42 OMITTED'],
  ['heading', 'F/B INT. HOUSE - DAY'], ['cue', '(V.O.)'], ['dialogue', 'It was a long night.'], ['heading', 'E/I. CAR - DAY'], ['cue', 'KABIR'], ['parenthetical', '(softly)'], ['dialogue', 'Home.'],
  ['heading', '61 A IN. CAR - DAY'], ['cue', 'KABIR'], ['dialogue', 'Yes.'],
]

describe('a wild layout', () => {
  it.each(formats)('is read in %s', async (format, write) => {
    const { reading, elements } = await readScript(write(wild), `wild.${format}`)
    expect(reading.scenes.map(({ number, setting, place }) => `${number} ${setting} ${place}`)).toEqual(['58b INT KITCHEN', '47 EXT LANE', 'null INT HOUSE', 'null INT/EXT CAR', '61A INT CAR'])
    expect(elements.filter(({ kind }) => kind === 'dialogue').map(({ character, text }) => `${character}: ${text}`)).toEqual([
      'MEERA: Kya hua?', 'MEERA: Nothing.', 'MEERA: It was a long night.', 'KABIR: Home.', 'KABIR: Yes.',
    ])
    expect(elements.find(({ text }) => text.includes('OMITTED'))).toMatchObject({ kind: 'action', text: '41-42 OMITTED', character: null })
    expect(reading.warnings.map(({ code, message }) => `${code} ${message}`)).toContain('CUE_WITHOUT_NAME The cue "(V.O.)" has no name; its speech was given to MEERA, who spoke last.')
  })

  it('is read in a PDF with numbers in both margins, (MORE), CONTINUED and a star in the margin', async () => {
    const first: Row[] = [
      at.numbered('39', 'INT. KITCHEN - DAY', 'left'), at.blank, at.action('MEERA, 34, stirs a pot that has long boiled dry, and looks at the'), at.action('door.'), at.blank, at.cue('MEERA'), at.speech('Phir se?'), at.blank,
      at.numbered('40A', '[FLASHBACK 1 BEGINS] INT. OLD HOUSE - NIGHT'), at.blank, at.action('A lamp. Nobody is there, and the rain comes in through the roof.'), at.blank, at.cue('(V.O.)'), at.speech('It was a long night.'), at.blank,
      [[60, '41-42'], [108, 'OMITTED'], [540, '41-42']], at.blank, at.numbered('43', 'MONTAGE - THE WEDDING'), at.blank, at.action('-- Flowers. A band that nobody has asked for plays on the road.'), at.blank,
      at.cue('KABIR:'), at.speech('I said that I would, and I'), [[252, '(MORE)']],
    ]
    const second: Row[] = [
      at.cue("KABIR (CONT'D)"), at.speech('always do.'), at.blank, [[108, '44 F/B INT. OLD HOUSE, THE ROOM IN WHICH NOBODY HAS EVER SLEPT']], [[108, '- NIGHT']], at.blank,
      [[108, 'She waits at the window for him to come back over the hills.'], [580, '*']], at.blank, [[108, 'CONTINUED:']],
    ]
    const { reading, elements } = await readScript(await drawPdf([first, second]), 'wild.pdf')
    expect(reading.scenes.map(({ number, place }) => `${number} ${place}`)).toEqual(['39 KITCHEN', '40A OLD HOUSE', '44 OLD HOUSE, THE ROOM IN WHICH NOBODY HAS EVER SLEPT'])
    expect(elements.map(({ kind, text }) => `${kind}: ${text}`)).toEqual(expect.arrayContaining([
      'cue: (V.O.)', 'shot: 41-42 OMITTED', 'shot: 43 MONTAGE - THE WEDDING', 'dialogue: I said that I would, and I always do.', 'action: She waits at the window for him to come back over the hills.',
    ]))
    expect(reading.confidenceReasons.filter(reason => reason.includes('missing'))).toEqual([])
  })
})

describe('a script of India in Unicode', () => {
  const scripts: Readonly<Record<string, readonly [action: string, name: string, says: string, other: string, answers: string]>> = {
    Hindi: ['मीरा खाना बनाती है और दरवाजे की ओर देखती रहती है, बारिश हो रही है।', 'मीरा', 'तुम कहाँ थे?', 'कबीर', 'यहीं था।'],
    Tamil: ['மீனா சமைக்கிறாள்.', 'மீனா', 'எங்கே இருந்தாய்?', 'கபீர்', 'இங்கேதான்.'],
    Telugu: ['మీనా వంట చేస్తోంది.', 'మీనా', 'ఎక్కడ ఉన్నావు?', 'కబీర్', 'ఇక్కడే.'],
    Bengali: ['মীনা রান্না করছে।', 'মীনা', 'কোথায় ছিলে?', 'কবীর', 'এখানেই।'],
    Gujarati: ['મીના રસોઈ કરે છે.', 'મીના', 'ક્યાં હતો?', 'કબીર', 'અહીં જ.'],
    Punjabi: ['ਮੀਨਾ ਖਾਣਾ ਬਣਾਉਂਦੀ ਹੈ।', 'ਮੀਨਾ', 'ਕਿੱਥੇ ਸੀ?', 'ਕਬੀਰ', 'ਇੱਥੇ।'],
    Kannada: ['ಮೀನಾ ಅಡುಗೆ ಮಾಡುತ್ತಾಳೆ.', 'ಮೀನಾ', 'ಎಲ್ಲಿದ್ದೆ?', 'ಕಬೀರ್', 'ಇಲ್ಲೇ.'],
    Malayalam: ['മീന പാചകം ചെയ്യുന്നു.', 'മീന', 'എവിടെ ആയിരുന്നു?', 'കബീർ', 'ഇവിടെ.'],
    Urdu: ['مینا کھانا بناتی ہے۔', 'مینا', 'کہاں تھے؟', 'کبیر', 'یہیں تھا۔'],
  }
  it.each(Object.keys(scripts).flatMap(language => formats.map(([format]) => [language, format] as const)))('%s with headings in English is read in %s', async (language, format) => {
    const [action = '', name = '', says = '', other = '', answers = ''] = scripts[language] ?? []
    const lines: Lines = [['heading', 'INT. HOUSE - DAY'], ['action', action], ['cue', name], ['dialogue', says], ['cue', other], ['dialogue', answers], ['heading', 'EXT. STREET - NIGHT'], ['cue', name], ['dialogue', answers]]
    const write = formats.find(([one]) => one === format)?.[1]
    const { elements } = await readScript(write?.(lines) ?? new Uint8Array(), `script.${format}`)
    expect(elements.map(({ kind, text }) => [kind, text])).toEqual(lines.map(([kind, text]) => [kind, text.normalize('NFC')]))
  })
})

describe('a slug in Hindi', () => {
  it.each([
    ['दृश्य 12 - अंदर - घर - दिन', '12 INT घर दिन'], ['दृश्य १२: घर / रात / बाहर', '12 EXT घर रात'], ['सीन 5 इंट. घर - दिन', '5 INT घर दिन'], ['एक्सट. गली - रात', 'null EXT गली रात'],
    ['अंदर/दिन/घर', 'null INT घर दिन'], ['अंदर/बाहर. गाड़ी - दिन', 'null INT/EXT गाड़ी दिन'], ['दृश्य 7', '7 null null null'], ['सीन नं. 3 - रामसिंह का घर', '3 null रामसिंह का घर null'],
  ])('%s', (text, says) => {
    const parts = parseHeading(text)
    expect(`${parts?.number} ${parts?.setting} ${parts?.place} ${parts?.time}`).toBe(says)
  })

  it.each(['बाहर बारिश हो रही है', 'अंदर रामसिंह बैठा है।', 'दृश्य 2 में वह आता है', 'सीन बदलता है', 'दृश्य 3 - वह रोता है।', 'इतना ही।', 'एक आदमी आता है'])('%s is none', text => {
    expect(parseHeading(text)).toBeNull()
  })

  it('keeps the point inside a number', () => {
    expect(parseHeading('5.1 INT. HOUSE - DAY')?.number).toBe('5.1')
  })
})
