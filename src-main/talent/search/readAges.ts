import type { PlayingRange } from '../../../src-preload/contract/words.ts'

/** A playing range understood from a sentence, and the sentence without the words that said it. */
export interface AgesRead {
  readonly range: PlayingRange | null
  readonly rest: string
}

const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
const small = ['three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen']
const unitWords = ['one', 'two', ...small.slice(0, 7)]
const oldest = 110

/** What is counted in numbers like ages but is none. */
const notAges = String.raw`(?!\s*(?:%|feet|foot|ft|cms?\b|inch|kg|kilos?|lakhs?|lacs?|crores?|cr\b|k\b|days?|weeks?|months?|hours?|episodes?|films?|plays|productions|shows?|years?\s+(?:of|in|experience|training)|[\d'"./]))`
const age = String.raw`(?<![\d₹$.])(\d{1,2}|10\d|110)`
const unit = String.raw`(?:\s*-?\s*(?:years?|yrs?|saal|sal|baras|varsh\w*)(?:\s*-?\s*olds?)?)?`

/** Tens of years as they are said in Hindi and Marathi, in the Roman spellings of messages. Alone they mean other things too (`saath` is also "with"). */
const hindi: ReadonlyMap<string, number> = new Map(([
  [18, 'athara atharah'], [20, 'bees bis vis'], [22, 'baees bais'], [25, 'pachees pachis pacchis'], [28, 'atthais athais'], [30, 'tees tis'], [32, 'battees battis'], [35, 'paintees paintis pentis pastis'],
  [38, 'adtees adtis'], [40, 'chalis chalees chaalis chaalees'], [42, 'bayalis'], [45, 'paintalis paintalees pantalis panchechalis'], [48, 'adtalis'], [50, 'pachas pachaas pannas'], [55, 'pachpan'], [60, 'saath sath'],
  [65, 'painsath'], [70, 'sattar'], [75, 'pachattar'], [80, 'assi'],
] as const).flatMap(([years, words]) => words.split(' ').map(word => [word, years] as const)))
const hindiWord = [...hindi.keys()].toSorted((a, b) => b.length - a.length).join('|')

/** What makes of a number of Hindi an age: years behind it, or whose it is where that is no money, day or line. */
const hindiAge = String.raw`\s*(?:saal|sal|baras|varsh\w*|ki umar|ki umra?|ke aas ?paas|ki (?:aurat|mahila|ladki|lady|maa|actress)|ka (?:aadmi|mard|ladka|banda|actor))\b`

type Rule = readonly [pattern: RegExp, range: (match: RegExpExecArray) => readonly [number, number]]

const num = (match: RegExpExecArray, group: number): number => Number(match[group])
const decade = (word: string | undefined): number => (tens.findIndex(name => (word ?? '').startsWith(name.replace(/y$/, 'ie'))) + 2) * 10
const within = (which: string | undefined): readonly [number, number] => (which === 'early' ? [0, 3] : which === 'late' ? [6, 9] : which?.startsWith('mid') ? [3, 7] : [0, 9])
const decadeWord = tens.map(name => name.replace(/y$/, 'ies')).join('|')

