import type { ComparedPerson, NameHeard } from './comparedPerson.ts'

/** People who share a key are compared; above this many a second key must be shared too. */
export const largestBlock = 40

/** Hexadecimal digits of a likeness: where at most four of its 64 bits differ, one of five parts is the same. */
const bands = [[0, 4], [4, 7], [7, 10], [10, 13], [13, 16]] as const

/** In a block that no second key parts, each is compared with so many neighbours in order of city, age and height. */
const neighbours = 6

/**
 * The keys by which somebody may be found again, each with a letter for its kind.
 *
 * p phone, e e-mail, l link, h a fifth of the likeness of a headshot, n the sounds of all words of a name in any order, j the sound of the name as one word,
 * g the first word and the initial of the last, s the last word and the initial of the first.
 */
export function blockingKeys(person: ComparedPerson): readonly string[] {
  const keys = new Set<string>(person.names.flatMap(nameKeys))
  if (person.phone !== '') keys.add(`p ${person.phone}`)
  if (person.email !== '') keys.add(`e ${person.email}`)
  for (const link of person.links) keys.add(`l ${link}`)
  for (const picture of person.pictures) for (const [from, to] of bands) keys.add(`h${from} ${picture.slice(from, to)}`)
  return [...keys]
}

function nameKeys({ sounds }: NameHeard): readonly string[] {
  const [first = '', last = ''] = [sounds[0], sounds.at(-1)]
  if (first === '') return []
  const joined = sounds.join('').replace(/(.)\1+/g, '$1')
  if (sounds.length === 1) return [`j ${joined}`]
  return [`n ${sounds.toSorted().join(' ')}`, `j ${joined}`, `g ${first} ${last[0] ?? ''}`, `s ${last} ${first[0] ?? ''}`]
}

/** Takes each pair of a block once; `isDue` tells who is compared anew: a pair of two others is left out. */
export function pairsOfBlock(block: readonly ComparedPerson[], isDue: (person: ComparedPerson) => boolean, take: (a: ComparedPerson, b: ComparedPerson) => void): void {
  if (block.length < 2) return
  if (block.length <= largestBlock) return everyPair(block, isDue, take)
  for (const part of partsOf(block)) {
    if (part.length <= largestBlock) everyPair(part, isDue, take)
    else neighbourPairs(part, isDue, take)
  }
}

function everyPair(block: readonly ComparedPerson[], isDue: (person: ComparedPerson) => boolean, take: (a: ComparedPerson, b: ComparedPerson) => void): void {
  block.forEach((a, at) => {
    const due = isDue(a)
    for (let other = at + 1; other < block.length; other++) {
      const b = block[other]
      if (b && (due || isDue(b))) take(a, b)
    }
  })
}

function neighbourPairs(block: readonly ComparedPerson[], isDue: (person: ComparedPerson) => boolean, take: (a: ComparedPerson, b: ComparedPerson) => void): void {
  const sorted = block.toSorted((a, b) => compareText(a.city, b.city) || (a.playingFrom ?? 0) - (b.playingFrom ?? 0) || (a.heightCm ?? 0) - (b.heightCm ?? 0) || a.row - b.row)
  sorted.forEach((a, at) => {
    for (const b of sorted.slice(at + 1, at + 1 + neighbours)) if (isDue(a) || isDue(b)) take(a, b)
  })
}

/** A block parted by what else is shared: the whole name, the city, the phone, and the age in steps of four years, twice, so that near ones meet. */
function partsOf(block: readonly ComparedPerson[]): Iterable<readonly ComparedPerson[]> {
  const parts = new Map<string, ComparedPerson[]>()
  const put = (key: string, person: ComparedPerson): void => {
    const part = parts.get(key)
    if (part) part.push(person)
    else parts.set(key, [person])
  }
  for (const person of block) {
    const name = person.names[0]?.sounds.toSorted().join(' ') ?? ''
    if (person.city !== '') put(`c ${person.city} ${name}`, person)
    if (person.playingFrom !== null) {
      put(`a ${Math.floor(person.playingFrom / 4)} ${name}`, person)
      put(`b ${Math.floor((person.playingFrom + 2) / 4)} ${name}`, person)
    }
    put(`i ${person.names[0]?.sounds[0] ?? ''}`, person)
  }
  return parts.values()
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
