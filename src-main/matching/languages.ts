import type { SpokenLanguage, TalentRecord } from '../../src-preload/contract/talent.ts'
import type { Sounds } from './sounds.ts'
import { closeLanguageWorth, fluencyWorth } from './weights.ts'

/** How a person speaks a language that is asked for; `close` where only a near relative of it is listed. */
export interface LanguageFound {
  readonly spoken: SpokenLanguage
  readonly close: boolean
  /** True where a dialect of it is asked for and none of that language is listed. */
  readonly dialectUnknown: boolean
  /** 0 to 1. */
  readonly worth: number
}

/** Hindustani is the common ground of Hindi and Urdu; those two are close, not the same. */
const hindustani: ReadonlySet<string> = new Set(['hindi', 'urdu'])

/**
 * Looks for a language among those a person speaks, as a language or as a dialect of one; null where it is not listed.
 *
 * Case, accents and spelling do not matter (Bhojpurī, bangla). Hindi and Urdu stand in for each other as close only. "Hindi
 * (Awadhi)" asks for the dialect: where others are listed it is not spoken, where none is it is not known.
 */
export function findLanguage(person: TalentRecord, asked: string, sounds: Sounds): LanguageFound | null {
  const parts = /^([^(]+)\(([^)]+)\)\s*$/u.exec(asked)
  if (parts) return findDialect(person, (parts[1] ?? '').trim(), (parts[2] ?? '').trim(), sounds)
  const wanted = sounds.language(asked)
  const own = person.languages.find(spoken => meets(spoken, wanted, sounds))
  if (own) return { spoken: own, close: false, dialectUnknown: false, worth: fluencyWorth[own.fluency ?? 'notSaid'] }
  if (!hindustani.has(wanted) && wanted !== 'hindustani') return null
  const relative = person.languages.find(({ language }) => [...hindustani, 'hindustani'].includes(sounds.language(language)))
  if (!relative) return null
  const same = wanted === 'hindustani'
  return { spoken: relative, close: !same, dialectUnknown: false, worth: fluencyWorth[relative.fluency ?? 'notSaid'] * (same ? 1 : closeLanguageWorth) }
}

function findDialect(person: TalentRecord, language: string, dialect: string, sounds: Sounds): LanguageFound | null {
  const own = findLanguage(person, dialect, sounds)
  if (own) return own
  const whole = findLanguage(person, language, sounds)
  if (!whole || whole.close || whole.spoken.dialects.length > 0) return null
  return { ...whole, dialectUnknown: true, worth: whole.worth * fluencyWorth.notSaid }
}

const meets = (spoken: SpokenLanguage, wanted: string, { language, sound }: Sounds): boolean =>
  [spoken.language, ...spoken.dialects].some(name => {
    const known = language(name)
    return known === wanted || (known.length > 4 && wanted.length > 4 && sound(known) === sound(wanted) && known[0] === wanted[0])
  })
