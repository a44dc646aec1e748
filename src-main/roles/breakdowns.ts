import type { Breakdown, BreakdownDraft, Claim, Drafted, FlagSaid, FlagWord, Maker, RoleFlag } from '../../src-preload/contract/breakdowns.ts'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { Citation, Role, RoleId } from '../../src-preload/contract/roles.ts'
import type { ScriptId } from '../../src-preload/contract/scripts.ts'
import type { Progress, WorkEvent } from '../../src-preload/contract/words.ts'
import type { AskClaude } from '../claude/claude.ts'
import { inTransaction } from '../database/inTransaction.ts'
import type { Database } from '../database/openDatabase.ts'
import { streamWork } from '../workers/stream.ts'
import type { WorkerPool } from '../workers/workerPool.ts'
import type { BatchesTask } from './breakdownBatches.worker.ts'
import { questionFor, verify, type Batch, type Verified } from './breakdownByClaude.ts'
import { draftByClaude, draftByScript, flagsByScript } from './breakdownDraft.ts'
import type { FactsInput, ReadFlag, RoleFacts } from './breakdownFacts.ts'
import {
  factsInput, factsPlan, keepBreakdown, keepFacts, keptBreakdown, keptFacts, saidFlags, sayFlag, type FactsPlan, type KeptBreakdown,
} from './breakdownStore.ts'
import { liveRow, mergedIds, scenesOfScripts } from './roleRecord.ts'
import { getRole, listRoles } from './roleStore.ts'

/** What breakdowns need of the office; without Claude they are drafted from the lines alone. */
export interface BreakdownParts {
  readonly db: Database
  readonly pool: WorkerPool
  readonly now: () => Date
  readonly claude: AskClaude
}

/** What is drafted: one role or, where none is named, all that speak. */
export interface DraftOrder {
  readonly productionId: ProductionId
  readonly roleId: RoleId | null
  readonly how: 'offline' | 'claude'
}

/** How long the rules may read the scripts of a production, in milliseconds. */
const factsTimeLimit = 60_000

/** Opens the breakdowns of an office: one reading of a production at a time, shared by all who ask for it. */
export function openBreakdowns(parts: BreakdownParts) {
  const { db, now } = parts
  const reading = new Map<string, Promise<void>>()
  const read = async (productionId: ProductionId, plan: FactsPlan): Promise<void> => {
    const key = `${productionId} ${plan.fingerprint}`
    const running = reading.get(key) ?? readAll(parts, productionId, plan).finally(() => reading.delete(key))
    reading.set(key, running)
    await running
  }
  const factsOf = async (id: RoleId): Promise<Known> => {
    const productionId = liveRow(db, id).production_id
    const plan = factsPlan(db, productionId)
    if (keptFacts(db, id, plan.fingerprint) === null) await read(productionId, plan)
    return { role: getRole(db, id), facts: keptFacts(db, id, plan.fingerprint), fingerprint: plan.fingerprint }
  }
  const get = async (id: RoleId): Promise<Breakdown> => shownBreakdown(parts, await factsOf(id))
  const change = async (id: RoleId, make: (kept: KeptBreakdown, known: Known) => Partial<KeptBreakdown>): Promise<Breakdown> => {
    const known = await factsOf(id)
    inTransaction(db, () => keepBreakdown(db, id, make(keptBreakdown(db, id), known)))
    return shownBreakdown(parts, known)
  }
  return {
    get,
    /** Keeps her words; the draft under them stays the one they were first written over. */
    edit: (id: RoleId, text: string) => change(id, (kept, known) => ({ edited: { text, at: now().toISOString(), base: kept.edited?.base ?? draftNow(kept, known) } })),
    resetToDraft: (id: RoleId) => change(id, kept => (kept.edited ? { edited: null, putAway: kept.edited } : {})),
    /** Throws NOT_FOUND where nothing was put away. */
    undoReset: (id: RoleId) => change(id, (kept, { role }) => {
      if (!kept.putAway) throw new CastMatchError('NOT_FOUND', { subject: `The earlier text of ${role.name}` })
      return { edited: kept.putAway, putAway: null }
    }),
    keepEdited: (id: RoleId) => change(id, (kept, known) => (kept.edited ? { edited: { ...kept.edited, base: draftNow(kept, known) } } : {})),
    flag: (id: RoleId, flag: FlagWord, said: FlagSaid) => {
      liveRow(db, id)
      sayFlag(db, id, flag, said, now())
      return get(id)
    },
    draft: (order: DraftOrder, signal?: AbortSignal) => draftBreakdowns(parts, read, order, signal),
  }
}

/** What is known of a role when its breakdown is shown. */
interface Known {
  readonly role: Role
  readonly facts: RoleFacts | null
  readonly fingerprint: string
}

async function readAll({ db, pool }: BreakdownParts, productionId: ProductionId, plan: FactsPlan, signal?: AbortSignal): Promise<void> {
  const facts = await pool.run<readonly RoleFacts[]>('roles/breakdownFacts', factsInput(db, productionId, plan), { signal, subject: 'The breakdowns', timeLimitMs: factsTimeLimit })
  keepFacts(db, plan.fingerprint, facts)
}

