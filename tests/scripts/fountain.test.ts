import { describe, expect, it } from 'vitest'
import { readFountain } from '../../src-main/scripts/fountain.ts'
import { linesTaken } from '../../src-main/scripts/pageLayout.ts'

const read = (text: string) => readFountain(new TextEncoder().encode(text))
const parts = (text: string) => read(text).elements.map(element => `${element.kind}: ${element.text}`)

describe('a Fountain script', () => {
  it('is read into headings, action, cues, asides, speeches and transitions', () => {
    expect(parts('INT. KITCHEN - DAY\n\nMeera stirs.\nThe pot boils.\n\nMEERA\n(softly)\nChai?\nLo.\n\nCUT TO:\n\nEXT. LANE')).toEqual([
      'heading: INT. KITCHEN - DAY', 'action: Meera stirs.\nThe pot boils.', 'cue: MEERA', 'parenthetical: (softly)', 'dialogue: Chai?\nLo.', 'transition: CUT TO:', 'heading: EXT. LANE',
    ])
  })

  it('takes its title from the title page and nothing of it into the text', () => {
    const script = read('Title:\n    _**The Wet Season**_\n    A Story\nCredit: by\nAuthor: R. Sen\nNotes:\n\tsecond draft\n\nINT. HALL')
    expect(script.title).toBe('The Wet Season A Story')
    expect(script.elements.map(element => element.text)).toEqual(['INT. HALL'])
  })

  it('has no title page where it begins with a transition', () => {
    expect(parts('FADE IN:\n\nINT. HALL')).toEqual(['action: FADE IN:', 'heading: INT. HALL'])
  })

  it('obeys what its writer forces', () => {
    expect(parts('.BACK AGAIN\n\n!BANG\nBANG\n\n@McCoy\nHi.\n\n> Slowly away\n\n> THE END <\n\n~La la\n\n# Act\n\n= They meet.')).toEqual([
      'heading: BACK AGAIN', 'action: BANG\nBANG', 'cue: McCoy', 'dialogue: Hi.', 'transition: Slowly away', 'centered: THE END', 'lyric: La la', 'section: Act', 'synopsis: They meet.',
    ])
    expect(parts('...not a heading')).toEqual(['action: ...not a heading'])
  })

  it('takes letters without case for action unless they are forced', () => {
    expect(parts('मीरा कमरे में आती है।\nवह चुपचाप बैठ जाती है।\n\n@राहुल\n(धीरे से)\nबस यहीं।')).toEqual([
      'action: मीरा कमरे में आती है।\nवह चुपचाप बैठ जाती है।', 'cue: राहुल', 'parenthetical: (धीरे से)', 'dialogue: बस यहीं।',
    ])
  })

  it('sets two speeches side by side', () => {
    const { elements } = read('MEERA\nGo!\n\nKABIR ^\nStay!\n\nNANI\nWhat?')
    expect(elements.map(element => element.dual ?? '-')).toEqual(['left', 'left', 'right', 'right', '-', '-'])
  })

  it('keeps scene numbers off the heading', () => {
    expect(read('INT. HALL - DAY #1-A#').elements[0]?.heading).toEqual({ number: '1-A', heading: 'INT. HALL - DAY', setting: 'INT', place: 'HALL', time: 'DAY' })
  })

  it('drops the boneyard and sets notes aside', () => {
    expect(parts('She sits.[[Where?\nOn a stool.]] She stands./* no\n\nnever */ Out.')).toEqual(['action: She sits. She stands. Out.', 'note: Where?\nOn a stool.'])
    expect(parts('One [[open\n\nTwo ]]')).toEqual(['action: One [[open', 'action: Two ]]'])
  })

  it('goes on with a speech over a line of two spaces, and ends it at an empty one', () => {
    expect(parts('MEERA\nOne.\n  \nTwo.\n\nThree.')).toEqual(['cue: MEERA', 'dialogue: One.\n\nTwo.', 'action: Three.'])
  })

  it('needs an empty line before a cue, a line after it and a letter in it', () => {
    expect(parts('He runs.\nMEERA\nStop!')).toEqual(['action: He runs.\nMEERA\nStop!'])
    expect(parts('MEERA\n\nStop!')).toEqual(['action: MEERA', 'action: Stop!'])
    expect(parts('23\nStop!')).toEqual(['action: 23\nStop!'])
    expect(parts('R2D2\nBeep.')).toEqual(['cue: R2D2', 'dialogue: Beep.'])
  })

  it('reads cleanly: emphasis marks go, lone and escaped stars stay', () => {
    expect(parts('A *slow* **hard** ***fall*** and _rise_, 3 * 4, *69, \\*so\\*, snake_case_name.')).toEqual([
      'action: A slow hard fall and rise, 3 * 4, *69, *so*, snake_case_name.',
    ])
  })

  it('is read in UTF-8 with a mark, in UTF-16 and in windows-1252', () => {
    const text = 'INT. CAFÉ\n\nÉMILE\nOui.'
    const utf16 = Uint8Array.from([0xff, 0xfe, ...new Uint8Array(new Uint16Array([...text].map(char => char.charCodeAt(0))).buffer)])
    const cp1252 = Uint8Array.from([...text].map(char => char.charCodeAt(0)))
    const marked = Uint8Array.from([0xef, 0xbb, 0xbf, ...new TextEncoder().encode(text)])
    for (const bytes of [utf16, utf16.subarray(2), cp1252, marked]) expect(readFountain(bytes).elements.map(element => element.text)).toEqual(['INT. CAFÉ', 'ÉMILE', 'Oui.'])
    expect(readFountain(cp1252).warnings.map(warning => warning.code)).toEqual(['ENCODING_GUESSED'])
    expect(readFountain(marked).warnings).toEqual([])
  })

  it('fills pages of 55 lines and begins a new one at ===', () => {
    expect(read(`INT. HALL\n\n${'She waits.\n\n'.repeat(60)}`).pages).toBe(3)
    const { elements, pages } = read('One.\n\n===\n\nTwo.')
    expect([pages, ...elements.map(element => Math.floor(element.at))]).toEqual([2, 1, 2])
    expect([linesTaken('aaa bbb ccc', 7), linesTaken('aaaaaaaaaa', 4), linesTaken('a\nb', 9), linesTaken('', 9)]).toEqual([2, 3, 2, 1])
  })
})
