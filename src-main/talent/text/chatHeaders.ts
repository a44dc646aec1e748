import type { Span } from './levelled.ts'

/** The head of a message in a forwarded or exported WhatsApp chat: who sent it, and where the message begins. */
export interface ChatHeader extends Span {
  readonly sender: string
}

/** `[12/03/24, 9:41 PM] Rohan: ` as the phone copies it, `12/03/2024, 21:41 - Rohan: ` as Android exports it. */
const header = /^[ •]*(?:\[\s*\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},?\s+\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\.?)?\s*\]|\[\s*\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\.?)?,?\s+\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}\s*\]|\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},?\s+\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\.?)?\s+-)\s*([^:\n]{1,60}):[^\S\n]*/gimu

/** The heads of messages in a text, in order. */
export const chatHeaders = (text: string): readonly ChatHeader[] =>
  [...text.matchAll(header)].map(match => ({ from: match.index, to: match.index + match[0].length, sender: (match[1] ?? '').trim() }))

/** What people put behind a name in their phone book. */
const saved = /(?:\b(?:actor|actress|model|artist|artiste|dancer|singer|talent|theatre|casting|asst|assistant|coordinator|co-ordinator|agent|manager|ad|new|mumbai|delhi|whatsapp|profile|child|kid|mother|father|mom|dad)\b|~|[•\d])/giu

/** The name of a sender as their own, without what a phone book adds; empty where it is none, as for a number or the office's own people. */
export function nameOfSender(sender: string): string {
  if (/\b(?:casting|asst|assistant|coordinator|co-ordinator|agent|manager|agency|you|office)\b/iu.test(sender)) return ''
  const name = sender.replace(saved, ' ').replace(/\s+/gu, ' ').trim()
  return /^[\p{L}\p{M}.' -]{2,60}$/u.test(name) && /\p{L}{2}/u.test(name) ? name : ''
}
