import { CastMatchError } from '../../../src-preload/contract/errors.ts'
import type { PairCandidate, PairCell, PairGrid, PairPrediction } from '../../../src-preload/contract/pairs.ts'
import type { RoleId } from '../../../src-preload/contract/roles.ts'
import type { TalentId, TalentRecord } from '../../../src-preload/contract/talent.ts'
import { talentFactsOf } from '../../talent/talentFacts.ts'
import { talentModelId } from '../../talent/talentRecord.ts'
import { compareFor, candidatesFor } from '../candidates.ts'
import { summaryOf } from '../fit.ts'
import { foresee, learnReads } from './chemistryModel.ts'
import type { GridOutcome, GridTask, HandedPerson } from './forecastGrid.ts'
import { listedFor, type Listed } from './listed.ts'
import { twoRoles, type PairParts } from './pairParts.ts'
import { askedGap, countedOf, factorsShown, pairValues, pointOf, readPerson, styleText, type AskedGap, type PairValue } from './pairValues.ts'
import { ratedReads } from './readStore.ts'

/** Two people in two roles, in the same order. */
export interface PairWish {
  readonly roleIds: readonly [RoleId, RoleId]
  readonly talentIds: readonly [TalentId, TalentId]
}

/** A prediction with the values it was made from, so that they can be kept with a read. */
export interface MadePrediction {
  readonly prediction: PairPrediction
  readonly values: readonly PairValue[]
}

/**
 * Predicts the chemistry read of two people in two roles.
 *
 * Where suggestions are off nothing is looked at. Throws NOT_FOUND, INVALID_INPUT where it is one person or one role, CANCELLED.
 */
export async function predictPair(parts: PairParts, { roleIds, talentIds }: PairWish, signal?: AbortSignal): Promise<MadePrediction> {
  const { roles, suggestions } = twoRoles(parts, roleIds)
  const [one, other] = twoPeople(parts, talentIds)
  const named = { roles: [nameOf(roles[0]), nameOf(roles[1])], talent: [summaryOf(one), summaryOf(other)], suggestions } satisfies Partial<PairPrediction>
  if (!suggestions) return { prediction: { ...named, forecast: null, before: null, factors: [] }, values: [] }
  const gap = askedGap(roles)
  const both = await handed(parts, [one, other], signal)
  const [a, b] = both.map(({ person, style }) => readPerson(person, style))
  const [[outcome] = []] = await forecast(parts, { rows: both.slice(0, 1), columns: both.slice(1), gap, withFactors: true }, signal)
  if (!a || !b || !outcome?.moved) throw new Error('two people were asked for')
  const values = pairValues(a, b, gap)
  const before = foresee(learnReads([]), pointOf(a, b, values)).forecast
  const { forecast: after, moved: { parts: points, byReads } } = outcome
  return { values, prediction: { ...named, forecast: after, before, factors: factorsShown(values, points, byReads, readsInWords(after.reads, after.others)) } }
}

function readsInWords(own: number, others: number): string {
  if (own + others === 0) return 'No chemistry read was recorded yet'
  const said = (count: number, of: string): string => `${count} ${count === 1 ? 'read' : 'reads'} of ${of}`
  return [own > 0 ? said(own, 'these two') : 'These two have not read together', others > 0 ? said(others, 'other pairs') : ''].filter(Boolean).join('; ')
}

function twoPeople({ db, embedder }: PairParts, ids: readonly [TalentId, TalentId]): readonly [TalentRecord, TalentRecord] {
  const [one, other] = ids.map(id => talentFactsOf(db, talentModelId(embedder), [id])[0])
  if (!one || !other) throw new CastMatchError('NOT_FOUND', { subject: 'One of these people' })
  if (one.id === other.id) throw new CastMatchError('INVALID_INPUT', { subject: one.name, detail: 'a pair is of two people' })
  return [one, other]
}

/**
 * Lays the candidates of two roles against each other: those named, else the best fitting of each role.
 *
 * Throws NOT_FOUND, INVALID_INPUT, CANCELLED.
 */
