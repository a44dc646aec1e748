import { createRouterClient } from '@orpc/server'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ReadChoices } from '../../src-preload/contract/scripts.ts'
import { rangesOf } from '../../src-main/scripts/legacyFontLetters.ts'
import { looksLikeKrutiDev } from '../../src-main/scripts/legacyFontText.ts'
import { readScript, type ReadScript } from '../../src-main/scripts/readScript.ts'
import { temporaryFolder } from '../support/temporaryFolder.ts'
import { testOffice } from '../support/testOffice.ts'
import { at, drawPdf } from './drawnPdf.ts'
import { blank, drawDocx, paragraph, runs } from './drawnDocx.ts'
import type { DrawnStyle } from './drawnDocx.ts'
import { krutiRows } from './krutiScript.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (bytes: Uint8Array, fileName: string, letters: ReadChoices['letters'] = null): Promise<ReadScript> => readScript(bytes, fileName, { choices: { lines: [], letters } })
const lines = ({ elements }: ReadScript): string[] => elements.map(({ kind, text }) => `${kind}: ${text}`)
const names = ({ reading }: ReadScript): string[] => reading.characters.map(({ name }) => name)
const doubts = ({ reading }: ReadScript): string[] => reading.warnings.map(({ code, page, message }) => `${code} ${page ?? '-'}: ${message}`)

/** The scene of {@link krutiRows} as it reads in Unicode. */
const inUnicode = [
  'heading: INT. KITCHEN - DAY',
  'action: रामसिंह खाली बर्तन में पानी भरता है। मीरा दरवाजे पर खड़ी है।',
  'cue: मीरा',
  'dialogue: तुम फिर से जा रहे हो? माँ को बिना कुछ बताए?',
  'cue: रामसिंह',
  'parenthetical: (धीरे से)',
  'dialogue: मैं वापस आऊँगा।',
  'transition: CUT TO:',
  'heading: EXT. LANE - NIGHT',
  "action: MEERA बारिश में भीगती है।",
  'cue: मीरा',
  'dialogue: वह नहीं आया।',
].map(line => line.normalize('NFC'))

