/**
 * Measures how well duplicates are found: `npm run measure:duplicates -- [--verbose]`.
 *
 * The judged pairs of `tests/support/duplicatePairs.ts` stand in a made-up book of 5,000 others; every pair that is to be one person and is suggested counts, and
 * every pair that is to be two and is not. Half of the pairs were kept aside while the weights were chosen. Prints precision and recall of both halves, and what is
 * suggested among the others. Ends with 1 where the half kept aside falls under a precision of 0.95 or a recall of 0.9.
 */
import { comparedPerson, type ComparedPerson, type PersonFacts } from '../src-main/talent/duplicates/comparedPerson.ts'
import { wordComparer } from '../src-main/talent/duplicates/compareNames.ts'
import { comparePeople } from '../src-main/talent/duplicates/comparePeople.ts'
import { blocksOf, findPairs } from '../src-main/talent/duplicates/findPairs.ts'
import { countedFrequencies, countPeople, type Frequencies } from '../src-main/talent/duplicates/frequencies.ts'
import { phoneKey } from '../src-main/talent/talentRecord.ts'
import { seededBook } from '../tests/support/duplicateBook.ts'
import { judgedPairs, type JudgedPair } from '../tests/support/duplicatePairs.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const verbose = process.argv.includes('--verbose')
const required = { precision: 0.95, recall: 0.9 }
const book = seededBook(5_000)
const judged = judgedPairs()

const people: ComparedPerson[] = book.people.map(comparedPerson)
const pairs = judged.map((pair, at) => {
  const [a, b] = [personOf(pair.a, 100_000 + at * 2), personOf(pair.b, 100_001 + at * 2)]
  people.push(a, b)
  return { ...pair, people: [a, b] as const }
})
const counts = countPeople(people)
const frequencies: Frequencies = countedFrequencies({
  people: people.length, sounds: key => counts.sounds.get(key) ?? 0, cities: key => counts.cities.get(key) ?? 0, shared: key => counts.shared.get(key) ?? 0,
})
const found = findPairs(blocksOf(people), frequencies).pairs
const suggested = new Set(found.map(({ a, b }) => `${a} ${b}`))
const isSuggested = ([a, b]: readonly [ComparedPerson, ComparedPerson]): boolean => suggested.has([a.id, b.id].sort().join(' '))

say(`${'kind'.padEnd(30)}   n  right`)
for (const kind of new Set(pairs.map(pair => pair.kind))) {
  const of = pairs.filter(pair => pair.kind === kind)
  say(`${kind.padEnd(30)}${String(of.length).padStart(4)}${String(of.filter(pair => isSuggested(pair.people) === pair.same).length).padStart(7)}`)
}
const [chosen, aside] = [figures(pairs.filter(pair => !pair.aside)), figures(pairs.filter(pair => pair.aside))]
say(`the half the weights were chosen on: precision ${chosen.precision.toFixed(3)}, recall ${chosen.recall.toFixed(3)} (${chosen.n} pairs)`)
say(`the half kept aside:                 precision ${aside.precision.toFixed(3)}, recall ${aside.recall.toFixed(3)} (${aside.n} pairs)`)
const planted = new Set(book.planted.map(pair => pair.join(' ')))
const inBook = found.filter(({ a, b }) => a.startsWith('p') && b.startsWith('p'))
const right = inBook.filter(({ a, b }) => planted.has(`${a} ${b}`)).length
say(`planted in the book of 5,000:        precision ${(right / inBook.length).toFixed(3)}, recall ${(right / planted.size).toFixed(3)} (${planted.size} planted)`)
if (verbose) tellMistakes()
if (aside.precision < required.precision || aside.recall < required.recall) process.exitCode = 1

function personOf(facts: JudgedPair['a'], row: number): ComparedPerson {
  const whole: PersonFacts = {
    row, id: `z${row}`, name: facts.name, legalName: facts.legalName ?? '', spellings: facts.spellings ?? [], gender: facts.gender ?? null, playingFrom: facts.playingRange?.from ?? null,
    playingTo: facts.playingRange?.to ?? null, heightCm: facts.heightCm ?? null, city: facts.city ?? '', phoneKey: phoneKey(facts.phone ?? ''), email: facts.email ?? '', born: null, links: [], pictures: [],
  }
  return comparedPerson(whole)
}

function figures(of: typeof pairs): { readonly n: number; readonly precision: number; readonly recall: number } {
  const all = of.filter(pair => isSuggested(pair.people))
  const hit = all.filter(pair => pair.same).length
  return { n: of.length, precision: hit / all.length, recall: hit / of.filter(pair => pair.same).length }
}

function tellMistakes(): void {
  const compare = wordComparer()
  for (const pair of pairs.filter(one => !one.aside && isSuggested(one.people) !== one.same)) {
    const { bits, reasons } = comparePeople(...pair.people, frequencies, compare)
    say(`${pair.same ? 'missed' : 'wrong '} ${bits.toFixed(1)} ${pair.a.name} / ${pair.b.name}: ${reasons.map(({ words }) => words).join('; ')}`)
  }
  const byId = new Map(people.map(person => [person.id, person]))
  for (const { a, b, bits, reasons } of inBook.filter(one => !planted.has(`${one.a} ${one.b}`)).slice(0, 15)) {
    say(`beside ${bits.toFixed(1)} ${byId.get(a)?.names[0]?.written} / ${byId.get(b)?.names[0]?.written}: ${reasons.map(({ words }) => words).join('; ')}`)
  }
  const suggestedInBook = new Set(inBook.map(({ a, b }) => `${a} ${b}`))
  for (const [a, b] of book.planted.filter(pair => !suggestedInBook.has(pair.join(' '))).slice(0, 15)) {
    const [one, other] = [byId.get(a), byId.get(b)]
    if (!one || !other) continue
    const { bits, reasons } = comparePeople(one, other, frequencies, compare)
    say(`planted, missed ${bits.toFixed(1)} ${one.names[0]?.written} / ${other.names[0]?.written}: ${reasons.map(({ words }) => words).join('; ')}`)
  }
}
