import type { OrderFinding, ShootingDay } from '../../src-preload/contract/reports.ts'
import type { RoleId } from '../../src-preload/contract/roles.ts'
import { sceneNumber } from '../../src-preload/contract/said.ts'
import type { Scene } from '../../src-preload/contract/scripts.ts'
import { dayOf, daysFrom } from './orderDates.ts'
import { readHead, type OrderHead } from './orderHead.ts'
import { sceneFinder, type SceneFinder } from './orderScenes.ts'
import { dayWords } from './reportWords.ts'

/** What an order is read against: the scenes, the roles that may travel, and the day near which a year that is left out lies. */
export interface OrderBook {
  readonly scenes: readonly Scene[]
  readonly roles: readonly { readonly id: RoleId; readonly name: string }[]
  /** `YYYY-MM-DD`. */
  readonly anchor: string
}

/** A shooting order as read. */
export interface ReadOrder {
  readonly days: readonly ShootingDay[]
  /** By line. */
  readonly findings: readonly OrderFinding[]
  /** Indexes of the scenes that are on no day; those that the script calls omitted are not missed. */
  readonly unscheduled: readonly number[]
}

/** The most days that an order may have. */
const mostDays = 500

const travelWord = /(?<![\p{L}\p{N}])travel(?:l?ing|s)?(?![\p{L}\p{N}])\s*:?/iu

type Draft = { -readonly [Key in keyof ShootingDay]: ShootingDay[Key] extends readonly (infer Item)[] ? Item[] : ShootingDay[Key] }
type Say = (kind: OrderFinding['kind'], message: string) => void
interface Reading {
  readonly find: SceneFinder
  readonly book: OrderBook
  readonly days: Draft[]
  /** The number of each numbered day. */
  readonly byNumber: Map<string, Draft>
  counted: number
}

/**
 * Reads a shooting order as it is typed: a day a line, its scenes behind it.
 *
 * A line begins with what the day is ({@link readHead}) and goes on with scenes ({@link sceneFinder}). A line without a day goes on with the
 * day above; where no line has one, each is a day of its own. The same day number twice is one day. "Day 2 - OFF" and "Travel" are days
 * without scenes; names after "travel" (Day 3: 5, 6; travel Meera) are the roles that travel that day. Lines that begin with `//` are
 * passed over. Never throws: what cannot be read is said with its line.
 */
export function readOrder(text: string, book: OrderBook): ReadOrder {
  const findings: OrderFinding[] = []
  const reading: Reading = { find: sceneFinder(book.scenes), book, days: [], byNumber: new Map(), counted: 0 }
  const lines = text
    .normalize('NFC')
    .replaceAll(/[०-९]/g, digit => `${digit.charCodeAt(0) - 0x966}`)
    .split(/\r\n|\r|\n/)
    .map((line, index) => ({ line: index + 1, head: readHead(line) }))
    .filter(({ head }) => head.opens || (head.rest !== '' && !head.rest.startsWith('//') && !/^week\s*\d+$/i.test(head.rest)))
  const anyHead = lines.some(({ head }) => head.opens)
  for (const { line, head } of lines) {
    const say: Say = (kind, message) => void findings.push({ line, kind, message })
    const above = reading.days.at(-1)
    if (!head.opens && anyHead && above) {
      takeList(reading, above, head.rest, say)
    } else if (reading.days.length >= mostDays) {
      say('mend', `An order has at most ${mostDays} days. This line was not read.`)
    } else {
      takeList(reading, dayFor(reading, head, line, say), head.rest, say, head.kind)
    }
  }
  findings.push(...twiceFindings(reading))
  const scheduled = new Set(reading.days.flatMap(day => day.scenes))
  return {
    days: reading.days,
    findings: findings.sort((a, b) => a.line - b.line),
    unscheduled: book.scenes.filter(({ index, heading }) => !scheduled.has(index) && !/^\W*omit/i.test(heading)).map(({ index }) => index),
  }
}

function dayFor(reading: Reading, { number, date, kind, note }: OrderHead, line: number, say: Say): Draft {
  const { days, byNumber, book } = reading
  const before = days.findLast(day => day.date !== null)?.date ?? null
  const on = date === null ? null : dayOf(date, before ?? book.anchor)
  const known = number === null ? days.find(day => on !== null && day.date === on && day.kind === kind) : byNumber.get(number)
  if (known) {
    if (on !== null && known.date !== null && known.date !== on) say('mend', `${known.label} has two dates, ${dayWords(known.date)} and ${dayWords(on)}. The first is taken.`)
    known.date ??= on
    addNote(known, note)
    return known
  }
  if (on !== null && before !== null && daysFrom(before, on) < 0) say('note', `${dayWords(on)} is before the day above it.`)
  if (on !== null && days.some(day => day.date === on)) say('note', `${dayWords(on)} is there twice.`)
  const day: Draft = { ...namesOf(reading, number, kind), date: on, kind, note, scenes: [], travellers: [], line }
  days.push(day)
  if (number !== null) byNumber.set(number, day)
  return day
}

