import { mayLack, type Days, type MadeRoleAsk, type MadeTongue, type MadeTalent, type MayLack, type TrueFacts } from './madeFacts.ts'
import { dialectsMade, languagesMade, skillsMade } from './madeSkills.ts'
import { partKinds, type PartKind } from './partKinds.ts'
import { rollOf, type Roll } from './roll.ts'

/** A benchmark: roles, and people of whom it is known who truly fits which. */
export interface MadeCasting {
  readonly roles: readonly MadeRoleAsk[]
  readonly people: readonly MadeTalent[]
}

/** How many of each sort stand round each role; the crowd is beside all of them. */
const around = { fitting: 8, otherKind: 6, wishesMissing: 4, hidden: 1, crowd: 140 } as const

/** How often the book lacks a fact of somebody. */
const lackChance = 0.12

/** Makes the roles and the people of a seed. */
export function makeCasting(seed: number, { roles: count = partKinds.length, crowd = around.crowd }: { readonly roles?: number; readonly crowd?: number } = {}): MadeCasting {
  const roll = rollOf(seed)
  const roles = partKinds.slice(0, count).map(kind => makeRoleAsk(kind, roll))
  const people: MadeTalent[] = []
  const add = (truth: TrueFacts, known: readonly MayLack[] = [], lacking: readonly MayLack[] = []): void => {
    const lacks = mayLack.filter(fact => lacking.includes(fact) || (!known.includes(fact) && roll.chance(lackChance)))
    // Who has neither words nor credits in the book cannot be known for a kind of part.
    people.push({ id: String(people.length + 1), truth, lacks: new Set(lacks.filter(fact => fact !== 'words' || !lacks.includes('credits'))) })
  }
  for (const role of roles) {
    for (let at = 0; at < around.fitting; at++) add(fittingFor(role, roll))
    for (let at = 0; at < around.otherKind; at++) add(ofOtherKind(fittingFor(role, roll), role, roll))
    for (let at = 0; at < around.wishesMissing; at++) add(withoutWishes(fittingFor(role, roll), role))
    for (const { fact, spoil } of spoilers) add(spoil(fittingFor(role, roll), role, roll), [fact])
    for (let at = 0; at < around.hidden; at++) add({ ...fittingFor(role, roll), ages: { from: 5, to: 9 } }, [], ['ages'])
  }
  for (let at = 0; at < crowd; at++) add(anybody(roll))
  return { roles, people }
}

const homeTongues = Object.keys(languagesMade).filter(key => key !== 'hindi' && key !== 'english' && key !== 'urdu')

function makeRoleAsk(kind: PartKind, roll: Roll): MadeRoleAsk {
  const from = roll.between(kind.ages[0], kind.ages[1] - 6)
  const tongue = roll.pick(homeTongues)
  const dialect = roll.chance(0.3) ? roll.pick(Object.keys(dialectsMade)) : null
  const start = roll.between(5, 40)
  const [own = 'driving'] = kind.skills
  const other = roll.pick(Object.keys(skillsMade).filter(key => !kind.skills.includes(key)))
  return {
    name: kind.name, kind: kind.name, gender: kind.gender, ages: { from, to: from + roll.between(3, 6) },
    languages: dialect === null
      ? [{ key: tongue, must: true, ...(roll.chance(0.6) && { fluency: roll.pick(['fluent', 'conversational'] as const) }) }, { key: 'english', must: false }]
      : [{ key: dialect, must: true, dialect: dialectsMade[dialect]?.[0] ?? '' }],
    skills: [{ key: other, must: roll.chance(0.6) }, { key: own, must: false }],
    days: { from: start, to: start + roll.between(3, 12) },
    budget: roll.chance(0.8) ? { upTo: roll.between(5, 30) * 10_000, per: roll.chance(0.8) ? 'day' : 'project' } : null,
    union: roll.chance(0.6) ? 'CINTAA' : '',
  }
}

/** Somebody of a kind, otherwise as chance has it. */
function anybody(roll: Roll, kind: PartKind = roll.pick(partKinds)): TrueFacts {
  const from = roll.between(Math.max(5, kind.ages[0] - 4), kind.ages[1])
  const free = roll.between(0, 60)
  return {
    kind: kind.name, gender: kind.gender, ages: { from, to: from + roll.between(5, 10) },
    languages: new Map([...roll.some(Object.keys(languagesMade), 3)].map((key, at) => [key, { fluency: at === 0 ? 'native' as const : roll.pick(['fluent', 'conversational', 'basic'] as const), dialect: dialectsMade[key] && roll.chance(0.5) ? roll.pick(dialectsMade[key]) : null }])),
    skills: new Set([...kind.skills, ...roll.some(Object.keys(skillsMade), 2)]),
    blocked: roll.chance(0.2) ? [{ from: free, to: free + roll.between(2, 25) }] : [],
    pencilled: roll.chance(0.2) ? [{ from: free, to: free + 10 }] : [],
    fee: feeOf(roll),
    brands: roll.chance(0.3) ? [{ brand: roll.pick(['Chaska', 'Daud', 'Mahak']), category: roll.pick(['tea', 'packaged tea', 'shoes', 'coffee']), territory: roll.pick(['India', 'UAE', 'Worldwide', 'all over India', 'Maharashtra']), until: roll.chance(0.5) ? null : roll.between(-40, 90) }] : [],
    minor: from < 16 ? { done: [roll.chance(0.7), true, true, true], permission: roll.pick([-200, -60]) } : null,
    union: roll.chance(0.3) ? null : { name: roll.pick(['CINTAA', 'CINTAA', 'FWICE']), until: roll.chance(0.3) ? roll.between(-10, 100) : null },
  }
}

