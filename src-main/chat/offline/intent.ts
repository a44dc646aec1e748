import type { RecordCard } from '../../../src-preload/contract/chat.ts'
import type { ToolContext } from '../tool.ts'
import type { ByWord } from '../turnParts.ts'
import type { Concept } from './lexicon.ts'
import type { Pen } from './pen.ts'
import type { OfflineParts, Question } from './question.ts'

/** What the records can be asked. */
export type IntentName =
  | 'find' | 'free' | 'sessions' | 'progress' | 'lists' | 'holds' | 'scenes' | 'sceneKinds' | 'firstPage' | 'together' | 'inScene' | 'roles' | 'roleFacts'
  | 'deed' | 'personFacts' | 'open' | 'counts' | 'compare' | 'fits' | 'remember' | 'forget' | 'recall' | 'help'

/**
 * A way in which an intent is asked for.
 *
 * Of each group of `all` one concept must be said, of `none` none; so many roles and people must be named. Of several patterns that fit the one
 * of the greatest weight is taken.
 */
export interface Pattern {
  readonly weight: number
  readonly all?: readonly (readonly Concept[])[]
  readonly none?: readonly Concept[]
  readonly roles?: number
  readonly people?: number
  readonly days?: true
  readonly scene?: true
}

/**
 * What of an intent a later sentence may ask anew ("and tomorrow?", "and for Bhola?").
 *
 * `swaps` takes the place of what was there, `joins` also stands where nothing was,
 * and then instead of a name of the other kind, `fills` stands beside it; `words` are those that take the place of others of their kind.
 */
export interface Follows {
  readonly roles?: 'swaps' | 'joins' | 'fills'
  readonly people?: 'swaps' | 'joins' | 'fills'
  readonly days?: 'swaps' | 'joins'
  readonly scene?: 'swaps'
  readonly words?: readonly Concept[]
}

/** What an answer is made from. */
export interface Asking {
  readonly parts: OfflineParts
  readonly question: Question
  readonly context: ToolContext
  /** Changes something on the user's word. */
  readonly byWord: ByWord
  readonly pen: Pen
}

/** An answer: Markdown with links to records, what came of it in a line, and further cards that no link of the text has. */
export interface Answer {
  readonly text: string
  readonly detail: string
  readonly cards?: readonly RecordCard[]
  readonly needsClaude?: boolean
}

/** One thing that the records can be asked: how it is said, and how it is answered. */
export interface Intent {
  readonly name: IntentName
  readonly patterns: readonly Pattern[]
  /** Whether words that nothing explains are what is asked for (as in a search), and so no sign of a misunderstanding. */
  readonly freeWords?: true
  /** Whether a single word that nothing explains makes it unsure: a figure without that word would be another figure. */
  readonly everyWord?: true
  /** Left out where nothing of it can be asked anew by a part alone. */
  readonly follows?: Follows
  readonly answer: (asking: Asking) => Promise<Answer> | Answer
}
