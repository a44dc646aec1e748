import { Autocomplete } from '@mantine/core'
import type { ClaudeKind, ClaudeState } from '../../src-preload/contract/claude.ts'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { useChanged } from '../look/changes.tsx'
import { SavedField } from '../look/SavedField.tsx'
import { useAutosave } from '../look/useAutosave.ts'
import { useSettings } from '../window/settingsStore.tsx'
import classes from './ClaudeSettings.module.css'

const kindWords: Readonly<Record<ClaudeKind, { readonly label: string; readonly description: string }>> = {
  quick: { label: 'Quick looks', description: 'Short questions; the cheapest.' },
  standard: { label: 'Ordinary work', description: 'A scene, a role, a page.' },
  deep: { label: 'Close reading', description: 'A whole script; the dearest.' },
}

/** Which model is asked for which kind of work; left empty, CastMatch takes the newest it knows. */
export function ClaudeModels({ state }: { readonly state: ClaudeState }) {
  const { settings: { locale } } = useSettings()
  const from = state.knownFrom === 'Claude' ? 'The list is what Claude told this key.' : `The list is of ${new Date(state.listAsOf).toLocaleDateString(locale, { dateStyle: 'medium' })}; a test fetches the newest.`
  return (
    <fieldset className={classes.models}>
      <legend>Models</legend>
      <p className={classes.hint}>Left empty, CastMatch chooses. {from}</p>
      <div className={classes.three}>
        {state.models.map(({ kind }) => <ModelField key={kind} kind={kind} state={state} />)}
      </div>
    </fieldset>
  )
}

function ModelField({ kind, state }: { readonly kind: ClaudeKind; readonly state: ClaudeState }) {
  const { settings: { claudeModels }, change } = useSettings()
  const office = useOffice()
  const changed = useChanged()
  const byItself = state.models.find(model => model.kind === kind && !model.chosen)?.id
  const model = useAutosave(claudeModels[kind] ?? '', async text => {
    const next = { ...claudeModels, [kind]: text.trim() === '' ? null : text.trim() }
    await office.settings.update({ claudeModels: next })
    await change({ claudeModels: next })
    changed('claude')
  })
  return (
    <SavedField state={model.state}>
      <Autocomplete
        size="xs" {...kindWords[kind]} data={state.known.map(({ id }) => id)} value={model.value} placeholder={byItself ?? 'CastMatch chooses'} maxLength={100}
        onChange={model.edit} onBlur={model.flush} limit={40}
      />
    </SavedField>
  )
}
