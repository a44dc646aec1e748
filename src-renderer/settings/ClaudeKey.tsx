import { Button, PasswordInput } from '@mantine/core'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useState, type FormEvent } from 'react'
import type { ClaudeState, ClaudeTest } from '../../src-preload/contract/claude.ts'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { toFailure } from '../connection/failure.ts'
import { useChanged } from '../look/changes.tsx'
import { useSettings } from '../window/settingsStore.tsx'
import classes from './ClaudeSettings.module.css'

type Finding =
  | { readonly kind: 'none' }
  | { readonly kind: 'working'; readonly words: string }
  | { readonly kind: 'good'; readonly words: string }
  | { readonly kind: 'bad'; readonly words: string }

/** Marks a failure of the test that comes after the key was kept: its message is already a sentence for the user. */
const keptBefore = 'the key was kept before'

/** The key of Claude: it can be put in, tested and taken away, and never be looked at. */
export function ClaudeKey({ state }: { readonly state: ClaudeState }) {
  const office = useOffice()
  const changed = useChanged()
  const { settings: { locale } } = useSettings()
  const [typed, setTyped] = useState('')
  const [finding, setFinding] = useState<Finding>({ kind: 'none' })
  const { host } = new URL(state.address)
  const doing = (words: string, work: () => Promise<string>) => {
    setFinding({ kind: 'working', words })
    work().then(
      done => setFinding({ kind: 'good', words: done }),
      (error: unknown) => setFinding({ kind: 'bad', words: error instanceof Error && error.cause === keptBefore ? error.message : toFailure(error).sentence }),
    ).finally(() => changed('claude'))
  }
  const test = async () => testWords(await office.claude.test({}), locale)
  const keep = (event: FormEvent) => {
    event.preventDefault()
    if (typed.trim() === '') return
    doing('Keeping and testing the key', async () => {
      await office.claude.setKey({ key: typed })
      setTyped('')
      return `Kept. ${await test().catch((error: unknown) => {
        throw new Error(`The key is kept. ${toFailure(error).sentence}`, { cause: keptBefore })
      })}`
    })
  }
  const isWorking = finding.kind === 'working'
  return (
    <form className={classes.key} onSubmit={keep} aria-label="The key of Claude">
      <PasswordInput
        size="xs" label="API key" className={classes.keyField} autoComplete="off" spellCheck={false} maxLength={500} value={typed}
        description={`${state.hasKey ? `A key is kept for ${host}.` : `No key for ${host} yet.`} How keys are kept: ${state.keptHow}`}
        placeholder={state.hasKey ? 'A key is kept. Type another to replace it.' : 'sk-ant-...'} onChange={event => setTyped(event.currentTarget.value)}
      />
      <div className={classes.buttons}>
        <Button type="submit" disabled={typed.trim() === '' || isWorking}>{state.hasKey ? 'Replace the key' : 'Keep the key'}</Button>
        <Button variant="default" disabled={!state.ready || isWorking} onClick={() => doing('Asking Claude', test)}>Test</Button>
        <Button variant="default" disabled={!state.hasKey || isWorking} onClick={() => doing('Taking the key away', async () => {
          await office.claude.removeKey({})
          return 'The key was taken away. Nothing is sent any more.'
        })}>Take the key away</Button>
      </div>
      <p className={classes.finding} data-kind={finding.kind} role="status">
        {finding.kind === 'good' && <IconCheck size={14} aria-hidden />}
        {finding.kind === 'bad' && <IconAlertTriangle size={14} aria-hidden />}
        <span>{finding.kind === 'none' ? restWords(state, locale) : finding.kind === 'working' ? `${finding.words} ...` : finding.words}</span>
      </p>
    </form>
  )
}

const restWords = ({ ready, on, triesAgainAt }: ClaudeState, locale: string): string => {
  if (triesAgainAt !== null) return `Claude failed several times in a row and is left in peace until ${new Date(triesAgainAt).toLocaleTimeString(locale)}. A test tries at once.`
  if (!on) return 'Claude is switched off.'
  return ready ? 'A test asks Claude which models the key may use. Nothing of yours is sent, and it costs nothing.' : 'Keys are made at platform.claude.com. What you use is billed to you by Anthropic.'
}

function testWords({ models, missing, milliseconds }: ClaudeTest, locale: string): string {
  const time = `${milliseconds.toLocaleString(locale)} ms`
  const works = models === 0 ? `It works: an answer came in ${time}.` : `It works: ${models.toLocaleString(locale)} ${models === 1 ? 'model' : 'models'}, ${time}.`
  return missing.length === 0 ? works : `${works} Not among them: ${missing.join(', ')}.`
}
