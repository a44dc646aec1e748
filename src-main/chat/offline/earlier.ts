import { OpenPlace } from '../../../src-preload/contract/chat.ts'
import type { Database } from '../../database/openDatabase.ts'
import { refsIn, type StoredBlock } from '../storedBlocks.ts'
import type { RecordKey, ToolContext } from '../tool.ts'
import { refLetters } from '../refs.ts'

/** A question that was asked before in the same conversation, and the records that its answer showed. */
export interface EarlierTurn {
  readonly text: string
  readonly place: OpenPlace
  /** In the order they were shown, each once. */
  readonly people: readonly string[]
  readonly roles: readonly string[]
}

/** How far back a question may lean on what was asked before it. */
export const mostEarlier = 6

/** The questions that were asked and answered before the one that is being answered, oldest first, at most {@link mostEarlier}. */
export function earlierTurns(db: Database, { conversationId, messageId, refs }: Pick<ToolContext, 'conversationId' | 'messageId' | 'refs'>): readonly EarlierTurn[] {
  const rows = db
    .prepare<[string, string, number], { text: string; place: string; answer: string }>(
      `SELECT q.text, q.place, a.blocks AS answer FROM chat_message q JOIN chat_message a ON a.question_id = q.id AND a.put_aside_at IS NULL
       WHERE q.conversation_id = ? AND q.role = 'user' AND q.put_aside_at IS NULL AND a.state <> 'streaming'
         AND q.seq < (SELECT here.seq FROM chat_message answering JOIN chat_message here ON here.id = answering.question_id WHERE answering.id = ?)
       ORDER BY q.seq DESC LIMIT ?`,
    )
    .all(conversationId, messageId, mostEarlier)
  return rows.reverse().map(({ text, place, answer }) => {
    const shown = refsIn(JSON.parse(answer) as StoredBlock[])
    const idsOf = (kind: RecordKey['kind']): readonly string[] => shown.filter(ref => ref.startsWith(refLetters[kind])).flatMap(ref => refs.resolve(ref, kind)?.id ?? [])
    return { text, place: OpenPlace.parse(JSON.parse(place)), people: idsOf('talent'), roles: idsOf('role') }
  })
}
