import { ActionIcon, TextInput, Tooltip } from '@mantine/core'
import { IconAlertTriangle, IconX } from '@tabler/icons-react'
import type { PairPlan, PairToTest, PlannedPerson, PlannedRead } from '../../src-preload/contract/pairs.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { TalentId } from '../../src-preload/contract/talent.ts'
import { slotTimes } from '../auditions/agenda.ts'
import type { OrderForm } from './orderForm.ts'
import classes from './OrderTables.module.css'
import { usePairDesk, wishKey, type PairWish } from './pairDesk.ts'
import { pairGridPlace } from './pairPlaces.ts'

interface PlanProps {
  readonly plan: PairPlan
  readonly pairs: ReadonlyMap<string, PairToTest>
  readonly productionId: ProductionId
}

const namesOf = ({ people }: PairPlan): ReadonlyMap<TalentId, string> => new Map(people.map(({ id, name }) => [id, name]))

/** The reads by time, with who comes in for each. */
export function OrderTable({ plan, pairs, productionId }: PlanProps) {
  const names = namesOf(plan)
  if (plan.reads.length === 0) return null
  return (
    <table className={classes.table} aria-label="Reads by time">
      <thead><tr><th scope="col">Time</th><th scope="col">Read</th><th scope="col">Comes in</th><th scope="col"><span className="visually-hidden">Change</span></th></tr></thead>
      <tbody>
        {plan.reads.map((read: PlannedRead) => (
          <tr key={wishKey(read)}>
            <td className={classes.time}>{slotTimes(read)}</td>
            <th scope="row"><TwoNames read={read} names={names} pairs={pairs} productionId={productionId} /></th>
            <td className={classes.comes}>{read.comesIn.length === 0 ? 'nobody' : read.comesIn.map(id => names.get(id)).join(', ')}</td>
            <td className={classes.acts}><LeaveOut read={read} names={names} /></td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The reads that have no place in the session, each with what is in its way. */
export function NotPlaced({ plan, pairs, productionId }: PlanProps) {
  const names = namesOf(plan)
  if (plan.notPlaced.length === 0) return null
  return (
    <section className={classes.notPlaced} aria-label="No place">
      <h3><IconAlertTriangle size={14} aria-hidden /> No place in this session</h3>
      <ul>
        {plan.notPlaced.map(read => (
          <li key={wishKey(read)}>
            <span><TwoNames read={read} names={names} pairs={pairs} productionId={productionId} /><span className={classes.reason}>{read.reason}</span></span>
            <LeaveOut read={read} names={names} />
          </li>
        ))}
      </ul>
    </section>
  )
}

interface ReadProps {
  readonly read: PairWish
  readonly names: ReadonlyMap<TalentId, string>
}

function TwoNames({ read, names, pairs, productionId }: ReadProps & Pick<PlanProps, 'pairs' | 'productionId'>) {
  const roles = pairs.get(wishKey(read))?.roles ?? []
  return (
    <a className={classes.names} href={`#${pairGridPlace(productionId, read.roleIds, read.talentIds)}`}>
      {read.talentIds.map((id, at) => <span key={id}>{at > 0 && <span className={classes.with}> with </span>}{names.get(id)} <span className={classes.as}>{roles.find(role => role.id === read.roleIds[at])?.name}</span></span>)}
    </a>
  )
}

function LeaveOut({ read, names }: ReadProps) {
  const desk = usePairDesk()
  const label = `Leave out ${read.talentIds.map(id => names.get(id)).join(' and ')}`
  return <Tooltip label="Leave out"><ActionIcon aria-label={label} onClick={() => void desk.setToTest(read, false)}><IconX size={16} aria-hidden /></ActionIcon></Tooltip>
}

const dayWords: Readonly<Record<PlannedPerson['day'], string>> = { free: 'Free', pencilled: 'Pencilled elsewhere', blocked: 'Blocked', unknown: 'Not known' }

/** Everybody of the session: what the book says of the day, how often they come in, and the hours in which they can be there. */
export function PeopleTable({ plan, form, edit }: { readonly plan: PairPlan; readonly form: OrderForm; readonly edit: (change: Partial<OrderForm>) => void }) {
  const set = (id: TalentId, part: 'from' | 'to', value: string) => edit({ hours: new Map(form.hours).set(id, { from: '', to: '', ...form.hours.get(id), [part]: value }) })
  return (
    <section aria-label="Who is free">
      <table className={classes.table} aria-label="People of the session">
        <thead><tr><th scope="col">Person</th><th scope="col">That day</th><th scope="col">Reads</th><th scope="col">Comes in</th><th scope="col">There from</th><th scope="col">to</th></tr></thead>
        <tbody>
          {plan.people.map(({ id, name, day, reads, comesIn }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td><span className={classes.day} data-day={day}>{dayWords[day]}</span></td>
              <td>{reads}</td>
              <td>{comesIn}</td>
              {(['from', 'to'] as const).map(part => (
                <td key={part} className={classes.hours}><TextInput type="time" aria-label={`${name} is there ${part === 'from' ? 'from' : 'to'}`} value={form.hours.get(id)?.[part] ?? ''} onChange={event => set(id, part, event.currentTarget.value)} /></td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={classes.quiet}>Hours left empty are those of the session. Who is blocked that day by the book reads not.</p>
    </section>
  )
}
