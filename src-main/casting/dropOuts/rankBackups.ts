import type { Standing } from '../../../src-preload/contract/casting.ts'
import type { Backup } from '../../../src-preload/contract/dropOuts.ts'

/** What dates and a recent contact give or take beside the fit, in its points. */
export const backupPoints = { pencilled: -8, partly: -12, unknown: -4, blocked: -40, free: 0, contactInMonth: 6, contactInHalfYear: 3 } as const

/** The place of a standing: who is held comes first by their pencil, then who was asked before, then the lists from the short one down. */
function placeOf(standing: Standing | null): number {
  if (standing === null) return 60
  if (standing.hold) return standing.hold.position
  const byStatus = { onHold: 10, backup: 11, onAvail: 12, pinned: 13 } as const
  if (standing.status in byStatus) return byStatus[standing.status as keyof typeof byStatus]
  return { shortList: 20, selects: 30, longList: 40 }[standing.list]
}

const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

/** The fit with what dates and contact give and take; half where the fit is not known. */
export function pointsOf({ fit, dates, lastContact }: Pick<Backup, 'fit' | 'dates' | 'lastContact'>, today: string): number {
  const since = lastContact === null ? Infinity : daysBetween(lastContact.on, today)
  return (fit ?? 50) + backupPoints[dates.state] + (since <= 31 ? backupPoints.contactInMonth : since <= 183 ? backupPoints.contactInHalfYear : 0)
}

/**
 * Puts backups in order: whom no must stops first, of those who is held by their pencil, then the asked, the short list, the selects and
 * the long list, then others; in each by fit, dates and last contact, then by name.
 */
export const rankBackups = (backups: readonly Backup[], today: string): Backup[] =>
  [...backups].sort((a, b) =>
    Number(a.stoppedBy.length > 0) - Number(b.stoppedBy.length > 0) || placeOf(a.standing) - placeOf(b.standing) || pointsOf(b, today) - pointsOf(a, today) ||
    a.talent.name.localeCompare(b.talent.name) || (a.talent.id < b.talent.id ? -1 : 1))
