import type { ProfilesRead, ProposedPerson } from '../../src-preload/contract/profiles.ts'
import type { ImportResult, TalentField } from '../../src-preload/contract/talent.ts'
import { countWords } from '../look/words.ts'

/** What each fact of a person is called beside a proposal. */
export const talentFieldWords: Readonly<Record<TalentField, string>> = {
  name: 'Name', legalName: 'Legal name', spellings: 'Other spellings', gender: 'Gender', playingRange: 'Playing range', born: 'Born', heightCm: 'Height', measurements: 'Measurements',
  city: 'City', languages: 'Languages', skills: 'Skills', proofs: 'Proof of skills', training: 'Training', bio: 'Look', credits: 'Credits', union: 'Union', unionCard: 'Union card', passport: 'Passport',
  representation: 'Representation', coordinator: 'Co-ordinator', phone: 'Phone', email: 'E-mail', fee: 'Fee', availability: 'Dates', conflicts: 'Conflicts', guardian: 'Guardian', permit: 'Permit',
  auditions: 'Auditions', links: 'Links', tags: 'Tags', notes: 'Notes', consent: 'Consent',
}

/** What taking a person in would do: "New in the book", "Changes 3 facts of Tara Sood". */
export function effectWords({ known, facts }: ProposedPerson): string {
  if (known === null) return 'New in the book'
  return facts.length === 0 ? `Nothing new of ${known.name}` : `Changes ${countWords(facts.length, 'fact')} of ${known.name}`
}

/** What was done, for the toast: "2 people added, 1 updated." */
export function takenWords({ added, updated, unchanged }: ImportResult): string {
  const parts = [added > 0 ? countWords(added, 'person added', 'people added') : '', updated > 0 ? `${updated.toLocaleString()} updated` : '', unchanged > 0 ? `${unchanged.toLocaleString()} unchanged` : '']
  return `${parts.filter(Boolean).join(', ') || 'Nobody was added'}.`
}

/** What Claude did with the profiles: "Claude read 1 person. 2 facts that no line bears out were left out." */
export function claudeWords({ asked, dropped }: NonNullable<ProfilesRead['byClaude']>): string {
  const read = `Claude read ${countWords(asked, 'person', 'people')}; look each fact over beside the words it came from.`
  return dropped === 0 ? read : `${read} ${countWords(dropped, 'fact')} that no line bears out ${dropped === 1 ? 'was' : 'were'} left out.`
}
