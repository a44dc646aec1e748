import type { ProfileMark } from '../../../src-preload/contract/profiles.ts'
import type { TalentField } from '../../../src-preload/contract/talent.ts'
import type { PersonOfSheet } from '../sheet/readPerson.ts'

/** Somebody read out of a source, not in the book yet; the name may be empty. */
export interface Newcomer {
  /** The same source gives the same keys. */
  readonly key: string
  /** The file, or "a message". */
  readonly from: string
  readonly person: PersonOfSheet
  readonly text: string
  readonly marks: readonly ProfileMark[]
  readonly acts: boolean
  /** The facts that Claude read, where it was asked. */
  readonly byClaude?: readonly TalentField[]
  /** Whether lists (languages, skills, credits) tell all there is, as an export does, or go to those that are known. */
  readonly whole: boolean
}

/** An entry of a source that gave nobody: where it stands and why. */
export interface Unread {
  readonly from: string
  /** The number of the file or of the entry in it, from 1. */
  readonly line: number
  readonly reason: string
  /** The words of a résumé in which nobody was found. */
  readonly text?: string
}

/** Everybody that a source speaks of. */
export interface Newcomers {
  readonly people: readonly Newcomer[]
  readonly unread: readonly Unread[]
}
