import type { RoleSize, RoleSummary, StoredProposal } from '../../../../src-preload/contract/roles.ts'
import { genderWords, rangeWords, sizeWords } from '../../../../src-preload/contract/said.ts'
import { getRole, listRoles } from '../../../roles/roleStore.ts'
import type { Intent } from '../intent.ts'
import { paragraphs, plainWords, table, type Pen } from '../pen.ts'
import { newestScripts, scriptSource } from '../scripts.ts'

/** How many roles stand in an answer. */
const shown = 40

/** The roles of the production: all, the leads, those that speak most or least. */
export const roleList: Intent = {
  name: 'roles',
  follows: { words: ['lead', 'supporting', 'dayPlayer', 'most', 'least'] },
  patterns: [
    { weight: 56, all: [['most', 'least'], ['speeches', 'role', 'scene']], roles: 0 },
    { weight: 47, all: [['lead', 'supporting', 'dayPlayer']], roles: 0, none: ['fits', 'free'] },
    { weight: 57, all: [['role'], ['all', 'show', 'which', 'who']], roles: 0, none: ['nobody', 'progress', 'free', 'howMany', 'shortList', 'longList', 'booked', 'hold'] },
  ],
  answer({ parts: { db }, question, pen }) {
    if (question.productionId === null) return { text: pen.say('noProduction'), detail: '' }
    const sizes = (['lead', 'supporting', 'dayPlayer'] as const).filter(size => question.said.has(size))
    const all = listRoles(db, question.productionId).filter(({ size }) => sizes.length === 0 || sizes.includes(size))
    const roles = question.said.has('least') ? [...all].reverse() : all
    const which = sizes.length > 0 ? ` (${sizes.map(size => sizeWords[size]).join(', ')})` : ''
    const rows = roles.slice(0, question.said.has('most') || question.said.has('least') ? 5 : shown).map(role => roleCells(pen, role))
    return {
      text: paragraphs(pen.say('roleList', { count: all.length, which }), table(roleHeadings(pen), rows), scriptSource(pen, newestScripts(db, question))),
      detail: `${all.length}`,
    }
  },
}

const roleHeadings = (pen: Pen): readonly string[] => [pen.say('role'), pen.say('size'), pen.say('scenes'), pen.say('speeches')]
const roleCells = (pen: Pen, { id, name, size, scenes, speeches }: RoleSummary): readonly string[] => [pen.link({ kind: 'role', id }, name), sizeWords[size satisfies RoleSize], `${scenes}`, `${speeches}`]

/** What a role asks for: what the breakdown says, and what the lines of the script say, each with its page. */
export const roleFacts: Intent = {
  name: 'roleFacts',
  follows: { roles: 'swaps' },
  patterns: [
    { weight: 48, all: [['age', 'asks', 'language', 'skills', 'height', 'about']], roles: 1, people: 0 },
    { weight: 20, all: [['who', 'which']], roles: 1, people: 0, none: ['show', 'open', 'scene', 'page', 'come', 'happens', 'most', 'least', 'want', 'people', 'women', 'men'] },
  ],
  answer({ parts: { db }, question, pen }) {
    const texts = question.roles.flatMap(({ candidates }) => candidates).map(({ id }) => {
      const role = getRole(db, id)
      const set: readonly (readonly [string, string])[] = [
        [pen.say('age'), role.playingRange ? rangeWords(role.playingRange) : ''],
        [pen.say('gender'), role.gender ? genderWords[role.gender] : ''],
        [pen.say('languages'), role.languages.map(({ name }) => name).join(', ')],
        [pen.say('skills'), role.skills.map(({ name }) => name).join(', ')],
        [pen.say('look'), role.look],
      ]
      const byHand = set.filter(([, value]) => value !== '').map(([what, value]) => [what, plainWords(value), pen.say('byHand')])
      const lines = role.proposals.filter(({ state }) => state !== 'dismissed').map(proposal => [fieldWords(pen, proposal), plainWords(valueWords(proposal)), `page ${proposal.citation.page}: “${plainWords(proposal.citation.quote.slice(0, 140))}”`])
      const met = lines.length > 0 ? [] : role.introductions.map(({ page, quote }) => [pen.say('says'), plainWords(quote.slice(0, 140)), `page ${page}`])
      const name = pen.link({ kind: 'role', id }, role.name)
      return paragraphs(`${pen.say('scriptSays', { name })}: ${sizeWords[role.size]}`, table([pen.say('fact'), '', pen.say('source')], [...byHand, ...lines, ...met]))
    })
    return { text: paragraphs(...texts, scriptSource(pen, newestScripts(db, question))), detail: '' }
  },
}

const fieldWords = (pen: Pen, { proposal: { field } }: StoredProposal): string =>
  pen.say(({ playingRange: 'age', gender: 'gender', look: 'look', language: 'languages', skill: 'skills' } as const)[field])

function valueWords({ proposal }: StoredProposal): string {
  if (proposal.field === 'playingRange') return rangeWords(proposal.value)
  return proposal.field === 'gender' ? genderWords[proposal.value] : proposal.value
}
