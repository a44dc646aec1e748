import { ActionIcon, Button, Checkbox, NumberInput, Select, TagsInput, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { Consent, FeeBand, SpokenLanguage } from '../../src-preload/contract/talent.ts'
import { Fluency } from '../../src-preload/contract/words.ts'
import { dayWords } from '../look/words.ts'
import { Fact, FactLines } from './Fact.tsx'
import classes from './Fact.module.css'
import type { FactEdit } from './factEditors.tsx'
import { feeWords, fluencyWords, languageWords } from './talentWords.ts'
import { useRows } from './useRows.ts'

/** Languages with fluency and dialects, each to be edited by itself. */
export function LanguagesFact({ facts, edit }: FactEdit) {
  const { languages } = facts
  return (
    <Fact
      label="Languages" field="languages" done
      known={languages.length > 0 ? <FactLines lines={languages.map(spoken => [spoken.language, languageWords(spoken)])} /> : null}
      editor={<LanguagesEditor languages={languages} onChange={next => edit({ languages: next })} />}
    />
  )
}

function LanguagesEditor({ languages, onChange }: { readonly languages: readonly SpokenLanguage[]; readonly onChange: (languages: SpokenLanguage[]) => void }) {
  const { rows, add, change, remove } = useRows(languages, spoken => spoken.language.trim() !== '', onChange)
  return (
    <>
      {rows.map(({ key, value }) => (
        <div key={key} className={classes.rows}>
          <div className={classes.row}>
            <TextInput aria-label="Language" placeholder="Language" maxLength={60} value={value.language} onChange={event => change(key, { ...value, language: event.currentTarget.value })} />
            <Select
              aria-label={`Fluency in ${value.language || 'this language'}`} placeholder="Fluency not known" clearable w={160} value={value.fluency}
              data={Fluency.options.map(fluency => ({ value: fluency, label: fluencyWords[fluency] }))} onChange={next => change(key, { ...value, fluency: Fluency.safeParse(next).data ?? null })}
            />
            <ActionIcon aria-label={`Take away ${value.language || 'this language'}`} onClick={() => remove(key)}><IconX size={14} aria-hidden /></ActionIcon>
          </div>
          <TagsInput aria-label={`Dialects of ${value.language || 'this language'}`} placeholder={value.dialects.length === 0 ? 'Dialects' : ''} acceptValueOnBlur value={[...value.dialects]} onChange={dialects => change(key, { ...value, dialects: dialects.map(word => word.trim().slice(0, 60)).filter(Boolean) })} />
        </div>
      ))}
      <div><Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={12} aria-hidden />} onClick={() => add({ language: '', fluency: null, dialects: [] })}>Add a language</Button></div>
    </>
  )
}

const currencies = ['INR', 'USD', 'EUR', 'GBP', 'AED']

/** The fee band with its currency and the day it was quoted. */
export function FeeFact({ facts, edit, locale }: FactEdit & { readonly locale: string }) {
  const { fee } = facts
  const said = fee ? `${feeWords(fee, locale)}${fee.asOf ? `, quoted ${dayWords(fee.asOf, locale)}` : ''}` : ''
  return <Fact label="Fee" field="fee" known={said || null} done editor={<FeeEditor fee={fee} onChange={next => edit({ fee: next })} />} />
}

function FeeEditor({ fee, onChange }: { readonly fee: FeeBand | null; readonly onChange: (fee: FeeBand | null) => void }) {
  const [from, setFrom] = useState<number | string>(fee ? fee.from / 100 : '')
  const [to, setTo] = useState<number | string>(fee ? fee.to / 100 : '')
  const [rest, setRest] = useState<Pick<FeeBand, 'currency' | 'per' | 'asOf'>>(fee ?? { currency: 'INR', per: 'day', asOf: null })
  const settle = (nextFrom: number | string, nextTo: number | string, nextRest: typeof rest) => {
    setFrom(nextFrom)
    setTo(nextTo)
    setRest(nextRest)
    if (nextFrom === '' && nextTo === '') return onChange(null)
    const ends = [Number(nextFrom === '' ? nextTo : nextFrom), Number(nextTo === '' ? nextFrom : nextTo)].map(amount => Math.round(amount * 100))
    onChange({ currency: nextRest.currency, per: nextRest.per, asOf: nextRest.asOf, from: Math.min(...ends), to: Math.max(...ends) })
  }
  return (
    <>
      <div className={classes.row}>
        <NumberInput aria-label="Fee from" placeholder="from" min={0} decimalScale={2} thousandSeparator="," thousandsGroupStyle={rest.currency === 'INR' ? 'lakh' : 'thousand'} value={from} onChange={value => settle(value, to, rest)} />
        <NumberInput aria-label="Fee to" placeholder="to" w={128} min={0} decimalScale={2} thousandSeparator="," thousandsGroupStyle={rest.currency === 'INR' ? 'lakh' : 'thousand'} value={to} onChange={value => settle(from, value, rest)} />
        <Select aria-label="Currency" w={84} allowDeselect={false} data={[...new Set([...currencies, rest.currency])]} value={rest.currency} onChange={currency => settle(from, to, { ...rest, currency: currency ?? 'INR' })} />
      </div>
      <div className={classes.row}>
        <Select aria-label="Per" allowDeselect={false} data={[{ value: 'day', label: 'a day' }, { value: 'project', label: 'for the project' }]} value={rest.per} onChange={per => settle(from, to, { ...rest, per: per === 'project' ? 'project' : 'day' })} />
        <TextInput type="date" aria-label="Quoted on" w={148} value={rest.asOf ?? ''} onChange={event => settle(from, to, { ...rest, asOf: event.currentTarget.value || null })} />
      </div>
    </>
  )
}

/** Whether the person agreed to be kept here, when, and for what. */
export function ConsentFact({ facts, edit, locale }: FactEdit & { readonly locale: string }) {
  const { consent } = facts
  const said = consent ? [consent.given ? 'Given' : 'Not given', consent.on ? dayWords(consent.on, locale) : '', consent.purpose].filter(Boolean).join(', ') : ''
  return <Fact label="Consent" field="consent" known={said || null} done editor={<ConsentEditor consent={consent} onChange={next => edit({ consent: next })} />} />
}

function ConsentEditor({ consent, onChange }: { readonly consent: Consent | null; readonly onChange: (consent: Consent | null) => void }) {
  const value = consent ?? { given: false, on: null, purpose: '' }
  return (
    <>
      <Checkbox label="Agreed to be kept in this book" checked={value.given} onChange={event => onChange({ ...value, given: event.currentTarget.checked })} />
      <div className={classes.row}>
        <TextInput aria-label="For what" placeholder="For what: casting for this office" value={value.purpose} maxLength={300} onChange={event => onChange({ ...value, purpose: event.currentTarget.value })} />
        <TextInput type="date" aria-label="On which day" w={148} value={value.on ?? ''} onChange={event => onChange({ ...value, on: event.currentTarget.value || null })} />
      </div>
      {consent && <div><Button variant="subtle" size="compact-sm" onClick={() => onChange(null)}>Back to not known</Button></div>}
    </>
  )
}
