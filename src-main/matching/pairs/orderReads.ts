/** A read of two people, and in which slots of the session both are there. */
export interface ReadToOrder {
  readonly people: readonly [string, string]
  readonly free: readonly boolean[]
}

/** Which read stands in which slot, null for none; `least` is what no order comes under. */
export interface OrderedReads {
  /** The read of each slot by its place, null where nobody reads. */
  readonly slots: readonly (number | null)[]
  readonly changes: number
  readonly least: number
  readonly proven: boolean
}

/** Up to so many reads every order is weighed; beyond it there are too many. */
export const mostExact = 14

/** How many people come in for a read after another: two for the first. */
export const comesIn = (before: ReadToOrder | undefined, next: ReadToOrder): number =>
  next.people.filter(person => !before?.people.includes(person)).length

/**
 * Puts reads into the slots of a session: as many as can be had, and among those orders the one in which the fewest people come
 * in, the earliest ended first. A slot may stay empty where nobody is there to read.
 *
 * Exact up to {@link mostExact} reads, by dynamic programming over the sets of reads that were held and the last of them, slot by
 * slot (M. Held, R. M. Karp, "A Dynamic Programming Approach to Sequencing Problems", 1962). Beyond it the nearest neighbour from
 * every read, mended by moving reads (or-opt); what no order comes under is then the least spanning tree of the reads (M. Held,
 * R. M. Karp, "The Traveling-Salesman Problem and Minimum Spanning Trees", 1970).
 */
export function orderReads(reads: readonly ReadToOrder[]): OrderedReads {
  const needed = withoutSpare(reads)
  return reads.length <= mostExact ? orderExactly(needed) : orderNearly(needed)
}

/** Where everybody is there from the first slot on, every order fits into as many slots as there are reads: the later ones are not weighed. */
const withoutSpare = (reads: readonly ReadToOrder[]): readonly ReadToOrder[] =>
  reads.every(({ free }) => free.length >= reads.length && free.slice(0, reads.length).every(Boolean)) ? reads.map(read => ({ ...read, free: read.free.slice(0, reads.length) })) : reads

interface State {
  readonly read: number
  readonly slot: number
  readonly changes: number
  readonly before: State | null
}

function orderExactly(reads: readonly ReadToOrder[]): OrderedReads {
  let best: { readonly state: State; readonly count: number } | null = null
  // By the set of reads and the last of them, over the slots so far: the fewest changes, and of equals the earliest.
  const states = Array.from<State | undefined>({ length: keyOf(1 << reads.length, 0) })
  for (let slot = 0; slot < slotsOf(reads); slot++) {
    // A larger set is written before the smaller ones it comes from are read again, so nobody reads twice in a slot.
    for (let held = (1 << reads.length) - 1; held > 0; held--) {
      for (const [at, read] of reads.entries()) {
        if ((held & (1 << at)) === 0 || read.free[slot] !== true) continue
        const state = cheapest(reads, states, { held: held & ~(1 << at), at, slot })
        const known = states[keyOf(held, at)]
        if (!state || (known && known.changes <= state.changes)) continue
        states[keyOf(held, at)] = state
        const count = bits(held)
        if (!best || count > best.count || (count === best.count && state.changes < best.state.changes)) best = { state, count }
      }
    }
  }
  if (!best) return { slots: [], changes: 0, least: 0, proven: true }
  return { slots: laidOut(best.state), changes: best.state.changes, least: best.state.changes, proven: true }
}

/** The best way to come to a read in a slot after the reads that were held; null where there is none that was not weighed before. */
function cheapest(reads: readonly ReadToOrder[], states: readonly (State | undefined)[], { held, at, slot }: { readonly held: number; readonly at: number; readonly slot: number }): State | null {
  const read = reads[at]
  if (!read) return null
  if (held === 0) return { read: at, slot, changes: 2, before: null }
  const wasFree = slot > 0 && read.free[slot - 1] === true
  let best: State | null = null
  for (const [last, before] of reads.entries()) {
    const state = (held & (1 << last)) === 0 ? undefined : states[keyOf(held, last)]
    // What stood a slot earlier could be followed by this read then, unless the read was not free.
    if (!state || state.slot >= slot || (wasFree && state.slot < slot - 1)) continue
    const changes = state.changes + comesIn(before, read)
    if (!best || changes < best.changes) best = { read: at, slot, changes, before: state }
  }
  return best
}

