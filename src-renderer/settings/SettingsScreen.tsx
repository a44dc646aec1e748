import { Button, SegmentedControl, Select, Switch } from '@mantine/core'
import type { HealthReport } from '../../src-preload/contract/health.ts'
import { Settings } from '../../src-preload/contract/settings.ts'
import { useFreshAnswer } from '../look/changes.tsx'
import { FourStates } from '../look/FourStates.tsx'
import { goTo } from '../look/hashPlace.ts'
import { PageBody } from '../look/PageBody.tsx'
import { PageHeader } from '../look/PageHeader.tsx'
import { say } from '../look/UndoToast.tsx'
import { useSettings } from '../window/settingsStore.tsx'
import { ClaudeSettings } from './ClaudeSettings.tsx'
import { Glossary } from './Glossary.tsx'
import { Line, Part } from './Lines.tsx'
import { MeaningSettings } from './MeaningSettings.tsx'
import classes from './SettingsScreen.module.css'

const localeWords: Readonly<Record<Settings['locale'], string>> = { 'en-IN': 'English, India', 'en-GB': 'English, Britain', 'en-US': 'English, United States' }

const leavesNothing = 'Nothing. Scripts, roles, people and the search stay in that folder; search by meaning runs on this machine.'
const leavesWithClaude = 'What you ask Claude, when you ask it, of productions you allowed. All else stays in that folder; search by meaning runs on this machine.'

/** Settings: how this user likes it, the words of the office, and where everything is kept. */
export function SettingsScreen() {
  const { answer } = useSettings()
  const health = useFreshAnswer(['claude'], (office, signal) => office.health.report({}, { signal }), [])
  return (
    <>
      <PageHeader title="Settings"><Button variant="default" onClick={() => goTo('/health')}>Health</Button></PageHeader>
      <PageBody label="Your settings">
        <FourStates answer={answer} what="the settings">
          {() => (
            <>
              <Appearance />
              <Suggestions />
              <Glossary />
              <MeaningSettings />
              <Memories />
              <ClaudeSettings />
            </>
          )}
        </FourStates>
        <FourStates answer={health} what="where your data lives">{report => <Keeping report={report} />}</FourStates>
      </PageBody>
    </>
  )
}

function Appearance() {
  const { settings, change } = useSettings()
  const { locale } = settings
  const sample = `${(1_234_567).toLocaleString(locale)}, ${new Date(2027, 1, 3).toLocaleDateString(locale)}, ${(250_000).toLocaleString(locale, { style: 'currency', currency: 'INR', maximumFractionDigits: 0 })}`
  return (
    <Part title="How it looks">
      <Line label="Theme" hint="By itself follows your system.">
        <SegmentedControl
          aria-label="Theme" value={settings.theme} data={[{ value: 'system', label: 'By itself' }, { value: 'light', label: 'Light' }, { value: 'dark', label: 'Dark' }]}
          onChange={theme => void change({ theme: Settings.shape.theme.parse(theme) })}
        />
      </Line>
      <Line label="Numbers, dates and money" hint={sample}>
        <Select aria-label="Numbers, dates and money" w={200} allowDeselect={false} value={locale} data={Object.entries(localeWords).map(([value, label]) => ({ value, label }))} onChange={value => void change({ locale: Settings.shape.locale.parse(value ?? locale) })} />
      </Line>
    </Part>
  )
}

function Suggestions() {
  const { settings, change } = useSettings()
  return (
    <Part title="Suggestions">
      <Line label="Suggest talent beside each role" hint="CastMatch ranks your own people and says why. Nobody is turned down by a number. Each production and each role has its own switch as well.">
        <Switch size="md" aria-label="Suggest talent beside each role" checked={settings.suggestions} onChange={event => void change({ suggestions: event.currentTarget.checked })} />
      </Line>
      <Line label="Predict the chemistry of two people" hint="A hypothesis for the next chemistry read, from facts and from the reads you record; no faces, no voices. Off, nothing is predicted and nothing of it is shown.">
        <Switch size="md" aria-label="Predict the chemistry of two people" checked={settings.chemistry} onChange={event => void change({ chemistry: event.currentTarget.checked })} />
      </Line>
    </Part>
  )
}

function Memories() {
  const { settings, change } = useSettings()
  return (
    <Part title="Memory">
      <Line label="Propose memories after a conversation" hint="At most three, each with the sentence it comes from. None is kept before you keep it.">
        <Switch size="md" aria-label="Propose memories after a conversation" checked={settings.memoryProposals} onChange={event => void change({ memoryProposals: event.currentTarget.checked })} />
      </Line>
    </Part>
  )
}

function Keeping({ report }: { readonly report: HealthReport }) {
  const copy = () => navigator.clipboard.writeText(report.dataFolder).then(() => say('Copied.'), () => say('The clipboard did not take it. Select the folder and copy it by hand.'))
  return (
    <Part title="Where everything is kept">
      <Line label="Data folder" hint={<span className={classes.path}>{report.dataFolder}</span>}><Button variant="default" onClick={() => void copy()}>Copy</Button></Line>
      <Line label="What leaves this laptop" hint={report.claude.on && report.claude.hasKey ? leavesWithClaude : leavesNothing} />
      <Line label="Secrets" hint={report.secrets} />
    </Part>
  )
}
