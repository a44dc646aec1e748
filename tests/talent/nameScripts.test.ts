import { describe, expect, it } from 'vitest'
import { romanSpellings, withRomanNames } from '../../src-main/spelling/nameScripts.ts'
import { peopleNamed } from '../../src-main/talent/peopleNamed.ts'
import { searchTalent } from '../../src-main/talent/searchTalent.ts'
import { add, newBook } from './book.ts'

const written = [
  ['Sulakshana Pandit', 'सुलक्षणा पंडित'], ['Harpreet Sodhi', 'ਹਰਪ੍ਰੀਤ ਸੋਢੀ'], ['Malathi Govindan', 'மாலதி கோவிந்தன்'], ['Amitava Chakraborty', 'অমিতাভ চক্রবর্তী'], ['Gayatri Rao', 'గాయత్రి రావు'],
  ['Mohanlal Pillai', 'മോഹൻലാൽ പിള്ള'], ['Bhavesh Trivedi', 'ભાવેશ ત્રિવેદી'], ['Shivakumar Gowda', 'ಶಿವಕುಮಾರ್ ಗೌಡ'],
] as const

const firstFor = async (names: readonly string[], asked: string) => {
  const { db } = newBook()
  for (const name of names) add(db, { name, bio: 'Plays a gayak, a singer of the village.' })
  const { people } = await searchTalent({ db, embedder: null, glossary: [] }, { text: asked, without: [], filters: {}, sort: 'best', limit: 3, offset: 0 })
  return people[0]?.talent.name
}

describe('a name in another script', () => {
  it.each(written)('finds %s where it is asked for as %s', async (roman, script) => expect(await firstFor(written.map(([name]) => name), script)).toBe(roman))
  it.each(written)('is found by %s where the book says %s', async (roman, script) => expect(await firstFor(written.map(([, name]) => name), roman)).toBe(script))

  it('is offered by its first Roman letters', () => {
    const { db } = newBook()
    add(db, { name: 'सुलक्षणा पंडित' })
    expect(peopleNamed(db, 'sula', 5, '').map(({ name }) => name)).toEqual(['सुलक्षणा पंडित'])
  })

  it('is nobody where the word is one that the texts know otherwise', async () => {
    expect(await firstFor(['Prem Nayak', 'Asha Rane'], 'गायक')).toBeUndefined()
  })

  it('has both Roman spellings of Tamil, and itself where it is Roman', () => {
    expect([romanSpellings('செந்தில்'), romanSpellings('senthil'), withRomanNames(['Asha', 'राम'])]).toEqual([['sendil', 'senthil'], ['senthil'], ['Asha', 'राम', 'ram']])
  })
})
