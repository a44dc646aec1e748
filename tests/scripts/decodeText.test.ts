import { describe, expect, it } from 'vitest'
import { decodeText, looksLikeText } from '../../src-main/scripts/decodeText.ts'

const hindi = 'दृश्य 1 — घर, रात\n\nमीरा: तुम फिर से जा रहे हो?\n\nकबीर: मैं वापस आऊँगा।\n'
const malayalam = 'രംഗം 1 വീട് രാത്രി\n\nമീര: നീ വീണ്ടും പോകുകയാണോ?\n\nകബീർ: ഞാൻ തിരിച്ചു വരും.\n'
const utf16 = (text: string, isBig: boolean): Uint8Array => {
  const bytes = Buffer.from(text, 'utf16le')
  return new Uint8Array(isBig ? bytes.swap16() : bytes)
}

describe('a text file', () => {
  it.each([
    ['Hindi, little end first', hindi, false],
    ['Hindi, big end first', hindi, true],
    ['Malayalam, little end first', malayalam, false],
    ['English, little end first', 'INT. KITCHEN - DAY\n\nRain.', false],
    ['English, big end first', 'INT. KITCHEN - DAY\n\nRain.', true],
  ])('in UTF-16 is read without a mark: %s', (_, text, isBig) => {
    expect(decodeText(utf16(text, isBig))).toEqual({ text, guessed: false })
    expect(decodeText(utf16(`\ufeff${text}`, isBig))).toEqual({ text, guessed: false })
    expect(looksLikeText(utf16(text, isBig))).toBe(true)
  })

  it.each(['a\na\na\na\na\na\na\na\na\na\na\na\na\na\na\na\na\na\na\na\n', '\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t', hindi, malayalam])('in UTF-8 is not taken for UTF-16: %j', text => {
    expect(decodeText(new TextEncoder().encode(text))).toEqual({ text, guessed: false })
  })

  it('from an old Mac or Windows keeps its apostrophes, as a guess', () => {
    const withSign = (apostrophe: number) => decodeText(new Uint8Array([...Buffer.from('don\0t wait, it\0s late', 'latin1')].map(byte => byte || apostrophe)))
    expect(withSign(0xd5)).toEqual({ text: 'don’t wait, it’s late', guessed: true })
    expect(withSign(0x92)).toEqual({ text: 'don’t wait, it’s late', guessed: true })
  })

  it('has form feeds as line ends, or keeps them where its pages are asked for', () => {
    const bytes = new TextEncoder().encode('one\r\ntwo\fthree\rfour\u0000')
    expect(decodeText(bytes).text).toBe('one\ntwo\nthree\nfour')
    expect(decodeText(bytes, true).text).toBe('one\ntwo\fthree\nfour')
    expect(decodeText(new TextEncoder().encode('one\vtwo'), true).text).toBe('one\ntwo')
  })
})