describe('a PDF set in Kruti Dev', () => {
  it('is read by its layout alone until she chooses: nothing of it counts as English', async () => {
    const script = await read(await drawPdf([krutiRows, krutiRows], { legacy: 'ABCDEF+KrutiDev010,Bold' }), 'kitchen.pdf')
    expect(lines(script).slice(0, 8)).toEqual([
      'heading: INT. KITCHEN - DAY', 'action: jkeflag [kkyh crZu esa ikuh Hkjrk gSA ehjk njokts ij [kM+h gSA', 'cue: ehjk', 'dialogue: rqe fQj ls tk jgs gks\\ ek¡ dks fcuk dqN crk,\\',
      'cue: jkeflag', 'dialogue: ¼/khjs ls½ eSa okil vkÅ¡xkA', 'transition: CUT TO:', 'heading: EXT. LANE - NIGHT',
    ])
    expect(names(script)).toEqual(['‹ehjk›', '‹jkeflag›'])
    expect(doubts(script)).toEqual([1, 2].map(page => `LEGACY_FONT ${page}: Page ${page} is set in Kruti Dev 010: its Hindi is not readable as text until it is converted.`))
    expect(script.reading.confidence).toBeLessThan(0.5)
    expect(await read(await drawPdf([krutiRows, krutiRows], { legacy: 'KrutiDev010' }), 'kitchen.pdf', 'leave')).toEqual(script)
  })

  it('is Unicode before its layout is read where she converts it, run by run', async () => {
    const script = await read(await drawPdf([krutiRows, krutiRows], { legacy: 'KrutiDev010' }), 'kitchen.pdf', 'convert')
    expect(lines(script).slice(0, 12)).toEqual(inUnicode)
    expect(names(script)).toEqual(['मीरा', 'रामसिंह'])
    expect(doubts(script)).toEqual(['LEGACY_FONT_CONVERTED 1: Converted from Kruti Dev 010 on pages 1-2.'])
    expect(script.reading.confidence).toBeGreaterThan(0.9)
  })

  it('is flagged and not touched in a font whose table is not published', async () => {
    const left = await read(await drawPdf([krutiRows], { legacy: 'AkrutiDevPriya' }), 'kitchen.pdf')
    expect(doubts(left)).toEqual(['LEGACY_FONT_WITHOUT_TABLE 1: Page 1 is set in AkrutiDevPriya, an old Hindi font that CastMatch cannot convert: its text is not readable. Ask for the script in Unicode.'])
    expect(await read(await drawPdf([krutiRows], { legacy: 'AkrutiDevPriya' }), 'kitchen.pdf', 'convert')).toEqual(left)
  })

  it('is nothing but text in a font of Unicode or in Latin letters', async () => {
    const script = await read(await drawPdf([krutiRows], { legacy: 'Mangal' }), 'kitchen.pdf')
    expect(script.reading.warnings.filter(({ code }) => code.startsWith('LEGACY'))).toEqual([])
  })

  it('comes in although its headings are hidden in the font, and no other text in the font does', async () => {
    const old = (x: number, text: string) => [[x, text, 'legacy']] as const
    const scenes = [1, 2, 3, 4].flatMap(number => [old(108, `vanj- ?kj & fnu ${number}`), at.blank, old(108, 'og nsj rd f[kM+dh ij [kM+k jgrk gSA'), at.blank])
    const bytes = await drawPdf([scenes], { legacy: 'KrutiDev010' })
    expect((await read(bytes, 'ghar.pdf')).reading.scenes).toEqual([])
    expect((await read(bytes, 'ghar.pdf', 'convert')).reading.scenes.map(({ setting, heading }) => `${setting}: ${heading}`)).toContain('INT: अंदर. घर - दिन 1')
    const letter = await drawPdf([[old(108, 'og nsj rd f[kM+dh ij [kM+k jgrk gSA')]], { legacy: 'KrutiDev010' })
    await expect(read(letter, 'letter.pdf')).rejects.toMatchObject({ code: 'NOT_A_SCREENPLAY' })
  })
})

describe('a Word script in Kruti Dev', () => {
  const font = (name: string) => `<w:rFonts w:ascii="${name}" w:hAnsi="${name}"/>`
  const kruti = font('Kruti Dev 010')
  const rich = (setting: string, ...parts: readonly string[]) => `<w:p><w:pPr>${setting}</w:pPr>${parts.join('')}</w:p>`
  const [inset, cue] = ['<w:ind w:left="1440" w:right="1440"/>', '<w:ind w:left="3160"/>']
  const body = [
    paragraph('INT. KITCHEN - DAY'), blank,
    // Word cuts runs anywhere, here between a short i and its letter.
    rich('', runs('MEERA '), runs('ckfj\'k esa Hkhxrh gSA f', kruti), runs('dlh us vkokt nhA', kruti)), blank,
    rich(cue, runs('ehjk', kruti)), rich(inset, runs('og ugha vk;kA', kruti)), blank,
    rich(cue, runs('KABIR')), rich(inset, runs('Who? '), runs('jke', kruti)),
  ]
  const says = ["action: MEERA बारिश में भीगती है। किसी ने आवाज दी।", 'cue: मीरा', 'dialogue: वह नहीं आया।', 'cue: KABIR', 'dialogue: Who? राम'].map(line => line.normalize('NFC'))

  it('is told by the fonts of its runs', async () => {
    const script = await read(drawDocx(body), 'kitchen.docx', 'convert')
    expect(lines(script).slice(1)).toEqual(says)
    expect(names(script)).toEqual(['मीरा', 'KABIR'])
    expect(names(await read(drawDocx(body), 'kitchen.docx'))).toEqual(['‹ehjk›', 'KABIR'])
  })

  it('is told by the font of a style, of what it is based on, and of the theme', async () => {
    const words = [paragraph('INT. KITCHEN - DAY', { style: 'Roman' }), blank, paragraph('og ugha vk;kA'), blank, paragraph('ehjk', { left: 158, style: 'Name' }), paragraph('jke dgk¡ gS\\', { left: 72 })]
    const styles = (normal: string): DrawnStyle[] => [{ id: 'Normal', letters: normal }, { id: 'Roman', base: 'Normal', letters: font('Courier New') }, { id: 'Name', base: 'Normal' }]
    const theme = '<a:theme xmlns:a="x"><a:themeElements><a:fontScheme><a:majorFont><a:latin typeface="Calibri"/></a:majorFont><a:minorFont><a:latin typeface="DevLys 010"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>'
    for (const [normal, called] of [[kruti, 'Kruti Dev 010'], ['<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>', 'DevLys 010']] as const) {
      const bytes = drawDocx(words, { styles: styles(normal), others: [{ name: 'word/theme/theme1.xml', content: theme }] })
      const script = await read(bytes, 'kitchen.docx', 'convert')
      expect(lines(script)).toEqual(['heading: INT. KITCHEN - DAY', 'action: वह नहीं आया।', 'cue: मीरा', 'dialogue: राम कहाँ है?'])
      expect(doubts(script)).toEqual([`LEGACY_FONT_CONVERTED 1: Converted from ${called} on page 1.`])
    }
  })
})

