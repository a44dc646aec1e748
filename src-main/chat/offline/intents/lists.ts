import type { CastingEntry, CastingList, CastingStatus } from '../../../../src-preload/contract/casting.ts'
import type { RoleId, RoleSummary } from '../../../../src-preload/contract/roles.ts'
import { readBoard } from '../../../casting/castingStore.ts'
import { getProduction } from '../../../productions/productionStore.ts'
import { listRoles } from '../../../roles/roleStore.ts'
import type { Asking, Answer, Intent } from '../intent.ts'
import type { Concept } from '../lexicon.ts'
import { daysSaid, paragraphs, table, type Pen } from '../pen.ts'

/** What the lists and the ways of standing on them are called. */
export const listWords: Readonly<Record<CastingList, string>> = { longList: 'long list', selects: 'selects', shortList: 'short list' }
const statusWords: Readonly<Record<CastingStatus, string>> = {
  unviewed: 'unviewed', viewed: 'viewed', selected: 'selected', underConsideration: 'under consideration', pinned: 'pinned', onAvail: 'on avail', onHold: 'on hold', backup: 'backup', booked: 'booked', released: 'released',
}

interface Board {
  readonly entries: readonly CastingEntry[]
  readonly roles: ReadonlyMap<RoleId, RoleSummary>
  readonly source: string
}

/** The lists of the production asked about; null where none is. */
export function boardOf({ parts: { db }, question: { productionId }, pen }: Asking): Board | null {
  if (productionId === null) return null
  const { title } = getProduction(db, productionId)
  return {
    entries: readBoard(db, productionId, ''),
    roles: new Map(listRoles(db, productionId).map(role => [role.id, role])),
    source: pen.say('fromLists', { production: pen.link({ kind: 'production', id: productionId }, title) }),
  }
}

/** Entries as a table: role, person, list, status, hold. */
export function entryTable(pen: Pen, { roles }: Pick<Board, 'roles'>, entries: readonly CastingEntry[]): string {
  const held = entries.some(({ hold }) => hold !== null)
  const rows = entries.map(({ roleId, talent, list, status, hold }) => [
    pen.link({ kind: 'role', id: roleId }, roles.get(roleId)?.name ?? ''), pen.link({ kind: 'talent', id: talent.id }, talent.name), listWords[list], statusWords[status],
    ...(held ? [hold === null ? '' : `${hold.position}${hold.expires === null ? '' : `, ${daysSaid({ from: hold.expires, to: hold.expires })}`}`] : []),
  ])
  return table([pen.say('role'), pen.say('person'), pen.say('list'), pen.say('status'), ...(held ? [pen.say('hold')] : [])], rows)
}

/** Which part of the lists a word of the question asks for. */
const asked: readonly (readonly [Concept, what: string, test: (entry: CastingEntry) => boolean])[] = [
  ['shortList', 'short list', ({ list }) => list === 'shortList'],
  ['longList', 'long list', ({ list }) => list === 'longList'],
  ['booked', 'booked', ({ status }) => status === 'booked'],
  ['backup', 'backup', ({ status }) => status === 'backup'],
  ['selects', 'selects', ({ list, status }) => list === 'selects' || status === 'selected'],
]

/** Who stands on the lists: of a role, of one list, or where a person stands. */
export const lists: Intent = {
  name: 'lists',
  follows: { roles: 'swaps', people: 'swaps', words: ['shortList', 'longList', 'selects', 'booked', 'backup'] },
  patterns: [
    { weight: 55, all: [['shortList', 'longList', 'selects', 'booked', 'backup', 'onList']], none: ['nobody', 'hold', 'progress'] },
    { weight: 56, all: [['onList', 'where']], people: 1, none: ['city', 'scene'] },
  ],
  answer(asking) {
    const { question, pen } = asking
    const board = boardOf(asking)
    if (!board) return { text: pen.say('noProduction'), detail: '' }
    const { tests, what } = filterOf(asking)
    const entries = board.entries.filter(entry => tests.every(test => test(entry)))
    const [person] = question.people.flatMap(({ candidates }) => candidates)
    if (person && question.roles.length === 0) return standing(pen, person.name, pen.link({ kind: 'talent', id: person.id }, person.name), entries, board)
    if (entries.length === 0) return { text: paragraphs(pen.say('onListsNone', { what }), board.source), detail: '0' }
    return { text: paragraphs(pen.say('onLists', { what, count: entries.length }), entryTable(pen, board, entries), board.source), detail: `${entries.length}` }
  },
}

