import type { TalentFacts } from '../../src-preload/contract/talent.ts'
import { regions, type Region } from './regions.ts'

/** A person of the generator: what a well-kept book knows of somebody, in the form that a record is made from. */
export type MadePerson = Partial<TalentFacts> & Pick<TalentFacts, 'name' | 'skills' | 'languages'>

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function seededNumbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/**
 * Makes people as a casting office of Mumbai keeps them, one after the other: names of all of India in the spellings they are written in,
 * with the languages, cities and skills that go with them; some facts are missing, as they are. The same seed makes the same people.
 */
export function* manyPeople(count: number, seed = 2026): Generator<MadePerson, void, undefined> {
  const random = seededNumbers(seed)
  for (let at = 0; at < count; at++) yield madePerson(at, dice(random))
}

interface Dice {
  readonly chance: (part: number) => boolean
  readonly between: (from: number, to: number) => number
  readonly pick: <Value>(list: readonly Value[]) => Value
  readonly some: <Value>(list: readonly Value[], from: number, to: number) => Value[]
}

function dice(random: () => number): Dice {
  const between = (from: number, to: number): number => from + Math.floor(random() * (to - from + 1))
  const pick = <Value>(list: readonly Value[]): Value => {
    const value = list[between(0, list.length - 1)]
    if (value === undefined) throw new Error('there is nothing to choose from')
    return value
  }
  return {
    chance: part => random() < part,
    between,
    pick,
    some: (list, from, to) => (list.length === 0 ? [] : [...new Set(Array.from({ length: between(from, to) }, () => pick(list)))]),
  }
}

function madePerson(at: number, roll: Dice): MadePerson {
  const region = roll.pick(regions)
  const female = roll.chance(0.48)
  const name = `${spelt(roll.pick(female ? region.women : region.men), roll)} ${spelt(roll.pick(region.families), roll)}`
  const from = roll.between(5, 68)
  const languages = languagesOf(region, roll)
  const skills = skillsOf(region, roll)
  const day = (offset: number): string => new Date(Date.UTC(2026, 0, 1) + offset * 86_400_000).toISOString().slice(0, 10)
  const free = roll.between(0, 330)
  const lakh = roll.between(1, 60) * 10_000_00
  return {
    name,
    spellings: roll.chance(0.15) ? [`${roll.pick(female ? region.women : region.men)} ${name.split(' ').at(-1) ?? ''}`] : [],
    gender: roll.chance(0.03) ? null : roll.chance(0.01) ? 'nonBinary' : female ? 'female' : 'male',
    playingRange: roll.chance(0.06) ? null : { from, to: from + roll.between(4, 12) },
    heightCm: roll.chance(0.2) ? null : (female ? 160 : 172) + roll.between(-14, 14),
    city: roll.chance(0.5) ? 'Mumbai' : roll.pick(region.cities),
    languages,
    skills,
    training: roll.chance(0.6) ? roll.pick(trainings) : '',
    bio: bioOf(region, skills, languages, roll),
    credits: Array.from({ length: roll.between(0, 6) }, () => ({ production: roll.pick(titles), role: roll.pick(parts), kind: roll.pick(kinds), year: roll.between(2009, 2025), director: '' })),
    union: roll.chance(0.35) ? `CINTAA ${roll.between(1_000, 19_999)}` : '',
    representation: roll.chance(0.25) ? `${roll.pick(agents)} Talents` : '',
    phone: `+91 9${String(100_000_000 + ((at * 7_919) % 899_999_999)).padStart(9, '0')}`,
    email: roll.chance(0.7) ? `${name.toLowerCase().replace(/[^a-z]+/g, '.')}.${at}@example.in` : '',
    fee: roll.chance(0.6) ? { from: lakh / 10, to: lakh / 5, currency: 'INR', per: roll.chance(0.8) ? 'day' : 'project', asOf: day(roll.between(-300, 0)) } : null,
    availability: roll.chance(0.4) ? [{ span: { from: day(free), to: day(free + roll.between(2, 40)) }, state: roll.pick(['free', 'pencilled', 'blocked'] as const) }] : [],
    tags: roll.some(tags, 0, 2),
    notes: roll.chance(0.3) ? roll.pick(notes) : '',
  }
}

/** A name as it may be written: one spelling in eight differs from the usual. */
function spelt(name: string, roll: Dice): string {
  if (!roll.chance(0.12)) return name
  const changes = [['ee', 'i'], ['i', 'ee'], ['v', 'w'], ['sh', 's'], ['th', 't'], ['oo', 'u'], ['u', 'oo'], ['ks', 'x'], ['ya', 'iya'], ['a', 'aa']] as const
  const fits = changes.filter(([as]) => name.includes(as))
  if (fits.length === 0) return name
  const [as, other] = roll.pick(fits)
  return name.replace(as, other)
}

function languagesOf(region: Region, roll: Dice): TalentFacts['languages'] {
  const mother = roll.pick(region.languages)
  const others = roll.some(['Hindi', 'English', 'Urdu', 'Marathi', 'Gujarati', 'Bengali', 'Punjabi'], 1, 3).filter(language => language !== mother.language)
  return [
    { language: mother.language, fluency: 'native', dialects: roll.chance(0.3) ? roll.some(mother.dialects, 0, 1) : [] },
    ...others.map(language => ({ language, fluency: roll.pick(['fluent', 'fluent', 'basic'] as const), dialects: [] })),
  ]
}

const skillsOf = (region: Region, roll: Dice): string[] => [...new Set([...roll.some(region.skills, 0, 3), ...roll.some(skills, 1, 4)])]

