import { Fluency } from '../../../src-preload/contract/words.ts'
import type { Gate } from '../../../src-preload/contract/roles.ts'
import { ourBrand, type Days, type MadeRoleAsk, type MadeTalent, type MayLack, type TrueFacts } from './madeFacts.ts'

const meet = (one: Days, other: Days): boolean => one.from <= other.to && other.from <= one.to

/** Whether everything from the first day to the last lies in one of the spans. */
function allIn(days: Days, spans: readonly Days[]): boolean {
  for (let day = days.from; day <= days.to; day++) if (!spans.some(({ from, to }) => from <= day && day <= to)) return false
  return true
}

/** "Good enough": the list of fluencies runs from the best down. */
const atLeast = (own: Fluency, asked: Fluency | undefined): boolean => asked === undefined || Fluency.options.indexOf(own) <= Fluency.options.indexOf(asked)

function speaksAll({ languages }: TrueFacts, asked: MadeRoleAsk['languages']): boolean {
  return asked.every(({ key, fluency, dialect }) => {
    const own = languages.get(key)
    return own !== undefined && atLeast(own.fluency, fluency) && (dialect === undefined || own.dialect === dialect)
  })
}

/** What a language asked for in a dialect becomes where the book lists no dialect: not known, so nobody is stopped. */
const stoppedByLanguage = ({ languages }: TrueFacts, asked: MadeRoleAsk['languages']): boolean =>
  asked.filter(({ must }) => must).some(({ key, fluency, dialect }) => {
    const own = languages.get(key)
    if (own === undefined) return true
    if (dialect !== undefined) return own.dialect !== null && own.dialect !== dialect
    return !atLeast(own.fluency, fluency)
  })

const under = (category: string): boolean => category === ourBrand.category || category === `packaged ${ourBrand.category}`
/** Where our campaign runs, every place that holds it, and every place in it. */
const reachesUs = (territory: string): boolean => ['India', 'Worldwide', 'all over India', 'Pan-India', 'Maharashtra'].includes(territory)

/** What each gate truly finds in a person for a role: true where it is broken. */
const broken: Readonly<Record<Gate, (truth: TrueFacts, role: MadeRoleAsk) => boolean>> = {
  playingRange: ({ ages }, role) => !meet(ages, role.ages),
  gender: ({ gender }, role) => gender !== role.gender,
  language: (truth, role) => stoppedByLanguage(truth, role.languages),
  skill: ({ skills }, role) => role.skills.some(({ key, must }) => must && !skills.has(key)),
  availability: ({ blocked }, { days }) => allIn(days, blocked),
  fee: ({ fee }, { budget }) => budget !== null && fee.currency === 'INR' && fee.per === budget.per && fee.from > budget.upTo,
  brand: ({ brands }, { days }) => brands.some(({ brand, category, territory, until }) => brand !== ourBrand.brand && under(category) && reachesUs(territory) && (until === null || until >= days.from)),
  permit: ({ minor }, { days }) => minor !== null && (minor.done.includes(false) || (minor.permission !== null && minor.permission + permitDays < days.to)),
  union: ({ union }, role) => role.union !== '' && (union === null || union.name !== role.union || (union.until !== null && union.until < role.days.to)),
}

/** Six months, a little under; the made permissions lie well on either side. */
const permitDays = 181

/** Which fact of the book a gate looks at. */
const looksAt: Readonly<Record<Gate, MayLack>> = {
  playingRange: 'ages', gender: 'gender', language: 'languages', skill: 'skills', availability: 'days', fee: 'fee', brand: 'brands', permit: 'minor', union: 'union',
}

/** The gates that must stop a person for a role: those that are broken and of which the book knows it. */
export const mustStop = ({ truth, lacks }: MadeTalent, role: MadeRoleAsk): readonly Gate[] =>
  (Object.keys(broken) as Gate[]).filter(gate => !lacks.has(looksAt[gate]) && broken[gate](truth, role))

/** Whether somebody truly fits: right for the kind of part, no gate broken in truth, everything asked for truly there. */
export const trulyFits = ({ truth }: Pick<MadeTalent, 'truth'>, role: MadeRoleAsk): boolean =>
  truth.kind === role.kind && speaksAll(truth, role.languages) && role.skills.every(({ key }) => truth.skills.has(key)) && (Object.keys(broken) as Gate[]).every(gate => !broken[gate](truth, role))

/** A ranking as its gates are judged by. */
export interface GatedRanking {
  readonly candidates: readonly { readonly talent: { readonly id: string } }[]
  readonly stopped: readonly { readonly talent: { readonly id: string }; readonly stoppedBy: readonly { readonly gate: Gate }[] }[]
}

/** What one gate did over many people and roles. */
export interface GateCount {
  /** How often it had to stop somebody, and how often not. */
  readonly stops: number
  readonly opens: number
  readonly stoppedThoughAllowed: number
  readonly letThrough: number
}

/** Holds the gates of a ranking against the truth, gate by gate; somebody missing from the ranking counts as stopped by every gate. */
export function countGates(ranking: GatedRanking, role: MadeRoleAsk, people: readonly MadeTalent[]): Readonly<Record<Gate, GateCount>> {
  const passed = new Set(ranking.candidates.map(({ talent }) => talent.id))
  const stoppedBy = new Map(ranking.stopped.map(({ talent, stoppedBy: stops }) => [talent.id, new Set(stops.map(({ gate }) => gate))]))
  const gates = Object.keys(broken) as Gate[]
  return Object.fromEntries(gates.map(gate => {
    const seen = people.map(person => ({ due: mustStop(person, role).includes(gate), did: passed.has(person.id) ? false : (stoppedBy.get(person.id)?.has(gate) ?? true) }))
    const count = (of: (one: (typeof seen)[number]) => boolean): number => seen.filter(of).length
    return [gate, { stops: count(({ due }) => due), opens: count(({ due }) => !due), stoppedThoughAllowed: count(({ due, did }) => did && !due), letThrough: count(({ due, did }) => due && !did) }]
  })) as Record<Gate, GateCount>
}
