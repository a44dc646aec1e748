import type { ComparedPerson } from './comparedPerson.ts'
import { compareNames, type NameAgreement, type WordComparer } from './compareNames.ts'
import type { Frequencies } from './frequencies.ts'
import { stepOf, weights } from './weights.ts'

/** One thing that speaks for two records being one person, or against it. */
export interface Reason {
  readonly speaks: 'for' | 'against'
  readonly words: string
}

/** How surely two records are one person, in bits (0 is as likely as not), and why, the weightiest first. */
export interface Comparison {
  readonly bits: number
  readonly reasons: readonly Reason[]
}

interface Part {
  readonly bits: number
  readonly words: string
}

/**
 * Compares two records.
 *
 * Two strangers and two of one family are weighed against one person: a family shares its surname, phone, e-mail and city, so that there only given names, gender,
 * ages, heights and pictures tell.
 */
export function comparePeople(a: ComparedPerson, b: ComparedPerson, frequencies: Frequencies, compare: WordComparer): Comparison {
  const name = compareNames(a.names, b.names, a.gender ?? b.gender, frequencies, compare)
  const own = [...pictureParts(a, b), ...genderParts(a, b), ...bornParts(a, b), ...ageParts(a, b), ...heightParts(a, b)]
  const parts = [{ bits: name.bits, words: nameWordsOf(name) }, ...contactParts(a, b, frequencies), ...own, ...cityParts(a, b, frequencies)]
  const againstStrangers = Math.log2(weights.doubled / frequencies.people) + sumOf(parts)
  const againstFamily = Math.log2(weights.doubled / weights.kin) + name.givenBits + sumOf(own)
  return {
    bits: -Math.log2(2 ** -againstStrangers + 2 ** -againstFamily),
    reasons: parts
      .filter(({ bits, words }) => words !== '' && bits !== 0)
      .sort((x, y) => Number(y.bits > 0) - Number(x.bits > 0) || Math.abs(y.bits) - Math.abs(x.bits))
      .map(({ bits, words }) => ({ speaks: bits > 0 ? 'for' : 'against', words })),
  }
}

const sumOf = (parts: readonly Part[]): number => parts.reduce((sum, { bits }) => sum + bits, 0)

function nameWordsOf({ how, a, b }: NameAgreement): string {
  const both = `${a} / ${b}`
  switch (how) {
    case 'same': return a === b ? 'same name' : `same name: ${both}`
    case 'script': return `same name in two scripts: ${both}`
    case 'order': return `same name in another order: ${both}`
    case 'alike': return `names sound alike: ${both}`
    case 'near': return `names are a slip apart: ${both}`
    case 'part': return `one name is part of the other: ${both}`
    case 'surname': return `same first name, another surname: ${both}`
    case 'other': return 'different first names'
  }
}

/** What reaches one person as a rule; the strongest counts in full, the others, which go with it, in part. */
function contactParts(a: ComparedPerson, b: ComparedPerson, frequencies: Frequencies): readonly Part[] {
  const shared = [
    contactPart('phone', a.phone, b.phone, `p ${a.phone}`, frequencies),
    contactPart('e-mail', a.email, b.email, `e ${a.email}`, frequencies),
    ...a.links.filter(link => b.links.includes(link)).slice(0, 1).map(link => contactPart('link', link, link, `l ${link}`, frequencies)),
  ].flatMap(part => part ?? [])
  const same = shared.filter(({ isSame }) => isSame).sort((x, y) => y.bits - x.bits)
  const differing = shared.filter(({ isSame }) => !isSame)
  return [
    ...same.map(({ bits, words }, at) => ({ bits: at === 0 ? bits : bits * weights.contact.second, words })),
    // With one thing that reaches both, another number is a second number.
    ...(same.length > 0 ? [] : differing),
  ]
}

function contactPart(what: string, a: string, b: string, key: string, frequencies: Frequencies): (Part & { readonly isSame: boolean }) | null {
  if (a === '' || b === '') return null
  if (a !== b) return { isSame: false, bits: weights.contact.differs, words: `different ${what}` }
  const sharing = frequencies.sharing(key)
  const bits = Math.max(0.1, Math.log2((weights.contact.m * frequencies.people) / (sharing - 1) ** 3))
  return { isSame: true, bits, words: sharing > 2 ? `same ${what}, as ${sharing} people have it` : `same ${what}` }
}

function pictureParts(a: ComparedPerson, b: ComparedPerson): readonly Part[] {
  const isSame = a.pictures.some(picture => b.pictures.some(other => bitsApart(picture, other) <= 4))
  return isSame ? [{ bits: weights.picture, words: 'same headshot' }] : []
}

/** How many of the 64 bits of two likenesses differ. */
function bitsApart(a: string, b: string): number {
  let differing = BigInt(`0x${a}`) ^ BigInt(`0x${b}`)
  let count = 0
  for (; differing > 0n; differing &= differing - 1n) count++
  return count
}

function genderParts(a: ComparedPerson, b: ComparedPerson): readonly Part[] {
  if (a.gender === null || b.gender === null) return []
  return a.gender === b.gender ? [{ bits: weights.gender.same, words: '' }] : [{ bits: weights.gender.differs, words: 'different gender' }]
}

function bornParts(a: ComparedPerson, b: ComparedPerson): readonly Part[] {
  if (a.born === null || b.born === null) return []
  if (a.born === b.born) return [{ bits: weights.born.same, words: 'born on the same day' }]
  const years = Math.abs(Number(a.born.slice(0, 4)) - Number(b.born.slice(0, 4)))
  if (years === 0) return [{ bits: weights.born.sameYear, words: 'born in one year on two days' }]
  return [{ bits: stepOf(weights.born.years, years), words: `born ${years} ${years === 1 ? 'year' : 'years'} apart` }]
}

function ageParts(a: ComparedPerson, b: ComparedPerson): readonly Part[] {
  if (a.playingFrom === null || a.playingTo === null || b.playingFrom === null || b.playingTo === null || (a.born !== null && b.born !== null)) return []
  const apart = Math.abs(a.playingFrom + a.playingTo - b.playingFrom - b.playingTo) / 2
  const bits = stepOf(weights.ages, apart)
  return [{ bits, words: bits > 0 ? 'same playing age' : bits < -1 ? `playing ages ${Math.round(apart)} years apart` : '' }]
}

function heightParts(a: ComparedPerson, b: ComparedPerson): readonly Part[] {
  if (a.heightCm === null || b.heightCm === null) return []
  const apart = Math.abs(a.heightCm - b.heightCm)
  const bits = stepOf(weights.heights, apart)
  return [{ bits, words: bits > 0 ? 'same height' : bits < -1 ? `heights ${apart} cm apart` : '' }]
}

function cityParts(a: ComparedPerson, b: ComparedPerson, frequencies: Frequencies): readonly Part[] {
  if (a.city === '' || b.city === '') return []
  if (a.city !== b.city) return [{ bits: weights.city.differs, words: 'different city' }]
  return [{ bits: Math.max(0, Math.log2(weights.city.same / frequencies.city(a.city))), words: 'same city' }]
}