function bioOf(region: Region, can: readonly string[], languages: TalentFacts['languages'], roll: Dice): string {
  const [first = 'acting'] = can
  const sentences = [
    `${roll.pick(upbringings)} ${roll.pick(region.cities)}, ${roll.pick(['with', 'among'])} ${roll.pick(families)}.`,
    `${roll.pick(['Came to', 'Found', 'Fell into', 'Returned to'])} acting through ${roll.pick(ways)}.`,
    `${roll.pick(['Known for', 'Best in', 'Often called for', 'Casts well in'])} ${roll.pick(manners)} ${roll.pick(parts).toLowerCase()} parts.`,
    `Has practised ${first} for ${roll.between(2, 25)} years${roll.chance(0.4) ? ` and teaches it in ${roll.pick(region.cities)}` : ''}.`,
    `Speaks ${languages.map(({ language }) => language).join(' and ')} ${roll.pick(['without an accent', 'with the music of the village', 'on stage and off'])}.`,
    roll.pick(lives),
  ]
  return roll.some(sentences, 2, 5).join(' ')
}

const skills = [
  'Horse riding', 'Swimming', 'Driving', 'Motorcycle', 'Kathak', 'Bharatanatyam', 'Bollywood dance', 'Contemporary dance', 'Singing', 'Harmonium', 'Tabla', 'Guitar', 'Flute', 'Boxing',
  'Mixed martial arts', 'Karate', 'Yoga', 'Gymnastics', 'Cricket', 'Football', 'Stage combat', 'Sword fighting', 'Mimicry', 'Stand-up comedy', 'Voice acting', 'Dubbing', 'Puppetry', 'Clowning', 'Magic',
  'Cooking', 'Painting', 'Cycling', 'Skating', 'Parkour', 'Archery', 'Rifle shooting', 'Cigarette tricks', 'Sign language', 'Beatboxing', 'Rap', 'Hosting', 'Ramp walking', 'Belly dance', 'Salsa', 'Improvisation',
  'Street theatre', 'Mime', 'Scuba diving', 'Rowing', 'Nursing knowledge', 'Police drill', 'Army drill', 'Poetry', 'Ghazal singing', 'Storytelling',
] as const
const trainings = [
  'National School of Drama, three years', 'FTII acting course', 'Whistling Woods', 'Workshop with a company of street theatre', "Barry John's studio", 'Drama school in London', 'Ten years in a travelling theatre',
  'Actor Prepares', 'Rangshila theatre group', 'Kalakshetra', 'Sattriya monastery school', 'Kerala Kalamandalam', 'A summer with a clown company', 'Self-taught from radio plays',
] as const
const kinds = ['film', 'series', 'ad', 'stage', ''] as const
const titles = ['Dhool', 'The Last Ferry', 'Kacche Dhaage ki Dukaan', 'Nagar 9', 'Panchayat Ghar', 'Monsoon Ledger', 'Lal Qila Express', 'Salt', 'Do Gaz', 'Aathwan Rang', 'Night Bus to Nashik', 'Kaali Mirch', 'Dwaar', 'Whitewash', 'Chaupal', 'Ek Aur Subah'] as const
const parts = ['Inspector', 'Mother', 'Landlord', 'Schoolteacher', 'Gangster', 'Bride', 'Grandfather', 'Doctor', 'Auto driver', 'Journalist', 'Sarpanch', 'Best friend', 'Lawyer', 'Thief', 'Nurse', 'Priest', 'Soldier', 'Singer', 'Shopkeeper', 'Widow'] as const
const agents = ['Saanjh', 'Blue Lotus', 'Third Bell', 'Neem', 'Parda', 'Kohl', 'Footlight'] as const
const tags = ['Theatre', 'Selects 2025', 'Called back', 'Comedy', 'Child artist', 'Model', 'Webseries', 'Ad film', 'New face', 'Character actor'] as const
const notes = ['Listens well, slow to start.', 'Late twice; told so.', 'Beautiful stillness on camera.', 'Asked for travel before signing.', 'Strong in the second take.', 'Knows lines of others too.', 'Shy in a group, alive alone.'] as const
const upbringings = ['Grew up in', 'Born and schooled in', 'Raised between two rivers near', 'Left', 'Spent a childhood in'] as const
const families = ['a joint family of weavers', 'railway people', 'a house of musicians', 'schoolteachers', 'a family that ran a cinema', 'farmers', 'soldiers who moved every two years', 'an aunt who sang in temples', 'shopkeepers'] as const
const ways = ['college theatre', 'a Ramleela of the neighbourhood', 'a television serial', 'dance', 'an uncle who ran a light crew', 'radio', 'a short film that travelled', 'modelling', 'news reading', 'a workshop for street children'] as const
const manners = ['quiet', 'menacing', 'warm', 'comic', 'earthy', 'upright', 'restless', 'aristocratic', 'broken', 'cunning', 'tender'] as const
const lives = [
  'Has a licence for heavy vehicles.', 'Does not dance and says so.', 'Lost forty kilos for a part.', 'Has grey hair and keeps it.', 'Wears glasses off screen.', 'Runs marathons.', 'Is left-handed.', 'Will not shave for ads.',
  'Worked as a nurse for six years.', 'Was a wrestler in the akhara of the mohalla.', 'Has a scar over the left brow.', 'Keeps two dogs and a garden.', 'Drove a taxi through college.', 'Sold insurance until thirty.', 'Reads Urdu poetry in mushairas.',
] as const