describe('a Final Draft script in Kruti Dev', () => {
  const text = (words: string, font = '') => `<Text${font && ` Font="${font}"`}>${words.replaceAll('&', '&amp;')}</Text>`
  const part = (type: string, ...texts: readonly string[]) => `<Paragraph Type="${type}">${texts.join('')}</Paragraph>`
  const fdx = (...parts: readonly string[]) => utf8(
    `<?xml version="1.0"?><FinalDraft DocumentType="Script"><Content>${parts.join('')}</Content><ElementSettings Type="Dialogue"><FontSpec Font="Kruti Dev 010"/></ElementSettings></FinalDraft>`,
  )
  const script = fdx(part('Scene Heading', text('INT. KITCHEN - DAY')), part('Action', text('MEERA '), text('Hkhxrh gSA', 'Kruti Dev 010')), part('Character', text('ehjk', 'Kruti Dev 010')), part('Dialogue', text('og ugha vk;kA')))

  it('is told by the font of each text, else of its kind of paragraph', async () => {
    const converted = await read(script, 'kitchen.fdx', 'convert')
    expect(lines(converted)).toEqual(['heading: INT. KITCHEN - DAY', 'action: MEERA भीगती है।', 'cue: मीरा', 'dialogue: वह नहीं आया।'])
    const left = await read(script, 'kitchen.fdx')
    expect(names(left)).toEqual(['‹ehjk›'])
    expect(doubts(left)).toEqual(['LEGACY_FONT 1: Page 1 is set in Kruti Dev 010: its Hindi is not readable as text until it is converted.'])
  })
})

