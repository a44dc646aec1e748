import type { Session, Slot } from '../../../../src-preload/contract/auditions.ts'
import { listSessions } from '../../../auditions/sessionStore.ts'
import type { Asking, Answer, Intent } from '../intent.ts'
import { daysSaid, paragraphs, plainWords, table, type Pen } from '../pen.ts'

/** What is booked: the sessions of days, or the slots of a person or a role. */
export const sessions: Intent = {
  name: 'sessions',
  follows: { days: 'joins', people: 'joins', roles: 'joins' },
  patterns: [
    { weight: 60, all: [['session']], none: ['free'] },
    { weight: 62, all: [['session'], ['when', 'who', 'come']], none: ['free'] },
    { weight: 61, all: [['come'], ['who', 'which', 'when']], none: ['free', 'scene', 'nobody', 'first'] },
    { weight: 61, all: [['come']], days: true, none: ['free', 'scene'] },
  ],
  answer(asking) {
    const { parts: { db }, question } = asking
    const span = question.days ?? { from: question.today }
    const all = listSessions(db, { productionId: question.productionId ?? undefined, ...span })
    const named = new Set(question.people.flatMap(({ candidates }) => candidates.map(({ id }) => id as string)))
    const roles = new Set(question.roles.flatMap(({ candidates }) => candidates.map(({ id }) => id as string)))
    if (named.size + roles.size > 0) return slotsAnswer(asking, all, slot => (named.size === 0 || named.has(slot.talentId)) && (roles.size === 0 || roles.has(slot.roleId ?? '')))
    const { pen } = asking
    const days = question.days ? daysSaid(question.days) : `${daysSaid({ from: question.today, to: question.today })} –`
    if (all.length === 0) return { text: pen.say('sessionsNone', { days }), detail: '0' }
    return {
      text: paragraphs(pen.say('sessionsOn', { days, count: all.length }), ...all.flatMap(session => sessionLines(pen, session)), pen.say('fromSessions')),
      detail: `${all.length}`,
    }
  },
}

function sessionLines(pen: Pen, session: Session): readonly string[] {
  const title = `**${pen.link({ kind: 'session', id: session.id }, session.title || session.kind)}**, ${daysSaid({ from: session.day, to: session.day })}, ${session.from}–${session.to}${session.place ? `, ${plainWords(session.place)}` : ''}`
  return [title, session.slots.length === 0 ? pen.say('noSlots') : slotTable(pen, session.slots)]
}

const slotTable = (pen: Pen, slots: readonly Slot[]): string =>
  table([pen.say('time'), pen.say('person'), pen.say('role'), pen.say('state')], slots.map(slot => [
    slot.from,
    pen.link({ kind: 'talent', id: slot.talentId }, slot.talentName),
    slot.roleId === null ? '–' : pen.link({ kind: 'role', id: slot.roleId }, slot.roleName ?? ''),
    plainWords(stateWords[slot.state]),
  ]))

const stateWords: Readonly<Record<Slot['state'], string>> = { proposed: 'proposed', booked: 'booked', confirmed: 'confirmed', declined: 'declined', cameIn: 'came in', missed: 'missed' }

function slotsAnswer({ question, pen }: Asking, all: readonly Session[], isAsked: (slot: Slot) => boolean): Answer {
  const slots = all.flatMap(session => session.slots.filter(isAsked).map(slot => ({ session, slot })))
  const mentions = [...question.people.flatMap(({ candidates }) => candidates.map(({ id, name }) => pen.link({ kind: 'talent', id }, name))), ...question.roles.flatMap(({ candidates }) => candidates.map(({ id, name }) => pen.link({ kind: 'role', id }, name)))]
  const name = mentions.join(', ')
  if (slots.length === 0) return { text: pen.say('slotsNone', { name, day: daysSaid({ from: question.days?.from ?? question.today, to: question.days?.from ?? question.today }) }), detail: '0' }
  const lines = slots.map(({ session, slot }) => [
    daysSaid({ from: session.day, to: session.day }), slot.from, pen.link({ kind: 'talent', id: slot.talentId }, slot.talentName), plainWords(slot.roleName ?? '–'),
    pen.link({ kind: 'session', id: session.id }, session.title || session.kind), stateWords[slot.state],
  ])
  return {
    text: paragraphs(pen.say('slotsOf', { name, count: slots.length }), table(['', pen.say('time'), pen.say('person'), pen.say('role'), 'Session', pen.say('state')], lines), pen.say('fromSessions')),
    detail: `${slots.length}`,
  }
}
