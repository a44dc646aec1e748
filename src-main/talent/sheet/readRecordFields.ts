import type { SheetField, TalentFacts } from '../../../src-preload/contract/talent.ts'
import type { Measurements } from '../../../src-preload/contract/talentFacts.ts'
import { unknownMeasurements } from '../talentRecord.ts'
import { readGirth, readVitals, readWeight } from './readMeasurements.ts'
import { readBirthDay } from './readDay.ts'
import { readConflicts, readConsent, readGuardian, readPassport, readUnionCard } from './readPapers.ts'

/** The facts of a row beside what search asks for, and what of it could not be read, in its own words: `Waist: as per photo`. */
export interface RecordFields {
  readonly facts: Partial<TalentFacts>
  readonly unread: readonly string[]
}

/** Reads measurements, day of birth, papers, guardian and conflicts; a cell that cannot be read is for the notes, so that nothing is lost. */
export function readRecordFields(cells: ReadonlyMap<SheetField, string>): RecordFields {
  const unread: string[] = []
  const read = <T>(field: SheetField, label: string, reader: (text: string) => T | null): T | null => {
    const cell = cells.get(field)
    const value = cell === undefined ? null : reader(cell)
    if (cell !== undefined && value === null) unread.push(`${label}: ${cell}`)
    return value
  }
  const short = (field: SheetField, longest: number): string => (cells.get(field) ?? '').trim().slice(0, longest).trim()
  const vitals = read('measurements', 'Measurements', readVitals)
  const measurements: Measurements = {
    weightKg: read('weight', 'Weight', readWeight),
    chestCm: read('chest', 'Chest', readGirth) ?? vitals?.chestCm ?? null,
    waistCm: read('waist', 'Waist', readGirth) ?? vitals?.waistCm ?? null,
    hipsCm: read('hips', 'Hips', readGirth) ?? vitals?.hipsCm ?? null,
    inseamCm: read('inseam', 'Inseam', text => readGirth(text, 150)),
    shoe: short('shoe', 60), clothing: short('clothing', 60), hair: short('hair', 80), eyes: short('eyes', 80),
  }
  const known = Object.values(measurements).some(value => value !== null && value !== '')
  return {
    facts: {
      born: read('born', 'Born', readBirthDay),
      ...(known && { measurements }),
      unionCard: readUnionCard(cells.get('cardNumber') ?? ''),
      passport: read('passport', 'Passport', readPassport),
      coordinator: short('coordinator', 300),
      guardian: read('guardian', 'Guardian', readGuardian),
      consent: read('consent', 'Consent', readConsent),
      conflicts: [...readConflicts(cells.get('conflicts') ?? '')],
    },
    unread,
  }
}

/** Measurements of before and of now: what is known now replaces, what is not stays. */
export function measuredTogether(known: Measurements, more: Measurements = unknownMeasurements): Measurements {
  const told = Object.entries(more).filter(([, value]) => value !== null && value !== '')
  return { ...known, ...Object.fromEntries(told) }
}
