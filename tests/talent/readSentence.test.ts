import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeGlossary } from '../../src-main/talent/search/glossary.ts'
import { rangeFit } from '../../src-main/talent/search/rank.ts'
import { readAgeLeaning } from '../../src-main/talent/search/readAges.ts'
import { readSentence } from '../../src-main/talent/search/readSentence.ts'

const known = { isLanguage: (word: string) => ['marathi', 'tamil', 'telugu', 'punjabi', 'english'].includes(word), isCity: (word: string) => word === 'mumbai' }
const read = (text: string, without: readonly string[] = []) => readSentence(text, known, without)
const chips = (text: string) => read(text).chips.map(({ chip }) => chip.id)

describe('the ages of a sentence', () => {
  it.each([
    ['man, 25 to 40', 'age:25-40'], ['25-30 yrs', 'age:25-30'], ['aged 18 to 22', 'age:18-22'], ['in her thirties or forties', 'age:30-49'], ['late 20s', 'age:26-29'],
    ['over sixty', 'age:60-110'], ['60+', 'age:60-110'], ['not above 40', 'age:0-40'], ['under 12', 'age:0-12'], ['about ten years old', 'age:9-11'], ['can play 25', 'age:25-25'],
    ['around forty', 'age:36-44'], ['22 saal', 'age:22-22'], ['twenty-six years old', 'age:26-26'], ['a teenager', 'age:13-19'], ['child actor', 'age:4-13'], ['middle-aged', 'age:40-58'],
    ['in her early forties', 'age:40-43'], ['mid thirties', 'age:33-37'], ['paintees saal', 'age:35-35'], ['chalis ki aurat', 'age:40-40'], ['chalis pachas saal ki', 'age:40-50'], ['pachees se tees saal', 'age:25-30'], ['pachaas baras ka', 'age:50-50'],
    ['woman of forty who sings', 'age:40-40'], ['thirty-five, Marathi', 'age:35-35'], ['a man who is thirty-five', 'age:35-35'], ['40 ki umar', 'age:40-40'],
    ['elderly', 'age:58-110'], ['mother of two, 35', 'age:35-35'], ['mother of a ten year old, 35 to 40', 'age:35-40'], ['in the role of a 40 year old', 'age:40-40'],
  ])('%s', (text, id) => expect(chips(text)).toContain(id))

  it.each(['12 years of experience', '2 lakh a day', '5 feet 10', '20-25 days of shoot', 'an old friend of the director', 'mother of a teenager', 'a teacher who is good with children', 'mother of four', 'saath mein kaam kiya', 'pachas hazaar', 'chalis ki fees', 'tees maar khan', 'men 20 and more', 'pachas lakh ka budget', 'chalis din', 'woman of few words', 'ek sau chalis episodes', 'parallel lead opposite a 28 year old heroine', "children's theatre"])('finds none in %j', text =>
    expect(chips(text).filter(id => id.startsWith('age:'))).toEqual([]))

  it('only lean where nobody said a number', () => {
    expect(readAgeLeaning('a laughing grandmother')).toEqual({ from: 56, to: 110 })
    expect(chips('a laughing grandmother')).toEqual(['gender:female'])
    expect(read('a laughing grandmother, 50 to 60').ages).toEqual({ from: 50, to: 60 })
  })

  it('fit best in the middle of what was asked', () => {
    const asked = { from: 30, to: 40 }
    expect(rangeFit(asked, 30, 40)).toBeGreaterThan(rangeFit(asked, 38, 50))
    expect(rangeFit(asked, 41, 50)).toBe(0)
  })
})

