import { minority } from '../../src-preload/contract/minors.ts'
import type { TalentFacts } from '../../src-preload/contract/talent.ts'
import { measurementWords } from './talentWords.ts'

/** The groups of the card that fold into one line while nothing is known in them, in the order they stand. */
export const foldingGroups = ['languages', 'credits', 'measurements', 'deal', 'dates', 'conflicts', 'minor', 'contact'] as const
export type FoldingGroup = (typeof foldingGroups)[number]

/** What a group is called, and what the line that opens it says. */
export const groupWords: Readonly<Record<FoldingGroup, { readonly title: string; readonly add: string }>> = {
  languages: { title: 'Languages and skills', add: 'languages and skills' },
  credits: { title: 'Credits and training', add: 'credits' },
  measurements: { title: 'Measurements', add: 'measurements' },
  deal: { title: 'Representation and fee', add: 'representation and fee' },
  dates: { title: 'Dates', add: 'dates' },
  conflicts: { title: 'Conflicts', add: 'a brand conflict' },
  minor: { title: 'Minor', add: 'a guardian' },
  contact: { title: 'Contact and papers', add: 'contact' },
}

/** The groups in which something is known, or asked for: the checklist of somebody who is or could be under 18. */
export function knownGroups(facts: TalentFacts, day: string): readonly FoldingGroup[] {
  const { languages, skills, proofs, training, bio, credits, measurements, representation, coordinator, fee, union, unionCard, availability, conflicts, guardian, permit, phone, email, links, passport } = facts
  const known: Readonly<Record<FoldingGroup, boolean>> = {
    languages: languages.length + skills.length + proofs.length > 0,
    credits: credits.length > 0 || training + bio !== '',
    measurements: measurementWords(measurements).length > 0,
    deal: representation + coordinator + union !== '' || fee !== null || unionCard !== null,
    dates: availability.length > 0,
    conflicts: conflicts.length > 0,
    minor: guardian !== null || permit.length > 0 || minority(facts, day) !== 'no',
    contact: phone + email !== '' || links.length > 0 || passport !== null,
  }
  return foldingGroups.filter(group => known[group])
}
