import { z } from 'zod'
import { CastingChangeId, CastingList, CastingStatus, Hold, Standing, type CastingEntry } from '../../../src-preload/contract/casting.ts'
import { RoleId } from '../../../src-preload/contract/roles.ts'
import { TalentId } from '../../../src-preload/contract/talent.ts'
import type { Intention, Done, ReadingTool, ToolContext, WritingTool } from '../tool.ts'
import { listWords, statusWords } from '../../../src-preload/contract/said.ts'
import { putOnList, readBoard, readLists, readStandings, takeOffList, undoChange } from '../../casting/castingStore.ts'
import { decideStanding, sameStanding, type StandingWish } from '../../casting/decideStanding.ts'
import { getProduction } from '../../productions/productionStore.ts'
import { getRole } from '../../roles/roleStore.ts'
import { talentModelId } from '../../talent/talentRecord.ts'
import { getTalent } from '../../talent/talentStore.ts'
import { counted } from './facts.ts'
import { openCard, personAt, productionAt, recordAt, ref, roleAt } from './lookUp.ts'
import { readingTool, ToolRefusal, writingTool } from './makeTool.ts'
import { named, quoteKnown } from './quoted.ts'
import { doneBy, type ToolParts } from './toolParts.ts'
import { changesBetween, daysLeft, holdWords, standingWords } from './standingWords.ts'

const BoardInput = z.object({
  role: ref('role').optional(),
  production: ref('production').optional(),
  list: CastingList.optional(),
  status: CastingStatus.optional(),
  held: z.boolean().optional().describe('true: only people on hold'),
})

/** Reads who stands on which list. */
export const boardTool = (parts: ToolParts): ReadingTool => readingTool({
  name: 'board',
  description: 'Reads the lists of one role, or of all roles of a production: who is on the long list, the selects or the short list, their status, their hold with its position and the day it ends, and notes. Also for "who is on hold" and "which roles have nobody".',
  input: BoardInput,
  title: ({ role, production }, context) => `Read the lists${role !== undefined ? ` of ${named(roleAt(context, role).title)}` : production !== undefined ? ` of ${named(recordAt(context, production, 'production').title)}` : ''}`,
  run: (input, context) => {
    const entries = entriesMeant(parts, context, input).filter(entry => fits(entry, input))
    const today = parts.now()
    const found = entries.slice(0, 60).flatMap(entry => {
      const [role, person] = [openCard(context, { kind: 'role', id: entry.roleId }), openCard(context, { kind: 'talent', id: entry.talent.id })]
      if (!role || !person) return []
      const told = {
        role: { ref: role.ref, name: named(role.title) }, person: { ref: person.ref, name: named(person.title) }, list: listWords[entry.list], status: statusWords[entry.status],
        ...(entry.hold && { hold: holdWords(entry.hold), holdEnds: daysLeft(entry.hold, today, parts.zone) }),
        ...(entry.note !== '' && { note: quoteKnown(entry.note, `note on ${person.ref} for ${role.ref}`, 400) }),
        since: entry.changedAt.slice(0, 10),
      }
      return [{ told, cards: [person, role] }]
    })
    return {
      told: { total: entries.length, shown: found.length, entries: found.map(({ told }) => told), ...(input.role === undefined && { rolesWithNobody: emptyRoles(parts, context, input.production) }) },
      detail: counted(entries.length, 'person', 'people'),
      cards: [...new Map(found.flatMap(({ cards }) => cards).map(card => [card.ref, card])).values()],
    }
  },
})

function entriesMeant({ db, embedder }: ToolParts, context: ToolContext, { role, production }: z.infer<typeof BoardInput>): readonly CastingEntry[] {
  const modelId = talentModelId(embedder)
  return role !== undefined ? readLists(db, roleAt(context, role).id, modelId) : readBoard(db, productionAt(db, context, production), modelId)
}

const fits = ({ list, status, hold }: CastingEntry, wanted: z.infer<typeof BoardInput>): boolean =>
  (wanted.list === undefined || list === wanted.list) && (wanted.status === undefined || status === wanted.status) && (wanted.held !== true || hold !== null)

function emptyRoles({ db, embedder }: ToolParts, context: ToolContext, production: string | undefined): readonly { readonly ref: string; readonly name: string }[] {
  const productionId = productionAt(db, context, production)
  const listed = new Set(readBoard(db, productionId, talentModelId(embedder)).map(({ roleId }) => roleId))
  const rows = db.prepare<[string], RoleId>('SELECT id FROM role WHERE production_id = ? AND removed_at IS NULL AND merged_into IS NULL ORDER BY created_at, id').pluck().all(productionId)
  return rows.filter(id => !listed.has(id)).slice(0, 40).flatMap(id => {
    const card = openCard(context, { kind: 'role', id })
    return card ? [{ ref: card.ref, name: named(card.title) }] : []
  })
}

