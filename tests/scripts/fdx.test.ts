import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { isErrorCode } from '../../src-preload/contract/errors.ts'
import { assemble } from '../../src-main/scripts/assemble.ts'
import { fdxReader, readFdx } from '../../src-main/scripts/fdx.ts'
import { eighthsOf } from '../../src-main/scripts/fdxParagraphs.ts'
import { readFountain } from '../../src-main/scripts/fountain.ts'
import type { DraftScript } from '../../src-main/scripts/reader.ts'
import { processorTime } from '../support/processorTime.ts'
import { haveSharedFixtures, sharedFixture } from './sharedFixtures.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** A paragraph of a type, its text as it would stand in the file. */
const paragraph = (type: string, text: string, attributes = ''): string => `<Paragraph${type ? ` Type="${type}"` : ''}${attributes}><Text>${text}</Text></Paragraph>\n`

const heading = (text: string, attributes = '', properties = ''): string =>
  `<Paragraph Type="Scene Heading"${attributes}>${properties ? `<SceneProperties ${properties} Title=""/>` : ''}<Text>${text}</Text></Paragraph>\n`

const speech = (name: string, said: string): string => paragraph('Character', name) + paragraph('Dialogue', said)

const document = (content: string, rest = ''): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="no" ?>\n<FinalDraft DocumentType="Script" Template="No" Version="5">\n<Content>\n${content}</Content>\n${rest}</FinalDraft>\n`

const read = (content: string, rest = ''): DraftScript => readFdx(utf8(document(content, rest)), 'kettle.fdx')

const rows = ({ elements }: DraftScript): string[] => elements.map(({ kind, text, dual }) => `${kind}${dual ? ` ${dual}` : ''}: ${text}`)

const refusal = (bytes: Uint8Array): string => {
  try {
    readFdx(bytes, 'kettle.fdx')
    return 'read'
  } catch (error) {
    const code: unknown = typeof error === 'object' && error !== null && 'code' in error ? error.code : error
    return isErrorCode(code) ? code : `no code of ours: ${String(error)}`
  }
}

describe('a Final Draft paragraph', () => {
  it('is what its type says', () => {
    const draft = read(
      [
        heading('INT. KITCHEN - DAY'),
        paragraph('Action', 'The kettle sings.'),
        speech('MEERA', 'Chai?'),
        paragraph('Parenthetical', '(to the cat)'),
        paragraph('Dialogue', 'Not you.'),
        paragraph('Lyrics', 'Tea for two'),
        paragraph('Singing', 'And two for tea'),
        paragraph('Shot', 'CLOSE ON KETTLE'),
        paragraph('Transition', 'CUT TO:'),
        paragraph('General', 'A plain line.'),
        paragraph('Cast List', 'MEERA, ARJUN'),
        paragraph('New Act', 'ACT TWO'),
        paragraph('End of Act', 'END OF ACT ONE'),
        paragraph('Action', 'THE END', ' Alignment="Center"'),
        paragraph('Outline 1', 'The tea'),
        paragraph('Outline Body', 'Somebody makes it.'),
        paragraph('', 'No type at all.'),
      ].join(''),
    )
    expect(rows(draft)).toEqual([
      'heading: INT. KITCHEN - DAY', 'action: The kettle sings.', 'cue: MEERA', 'dialogue: Chai?', 'parenthetical: (to the cat)', 'dialogue: Not you.',
      'lyric: Tea for two', 'lyric: And two for tea', 'shot: CLOSE ON KETTLE', 'transition: CUT TO:', 'action: A plain line.', 'action: MEERA, ARJUN',
      'centered: ACT TWO', 'centered: END OF ACT ONE', 'centered: THE END', 'section: The tea', 'synopsis: Somebody makes it.', 'action: No type at all.',
    ])
  })

  it('joins its runs whatever their style and revision, and leaves out what is no text', () => {
    const draft = read(
      '<Paragraph Type="Character"><Text>MEERA (</Text><Text AdornmentStyle="-1" RevisionID="2" Style="AllCaps+Bold">CONT’D</Text><Text>)</Text></Paragraph>' +
        '<Paragraph Type="Dialogue"><DynamicLabel Type="Page #"/><Text>Tea is </Text><Text Style="Underline">not</Text><Text> ready.</Text></Paragraph>',
    )
    expect(rows(draft)).toEqual(['cue: MEERA (CONT’D)', 'dialogue: Tea is not ready.'])
    expect(assemble(draft).characters.map(({ name, speeches, words }) => [name, speeches, words])).toEqual([['MEERA', 1, 4]])
  })

  it('without runs gives its bare text', () => {
    expect(rows(read('<Paragraph Type="Action">The kettle sings.</Paragraph><Paragraph Type="Action"><![CDATA[Tea < coffee]]></Paragraph>'))).toEqual([
      'action: The kettle sings.', 'action: Tea < coffee',
    ])
  })

  it('keeps the indent and the lines of action and drops what is empty', () => {
    expect(rows(read(paragraph('Action', '\n    Dear Meera,  \n\n  the tea is cold.\n\n') + paragraph('Action', ' \n ') + '<Paragraph Type="Action"/>' + paragraph('Character', '')))).toEqual([
      'action:     Dear Meera,\n\n  the tea is cold.',
    ])
  })

  it('of dialogue goes on where the one before stopped, an empty one as an empty line', () => {
    const draft = read(speech('MEERA', 'Milk?') + paragraph('Dialogue', '') + paragraph('Dialogue', 'Sugar?') + paragraph('Dialogue', ' ') + speech('ARJUN', 'Both.'))
    expect(rows(draft)).toEqual(['cue: MEERA', 'dialogue: Milk?\n\nSugar?', 'cue: ARJUN', 'dialogue: Both.'])
  })

  it('of a type that its writer made goes by what it is paginated as', () => {
    const style = (type: string, as: string): string => `<ElementSettings Type="${type}"><FontSpec/><Behavior PaginateAs="${as}" ReturnKey="Action"/></ElementSettings>`
    const content = paragraph('Figur', 'MEERA') + paragraph('Spoken Verse', 'Chai.') + paragraph('Bild', 'INT. KÜCHE - TAG') + paragraph('Kapitel', 'EINS') + paragraph('Nowhere', 'Plain.')
    const styles = style('Figur', 'Character') + style('Spoken Verse', 'Dialogue') + style('Bild', 'Scene Heading') + style('Kapitel', 'Scene Heading')
    expect(rows(read(content, styles))).toEqual(['cue: MEERA', 'dialogue: Chai.', 'heading: INT. KÜCHE - TAG', 'action: EINS', 'action: Plain.'])
  })

  it('may stand in a wrapper of another program', () => {
    expect(rows(read(`<ActBreak>${paragraph('New Act', 'ACT TWO')}</ActBreak>${paragraph('Action', 'Go.')}`))).toEqual(['centered: ACT TWO', 'action: Go.'])
  })

  it('shows HTML that a writer typed as the letters it is', () => {
    expect(rows(read(speech('MEERA', '&lt;i&gt;Chai&lt;/i&gt; &amp;amp; milk&nbsp;&#8212; caf&#xE9; &unknown;')))).toEqual(['cue: MEERA', 'dialogue: <i>Chai</i> &amp; milk\u00a0— café &unknown;'])
  })

  it('resolves any number of entities', () => {
    expect(read(paragraph('Action', '&#8212;&amp;'.repeat(150_000))).elements[0]?.text).toBe('—&'.repeat(150_000))
  })
})

describe('a Final Draft heading', () => {
  it('has the number beside it rather than the one in its text', () => {
    const { scenes } = assemble(read(heading('INT. KITCHEN - DAY', ' Number="12A"') + heading('7 EXT. YARD - NIGHT') + heading('8 EXT. LANE', ' Number=" 9 "')))
    expect(scenes.map(({ number, heading: text, setting, place, time }) => [number, text, setting, place, time])).toEqual([
      ['12A', 'INT. KITCHEN - DAY', 'INT', 'KITCHEN', 'DAY'],
      ['7', 'EXT. YARD - NIGHT', 'EXT', 'YARD', 'NIGHT'],
      ['9', 'EXT. LANE', 'EXT', 'LANE', null],
    ])
  })

  it('needs no INT or EXT', () => {
    expect(assemble(read(heading('BACK IN THE KITCHEN - LATER'))).scenes).toMatchObject([{ heading: 'BACK IN THE KITCHEN - LATER', setting: null, place: 'BACK IN THE KITCHEN', time: 'LATER' }])
  })

  it('of an omitted scene stays, what was taken out does not come back', () => {
    const draft = read(`<Paragraph Type="Scene Heading" Number="4"><Text>OMITTED</Text><OmittedScene>${heading('INT. CUT')}${speech('GHOST', 'Boo.')}</OmittedScene></Paragraph>${heading('INT. KITCHEN')}`)
    expect(rows(draft)).toEqual(['heading: OMITTED', 'heading: INT. KITCHEN'])
    expect(rows(read(`<OmittedScene>${heading('INT. CUT')}</OmittedScene>${heading('INT. KITCHEN')}`))).toEqual(['heading: INT. KITCHEN'])
  })

  it('is followed by its summary and its notes', () => {
    const note = '<ScriptNote ID="1"><Paragraph><Text>Check the</Text></Paragraph><Paragraph><Text>kettle.</Text></Paragraph></ScriptNote>'
    const summary = '<SceneProperties><SceneArcBeats><CharacterArcBeat Name="MEERA"><Paragraph><Text>Grows.</Text></Paragraph></CharacterArcBeat></SceneArcBeats><Summary><Paragraph><Text>Tea is made.</Text></Paragraph></Summary></SceneProperties>'
    expect(rows(read(`<Paragraph Type="Scene Heading">${note}${summary}<Text>INT. KITCHEN</Text></Paragraph>`))).toEqual(['heading: INT. KITCHEN', 'synopsis: Tea is made.', 'note: Check the\nkettle.'])
  })
})

describe('two who speak at once', () => {
  const pair = speech('MEERA', 'Tea!') + paragraph('Character', 'ARJUN') + paragraph('Parenthetical', '(louder)') + paragraph('Dialogue', 'Coffee!')
  const sides = ['cue left: MEERA', 'dialogue left: Tea!', 'cue right: ARJUN', 'parenthetical right: (louder)', 'dialogue right: Coffee!']

  it('stand left and right, inside a paragraph or by themselves', () => {
    expect(rows(read(`<Paragraph><DualDialogue>${pair}</DualDialogue></Paragraph>`))).toEqual(sides)
    expect(rows(read(`<DualDialogue>${pair}</DualDialogue>${paragraph('Action', 'Silence.')}`))).toEqual([...sides, 'action: Silence.'])
  })

  it('are each given their speech', () => {
    const { characters } = assemble(read(`<Paragraph><DualDialogue>${pair}</DualDialogue></Paragraph>`))
    expect(characters.map(({ name, speeches }) => `${name} ${speeches}`)).toEqual(['MEERA 1', 'ARJUN 1'])
  })
})

describe('the pages of a Final Draft script', () => {
  const action = paragraph('Action', 'The kettle sings and nobody listens to it at all.'.repeat(20))
  const scene = (properties: string, times = 2): string => heading('INT. KITCHEN - DAY', '', properties) + action.repeat(times)

  it('are those of its headings where it states them, and scenes are as long as it says', () => {
    const draft = read(scene('Page="1" Length="1 3/8"') + scene('Page="2" Length="4/8"') + scene('Page="4" Length="1/8"'))
    const { scenes } = assemble(draft)
    expect(scenes.map(({ page, eighths }) => [page, eighths])).toEqual([[1, 11], [2, 4], [4, 1]])
    expect(scenes.every(({ element }) => draft.elements[element]?.kind === 'heading')).toBe(true)
    expect(draft.pages).toBe(4)
  })

  it('count a page with a letter as the one it follows', () => {
    expect(assemble(read(scene('Page="1" Length="1"') + scene('Page="2A" Length="1"') + scene('Page="3" Length="1"'))).scenes.map(({ page }) => page)).toEqual([1, 2, 3])
  })

  it.each([
    ['go back', 'Page="3"', 'Page="2"'],
    ['are far away', 'Page="400"', 'Page="900"'],
    ['are no numbers', 'Page="x"', 'Page=""'],
    ['are nothing', 'Page="0"', 'Page="-1"'],
  ])('are estimated where those stated %s', (_, first, second) => {
    expect(read(scene(first, 8) + scene(second, 8)).elements).toEqual(read(scene('', 8) + scene('', 8)).elements)
  })

  it('are estimated where every heading says 1', () => {
    const content = (properties: string): string => Array.from({ length: 60 }, () => scene(properties, 3)).join('')
    const stated = read(content('Page="1" Length="1/8"'))
    expect(stated.pages).toBe(read(content('')).pages)
    expect(stated.pages).toBeGreaterThan(40)
    expect(stated.elements.some(({ eighths }) => eighths)).toBe(false)
  })

  it('begin anew where a paragraph says so', () => {
    const draft = read(scene('') + paragraph('General', 'Reel two', ' StartsNewPage="Yes"'))
    expect(draft.elements.at(-1)?.at).toBe(2)
  })

  it.each([['1 3/8', 11], ['2/8', 2], ['1', 8], ['12 7/8', 103], ['', 0], ['9/8', 0], ['a page', 0], ['1/4', 0]])('of the length "%s" are %i eighths', (length, eighths) => {
    expect(eighthsOf(length)).toBe(eighths)
  })
})

describe('a Final Draft file', () => {
  const titlePage = (...paragraphs: readonly string[]): string => `<TitlePage><HeaderAndFooter><Header>${paragraph('', 'Top of page')}</Header></HeaderAndFooter><Content>${paragraphs.join('')}</Content></TitlePage>`
  const centred = (text: string): string => paragraph('', text, ' Alignment="Center"')

  it.each<readonly [string | null, readonly string[]]>([
    ['The Kettle', [paragraph('', 'Third draft'), centred(''), centred('“The Kettle”'), centred('Written by'), centred('A. Nair')]],
    ['THE KETTLE AND THE POT', [centred('THE KETTLE\nAND THE POT')]],
    ['The Kettle', [paragraph('', 'The Kettle')]],
    ['Draft Day', [centred('Draft Day')]],
    [null, [centred('Script Title'), centred('Written by')]],
    [null, [paragraph('', 'Third draft')]],
    [null, [centred('Written by'), centred('A. Nair')]],
    [null, []],
  ])('has the title %s', (title, paragraphs) => {
    expect(read(heading('INT. KITCHEN'), titlePage(...paragraphs)).title).toBe(title)
  })

  it('is read in UTF-8 and UTF-16, with and without a byte order mark, and in the letters it declares', async () => {
    const text = document(heading('INT. CAFÉ - DAY') + speech('ZOË', 'Chai.'))
    const utf16 = Uint8Array.from(Buffer.from(`\ufeff${text}`, 'utf16le'))
    const latin = Uint8Array.from(Buffer.from(text.replace('UTF-8', 'windows-1252'), 'latin1'))
    const undeclared = Uint8Array.from(Buffer.from(text, 'latin1'))
    for (const bytes of [utf8(text), utf8(`\ufeff${text}`), utf16, utf16.subarray(2), latin]) {
      const draft = await fdxReader.read(bytes, { fileName: 'kettle.fdx' })
      expect(rows(draft)).toEqual(['heading: INT. CAFÉ - DAY', 'cue: ZOË', 'dialogue: Chai.'])
      expect(draft.warnings).toEqual([])
      expect(fdxReader.looksLike(bytes)).toBe(true)
    }
    expect(readFdx(undeclared, 'kettle.fdx').warnings.map(({ code }) => code)).toEqual(['ENCODING_GUESSED'])
  })

  it('is told from other files by its first bytes', () => {
    for (const other of ['', 'INT. KITCHEN - DAY\n\n<FinalDraft', '<html><body>', '<?xml version="1.0"?><Draft/>', '%PDF-1.7']) expect(fdxReader.looksLike(utf8(other))).toBe(false)
    expect(fdxReader.looksLike(new Uint8Array([0, 255, 60, 1]))).toBe(false)
  })

  it('without paragraphs is an empty script of one page', () => {
    expect(read('')).toEqual({ title: null, elements: [], pages: 1, warnings: [], draftLines: [] })
    expect(readFdx(utf8('<FinalDraft/>'), 'kettle.fdx').elements).toEqual([])
  })
})

describe('a damaged or hostile Final Draft file', () => {
  const whole = document(heading('INT. KITCHEN - DAY', ' Number="1"', 'Page="1" Length="2/8"') + speech('MEERA (O.S.)', 'Chai &amp; toast?') + '<!-- note -->', '<TitlePage><Content/></TitlePage>')

  it('is refused wherever it is cut short', () => {
    const end = whole.lastIndexOf('>') + 1
    const outcomes = new Set<string>()
    for (let length = 0; length < end; length++) outcomes.add(refusal(utf8(whole.slice(0, length))))
    expect([...outcomes]).toEqual(['FILE_UNREADABLE'])
    expect(refusal(utf8(whole.slice(0, end)))).toBe('read')
  })

  it.each([
    ['another root', '<?xml version="1.0"?><Script><Content/></Script>'],
    ['a root in a comment', '<!-- <FinalDraft> --><Script/>'],
    ['tags that cross', '<FinalDraft><Content><Paragraph></Content></Paragraph></FinalDraft>'],
    ['a bare ampersand', document(paragraph('Action', 'Salt & pepper'))],
    ['no XML', 'INT. KITCHEN - DAY'],
    ['a document type', `<!DOCTYPE FinalDraft SYSTEM "file:///etc/passwd">${document('')}`],
    ['entities that multiply', `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;">]><FinalDraft><Content>${paragraph('Action', '&b;')}</Content></FinalDraft>`],
    ['an entity inside', document('<!ENTITY a "lol">')],
    ['100,000 elements in each other', document('<a>'.repeat(100_000) + '</a>'.repeat(100_000))],
    ['100,000 elements left open', document('<a>'.repeat(100_000))],
    ['a tag without an end', document(`<Paragraph Type="${'x'.repeat(200_000)}`)],
    ['a tag of 100,000 letters', document(`<Paragraph ${'a'.repeat(100_000)}/>`)],
    ['an instruction of 100,000 letters', document(`<?x ${'a'.repeat(100_000)}?>`)],
    ['four million tags', document('<a/>'.repeat(4_000_000))],
  ])('with %s is refused', (_, text) => {
    expect(refusal(utf8(text))).toBe('FILE_UNREADABLE')
  })

  it('with the names of prototypes is read past them', () => {
    const odd = ['constructor', '__proto__', 'prototype', 'toString', 'hasOwnProperty'].map(name => `<${name} polluted="yes"><polluted>yes</polluted></${name}><${name}/>`).join('')
    const content = odd + paragraph('constructor', 'One.') + paragraph('__proto__', 'Two.') + '<Paragraph __proto__="x" constructor="y" Type="Action"><Text>Three.</Text></Paragraph>'
    expect(rows(read(content, odd))).toEqual(['action: One.', 'action: Two.', 'action: Three.'])
    expect(Reflect.has({}, 'polluted')).toBe(false)
  })

  it('with a cue as long as a page keeps it as action', () => {
    expect(rows(read(speech('M'.repeat(5000), 'Chai.')))).toEqual([`action: ${'M'.repeat(5000)}`, 'dialogue: Chai.'])
  })

  it('is read or refused whatever was done to its letters', () => {
    const bytes = utf8(whole)
    const change = fc.record({ at: fc.nat(bytes.length - 1), take: fc.nat(6), put: fc.oneof(fc.constantFrom('<', '>', '&', '"', '/', '<!--', ']]>', '<?', '<![CDATA[', '\0', '&#0;', '&#xD800;', '<Paragraph>', '</Text>'), fc.string({ maxLength: 4, unit: 'binary' })) })
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), changes => {
        const mutated = changes.reduce((text, { at, take, put }) => text.slice(0, at) + put + text.slice(at + take), whole)
        const outcome = refusal(utf8(mutated))
        expect(['read', 'FILE_UNREADABLE']).toContain(outcome)
        if (outcome !== 'read') return
        const draft = readFdx(utf8(mutated), 'kettle.fdx')
        const places = draft.elements.map(({ at }) => at)
        expect(places).toEqual(places.toSorted((a, b) => a - b))
        expect(places.every(place => place >= 1 && place < draft.pages + 1)).toBe(true)
        expect(assemble(draft).scenes.every(({ page, eighths }) => page >= 1 && eighths >= 1)).toBe(true)
      }),
      { numRuns: 400, seed: 7 },
    )
  })

  it('of any pages and lengths has scenes that only go forward', () => {
    const scene = fc.record({ page: fc.oneof(fc.integer({ min: -2, max: 12 }).map(String), fc.constantFrom('', '3A', 'x', '99999')), length: fc.constantFrom('', '1/8', '7/8', '2 3/8', '900', '1/4'), lines: fc.nat(30) })
    fc.assert(
      fc.property(fc.array(scene, { maxLength: 12 }), scenes => {
        const draft = read(scenes.map(({ page, length, lines }) => heading('INT. KITCHEN', '', `Page="${page}" Length="${length}"`) + paragraph('Action', 'The kettle sings. '.repeat(lines * 4))).join(''))
        const places = draft.elements.map(({ at }) => at)
        expect(places).toEqual(places.toSorted((a, b) => a - b))
        expect(draft.pages).toBeGreaterThanOrEqual(1)
        expect(places.every(place => place >= 1 && place < draft.pages + 1)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})

describe('a long Final Draft file', () => {
  const timeOf = (text: string): Promise<number> => {
    const bytes = utf8(text)
    return processorTime(() => refusal(bytes), 2)
  }

  it('of 12,000 paragraphs is read whole', () => {
    const draft = read(speech('MEERA', 'Chai?').repeat(6_000))
    expect(draft.elements).toHaveLength(12_000)
    expect(assemble(draft).characters).toMatchObject([{ name: 'MEERA', speeches: 6_000 }])
  })

  it('of one speech in 12,000 paragraphs is one speech', () => {
    const draft = read(paragraph('Character', 'MEERA') + paragraph('Dialogue', 'Chai?').repeat(12_000))
    expect(draft.elements).toHaveLength(2)
    expect(assemble(draft).characters).toMatchObject([{ name: 'MEERA', speeches: 1, words: 12_000 }])
  })

  it.each(['<', '"', "'", '&', '&amp;', '<!--', '<![CDATA[', '<?', '<Text>', '<Text/>', '<a b="c"/>', ' ', '\n', '.', '(', '-', 'A ', '>'])('of nothing but %j takes time that grows with its length and no faster', async part => {
    const files = (size: number): readonly string[] => [document(part.repeat(size / part.length)), ...['Scene Heading', 'Character', 'Action', 'Dialogue'].map(type => document(paragraph(type, `${part.repeat(size / part.length)}x`)))]
    // A square law would take 64 times as long; 8 times the text is allowed 32 times, and noise of a busy machine 100 ms.
    const large = files(40_000)
    for (const [at, small] of files(5_000).entries()) expect(await timeOf(large[at] ?? '')).toBeLessThan(32 * (await timeOf(small)) + 100)
  })

  it.each([' ', '1', '1 ', '/8', '(', '.'])('with attributes of nothing but %j takes no longer', async part => {
    const file = (size: number): string => {
      const value = `${part.repeat(size / part.length)}x`
      return document(`<Paragraph Type="Scene Heading" Number="${value}"><SceneProperties Page="${value}" Length="${value}"/><Text>INT. KITCHEN</Text></Paragraph>${paragraph(value, 'Chai.')}`)
    }
    expect(await timeOf(file(16_000))).toBeLessThan(32 * (await timeOf(file(2_000))) + 100)
  })
})

describe.runIf(haveSharedFixtures('the figures of real Final Draft scripts'))('a real Final Draft script', () => {
  const fixture = (path: string): DraftScript => readFdx(sharedFixture(path), path.split('/').at(-1) ?? path)
  const counts = z.object({ scenes: z.number(), speeches: z.number(), intext: z.record(z.string(), z.number()), chars: z.record(z.string(), z.number()) })
  const counted = (name: string): z.infer<typeof counts> => {
    const { structured } = z.object({ structured: z.record(z.string(), z.unknown()) }).parse(JSON.parse(new TextDecoder().decode(sharedFixture('truth/truth.json'))))
    return counts.parse(structured[`fdx/${name}`])
  }
  const within = (figure: number, wanted: number): void => expect(Math.abs(figure - wanted)).toBeLessThanOrEqual(0.01 * wanted)

  it.each(['Big-Fish', 'The-Last-Birthday-Card', 'E17-unclebob'])('%s has the scenes, speeches, settings and names that were counted', name => {
    const { scenes, characters } = assemble(fixture(`scripts/fdx/${name}.fdx`))
    const wanted = counted(name)
    within(scenes.length, wanted.scenes)
    within(characters.reduce((sum, { speeches }) => sum + speeches, 0), wanted.speeches)
    for (const setting of ['INT', 'EXT', 'INT/EXT']) within(scenes.filter(scene => scene.setting === setting).length, wanted.intext[setting] ?? 0)
    expect(Object.fromEntries(characters.slice(0, 10).map(({ name: who, speeches }) => [who, speeches]))).toEqual(Object.fromEntries(Object.entries(wanted.chars).slice(0, 10)))
  })

  it('says the same as its Fountain, but for two headings that the converter took for action', () => {
    const tidy = (draft: DraftScript): string[] => rows(draft).map(row => row.replace(/\s+/gu, ' '))
    const fountain = readFountain(sharedFixture('scripts/fountain/Big-Fish.fountain'))
    const fdx = fixture('scripts/fdx/Big-Fish.fdx')
    expect(tidy(fdx).map(row => row.replace(/^action: EXT\/INT/u, 'heading: EXT/INT'))).toEqual(tidy(fountain))
    const tally = (draft: DraftScript): string[] => assemble(draft).characters.map(({ name, speeches, words }) => `${name} ${speeches} ${words}`)
    expect(tally(fdx)).toEqual(tally(fountain))
  })

  it('E17-unclebob has each scene on the page and of the length that Final Draft says', () => {
    const stated = [...new TextDecoder().decode(sharedFixture('scripts/fdx/E17-unclebob.fdx')).matchAll(/<SceneProperties Length="([^"]*)" Page="(\d+)"[^>]*>(?:\s*<\/SceneProperties>)?\s*<Text[^>]*>[^<]/gu)]
    const { scenes } = assemble(fixture('scripts/fdx/E17-unclebob.fdx'))
    expect(scenes).toHaveLength(170)
    expect(scenes.map(({ page, eighths }) => [page, eighths])).toEqual(stated.map(([, length = '', page]) => [Number(page), eighthsOf(length)]))
  })

  it('of Final Draft and of Fade In reads the same', () => {
    const [finalDraft, fadeIn] = [fixture('scripts/fdx/wildwinter-TestFDX-FD.fdx'), fixture('scripts/fdx/wildwinter-TestFDX-FI.fdx')]
    expect(rows(finalDraft)).toEqual(rows(fadeIn))
    expect([finalDraft.title, fadeIn.title]).toEqual(['FDX Test Script', 'FDX Test Script'])
    expect(assemble(finalDraft).scenes.map(({ number, eighths }) => [number, eighths])).toEqual([['1', 3], ['2', 2]])
  })

  it.each([
    ...['dialogue', 'dialogue-with-blank-line', 'dual-dialogue', 'extended-characters', 'forced-action', 'indentation', 'parenthetical', 'simple', 'utf-8-bom'].map(name => `screenplain/${name}`),
    ...['header_note', 'note', 'synopsis'].map(name => `afterwriting/fdx/${name}`),
  ])('%s of the suites reads as its Fountain', name => {
    expect(rows(fixture(`conformance/${name}.fdx`))).toEqual(rows(readFountain(sharedFixture(`conformance/${name}.fountain`))))
  })
})
