import { z } from 'zod'
import type { Session, SessionId, SlotId } from '../../../src-preload/contract/auditions.ts'
import type { DaySpan } from '../../../src-preload/contract/words.ts'
import { getSession } from '../../auditions/sessionStore.ts'
import { readSlot } from '../../auditions/slotRows.ts'
import { instantOf } from '../../auditions/wallClock.ts'
import { getProduction } from '../../productions/productionStore.ts'
import { getRole } from '../../roles/roleStore.ts'
import type { ReadingTool, ToolContext } from '../tool.ts'
import { assertOpen, personAt, recordAt, ref, roleAt } from './lookUp.ts'
import { readingTool, ToolRefusal } from './makeTool.ts'
import { messageWords, type MessagePurpose, type MessageWords } from './messageWords.ts'
import { named, visible } from './quoted.ts'
import type { ToolParts } from './toolParts.ts'

const MessageInput = z.object({
  purpose: z.enum(['audition', 'callback', 'availability', 'thanks', 'pass']),
  language: z.enum(['en', 'hi', 'mr']).describe('English, Hindi or Marathi, in their own script'),
  talent: ref('talent', 'Whom it goes to'),
  role: ref('role').optional(),
  slot: ref('slot', 'The time it is about').optional(),
  session: ref('session', 'The session it is about, where no time is booked').optional(),
  body: z.string().max(1_500).optional().describe('Your own words for the middle, in that language. No names, days, times, places or money: those are filled in from the records'),
})

/** Drafts a message that the user copies; nothing is sent. */
export const draftMessageTool = (parts: ToolParts): ReadingTool => readingTool({
  name: 'draft_message',
  description: 'Drafts a message to one person in English, Hindi or Marathi: call to an audition, callback, check of dates, thanks, or pass. Name, role, production, day, time with zone, and place are filled in from the records; what is not in the records is left out and named as missing. The user copies it; nothing is sent to anybody.',
  input: MessageInput,
  title: ({ talent }, context) => `Drafted a message to ${named(personAt(context, talent).title)}`,
  run: (input, context) => {
    const { person, cards, ...facts } = factsOf(parts, context, input)
    const body = input.body === undefined ? null : visible(input.body).trim()
    const text = write(messageWords[input.language], input, { ...facts, name: person.title, body })
    const missing = missingOf(input.purpose, facts)
    return {
      told: {
        draft: 'It is shown to the user, who can copy it. Do not repeat its text.', language: input.language, to: person.ref,
        missing: missing.length === 0 ? 'nothing' : missing,
        filledIn: { role: facts.role !== null, production: facts.title !== null, time: facts.session !== null && facts.from !== null, place: (facts.session?.place ?? '') !== '', dates: facts.days !== null },
      },
      detail: missing.length === 0 ? 'A message to copy' : `A message to copy; missing: ${missing.join(', ')}`,
      cards,
      draft: { language: input.language, to: person.title, text },
    }
  },
})

interface MessageFacts {
  readonly role: string | null
  readonly title: string | null
  readonly session: Session | null
  /** The time of day that is booked; null where only the session is known. */
  readonly from: string | null
  readonly days: DaySpan | null
}

function factsOf({ db }: ToolParts, context: ToolContext, input: z.infer<typeof MessageInput>) {
  const person = personAt(context, input.talent)
  const slotCard = input.slot === undefined ? null : recordAt(context, input.slot, 'slot')
  const slot = slotCard && readSlot(db, slotCard.id as SlotId).slot
  if (slot && slot.talentId !== person.id) throw new ToolRefusal(`This slot is not booked for ${named(person.title)}.`)
  const session = slot ? getSession(db, slot.sessionId) : input.session === undefined ? null : getSession(db, recordAt(context, input.session, 'session').id as SessionId)
  const roleCard = input.role === undefined ? (slot?.roleId ? context.refs.card({ kind: 'role', id: slot.roleId }) : null) : roleAt(context, input.role)
  if (roleCard && session && roleCard.productionId !== session.productionId) throw new ToolRefusal('The role is of another production than the session.')
  const productionId = session?.productionId ?? roleCard?.productionId ?? context.productionId
  if (productionId !== null) assertOpen(context, productionId)
  const production = productionId === null ? null : getProduction(db, productionId)
  const role = roleCard ? getRole(db, roleCard.id as Parameters<typeof getRole>[1]) : null
  const facts: MessageFacts = { role: role?.name ?? null, title: production?.title ?? null, session, from: slot?.from ?? null, days: role?.dates ?? production?.shoot ?? null }
  return { ...facts, person, cards: [person, ...(roleCard ? [roleCard] : []), ...(slotCard ? [slotCard] : [])] }
}

/** What the person needs to know and the records do not say. */
function missingOf(purpose: MessagePurpose, { role, title, session, from, days }: MessageFacts): readonly string[] {
  const invites = purpose === 'audition' || purpose === 'callback'
  return [
    ...(role === null ? ['the role'] : []),
    ...(title === null ? ['the production'] : []),
    ...(invites && session === null ? ['day and place'] : []),
    ...(invites && from === null ? ['the time'] : []),
    ...(invites && session !== null && session.place === '' ? ['the place'] : []),
    ...(purpose === 'availability' && days === null ? ['the dates'] : []),
  ]
}

function write(words: MessageWords, { purpose }: z.infer<typeof MessageInput>, { name, role, title, session, from, days, body }: MessageFacts & { readonly name: string; readonly body: string | null }): string {
  const fill = (text: string): string => text.replace(/\{(name|role|title)\}/g, (_, key: 'name' | 'role' | 'title') => ({ name, role, title })[key] ?? '')
  const about = title === null ? null : fill(words.about[purpose][role === null ? 'without' : 'withRole'])
  const asks = purpose === 'audition' || purpose === 'callback'
  const lines = [
    asks && session ? words.facts.when.replace('{value}', () => timeIn(words, session, from)) : null,
    asks && session && session.place !== '' ? words.facts.place.replace('{value}', () => session.place) : null,
    purpose === 'availability' && days ? words.facts.days.replace('{value}', () => daysIn(words, days)) : null,
  ].filter(line => line !== null)
  const sign = title === null ? words.sign.plain : fill(words.sign.titled)
  return [fill(words.greeting), body ?? about, lines.join('\n'), body === null ? words.closing[purpose] : null, sign].filter(Boolean).join('\n\n')
}

/** A day and, where it is booked, the time with the name of its zone. */
function timeIn({ locale }: MessageWords, { day, zone, from: opens }: Session, from: string | null): string {
  const at = new Date(instantOf(day, from ?? opens, zone))
  const date = new Intl.DateTimeFormat(locale, { timeZone: zone, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(at)
  if (from === null) return date
  const time = new Intl.DateTimeFormat(locale, { timeZone: zone, hour: 'numeric', minute: '2-digit', hour12: true }).format(at)
  const zoneName = new Intl.DateTimeFormat('en-IN', { timeZone: zone, timeZoneName: 'short' }).formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? zone
  return `${date}, ${time} (${zoneName})`
}

function daysIn({ locale }: MessageWords, { from, to }: DaySpan): string {
  const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' })
  const [first, last] = [from, to].map(day => format.format(new Date(`${day}T00:00:00Z`)))
  return first === last ? `${first}` : `${first} – ${last}`
}