describe('the gender of a sentence', () => {
  it.each([
    ['actress for an ad', 'gender:female'], ['dadi of the house', 'gender:female'], ['launda of the mohalla', 'gender:male'], ['ex-army man', 'gender:male'],
    ["woman for the hero's friend", 'gender:female'], ['widower', 'gender:male'],
  ])('%s', (text, id) => expect(chips(text)).toContain(id))

  it.each(["the heroine's best friend", 'boys and girls', 'a performer', 'human resources manager', 'lead opposite a 28 year old heroine', 'friend to the boy'])('finds none in %j', text =>
    expect(chips(text).filter(id => id.startsWith('gender:'))).toEqual([]))

  it('leaves non-binary people in where a trans performer is asked for', () =>
    expect(read('transgender actress').chips[0]?.condition).toEqual({ kind: 'gender', gender: 'female', orNonBinary: true }))
})

describe('negations', () => {
  it.each([
    ['wrestler, but not from Haryana', ['not:haryana']], ['not a dancer', ['not:dancer']], ['without tattoos or beard', ['not:tattoos', 'not:beard']],
    ['women only, no men', ['not:men', 'gender:female']], ['no acting school', ['not:acting school']],
  ])('%s', (text, ids) => expect(chips(text)).toEqual(ids))

  it.each(['not necessarily a singer', 'no problem with night shoots', 'non-professional', 'not only a dancer'])('exclude nobody in %j', text =>
    expect(chips(text).filter(id => id.startsWith('not:'))).toEqual([]))

  it('leave the words and the meaning', () => {
    const { words, meaning } = read('wrestler, but not from Haryana')
    expect(words.join(' ') + meaning).not.toContain('haryana')
  })
})

describe('what else is certain', () => {
  it('is a language that is said to be spoken', () => {
    expect(chips('Marathi-speaking mother')).toContain('language:marathi')
    expect(chips('speaks Tamil and Telugu')).toEqual(['language:tamil', 'language:telugu'])
    expect(chips('fluent in English')).toEqual(['language:english:fluent'])
    expect(chips('Punjabi wedding dancer')).toEqual([])
  })
  it('is a town somebody lives in', () => expect([chips('based in Mumbai'), chips('Mumbai-based'), chips('Mumbai police')]).toEqual([['city:mumbai'], ['city:mumbai'], []]))
  it('is a phrase in quotes', () => expect(chips('"horse riding"')).toEqual(['phrase:horse riding']))
})

it('looks for the words of a chip again once the chip is taken away', () => {
  const { chips: left, words } = read('dancer, 25 to 30, not from Mumbai', ['age:25-30', 'not:mumbai'])
  expect(left).toEqual([])
  expect(words).toEqual(expect.arrayContaining(['25', '30', 'mumbai', 'dancer']))
})

it('gives the sentence encoder English for Roman Hindi', () => expect(read('gaon wali dadi').meaning).toBe('village grandmother'))

it('reads any sentence without throwing', () => {
  const piece = fc.constantFrom('not', 'no', 'women', 'over', '60', '25-30', 'based in', 'mumbai', '"', ',', 'speaks tamil', "heroine's", '(', 'twenties', 'without', 'or', 'ya', '12 saal')
  fc.assert(fc.property(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.array(piece, { maxLength: 30 }).map(pieces => pieces.join(' '))), text => {
    const { chips: found } = read(text)
    expect(new Set(found.map(({ chip }) => chip.id)).size).toBe(found.length)
    expect(read(text, found.map(({ chip }) => chip.id)).chips.filter(({ chip }) => found.some(other => other.chip.id === chip.id))).toEqual([])
  }), { numRuns: 1_000 })
})

describe('the glossary', () => {
  it("reads the office's words in both directions", () => {
    const glossary = makeGlossary([{ term: 'Tamasgir', means: ['folk comic'] }])
    expect(glossary.alternatives('tamasgir')).toEqual(['folk comic'])
    expect(glossary.alternatives('folk comic')).toEqual(['tamasgir'])
  })
  it('lets a kind find its things, and not the things their kind', () => {
    const glossary = makeGlossary([])
    expect(glossary.alternatives('dancer')).toContain('kathak')
    expect(glossary.alternatives('kathak')).not.toContain('dancer')
  })
  it('knows a word by its sound', () => expect(makeGlossary([]).soundingLike('pehalwaan')).toContain('wrestler'))
})
