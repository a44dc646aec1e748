import { setImmediate } from 'node:timers/promises'
import { CastMatchError } from '../../../src-preload/contract/errors.ts'
import type { PairGrid, PairPrediction } from '../../../src-preload/contract/pairs.ts'
import type { RoleId } from '../../../src-preload/contract/roles.ts'
import type { TalentId, TalentRecord } from '../../../src-preload/contract/talent.ts'
import { talentFactsOf } from '../../talent/talentFacts.ts'
import { talentModelId } from '../../talent/talentRecord.ts'
import { candidatesFor } from '../candidates.ts'
import { summaryOf } from '../fit.ts'
import type { PairOutcome, PairPoint } from './chemistryModel.ts'
import { twoRoles, type PairParts } from './pairParts.ts'
import { askedGap, factorsShown, pairValues, pointOf, readPerson, styleText, type PairValue, type ReadPerson } from './pairValues.ts'
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
  if (!suggestions) return { prediction: { ...named, forecast: null, factors: [] }, values: [] }
  const read = await readPeople(parts, [one, other], signal)
  const [a, b] = [personIn(read, one.id), personIn(read, other.id)]
  const values = pairValues(a, b, askedGap(roles))
  const [outcome] = await forecastPairs(parts, [pointOf(a, b, values)], signal)
  if (!outcome) throw new Error('a forecast for each pair')
  const { forecast, parts: points, byReads } = outcome
  return { values, prediction: { ...named, forecast, factors: factorsShown(values, points, byReads, readsInWords(forecast.reads, forecast.others)) } }
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
  const ids = talentIds ?? [await fittest(parts, roles[0].id, limit, signal), await fittest(parts, roles[1].id, limit, signal)]
  const [rows, columns] = [peopleOf(parts, ids[0]), peopleOf(parts, ids[1])]
  const made = await forecastAll(parts, { rows, columns, gap: askedGap(roles) }, signal)
  return { ...empty, rows: rows.map(summaryOf), columns: columns.map(summaryOf), cells: made.map(row => row.map(outcome => outcome?.forecast ?? null)) }
}

const fittest = async (parts: PairParts, roleId: RoleId, limit: number, signal?: AbortSignal): Promise<readonly TalentId[]> =>
  (await candidatesFor(parts, roleId, { limit, signal })).candidates.map(({ talent }) => talent.id)

const peopleOf = ({ db, embedder }: PairParts, ids: readonly TalentId[]): readonly TalentRecord[] => talentFactsOf(db, talentModelId(embedder), [...new Set(ids)])

/** Forecasts everybody of the rows with everybody of the columns; null where it would be one person twice. Throws CANCELLED. */
export async function forecastAll(
  parts: PairParts,
  { rows, columns, gap }: { readonly rows: readonly TalentRecord[]; readonly columns: readonly TalentRecord[]; readonly gap: number | null },
  signal?: AbortSignal,
): Promise<readonly (readonly (PairOutcome | null)[])[]> {
  const read = await readPeople(parts, [...rows, ...columns], signal)
  const points: PairPoint[] = []
  const at: (number | null)[][] = []
  for (const row of rows) {
    const one = personIn(read, row.id)
    at.push(columns.map(column => {
      if (column.id === row.id) return null
      const other = personIn(read, column.id)
      return points.push(pointOf(one, other, pairValues(one, other, gap))) - 1
    }))
    await setImmediate()
  }
  const outcomes = await forecastPairs(parts, points, signal)
  return at.map(row => row.map(index => (index === null ? null : (outcomes[index] ?? null))))
}

const forecastPairs = ({ db, pool }: PairParts, points: readonly PairPoint[], signal?: AbortSignal): Promise<readonly PairOutcome[]> =>
  pool.run('matching/forecastPairs', { reads: ratedReads(db), points }, { signal, subject: 'The prediction' })

/** Reads what counts of people, with the vectors of their training and style. */
async function readPeople({ embedder }: PairParts, people: readonly TalentRecord[], signal?: AbortSignal): Promise<ReadonlyMap<TalentId, ReadPerson>> {
  const each = [...new Map(people.map(person => [person.id, person])).values()]
  const texts = [...new Set(each.map(styleText).filter(text => text !== ''))]
  const vectors = texts.length === 0 ? [] : await embedder.embed(texts, signal)
  const byText = new Map(texts.map((text, at) => [text, vectors[at]?.some(value => value !== 0) ? vectors[at] : null]))
  return new Map(each.map(person => [person.id, readPerson(person, byText.get(styleText(person)) ?? null)]))
}

function personIn(read: ReadonlyMap<TalentId, ReadPerson>, id: TalentId): ReadPerson {
  const person = read.get(id)
  if (!person) throw new CastMatchError('NOT_FOUND', { subject: 'One of these people' })
  return person
}

const nameOf = <Id>({ id, name }: { readonly id: Id; readonly name: string }): { id: Id; name: string } => ({ id, name })
