import type { MessageLanguage, Session, SessionKind, SlotId, SlotMessage } from '../../src-preload/contract/auditions.ts'
import { minority } from '../../src-preload/contract/minors.ts'
import type { TalentRecord } from '../../src-preload/contract/talent.ts'
import type { Database } from '../database/openDatabase.ts'
import { getProduction } from '../productions/productionStore.ts'
import { listSides } from '../sides/sidesStore.ts'
import { readTalent } from '../talent/talentFacts.ts'
import { endOf, instantsOf } from './fitSlot.ts'
import { getSession } from './sessionStore.ts'
import { readSlot } from './slotRows.ts'

/**
 * Writes the message that calls somebody to a slot, ready to be pasted or mailed: when by the clock of the session, where with a
 * link to the map, for which role, and whether sides come with it. Nothing is sent.
 *
 * Who is under 18 on that day is called through the guardian where one is known. Throws NOT_FOUND.
 */
export function slotMessage(db: Database, id: SlotId, language: MessageLanguage): SlotMessage {
  const { slot } = readSlot(db, id)
  const session = getSession(db, slot.sessionId)
  const { title } = getProduction(db, session.productionId)
  const person = readTalent(db, slot.talentId, '').talent
  const { name, phone, email } = calledThrough(person, session.day)
  const hasSides = slot.roleId !== null && listSides(db, session.productionId, slot.roleId).length > 0
  const words = templates[language]
  const called: Called = {
    kind: words.kinds[session.kind], production: title, role: slot.roleName, person: name === person.name ? null : person.name,
    ...whenIn(locales[language], session, slot), place: session.place.trim(),
  }
  const lines = [
    words.hello(name),
    '',
    session.kind === 'selfTape' ? words.tape(called) : words.call(called),
    ...(session.kind === 'selfTape' ? [] : [words.when(called)]),
    ...(called.place === '' || session.kind === 'selfTape' ? [] : [words.where(called), mapOf(called.place)]),
    ...(hasSides ? [words.sides] : []),
    '',
    words.reply,
  ]
  return { to: name, phone, email, subject: words.subject(called), text: lines.join('\n') }
}

interface Called {
  readonly kind: string
  readonly production: string
  readonly role: string | null
  /** Who comes, where the message goes to somebody else. */
  readonly person: string | null
  readonly day: string
  readonly from: string
  readonly to: string
  readonly zone: string
  readonly place: string
}

interface Template {
  readonly kinds: Readonly<Record<SessionKind, string>>
  readonly hello: (name: string) => string
  readonly call: (called: Called) => string
  readonly tape: (called: Called) => string
  readonly when: (called: Called) => string
  readonly where: (called: Called) => string
  readonly sides: string
  readonly reply: string
  readonly subject: (called: Called) => string
}

// Digits stay Latin in all three, as people write times and telephone numbers to each other.
const locales: Readonly<Record<MessageLanguage, string>> = { en: 'en-IN', hi: 'hi-IN-u-nu-latn', mr: 'mr-IN-u-nu-latn' }

