import { looksLikeKrutiDev } from '../../scripts/legacyFontText.ts'

/** Headings of a sheet as Kruti Dev writes them: नाम, उम्र, आयु, लिंग, पता, शहर, भाषा, फोन, मोबाइल, कद, अनुभव. */
const headings: ReadonlySet<string> = new Set(['uke', 'mez', 'vk;q', 'fyax', 'irk', "'kgj", 'Hkk"kk', 'Qksu', 'eksckby', 'dn', 'vuqHko'])

/** Signs that stand inside Hindi words there and inside no word in Roman letters: half letters and vowels on punctuation, q without u, a capital in the middle. */
const inside = /[a-z](?:[;[\]{}"|¼½]|q(?![uU])|[A-Z][a-z])[a-z]|q(?:[b-df-hj-np-t]|$)|[a-z][A-Z]k/

/** The share of its words by which a column is taken for Kruti Dev, and how many it must have. */
const [enough, leastWords] = [0.3, 8] as const

/** Tells whether a column of a sheet, its heading and some cells, was typed for Kruti Dev or a font like it. Short ones may be missed. */
export function isOldFontHindi(heading: string, cells: readonly string[]): boolean {
  if (headings.has(heading.trim())) return true
  const text = cells.join('\n')
  if (/[\u0900-\u0dff]/u.test(text) || /https?:|www\.|@/.test(text)) return false
  const words = text.split(/\s+/).filter(word => /[a-z]{2}/i.test(word))
  return looksLikeKrutiDev(text) || (words.length >= leastWords && words.filter(word => inside.test(word)).length >= enough * words.length)
}