describe('plain text that was typed for Kruti Dev', () => {
  const speeches = [
    ['ehjk', 'rqe fQj ls tk jgs gks vkSj ek¡ dks crk;k Hkh ughaA'], ['jkeflag', 'eSa okil vkÅ¡xk] ;g esjk oknk gSA'], ['ehjk', 'ij ?kj esa [kkus dks dqN Hkh ugha gSA'],
    ['jkeflag', 'rks D;k gqvk] HkkbZ ds ikl rks gSA'], ['ehjk', 'mlds ikl Hkh ugha gS] og rks jkr ls ckgj gSA'], ['jkeflag', 'D;k og dke ij x;k Fkk\\'],
  ] as const
  const indented = ['INT. KITCHEN - DAY', '', ...speeches.flatMap(([name, said]) => [`${' '.repeat(22)}${name}`, `${' '.repeat(10)}${said}`, '']), 'CUT TO:', '', 'EXT. LANE - NIGHT', '', 'jkr ds vaèksjs esa og tk jgk gSA ?kj ls dksbZ ugha ns[krkA', ''].join('\n')

  it('is a doubt, and reads as Hindi where she converts it', async () => {
    const left = await read(utf8(indented), 'kitchen.txt')
    expect(names(left)).toEqual(['‹ehjk›', '‹jkeflag›'])
    expect(doubts(left)[0]).toBe('LEGACY_LETTERS 1: Page 1 looks as if it was typed for Kruti Dev 010, an old Hindi font. Look at the preview before you convert it.')
    const converted = await read(utf8(indented), 'kitchen.txt', 'convert')
    expect(names(converted)).toEqual(['मीरा', 'रामसिंह'])
    expect(lines(converted).slice(0, 3)).toEqual(['heading: INT. KITCHEN - DAY', 'cue: मीरा', 'dialogue: तुम फिर से जा रहे हो और माँ को बताया भी नहीं।'])
  })

  it('is told from English, from Hindi in Roman letters and from Unicode, and not from a line or two', () => {
    expect(looksLikeKrutiDev(indented)).toBe(true)
    expect(looksLikeKrutiDev('INT. KITCHEN - DAY\n\nMEERA\nTum phir se ja rahe ho? Main bhi aa rahi hoon, aur kya?\n'.repeat(40))).toBe(false)
    expect(looksLikeKrutiDev('INT. KITCHEN - DAY\n\nMira stirs the pot. It boils over and us two, gH, dk, ds.\n\nMIRA\nIs it on? The ls -la of it.\n'.repeat(40))).toBe(false)
    expect(looksLikeKrutiDev('वह घर में है और नहीं आया।\n'.repeat(40))).toBe(false)
    expect(looksLikeKrutiDev('eSa okil vkÅ¡xk] ;g esjk oknk gSA')).toBe(false)
  })
})

describe('pages in words', () => {
  it('joins what follows on', () => {
    expect(rangesOf([1, 2, 3, 7, 9, 10])).toBe('1-3, 7, 9-10')
    expect(rangesOf([])).toBe('')
  })
})

describe('a script that is converted after she worked on its roles', () => {
  it('keeps her work: a role has its Hindi name, one that she named keeps hers', async () => {
    const { office } = await testOffice()
    const client = createRouterClient(office.router, { context: {} })
    const path = join(temporaryFolder(), 'kitchen.pdf')
    writeFileSync(path, await drawPdf([krutiRows, krutiRows], { legacy: 'KrutiDev010' }))
    const done = async <T>(events: AsyncIterable<{ readonly kind: string; readonly result?: T }>): Promise<T> => {
      for await (const event of events) if (event.kind === 'done' && event.result !== undefined) return event.result
      throw new Error('it ended without a result')
    }
    const { scriptId, productionId } = await done(await client.scripts.import({ ticket: office.tickets.forPath(path), productionId: null }))
    const [meera, ramsingh] = await client.roles.list({ productionId })
    if (!meera || !ramsingh) throw new Error('two roles speak')
    expect([meera.name, ramsingh.name]).toEqual(['‹ehjk›', '‹jkeflag›'])
    expect(await client.roles.suggestedMerges({ productionId })).toEqual([])
    await client.roles.update({ id: meera.id, change: { notes: 'Reads on Friday' } })
    await client.roles.update({ id: ramsingh.id, change: { name: 'Ram Singh' } })

    await done(await client.scripts.readAgain({ id: scriptId, choices: { lines: [], letters: 'convert' } }))
    expect((await client.roles.list({ productionId })).map(({ id, name }) => [id, name])).toEqual([[meera.id, 'मीरा'], [ramsingh.id, 'Ram Singh']])
    expect((await client.roles.get({ id: meera.id })).notes).toBe('Reads on Friday')

    await done(await client.scripts.readAgain({ id: scriptId, choices: { lines: [], letters: 'leave' } }))
    expect((await client.roles.list({ productionId })).map(({ id, name }) => [id, name])).toEqual([[meera.id, '‹ehjk›'], [ramsingh.id, 'Ram Singh']])
    expect((await client.scripts.choices({ productionId })).letters).toBe('leave')
  })
})
