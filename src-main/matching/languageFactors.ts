import type { TalentRecord } from '../../src-preload/contract/talent.ts'
import { fold } from '../spelling/folding.ts'
import type { Ask, AskedTongue } from './ask.ts'
import { evidence, quoteOf } from './evidence.ts'
import type { Factor } from './factor.ts'
import { findLanguage, type LanguageFound } from './languages.ts'
import { fluencyWords } from './said.ts'
import { shareOf } from './shareOf.ts'
import { fluencyWorth } from './weights.ts'

/** The languages that are asked for, each by how well it is spoken. */
export function languageFactors(ask: Ask, person: TalentRecord, weight: number): readonly Factor[] {
  return ask.languages.map(asked => {
    const found = findLanguage(person, asked.name, ask.sounds)
    const known = person.languages.length > 0
    const profile = found && quoteOf('languages', spokenLine(found))
    return {
      factor: 'languages',
      weight: weight * shareOf(asked.must, ask.languages),
      value: found ? worthOf(found, asked) : known ? 0 : null,
      reason: () => (found ? evidence(languageReason(asked.name, found), profile, asked.page) : null),
      gap: () => {
        const text = languageGap(asked, found, known)
        return text === null ? null : evidence(text, profile, asked.page)
      },
    }
  })
}

/** Where so much fluency is asked for, more gives no more. */
const worthOf = ({ spoken, worth }: LanguageFound, { fluency }: AskedTongue): number =>
  fluency === undefined || spoken.fluency === null ? worth : Math.min(1, worth / fluencyWorth[fluency])

const spokenLine = ({ spoken: { language, fluency, dialects } }: LanguageFound): string =>
  [language, dialects.length > 0 ? `(${dialects.join(', ')})` : '', fluency ?? ''].filter(Boolean).join(' ')

function languageReason(name: string, { spoken, close, dialectUnknown }: LanguageFound): string {
  const how = spoken.fluency === null ? '' : ` ${fluencyWords[spoken.fluency]}`
  if (close) return `Speaks ${spoken.language}${how}, close to ${name}`
  if (dialectUnknown) return `Speaks ${spoken.language}${how}`
  const other = fold(spoken.language) === fold(name) ? '' : ` (${spoken.language})`
  return `Speaks ${name}${other}${how}`
}

function languageGap({ name }: AskedTongue, found: LanguageFound | null, known: boolean): string | null {
  if (!found) return known ? `${name} not listed` : `Whether ${name} is spoken: no languages listed`
  if (found.close) return `${name} itself not listed`
  if (found.spoken.fluency === null) return `How well ${name} is spoken is not said`
  return found.spoken.fluency === 'basic' ? `${name} only basic` : null
}
