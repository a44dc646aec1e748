import type { Board } from './board.ts'

/** Lengths as RFC 5321 bounds them, so that no long word is looked through again from each of its letters. */
const email = /[^\s<>,;:"()•\ue000/@]{1,64}@[^\s<>,;:"()•\ue000@]{1,255}\.[a-z]{2,}/giu
const address = /(?:https?:\/\/|www\.)[^\s<>"•\ue000]+|(?<![\w@.])(?:(?:[\w-]{1,63}\.)?(?:instagram|youtube|youtu|vimeo|imdb|facebook|drive\.google|linkedin|dropbox))\.(?:com|be)\/[^\s<>"•\ue000]+/giu
const handle = /(?<![\w.@])@[a-z0-9._]{2,30}/giu
const number = /(?<![\w.,/:₹$-])(?:\(?\+\d{1,3}\)?[ -]?)?\(?\d[\d()]*(?:[ .-]{1,2}\d[\d()]*){0,7}(?![\w/])/gu

/** Claims what cannot be mistaken wherever it stands: e-mail addresses, links, @handles and phone numbers. */
export function readContacts(board: Board): void {
  claimAll(board, email, 'email')
  claimAll(board, address, 'links', match => withoutEnd(match, /[.,;:!?)\]'"]/u))
  claimAll(board, handle, 'links', match => withoutEnd(match, /[.]/u))
  for (const match of board.rest().matchAll(number)) {
    const said = match[0].trim()
    if (isPhone(said)) board.claim('phone', { from: match.index, to: match.index + said.length })
  }
}

/** Whether digits are a phone number: ten of an Indian mobile, with or without its prefix, a landline with its code, or one with a country. */
export function isPhone(text: string): boolean {
  const digits = text.replace(/\D/gu, '')
  if (text.includes('+')) return digits.length >= 10 && digits.length <= 14
  if (/^(?:91|0|0091)?[6-9]\d{9}$/u.test(digits)) return true
  return /^0\d{9,10}$/u.test(digits)
}

/** A text without the signs at its end. */
function withoutEnd(text: string, sign: RegExp): string {
  let end = text.length
  while (end > 0 && sign.test(text[end - 1] ?? '')) end--
  return text.slice(0, end)
}

function claimAll(board: Board, pattern: RegExp, kind: 'email' | 'links', tidy = (match: string) => match): void {
  for (const match of board.rest().matchAll(pattern)) {
    const said = tidy(match[0])
    board.claim(kind, { from: match.index, to: match.index + said.length }, said)
  }
}
