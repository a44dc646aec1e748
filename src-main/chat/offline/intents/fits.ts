import type { Candidate } from '../../../../src-preload/contract/matching.ts'
import { rangeWords } from '../../../../src-preload/contract/said.ts'
import { candidatesFor, compareFor } from '../../../matching/candidates.ts'
import { talentFactsOf } from '../../../talent/talentFacts.ts'
import type { Asking, Intent } from '../intent.ts'
import { paragraphs, plainWords, table, type Pen } from '../pen.ts'
import { bookSource } from './find.ts'

/** How many candidates stand in an answer. */
const shown = 5

/** Who could play a role: the ranking beside it, with reasons and gaps. Nobody is ranked where suggestions are off, or without an encoder. */
export const fits: Intent = {
  name: 'fits',
  follows: { roles: 'swaps' },
  patterns: [
    { weight: 53, all: [['fits']], roles: 1, people: 0, none: ['shortList', 'longList', 'hold', 'booked'] },
    { weight: 40, all: [['who', 'want', 'show'], ['want', 'people', 'women', 'men']], roles: 1, people: 0, none: ['scene', 'asks', 'age', 'onList', 'shortList', 'session'] },
  ],
  async answer({ parts: { db, embedder, settings, now }, question, context, pen }) {
    const [role] = question.roles.flatMap(({ candidates }) => candidates)
    if (!role) return { text: pen.say('noProduction'), detail: '' }
    const name = pen.link({ kind: 'role', id: role.id }, role.name)
    const ranking = embedder && (await candidatesFor({ db, embedder, settings, now }, role.id, { limit: shown, signal: context.signal }))
    if (!ranking?.suggestions) return { text: pen.say('fitsOff', { name }), detail: '' }
    if (ranking.candidates.length === 0) return { text: paragraphs(pen.say('fitsNone', { name, stopped: ranking.stopped.length }), bookSource(pen, db)), detail: '0' }
    return {
      text: paragraphs(pen.say('fits', { name }), table([pen.say('person'), pen.say('fit'), pen.say('why'), pen.say('notKnown')], ranking.candidates.map(candidate => fitCells(pen, candidate))), bookSource(pen, db)),
      detail: `${ranking.candidates.length}`,
    }
  },
}

const fitCells = (pen: Pen, { talent, fit, interval, reasons, gaps }: Candidate): readonly string[] => [
  pen.link({ kind: 'talent', id: talent.id }, talent.name), `${fit} (${interval.low}–${interval.high})`, plainWords(reasons.slice(0, 2).map(({ text }) => text).join('; ')), plainWords(gaps.slice(0, 2).map(({ text }) => text).join('; ')),
]

/** People side by side, for a role where one is named. */
export const compare: Intent = {
  name: 'compare',
  follows: { roles: 'swaps' },
  patterns: [
    { weight: 80, all: [['compare', 'and']], people: 2, none: ['free', 'session', 'phone', 'language', 'scene'] },
    { weight: 80, people: 2, roles: 1, none: ['free', 'session'] },
    { weight: 82, all: [['best']], roles: 1, people: 0, none: ['free', 'session', 'phone', 'scene'] },
  ],
  async answer(asking) {
    const { parts: { db, embedder, settings, now }, question, context, pen } = asking
    const [role] = question.roles.flatMap(({ candidates }) => candidates)
    const named = question.people.flatMap(({ candidates }) => candidates.map(({ id }) => id))
    const best = named.length === 0 && role && embedder ? await candidatesFor({ db, embedder, settings, now }, role.id, { limit: howManyBest(question.sentence), signal: context.signal }) : null
    if (named.length === 0 && role && !best?.suggestions) return { text: pen.say('fitsOff', { name: pen.link({ kind: 'role', id: role.id }, role.name) }), detail: '' }
    const people = talentFactsOf(db, '', [...named, ...(best?.candidates.map(({ talent }) => talent.id) ?? [])].slice(0, 3))
    const judged = role && embedder ? await compareFor({ db, embedder, settings, now }, role.id, people.map(({ id }) => id), context.signal) : []
    const row = (what: string, cell: (index: number) => string): readonly string[] => [what, ...people.map((_, index) => cell(index) || pen.say('notKnown'))]
    const rows = [
      row(pen.say('plays'), at => (people[at]?.playingRange ? rangeWords(people[at].playingRange) : '')),
      row(pen.say('city'), at => plainWords(people[at]?.city ?? '')),
      row(pen.say('languages'), at => plainWords(people[at]?.languages.map(({ language }) => language).join(', ') ?? '')),
      row(pen.say('skills'), at => plainWords(people[at]?.skills.join(', ') ?? '')),
      row(pen.say('height'), at => (people[at]?.heightCm ? `${people[at].heightCm} cm` : '')),
      ...(judged.length > 0 ? fitRows(asking, people.map(({ id }) => judged.find(({ talent }) => talent.id === id))) : []),
    ]
    const forRole = role ? ` – ${pen.link({ kind: 'role', id: role.id }, role.name)}` : ''
    return {
      text: paragraphs(pen.say('compared', { role: forRole }), table(['', ...people.map(({ id, name }) => pen.link({ kind: 'talent', id }, name))], rows), bookSource(pen, db)),
      detail: `${people.length}`,
    }
  },
}

/** "The two best", "teen sabse acche". */
const howManyBest = (sentence: string): number => (/\b(?:3|teen|three)\b/.test(sentence) ? 3 : 2)

function fitRows({ pen }: Asking, judged: readonly (Candidate | undefined)[]): readonly (readonly string[])[] {
  return [
    [pen.say('fit'), ...judged.map(one => (one ? `${one.fit} (${one.interval.low}–${one.interval.high})` : '–'))],
    [pen.say('why'), ...judged.map(one => plainWords(one?.reasons.slice(0, 2).map(({ text }) => text).join('; ') ?? '') || '–')],
    [pen.say('notKnown'), ...judged.map(one => plainWords([...(one?.stoppedBy.map(({ text }) => text) ?? []), ...(one?.gaps.map(({ text }) => text) ?? [])].slice(0, 3).join('; ')) || '–')],
  ]
}