function filterOf({ question, pen }: Asking): { readonly tests: readonly ((entry: CastingEntry) => boolean)[]; readonly what: string } {
  const roles = question.roles.flatMap(({ candidates }) => candidates)
  const people = question.people.flatMap(({ candidates }) => candidates)
  const parts = asked.filter(([concept]) => question.said.has(concept))
  const tests = parts.map(([, , test]) => test)
  if (roles.length > 0) tests.push(({ roleId }) => roles.some(({ id }) => id === roleId))
  if (people.length > 0) tests.push(({ talent }) => people.some(({ id }) => id === talent.id))
  const what = [parts.map(([, words]) => words).join(', ') || pen.say('onList'), ...roles.map(({ id, name }) => pen.link({ kind: 'role', id }, name))].join(' – ')
  return { tests, what }
}

function standing(pen: Pen, _name: string, link: string, entries: readonly CastingEntry[], board: Board): Answer {
  if (entries.length === 0) return { text: paragraphs(pen.say('standsNowhere', { name: link }), board.source), detail: '0' }
  return { text: paragraphs(pen.say('standsOn', { name: link, count: entries.length }), entryTable(pen, board, entries), board.source), detail: `${entries.length}` }
}

/** Who is on hold, and whose hold expires first. */
export const holds: Intent = {
  name: 'holds',
  follows: { roles: 'joins', people: 'joins' },
  patterns: [{ weight: 58, all: [['hold']] }, { weight: 59, all: [['hold'], ['expiring']] }],
  answer(asking) {
    const { question, pen } = asking
    const board = boardOf(asking)
    if (!board) return { text: pen.say('noProduction'), detail: '' }
    const { roles, people } = question
    const isAsked = (entry: CastingEntry): boolean =>
      (roles.length === 0 || roles.some(({ candidates }) => candidates.some(({ id }) => id === entry.roleId))) && (people.length === 0 || people.some(({ candidates }) => candidates.some(({ id }) => id === entry.talent.id)))
    const held = board.entries
      .filter(entry => (entry.hold !== null || entry.status === 'onHold') && isAsked(entry))
      .sort((a, b) => (a.hold?.expires ?? '9999').localeCompare(b.hold?.expires ?? '9999'))
    const where = roles.length > 0 ? ` – ${roles.flatMap(({ candidates }) => candidates.map(({ id, name }) => pen.link({ kind: 'role', id }, name))).join(', ')}` : ''
    if (held.length === 0) return { text: paragraphs(pen.say('holdsNone', { where }), board.source), detail: '0' }
    const rows = held.map(({ roleId, talent, hold }) => [
      pen.link({ kind: 'talent', id: talent.id }, talent.name), pen.link({ kind: 'role', id: roleId }, board.roles.get(roleId)?.name ?? ''), `${hold?.position ?? '–'}`, expiry(pen, hold?.expires ?? null, question.today),
    ])
    return { text: paragraphs(pen.say('holds', { count: held.length }), table([pen.say('person'), pen.say('role'), pen.say('hold'), pen.say('expires')], rows), board.source), detail: `${held.length}` }
  },
}

function expiry(pen: Pen, expires: string | null, today: string): string {
  if (expires === null) return pen.say('noDay')
  const day = daysSaid({ from: expires, to: expires })
  const left = Math.round((Date.parse(expires) - Date.parse(today)) / 86_400_000)
  return left < 0 ? pen.say('lapsed', { day }) : pen.say('daysLeft', { day, left })
}
