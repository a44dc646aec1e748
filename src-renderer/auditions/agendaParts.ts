import type { Session, Slot } from '../../src-preload/contract/auditions.ts'
import type { TalentId } from '../../src-preload/contract/talent.ts'
import type { AuditionDesk } from './auditionDesk.ts'

/** What is asked about in a dialog: a session to make or change, a slot to book, propose or move, or a message to write. */
export type Asked =
  | { readonly kind: 'make' }
  | { readonly kind: 'change' | 'book' | 'propose'; readonly session: Session }
  | { readonly kind: 'move' | 'message'; readonly slot: Slot }

/** What a part of the agenda needs to act. */
export interface AgendaParts {
  readonly desk: AuditionDesk
  readonly onAsk: (asked: Asked) => void
  readonly onOpen: (id: TalentId) => void
}
