import { Button, NumberInput } from '@mantine/core'
import { useState } from 'react'
import type { ClaudeState, ClaudeUsage } from '../../src-preload/contract/claude.ts'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { useChanged } from '../look/changes.tsx'
import { SavedField } from '../look/SavedField.tsx'
import { say, sayFailure } from '../look/UndoToast.tsx'
import { useAutosave } from '../look/useAutosave.ts'
import { useSettings } from '../window/settingsStore.tsx'
import classes from './ClaudeSettings.module.css'

/** What Claude has cost this month and in all, the rate it is reckoned with, and the answers that are kept. */
export function ClaudeCost({ state }: { readonly state: ClaudeState }) {
  const { settings: { locale, dollarRate } } = useSettings()
  const day = (text: string) => new Date(text).toLocaleDateString(locale, { dateStyle: 'medium' })
  return (
    <div className={classes.cost}>
      <h3>What it has cost</h3>
      <dl className={classes.sums}>
        <Sum label="This month" usage={state.month} locale={locale} />
        <Sum label="In all" usage={state.total} locale={locale} />
      </dl>
      <p className={classes.hint}>By the price list of {day(state.pricesAsOf)} and the rate of {day(dollarRate.asOf)}, before taxes. What Anthropic bills is what counts.</p>
      <div className={classes.ends}>
        <Rate />
        <KeptAnswers count={state.keptAnswers} locale={locale} />
      </div>
    </div>
  )
}

function Sum({ label, usage, locale }: { readonly label: string; readonly usage: ClaudeUsage; readonly locale: string }) {
  const number = (count: number) => count.toLocaleString(locale)
  const rupees = (usage.paise / 100).toLocaleString(locale, { style: 'currency', currency: 'INR' })
  const dollars = (usage.microDollars / 1_000_000).toLocaleString(locale, { style: 'currency', currency: 'USD', maximumFractionDigits: usage.microDollars < 1_000_000 ? 4 : 2 })
  const read = usage.input + usage.cacheWrite + usage.cacheRead
  return (
    <div className={classes.sum}>
      <dt>{label}</dt>
      <dd className={classes.money}>{rupees}</dd>
      <dd className={classes.hint}>
        {dollars} for {number(usage.asked)} {usage.asked === 1 ? 'question' : 'questions'}.
        {usage.fromCache > 0 && ` ${number(usage.fromCache)} more were answered from what is kept.`}
        {read + usage.output > 0 && ` ${number(read)} tokens read, ${number(usage.output)} written.`}
        {usage.unpriced > 0 && ` ${number(usage.unpriced)} to models without a known price are not in it.`}
      </dd>
    </div>
  )
}

function Rate() {
  const { settings: { dollarRate }, change } = useSettings()
  const office = useOffice()
  const changed = useChanged()
  const rate = useAutosave<number | string>(dollarRate.rupees, async rupees => {
    const next = { rupees: Number(rupees), asOf: new Date().toISOString().slice(0, 10) }
    await office.settings.update({ dollarRate: next })
    await change({ dollarRate: next })
    changed('claude')
  })
  return (
    <SavedField state={rate.state}>
      <NumberInput label="Rupees for a dollar" w={200} min={1} max={10_000} decimalScale={2} step={0.1} hideControls value={rate.value} onChange={value => value !== '' && value !== dollarRate.rupees && rate.edit(value)} onBlur={rate.flush} />
    </SavedField>
  )
}

function KeptAnswers({ count, locale }: { readonly count: number; readonly locale: string }) {
  const office = useOffice()
  const changed = useChanged()
  const [asks, setAsks] = useState(false)
  const words = `${count.toLocaleString(locale)} ${count === 1 ? 'answer' : 'answers'}`
  const forget = () => office.claude.forgetAnswers({}).then(() => say(`${words} forgotten.`), sayFailure).finally(() => {
    setAsks(false)
    changed('claude')
  })
  return (
    <div className={classes.kept}>
      <p className={classes.hint}>{count === 0 ? 'No answers are kept yet. Each is kept once it is there, so that the same question is not paid twice.' : `${words} ${count === 1 ? 'is' : 'are'} kept on this laptop, so that the same question is not paid twice.`}</p>
      {asks && count > 0
        ? <div className={classes.buttons}><Button color="red" variant="light" autoFocus onClick={() => void forget()}>Forget {words}</Button><Button variant="default" onClick={() => setAsks(false)}>Keep them</Button></div>
        : <Button variant="default" disabled={count === 0} onClick={() => setAsks(true)}>Forget them</Button>}
    </div>
  )
}
