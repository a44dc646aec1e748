import { Checkbox, TextInput } from '@mantine/core'
import { ageOn, minority, permitItems } from '../../src-preload/contract/minors.ts'
import type { PermitItem } from '../../src-preload/contract/talentFacts.ts'
import { dayWords } from '../look/words.ts'
import type { FactEdit } from './factEditors.tsx'
import { useOriginWords } from './factOrigins.tsx'
import classes from './PermitChecklist.module.css'

/** What is to be seen to before a minor works, each with the day it was done. A checklist, not legal advice. */
export function PermitChecklist({ facts, edit, locale, day }: FactEdit & { readonly locale: string; readonly day: string }) {
  const origin = useOriginWords('permit')
  const { permit } = facts
  const items: readonly PermitItem[] = [
    ...permitItems.map(item => permit.find(one => one.item === item) ?? { item, done: false, on: null }),
    ...permit.filter(({ item }) => !permitItems.includes(item)),
  ]
  const settle = (changed: PermitItem) => edit({ permit: items.map(one => (one.item === changed.item ? changed : one)).filter(({ item, done }) => done || !permitItems.includes(item)) })
  return (
    <div className={classes.permit} role="group" aria-label="Checklist for a minor" title={origin || undefined}>
      <p className={classes.why}>{whyWords(facts, day, locale)}</p>
      {items.map(one => (
        <div key={one.item} className={classes.item}>
          <Checkbox size="sm" label={one.item} checked={one.done} onChange={event => settle({ ...one, done: event.currentTarget.checked, on: event.currentTarget.checked ? day : null })} />
          {one.done && <TextInput type="date" size="xs" w={132} aria-label={`Done on: ${one.item}`} value={one.on ?? ''} onChange={event => settle({ ...one, on: event.currentTarget.value || null })} />}
        </div>
      ))}
      <p className={classes.advice}>A checklist, not legal advice.</p>
    </div>
  )
}

function whyWords(facts: FactEdit['facts'], day: string, locale: string): string {
  const age = minority(facts, day)
  if (facts.born !== null && age === 'yes') return `${ageOn(facts.born, day)} years old, 18 on ${dayWords(`${Number(facts.born.slice(0, 4)) + 18}${facts.born.slice(4)}`, locale)}.`
  return age === 'possible' ? 'The day of birth is not known, and the playing range reaches below 18.' : 'Of age by now.'
}
