import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TalentId } from '../../src-preload/contract/talent.ts'
import { readSentence } from '../../src-main/talent/search/readSentence.ts'

const people = [
  { id: 'tara' as TalentId, name: 'Tara Sood', gender: 'female' as const, playingRange: { from: 30, to: 40 }, heightCm: 165 },
  { id: 'honey' as TalentId, name: 'Honey Irani', gender: 'female' as const, playingRange: null, heightCm: null },
]
const known = {
  isLanguage: (word: string) => ['marathi', 'tamil', 'telugu', 'bengali', 'bhojpuri', 'english', 'hindi'].includes(word),
  isCity: (word: string) => ['mumbai', 'pune', 'delhi', 'navi mumbai', 'kolkata'].includes(word),
  isTag: (word: string) => ['callback', 'theatre festival'].includes(word),
  named: (words: readonly string[]) => people.find(({ name }) => [name.toLowerCase(), name.toLowerCase().split(' ')[0]].includes(words.join(' '))) ?? null,
  /** A Saturday. */
  today: '2026-11-21',
}
const read = (text: string, without: readonly string[] = []) => readSentence(text, known, without)
const chips = (text: string) => read(text).chips.map(({ chip }) => chip.id)
const labels = (text: string) => read(text).chips.map(({ chip }) => chip.label)
const ofKind = (text: string, kind: string) => read(text).chips.filter(({ chip }) => chip.kind === kind).map(({ chip }) => chip.id)

describe('a fee', () => {
  it.each([
    ['under 2 lakh a day', 'Up to ₹2 lakh a day'], ['below 50k', 'Up to ₹50,000'], ['2L se kam', 'Up to ₹2 lakh'], ['within 1.5 lakh/day', 'Up to ₹1.5 lakh a day'], ['upto Rs. 75,000 per day', 'Up to ₹75,000 a day'],
    ['not more than 10 lakhs for the project', 'Up to ₹10 lakh for the project'], ['between 50k and 1 lakh a day', '₹50,000 to ₹1 lakh a day'], ['1-2 lakh per day', '₹1 lakh to ₹2 lakh a day'], ['budget 40000', 'Up to ₹40,000'],
    ['over 1 crore', 'From ₹1 crore'], ['$300 a day or less', 'Up to $300 a day'], ['₹25,000 tak', 'Up to ₹25,000'], ['2 lakh a day max', 'Up to ₹2 lakh a day'], ['fees under 30 thousand', 'Up to ₹30,000'], ['at least 50k a day', 'From ₹50,000 a day'],
  ])('%s', (text, label) => expect(labels(`actress, ${text}`)).toContain(label))

  it.each(['earns 2 lakh a day', 'under 40', 'over 10k followers', '2 lakh followers', 'under 170 cm', 'more than 5 years', 'up to 20 days', 'a fee of her own', '1990s', 'above 5 feet 6', '3-9 march', 'a man with 50 ships'])('is none in %j', text =>
    expect(ofKind(text, 'fee')).toEqual([]))

  it('leaves an age in the same sentence its own', () => expect(chips('woman 30-40 under 2 lakh a day')).toEqual(['fee:-20000000-day', 'age:30-40', 'gender:female']))
})