export async function readPairGrid(
  parts: PairParts,
  { roleIds, talentIds, limit }: { readonly roleIds: readonly [RoleId, RoleId]; readonly talentIds?: readonly [readonly TalentId[], readonly TalentId[]] | undefined; readonly limit: number },
  signal?: AbortSignal,
): Promise<PairGrid> {
  const { roles, suggestions } = twoRoles(parts, roleIds)
  const empty = { roles: [nameOf(roles[0]), nameOf(roles[1])], suggestions, rows: [], columns: [], cells: [] } satisfies PairGrid
  if (!suggestions) return empty
  const sides = [0, 1].map(async side => {
    const role = roles[side === 0 ? 0 : 1]
    const wanted = talentIds?.[side === 0 ? 0 : 1]
    const listed = listedFor(parts.db, role.id)
    return { people: peopleOf(parts, wanted ?? (await fittest(parts, role.id, { limit, listed }, signal))), listed }
  })
  const [rows, columns] = await Promise.all(sides)
  if (!rows || !columns) throw new Error('a grid has two sides')
  const made = await forecastAll(parts, { rows: rows.people, columns: columns.people, gap: askedGap(roles) }, signal)
  return { ...empty, rows: candidatesOf(rows), columns: candidatesOf(columns), cells: made.map(row => row.map(cellOf)) }
}

interface Side {
  readonly people: readonly TalentRecord[]
  readonly listed: Listed
}

const candidatesOf = ({ people, listed }: Side): PairCandidate[] => people.map(person => ({ ...summaryOf(person), list: listed.get(person.id) ?? null }))
const cellOf = (outcome: GridOutcome | null): PairCell | null => outcome && { ...outcome.forecast, known: outcome.known }

/** In the order of the lists, narrowest first. */
const listOrder = ['shortList', 'selects', 'longList'] as const

/** Who is laid in a grid: those on the lists of the role, each list by fit, then the best fitting of the book. */
async function fittest(parts: PairParts, roleId: RoleId, { limit, listed }: { readonly limit: number; readonly listed: Listed }, signal?: AbortSignal): Promise<readonly TalentId[]> {
  const compared = listed.size === 0 ? [] : await compareFor(parts, roleId, [...listed.keys()], signal)
  const fits = new Map(compared.map(({ talent, fit }) => [talent.id, fit]))
  const chosen = listOrder.flatMap(list => [...listed.keys()].filter(id => listed.get(id) === list).sort((a, b) => (fits.get(b) ?? 0) - (fits.get(a) ?? 0)))
  if (chosen.length >= limit) return chosen.slice(0, limit)
  const { candidates } = await candidatesFor(parts, roleId, { limit: limit + chosen.length, signal })
  return [...new Set([...chosen, ...candidates.map(({ talent }) => talent.id)])].slice(0, limit)
}

/** The people of these ids, each once, also where two ids were merged into one. */
function peopleOf({ db, embedder }: PairParts, ids: readonly TalentId[]): readonly TalentRecord[] {
  const people = talentFactsOf(db, talentModelId(embedder), ids)
  return [...new Map(people.map(person => [person.id, person])).values()]
}

/** Forecasts everybody of the rows with everybody of the columns, in a worker; null where it would be one person twice. Throws CANCELLED. */
export async function forecastAll(
  parts: PairParts,
  { rows, columns, gap }: { readonly rows: readonly TalentRecord[]; readonly columns: readonly TalentRecord[]; readonly gap: AskedGap },
  signal?: AbortSignal,
): Promise<readonly (readonly (GridOutcome | null)[])[]> {
  return forecast(parts, { rows: await handed(parts, rows, signal), columns: await handed(parts, columns, signal), gap, withFactors: false }, signal)
}

const forecast = ({ db, pool }: PairParts, sides: Omit<GridTask, 'reads'>, signal?: AbortSignal): Promise<readonly (readonly (GridOutcome | null)[])[]> =>
  pool.run('matching/forecastPairs', { reads: ratedReads(db), ...sides }, { signal, subject: 'The prediction' })

/** What counts of people, with the vectors of their training and style. */
async function handed({ embedder }: PairParts, people: readonly TalentRecord[], signal?: AbortSignal): Promise<readonly HandedPerson[]> {
  const texts = [...new Set(people.map(styleText).filter(text => text !== ''))]
  const vectors = texts.length === 0 ? [] : await embedder.embed(texts, signal)
  const byText = new Map(texts.map((text, at) => [text, vectors[at]?.some(value => value !== 0) ? vectors[at] : null]))
  return people.map(person => ({ person: countedOf(person), style: byText.get(styleText(person)) ?? null }))
}

const nameOf = <Id>({ id, name }: { readonly id: Id; readonly name: string }): { id: Id; name: string } => ({ id, name })
