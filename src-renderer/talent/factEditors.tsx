import { NumberInput, Select, TagsInput, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { TalentFacts } from '../../src-preload/contract/talent.ts'
import { Gender, type PlayingRange } from '../../src-preload/contract/words.ts'
import { Chip } from '../look/Chip.tsx'
import { genderWords, rangeWords } from '../look/words.ts'
import { Fact, FactLines } from './Fact.tsx'
import classes from './Fact.module.css'
import { heightWords, personWords } from './talentWords.ts'

/** What every fact of the card gets: the person as they stand, and how to change them. */
export interface FactEdit {
  readonly facts: TalentFacts
  readonly edit: (change: Partial<TalentFacts>) => void
}

type TextKey = 'legalName' | 'city' | 'union' | 'representation' | 'coordinator' | 'phone' | 'email'
type LongKey = 'training' | 'bio'
type WordsKey = 'skills' | 'tags' | 'spellings'
type LinesKey = 'links'

/** A fact of one line. */
export function TextFact({ facts, edit, field, label, longest = 160 }: FactEdit & { readonly field: TextKey; readonly label: string; readonly longest?: number }) {
  const value = facts[field]
  return <Fact label={label} field={field} known={value || null} editor={<TextInput aria-label={label} value={value} maxLength={longest} onChange={event => edit({ [field]: event.currentTarget.value })} />} />
}

/** A fact of some sentences. */
export function LongFact({ facts, edit, field, label }: FactEdit & { readonly field: LongKey; readonly label: string }) {
  const value = facts[field]
  return (
    <Fact
      label={label} field={field} known={value || null} done
      editor={<Textarea aria-label={label} autosize minRows={2} maxRows={12} maxLength={field === 'bio' ? 20_000 : 5_000} value={value} onChange={event => edit({ [field]: event.currentTarget.value })} />}
    />
  )
}

/** A fact of several short words, as chips. */
export function WordsFact({ facts, edit, field, label, longest = 60 }: FactEdit & { readonly field: WordsKey; readonly label: string; readonly longest?: number }) {
  const values = facts[field]
  const change = (words: readonly string[]) => edit({ [field]: words.map(word => word.trim().slice(0, longest)).filter(Boolean) })
  return (
    <Fact
      label={label} field={field} done
      known={values.length > 0 ? <span className={classes.words}>{values.map(value => <Chip key={value}>{value}</Chip>)}</span> : null}
      editor={<TagsInput aria-label={label} placeholder="Type and press Enter" value={[...values]} onChange={change} acceptValueOnBlur splitChars={[',', ';', '|']} />}
    />
  )
}

/** A fact of one entry a line. */
export function LinesFact({ facts, edit, field, label }: FactEdit & { readonly field: LinesKey; readonly label: string }) {
  const values = facts[field]
  return (
    <Fact
      label={label} field={field} done
      known={values.length > 0 ? <FactLines lines={values.map((value, at) => [`${at} ${value}`, value])} /> : null}
      editor={<LinesEditor label={label} values={values} onChange={lines => edit({ [field]: lines })} />}
    />
  )
}

/** Keeps the text as typed, since an empty last line is no entry yet. */
function LinesEditor({ label, values, onChange }: { readonly label: string; readonly values: readonly string[]; readonly onChange: (lines: string[]) => void }) {
  const [text, setText] = useState(values.join('\n'))
  return (
    <Textarea
      aria-label={label} description="One a line" autosize minRows={2} maxRows={14} value={text}
      onChange={event => {
        setText(event.currentTarget.value)
        onChange(event.currentTarget.value.split('\n').map(line => line.trim().slice(0, 1_000)).filter(Boolean))
      }}
    />
  )
}

/** Gender, or not known; a child is a girl or a boy on `day`. */
export function GenderFact({ facts, edit, day }: FactEdit & { readonly day: string }) {
  const said = personWords(facts, day)
  return (
    <Fact
      label="Gender" field="gender" known={said || null}
      editor={<Select aria-label="Gender" placeholder="Not known" clearable value={facts.gender} data={Gender.options.map(value => ({ value, label: genderWords[value] }))} onChange={value => edit({ gender: Gender.safeParse(value).data ?? null })} />}
    />
  )
}

/** The playing range: the ages a person can play. */
export function RangeFact({ facts, edit }: FactEdit) {
  const said = facts.playingRange ? `${rangeWords(facts.playingRange)} years` : ''
  return <Fact label="Playing range" field="playingRange" known={said || null} done editor={<RangeEditor range={facts.playingRange} onChange={playingRange => edit({ playingRange })} />} />
}

function RangeEditor({ range, onChange }: { readonly range: PlayingRange | null; readonly onChange: (range: PlayingRange | null) => void }) {
  const [from, setFrom] = useState<number | string>(range?.from ?? '')
  const [to, setTo] = useState<number | string>(range?.to ?? '')
  const settle = (nextFrom: number | string, nextTo: number | string) => {
    setFrom(nextFrom)
    setTo(nextTo)
    if (nextFrom === '' && nextTo === '') return onChange(null)
    const first = Number(nextFrom === '' ? nextTo : nextFrom)
    const last = Number(nextTo === '' ? nextFrom : nextTo)
    // A range that runs backwards is half-typed: the last good one stays until it is whole.
    if (first <= last && last <= 110) onChange({ from: first, to: last })
  }
  const wrong = from !== '' && to !== '' && Number(from) > Number(to)
  return (
    <div className={classes.row}>
      <NumberInput aria-label="Plays from, in years" placeholder="from" min={0} max={110} allowDecimal={false} allowNegative={false} value={from} onChange={value => settle(value, to)} error={wrong && 'The range ends before it begins'} />
      <NumberInput aria-label="Plays to, in years" placeholder="to" min={0} max={110} allowDecimal={false} allowNegative={false} value={to} onChange={value => settle(from, value)} w={120} />
    </div>
  )
}

/** Height in centimetres, said in feet and inches as well. */
export function HeightFact({ facts, edit }: FactEdit) {
  const said = facts.heightCm === null ? '' : heightWords(facts.heightCm)
  return <Fact label="Height" field="heightCm" known={said || null} editor={<HeightEditor cm={facts.heightCm} onChange={heightCm => edit({ heightCm })} />} />
}

function HeightEditor({ cm, onChange }: { readonly cm: number | null; readonly onChange: (cm: number | null) => void }) {
  const [draft, setDraft] = useState<number | string>(cm ?? '')
  return (
    <NumberInput
      aria-label="Height in centimetres" suffix=" cm" allowDecimal={false} allowNegative={false} max={260} value={draft}
      onChange={value => {
        setDraft(value)
        if (value === '') onChange(null)
        else if (Number(value) >= 40 && Number(value) <= 260) onChange(Number(value))
      }}
    />
  )
}
