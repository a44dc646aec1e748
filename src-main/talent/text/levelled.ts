/** A text brought to plain signs, of which every sign still knows where it stood. */
export interface Levelled {
  readonly text: string
  /** Where a span of the plain text stands in the text as it came. */
  readonly spanOf: (from: number, to: number) => Span
}

/** A stretch of a text, `to` left out, in UTF-16 units. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** What a picture, a bullet and a tick become: all of them stand before an entry. */
export const bullet = '•'

/** Signs that only steer how others are shown: joiners stay, they are part of Indian scripts. */
const invisible = /[\p{Default_Ignorable_Code_Point}--[\u200c\u200d]]|\u20e3|\p{Emoji_Modifier}/v
const joiner = /[\u200c\u200d]/u
// Icon fonts draw with private letters, and so do marks of our own.
const picture = /\p{Extended_Pictographic}|\p{Regional_Indicator}|[\ue000-\uf8ff●◦▪▫■□►▶‣⁃✓✔➤➢→☞]/u
const dash = /[\u2010-\u2015\u2212]/u
const formatting = /[*_~`]/u
const inWord = /[\p{L}\p{M}\p{N}]/u

/**
 * Brings a text to plain signs: bold and wide letters to their own, Devanagari digits to ours, all dashes and quotes to one kind,
 * emoji to a bullet, the stars of WhatsApp's bold to a space.
 *
 * Lines stay lines. A sign inside a word (`rohan_mehta`) stays.
 */
export function levelled(source: string): Levelled {
  const signs: string[] = []
  const starts: number[] = []
  const put = (plain: string, at: number): void => {
    for (const unit of plain.split('')) {
      signs.push(unit)
      starts.push(at)
    }
  }
  let at = 0
  for (const sign of source) {
    const before = signs.at(-1) ?? '\n'
    if (!invisible.test(sign) && !(joiner.test(sign) && !/[\p{L}\p{M}]/u.test(before))) put(plainSign(sign, before, source[at + sign.length] ?? '\n'), at)
    at += sign.length
  }
  return {
    text: signs.join(''),
    spanOf: (from, to) => ({ from: starts[from] ?? source.length, to: from === to ? (starts[from] ?? source.length) : endOf(source, starts[to - 1] ?? source.length) }),
  }
}

const endOf = (source: string, at: number): number => at + ((source.codePointAt(at) ?? 0) > 0xffff ? 2 : 1)

function plainSign(sign: string, before: string, after: string): string {
  if (sign === '\n') return before === '\r' ? ' ' : '\n'
  if (sign === '\r') return after === '\n' ? ' ' : '\n'
  if ('\u2028\u2029\v\f\u0085'.includes(sign)) return '\n'
  if (/\s/u.test(sign)) return sign === '\t' ? '\t' : ' '
  if (dash.test(sign)) return '-'
  if (/[\u2018\u2019\u2032´]/u.test(sign)) return "'"
  if (/[\u201c\u201d\u2033]/u.test(sign)) return '"'
  if (formatting.test(sign)) return inWord.test(before) && inWord.test(after) && sign !== '*' ? sign : sign === '`' ? "'" : ' '
  if (/[०-९]/u.test(sign)) return String(sign.charCodeAt(0) - 0x0966)
  if (sign === '…') return '...'
  if (sign.charCodeAt(0) > 0xa8 && picture.test(sign)) return bullet
  const code = sign.codePointAt(0) ?? 0
  // Control characters come from broken copies; other scripts stay as they were typed.
  if (code < 32 || code === 127) return ' '
  return /[\u{1d400}-\u{1d7ff}\uff01-\uff5e\u2460-\u24ff\u2100-\u214f\u{1f130}-\u{1f189}]/u.test(sign) ? sign.normalize('NFKC') : sign
}