function feeOf(roll: Roll): TrueFacts['fee'] {
  const from = roll.between(1, 45) * 10_000
  return { from, to: from + roll.between(0, 10) * 10_000, currency: roll.chance(0.1) ? 'USD' : 'INR', per: roll.chance(0.8) ? 'day' : 'project' }
}

/** Somebody in whom everything that a role asks is true, the edges of what it allows among them. */
function fittingFor(role: MadeRoleAsk, roll: Roll): TrueFacts {
  const kind = partKinds.find(({ name }) => name === role.kind)
  const base = anybody(roll, kind)
  const from = roll.between(role.ages.from - 8, role.ages.to)
  const per = role.budget?.per ?? 'day'
  const upTo = role.budget?.upTo ?? 100_000
  return {
    ...base,
    ages: { from: Math.max(5, from), to: Math.max(from + 5, role.ages.from) },
    languages: new Map([...base.languages, ...role.languages.map(({ key, fluency, dialect }) => [key, { fluency: fluency ?? roll.pick(['native', 'fluent'] as const), dialect: dialect ?? null }] as const)]),
    skills: new Set([...base.skills, ...role.skills.map(({ key }) => key)]),
    blocked: roll.chance(0.3) ? [{ from: role.days.from + 1, to: role.days.to + 20 }] : [],
    fee: { from: roll.chance(0.2) ? upTo : roll.between(1, upTo / 10_000) * 10_000, to: upTo + 50_000, currency: 'INR', per },
    brands: roll.chance(0.4) ? [{ brand: 'Chaska', category: 'tea', territory: 'India', until: role.days.from - 1 }] : [],
    minor: null,
    union: { name: 'CINTAA', until: roll.chance(0.3) ? role.days.to : null },
  }
}

const ofOtherKind = (truth: TrueFacts, role: MadeRoleAsk, roll: Roll): TrueFacts => {
  const other = roll.pick(partKinds.filter(({ name }) => name !== role.kind))
  return { ...truth, kind: other.name, skills: new Set([...other.skills, ...role.skills.map(({ key }) => key)]) }
}

/** Without what is wished for; what such people do anyhow stays, since their words tell of it. */
const withoutWishes = (truth: TrueFacts, role: MadeRoleAsk): TrueFacts => ({
  ...truth,
  skills: new Set([...truth.skills].filter(key => role.skills.some(asked => asked.key === key && asked.must) || partKinds.some(({ name, skills }) => name === truth.kind && skills.includes(key)))),
  languages: new Map([...truth.languages].filter(([key]) => role.languages.some(asked => asked.key === key && asked.must))),
})

/** One way in which a gate is broken, and the fact by which the book knows it. */
interface Spoiler {
  readonly fact: MayLack
  readonly spoil: (truth: TrueFacts, role: MadeRoleAsk, roll: Roll) => TrueFacts
}

const spoilers: readonly Spoiler[] = [
  { fact: 'ages', spoil: (truth, { ages }) => ({ ...truth, ages: { from: ages.to + 1, to: ages.to + 9 } }) },
  { fact: 'gender', spoil: truth => ({ ...truth, gender: truth.gender === 'female' ? 'male' : 'female' }) },
  { fact: 'languages', spoil: (truth, role) => ({ ...truth, languages: new Map([...truth.languages, ['hindi', { fluency: 'native' as const, dialect: null }] as const].filter(([key]) => !role.languages.some(asked => asked.must && asked.key === key))) }) },
  { fact: 'languages', spoil: (truth, role) => ({ ...truth, languages: new Map([...truth.languages].map(([key, own]) => [key, spoiltTongue(key, own, role)])) }) },
  { fact: 'skills', spoil: (truth, role) => ({ ...truth, skills: new Set([...truth.skills].filter(key => !role.skills.some(asked => asked.must && asked.key === key))) }) },
  { fact: 'days', spoil: (truth, { days }) => ({ ...truth, blocked: halves(days) }) },
  { fact: 'fee', spoil: (truth, { budget }) => ({ ...truth, fee: { from: (budget?.upTo ?? 0) + 1, to: (budget?.upTo ?? 0) + 90_000, currency: 'INR', per: budget?.per ?? 'day' } }) },
  { fact: 'brands', spoil: (truth, { days }, roll) => ({ ...truth, brands: [{ brand: 'Chaska', category: roll.pick(['tea', 'packaged tea']), territory: roll.pick(['India', 'Worldwide', 'Pan-India']), until: roll.pick([null, days.from]) }] }) },
  { fact: 'minor', spoil: (truth, _role, roll) => ({ ...truth, minor: roll.chance(0.5) ? { done: [true, false, true, true], permission: -60 } : { done: [true, true, true, true], permission: -200 } }) },
  { fact: 'union', spoil: (truth, { days }, roll) => ({ ...truth, union: roll.pick([null, { name: 'FWICE', until: null }, { name: 'CINTAA', until: days.to - 1 }]) }) },
]

function spoiltTongue(key: string, own: MadeTongue, role: MadeRoleAsk): MadeTongue {
  const asked = role.languages.find(language => language.must && language.key === key)
  if (!asked) return own
  return asked.dialect === undefined ? { ...own, fluency: 'basic' as const } : { ...own, dialect: dialectsMade[key]?.[1] ?? null }
}

/** A span as two that touch. */
function halves({ from, to }: Days): readonly Days[] {
  const middle = Math.floor((from + to) / 2)
  return [{ from: from - 3, to: middle }, { from: middle + 1, to: to + 2 }]
}
