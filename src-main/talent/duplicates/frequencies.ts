import { nameSound } from '../../spelling/nameSound.ts'
import type { ComparedPerson } from './comparedPerson.ts'

/** How often things occur among the people who may be compared, each as a part of all, never 0. */
export interface Frequencies {
  /** People who are thought of: those of the book, at least {@link leastPeople}. */
  readonly people: number
  /** Of a sound of a name. */
  readonly sound: (sound: string) => number
  readonly city: (city: string) => number
  /** How many people have this very phone number, e-mail or link. */
  readonly sharing: (key: string) => number
}

/** A small book says little of how common a name is: it is read as if so many others stood beside it. */
export const leastPeople = 2000

/**
 * Names that are common all over India, as thousandths of all people. To be right by half is enough: the counts of the book itself weigh more as it grows.
 */
const common: readonly (readonly [thousandths: number, names: string])[] = [
  [50, 'kumar singh'], [20, 'sharma khan kaur devi mohammed'], [12, 'gupta patel shaikh verma reddy'], [8, 'yadav das rao joshi nair jain mishra ram lal rahul amit raj priya'],
  [6, 'sanjay pooja ajay vijay sunil neha rohit anil suresh ramesh sunita anita kavita deepak manish rakesh vikas ravi anjali patil shah mehta pandey tiwari chauhan kulkarni'],
]

const commonSounds: ReadonlyMap<string, number> = new Map(common.flatMap(([thousandths, names]) => names.split(' ').map(name => [nameSound(name), thousandths / 1000] as const)))

/** Without a count of its own, a name is one of some thousands. */
const rare = 1 / 4000

/** Counts what occurs among people; `sounds` may come from an earlier count. */
export function countedFrequencies({ people, sounds, cities, shared }: {
  readonly people: number
  readonly sounds: (sound: string) => number
  readonly cities: (city: string) => number
  readonly shared: (key: string) => number
}): Frequencies {
  const all = Math.max(people, leastPeople)
  const beside = leastPeople
  return {
    people: all,
    sound: sound => (sounds(sound) + beside * (commonSounds.get(sound) ?? rare)) / (people + beside),
    city: city => Math.max(0.01, (cities(city) + beside * 0.03) / (people + beside)),
    sharing: key => Math.max(2, shared(key)),
  }
}

/** The counts that {@link countedFrequencies} needs, from all people at once. */
export function countPeople(people: readonly ComparedPerson[]): {
  readonly sounds: ReadonlyMap<string, number>
  readonly cities: ReadonlyMap<string, number>
  readonly shared: ReadonlyMap<string, number>
} {
  const [sounds, cities, shared] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()]
  const count = (map: Map<string, number>, key: string): void => void map.set(key, (map.get(key) ?? 0) + 1)
  for (const person of people) {
    for (const sound of new Set(person.names.flatMap(name => name.sounds))) count(sounds, sound)
    if (person.city !== '') count(cities, person.city)
    for (const key of contactKeys(person)) count(shared, key)
  }
  return { sounds, cities, shared }
}

/** What reaches one person only, as a rule. */
export const contactKeys = ({ phone, email, links }: Pick<ComparedPerson, 'phone' | 'email' | 'links'>): readonly string[] =>
  [...(phone ? [`p ${phone}`] : []), ...(email ? [`e ${email}`] : []), ...links.map(link => `l ${link}`)]
