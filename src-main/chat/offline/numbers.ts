import { soundAlike } from '../../spelling/ear.ts'

/** Hindi numbers from 0 to 99 as they are usually written in Roman; several spellings of one stand with a slash. */
const hindi = (
  'shunya ek do teen char/chaar paanch/panch chhe/chah/che saat/sat aath/ath nau das/dus gyarah/gyara barah/bara terah/tera chaudah/chauda pandrah/pandra solah/sola satrah/satra atharah/athara unnis/unnees ' +
  'bees/bis ikkis/ikkees bais/baees teis/teyis chaubis/chaubees pachis/pachees/pachchis chhabbis/chabbis sattais/satais atthais/athais untis/untees tees/tis iktis/ikattis battis/batees taintis/taintees chauntis/chauntees paintis/paintees chhattis/chattis saintis/saintees artis/adtis/artees untalis/unchalis ' +
  'chalis/chaalis/chalees iktalis bayalis/byalis taintalis/tentalis chauvalis/chavalis paintalis/paintalees chhiyalis saintalis artalis/adtalis unchas/unanchas pachas/pachaas ikyavan bavan tirpan chauvan pachpan chhappan sattavan atthavan unsath ' +
  'saath/sath iksath basath tirsath chausath painsath chhiyasath sadsath adsath unhattar sattar/sattur ikhattar bahattar tihattar chauhattar pachhattar chhihattar satattar athattar unasi assi/assee ikyasi bayasi tirasi chaurasi pachasi chhiyasi satasi athasi navasi ' +
  'nabbe/nabbey ikyanve banve tiranve chauranve pachanve chhiyanve sattanve atthanve ninyanve'
).split(' ').map(spellings => spellings.split('/'))

const english = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(' ')
const englishTens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

const values: ReadonlyMap<string, number> = new Map([
  ...hindi.flatMap((spellings, value) => spellings.map(word => [word, value] as const)),
  ...english.map((word, value) => [word, value] as const),
  ...englishTens.map((word, at) => [word, (at + 2) * 10] as const),
])

/** Number words that mean something else as often: they count only before what is counted, or beside another number. */
const doubtful = new Set('ek do teen char chaar che chah saat sat ath saath sath bara tera sola one bis tis dus'.split(' '))

const counted = /^(?:saal|sal|baras|years?|yrs?|tarikh|tareekh|tarik|baje|din|days?|log|people|scenes?|seen|sin|minutes?|lakh|lac|hazaar|hazar|thousand|jan|feb|mar|apr|may|mai|june|july|aug|sep|oct|nov|dec|march|april|disambar|navambar|se|to|ya)/

/**
 * A sentence in lower case with its number words as figures: "chalis saal" is "40 saal", "teen se nau march" is "3 se 9 march".
 *
 * Words that are numbers only at times ("do" is also "give", "saath" is also "with") stay where nothing countable follows. "3 lakh" is 300000.
 */
export function withFigures(sentence: string): string {
  const words = sentence.split(' ')
  const isNumber = (word: string | undefined): boolean => word !== undefined && (/^\d+$/.test(word) || valueOf(word) !== null)
  const figures = words.map((word, at) => {
    const value = valueOf(word)
    if (value === null) return word
    const next = words[at + 1]
    const isCounted = (next !== undefined && counted.test(next)) || (isNumber(next) && !doubtful.has(next ?? '')) || (words[at - 1] === 'se' && isNumber(words[at - 2]))
    const isAskedFor = word === 'saath' || word === 'sath' ? /^(?:saal|sal|baras|years?)/.test(next ?? '') : isCounted
    return doubtful.has(word) && !isAskedFor ? word : String(value)
  })
  return figures
    .join(' ')
    .replace(/\b([2-9]0)[ -]([1-9])\b(?! (?:se|to))/g, (all, tens: string, one: string) => (/^\d+ \d+$/.test(all) && words.some(word => englishTens.includes(word)) ? String(Number(tens) + Number(one)) : all))
    .replace(/\b(\d+(?:\.\d+)?) (?:lakhs?|lacs?)\b/g, (_, count: string) => String(Math.round(Number(count) * 100_000)))
    .replace(/\b(\d+(?:\.\d+)?) (?:hazaar|hazar|thousand)\b/g, (_, count: string) => String(Math.round(Number(count) * 1_000)))
}

/** The number that an ordinal names, "barahve", "5th", "pehla"; null where the word is none. */
export function ordinalOf(word: string): number | null {
  const figure = /^(\d+)(?:st|nd|rd|th|va|ve|vi|wa|we|wi|van|ven)?$/.exec(word)
  if (figure) return Number(figure[1])
  const named: Readonly<Record<string, number>> = {
    first: 1, second: 2, third: 3, fourth: 4, fifth: 5, sixth: 6, seventh: 7, eighth: 8, ninth: 9, tenth: 10,
    pehla: 1, pehle: 1, pehli: 1, doosra: 2, doosre: 2, dusra: 2, dusre: 2, teesra: 3, teesre: 3, tisre: 3, chautha: 4, chauthe: 4, chhatha: 6, chhathe: 6,
  }
  const known = named[word]
  if (known !== undefined) return known
  const stem = /^(.{3,})(?:v|w)(?:a|e|i|an|en|in)$/.exec(word)?.[1]
  return stem === undefined ? null : valueOf(stem)
}

function valueOf(word: string): number | null {
  const exact = values.get(word)
  if (exact !== undefined) return exact
  if (word.length < 5) return null
  for (const [spelling, value] of values) if (spelling.length >= 5 && spelling[0] === word[0] && soundAlike(spelling, word)) return value
  return null
}
