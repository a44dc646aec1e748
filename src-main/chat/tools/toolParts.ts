import type { Breakdown } from '../../../src-preload/contract/breakdowns.ts'
import type { CastingChange, DoneBy } from '../../../src-preload/contract/casting.ts'
import type { RoleId } from '../../../src-preload/contract/roles.ts'
import type { AuditionContext } from '../../auditions/slotStore.ts'
import type { MatchParts } from '../../matching/candidates.ts'
import type { SearchShelf } from '../../talent/search/searchShelf.ts'
import type { WorkerPool } from '../../workers/workerPool.ts'
import type { ToolContext } from '../tool.ts'

/** What the tools of the chat work with. None of it reaches the net. */
export interface ToolParts extends MatchParts {
  readonly breakdowns: { readonly get: (roleId: RoleId) => Promise<Breakdown> }
  readonly now: () => Date
  readonly pool: WorkerPool
  /** What the searches of an open office share; without it each reads the book for itself. */
  readonly shelf?: SearchShelf | undefined
  /** The IANA zone of this laptop. */
  readonly zone: string
  /** Hears of every change of a list, as the page's own changes are heard. */
  readonly onDecision?: ((change: CastingChange) => void) | undefined
  /** Hears of every change of a slot. */
  readonly onSlot?: AuditionContext['onSlot']
}

/** Who did what was asked for in a conversation: Claude, or CastMatch itself where it understood the user alone. */
export const doneBy = (askedBy: ToolContext['askedBy']): DoneBy => (askedBy === 'claude' ? 'claude' : 'assistant')