const templates: Readonly<Record<MessageLanguage, Template>> = {
  en: {
    kinds: { preRead: 'a pre-read', audition: 'an audition', callback: 'a callback', chemistryRead: 'a chemistry read', lookTest: 'a look test', selfTape: 'a self-tape' },
    hello: name => `Hello ${name},`,
    call: ({ kind, production, role, person }) => `We would like to see ${person ?? 'you'} for ${kind} for “${production}”${role === null ? '' : `, role: ${role}`}.`,
    tape: ({ production, role, person, day, to, zone }) => `Please send us a self-tape${person === null ? '' : ` of ${person}`} for “${production}”${role === null ? '' : `, role: ${role}`}, by ${to} (${zone}) on ${day}.`,
    when: ({ day, from, to, zone }) => `When: ${day}, ${from} to ${to} (${zone})`,
    where: ({ place }) => `Where: ${place}`,
    sides: 'The sides come with this message.',
    reply: 'Please tell us whether this works.',
    subject: ({ kind, production, day }) => `${kind.replace(/^an? /, '').replace(/^./, letter => letter.toUpperCase())} for ${production}, ${day}`,
  },
  hi: {
    kinds: { preRead: 'प्री-रीड', audition: 'ऑडिशन', callback: 'कॉलबैक', chemistryRead: 'केमिस्ट्री रीड', lookTest: 'लुक टेस्ट', selfTape: 'सेल्फ़-टेप' },
    hello: name => `नमस्ते ${name},`,
    call: ({ kind, production, role, person }) => `“${production}” के लिए हम ${person ?? 'आप'} का ${kind} लेना चाहते हैं${role === null ? '' : `, किरदार: ${role}`}।`,
    tape: ({ production, role, person, day, to, zone }) => `कृपया “${production}” के लिए ${person === null ? 'अपना' : `${person} का`} सेल्फ़-टेप${role === null ? '' : `, किरदार: ${role},`} ${day} को ${to} (${zone}) तक भेजें।`,
    when: ({ day, from, to, zone }) => `समय: ${day}, ${from} से ${to} (${zone})`,
    where: ({ place }) => `स्थान: ${place}`,
    sides: 'साइड्स इस संदेश के साथ हैं।',
    reply: 'कृपया बताएँ कि यह समय ठीक रहेगा या नहीं।',
    subject: ({ kind, production, day }) => `${production}: ${kind}, ${day}`,
  },
  mr: {
    kinds: { preRead: 'प्री-रीड', audition: 'ऑडिशन', callback: 'कॉलबॅक', chemistryRead: 'केमिस्ट्री रीड', lookTest: 'लुक टेस्ट', selfTape: 'सेल्फ-टेप' },
    hello: name => `नमस्कार ${name},`,
    call: ({ kind, production, role, person }) => `“${production}” साठी आम्हाला ${person === null ? 'तुमची' : `${person} यांची`} ${kind} घ्यायची आहे${role === null ? '' : `, भूमिका: ${role}`}.`,
    tape: ({ production, role, person, day, to, zone }) => `कृपया “${production}” साठी ${person === null ? 'तुमची' : `${person} यांची`} सेल्फ-टेप${role === null ? '' : `, भूमिका: ${role},`} ${day} रोजी ${to} (${zone}) पर्यंत पाठवा.`,
    when: ({ day, from, to, zone }) => `वेळ: ${day}, ${from} ते ${to} (${zone})`,
    where: ({ place }) => `ठिकाण: ${place}`,
    sides: 'साइड्स या संदेशासोबत आहेत.',
    reply: 'ही वेळ जमेल का ते कृपया कळवा.',
    subject: ({ kind, production, day }) => `${production}: ${kind}, ${day}`,
  },
}

/** To whom a message goes: the person, or the guardian of somebody under 18. */
function calledThrough({ guardian, ...person }: TalentRecord, day: string): Pick<TalentRecord, 'name' | 'phone' | 'email'> {
  if (guardian === null || minority(person, day) !== 'yes') return person
  return { name: guardian.name, phone: guardian.phone === '' ? person.phone : guardian.phone, email: person.email }
}

function whenIn(locale: string, session: Session, slot: { readonly from: string; readonly minutes: number }): Pick<Called, 'day' | 'from' | 'to' | 'zone'> {
  const { start } = instantsOf(slot, session)
  const zoneName = new Intl.DateTimeFormat('en-IN', { timeZone: session.zone, timeZoneName: 'short' }).formatToParts(start).find(({ type }) => type === 'timeZoneName')?.value ?? session.zone
  return {
    day: new Date(`${session.day}T00:00:00Z`).toLocaleDateString(locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
    from: clock(slot.from), to: clock(endOf(slot)), zone: zoneName,
  }
}

/** A time as people write it to each other: "4:30 pm". */
function clock(time: string): string {
  const hour = Number(time.slice(0, 2))
  return `${hour % 12 === 0 ? 12 : hour % 12}:${time.slice(3)} ${hour < 12 ? 'am' : 'pm'}`
}

/** A place on the map, as Google documents it (Maps URLs, "search"). */
const mapOf = (place: string): string => `https://www.google.com/maps/search/?api=1&query=${encodeURIComponent(place)}`