describe('days on which somebody is free', () => {
  it.each([
    ['free 3-9 March', 'dates:2027-03-03/2027-03-09'], ['free from 3rd to 9th March', 'dates:2027-03-03/2027-03-09'], ['available in April', 'dates:2027-04-01/2027-04-30'], ['march mein free', 'dates:2027-03-01/2027-03-31'],
    ['free next week', 'dates:2026-11-23/2026-11-29'], ['available tomorrow', 'dates:2026-11-22/2026-11-22'], ['free in November', 'dates:2026-11-21/2026-11-30'], ['agle hafte free ho', 'dates:2026-11-23/2026-11-29'],
    ['shoot 20 Dec to 5 Jan', 'dates:2026-12-20/2027-01-05'], ['dates: 4 and 6 Feb', 'dates:2027-02-04/2027-02-06'], ['free March to May', 'dates:2027-03-01/2027-05-31'], ['available 5 March 2028', 'dates:2028-03-05/2028-03-05'],
    ['is free in March', 'dates:2027-03-01/2027-03-31'], ['free 20-25 November', 'dates:2026-11-20/2026-11-25'],
  ])('%s', (text, id) => expect(chips(`dancer, ${text}`)).toContain(id))

  it.each(['free on Holi', 'a free spirit', 'born on 3 March', 'free-diver', 'march past', 'a dancer named April', 'worked for free in March 2019', 'danced free of charge', 'who may come', 'not free in March'])('are none in %j', text =>
    expect(ofKind(text, 'dates')).toEqual([]))

  it('leave no age and no word behind', () => {
    const { chips: found, words } = read('singer free 3-9 March')
    expect(found).toHaveLength(1)
    expect(words).toEqual(['singer'])
  })
  it('are said with their year where it is another', () => expect(labels('free 3-9 March')).toEqual(['Free 3 to 9 Mar 2027']))
})

describe('a height', () => {
  it.each([
    [`above 5'10"`, 'height:178-'], ['taller than 170 cm', 'height:170-'], ["5'6 and above", 'height:168-'], ["5'10+", 'height:178-'], ['under 5 ft 4', 'height:-163'], [`5'6" to 5'10"`, 'height:168-178'], ['160-170 cm', null],
    [`5'8" tall`, 'height:169-177'], ['at least 1.80 m', 'height:180-'], ['height 172 cm', 'height:168-176'], ['shorter than 160cm', 'height:-160'],
  ])('%s', (text, id) => expect(ofKind(`man ${text}`, 'height')).toEqual(id === null ? [] : [id]))

  it.each(['chhota kad', 'tall', 'above 40', '10 feet of rope', 'size 6 feet', 'over 6 films', 'at 5 in the morning'])('is none in %j', text => expect(ofKind(text, 'height')).toEqual([]))
})

describe('a town', () => {
  it.each([['in Pune', 'city:pune'], ['Delhi based', 'city:delhi'], ['Mumbai se', 'city:mumbai'], ['lives in Navi Mumbai', 'city:navi mumbai'], ['woman in Mumbai who sings', 'city:mumbai'], ['Pune mein rehne wali', 'city:pune'], ['actor in Bombay', 'city:bombay']])('%s', (text, id) =>
    expect(ofKind(text, 'city')).toEqual([id]))
  it.each(['set in Mumbai', 'born in Pune', 'Mumbai police', 'in Pune traffic', 'in Hindi', 'in trouble', 'Mumbai accent', 'trained in Delhi', 'in her thirties'])('is none in %j', text => expect(ofKind(text, 'city')).toEqual([]))
})

describe('how well a language is spoken', () => {
  it.each([['fluent Marathi', 'language:marathi:fluent'], ['native Tamil', 'language:tamil:native'], ['mother tongue Bengali', 'language:bengali:native'], ['fluent in English', 'language:english:fluent'], ['speaks Tamil', 'language:tamil'], ['Bhojpuri bolti ho', 'language:bhojpuri']])('%s', (text, id) =>
    expect(ofKind(text, 'language')).toEqual([id]))
  it.each(['native village', 'fluent dancer', 'Marathi theatre', 'Tamil wedding'])('is not asked in %j', text => expect(ofKind(text, 'language')).toEqual([]))
})

