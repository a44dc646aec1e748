import { z } from 'zod'
import { CastMatchError } from '../../../src-preload/contract/errors.ts'
import { TalentFacts, type TalentRecord } from '../../../src-preload/contract/talent.ts'
import { factsOf } from '../imports/changedFacts.ts'
import { unknownFacts } from '../talentRecord.ts'
import type { Newcomer, Unread } from './newcomer.ts'

/** The version of the JSON that CastMatch writes its people in. */
export const talentFileVersion = 1

const Head = z.object({ castmatch: z.literal('talent'), version: z.number().int().min(1), people: z.array(z.unknown()).max(200_000) })

/** The people as JSON: a head that says what it is, then everybody with every fact. Round trips without loss. */
export function writeTalentFile(people: Iterable<TalentRecord>, at: Date): string {
  const lines = [...people].map(person => JSON.stringify({ ...factsOf(person), source: person.source }))
  return `{"castmatch":"talent","version":${talentFileVersion},"at":"${at.toISOString()}","people":[\n${lines.join(',\n')}\n]}\n`
}

/**
 * Reads the JSON that {@link writeTalentFile} writes.
 *
 * Facts that it leaves out stay as they are in the book. Throws PROFILE_UNREADABLE where it is no such file and EXPORT_NEWER where a
 * newer CastMatch wrote it; an entry that is no person is listed with its number.
 */
export function readTalentFile(text: string, subject: string, file: number): { readonly people: readonly Newcomer[]; readonly unread: readonly Unread[] } {
  const { people: entries } = headOf(text, subject)
  const people: Newcomer[] = []
  const unread: Unread[] = []
  for (const [index, entry] of entries.entries()) {
    const read = Facts.safeParse(entry)
    if (read.success) people.push({ key: `${file}.${index + 1}`, from: subject, person: onlyKnown(read.data), text: '', marks: [], acts: true, whole: true })
    else unread.push({ from: subject, line: index + 1, reason: `entry ${index + 1}: ${read.error.issues[0]?.path.join('.') ?? ''} ${read.error.issues[0]?.message ?? 'is not valid'}`.trim() })
  }
  return { people, unread }
}

const Facts = TalentFacts.partial().required({ name: true })

function headOf(text: string, subject: string): z.infer<typeof Head> {
  const parsed = jsonOf(text, subject)
  const head = Head.safeParse(parsed)
  const version = z.object({ castmatch: z.literal('talent'), version: z.number() }).safeParse(parsed)
  if (version.success && version.data.version > talentFileVersion) throw new CastMatchError('EXPORT_NEWER', { subject, detail: `version ${version.data.version}` })
  if (!head.success) throw new CastMatchError('PROFILE_UNREADABLE', { subject, detail: 'it is no export of the talent book' })
  return head.data
}

function jsonOf(text: string, subject: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new CastMatchError('PROFILE_UNREADABLE', { subject, detail: 'it is no JSON, or cut short' }, { cause: error })
  }
}

/** The facts that say something: an unknown one never takes away what the book knows. */
function onlyKnown(facts: z.infer<typeof Facts>): Newcomer['person'] {
  const nothing = unknownFacts as Readonly<Record<string, unknown>>
  return { ...(Object.fromEntries(Object.entries(facts).filter(([name, value]) => value !== undefined && JSON.stringify(value) !== JSON.stringify(nothing[name]))) as Partial<TalentFacts>), name: facts.name }
}
