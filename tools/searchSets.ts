import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A made-up performer of a set. */
export interface Profile {
  readonly id: string
  readonly name: string
  readonly gender: string
  readonly playing_age: readonly [number, number]
  readonly base: string
  readonly languages: string
  readonly skills: string
  readonly training: string
  readonly bio: string
  readonly credits: string
}

/** A query with the grade of everybody who is relevant: 3 ideal, 2 good, 1 marginal. */
export interface Query {
  readonly id: string
  readonly kind: string
  readonly query: string
  readonly relevant: Readonly<Record<string, number>>
}

/** A name as it is asked for, and whom it means. */
export interface AskedName {
  readonly asked: string
  readonly person: string
}

/** A set that search is measured on; `names` are lists by kind. */
export interface SearchSet {
  readonly folder: string
  readonly profiles: readonly Profile[]
  readonly queries: readonly Query[]
  readonly names: Readonly<Record<string, readonly AskedName[]>>
}

/** Reads `profiles.json`, `queries.json` and, where there is one, `names.json`; null where the folder has no profiles. Without the last, 20 names are misspelt by a seeded hand. */
export function readSearchSet(folder: string): SearchSet | null {
  if (!existsSync(join(folder, 'profiles.json'))) return null
  const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'))
  const profiles = read('profiles.json') as readonly Profile[]
  const names = existsSync(join(folder, 'names.json')) ? (read('names.json') as SearchSet['names']) : { misspelt: misspeltNames(profiles, 20) }
  return { folder, profiles, queries: read('queries.json') as readonly Query[], names }
}

/** The profiles as the sheet that an office would import. */
export function sheetOfProfiles(profiles: readonly Profile[]): string {
  const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`
  const rows = profiles.map(p => [p.name, p.gender, p.playing_age.join('-'), p.base, p.languages, p.skills, p.training, p.bio, p.credits].map(cell).join(','))
  return ['Name,Gender,Playing Age,City,Languages,Skills,Training,Bio,Credits', ...rows].join('\n')
}

function misspeltNames(profiles: readonly Profile[], count: number): readonly AskedName[] {
  const random = seeded(20_26)
  return Array.from({ length: count }).flatMap(() => {
    const person = profiles[Math.floor(random() * profiles.length)]
    return person ? [{ asked: misspell(person.name, random), person: person.id }] : []
  })
}

/** Two slips of the finger or the ear in a name: a letter doubled, dropped, swapped or written as another that sounds alike. */
function misspell(name: string, random: () => number): string {
  const alike = ['ee>i', 'i>ee', 'v>w', 'w>v', 'sh>s', 's>sh', 'th>t', 't>th', 'oo>u', 'u>oo', 'k>q', 'j>z', 'ph>f', 'd>dh']
  let wrong = name
  for (let slips = 0; slips < 2 || wrong === name; slips++) {
    const at = 1 + Math.floor(random() * (wrong.length - 2))
    const kind = Math.floor(random() * 4)
    const [from = '', to = ''] = (alike[Math.floor(random() * alike.length)] ?? '').split('>')
    if (wrong[at] === ' ') continue
    if (kind === 0) wrong = wrong.slice(0, at) + wrong.slice(at + 1)
    else if (kind === 1) wrong = wrong.slice(0, at) + (wrong[at] ?? '') + wrong.slice(at)
    else if (kind === 2) wrong = wrong.slice(0, at) + (wrong[at + 1] ?? '') + (wrong[at] ?? '') + wrong.slice(at + 2)
    else wrong = wrong.replace(from, to)
  }
  return wrong
}

function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}