const keyOf = (held: number, last: number): number => held * 16 + last
const slotsOf = (reads: readonly ReadToOrder[]): number => Math.max(0, ...reads.map(({ free }) => free.length))

function bits(value: number): number {
  let count = 0
  for (let rest = value; rest !== 0; rest &= rest - 1) count++
  return count
}

function laidOut(last: State): readonly (number | null)[] {
  const slots: (number | null)[] = Array.from({ length: last.slot + 1 }, () => null)
  for (let state: State | null = last; state; state = state.before) slots[state.slot] = state.read
  return slots
}

interface Tour {
  readonly slots: readonly (number | null)[]
  readonly placed: number
  readonly changes: number
}

function orderNearly(reads: readonly ReadToOrder[]): OrderedReads {
  let best: Tour | null = null
  for (const first of reads.keys()) best = better(best, mended(reads, nearestFrom(reads, first)))
  const tour = best ?? { slots: [], placed: 0, changes: 0 }
  const placed = tour.slots.filter(slot => slot !== null)
  const least = placed.length === 0 ? 0 : 2 + spanning(placed.flatMap(at => reads[at] ?? []))
  return { slots: tour.slots, changes: tour.changes, least, proven: placed.length === reads.length && least === tour.changes }
}

const better = (a: Tour | null, b: Tour): Tour =>
  a === null || b.placed > a.placed || (b.placed === a.placed && (b.changes < a.changes || (b.changes === a.changes && b.slots.length < a.slots.length))) ? b : a

function nearestFrom(reads: readonly ReadToOrder[], first: number): readonly number[] {
  const order = [first]
  const open = new Set([...reads.keys()].filter(at => at !== first))
  while (open.size > 0) {
    const last = reads[order.at(-1) ?? -1]
    const [next] = [...open].sort((a, b) => far(last, reads[a]) - far(last, reads[b]) || a - b)
    if (next === undefined) break
    order.push(next)
    open.delete(next)
  }
  return order
}

const far = (before: ReadToOrder | undefined, next: ReadToOrder | undefined): number => (next ? comesIn(before, next) : 2)

/** Each read in the first slot that is left and in which both are there; who finds none is left out. */
function inSlots(reads: readonly ReadToOrder[], order: readonly number[]): Tour {
  const count = slotsOf(reads)
  const slots: (number | null)[] = []
  let placed = 0
  let changes = 0
  let before: ReadToOrder | undefined
  for (const at of order) {
    const read = reads[at]
    let slot = slots.length
    while (slot < count && read?.free[slot] !== true) slot++
    if (!read || slot >= count) continue
    while (slots.length < slot) slots.push(null)
    slots.push(at)
    placed++
    changes += comesIn(before, read)
    before = read
  }
  return { slots, placed, changes }
}

function mended(reads: readonly ReadToOrder[], first: readonly number[]): Tour {
  let order = first
  let tour = inSlots(reads, order)
  for (let rounds = 0; rounds < 3; rounds++) {
    const before = tour
    for (const from of order.keys()) {
      for (let to = 0; to < order.length; to++) {
        if (to === from) continue
        const moved = order.filter((_, at) => at !== from)
        moved.splice(to, 0, order[from] ?? 0)
        const tried = inSlots(reads, moved)
        if (better(tour, tried) === tour) continue
        order = moved
        tour = tried
      }
    }
    if (tour === before) break
  }
  return tour
}

/** The weight of a least spanning tree of reads by who comes in (R. C. Prim, "Shortest Connection Networks", 1957). */
function spanning(reads: readonly ReadToOrder[]): number {
  const [first, ...others] = reads
  if (!first) return 0
  let rest = others.map(read => ({ read, near: comesIn(first, read) }))
  let sum = 0
  while (rest.length > 0) {
    const nearest = rest.reduce((a, b) => (b.near < a.near ? b : a))
    sum += nearest.near
    rest = rest.filter(one => one !== nearest).map(({ read, near }) => ({ read, near: Math.min(near, comesIn(nearest.read, read)) }))
  }
  return sum
}
