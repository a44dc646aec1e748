import type { TalentFacts } from '../../../src-preload/contract/talent.ts'
import { readGender } from '../sheet/readGender.ts'
import type { PersonOfSheet } from '../sheet/readPerson.ts'
import { titledWhereLoud } from '../text/places.ts'
import { readProfiles } from '../text/readProfile.ts'
import { creditWords, skillWords, trainingWords } from '../text/words.ts'
import { componentsOf, unescaped, type CardProperty } from './vcard.ts'

/** A card read as a person: only what stands in it, and whether anything says that they act. */
export interface PersonOfCard {
  readonly person: PersonOfSheet
  readonly acts: boolean
}

const acting = /\b(?:act(?:or|ress|ing)|artiste?|models?|modelling|theat(?:re|er)|talent|dancer|singer|anchor|junior artist|child artist|emcee|comedian|voice ?over|vo artist|performer|kalakar|audition)\b|अभिनेता|अभिनेत्री|कलाकार/iu
const office = /\b(?:talent|agency|agencies|management|casting|artists?|co-?ordinator|entertainment)\b/iu

/**
 * The person of a card of a phone's contacts; null where it has neither a name nor an organisation.
 *
 * Notes of contacts often hold a whole profile ("28, 5'8, Hindi Marathi"): what the reader of messages finds there is taken as facts,
 * and the note stays among the notes.
 */
export function personOfCard(properties: readonly CardProperty[]): PersonOfCard | null {
  const all = (...names: readonly string[]): readonly CardProperty[] => properties.filter(({ name, binary, value }) => names.includes(name) && !binary && value !== '')
  const texts = (...names: readonly string[]): readonly string[] => all(...names).map(({ value }) => unescaped(value).trim()).filter(Boolean)
  const [organisation, title, notes] = [all('ORG').map(({ value }) => componentsOf(value).filter(Boolean).join(', '))[0] ?? '', texts('TITLE', 'ROLE').join(', '), texts('NOTE').join('\n')]
  const name = nameOf(all('FN')[0]?.value, all('N')[0]?.value) || organisation
  if (!/\p{L}/u.test(name)) return null
  const told: Partial<TalentFacts> = notes === '' ? {} : readProfiles(`Name: ${name.replace(/[\n:,]/gu, ' ')}\n${notes}`, 'resume')[0]?.facts ?? {}
  const [phones, emails] = [[...new Set(texts('TEL').map(value => value.replace(/^tel:/iu, '')))], [...new Set(texts('EMAIL').map(value => value.toLowerCase()))]]
  const agency = office.test(organisation) && organisation !== name ? organisation : ''
  const facts: Partial<TalentFacts> = {
    ...without(told, ['name', 'notes', 'phone']),
    name: titledWhereLoud(name).slice(0, 160),
    spellings: texts('NICKNAME').flatMap(value => value.split(',')).map(value => value.trim().slice(0, 160)).filter(Boolean),
    gender: readGender(texts('GENDER', 'X-GENDER')[0]?.split(';')[0] ?? '') ?? told.gender ?? null,
    born: bornOf(all('BDAY')[0]?.value ?? ''),
    city: cityOf(all('ADR')) || told.city || '',
    representation: (agency || told.representation || '').slice(0, 300),
    phone: phonesOf(phones),
    email: (emails[0] ?? told.email ?? '').slice(0, 200),
    links: [...new Set([...texts('URL', 'X-SOCIALPROFILE', 'IMPP').map(value => value.slice(0, 2_000)), ...(told.links ?? [])])],
    tags: texts('CATEGORIES').flatMap(value => value.split(',')).map(value => value.trim().slice(0, 60)).filter(Boolean),
    notes: [agency === '' && organisation !== name ? organisation : '', title, notes, ...emails.slice(1), ...phones.slice(mostPhones)].filter(Boolean).join('\n').slice(0, 20_000),
  }
  const words = [name, organisation, title, notes, ...texts('CATEGORIES')].join('\n')
  const person = { ...Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0))), name: facts.name ?? name }
  return { person, acts: acting.test(words) || creditWords.test(notes) || trainingWords.test(notes) || skillWords.test(notes) || told.heightCm !== undefined || told.playingRange !== undefined }
}

const mostPhones = 3

const phonesOf = (phones: readonly string[]): string => phones.slice(0, mostPhones).reduce((line, phone) => (line.length + phone.length + 3 > 60 ? line : [line, phone.slice(0, 60)].filter(Boolean).join(' / ')), '')

/** The name as it is shown, else put together from its parts (family; given; further; before; after). */
function nameOf(shown: string | undefined, parts: string | undefined): string {
  const full = unescaped(shown ?? '').replace(/\s+/gu, ' ').trim()
  if (full !== '') return full
  const [family = '', given = '', further = ''] = componentsOf(parts ?? '')
  return [given, further, family].filter(Boolean).join(' ').replace(/\s+/gu, ' ').trim()
}

/** The town of an address (post box; flat; street; town; region; code; country). */
function cityOf(addresses: readonly CardProperty[]): string {
  for (const { value } of addresses) {
    const parts = componentsOf(value)
    const town = parts[3] || parts[4] || ''
    if (town !== '') return titledWhereLoud(town).slice(0, 120)
  }
  return ''
}

/** A birthday with its year, `1994-05-12` or `19940512`; without a year it tells no age. */
function bornOf(value: string): string | null {
  const match = /^(\d{4})-?(\d{2})-?(\d{2})/u.exec(value)
  if (!match) return null
  const day = `${match[1]}-${match[2]}-${match[3]}`
  return Number.isNaN(Date.parse(day)) || new Date(day).toISOString().slice(0, 10) !== day || day.startsWith('16') ? null : day
}

function without<Value extends object>(value: Value, keys: readonly string[]): Partial<Value> {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key))) as Partial<Value>
}
