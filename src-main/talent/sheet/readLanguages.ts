import type { SpokenLanguage } from '../../../src-preload/contract/talent.ts'
import type { Fluency } from '../../../src-preload/contract/words.ts'
import { fold } from '../../spelling/folding.ts'
import { plain, saysNothing } from './readNumbers.ts'

/** Words of fluency, the most telling first: "fluent, but not native" is rare, "native / fluent" is common. */
const fluencies: readonly (readonly [Fluency, RegExp])[] = [
  ['native', /\b(mother[ -]?tongue|native|first language|matrubhasha|bilingual)\b/i],
  ['conversational', /\b(conversational|intermediate|working|functional|average|manageable|good understanding|can manage|moderate|speaks? some|medium)\b/i],
  ['basic', /\b(basics?|beginner|elementary|learning|little|(?:a )?bit of|some|broken|understands?|limited|poor|a bit|thoda|few words)\b/i],
  ['fluent', /\b(fluent(?:ly)?|proficient|advanced|excellent|very good|good|expert|professional|strong|well)\b/i],
]

/** Words round a language that say nothing of it. */
const filler = /\b(languages?|known|speaks?|spoken|speaking|read(?:s|ing)?|writ(?:e|es|ing)|can|and|also|bhasha|level|only|with|in|the|of)\b/gi

/**
 * The languages of a cell, each once, with fluency and dialects where they are said.
 *
 * Reads `Bhojpuri (mother tongue), Hindi, Magahi`, `Marathi - fluent / English: basic`, `fluent Hindi & English`, `Hindi
 * (Bambaiya, Kanpuria)`. A bracket holds fluency or dialects. A fluency after a group (`Hindi, English - fluent`) belongs to
 * the last language alone. An empty list where the cell says nothing.
 */
export function readLanguages(text: string): readonly SpokenLanguage[] {
  if (saysNothing(text)) return []
  const found = new Map<string, SpokenLanguage>()
  for (const part of splitOutsideBrackets(plain(text.replace(/\n/g, ';')))) {
    const language = readOne(part)
    if (!language) continue
    const key = fold(language.language)
    const known = found.get(key)
    found.set(key, known ? { ...known, fluency: known.fluency ?? language.fluency, dialects: [...new Set([...known.dialects, ...language.dialects])] } : language)
  }
  return [...found.values()]
}

/** The fluency that a phrase states, null where it states none. */
export const readFluency = (text: string): Fluency | null => fluencies.find(([, pattern]) => pattern.test(text))?.[0] ?? null

function readOne(part: string): SpokenLanguage | undefined {
  const brackets = [...part.matchAll(/[([]([^)\]]*)[)\]]?/g)].map(match => match[1] ?? '')
  const outside = part.replace(/[([][^)\]]*[)\]]?/g, ' ')
  const [head = '', ...tail] = outside.split(/\s+-+\s*|\s*:\s*|-(?=\s*(?:fluent|native|basic|mother|conversational|good|average|beginner|intermediate)\b)/i)
  const fluency = readFluency(tail.join(' ')) ?? readFluency(brackets.join(', ')) ?? readFluency(head)
  const name = whole(nameIn(head) || nameIn(tail.join(' ')))
  if (name === '' || name.length > 60) return undefined
  const dialects = brackets.flatMap(bracket => bracket.split(/[,;/&]| and /)).filter(piece => readFluency(piece) === null).filter(piece => !/^\s*[rws]\s*$/i.test(piece)).map(nameIn)
  return { language: titled(name), fluency, dialects: dialects.filter(dialect => dialect !== '' && dialect.length <= 60).map(titled) }
}

/** Short names as sheets write them, and names in Devanagari, under the name by which the language is found. */
const shortNames: Readonly<Record<string, string>> = {
  eng: 'English', engl: 'English', hin: 'Hindi', mar: 'Marathi', guj: 'Gujarati', pun: 'Punjabi', ben: 'Bengali', tam: 'Tamil', tel: 'Telugu', kan: 'Kannada',
  mal: 'Malayalam', urd: 'Urdu', bho: 'Bhojpuri', kon: 'Konkani', raj: 'Rajasthani', har: 'Haryanvi', malyalam: 'Malayalam', tamizh: 'Tamil', bangla: 'Bengali',
  हिंदी: 'Hindi', हिन्दी: 'Hindi', मराठी: 'Marathi', अंग्रेजी: 'English', अंग्रेज़ी: 'English', इंग्लिश: 'English', गुजराती: 'Gujarati', पंजाबी: 'Punjabi', उर्दू: 'Urdu', भोजपुरी: 'Bhojpuri', बंगाली: 'Bengali',
}

const whole = (name: string): string => (Object.hasOwn(shortNames, name.toLowerCase()) ? (shortNames[name.toLowerCase()] ?? name) : name)

function nameIn(text: string): string {
  const without = fluencies.reduce((rest, [, pattern]) => rest.replace(new RegExp(pattern, 'gi'), ' '), text).replace(filler, ' ')
  return without.replace(/[^\p{L}\p{M}' -]+/gu, ' ').replace(/\s+/g, ' ').replace(/^[-' ]+|[-' ]+$/g, '')
}

function splitOutsideBrackets(text: string): readonly string[] {
  const parts: string[] = []
  let depth = 0
  let part = ''
  for (const sign of text.replace(/\s(?:and|&|\+|n|aur)\s/gi, ', ').replace(/(-\s?(?:fluent|native|basic|good|average|conversational|excellent|beginner))\s+(?=\p{L}+\s?-)/giu, '$1, ')) {
    if (sign === '(' || sign === '[') depth++
    if (sign === ')' || sign === ']') depth = Math.max(0, depth - 1)
    if (depth === 0 && /[,;/|•&+]/.test(sign)) {
      parts.push(part)
      part = ''
    } else part += sign
  }
  return [...parts, part].map(piece => piece.trim()).filter(piece => piece !== '')
}

const titled = (name: string): string => (/^[a-z ]+$|^[A-Z ]{4,}$/.test(name) ? name.toLowerCase().replace(/(^| )(\p{L})/gu, match => match.toUpperCase()) : name)
