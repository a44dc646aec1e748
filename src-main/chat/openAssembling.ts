import type { Database } from '../database/openDatabase.ts'
import { assembleTurn, type AssembledTurn, type SendingParts, type TurnMatter } from './assembleTurn.ts'

/** For how many questions at a time the request is kept. */
const mostRequests = 4
/** How long a request is kept, in milliseconds: the day in it must be the day. */
const keptMs = 60_000

/**
 * Makes what puts requests together, each but once as long as nothing was written meanwhile, here or by another process.
 *
 * A question is looked at before it is sent: what has to be asked, what it can cost, what was agreed; all of that is of one request. Nothing of an
 * incognito conversation is kept.
 */
export function openAssembling(parts: SendingParts): (matter: TurnMatter) => Promise<AssembledTurn> {
  const kept = new Map<string, AssembledTurn>()
  return async matter => {
    const key = keyOf(parts, matter)
    const before = kept.get(key)
    if (before) return before
    const turn = await assembleTurn(parts, matter)
    if (matter.conversation.incognito) return turn
    // A reference that was given meanwhile is a change too: the next time nothing is new, and the request is kept then.
    kept.set(key, turn)
    const oldest = kept.keys().next()
    if (kept.size > mostRequests && !oldest.done) kept.delete(oldest.value)
    return turn
  }
}

/** Everything that a request depends on: what is asked, the settings, the minute, and how often the records were written. */
function keyOf({ db, now, settings }: SendingParts, { conversation, question, place, answered, tools, working, recalled, onlyToShow }: TurnMatter): string {
  return JSON.stringify([
    changesOf(db), Math.floor(now().getTime() / keptMs), settings(), conversation, question.blocks, question.seq ?? null, place, answered, tools.map(({ name }) => name), working ?? [], recalled ?? null,
    onlyToShow ?? false,
  ])
}

/** How often this connection has written, and others (https://sqlite.org/pragma.html#pragma_data_version). */
const changesOf = (db: Database): readonly unknown[] => [db.prepare('SELECT total_changes()').pluck().get(), db.pragma('data_version', { simple: true })]
