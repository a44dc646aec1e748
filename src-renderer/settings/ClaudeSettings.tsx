import { Switch } from '@mantine/core'
import type { ClaudeState } from '../../src-preload/contract/claude.ts'
import { useFreshAnswer } from '../look/changes.tsx'
import { FourStates, RowSkeleton } from '../look/FourStates.tsx'
import { useSettings } from '../window/settingsStore.tsx'
import { ClaudeAddress } from './ClaudeAddress.tsx'
import { ClaudeBudget } from './ClaudeBudget.tsx'
import { ClaudeCost } from './ClaudeCost.tsx'
import { ClaudeKey } from './ClaudeKey.tsx'
import { ClaudeModels } from './ClaudeModels.tsx'
import { Line, Part } from './Lines.tsx'
import own from './ClaudeSettings.module.css'
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

const officeHint = {
  unasked: 'Whether what a question needs of your people may be sent in a conversation that belongs to no production. Nobody has said yes, so nothing is. Each production is asked about apart.',
  yes: 'What a question needs of your people may be sent in a conversation that belongs to no production. Each production is asked about apart.',
  no: 'Nothing about your people is sent in a conversation that belongs to no production. Each production is asked about apart.',
} as const

function Lines({ state }: { readonly state: ClaudeState }) {
  const { settings, change } = useSettings()
  return (
    <>
      <Line label="Let CastMatch ask Claude" hint="Off, nothing is sent, whatever else is set. Nothing is lost by switching.">
        <Switch size="md" aria-label="Let CastMatch ask Claude" checked={settings.claudeOn} onChange={event => void change({ claudeOn: event.currentTarget.checked })} />
      </Line>
      <ClaudeKey key={state.address} state={state} />
      <ClaudeAddress state={state} />
      <ClaudeModels state={state} />
      <div className={own.switches}>
        <Line label="Send names as pseudonyms" hint="People and productions go to Claude under other names, which CastMatch turns back in its answers. What others wrote in a script stays as it is.">
          <Switch size="md" aria-label="Send names as pseudonyms" checked={settings.claudePseudonyms} onChange={event => void change({ claudePseudonyms: event.currentTarget.checked })} />
        </Line>
        <Line label="Talk about the talent book" hint={officeHint[settings.claudeOffice]}>
          <Switch
            size="md" aria-label="Talk about the talent book" checked={settings.claudeOffice === 'yes'}
            onChange={event => void change({ claudeOffice: event.currentTarget.checked ? 'yes' : 'no' })}
          />
        </Line>
      </div>
      <ClaudeBudget state={state} />
      <ClaudeCost state={state} />
    </>
  )
}
