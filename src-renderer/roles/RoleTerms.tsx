import { NativeSelect, NumberInput, SegmentedControl } from '@mantine/core'
import type { RoleBudget } from '../../src-preload/contract/roles.ts'
import { Typing } from '../../src-preload/contract/roles.ts'
import { SavedField } from '../look/SavedField.tsx'
import { SavedText } from '../look/SavedText.tsx'
import { sayFailure } from '../look/UndoToast.tsx'
import { useAutosave } from '../look/useAutosave.ts'
import classes from './Breakdown.module.css'
import type { RoleDesk } from './roleDesk.ts'

/** The terms of a role: what it pays, whose card it asks for, and whether somebody is looked for with or against type. */
export function RoleTerms({ desk: { role, change } }: { readonly desk: RoleDesk }) {
  return (
    <>
      <BudgetFields kept={role.budget} save={budget => change({ budget })} />
      <SavedText label="Union card" placeholder="None asked" kept={role.union} save={union => change({ union })} />
      <div className={classes.field}>
        <span className={classes.label} id="typing-label">Type</span>
        <SegmentedControl
          fullWidth
          aria-labelledby="typing-label"
          value={role.typing ?? 'either'}
          data={[{ value: 'either', label: 'Either' }, { value: 'asSeen', label: 'As seen before' }, { value: 'againstType', label: 'Against type' }]}
          onChange={value => void change({ typing: Typing.safeParse(value).data ?? null }).catch(sayFailure)}
        />
      </div>
    </>
  )
}

/** The most a role pays, in whole rupees or another money. */
function BudgetFields({ kept, save }: { readonly kept: RoleBudget | null; readonly save: (budget: RoleBudget | null) => Promise<unknown> }) {
  const budget = useAutosave(kept, save)
  const { currency, per } = budget.value ?? { currency: 'INR', per: 'day' as const }
  const amount = (value: string | number) => budget.edit(value === '' ? null : { upTo: Math.round(Number(value) * 100), currency, per })
  return (
    <SavedField state={budget.state}>
      <div className={classes.fields}>
        <NumberInput
          label={`Fee up to (${currency})`} placeholder="No limit" min={0} max={9_000_000_000} decimalScale={2} hideControls thousandSeparator="," thousandsGroupStyle={currency === 'INR' ? 'lakh' : 'thousand'}
          value={budget.value ? budget.value.upTo / 100 : ''} onChange={amount} onBlur={budget.flush}
        />
        <NativeSelect
          label="Paid by" disabled={budget.value === null} value={per} data={[{ value: 'day', label: 'The day' }, { value: 'project', label: 'The project' }]}
          onChange={event => budget.value && budget.edit({ ...budget.value, per: event.currentTarget.value === 'day' ? 'day' : 'project' })}
        />
      </div>
    </SavedField>
  )
}
