import { IconDatabase, IconLoader2, IconPlugConnected, IconPlugConnectedX, IconSparkles } from '@tabler/icons-react'
import { useConnection } from '../connection/OfficeProvider.tsx'
import type { ConnectionState } from '../connection/connectOffice.ts'
import { useJobs } from '../jobs/jobs.tsx'
import { useFreshAnswer } from '../look/changes.tsx'
import { restingWords, useIndexing, useNextModel } from './indexing.tsx'
import { useSettings } from './settingsStore.tsx'
import classes from './StatusStrip.module.css'

const connectionWords: Readonly<Record<ConnectionState, string>> = {
  connecting: 'Connecting',
  connected: 'Connected',
  lost: 'Connection lost, trying again. What is saved is kept.',
}

/** The line at the bottom: connection, work in progress, what search knows, version, Claude and backup. Each part opens its page. */
export function StatusStrip() {
  const connection = useConnection()
  const { jobs } = useJobs()
  const indexing = useIndexing()
  const next = useNextModel()
  const { settings } = useSettings()
  const health = useFreshAnswer(['talent', 'scripts', 'claude'], (office, signal) => office.health.report({}, { signal }), [connection])
  const running = jobs.filter(job => job.state === 'running')
  const first = running[0]
  const learning = indexing !== null && indexing.done < indexing.total
  const resting = indexing?.resting === 'battery' && (learning || next !== null)
  return (
    <footer className={classes.strip} aria-label="Status">
      <a href="#/settings" className={classes.part} data-lost={connection === 'lost'}>
        {connection === 'connected' ? <IconPlugConnected size={14} aria-hidden /> : <IconPlugConnectedX size={14} aria-hidden />}
        <span role="status">{connectionWords[connection]}</span>
      </a>
      {first && (
        <button type="button" className={classes.part} onClick={() => document.querySelector<HTMLElement>('#job-tray button')?.focus()}>
          <IconLoader2 size={14} aria-hidden />
          <span className={classes.clip}>{first.title}{running.length > 1 ? ` and ${running.length - 1} more` : ''}</span>
          <Bar done={first.done} total={first.total} />
        </button>
      )}
      <span className={classes.space} />
      {indexing && indexing.total > 0 && (
        <a href="#/settings" className={classes.part} title={resting ? restingWords : undefined}>
          {learning ? <Bar done={indexing.done} total={indexing.total} /> : null}
          <span>Search by meaning knows {indexing.done.toLocaleString(settings.locale)} of {indexing.total.toLocaleString(settings.locale)}</span>
          {resting && next === null && <Resting />}
        </a>
      )}
      {next && (
        <a href="#/settings" className={classes.part} title={`${next.name} answers once it knows everybody.`}>
          <Bar done={next.done} total={next.total} />
          <span>The next model knows {next.done.toLocaleString(settings.locale)} of {next.total.toLocaleString(settings.locale)}</span>
          {resting && <Resting />}
        </a>
      )}
      {health.data?.claude.hasKey && (
        <a href="#/settings" className={classes.part}>
          <IconSparkles size={14} aria-hidden />
          <span>{!health.data.claude.on ? 'Claude is off' : health.data.claude.breaker === 'closed' ? 'Claude is ready' : 'Claude is out of reach'}</span>
        </a>
      )}
      {health.data && (
        <a href="#/health" className={classes.part}>
          <IconDatabase size={14} aria-hidden />
          <span>{health.data.lastBackup ? `Backup ${new Date(health.data.lastBackup).toLocaleDateString(settings.locale, { day: 'numeric', month: 'short' })}` : 'No backup yet'}</span>
          <span className={classes.version}>CastMatch {health.data.version}</span>
        </a>
      )}
    </footer>
  )
}

const Resting = () => <span className={classes.resting}>waits for the plug</span>

function Bar({ done, total }: { readonly done: number; readonly total: number }) {
  return <span className={classes.bar} aria-hidden><span style={{ width: total > 0 ? `${Math.min(100, (100 * done) / total)}%` : '30%' }} /></span>
}