/** The draft that stands now, before anybody's edits. */
const draftNow = (kept: KeptBreakdown, { role, facts }: Known): BreakdownDraft =>
  kept.shown === 'claude' && kept.byClaude ? draftByClaude(role, facts, kept.byClaude) : draftByScript(role, facts)

function shownBreakdown({ db, claude }: BreakdownParts, known: Known): Breakdown {
  const { role, facts, fingerprint } = known
  const kept = keptBreakdown(db, role.id)
  const scripts = scenesOfScripts(db, role.productionId)
  const draft = withLiving(draftNow(kept, known), scripts)
  const base = kept.edited ? withLiving(kept.edited.base, scripts) : draft
  const isClaude = kept.shown === 'claude' && kept.byClaude !== null
  const newer = kept.edited && kept.edited.base.paragraph !== draft.paragraph ? draft : null
  return {
    roleId: role.id,
    paragraph: kept.edited?.text ?? draft.paragraph,
    claims: base.claims,
    state: kept.edited ? 'edited' : isClaude ? 'draftedByClaude' : 'draftedFromScript',
    madeBy: kept.edited ? { by: 'user' } : draft.madeBy,
    edited: kept.edited ? { at: kept.edited.at } : null,
    stale: kept.edited ? newer !== null : isClaude && kept.byClaude?.fingerprint !== fingerprint,
    newer,
    byScript: kept.edited || isClaude ? withLiving(draftByScript(role, facts), scripts) : null,
    flags: roleFlags(db, known, kept, scripts),
    alsoWritten: mergedIds(db, role.id).filter(id => id !== role.id).flatMap(id => {
      const text = keptBreakdown(db, id).edited?.text
      const name = role.mergedFrom.find(part => part.id === id)?.name ?? ''
      return text ? [{ roleId: id, name, text }] : []
    }),
    claudeReady: claude.ready(),
  }
}

type Living = ReadonlyMap<ScriptId, unknown>

const living = (citations: readonly Citation[], scripts: Living): Citation[] => citations.filter(({ scriptId }) => scripts.has(scriptId))

/** A draft without the citations of scripts that were put away; the clauses of Claude that rest on those alone go with them. */
function withLiving(draft: BreakdownDraft, scripts: Living): BreakdownDraft {
  const claims = draft.claims.flatMap((claim): readonly Claim[] => {
    const citations = living(claim.citations, scripts)
    return citations.length === 0 && claim.citations.length > 0 ? [] : [{ ...claim, citations }]
  })
  return { ...draft, claims, paragraph: claims.length === draft.claims.length ? draft.paragraph : claims.map(({ text }) => text).join(' ') }
}

/** The flags as read by the rules and by Claude, and what she says of them. */
function roleFlags(db: Database, { role, facts }: Known, kept: KeptBreakdown, scripts: Living): RoleFlag[] {
  const said = saidFlags(db, role.id)
  const byRules = flagsByScript(role, facts)
  const byClaude = kept.shown === 'claude' ? kept.byClaude : null
  const shown = (read: ReadFlag, madeBy: Maker): RoleFlag => ({
    flag: read.flag, said: said.get(read.flag) ?? 'asRead', places: read.places, citations: living(read.citations, scripts), madeBy,
  })
  const rules = byRules.map(read => shown(read, { by: 'script' }))
  const claudes = (byClaude?.flags ?? [])
    .filter(({ flag }) => !rules.some(one => one.flag === flag))
    .map(read => shown(read, { by: 'claude', model: byClaude?.model ?? '' }))
    .filter(({ citations }) => citations.length > 0)
  const read = new Set([...rules, ...claudes].map(({ flag }) => flag))
  const hers = [...said].filter(([flag, word]) => word === 'set' && !read.has(flag))
  return [...rules, ...claudes, ...hers.map(([flag]): RoleFlag => ({ flag, said: 'set', places: 0, citations: [], madeBy: { by: 'user' } }))]
}

/**
 * Drafts one role or all of a production, streaming its progress.
 *
 * Offline, the lines are read by the rules and their draft is shown. By Claude, requests that fail leave the draft those roles had and
 * are told of; what did come is kept in one transaction at the end. Nothing that the user wrote is touched either way. Throws
 * the CLAUDE_ codes where it may not be asked, CANCELLED, and the failure itself where no request at all was answered.
 */
const draftBreakdowns = (
  parts: BreakdownParts,
  read: (productionId: ProductionId, plan: FactsPlan) => Promise<void>,
  order: DraftOrder,
  signal: AbortSignal | undefined,
): AsyncGenerator<WorkEvent<Drafted>, void, undefined> =>
  streamWork(signal, async (report, stop) => {
    const { db } = parts
    const wanted = rolesToDraft(db, order)
    if (order.how === 'claude') parts.claude.assertMayAsk(order.productionId)
    report({ kind: 'progress', stage: 'Reading the lines of each role', done: 0, total: 0 })
    const plan = factsPlan(db, order.productionId)
    if (wanted.some(({ id }) => keptFacts(db, id, plan.fingerprint) === null)) await read(order.productionId, plan)
    if (stop.aborted) throw new CastMatchError('CANCELLED', { subject: 'The drafting' })
    return order.how === 'offline' ? keepOffline(db, wanted) : draftWithClaude(parts, { productionId: order.productionId, wanted, plan, input: factsInput(db, order.productionId, plan) }, report, stop)
  })