describe('papers', () => {
  it.each([
    ['with CINTAA card', 'union:cintaa'], ['CINTAA member', 'union:cintaa'], ['has a union card', 'union:'], ['with a valid passport', 'passport'], ['passport holder', 'passport'], ['has a showreel', 'media:reel'], ['with headshot', 'media:headshot'],
    ['with a self-tape', 'media:selfTape'], ['tagged callback', 'tag:callback'], ['#callback', 'tag:callback'], ['tag: theatre festival', 'tag:theatre festival'], ['minors', 'minor'], ['minor artist', 'minor'], ['no minors', 'adult'], ['adults only', 'adult'],
  ])('%s', (text, id) => expect(chips(`dancer ${text}`)).toContain(id))
  it.each(['plays cards', 'green card', 'passport size photo', 'reel life hero', 'instagram reels', 'a minor role', 'tagged along', '#unheardof', 'mother of a union leader', 'a minor part', 'sings in C minor', 'headshot photographer'])('are none in %j', text =>
    expect(read(text).chips.filter(({ chip }) => ['union', 'passport', 'media', 'tag', 'minor'].includes(chip.kind))).toEqual([]))
})

describe('somebody like a person of the book', () => {
  it('is asked for by the name, with what is to be otherwise', () => {
    expect(chips('someone like Tara Sood')).toEqual(['like:tara', 'gender:female'])
    expect(chips('someone like Tara Sood but younger')).toEqual(['like:tara', 'beside:younger', 'gender:female'])
    expect(chips('like Tara Sood who speaks Bengali')).toEqual(['like:tara', 'gender:female', 'language:bengali'])
    expect(chips('Tara Sood jaisi koi, taller')).toEqual(['like:tara', 'beside:taller', 'gender:female'])
    expect(labels('anyone like Tara but older')).toEqual(['Like Tara Sood', 'Older than Tara', 'Woman'])
    expect(read('someone like Tara Sood').words).toEqual([])
  })
  it.each(['looks like honey', 'someone like Meryl Streep', 'a face like nobody else', 'likes to dance', 'a younger woman', 'gaon jaisi boli'])('is nobody in %j', text => expect(ofKind(text, 'like')).toEqual([]))
})

describe('the small words of Roman Hindi', () => {
  it('are not looked for', () => {
    const { words, chips: found, meaning } = read('20-25 saal ka ladka jo Bhojpuri bolta ho, Mumbai se, 50k se kam')
    expect(found.map(({ chip }) => chip.id)).toEqual(expect.arrayContaining(['age:20-25', 'gender:male', 'language:bhojpuri', 'city:mumbai', 'fee:-5000000']))
    expect(meaning).not.toMatch(/\b(?:ka|jo|ho|se|kam)\b/)
    expect(words).not.toContain('20')
  })
  it('and no smokers are an exclusion', () => expect(chips('family man, no smokers')).toEqual(expect.arrayContaining(['not:smokers'])))
})

it('a chip that was taken away is understood as nothing else', () => {
  for (const [text, id] of [['singer free 3-9 March', 'dates:2027-03-03/2027-03-09'], ["dancer above 5'10", 'height:178-'], ['cook, 50-60k a day', 'fee:5000000-6000000-day'], ['someone like Tara Sood', 'like:tara']] as const) {
    expect(chips(text)).toContain(id)
    expect(read(text, [id]).chips.filter(({ chip }) => chip.kind !== 'gender')).toEqual([])
  }
  expect(read('singer free 3-9 March', ['dates:2027-03-03/2027-03-09']).words).toEqual(expect.arrayContaining(['singer', 'march']))
})

it('any sentence of such pieces is read, each chip once', () => {
  const piece = fc.constantFrom('under', '2 lakh', 'a day', 'free', 'march', '3-9', "5'10\"", 'above', 'in pune', 'like', 'tara sood', 'but younger', 'fluent', 'tamil', 'with', 'passport', 'cintaa card', 'not', 'no minors', ',', '-', '"', 'se', 'tak', '#callback', '', '₹', '50k')
  fc.assert(fc.property(fc.array(piece, { maxLength: 25 }).map(pieces => pieces.join(' ')), text => {
    const found = read(text).chips.map(({ chip }) => chip.id)
    expect(new Set(found).size).toBe(found.length)
    expect(read(text, found).chips.filter(({ chip }) => found.includes(chip.id))).toEqual([])
    expect(read(text, found).words.join('')).not.toMatch(/[\ue000-\uf8ff]/)
  }), { numRuns: 500 })
})
