import { Button, NumberInput, TextInput } from '@mantine/core'
import { IconCalendarPlus, IconCopy, IconHeartHandshake } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { PairPlan, PairToTest } from '../../src-preload/contract/pairs.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import { weekdayWords } from '../auditions/agenda.ts'
import { today } from '../casting/standingWords.ts'
import { useAnswer, type Answer } from '../connection/useAnswer.ts'
import { followWork } from '../jobs/jobs.tsx'
import { useFreshAnswer } from '../look/changes.tsx'
import { DayField } from '../look/DayField.tsx'
import { EmptyState } from '../look/EmptyState.tsx'
import { FourStates } from '../look/FourStates.tsx'
import { goTo, notePlace, placeNow } from '../look/hashPlace.ts'
import { PageBody } from '../look/PageBody.tsx'
import { PageHeader } from '../look/PageHeader.tsx'
import { say } from '../look/UndoToast.tsx'
import { countWords } from '../look/words.ts'
import { useSettings } from '../window/settingsStore.tsx'
import { NotPlaced, OrderTable, PeopleTable } from './OrderTables.tsx'
import { changesWords, formOf, orderAsText, pairsByKey, searchOf, wishFrom, type OrderForm } from './orderForm.ts'
import { pairsPlace, runningOrderPlace } from './pairPlaces.ts'
import { PairViews } from './PairViews.tsx'
import { PairSessionDialog } from './PairSessionDialog.tsx'
import classes from './RunningOrderScreen.module.css'

/** The reads of a pair session: who is to be tested with whom, who is there, and the order in which the fewest people change. */
export function RunningOrderScreen({ productionId }: { readonly productionId: ProductionId }) {
  const answer = useFreshAnswer(['toTest', 'roles', 'talent'], (office, signal) => office.pairs.toTest({ productionId }, { signal }), [productionId])
  return (
    <>
      <PageHeader title="Running order" sub={answer.data && answer.data.length > 0 ? `${countWords(answer.data.length, 'read')} to order` : undefined}>
        <PairViews productionId={productionId} view="order" />
      </PageHeader>
      <PageBody label="Reads in their order">
        <FourStates
          answer={answer}
          what="the pairs to be tested"
          isEmpty={pairs => pairs.length === 0}
          empty={
            <EmptyState icon={<IconHeartHandshake size={24} />} sentence="No two are chosen to be tested together." hint="Open a pair of roles, and choose the people in the grid: Space, or Test together.">
              <Button onClick={() => goTo(pairsPlace(productionId))}>Choose pairs</Button>
            </EmptyState>
          }
        >
          {pairs => <Ordering productionId={productionId} pairs={pairs} />}
        </FourStates>
      </PageBody>
    </>
  )
}

function tomorrow(): string {
  const day = new Date()
  day.setDate(day.getDate() + 1)
  return today(day)
}

function Ordering({ productionId, pairs }: { readonly productionId: ProductionId; readonly pairs: readonly PairToTest[] }) {
  const [form, setForm] = useState(() => formOf(placeNow().split('?')[1] ?? '', tomorrow()))
  const edit = (change: Partial<OrderForm>) => {
    const next = { ...form, ...change }
    setForm(next)
    notePlace(`${runningOrderPlace(productionId)}?${searchOf(next)}`)
  }
  const asked = wishFrom(form, pairs)
  const key = JSON.stringify(asked)
  const plan = useAnswer(
    async (office, signal) => ('wish' in asked ? followWork(await office.pairs.plan(asked.wish, { signal }), () => {}) : null),
    [key], { keep: true },
  )
  return (
    <>
      <fieldset className={classes.form}>
        <legend className="visually-hidden">The session</legend>
        <DayField label="Day" value={form.day} onChange={day => edit({ day })} />
        <TextInput type="time" label="From" value={form.from} onChange={event => edit({ from: event.currentTarget.value })} />
        <TextInput type="time" label="To" value={form.to} onChange={event => edit({ to: event.currentTarget.value })} />
        <NumberInput label="Minutes a read" w={112} min={5} max={240} clampBehavior="strict" value={form.minutes} onChange={value => typeof value === 'number' && edit({ minutes: value })} />
      </fieldset>
      {'wrong' in asked
        ? <p className={classes.wrong} role="status">{asked.wrong}</p>
        : <Ordered productionId={productionId} pairs={pairs} form={form} plan={plan} edit={edit} />}
    </>
  )
}

interface OrderedProps {
  readonly productionId: ProductionId
  readonly pairs: readonly PairToTest[]
  readonly form: OrderForm
  readonly plan: Answer<PairPlan | null>
  readonly edit: (change: Partial<OrderForm>) => void
}

function Ordered({ productionId, pairs, form, plan, edit }: OrderedProps) {
  const byKey = useMemo(() => pairsByKey(pairs), [pairs])
  return (
    <FourStates answer={plan} what="the running order">
      {found => found && (
        <div className={classes.columns} aria-busy={plan.reloading}>
          <section aria-label="The running order">
            <OrderHead plan={found} pairs={byKey} form={form} productionId={productionId} />
            <OrderTable plan={found} pairs={byKey} productionId={productionId} />
            <NotPlaced plan={found} pairs={byKey} productionId={productionId} />
          </section>
          <PeopleTable plan={found} form={form} edit={edit} />
        </div>
      )}
    </FourStates>
  )
}

function OrderHead({ plan, pairs, form, productionId }: { readonly plan: PairPlan; readonly pairs: ReadonlyMap<string, PairToTest>; readonly form: OrderForm; readonly productionId: ProductionId }) {
  const { settings: { locale } } = useSettings()
  const [making, setMaking] = useState(false)
  const copy = () => {
    const text = orderAsText(plan, pairs, `Chemistry reads, ${weekdayWords(form.day, locale)}, ${form.from} to ${form.to}`)
    navigator.clipboard.writeText(text).then(() => say('The running order is copied.'), () => say('The clipboard did not take it. Select the table and copy it by hand.'))
  }
  return (
    <div className={classes.head}>
      <p className={classes.changes} role="status">{countWords(plan.reads.length, 'read')} {plan.reads.length === 1 ? 'has' : 'have'} a time. {changesWords(plan)}</p>
      <Button variant="default" leftSection={<IconCopy size={14} aria-hidden />} disabled={plan.reads.length === 0} onClick={copy}>Copy as text</Button>
      <Button leftSection={<IconCalendarPlus size={14} aria-hidden />} disabled={plan.reads.length === 0} onClick={() => setMaking(true)}>Make it a session</Button>
      <PairSessionDialog plan={plan} form={form} productionId={productionId} opened={making} onClose={() => setMaking(false)} />
    </div>
  )
}
