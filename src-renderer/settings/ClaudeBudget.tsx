import { NumberInput, Progress } from '@mantine/core'
import type { ClaudeState } from '../../src-preload/contract/claude.ts'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { useChanged } from '../look/changes.tsx'
import { SavedField } from '../look/SavedField.tsx'
import { useAutosave } from '../look/useAutosave.ts'
import { useSettings } from '../window/settingsStore.tsx'
import classes from './ClaudeSettings.module.css'

/** What Claude may cost in a month before it is asked about, and how much of that is used. */
export function ClaudeBudget({ state: { month } }: { readonly state: ClaudeState }) {
  const { settings: { claudeBudget, locale }, change } = useSettings()
  const office = useOffice()
  const changed = useChanged()
  const budget = useAutosave<number | string>(claudeBudget === null ? '' : claudeBudget / 100, async rupees => {
    const next = rupees === '' ? null : Math.round(Number(rupees) * 100)
    await office.settings.update({ claudeBudget: next })
    await change({ claudeBudget: next })
    changed('claude')
  })
  const money = (paise: number) => (paise / 100).toLocaleString(locale, { style: 'currency', currency: 'INR' })
  return (
    <div className={classes.budget}>
      <SavedField state={budget.state}>
        <NumberInput
          label="Budget for a month, in rupees" description="Before a question could pass it, CastMatch asks you. Empty sets no limit." placeholder="No limit" w={320} min={0} max={10_000_000}
          decimalScale={2} hideControls thousandSeparator="," thousandsGroupStyle={locale === 'en-IN' ? 'lakh' : 'thousand'} value={budget.value} onChange={value => value !== budget.value && budget.edit(value)} onBlur={budget.flush}
        />
      </SavedField>
      {claudeBudget !== null && (
        <div className={classes.used}>
          <Progress value={shareOf(month.paise, claudeBudget)} color={month.paise > claudeBudget ? 'red' : undefined} aria-label="Used of the budget of this month" />
          <p className={classes.hint}>{usedWords(month.paise, claudeBudget, money)}</p>
        </div>
      )}
    </div>
  )
}

const shareOf = (spent: number, budget: number): number => (budget === 0 ? 100 : Math.min(100, (spent / budget) * 100))

/** What is used of a budget, in words: "₹160.20 of ₹500.00 is used this month." */
export function usedWords(spent: number, budget: number, money: (paise: number) => string): string {
  return spent > budget ? `${money(spent)} was used this month, ${money(spent - budget)} more than the budget.` : `${money(spent)} of ${money(budget)} is used this month.`
}
