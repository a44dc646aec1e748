import type { PlayingRange } from '../../src-preload/contract/words.ts'

const units = (
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
).split(' ')
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
const decades = ['teens', 'twenties', 'thirties', 'forties', 'fifties', 'sixties', 'seventies', 'eighties', 'nineties']
/** Hindi numbers that ages are told in, in Devanagari and as usually written in Roman letters. */
const hindi: ReadonlyMap<string, number> = new Map(
  [
    'पाँच पांच paanch panch=5 छह=6 सात saat=7 आठ aath=8 नौ nau=9 दस das=10 ग्यारह gyarah=11 बारह barah baarah=12 तेरह terah=13',
    'चौदह chaudah=14 पंद्रह पन्द्रह pandrah=15 सोलह solah=16 सत्रह satrah=17 अठारह atharah=18 उन्नीस unnees=19 बीस bees=20 बाईस=22',
    'पच्चीस pachees pachchees=25 अट्ठाईस=28 तीस tees=30 बत्तीस=32 पैंतीस paintees=35 चालीस chalees chaalis chalis=40',
    'पैंतालीस paintalis=45 पचास pachas pachaas=50 पचपन pachpan=55 साठ saath=60 पैंसठ paisath=65 सत्तर sattar=70 पचहत्तर=75',
    'अस्सी assi=80 नब्बे nabbe=90',
  ].join(' ').match(/[^=]+=\d+/gu)?.flatMap(row => {
    const [spellings = '', age = ''] = row.split('=')
    return spellings.trim().split(' ').map(spelling => [spelling.normalize('NFC'), Number(age)] as const)
  }),
)

