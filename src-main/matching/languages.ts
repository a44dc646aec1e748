import type { SpokenLanguage, TalentRecord } from '../../src-preload/contract/talent.ts'
import type { Sounds } from './sounds.ts'
import { closeLanguageWorth, fluencyWorth } from './weights.ts'

/** How a person speaks a language that is asked for; `close` where only a near relative of it is listed. */
export interface LanguageFound {
  readonly spoken: SpokenLanguage
  readonly close: boolean
  /** 0 to 1. */
  readonly worth: number
}

/** Hindustani is the common ground of Hindi and Urdu; those two are close, not the same. */
const hindustani: ReadonlySet<string> = new Set(['hindi', 'urdu'])

/**
 * Looks for a language among those a person speaks, as a language or as a dialect of one; null where it is not listed.
 *
 * Case, accents and spelling do not matter (Bhojpurī, bangla). Hindi and Urdu stand in for each other as close only.
 */
export function findLanguage(person: TalentRecord, asked: string, sounds: Sounds): LanguageFound | null {
  const wanted = sounds.language(asked)
  const own = person.languages.find(spoken => meets(spoken, wanted, sounds))
  if (own) return { spoken: own, close: false, worth: fluencyWorth[own.fluency ?? 'notSaid'] }
  if (!hindustani.has(wanted) && wanted !== 'hindustani') return null
  const relative = person.languages.find(({ language }) => [...hindustani, 'hindustani'].includes(sounds.language(language)))
  if (!relative) return null
  const same = wanted === 'hindustani'
  return { spoken: relative, close: !same, worth: fluencyWorth[relative.fluency ?? 'notSaid'] * (same ? 1 : closeLanguageWorth) }
}

const meets = (spoken: SpokenLanguage, wanted: string, { language, sound }: Sounds): boolean =>
  [spoken.language, ...spoken.dialects].some(name => {
    const known = language(name)
    return known === wanted || (known.length > 4 && wanted.length > 4 && sound(known) === sound(wanted) && known[0] === wanted[0])
  })
