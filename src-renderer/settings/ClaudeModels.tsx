import { Autocomplete } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
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
  const day = (text: string) => new Date(text).toLocaleDateString(locale, { dateStyle: 'medium' })
  const from = state.toldAt !== null ? `The list is what Claude told this key on ${day(state.toldAt)}.` : `The list is of ${day(state.listAsOf)}; a test fetches the newest.`
  return (
    <fieldset className={classes.models}>
      <legend>Models</legend>
      <p className={classes.hint}>Left empty, CastMatch chooses. {from}</p>
      <div className={classes.three}>
        {state.models.map(({ kind }) => <ModelField key={kind} kind={kind} state={state} />)}
      </div>
      {leavingWords(state, locale).map(words => <p key={words} className={classes.leaving}><IconAlertTriangle size={14} aria-hidden /><span>{words}</span></p>)}
    </fieldset>
  )
}

/** A sentence for each model in use that is to be retired. */
export const leavingWords = ({ models }: Pick<ClaudeState, 'models'>, locale: string): readonly string[] =>
  models.flatMap(({ kind, id, chosen, leaving }) => {
    if (leaving === null) return []
    const when = leaving.on === null ? 'is to be retired' : `is retired on ${new Date(leaving.on).toLocaleDateString(locale, { dateStyle: 'medium' })}`
    return [`${id}, asked for ${kindWords[kind].label.toLowerCase()}, ${when}. ${chosen ? 'Choose another, or leave the field empty.' : 'CastMatch takes another of its line as soon as there is one.'}`]
  })

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
