import { z } from 'zod'
import type { Talent, TalentFilters, TalentId } from '../../../src-preload/contract/talent.ts'
import { Gender, PlayingRange } from '../../../src-preload/contract/words.ts'
import { creditLine, genderWords } from '../../../src-preload/contract/said.ts'
import { readStandings } from '../../casting/castingStore.ts'
import { compareFor } from '../../matching/candidates.ts'
import { searchTalent } from '../../talent/searchTalent.ts'
import { talentFactsOf } from '../../talent/talentFacts.ts'
import { talentModelId } from '../../talent/talentRecord.ts'
import { getTalent } from '../../talent/talentStore.ts'
import type { ReadingTool, ToolContext } from '../tool.ts'
import { candidateTold } from './candidateTold.ts'
import { ages, counted, days, fee, listed, personFacts, spoken, unknown } from './facts.ts'
import { closedWords, openCard, personAt, ref, roleAt } from './lookUp.ts'
import { readingTool, ToolRefusal } from './makeTool.ts'
import { named, quoteKnown } from './quoted.ts'
import { standingWords } from './standingWords.ts'
import type { ToolParts } from './toolParts.ts'
import { dayIn } from './wallDay.ts'

const SearchInput = z.object({
  sentence: z.string().max(300).optional().describe('Who is looked for, in plain words of any language: "wrestler who speaks Bhojpuri", or a name'),
  gender: Gender.optional(),
  plays: PlayingRange.optional().describe('Ages in years that the playing range must overlap'),
  language: z.string().max(60).optional(),
  skill: z.string().max(60).optional(),
  city: z.string().max(60).optional(),
  tag: z.string().max(60).optional(),
  limit: z.number().int().min(1).max(25).optional().describe('10 where left out'),
})

/** Finds people in the talent book. */
export const searchTalentTool = (parts: ToolParts): ReadingTool => readingTool({
  name: 'search_talent',
  description: 'Finds people in the talent book of this office by a sentence, a name, filters, or all of them. Use it whenever a person is asked for or named. Gives each person a reference (t1), a few facts and why they were found. What is unknown of somebody never excludes them. People who are not found here are not in the book.',
  input: SearchInput,
  title: input => `Searched the talent book: ${named(searchWords(input))}`,
  run: async ({ sentence = '', limit = 10, gender, plays, language, skill, city, tag }, context) => {
    const filters: TalentFilters = { gender, playingRange: plays, language, skill, city, tag }
    const search = { text: sentence, without: [], filters, sort: 'best', limit, offset: 0 } as const
    const { understood, total, people } = await searchTalent({ db: parts.db, embedder: parts.embedder, shelf: parts.shelf, glossary: parts.settings().glossary, today: dayIn(parts.now(), parts.zone) }, search, context.signal)
    const found = people.flatMap(({ talent, reasons }) => {
      const card = openCard(context, { kind: 'talent', id: talent.id })
      return card ? [{ card, told: { ref: card.ref, name: named(talent.name), ...personFacts(talent), foundBy: reasons.map(named) } }] : []
    })
    return {
      told: { total, shown: found.length, understoodAs: understood.map(({ label }) => named(label)), people: found.map(({ told }) => told) },
      detail: total > found.length ? `${counted(total, 'person', 'people')}, the first ${found.length} shown` : counted(total, 'person', 'people'),
      cards: found.map(({ card }) => card),
    }
  },
})

const searchWords = ({ sentence, gender, plays, language, skill, city, tag }: z.infer<typeof SearchInput>): string =>
  [sentence, gender && genderWords[gender].toLowerCase(), plays && ages(plays), language, skill, city, tag].filter(Boolean).join(', ') || 'everybody'

/** Opens one person with everything that the office may tell. */
export const openTalentTool = (parts: ToolParts): ReadingTool => readingTool({
  name: 'open_talent',
  description: 'Opens the record of one person: facts with units, languages, skills, fee, availability, brand conflicts, and what is written about them (biography, credits, training, the notes of the casting director, earlier auditions) as quoted text. Telephone and e-mail are kept in the record and not given.',
  input: z.object({ talent: ref('talent') }),
  title: ({ talent }, context) => `Opened ${named(personAt(context, talent).title)}`,
  run: ({ talent }, context) => {
    const card = personAt(context, talent)
    const person = getTalent(parts.db, card.id, talentModelId(parts.embedder))
    const { stands, roles } = standings(parts, context, card.id)
    return { told: { ref: card.ref, ...recordTold(person, card.ref), ...stands }, detail: card.line, cards: [card, ...roles] }
  },
})

