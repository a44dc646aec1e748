import { dirname } from 'node:path'
import { v7 as uuidV7 } from 'uuid'
import type { ClaudePreview } from '../../src-preload/contract/claude.ts'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import type { ProfilesRead } from '../../src-preload/contract/profiles.ts'
import type { WorkEvent } from '../../src-preload/contract/words.ts'
import type { AskClaude, Claude, ClaudeRequest } from '../claude/claude.ts'
import { streamWork } from '../workers/stream.ts'
import type { ImportParts } from './imports/imports.ts'
import { profileQuestion, withAnswer, type ProfileAnswer } from './profiles/byClaude.ts'
import type { Newcomer, Newcomers, Unread } from './profiles/newcomer.ts'
import type { OpenSource } from './profiles/readSource.ts'
import { nameOf, plainSource } from './profiles.ts'
import type { ProfilesWork } from './profiles.worker.ts'

/** What reading profiles with Claude needs of the office. */
export interface ByClaudeParts extends ImportParts {
  readonly claude: AskClaude & Pick<Claude, 'preview'>
}

/** Of how many people of one source Claude is asked. */
const mostAsked = 40
/** How many readings are held for whoever takes them in. */
const mostHeld = 10
const timeLimitMs = 120_000

/** Opens the reading of profiles with Claude; what it read is held here until it is taken in. */
export function openProfilesByClaude(parts: ByClaudeParts) {
  const held = new Map<string, Newcomers>()
  return {
    /** Shows what would be sent. Throws as `readNewcomers` does. */
    preview: async (source: OpenSource, signal?: AbortSignal): Promise<{ readonly profiles: ClaudePreview[]; readonly paise: number | null }> => {
      const questions = asked(withNameless(await newcomersOf(parts, source, signal))).flatMap(newcomer => profileQuestion(newcomer, false) ?? [])
      const profiles = questions.map(question => parts.claude.preview(question))
      return { profiles, paise: profiles.reduce<number | null>((sum, { paise, answered }) => (sum === null || paise === null ? null : sum + (answered ? 0 : paise)), 0) }
    },
    /**
     * Reads them with Claude, one profile after the other; nothing is written.
     *
     * Throws as `readNewcomers` and `Claude.ask` do; what was answered until then is kept with the answers, and is not paid for again.
     */
    read: (source: OpenSource, overBudget: boolean, signal?: AbortSignal): AsyncGenerator<WorkEvent<ProfilesRead>, void, undefined> =>
      streamWork(signal, async (report, stop) => {
        parts.claude.assertMayAsk(undefined)
        const here = await newcomersOf(parts, source, stop)
        const people = [...withNameless(here)]
        const wanted = asked(people)
        const sums = { model: '', asked: 0, dropped: 0 }
        for (const [index, newcomer] of wanted.entries()) {
          report({ kind: 'progress', stage: 'Claude reads', done: index, total: wanted.length })
          const question: ClaudeRequest<ProfileAnswer> | null = profileQuestion(newcomer, overBudget)
          if (question === null) continue
          const { value, model } = await parts.claude.ask(question, stop)
          const { newcomer: more, dropped } = withAnswer(newcomer, value)
          people[people.indexOf(newcomer)] = more
          sums.model = model
          sums.asked++
          sums.dropped += dropped
        }
        if (sums.asked === 0) throw new CastMatchError('PROFILE_UNREADABLE', { subject: nameOf(source), detail: 'contacts and exports have no text for Claude to read' })
        const known = new Set(here.people.map(({ key }) => key))
        const kept = people.filter(({ key, byClaude }) => known.has(key) || (byClaude?.length ?? 0) > 0)
        const keys = new Set(kept.map(({ key }) => key))
        const found: Newcomers = { people: kept, unread: here.unread.filter(one => one.text === undefined || !keys.has(keyOf(one))) }
        const reading = uuidV7()
        held.set(reading, found)
        for (const old of [...held.keys()].slice(0, -mostHeld)) held.delete(old)
        const work: ProfilesWork = { kind: 'propose', newcomers: found, folder: dirname(parts.db.name) }
        return { ...(await parts.pool.run<ProfilesRead>('talent/profiles', work, { signal: stop, timeLimitMs })), byClaude: { reading, ...sums } }
      }),
    /** What was read under an id. Throws NOT_FOUND where it is not held any more. */
    held: (reading: string): Newcomers => {
      const found = held.get(reading)
      if (!found) throw new CastMatchError('NOT_FOUND', { subject: 'What Claude read' })
      return found
    },
  }
}

const newcomersOf = ({ db, pool }: ByClaudeParts, source: OpenSource, signal?: AbortSignal): Promise<Newcomers> =>
  pool.run<Newcomers>('talent/profiles', { kind: 'newcomers', source: plainSource(source), folder: dirname(db.name) } satisfies ProfilesWork, { signal, timeLimitMs, subject: nameOf(source) })

/** Those of whom there is a text to read. */
const asked = (people: readonly Newcomer[]): readonly Newcomer[] => people.filter(({ text }) => text.trim() !== '').slice(0, mostAsked)

/** With a résumé in which nobody was found here as somebody without a name: Claude may find one. */
const withNameless = ({ people, unread }: Newcomers): readonly Newcomer[] => [
  ...people,
  ...unread.flatMap((one): readonly Newcomer[] => (one.text === undefined ? [] : [{ key: keyOf(one), from: one.from, person: { name: '' }, text: one.text, marks: [], acts: true, whole: false }])),
]

/** As the first one of a file is called by `readSource`. */
const keyOf = ({ line }: Unread): string => `${line}.1`
