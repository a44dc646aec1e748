import type { Conversation } from '../../src-preload/contract/chat.ts'

/** What a conversation is called on the screen. */
export const titleOf = ({ title, incognito }: Pick<Conversation, 'title' | 'incognito'>): string => title || (incognito ? 'Incognito' : 'New conversation')

/** When something was, short: the time today, the day before. */
export function whenWords(at: string, locale: string, now = new Date()): string {
  const then = new Date(at)
  if (then.toDateString() === now.toDateString()) return then.toLocaleTimeString(locale, { hour: 'numeric', minute: '2-digit' })
  return then.toLocaleDateString(locale, then.getFullYear() === now.getFullYear() ? { day: 'numeric', month: 'short' } : { day: 'numeric', month: 'short', year: 'numeric' })
}
