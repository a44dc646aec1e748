import { CastMatchError } from '../../src-preload/contract/errors.ts'
import type { Asked, Role, RoleId, RoleProposal, StoredProposal } from '../../src-preload/contract/roles.ts'
import { inTransaction } from '../database/inTransaction.ts'
import type { Database } from '../database/openDatabase.ts'
import { liveRow, mergedIds, rangeOf, type ProposalRow, type RoleRow } from './roleRecord.ts'
import { getRole, updateRole } from './roleStore.ts'

/** What the user decides on a proposal; `edited` is accepted in its place and must be about the same fact. */
export interface Decision {
  readonly roleId: RoleId
  readonly proposalId: string
  readonly state: StoredProposal['state']
  readonly edited?: RoleProposal | undefined
}

/**
 * Accepts a proposal, dismisses it, or sets it back to proposed.
 *
 * Accepting writes the fact on the role: an age or a gender replaces what stood there (another accepted proposal of the same
 * fact goes back to proposed), a look is added to the text, a language or a skill to its list as wished for. Anything but
 * accepted takes that fact off again, where the user has not changed it since. Throws NOT_FOUND, INVALID_INPUT.
 */
export function decideProposal(db: Database, { roleId, proposalId, state, edited }: Decision): Role {
  return inTransaction(db, () => {
    liveRow(db, roleId)
    const row = db.prepare<[string], ProposalRow>('SELECT * FROM role_proposal WHERE id = ?').get(proposalId)
    if (!row || !mergedIds(db, roleId).includes(row.role_id)) throw new CastMatchError('NOT_FOUND', { subject: 'The proposal' })
    const proposed = JSON.parse(row.proposal) as RoleProposal
    if (edited && edited.field !== proposed.field) {
      throw new CastMatchError('INVALID_INPUT', { subject: 'The proposal', detail: 'it is about another fact' })
    }
    if (row.state === 'accepted') withdrawProposal(db, row)
    if (state === 'accepted') accept(db, roleId, proposalId, edited ?? proposed)
    else setState(db, proposalId, { state, accepted: null, acceptedOn: null, before: null })
    return getRole(db, roleId)
  })
}

function accept(db: Database, roleId: RoleId, proposalId: string, value: RoleProposal): void {
  if (value.field === 'playingRange' || value.field === 'gender') {
    const rivals = db
      .prepare<[string, string, string], string>(
        "SELECT id FROM role_proposal WHERE accepted_on = ? AND state = 'accepted' AND json_extract(proposal, '$.field') = ? AND id <> ?",
      )
      .pluck()
      .all(roleId, value.field, proposalId)
    for (const id of rivals) setState(db, id, { state: 'proposed', accepted: null, acceptedOn: null, before: null })
  }
  const before = factOf(liveRow(db, roleId), value.field)
  writeFact(db, roleId, value)
  setState(db, proposalId, { state: 'accepted', accepted: JSON.stringify(value), acceptedOn: roleId, before: JSON.stringify(before) })
}

type Fact = Role['playingRange'] | Role['gender'] | string | readonly Asked[]

function factOf(row: RoleRow, field: RoleProposal['field']): Fact {
  if (field === 'playingRange') return rangeOf(row)
  if (field === 'gender') return row.gender
  return field === 'look' ? row.look : (JSON.parse(field === 'language' ? row.languages : row.skills) as Asked[])
}

const sameName = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase()

function writeFact(db: Database, id: RoleId, value: RoleProposal): void {
  const row = liveRow(db, id)
  if (value.field === 'playingRange') updateRole(db, id, { playingRange: value.value })
  else if (value.field === 'gender') updateRole(db, id, { gender: value.value })
  else if (value.field === 'look') updateRole(db, id, { look: withLook(row.look, value.value) })
  else {
    const key = value.field === 'language' ? 'languages' : 'skills'
    const asked = JSON.parse(row[key]) as Asked[]
    const isNew = !asked.some(({ name }) => sameName(name, value.value))
    if (isNew) updateRole(db, id, { [key]: [...asked, { name: value.value, must: false }] })
  }
}

const withLook = (look: string, added: string): string =>
  look.includes(added) ? look : [look.trim(), added].filter(text => text !== '').join('\n')

/** Takes an accepted proposal's fact off the role that took it, where it still stands as accepted; its state is left to the caller. */
export function withdrawProposal(db: Database, row: ProposalRow): void {
  if (row.accepted_on === null || row.accepted === null || row.before === null) return
  const value = JSON.parse(row.accepted) as RoleProposal
  const before = JSON.parse(row.before) as Fact
  const role = liveOrNull(db, row.accepted_on)
  if (!role) return
  const standing = factOf(role, value.field)
  if (value.field === 'playingRange' || value.field === 'gender') {
    if (JSON.stringify(standing) === JSON.stringify(value.value)) updateRole(db, role.id, { [value.field]: before })
  } else if (value.field === 'look') {
    if (typeof before === 'string' && !before.includes(value.value)) updateRole(db, role.id, { look: withoutLine(role.look, value.value) })
  } else {
    const had = (before as readonly Asked[]).some(({ name }) => sameName(name, value.value))
    const key = value.field === 'language' ? 'languages' : 'skills'
    const rest = (standing as readonly Asked[]).filter(({ name, must }) => must || !sameName(name, value.value))
    if (!had) updateRole(db, role.id, { [key]: rest })
  }
}

const withoutLine = (look: string, line: string): string => look.split('\n').filter(text => text.trim() !== line.trim()).join('\n')

function liveOrNull(db: Database, id: RoleId): RoleRow | null {
  const row = db.prepare<[string], RoleRow>('SELECT * FROM role WHERE id = ?').get(id)
  return row && row.removed_at === null && row.merged_into === null ? row : null
}

/** What became of a proposal; all but the state are null unless it was accepted. */
export interface ProposalState {
  readonly state: StoredProposal['state']
  readonly accepted: string | null
  readonly acceptedOn: RoleId | null
  readonly before: string | null
}

/** Writes the state of a proposal. Throws NOT_FOUND where there is none. */
export function setState(db: Database, id: string, given: ProposalState): void {
  const { changes } = db
    .prepare('UPDATE role_proposal SET state = ?, accepted = ?, accepted_on = ?, before = ? WHERE id = ?')
    .run(given.state, given.accepted, given.acceptedOn, given.before, id)
  if (changes !== 1) throw new CastMatchError('NOT_FOUND', { subject: 'The proposal' })
}
