import { ActionIcon, Button, NumberInput, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import type { Credit } from '../../src-preload/contract/talentFacts.ts'
import { Fact, FactLines } from './Fact.tsx'
import classes from './Fact.module.css'
import type { FactEdit } from './factEditors.tsx'
import { useRows } from './useRows.ts'

/** What somebody has played in: production, role, kind of work, year and director. */
export function CreditsFact({ facts, edit }: FactEdit) {
  const { credits } = facts
  return (
    <Fact
      label="Credits" field="credits" done
      known={credits.length > 0 ? <FactLines lines={credits.map((credit, at) => [`${at} ${credit.production}`, <CreditLine key="line" credit={credit} />])} /> : null}
      editor={<CreditsEditor credits={credits} onChange={next => edit({ credits: next })} />}
    />
  )
}

function CreditLine({ credit: { production, role, kind, year, director } }: { readonly credit: Credit }) {
  const more = [role, kind, year === null ? '' : `${year}`, director && `dir. ${director}`].filter(Boolean).join(', ')
  return <>{production}{more !== '' && <span className={classes.beside}> {more}</span>}</>
}

const noCredit: Credit = { production: '', role: '', kind: '', year: null, director: '' }

function CreditsEditor({ credits, onChange }: { readonly credits: readonly Credit[]; readonly onChange: (credits: Credit[]) => void }) {
  const { rows, add, change, remove } = useRows(credits, ({ production }) => production.trim() !== '', onChange)
  return (
    <>
      {rows.map(({ key, value }) => (
        <div key={key} className={classes.rows}>
          <div className={classes.row}>
            <TextInput aria-label="Production" placeholder="Production" maxLength={1_000} value={value.production} onChange={event => change(key, { ...value, production: event.currentTarget.value })} />
            <NumberInput
              aria-label="Year" placeholder="Year" w={72} hideControls allowDecimal={false} allowNegative={false} thousandSeparator="" max={2100} value={value.year ?? ''}
              onChange={year => change(key, { ...value, year: Number(year) >= 1900 && Number(year) <= 2100 ? Number(year) : null })}
            />
            <ActionIcon aria-label={`Take away ${value.production || 'this credit'}`} onClick={() => remove(key)}><IconX size={14} aria-hidden /></ActionIcon>
          </div>
          <div className={classes.three}>
            <TextInput aria-label="Role" placeholder="Role" maxLength={300} value={value.role} onChange={event => change(key, { ...value, role: event.currentTarget.value })} />
            <TextInput aria-label="Kind of work" placeholder="Film, ad, stage" maxLength={60} value={value.kind} onChange={event => change(key, { ...value, kind: event.currentTarget.value })} />
            <TextInput aria-label="Director" placeholder="Director" maxLength={160} value={value.director} onChange={event => change(key, { ...value, director: event.currentTarget.value })} />
          </div>
        </div>
      ))}
      <div><Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={12} aria-hidden />} onClick={() => add(noCredit)}>Add a credit</Button></div>
    </>
  )
}
