import type { CastingList, CastingStatus, Hold, Standing } from '../../src-preload/contract/casting.ts'

/** What is wished of how somebody stands; keys left out stay. */
export interface StandingWish {
  readonly list?: CastingList | undefined
  readonly status?: CastingStatus | undefined
  readonly hold?: Hold | null | undefined
  readonly note?: string | undefined
}

/** How somebody stands who is put on a list without a word about it. */
const firstStatus: Readonly<Record<CastingList, CastingStatus>> = { longList: 'unviewed', selects: 'selected', shortList: 'underConsideration' }

/** Who holds no dates: what was pencilled became a booking, or was let go. */
const endsHold: ReadonlySet<CastingStatus> = new Set(['booked', 'released'])

/**
 * How somebody stands after a wish, or a clause on why that cannot be.
 *
 * Without a list it is the long list. A hold makes the status "on hold" and taking it off ends that, unless a status is said
 * with it; who is booked or released holds no dates any more. Moving between lists leaves the status.
 */
export function decideStanding(before: Standing | null, wish: StandingWish): Standing | { readonly refused: string } {
  const list = wish.list ?? before?.list ?? 'longList'
  const status = wish.status ?? statusAfterHold(before, wish.hold) ?? before?.status ?? firstStatus[list]
  const note = wish.note?.trim() ?? before?.note ?? ''
  if (!endsHold.has(status)) return { list, status, hold: wish.hold === undefined ? (before?.hold ?? null) : wish.hold, note }
  if (wish.hold) return { refused: `somebody ${status} is not held as well` }
  return { list, status, hold: null, note }
}

function statusAfterHold(before: Standing | null, hold: Hold | null | undefined): CastingStatus | undefined {
  if (hold) return 'onHold'
  return hold === null && before?.status === 'onHold' ? 'underConsideration' : undefined
}

/** Whether two standings say the same; null is on no list. */
export function sameStanding(a: Standing | null, b: Standing | null): boolean {
  if (a === null || b === null) return a === b
  return a.list === b.list && a.status === b.status && a.note === b.note && sameHold(a.hold, b.hold)
}

const sameHold = (a: Hold | null, b: Hold | null): boolean => a?.position === b?.position && a?.expires === b?.expires