const HoldInput = z.object({ position: Hold.shape.position.describe('1 is first pencil'), expires: z.iso.date().optional().describe('The day it ends, YYYY-MM-DD; left out where none was agreed') })
const Reason = z.string().max(300).optional().describe('Why, in the words of the user; left out where she gave none')

/** What a change of a list settles: who, for what, how they stood when it was shown, and what is wished. */
const Settled = z.object({
  roleId: RoleId,
  talentId: TalentId,
  before: Standing.nullable(),
  wish: z.object({ list: CastingList.optional(), status: CastingStatus.optional(), hold: Hold.nullable().optional(), note: z.string().optional() }).nullable().describe('null takes them off'),
  reason: z.string(),
})
type Settled = z.infer<typeof Settled>

interface Wanted {
  readonly role: string
  readonly talent: string
  readonly reason?: string | undefined
}

/** Puts somebody on a list for a role. */
export const putOnListTool = (parts: ToolParts): WritingTool => writingTool({
  name: 'put_on_list',
  description: 'Puts one person on a list for a role: longList, selects or shortList. Nothing is done before the user says yes; do not say that it is done until the result says so.',
  input: z.object({ role: ref('role'), talent: ref('talent'), list: CastingList, note: z.string().max(500).optional(), reason: Reason }),
  settled: Settled,
  title: ({ role, talent, list }, context) => `Put ${named(personAt(context, talent).title)} on ${theList[list]} for ${named(roleAt(context, role).title)}`,
  intend: async ({ role, talent, list, note, reason }, context) => intendChange(parts, context, { role, talent, reason }, { list, note }),
  act: (settled, context) => actOn(parts, context, settled),
  undo: receipt => undoOf(parts, receipt),
})

/** Changes how somebody on a list stands. */
export const changeStatusTool = (parts: ToolParts): WritingTool => writingTool({
  name: 'change_status',
  description: 'Changes how somebody who is on a list for a role stands: viewed, selected, underConsideration, pinned, onAvail, onHold (with its position and last day), backup, booked, released. Nothing is done before the user says yes. Take holds and dates only from what the user said.',
  input: z.object({ role: ref('role'), talent: ref('talent'), status: CastingStatus.optional(), hold: HoldInput.optional(), endHold: z.boolean().optional().describe('true takes the hold off'), reason: Reason }),
  settled: Settled,
  title: ({ role, talent, status }, context) => `${named(personAt(context, talent).title)} for ${named(roleAt(context, role).title)}: ${status === undefined ? 'hold' : statusWords[status].toLowerCase()}`,
  intend: async ({ role, talent, status, hold, endHold = false, reason }, context) => {
    if (status === undefined && hold === undefined && !endHold) throw new ToolRefusal('Name the status or the hold that is wished.')
    if (hold && endHold) throw new ToolRefusal('A hold is either set or taken off, not both.')
    const wish = { status, hold: hold ? { position: hold.position, expires: hold.expires ?? null } : endHold ? null : undefined }
    if (standingNow(parts, roleAt(context, role).id, personAt(context, talent).id) === null) throw new ToolRefusal('This person is on no list for this role. Use put_on_list first.')
    return intendChange(parts, context, { role, talent, reason }, wish)
  },
  act: (settled, context) => actOn(parts, context, settled),
  undo: receipt => undoOf(parts, receipt),
})

/** Takes somebody off the lists of a role. */
export const takeOffListTool = (parts: ToolParts): WritingTool => writingTool({
  name: 'take_off_list',
  description: 'Takes one person off the lists of a role; the history keeps that they were on it. Nothing is done before the user says yes. Never on the strength of a fit or a score alone.',
  input: z.object({ role: ref('role'), talent: ref('talent'), reason: Reason }),
  settled: Settled,
  title: ({ role, talent }, context) => `Take ${named(personAt(context, talent).title)} off the lists for ${named(roleAt(context, role).title)}`,
  intend: async (input, context) => intendChange(parts, context, input, null),
  act: (settled, context) => actOn(parts, context, settled),
  undo: receipt => undoOf(parts, receipt),
})

