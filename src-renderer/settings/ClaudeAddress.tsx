import { Button, TextInput } from '@mantine/core'
import { addressComplaint, anthropicAddress, type ClaudeState } from '../../src-preload/contract/claude.ts'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { useChanged } from '../look/changes.tsx'
import { SavedField } from '../look/SavedField.tsx'
import { useAutosave } from '../look/useAutosave.ts'
import { useSettings } from '../window/settingsStore.tsx'
import classes from './ClaudeSettings.module.css'

/** Where Claude is reached: Anthropic, or a server that speaks as it does. */
export function ClaudeAddress({ state }: { readonly state: ClaudeState }) {
  if (state.addressFrom === 'environment') return <GivenAddress address={state.address} />
  return <OwnAddress />
}

/** An address that stands above the settings while this runs: shown, not changed. */
function GivenAddress({ address }: { readonly address: string }) {
  return (
    <div className={classes.address}>
      <TextInput label="Address" value={address} readOnly description="Set from outside by CASTMATCH_ANTHROPIC_BASE_URL while CastMatch runs; the address of the settings waits until it is started without." />
    </div>
  )
}

function OwnAddress() {
  const { settings: { claudeAddress }, change } = useSettings()
  const office = useOffice()
  const changed = useChanged()
  const address = useAutosave(claudeAddress, async text => {
    const complaint = addressComplaint(text.trim())
    if (complaint !== null) throw new CastMatchError('INVALID_INPUT', { subject: 'The address', detail: complaint })
    // Told to the office first, so that a refusal shows at this field and not elsewhere.
    const { claudeAddress: kept } = await office.settings.update({ claudeAddress: text })
    await change({ claudeAddress: kept })
    changed('claude')
  })
  const goBack = () => {
    address.edit(anthropicAddress)
    address.flush()
  }
  return (
    <div className={classes.address}>
      <SavedField state={address.state}>
        <TextInput
          label="Address" value={address.value} spellCheck={false} maxLength={300} rightSectionWidth={124}
          description="Anthropic's own, or a server on this machine that speaks as Claude does, such as Ollama or LM Studio: it serves without the internet. Each address has a key of its own; none is sent to another."
          onChange={event => address.edit(event.currentTarget.value)} onBlur={address.flush} onKeyDown={event => event.key === 'Enter' && address.flush()}
          rightSection={address.value === anthropicAddress ? null : <Button variant="subtle" size="compact-xs" onClick={goBack}>Anthropic's own</Button>}
        />
      </SavedField>
    </div>
  )
}