function namesOf(reading: Reading, number: string | null, kind: ShootingDay['kind']): Pick<ShootingDay, 'label' | 'short'> {
  if (number !== null) {
    if (kind === 'shoot') reading.counted = Math.max(reading.counted, Number.parseInt(number, 10))
    return { label: `Day ${number}`, short: number }
  }
  if (kind !== 'shoot') return kind === 'off' ? { label: 'Off', short: 'Off' } : { label: 'Travel', short: 'Tr' }
  reading.counted += 1
  return { label: `Day ${reading.counted}`, short: `${reading.counted}` }
}

function takeList(reading: Reading, day: Draft, list: string, say: Say, kind: ShootingDay['kind'] = day.kind): void {
  if (kind === 'off') {
    const note = list.replaceAll(/^[([]|[)\]]$/g, '').trim()
    addNote(day, note)
    if (/\d/.test(note)) say('mend', `${day.label} is off; "${short(note)}" was read as a note.`)
    return
  }
  const [scenes = '', ...travels] = (kind === 'travel' ? `travel ${list}` : list).split(travelWord)
  takeScenes(reading, day, scenes, say)
  for (const names of travels) takeTravellers(reading, day, names, say)
  if (day.kind === 'travel' && day.scenes.length > 0) {
    day.kind = 'shoot'
    say('note', `${day.label} is a travel day with scenes; it counts as a day of work.`)
  }
}

function takeScenes({ find, book }: Reading, day: Draft, words: string, say: Say): void {
  const found = find(words)
  for (const note of found.notes) addNote(day, note)
  for (const word of found.unknown) say('mend', /\p{N}/u.test(word) ? `${day.label}: there is no scene ${short(word)}.` : `${day.label}: "${short(word)}" is no scene.`)
  for (const word of found.doubled) say('note', `${day.label}: ${short(word)} is printed on more than one scene. All of them are taken.`)
  for (const word of found.backwards) say('note', `${day.label}: ${short(word)} runs backwards. It was read the other way round.`)
  for (const index of found.scenes) {
    if (!day.scenes.includes(index)) day.scenes.push(index)
    else say('note', `${day.label}: scene ${numberOf(book.scenes, index)} stands there twice. It is counted once.`)
  }
}

function takeTravellers(reading: Reading, day: Draft, words: string, say: Say): void {
  for (const name of words.split(/[,;]|\s+(?:&|and|aur|और)\s+/iu).map(part => part.replaceAll(/^[\s:–—-]+|[\s.]+$/gu, ''))) {
    if (name === '') continue
    const role = roleNamed(reading.book.roles, name)
    if (role && !day.travellers.includes(role)) day.travellers.push(role)
    else if (!role && /^[#\d]/.test(name)) takeScenes(reading, day, name, say)
    else if (!role) say('mend', `${day.label}: there is no role "${short(name)}" to travel.`)
  }
}

function addNote(day: Draft, note: string): void {
  if (note !== '') day.note = [day.note, note].filter(Boolean).join(', ')
}

function twiceFindings({ days, book }: Reading): OrderFinding[] {
  return book.scenes.flatMap(({ index }): OrderFinding[] => {
    const on = days.filter(day => day.scenes.includes(index))
    const last = on.at(-1)
    if (on.length < 2 || !last) return []
    const labels = on.map(({ label }) => label)
    return [{ line: last.line, kind: 'note', message: `Scene ${numberOf(book.scenes, index)} is on ${on.length} days: ${labels.slice(0, -1).join(', ')} and ${labels.at(-1) ?? ''}.` }]
  })
}

/** A role by its whole name, or by the word that only its name begins with. */
function roleNamed(roles: OrderBook['roles'], name: string): RoleId | undefined {
  const wanted = name.toUpperCase()
  const whole = roles.find(role => role.name.toUpperCase() === wanted)
  const begun = roles.filter(role => role.name.toUpperCase().startsWith(`${wanted} `))
  return (whole ?? (begun.length === 1 ? begun[0] : undefined))?.id
}

const numberOf = (scenes: readonly Scene[], index: number): string => {
  const scene = scenes[index]
  return scene ? sceneNumber(scene) : ''
}

const short = (words: string): string => (words.length > 40 ? `${words.slice(0, 39)}…` : words)
