import type { Talent } from '../../../../src-preload/contract/talent.ts'
import { creditLine, rangeWords } from '../../../../src-preload/contract/said.ts'
import { getTalent } from '../../../talent/talentStore.ts'
import type { Intent } from '../intent.ts'
import type { Concept } from '../lexicon.ts'
import { sceneAnswer } from './together.ts'
import type { PhraseKey } from '../phrases.ts'
import { daysSaid, paragraphs, plainWords } from '../pen.ts'

/** The facts of a person that can be asked for: the concept, what it is called, and how it is written; empty is not known. */
const facts: readonly (readonly [Concept, PhraseKey, (person: Talent) => string])[] = [
  ['phone', 'phone', ({ phone }) => phone],
  ['email', 'email', ({ email }) => email],
  ['height', 'height', ({ heightCm }) => (heightCm === null ? '' : `${heightCm} cm`)],
  ['language', 'languages', ({ languages }) => languages.map(({ language, fluency, dialects }) => [language, fluency && `(${fluency})`, ...dialects].filter(Boolean).join(' ')).join(', ')],
  ['agent', 'agent', ({ representation, coordinator }) => [representation, coordinator].filter(Boolean).join(', ')],
  ['fee', 'fee', ({ fee }) => (fee === null ? '' : `${fee.currency} ${fee.from / 100}–${fee.to / 100} / ${fee.per}${fee.asOf === null ? '' : `, ${daysSaid({ from: fee.asOf, to: fee.asOf })}`}`)],
  ['city', 'city', ({ city }) => city],
  ['skills', 'skills', ({ skills }) => skills.join(', ')],
  ['union', 'union', ({ union }) => union],
  ['credits', 'credits', ({ credits }) => credits.map(creditLine).join('; ')],
  ['age', 'age', ({ playingRange }) => (playingRange === null ? '' : rangeWords(playingRange))],
]

/** A fact of a person out of the talent book: phone, height, languages, agent. */
export const personFacts: Intent = {
  name: 'personFacts',
  follows: { people: 'swaps', words: ['phone', 'email', 'height', 'language', 'agent', 'fee', 'city', 'skills', 'union', 'credits', 'age'] },
  patterns: [
    { weight: 54, all: [['phone', 'email', 'height', 'language', 'agent', 'fee', 'city', 'skills', 'union', 'credits', 'age']], people: 1, none: ['compare', 'free'] },
    { weight: 53, all: [['number']], people: 1, none: ['compare', 'free'] },
  ],
  answer({ parts: { db }, question, pen }) {
    const asked = facts.filter(([concept]) => question.said.has(concept) || (concept === 'phone' && question.said.has('number')))
    const lines = question.people.flatMap(({ candidates }) => candidates).flatMap(({ id }) => {
      const person = getTalent(db, id, '')
      return asked.map(([, what, read]) => pen.say('factOf', { what: pen.say(what), name: pen.link({ kind: 'talent', id }, person.name), fact: `**${plainWords(read(person)) || pen.say('notKnown')}**` }))
    })
    return { text: paragraphs(...lines), detail: '' }
  },
}

/** A bare name is opened; with one of these it is asked about, and opening it is no answer. */
const asksMore = ['who', 'when', 'howMany', 'which', 'where', 'free', 'session', 'progress', 'want'] as const

/** Opening a person, a role or a scene by name, misspelt too. */
export const open: Intent = {
  name: 'open',
  follows: { people: 'swaps', roles: 'swaps', scene: 'swaps' },
  patterns: [
    { weight: 30, people: 1, roles: 0, none: asksMore },
    { weight: 31, all: [['open', 'show', 'role', 'where']], people: 1 },
    { weight: 30, roles: 1, people: 0, none: asksMore },
    { weight: 58, all: [['open', 'show']], roles: 1, none: ['fits', 'shortList', 'longList', 'onList', 'hold', 'scene', 'asks', 'age', 'speeches', 'together', 'session', 'progress'] },
    { weight: 62, all: [['open', 'show']], scene: true },
    { weight: 29, scene: true },
  ],
  answer(asking) {
    const { question, pen } = asking
    const keys = [
      ...question.people.flatMap(({ candidates }) => candidates.map(({ id, name }) => ({ key: { kind: 'talent' as const, id }, name }))),
      ...question.roles.flatMap(({ candidates }) => candidates.map(({ id, name }) => ({ key: { kind: 'role' as const, id }, name }))),
    ]
    if (keys.length === 0) return sceneAnswer(asking)
    const lines = keys.map(({ key, name }) => {
      const link = pen.link(key, name)
      return pen.say('opened', { name: link, line: plainWords(pen.cards().find(({ id }) => id === key.id)?.line ?? '') })
    })
    return { text: paragraphs(...lines), detail: `${lines.length}` }
  },
}
