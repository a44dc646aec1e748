import type { Gender } from '../../../src-preload/contract/words.ts'
import { fold } from '../../spelling/folding.ts'

const words: Readonly<Record<Gender, readonly string[]>> = {
  female: ['f', 'female', 'fem', 'woman', 'women', 'girl', 'lady', 'w', 'actress', 'she', 'she her', 'mahila', 'aurat', 'stree', 'ladki', 'महिला', 'स्त्री', 'trans woman', 'transwoman'],
  male: ['m', 'male', 'man', 'men', 'boy', 'gent', 'gents', 'actor male', 'he', 'he him', 'purush', 'aadmi', 'ladka', 'पुरुष', 'trans man', 'transman'],
  nonBinary: ['nb', 'non binary', 'nonbinary', 'enby', 'genderqueer', 'gender fluid', 'genderfluid', 'they', 'they them', 'x', 'o', 'other', 'third gender', 'transgender', 'trans', 'hijra', 'kinnar', 'तृतीय लिंग'],
}

/** The gender that a cell states in one of the usual words, English, Hindi or a letter; null where it states none. */
export function readGender(text: string): Gender | null {
  const said = fold(text)
  const exact = (Object.keys(words) as Gender[]).find(gender => words[gender].includes(said))
  if (exact) return exact
  // "Female (Adult)", "Child - Male": one gender's word and no other's.
  const spoken = said.split(' ').filter(word => word.length > 2)
  const named = (Object.keys(words) as Gender[]).filter(gender => spoken.some(word => words[gender].includes(word)))
  return named.length === 1 ? (named[0] ?? null) : null
}