async function intendChange(parts: ToolParts, context: ToolContext, { role, talent, reason = '' }: Wanted, wish: StandingWish | null): Promise<Omit<Intention, 'settled'> & { readonly settled: Settled }> {
  const [roleCard, person] = [roleAt(context, role), personAt(context, talent)]
  const before = standingNow(parts, roleCard.id, person.id)
  if (wish === null && before === null) throw new ToolRefusal(`${named(person.title)} is on no list for ${named(roleCard.title)}.`)
  const after = wish && decideStanding(before, wish)
  if (after && 'refused' in after) throw new ToolRefusal(`That cannot be: ${after.refused}.`)
  if (sameStanding(before, after)) throw new ToolRefusal(`${named(person.title)} stands so already for ${named(roleCard.title)}: ${standingWords(before)}.`)
  const title = wish === null
    ? `Take ${person.title} off the lists for ${roleCard.title}`
    : wish.list !== undefined ? `Put ${person.title} on ${theList[wish.list]} for ${roleCard.title}` : `${person.title} for ${roleCard.title}: ${standingWords(after).toLowerCase()}`
  return {
    title,
    changes: [...changesBetween(before, after)],
    warnings: [...(after ? warningsOf(parts, context, roleCard.id, person.id, after) : before?.status === 'booked' ? ['They are booked for this role'] : [])],
    records: [person, roleCard],
    settled: { roleId: roleCard.id, talentId: person.id, before, wish, reason },
  }
}

const theList: Readonly<Record<CastingList, string>> = { longList: 'the long list', selects: 'the selects', shortList: 'the short list' }

/** How somebody stands for a role now; null where they are on no list. */
function standingNow({ db, embedder }: ToolParts, roleId: RoleId, talentId: TalentId): Standing | null {
  const entry = readLists(db, roleId, talentModelId(embedder)).find(({ talent }) => talent.id === talentId)
  return entry ? { list: entry.list, status: entry.status, hold: entry.hold, note: entry.note } : null
}

/** What she should know before a yes: other roles that hold the person, days they are blocked, and who has the same pencil. */
function warningsOf(parts: ToolParts, context: ToolContext, roleId: RoleId, talentId: TalentId, after: Standing): readonly string[] {
  const { db, embedder } = parts
  const modelId = talentModelId(embedder)
  const elsewhere = readStandings(db, talentId)
    .filter(entry => entry.roleId !== roleId && (entry.hold !== null || entry.status === 'booked'))
    .map(entry => {
      const where = context.mayRead(entry.productionId) ? `${entry.roleName} in ${entry.productionTitle}` : 'a role in another production'
      return entry.status === 'booked' ? `Booked for ${where}` : `On hold for ${where}${entry.hold ? `, ${holdWords(entry.hold)}` : ''}`
    })
  const role = getRole(db, roleId)
  const needed = role.dates ?? getProduction(db, role.productionId).shoot
  const blocked = needed === null ? [] : getTalent(db, talentId, modelId).availability
    .filter(({ span, state }) => state === 'blocked' && span.from <= needed.to && needed.from <= span.to)
    .map(({ span }) => `Blocked ${span.from === span.to ? `on ${span.from}` : `from ${span.from} to ${span.to}`}, while the role is needed ${needed.from} to ${needed.to}`)
  const others = readLists(db, roleId, modelId).filter(({ talent }) => talent.id !== talentId)
  const samePencil = after.hold === null ? [] : others.filter(({ hold }) => hold?.position === after.hold?.position).map(({ talent, hold }) => `${talent.name} has ${hold ? holdWords(hold) : 'it'} already`)
  const booked = after.status === 'booked' ? others.filter(({ status }) => status === 'booked').map(({ talent }) => `${talent.name} is booked for this role already`) : []
  return [...elsewhere, ...blocked, ...samePencil, ...booked]
}

function actOn(parts: ToolParts, context: ToolContext, { roleId, talentId, before, wish, reason }: Settled): Done {
  const { db } = parts
  const casting = { modelId: talentModelId(parts.embedder), now: parts.now, by: doneBy(context.askedBy), onDecision: parts.onDecision }
  const given = { roleId, talentId, reason, standingBefore: before }
  const change = wish === null ? takeOffList(db, given, casting) : putOnList(db, { ...given, ...wish }, casting).change
  const cards = [openCard(context, { kind: 'talent', id: talentId }), openCard(context, { kind: 'role', id: roleId })].flatMap(card => card ?? [])
  const detail = `${change.talentName} for ${change.roleName}: ${standingWords(change.after).toLowerCase()}`
  const told = cards.length === 2 ? { done: true, people: cards.map(({ ref: at, title }) => ({ ref: at, name: named(title) })), standsNow: standingWords(change.after) } : { done: true }
  return { told, detail, cards, receipt: { changeId: change.id } }
}

const Receipt = z.object({ changeId: CastingChangeId })

/** Taken back by the user: nobody else can. */
function undoOf(parts: ToolParts, receipt: unknown): void {
  const { changeId } = Receipt.parse(receipt)
  undoChange(parts.db, changeId, { modelId: talentModelId(parts.embedder), now: parts.now, by: 'user', onDecision: parts.onDecision })
}
