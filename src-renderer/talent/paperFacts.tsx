import { NumberInput, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { ageOn } from '../../src-preload/contract/minors.ts'
import type { Guardian, Measurements, Passport, UnionCard } from '../../src-preload/contract/talentFacts.ts'
import { dayWords } from '../look/words.ts'
import { Fact } from './Fact.tsx'
import classes from './Fact.module.css'
import type { FactEdit } from './factEditors.tsx'
import { guardianWords, measurementWords, passportWords, unionCardWords } from './talentWords.ts'

interface Dated extends FactEdit {
  readonly locale: string
  /** Today, YYYY-MM-DD. */
  readonly day: string
}

/** The day of birth, with the age it makes today. */
export function BornFact({ facts, edit, locale, day }: Dated) {
  const { born } = facts
  return (
    <Fact
      label="Born" field="born" known={born && `${dayWords(born, locale)}, ${ageOn(born, day)} years`}
      editor={<TextInput type="date" aria-label="Born on" max={day} value={born ?? ''} onChange={event => edit({ born: event.currentTarget.value || null })} />}
    />
  )
}

/** The number of the card and its last day; one that has run out says so. */
export function UnionCardFact({ facts, edit, locale, day }: Dated) {
  const card: UnionCard = facts.unionCard ?? { number: '', until: null }
  const settle = (next: UnionCard) => edit({ unionCard: next.number.trim() === '' && next.until === null ? null : next })
  return (
    <Fact
      label="Card" field="unionCard" done known={facts.unionCard && unionCardWords(facts.unionCard, day, locale)}
      editor={
        <div className={classes.row}>
          <TextInput aria-label="Number of the card" placeholder="Number" maxLength={80} value={card.number} onChange={event => settle({ ...card, number: event.currentTarget.value })} />
          <TextInput type="date" aria-label="Card valid until" w={148} value={card.until ?? ''} onChange={event => settle({ ...card, until: event.currentTarget.value || null })} />
        </div>
      }
    />
  )
}

/** Whether a passport is held, of which country, until when. */
export function PassportFact({ facts, edit, locale, day }: Dated) {
  const passport: Passport = facts.passport ?? { held: true, country: '', until: null }
  const held = facts.passport === null ? null : facts.passport.held ? 'yes' : 'no'
  return (
    <Fact
      label="Passport" field="passport" done known={facts.passport && passportWords(facts.passport, day, locale)}
      editor={
        <>
          <Select
            aria-label="Passport" placeholder="Not known" clearable value={held} data={[{ value: 'yes', label: 'Held' }, { value: 'no', label: 'None' }]}
            onChange={value => edit({ passport: value === null ? null : value === 'yes' ? { ...passport, held: true } : { held: false, country: '', until: null } })}
          />
          {held === 'yes' && (
            <div className={classes.row}>
              <TextInput aria-label="Country of the passport" placeholder="Country" maxLength={80} value={passport.country} onChange={event => edit({ passport: { ...passport, country: event.currentTarget.value } })} />
              <TextInput type="date" aria-label="Passport valid until" w={148} value={passport.until ?? ''} onChange={event => edit({ passport: { ...passport, until: event.currentTarget.value || null } })} />
            </div>
          )}
        </>
      }
    />
  )
}

/** Who stands for a minor. */
export function GuardianFact({ facts, edit }: FactEdit) {
  return (
    <Fact
      label="Guardian" field="guardian" done known={facts.guardian && guardianWords(facts.guardian)}
      editor={<GuardianEditor guardian={facts.guardian} onChange={guardian => edit({ guardian })} />}
    />
  )
}

function GuardianEditor({ guardian, onChange }: { readonly guardian: Guardian | null; readonly onChange: (guardian: Guardian | null) => void }) {
  const [draft, setDraft] = useState<Guardian>(guardian ?? { name: '', relation: '', phone: '' })
  const settle = (next: Guardian) => {
    setDraft(next)
    // A guardian without a name is half-typed, or taken away.
    if (next.name.trim() !== '') onChange(next)
    else if (next.relation + next.phone === '') onChange(null)
  }
  return (
    <>
      <TextInput aria-label="Name of the guardian" placeholder="Name" maxLength={160} value={draft.name} onChange={event => settle({ ...draft, name: event.currentTarget.value })} />
      <div className={classes.row}>
        <TextInput aria-label="Relation" placeholder="Mother, uncle" maxLength={80} value={draft.relation} onChange={event => settle({ ...draft, relation: event.currentTarget.value })} />
        <TextInput aria-label="Phone of the guardian" placeholder="Phone" maxLength={60} value={draft.phone} onChange={event => settle({ ...draft, phone: event.currentTarget.value })} />
      </div>
    </>
  )
}

const numbers = [
  ['weightKg', 'Weight', 'kg', 350], ['chestCm', 'Chest', 'cm', 250], ['waistCm', 'Waist', 'cm', 250], ['hipsCm', 'Hips', 'cm', 250], ['inseamCm', 'Inseam', 'cm', 150],
] as const
const texts = [['shoe', 'Shoe', 'UK 8'], ['clothing', 'Clothing size', 'M, 38'], ['hair', 'Hair', 'black, short'], ['eyes', 'Eyes', 'brown']] as const

/** What a costume department asks for. */
export function MeasurementsFact({ facts, edit }: FactEdit) {
  const { measurements } = facts
  const said = measurementWords(measurements)
  return (
    <Fact
      label="Measured" field="measurements" done known={said.length > 0 ? <span className={classes.measured}>{said.map(words => <span key={words}>{words}</span>)}</span> : null}
      editor={<MeasurementsEditor measurements={measurements} onChange={next => edit({ measurements: next })} />}
    />
  )
}

function MeasurementsEditor({ measurements, onChange }: { readonly measurements: Measurements; readonly onChange: (measurements: Measurements) => void }) {
  return (
    <div className={classes.three}>
      {numbers.map(([part, label, unit, most]) => (
        <NumberField key={part} label={`${label} in ${unit}`} most={most} least={part === 'weightKg' ? 2 : 10} value={measurements[part]} onChange={value => onChange({ ...measurements, [part]: value })} />
      ))}
      {texts.map(([part, label, example]) => (
        <TextInput key={part} label={label} placeholder={example} size="xs" maxLength={60} value={measurements[part]} onChange={event => onChange({ ...measurements, [part]: event.currentTarget.value })} />
      ))}
    </div>
  )
}

interface NumberFieldProps {
  readonly label: string
  readonly least: number
  readonly most: number
  readonly value: number | null
  readonly onChange: (value: number | null) => void
}

/** Tells its number once it is one that can be: "1" on the way to "104" is not. */
function NumberField({ label, least, most, value, onChange }: NumberFieldProps) {
  const [draft, setDraft] = useState<number | string>(value ?? '')
  return (
    <NumberInput
      label={label} size="xs" hideControls allowNegative={false} decimalScale={1} max={most} value={draft}
      onChange={next => {
        setDraft(next)
        if (next === '') onChange(null)
        else if (Number(next) >= least && Number(next) <= most) onChange(Number(next))
      }}
    />
  )
}
