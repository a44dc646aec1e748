import { sizeWords } from '../../../../src-preload/contract/said.ts'
import type { Intent } from '../intent.ts'
import { paragraphs, table } from '../pen.ts'
import { boardOf, entryTable } from './lists.ts'

/** How far the casting is: of a role, of all of them, or which roles have nobody. */
export const progress: Intent = {
  name: 'progress',
  follows: { roles: 'joins' },
  patterns: [
    { weight: 50, all: [['progress']], none: ['remember', 'session'] },
    { weight: 66, all: [['nobody']], none: ['hold'] },
    { weight: 66, all: [['role'], ['free', 'progress', 'nobody']] },
    { weight: 51, all: [['progress']], roles: 1 },
  ],
  answer(asking) {
    const { question, pen } = asking
    const board = boardOf(asking)
    if (!board) return { text: pen.say('noProduction'), detail: '' }
    const entriesOf = (id: string) => board.entries.filter(({ roleId, status }) => roleId === id && status !== 'released')
    const [one] = question.roles.flatMap(({ candidates }) => candidates)
    if (one) {
      const entries = entriesOf(one.id)
      const name = pen.link({ kind: 'role', id: one.id }, one.name)
      return { text: paragraphs(pen.say(entries.length > 0 ? 'progressOne' : 'progressEmpty', { name, count: entries.length }), entryTable(pen, board, entries), board.source), detail: `${entries.length}` }
    }
    const roles = [...board.roles.values()]
    const empty = roles.filter(({ id }) => entriesOf(id).length === 0)
    const booked = roles.filter(({ id }) => entriesOf(id).some(({ status }) => status === 'booked'))
    const names = empty.map(({ id, name }) => pen.link({ kind: 'role', id }, name)).join(', ')
    if (question.said.has('nobody') || question.said.has('free')) {
      return { text: paragraphs(empty.length > 0 ? pen.say('nobodyOn', { empty: empty.length, count: roles.length, names }) : pen.say('nobodyNone'), board.source), detail: `${empty.length}` }
    }
    const filled = roles.filter(({ id }) => entriesOf(id).length > 0)
    const rows = filled.map(role => [pen.link({ kind: 'role', id: role.id }, role.name), sizeWords[role.size], `${entriesOf(role.id).length}`, booked.includes(role) ? 'booked' : ''])
    return {
      text: paragraphs(
        pen.say('progressAll', { count: roles.length, booked: booked.length, listed: filled.length - booked.length, empty: empty.length }),
        table([pen.say('role'), pen.say('size'), pen.say('lists'), pen.say('status')], rows),
        empty.length > 0 && pen.say('nobodyOn', { empty: empty.length, count: roles.length, names }),
        board.source,
      ),
      detail: `${booked.length} / ${roles.length}`,
    }
  },
}
