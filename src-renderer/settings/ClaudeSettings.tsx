import { Switch } from '@mantine/core'
import type { ClaudeState } from '../../src-preload/contract/claude.ts'
import { useFreshAnswer } from '../look/changes.tsx'
import { FourStates, RowSkeleton } from '../look/FourStates.tsx'
import { useSettings } from '../window/settingsStore.tsx'
import { ClaudeAddress } from './ClaudeAddress.tsx'
import { ClaudeCost } from './ClaudeCost.tsx'
import { ClaudeKey } from './ClaudeKey.tsx'
import { ClaudeModels } from './ClaudeModels.tsx'
import { Line, Part } from './Lines.tsx'
import classes from './SettingsScreen.module.css'

/** Claude in the settings: whether it may be asked, the key, where it is reached, its models, and what it has cost. */
export function ClaudeSettings() {
  const { settings: { claudeOn, claudeAddress } } = useSettings()
  const answer = useFreshAnswer(['claude'], (office, signal) => office.claude.state({}, { signal }), [claudeOn, claudeAddress], { keep: true })
  return (
    <Part title="Claude">
      <p className={classes.told}>
        Claude is the AI of Anthropic, on the internet. CastMatch does all its work without it. With a key of your own you can ask it to read a scene or
        a role more closely. It is sent what a question needs and nothing else, when you ask, and only from productions you have allowed. Its answers
        are marked as such and decide nothing.
      </p>
      <FourStates answer={answer} what="how Claude stands" skeleton={<RowSkeleton rows={6} />}>{state => <Lines state={state} />}</FourStates>
    </Part>
  )
}

function Lines({ state }: { readonly state: ClaudeState }) {
  const { settings, change } = useSettings()
  return (
    <>
      <Line label="Let CastMatch ask Claude" hint="Off, nothing is sent, whatever else is set. Nothing is lost by switching.">
        <Switch size="md" aria-label="Let CastMatch ask Claude" checked={settings.claudeOn} onChange={event => void change({ claudeOn: event.currentTarget.checked })} />
      </Line>
      <ClaudeKey key={state.address} state={state} />
      <ClaudeAddress />
      <ClaudeModels state={state} />
      <ClaudeCost state={state} />
    </>
  )
}