/** Tried in order; the first that fits is the age of the sentence. */
const rules: readonly Rule[] = [
  [new RegExp(String.raw`\b(?:aged?\s+|ages\s+|playing\s+(?:age\s+)?)?${age}${unit}\s*(?:-+|to|till|se|and)\s*(\d{1,3})(?!\d|'?s\b)${unit}${notAges}`), match => [num(match, 1), num(match, 2)]],
  [new RegExp(String.raw`\b(?:(early|mid|middle|late)[ -]+)?(?:(\d)0'?s|(${decadeWord}))\s*(?:or|to|and|-|\/)\s*(?:(early|mid|middle|late)[ -]+)?(?:(\d)0'?s|(${decadeWord}))\b`), match => {
    const from = match[2] ? num(match, 2) * 10 : decade(match[3])
    const to = match[5] ? num(match, 5) * 10 : decade(match[6])
    return [from + within(match[1])[0], to + within(match[4])[1]]
  }],
  [new RegExp(String.raw`\b(?:(early|mid|middle|late)[ -]+)?(?:([1-9])0'?s|(${decadeWord}))\b`), match => {
    const from = match[2] ? num(match, 2) * 10 : decade(match[3])
    return [from + within(match[1])[0], from + within(match[1])[1]]
  }],
  [new RegExp(String.raw`\b(?:over|above|past|older than|more than|at least|minimum)\s+${age}${unit}${notAges}`), match => [num(match, 1), oldest]],
  [new RegExp(String.raw`${age}\s*(?:\+|plus\b|(?:years?\s+)?(?:and|or)\s+(?:above|over|older|up)\b)`), match => [num(match, 1), oldest]],
  [new RegExp(String.raw`\b(?:under|below|younger than|less than|up ?to|at most)\s+${age}${unit}${notAges}`), match => [0, num(match, 1)]],
  [new RegExp(String.raw`\b(?:about|around|approximately|approx\.?|roughly|nearly|almost|lagbhag)\s+${age}${unit}${notAges}`), match => roughly(num(match, 1))],
  [new RegExp(String.raw`${age}\s*-?\s*(?:years?|yrs?|saal|sal|baras|varsh\w*)(?:\s*-?\s*olds?|\s+ka|\s+ki|\s+ke)?(?!\s+(?:of|in|experience|training))\b`), match => [num(match, 1), num(match, 1)]],
  [new RegExp(String.raw`\b(?:aged?|plays?|playing|age of|look|looks|pass for|passes for)\s+${age}${notAges}`), match => [num(match, 1), num(match, 1)]],
  [new RegExp(String.raw`\b(?:wom[ae]n|m[ae]n|lad(?:y|ies)|actors?|actress(?:es)?|someone|somebody|person|aurat|aadmi)\s+(?:of\s+|at\s+|who is\s+|who's\s+)?(?<![\d₹$.])([1-9]\d)(?!\s*(?:and|to|people|others|more)\b)${notAges}`), match => [num(match, 1), num(match, 1)]],
  [new RegExp(String.raw`${age}\s+k[iae]\s+(?:umar|umra?|aas ?paas|aurat|mahila|ladk[ia]|lady|maa|aadmi|mard|banda)\b`), match => [num(match, 1), num(match, 1)]],
  [/(?<=^|,\s*)(\d{1,2})(?=\s*(?:,|$))/, match => [num(match, 1), num(match, 1)]],
]