const numberWord = `(?:(?:${tens.join('|')})(?:[- ](?:${units.slice(0, 9).join('|')}))?|${units.slice().reverse().join('|')})`
const hindiWord = [...hindi.keys()].sort((a, b) => b.length - a.length).join('|')
const number = `(?:\\d{1,2}(?!\\d)|[०-९]{1,2}|${numberWord})`
const loose = 'about|around|approximately|approx\\.?|roughly|nearly|almost'
const about = `(?:(?:now|also|both|all|only|just|${loose}|barely|aged?|age:?|in)\\s+){0,3}`
const possessive = '(?:(?:his|her|their)\\s+)?'
const third = '(?:(early|mid|middle|late)(?:[- ]?to[- ]?(mid|late))?[- ]*)?'
const anyThird = third.replaceAll(/\((?!\?)/g, '(?:')
const hindiUnit = '(?:साल|वर्ष|बरस|saal|sal|baras|varsh)'

const decadePattern = new RegExp(`^${about}${possessive}${third}(?:(\\d0)\\s?'?s|(${decades.join('|')}))(?:\\s+or\\s+so)?$`, 'iu')
const yearsOld = '(?:[- ]*(?:years?|yrs?)(?:[- ]*(?:old|of age))?)?'
const spanPattern = new RegExp(`^${about}(${number})\\s*(?:-|–|—|/|to)\\s*(${number})${yearsOld}$`, 'iu')
const exactPattern = new RegExp(`^${about}(${number})(?:[- ]*(?:years?|yrs?|y/o|yo)\\.?(?:[- ]*(?:olds?|of age))?)?$`, 'iu')
const looselyPattern = new RegExp(`^${about}(\\d0|${tens.join('|')})[- ]?(?:something|ish)$`, 'iu')
const hindiNumber = `(\\d{1,2}|[०-९]{1,2}|${hindiWord})`
const hindiPattern = new RegExp(
  `^(?:(?:उम्र|आयु|umar|umr)\\s*[:-]?\\s*)?(?:(?:करीब|लगभग|qareeb|kareeb|lagbhag)\\s+)?${hindiNumber}(?:\\s*[-–]\\s*${hindiNumber})?` +
    `\\s*(${hindiUnit}(?:\\s*(?:का|की|के|ka|ki|ke))?(?:\\s*(?:आसपास|aaspaas))?)?$`,
  'iu',
)

/**
 * The age that a phrase states, as the range of years it covers; null where the phrase is not an age and nothing else.
 *
 * `28` is 28 to 28, `40s` 40 to 49, `early` the first four years of a decade, `mid` the fourth to the sixth, `late` the last
 * three, `around 30` two years to either side, teens 13 to 19, middle-aged 40 to 60 and elderly 65 to 85 as agents use the words.
 */
export function ageOf(phrase: string): PlayingRange | null {
  const text = phrase.trim().replace(/[’‘]/g, "'").replace(/^(?:is|who is|who's)\s+/i, '')
  return wordedAge(text) ?? decadeAge(text) ?? loosely(text) ?? spanAge(text) ?? exactAge(text) ?? hindiAge(text)
}

function wordedAge(text: string): PlayingRange | null {
  if (/^(?:an? )?(?:teenaged?|teenager|(?:in )?(?:his |her |their )?teens)$/i.test(text)) return { from: 13, to: 19 }
  if (/^middle[- ]aged$/i.test(text)) return { from: 40, to: 60 }
  return /^elderly$/i.test(text) ? { from: 65, to: 85 } : null
}

function decadeAge(text: string): PlayingRange | null {
  const match = decadePattern.exec(text)
  if (!match) return null
  const word = match[4]?.toLowerCase()
  const base = word ? (decades.indexOf(word) + 1) * 10 : Number(match[3])
  if (base === 10) return { from: 13, to: 19 }
  const [from, to] = thirdOf(match[1])
  return { from: base + from, to: base + (match[2] ? thirdOf(match[2])[1] : to) }
}

const thirdOf = (word: string | undefined): readonly [number, number] => {
  const known = word?.toLowerCase()
  return known === 'early' ? [0, 3] : known === 'late' ? [7, 9] : known ? [4, 6] : [0, 9]
}

function loosely(text: string): PlayingRange | null {
  const base = looselyPattern.exec(text)?.[1]
  const from = base === undefined ? null : numberOf(base)
  return from === null ? null : { from, to: from + 9 }
}

function spanAge(text: string): PlayingRange | null {
  const match = spanPattern.exec(text)
  const from = numberOf(match?.[1])
  const to = numberOf(match?.[2])
  return from !== null && to !== null && from < to && to - from <= 25 ? { from, to } : null
}

function exactAge(text: string): PlayingRange | null {
  const age = numberOf(exactPattern.exec(text)?.[1])
  if (age === null || age === 0) return null
  const give = new RegExp(`\\b(?:${loose})`, 'i').test(text) ? 2 : 0
  return { from: Math.max(1, age - give), to: age + give }
}

function hindiAge(text: string): PlayingRange | null {
  const match = hindiPattern.exec(text)
  const isAge = match && (match[3] !== undefined || /^(?:उम्र|आयु|umar|umr)/iu.test(text))
  const from = isAge ? numberOf(match[1]) : null
  if (from === null) return null
  const to = numberOf(match?.[2]) ?? from
  const give = /करीब|लगभग|qareeb|kareeb|lagbhag|आसपास|aaspaas/iu.test(text) ? 2 : 0
  return from <= to ? { from: Math.max(1, from - give), to: to + give } : null
}

function numberOf(text: string | undefined): number | null {
  if (text === undefined) return null
  const known = hindi.get(text.normalize('NFC').toLowerCase())
  if (known !== undefined) return known
  const digits = text.replace(/[०-९]/g, digit => String(digit.charCodeAt(0) - 0x966))
  if (/^\d+$/.test(digits)) return Number(digits)
  const parts = text.toLowerCase().split(/[- ]/)
  const ten = tens.indexOf(parts[0] ?? '')
  const one = units.indexOf(parts.at(-1) ?? '')
  if (ten >= 0) return (ten + 2) * 10 + (parts.length > 1 ? one + 1 : 0)
  return one >= 0 ? one + 1 : null
}

const ends = '(?![\\p{L}\\p{N}])'

/** A pattern for an age inside a noun phrase: "a woman in her late fifties", "a man of 32", "a 14-year-old boy"; group 1 is the age. */
export const agePhrases: readonly RegExp[] = [
  new RegExp(`\\bin\\s+((?:his|her|their)\\s+${anyThird}(?:\\d0\\s?'?s|(?:${decades.join('|')})))${ends}`, 'iu'),
  new RegExp(`\\b(?:man|woman|boy|girl|lady|guy|fellow|kid|child|person)\\s+of\\s+((?:(?:about|around|some)\\s+)?${number})${ends}`, 'iu'),
  new RegExp(`(?<![\\p{L}\\p{N}])(${number}(?:[- ]year[- ]old|[- ]years[- ]old))${ends}`, 'iu'),
  new RegExp(`(?<![\\p{L}])(${anyThird}(?:\\d0\\s?'?s))${ends}`, 'iu'),
]
