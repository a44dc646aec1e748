import type { Gender } from '../../../src-preload/contract/words.ts'

/** Words that state the gender of whom one looks for. */
const stated: Readonly<Record<'female' | 'male', string>> = {
  female: 'woman|women|female|females|actress|actresses|girl|girls|lady|ladies|heroine|heroines|mahila|aurat|aurate|aurat|ladki|ladkiyan|ladkiya|kudi|schoolgirl|schoolgirls|trans woman|transwoman',
  male: 'man|men|male|males|boy|boys|guy|guys|gentleman|gentlemen|hero|ladka|ladke|launda|launde|aadmi|mard|purush|munda|schoolboy|schoolboys|lad|trans man|transman',
}

/** Words that imply it: kin and callings; asked only where no word states it. */
const implied: Readonly<Record<'female' | 'male', string>> = {
  female:
    'mother|mom|mum|maa|amma|aai|aunt|aunty|auntie|mausi|bua|chachi|mami|grandmother|grandma|granny|dadi|nani|aaji|daughter|beti|sister|behen|didi|wife|patni|biwi|bahu|saas|bride|dulhan|widow|vidhwa|queen|princess|rani|maharani|housewife|matriarch|nun|waitress|policewoman|businesswoman|sportswoman|fisherwoman|begum|mistress|kaamwali|stepmother|comedienne|abhinetri|heroine|her|she',
  male:
    'father|dad|baap|papa|pitaji|appa|uncle|chacha|grandfather|grandpa|dadaji|nanaji|son|beta|brother|bhai|husband|pati|groom|dulha|widower|king|prince|raja|maharaja|patriarch|policeman|businessman|sportsman|fisherman|postman|gunman|swordsman|stuntman|salesman|abhineta|muscleman|tapori|pehlwan|pahalwan|his|he|him',
}

/**
 * The gender that a sentence, lower case and plain, asks for; null where it asks for none or for both.
 *
 * A word in the possessive ("the heroine's friend") or after "for a/the" or "of a/the" is about somebody else. Words that state a gender go
 * before words that imply one.
 */
export function readGenderAsked(sentence: string): Exclude<Gender, 'nonBinary'> | null {
  const own = sentence
    .replace(/\b[\p{L}]+'s?(?=\s)/gu, ' ')
    .replace(/\b(?:opposite|(?:friend|wife|husband|mother|father|sister|brother|son|daughter|love interest) (?:of|to))\s+(?:(?:a|an|the|our|his|her)\s+)?[\p{L}]+/gu, match => match.split(' ')[0] ?? '')
  for (const words of [stated, implied]) {
    const female = has(own, words.female)
    const male = has(own, words.male)
    if (female !== male) return female ? 'female' : 'male'
    if (female) return null
  }
  return null
}

/** The gender that an excluded word names ("no men"), null where it names none. */
export const genderNamed = (word: string): 'female' | 'male' | null => (has(word, stated.female) ? 'female' : has(word, stated.male) ? 'male' : null)

/** Words of gender that say nothing more, so that they need not be looked for in the texts. */
export const bareGenderWords: ReadonlySet<string> = new Set(
  'woman women female females actress actresses girl girls lady ladies heroine man men male males boy boys guy guys gentleman hero ladka ladki aadmi aurat mahila purush mard his him her she he only'.split(' '),
)

const has = (text: string, words: string): boolean => new RegExp(String.raw`(?<![\p{L}-])(?:${words})(?![\p{L}])`, 'u').test(text)