/** Words that mean an age without a number; asked only where no number stood. They stay in the sentence, to be looked for as words too. */
const wordRules: readonly (readonly [RegExp, readonly [number, number]])[] = [
  [/\b(?:toddlers?|infants?|bab(?:y|ies))\b/, [0, 3]],
  [/\b(?:teen|teens|teenaged?|teenagers?|adolescents?)\b/, [13, 19]],
  [/\b(?:school ?girls?|school ?boys?|school ?kids?|school ?child(?:ren)?)\b/, [6, 17]],
  [/\b(?:child (?:actors?|artist[es]*|stars?)|(?<!\b(?:with|for|like|has|have|of|to|and|school) )(?:kids?|bachch?[aei]|child(?:ren)?)(?!'| of\b| free\b| like\b)|little (?:girls?|boys?))\b/, [4, 13]],
  [/\b(?:middle[ -]?aged?|adhed)\b/, [40, 58]],
  [/\b(?:elderly|senior citizens?|octogenarian|buzurg|boodh[aei]|budh[aei]|old (?:man|woman|lady|men|women|couple|people|age))\b/, [58, oldest]],
  [/\b(?:young|naujawan|jawan ladk[aei])\b/, [16, 35]],
]

/** Callings and kin that lean to an age without stating one. */
const leanings: readonly (readonly [RegExp, readonly [number, number]])[] = [
  [/\b(?:grand(?:mother|father|parents?|ma|pa)|granny|dadi|nani|dadaji|nanaji|aaji|ajji|ajoba|paati|thatha|thakuma|retired|veteran)\b/, [56, oldest]],
  [/\b(?:patriarch|matriarch|mother-in-law|father-in-law|saas|sasur|headmaster|sarpanch|zamindar)\b/, [45, oldest]],
  [/\b(?:college|campus|hostel|undergraduate|student)\b/, [17, 25]],
  [/\b(?:bride|groom|dulhan|dulha|bahu|newly-?wed)\b/, [18, 32]],
]

/** The ages that a sentence leans to without asking for them: a grandmother, a student; null where it does not. For ordering, never for excluding. */
export function readAgeLeaning(sentence: string): PlayingRange | null {
  const found = leanings.find(([pattern]) => pattern.test(sentence))
  return found ? { from: found[1][0], to: found[1][1] } : null
}

/**
 * The playing range that a sentence asks for, lower case and plain; null where it asks for none.
 *
 * Reads `paintees saal`, `chalis ki aurat`, `woman of forty`, `25 to 40`, `25-30 yrs`, `in her thirties or forties`, `over sixty`, `60+`, `under 12`, `about ten years old` (a tenth
 * more or less), `can play 25`; else `teenage` (13 to 19), `child actor` (4 to 13), `middle-aged` (40 to 58), `elderly` (58 and
 * over), `young` (16 to 35). Lengths, money, days and years of experience are no ages.
 */
export function readAges(sentence: string): AgesRead {
  const figures = withFigures(aboutOneself(sentence))
  for (const [pattern, rangeOf] of rules) {
    const match = pattern.exec(figures)
    if (!match) continue
    const [a, b] = rangeOf(match)
    const range = { from: Math.max(0, Math.min(a, b)), to: Math.min(oldest, Math.max(a, b)) }
    if (range.to - range.from > 60 && range.to !== oldest && range.from !== 0) continue
    return { range, rest: withFigures(sentence).replace(match[0], ' ') }
  }
  const own = aboutOneself(sentence)
  const word = wordRules.find(([pattern]) => pattern.test(own))
  return { range: word ? { from: word[1][0], to: word[1][1] } : null, rest: sentence }
}

/**
 * A sentence without what it says of somebody else: "mother of a ten year old", "opposite a 28 year old heroine", "with her teenage son".
 *
 * "In the role of a ..." and its like are about the person asked for.
 */
export function aboutOneself(sentence: string): string {
  return sentence
    .replace(/\bopposite\b[^,;.]*/g, ' ')
    .replace(/(?<!\b(?:roles?|parts?|looks?|ages?|kinds?|types?|sorts?|characters?|energy|air) )\b(?:of|with|to)\s+(?:an?|the|her|his|their|two|three|four|some)\s+[^,;.]*?(?=[,;.]|$|\s+(?:who|aged?|between|over|under|in (?:her|his|their))\b)/g, ' ')
}

function withFigures(sentence: string): string {
  return sentence
    .replace(new RegExp(String.raw`\b(${hindiWord})(?:\s*(?:-|se|ya)\s*|\s+)(${hindiWord})(?=${hindiAge})`, 'g'), (_, from: string, to: string) => `${hindi.get(from) ?? ''}-${hindi.get(to) ?? ''}`)
    .replace(new RegExp(String.raw`\b(${hindiWord})(?=${hindiAge})`, 'g'), word => String(hindi.get(word) ?? word))
    .replace(new RegExp(String.raw`\b(${tens.join('|')})[ -](${unitWords.join('|')})\b`, 'g'), (_, ten: string, one: string) => String((tens.indexOf(ten) + 2) * 10 + unitWords.indexOf(one) + 1))
    .replace(new RegExp(String.raw`\b(${tens.join('|')})\b`, 'g'), ten => String((tens.indexOf(ten) + 2) * 10))
    .replace(new RegExp(String.raw`\b(${small.join('|')})\b`, 'g'), word => String(small.indexOf(word) + 3))
}

function roughly(years: number): readonly [number, number] {
  const reach = Math.max(1, Math.round(years / 10))
  return [years - reach, years + reach]
}
