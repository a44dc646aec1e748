import type { TalentSummary } from '../../../src-preload/contract/talent.ts'
import type { Condition } from './readSentence.ts'

/** From this place among the found on, 0 to 1, somebody counts as similar in meaning. */
const similarFrom = 0.6

/** What a person was found by. */
export interface Evidence {
  readonly conditions: readonly Condition[]
  /** By the name of the field, the words found in it. */
  readonly matched: ReadonlyMap<string, readonly string[]>
  readonly meaning: number
  readonly byWords: boolean
  readonly byName: boolean
}

/** Why a person was found, in words: which words in which field, which condition, or the meaning. */
export function reasonsFor(person: TalentSummary, evidence: Evidence): string[] {
  const fields = [...evidence.matched].map(([field, words]) => `${words.slice(0, 4).map(word => `“${word}”`).join(', ')} in ${field}`)
  const conditions = evidence.conditions.map(condition => conditionReason(person, condition)).filter(reason => reason !== null)
  return [
    ...(evidence.byName && !evidence.matched.has('name') ? ['the name is spelt alike'] : []),
    ...fields,
    ...conditions,
    ...(evidence.meaning >= similarFrom || (!evidence.byWords && !evidence.byName && evidence.meaning > 0) ? ['similar in meaning'] : []),
  ]
}

function conditionReason(person: TalentSummary, condition: Condition): string | null {
  const genders = { female: 'woman', male: 'man', nonBinary: 'non-binary' }
  switch (condition.kind) {
    case 'gender': return person.gender === null ? 'gender not known' : genders[person.gender]
    case 'playingRange': return person.playingRange === null ? 'playing range not known' : `plays ${person.playingRange.from} to ${person.playingRange.to}`
    case 'language': return person.languages.length === 0 ? 'languages not known' : `speaks ${condition.word.charAt(0).toUpperCase()}${condition.word.slice(1)}`
    case 'city': return person.city === '' ? 'city not known' : `in ${person.city}`
    case 'excludeWords': return `nothing says ${condition.phrase}`
    case 'excludeGender': return person.gender === null ? 'gender not known' : null
    case 'skill': return null
  }
}