/** On which lists of this office a person stands; those of productions that may not be read are only counted. */
function standings({ db }: ToolParts, context: ToolContext, id: TalentId) {
  const all = readStandings(db, id)
  const open = all.slice(0, 20).flatMap(entry => {
    const role = openCard(context, { kind: 'role', id: entry.roleId })
    return role ? [{ role, told: { role: role.ref, name: named(entry.roleName), production: named(entry.productionTitle), stands: standingWords(entry) } }] : []
  })
  const also = closedWords(new Set(all.filter(({ productionId }) => !context.mayRead(productionId)).map(({ productionId }) => productionId)).size)
  return { stands: { onLists: open.map(({ told }) => told), ...(also !== undefined && { also }) }, roles: open.map(({ role }) => role) }
}

function recordTold(person: Talent, at: string) {
  const { languages: _languages, skills: _skills, ...facts } = personFacts(person)
  const { consent } = person
  return {
    name: named(person.name),
    otherSpellings: listed(person.spellings, 5),
    ...facts,
    height: person.heightCm === null ? unknown : `${person.heightCm} cm`,
    languages: person.languages.length === 0 ? unknown : person.languages.slice(0, 12).map(language => named(spoken(language))),
    skills: listed(person.skills, 30),
    tags: listed(person.tags),
    union: person.union === '' ? unknown : named(person.union),
    representation: person.representation === '' ? unknown : named(person.representation),
    coordinator: withoutNumbers(person.coordinator) === '' ? unknown : named(withoutNumbers(person.coordinator)),
    brandConflicts: person.conflicts.length === 0 ? unknown : person.conflicts.slice(0, 20).map(({ brand, category, territory, until }) => named([brand, category, territory, until === null ? 'no end known' : `until ${until}`].filter(Boolean).join(', '))),
    fee: fee(person.fee),
    availability: person.availability.length === 0 ? 'unknown on every day' : person.availability.slice(-20).map(({ span, state }) => `${days(span)}: ${state}`),
    reachable: [person.phone !== '' && 'telephone', person.email !== '' && 'e-mail'].filter(Boolean).join(' and ') || unknown,
    links: person.links.length,
    agreedToBeKept: consent === null ? unknown : consent.given ? `yes${consent.on === null ? '' : `, on ${consent.on}`}` : 'no',
    biography: quoteKnown(person.bio, `biography of ${at} in the talent book`, 2_500),
    credits: quoteKnown(person.credits.slice(0, 25).map(creditLine).join('\n'), `credits of ${at} in the talent book`, 2_500),
    training: quoteKnown(person.training, `training of ${at} in the talent book`, 800),
    notes: quoteKnown(person.notes, `notes on ${at} by this office`, 2_500),
    earlierAuditions: quoteKnown(person.auditions.slice(0, 20).map(auditionLine).join('\n'), `earlier auditions of ${at}, noted by this office`, 2_500),
  }
}

/** A co-ordinator is kept with how to reach them: the name is told, the number is not. */
const withoutNumbers = (text: string): string => text.replace(/\+?\d[\d\s()-]{5,}\d|\S+@\S+/g, '').replace(/[\s,;/-]+$/, '').trim()

const auditionLine = ({ production, role, on, rating, note }: Talent['auditions'][number]): string =>
  [production, role, on, rating === null ? '' : `rated ${rating} of 5`, note].filter(Boolean).join(', ')

/** Lays people side by side for a role. */
export const compareTalentTool = (parts: ToolParts): ReadingTool => readingTool({
  name: 'compare_talent',
  description: 'Lays two to five people side by side for one role: for each the fit (0 to 100, with the interval it could lie in), reasons, what is unknown, and which must-have stops them. A fit is support for a decision and rejects nobody.',
  input: z.object({ role: ref('role'), people: z.array(ref('talent', 'A person')).min(2).max(5) }),
  title: ({ role, people }, context) => `Compared ${people.map(one => named(personAt(context, one).title)).join(', ')} for ${named(roleAt(context, role).title)}`,
  run: async ({ role, people }, context) => {
    const roleCard = roleAt(context, role)
    const cards = [...new Map(people.map(one => personAt(context, one)).map(card => [card.id, card])).values()]
    if (cards.length < 2) throw new ToolRefusal('Two different people are needed to compare.')
    const ids = cards.map(({ id }) => id)
    const compared = await compareFor(parts, roleCard.id, ids, context.signal)
    const beside = compared.length > 0
      ? { people: compared.map(candidate => candidateTold(candidate, refOf(context, candidate.talent.id))) }
      : { suggestions: 'off for this role: only facts are laid side by side', people: talentFactsOf(parts.db, talentModelId(parts.embedder), ids).map(person => ({ ref: refOf(context, person.id), name: named(person.name), ...personFacts(person) })) }
    return { told: { role: { ref: roleCard.ref, name: named(roleCard.title) }, ...beside }, detail: `${counted(cards.length, 'person', 'people')} side by side`, cards: [roleCard, ...cards] }
  },
})

const refOf = (context: ToolContext, id: Talent['id']): string => context.refs.card({ kind: 'talent', id })?.ref ?? ''
