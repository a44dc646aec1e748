import type { ProposedFact, ProposedPerson } from '../../../src-preload/contract/profiles.ts'
import { mostShown, type ProfileChoices, type ProfilesRead } from '../../../src-preload/contract/profiles.ts'
import { TalentFacts, type TalentId } from '../../../src-preload/contract/talent.ts'
import type { Database } from '../../database/openDatabase.ts'
import { fold } from '../../spelling/folding.ts'
import { changesBetween, factNames, factsOf } from '../imports/changedFacts.ts'
import type { PersonOfSheet } from '../sheet/readPerson.ts'
import { personFinder, type KnownPerson } from '../sheet/samePerson.ts'
import { merged } from '../sheet/takeIn.ts'
import { readTalent } from '../talentFacts.ts'
import { unknownFacts } from '../talentRecord.ts'
import { factWords } from './factWords.ts'
import type { Newcomer, Newcomers } from './newcomer.ts'

/** What the page is shown of newcomers before anything is written: who they are in the book, what is new, what would change. */
export function propose(db: Database, { people, unread }: Newcomers): ProfilesRead {
  const find = personFinder(db)
  const taken = new Set<number>()
  const shown = people.slice(0, mostShown).map(newcomer => {
    const known = find(newcomer.person, '', taken)
    if (known) taken.add(known.row)
    return proposalFor(db, newcomer, known)
  })
  return {
    people: shown,
    total: people.length,
    nameless: people.filter(({ person }) => person.name === '').length,
    unread: unread.slice(0, mostShown).map(({ from, reason }) => ({ from, reason })),
    byClaude: null,
  }
}

function proposalFor(db: Database, newcomer: Newcomer, known: KnownPerson | undefined): ProposedPerson {
  const { key, from, person, text, marks, acts, byClaude = [] } = newcomer
  const before = known ? factsOf(readTalent(db, known.id as TalentId, '').talent) : null
  const after = before ? merged(before, withLists(newcomer, before)) : { ...unknownFacts, ...person }
  const changed = changesBetween(before ?? { ...unknownFacts, name: person.name }, after)
  const facts = factNames.flatMap((field): readonly ProposedFact[] => {
    if (field === 'name' || changed === null || !Object.hasOwn(changed.after, field)) return []
    const old = before ? factWords(field, before[field]) : ''
    return [{ field, read: factWords(field, after[field]), before: old === '' ? null : old, by: byClaude.includes(field) ? 'claude' : 'rules' }]
  })
  return { key, from, name: person.name, known: before && known ? { id: known.id as TalentId, name: before.name } : null, facts, text, marks: [...marks], acts }
}

/** The people who are taken in, as she chose, and why the others are not. */
export function chosen(db: Database, { people, unread }: Newcomers, { leftOut, without, names }: ProfileChoices): {
  readonly people: readonly { readonly person: PersonOfSheet }[]
  readonly bad: readonly { readonly line: number; readonly reason: string }[]
} {
  const out = new Set(leftOut)
  const find = personFinder(db)
  const bad = unread.map(({ from, line, reason }) => ({ line, reason: `${from}: ${reason}` }))
  const taken: { person: PersonOfSheet }[] = []
  for (const [index, newcomer] of people.entries()) {
    if (out.has(newcomer.key)) continue
    const name = names[newcomer.key] ?? newcomer.person.name
    const person = without[newcomer.key] ? leave({ ...newcomer.person, name }, without[newcomer.key] ?? []) : { ...newcomer.person, name }
    const problem = name === '' ? 'no name was found' : problemOf(person)
    if (problem !== null) {
      bad.push({ line: index + 1, reason: `${newcomer.from}: ${problem}` })
      continue
    }
    const known = newcomer.whole ? undefined : find(person, '', new Set())
    taken.push({ person: known ? withLists({ ...newcomer, person }, factsOf(readTalent(db, known.id as TalentId, '').talent)) : person })
  }
  return { people: taken, bad }
}

function problemOf(person: PersonOfSheet): string | null {
  const checked = TalentFacts.safeParse({ ...unknownFacts, ...person })
  if (checked.success) return null
  const issue = checked.error.issues[0]
  return `${String(issue?.path[0] ?? 'a fact')}: ${issue?.message ?? 'not valid'}`
}

const leave = (person: PersonOfSheet, fields: readonly string[]): PersonOfSheet => ({ ...Object.fromEntries(Object.entries(person).filter(([field]) => !fields.includes(field))), name: person.name })

/** What a message adds to the lists of somebody known: it never tells all the languages and credits that there are. */
function withLists({ person, whole }: Pick<Newcomer, 'person' | 'whole'>, known: TalentFacts): PersonOfSheet {
  if (whole) return person
  const { languages, skills, credits, training, bio } = person
  return {
    ...person,
    ...(languages && { languages: joined(known.languages, languages, ({ language }) => language) }),
    ...(skills && { skills: joined(known.skills, skills, skill => skill) }),
    ...(credits && { credits: joined(known.credits, credits, ({ production }) => production) }),
    ...(training && { training: below(known.training, training, 5_000) }),
    ...(bio && { bio: below(known.bio, bio, 20_000) }),
  }
}

function joined<Entry>(known: readonly Entry[], more: readonly Entry[], nameOf: (entry: Entry) => string): Entry[] {
  const names = new Set(known.map(entry => fold(nameOf(entry))))
  return [...known, ...more.filter(entry => !names.has(fold(nameOf(entry))))]
}

const below = (known: string, more: string, longest: number): string => (known.includes(more) ? known : [known, more].filter(Boolean).join('\n').slice(0, longest))
