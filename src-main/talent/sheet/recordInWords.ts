import type { Consent, SheetField, TalentFacts } from '../../../src-preload/contract/talent.ts'

/** A consent as a sheet says it: `Given on 2026-01-05 for casting`. */
export const consentWords = ({ given, on, purpose }: Consent): string => [given ? 'Given' : on !== null || purpose !== '' ? 'Not given' : 'No', on && `on ${on}`, purpose && `for ${purpose}`].filter(Boolean).join(' ')

const centimetres = (value: number | null | undefined): string | undefined => (value === null || value === undefined ? undefined : `${value} cm`)

/** Measurements, day of birth, papers, guardian and conflicts in words, as the preview of a sheet shows them. */
export function recordInWords(person: Partial<TalentFacts>): Partial<Record<SheetField, string | undefined>> {
  const { born, measurements, unionCard, passport, coordinator, guardian, conflicts, consent } = person
  const papers = passport && [passport.held ? passport.country || 'Held' : 'None', passport.until && `until ${passport.until}`]
  return {
    born: born ?? undefined,
    weight: measurements?.weightKg === null || measurements === undefined ? undefined : `${measurements.weightKg} kg`,
    chest: centimetres(measurements?.chestCm),
    waist: centimetres(measurements?.waistCm),
    hips: centimetres(measurements?.hipsCm),
    measurements: measurements && [measurements.chestCm, measurements.waistCm, measurements.hipsCm].map(centimetres).filter(Boolean).join(', '),
    inseam: centimetres(measurements?.inseamCm),
    shoe: measurements?.shoe,
    clothing: measurements?.clothing,
    hair: measurements?.hair,
    eyes: measurements?.eyes,
    cardNumber: unionCard ? [unionCard.number, unionCard.until && `until ${unionCard.until}`].filter(Boolean).join(', ') : undefined,
    consent: consent ? consentWords(consent) : undefined,
    passport: papers ? papers.filter(Boolean).join(', ') : undefined,
    coordinator,
    guardian: guardian ? [guardian.name, guardian.relation, guardian.phone].filter(Boolean).join(', ') : undefined,
    conflicts: conflicts?.map(({ brand, category, territory, until }) => [brand, category, territory, until && `until ${until}`].filter(Boolean).join(', ')).join('; '),
  }
}
