import { Button, NumberInput, Popover, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { DraftChange } from '../../src-preload/contract/drafts.ts'
import { DraftColour, type Script, type ScriptSummary } from '../../src-preload/contract/scripts.ts'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { useChanged } from '../look/changes.tsx'
import { DayField } from '../look/DayField.tsx'
import { DraftChip } from '../look/DraftChip.tsx'
import { sayFailure } from '../look/UndoToast.tsx'
import { dayWords, draftWords } from '../look/words.ts'
import classes from './DraftField.module.css'

const alone = 'alone'

/** Which draft a script is: its colour and word; a click changes colour, day, name, and what it is a draft of. */
export function DraftField({ script, scripts }: { readonly script: Script; readonly scripts: readonly ScriptSummary[] }) {
  const office = useOffice()
  const changed = useChanged()
  const kept = scripts.find(({ id }) => id === script.id)?.draft ?? script.draft
  const [name, setName] = useState(kept.name)
  const [opened, setOpened] = useState(false)
  const set = async (change: DraftChange) => {
    try {
      await office.drafts.set({ scriptId: script.id, change })
      changed('scripts', 'roles', 'productions')
    } catch (error) {
      sayFailure(error)
    }
  }
  const others = scripts.filter(({ id }) => id !== script.id)
  const sibling = others.find(({ draft }) => draft.line === kept.line)
  const label = `Draft: ${[draftWords(kept), kept.name, kept.date === null ? '' : dayWords(kept.date)].filter(Boolean).join(', ')}`
  return (
    <Popover width={300} position="bottom-start" trapFocus returnFocus opened={opened} onChange={setOpened}>
      <Popover.Target>
        <Button variant="default" size="compact-sm" aria-label={label} title={label} onClick={() => setOpened(open => !open)}><DraftChip draft={kept} day={false} /></Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Which draft this is" className={classes.fields}>
        <div className={classes.pair}>
          <Select
            label="Colour"
            value={kept.colour}
            allowDeselect={false}
            comboboxProps={{ withinPortal: false }}
            data={DraftColour.options.map(colour => ({ value: colour, label: draftWords({ colour, round: 1 }) }))}
            onChange={colour => colour && void set({ colour: DraftColour.parse(colour) })}
          />
          <NumberInput label="Time round" min={1} max={99} value={kept.round} onChange={round => typeof round === 'number' && round >= 1 && round <= 99 && void set({ round })} />
        </div>
        <DayField label="Day" value={kept.date ?? ''} onChange={date => void set({ date: date === '' ? null : date })} />
        <TextInput label="Called" maxLength={80} value={name} placeholder="Shooting draft" onChange={event => setName(event.currentTarget.value)} onBlur={() => name.trim() !== kept.name && void set({ name: name.trim() })} />
        {others.length > 0 && (
          <Select
            label="A new draft of"
            description="Only the newest draft of a script counts for roles, sizes and matching. Episodes are scripts by themselves."
            value={sibling?.id ?? alone}
            allowDeselect={false}
            comboboxProps={{ withinPortal: false }}
            data={[{ value: alone, label: 'A script by itself' }, ...others.map(one => ({ value: one.id, label: `${one.title} (${draftWords(one.draft)}, ${one.fileName})` }))]}
            onChange={id => id !== null && void set({ draftOf: id === alone ? null : (id) })}
          />
        )}
        {!kept.newest && <p className={classes.older}>A newer draft is here, so this one does not count for roles any more.</p>}
      </Popover.Dropdown>
    </Popover>
  )
}