interface WantedRole {
  readonly id: RoleId
  readonly name: string
}

function rolesToDraft(db: Database, { productionId, roleId }: DraftOrder): readonly WantedRole[] {
  if (roleId === null) return listRoles(db, productionId).filter(({ speeches }) => speeches > 0).map(({ id, name }) => ({ id, name }))
  const row = liveRow(db, roleId)
  if (row.production_id !== productionId) throw new CastMatchError('INVALID_INPUT', { subject: row.name, detail: 'it belongs to another production' })
  return [{ id: row.id, name: row.name }]
}

const nothingDropped = { failed: [], droppedClaims: 0, droppedCitations: 0, requests: 0, fromCache: 0 }
const countEdited = (db: Database, ids: readonly RoleId[]): number => ids.filter(id => keptBreakdown(db, id).edited !== null).length

function keepOffline(db: Database, wanted: readonly WantedRole[]): Drafted {
  const ids = wanted.map(({ id }) => id)
  inTransaction(db, () => {
    for (const id of ids) keepBreakdown(db, id, { shown: 'script' })
  })
  return { ...nothingDropped, drafted: ids.length, keptEdited: countEdited(db, ids) }
}

interface ClaudeWork {
  readonly productionId: ProductionId
  readonly wanted: readonly WantedRole[]
  readonly plan: FactsPlan
  readonly input: FactsInput
}

async function draftWithClaude(parts: BreakdownParts, { productionId, wanted, plan, input }: ClaudeWork, report: (progress: Progress) => void, stop: AbortSignal): Promise<Drafted> {
  const { db, pool, now, claude } = parts
  const task: BatchesTask = { ...input, wanted: wanted.map(({ id }) => id) }
  const batches = await pool.run<readonly Batch[]>('roles/breakdownBatches', task, { signal: stop, subject: 'The drafting', timeLimitMs: factsTimeLimit })
  const answers: { readonly batch: Batch; readonly verified: Verified; readonly model: string; readonly fromCache: boolean }[] = []
  const failures: { readonly batch: Batch; readonly error: unknown }[] = []
  for (const [index, batch] of batches.entries()) {
    report({ kind: 'progress', stage: `Asking Claude about ${batch.roles.map(({ name }) => name).join(', ')}`, done: index, total: batches.length })
    try {
      const { value, model, fromCache } = await claude.ask(questionFor(batch, productionId), stop)
      answers.push({ batch, verified: verify(batch, value, model), model, fromCache })
    } catch (error) {
      if (stop.aborted) throw new CastMatchError('CANCELLED', { subject: 'The drafting' }, { cause: error })
      failures.push({ batch, error })
    }
  }
  const [first] = failures
  if (first && answers.length === 0) throw first.error
  if (stop.aborted) throw new CastMatchError('CANCELLED', { subject: 'The drafting' })
  const at = now().toISOString()
  const drafted = answers.flatMap(({ verified, model }) => verified.roles.map(role => ({ ...role, model })))
  inTransaction(db, () => {
    for (const { id, claims, flags, model } of drafted) {
      liveRow(db, id)
      keepBreakdown(db, id, { shown: 'claude', byClaude: { claims, flags, model, fingerprint: plan.fingerprint, at } })
    }
  })
  return {
    drafted: drafted.length,
    keptEdited: countEdited(db, drafted.map(({ id }) => id)),
    failed: failedRoles(wanted, batches, answers.flatMap(({ verified }) => verified.missing), failures),
    droppedClaims: answers.reduce((sum, { verified }) => sum + verified.droppedClaims, 0),
    droppedCitations: answers.reduce((sum, { verified }) => sum + verified.droppedCitations, 0),
    requests: batches.length,
    fromCache: answers.filter(({ fromCache }) => fromCache).length,
  }
}

function failedRoles(
  wanted: readonly WantedRole[],
  batches: readonly Batch[],
  missing: readonly RoleId[],
  failures: readonly { readonly batch: Batch; readonly error: unknown }[],
): Drafted['failed'] {
  const asked = new Set(batches.flatMap(({ roles }) => roles.map(({ id }) => id)))
  const reasons = new Map<RoleId, string>([
    ...wanted.filter(({ id }) => !asked.has(id)).map(({ id }) => [id, 'No line of the script is its own.'] as const),
    ...missing.map(id => [id, 'The answer held nothing of it that the script bears out.'] as const),
    ...failures.flatMap(({ batch, error }) => batch.roles.map(({ id }) => [id, error instanceof CastMatchError ? error.message : 'The request failed in a way that was not foreseen.'] as const)),
  ])
  return wanted.flatMap(({ id, name }) => {
    const reason = reasons.get(id)
    return reason ? [{ roleId: id, name, reason }] : []
  })
}
