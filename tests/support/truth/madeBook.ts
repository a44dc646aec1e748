import type { RoleChange } from '../../../src-preload/contract/roles.ts'
import { permitItems } from '../../../src-preload/contract/minors.ts'
import type { TalentFacts } from '../../../src-preload/contract/talent.ts'
import type { z } from 'zod'
import type { Days, MadeRoleAsk, MadeTalent } from './madeFacts.ts'
import { languagesMade, skillsMade } from './madeSkills.ts'
import { partKinds } from './partKinds.ts'
import type { Roll } from './roll.ts'

const dayMs = 86_400_000
const firstDay = Date.UTC(2027, 2, 1)

/** A day of the benchmark's calendar as YYYY-MM-DD. */
export const dayOf = (day: number): string => new Date(firstDay + day * dayMs).toISOString().slice(0, 10)

const spanOf = ({ from, to }: Days) => ({ from: dayOf(from), to: dayOf(to) })

const kindNamed = (name: string) => {
  const found = partKinds.find(kind => kind.name === name)
  if (!found) throw new Error(`no kind of part ${name}`)
  return found
}

/** A role as the office keeps it. */
export const roleOf = (role: MadeRoleAsk): z.infer<typeof RoleChange> & { readonly name: string } => ({
  name: role.name,
  gender: role.gender,
  playingRange: { ...role.ages },
  languages: role.languages.map(({ key, must, fluency, dialect }) => ({ name: `${languagesMade[key]?.[0] ?? key}${dialect === undefined ? '' : ` (${dialect})`}`, must, ...(fluency && { fluency }) })),
  skills: role.skills.map(({ key, must }) => ({ name: skillsMade[key]?.asked ?? key, must })),
  dates: spanOf(role.days),
  budget: role.budget && { upTo: role.budget.upTo * 100, currency: 'INR', per: role.budget.per },
  union: role.union,
  notes: kindNamed(role.kind).script.join(' '),
})

/**
 * A person as the book shows them: true facts in the spellings and places that offices write them in, what the book lacks left out.
 *
 * A skill stands in the list, in the training or in the bio; somebody who lacks one may list another of its kind, or say that they cannot.
 */
export function personOf({ id, truth, lacks }: MadeTalent, roll: Roll): Partial<TalentFacts> & { readonly name: string } {
  const kind = kindNamed(truth.kind)
  const skills = skillsShown(truth.skills, roll)
  const known = <Value>(fact: Parameters<typeof lacks.has>[0], value: Value, unknown: Value): Value => (lacks.has(fact) ? unknown : value)
  return {
    name: `Person ${id}`,
    gender: known('gender', truth.gender, null),
    playingRange: known('ages', { ...truth.ages }, null),
    born: known('minor', truth.minor && dayOf(-15 * 365), null),
    permit: known('minor', permitOf(truth.minor), []),
    city: roll.pick(['Mumbai', 'Pune', 'Kolkata', 'Lucknow', 'Kochi', 'Delhi']),
    languages: known('languages', [...truth.languages].map(([key, { fluency, dialect }]) => ({ language: roll.pick(languagesMade[key]?.slice(1) ?? [key]), fluency: roll.chance(0.1) && fluency !== 'basic' && fluency !== 'conversational' ? null : fluency, dialects: dialect === null ? [] : [dialect] })), []),
    skills: known('skills', skills.listed, []),
    training: known('skills', skills.trained, ''),
    bio: [known('words', roll.pick(kind.bios), ''), known('skills', skills.told, '')].filter(Boolean).join(' '),
    credits: known('credits', Array.from({ length: roll.between(1, 3) }, () => ({ production: roll.pick(titles), role: roll.pick(kind.parts), kind: roll.pick(['feature', 'series', 'stage']), year: roll.between(2012, 2026), director: '' })), []),
    fee: known('fee', { from: truth.fee.from * 100, to: truth.fee.to * 100, currency: truth.fee.currency, per: truth.fee.per, asOf: dayOf(-90) }, null),
    availability: known('days', [...truth.blocked.map(days => ({ span: spanOf(days), state: 'blocked' as const })), ...truth.pencilled.map(days => ({ span: spanOf(days), state: 'pencilled' as const }))], []),
    conflicts: known('brands', truth.brands.map(({ until, ...brand }) => ({ ...brand, until: until === null ? null : dayOf(until) })), []),
    union: known('union', truth.union === null ? roll.pick(['No card', 'none']) : `${truth.union.name} ${roll.between(1_000, 9_999)}`, ''),
    unionCard: known('union', truth.union && { number: '1', until: truth.union.until === null ? null : dayOf(truth.union.until) }, null),
  }
}

const permitOf = (minor: MadeTalent['truth']['minor']): TalentFacts['permit'] =>
  minor === null ? [] : minor.done.map((done, at) => ({ item: permitItems[at] ?? '', done, on: at === 0 && minor.permission !== null ? dayOf(minor.permission) : null }))

interface Shown {
  readonly listed: string[]
  readonly trained: string
  readonly told: string
}

function skillsShown(has: ReadonlySet<string>, roll: Roll): Shown {
  const listed = [roll.pick(['Yoga', 'Improvisation', 'Mime'])]
  const trained: string[] = []
  const told: string[] = []
  for (const key of has) {
    const said = roll.pick(skillsMade[key]?.said ?? [key])
    const place = roll.between(1, 10)
    if (place <= 7) listed.push(said)
    else if (place === 8) trained.push(`Learnt ${said.toLowerCase()} for ${roll.between(2, 9)} years`)
    else told.push(`Good at ${said.toLowerCase()}.`)
  }
  for (const [key, { asked, unlike = [] }] of Object.entries(skillsMade)) {
    if (has.has(key)) continue
    const others = unlike.filter(other => ![...has].some(own => skillsMade[own]?.said.includes(other)))
    if (others.length > 0 && roll.chance(0.15)) listed.push(roll.pick(others))
    if (roll.chance(0.03)) told.push(roll.pick([`Does not do ${asked.toLowerCase()}.`, `No ${asked.toLowerCase()}.`]))
  }
  return { listed: [...new Set(listed)], trained: trained.join('. '), told: told.join(' ') }
}

const titles = ['Dhool', 'The Last Ferry', 'Nagar 9', 'Panchayat Ghar', 'Monsoon Ledger', 'Salt', 'Do Gaz', 'Dwaar', 'Whitewash', 'Chaupal'] as const
