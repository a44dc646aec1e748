import { Button } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import type { HealthReport } from '../../src-preload/contract/health.ts'
import { useFreshAnswer } from '../look/changes.tsx'
import { FourStates } from '../look/FourStates.tsx'
import { goTo } from '../look/hashPlace.ts'
import { PageBody } from '../look/PageBody.tsx'
import { PageHeader } from '../look/PageHeader.tsx'
import { useIndexing, useNextModel } from '../window/indexing.tsx'
import { useSettings } from '../window/settingsStore.tsx'
import { ClaudePart } from './ClaudePart.tsx'
import { Line, Part } from './Lines.tsx'
import classes from './HealthScreen.module.css'
import { WorkPart } from './WorkPart.tsx'

const doorWords: Readonly<Record<HealthReport['door'], string>> = { desktop: 'Desktop window', browser: 'Browser, on this machine only', 'command line': 'Command line' }

/** Health: plain numbers of the office, each with what to do where something is to be done. */
export function HealthScreen() {
  const answer = useFreshAnswer(['claude'], (office, signal) => office.health.report({}, { signal }), [])
  return (
    <>
      <PageHeader title="Health" sub={answer.data && `CastMatch ${answer.data.version}`}>
        <Button variant="default" onClick={() => goTo('/settings')}>Settings</Button>
        <Button variant="default" leftSection={<IconRefresh size={14} aria-hidden />} onClick={answer.again}>Look again</Button>
      </PageHeader>
      <PageBody label="The office in numbers">
        <FourStates answer={answer} what="the health of the office">{report => <Report report={report} />}</FourStates>
      </PageBody>
    </>
  )
}

function Report({ report }: { readonly report: HealthReport }) {
  const { settings: { locale } } = useSettings()
  const live = useIndexing()
  const next = useNextModel()
  const meaning = useFreshAnswer(['talent'], (office, signal) => office.meaning.state({}, { signal }), []).data
  const { done, total } = live ?? report.indexed
  const number = (count: number) => count.toLocaleString(locale)
  const { counts } = report
  const learning = done < total
  return (
    <>
      <WorkPart />
      <Part title="What is kept">
        <Line label="Productions" value={number(counts.productions)} />
        <Line label="Scripts" value={number(counts.scripts)} />
        <Line label="Roles" value={number(counts.roles)} />
        <Line label="People" value={number(counts.talent)} todo={counts.talent === 0 ? 'Drop a talent sheet anywhere to begin your book.' : undefined} />
        <Line label="Size on disk" value={bytesWords(report.databaseBytes, locale)} />
      </Part>
      <Part title="Search by meaning">
        <Line label="People it knows" value={`${number(done)} of ${number(total)}`} eye={learning} todo={learning ? (live?.resting ? 'Learning rests: the battery is low. Plug the laptop in, or change the limit in Settings.' : 'It learns in the background. Nothing to do; words are searched in all meanwhile.') : 'All are known.'} />
        <Line label="Model" value={meaning?.model.name ?? report.indexed.model} eye={Boolean(meaning?.model.slow)} todo={meaning?.model.slow ? `Runs on this machine, but slowly: ${meaning.model.slow}` : `Runs on this machine; nothing is sent. ${report.indexed.model}`} />
        {next && <Line label="Next model" value={`${number(next.done)} of ${number(next.total)}`} eye todo={`${next.name} answers once it knows all. Cancel it in Settings.`} />}
      </Part>
      <ClaudePart claude={report.claude} locale={locale} />
      <Part title="Safety">
        <Line
          label="Last backup" eye={report.lastBackup === null && counts.talent + counts.scripts > 0}
          value={report.lastBackup ? new Date(report.lastBackup).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' }) : 'None yet'}
          todo={report.lastBackup ? 'Kept in the folder "backups" of the data folder.' : 'One is made by itself before a new version changes the data. Until then, copy the data folder while CastMatch is closed.'}
        />
        <div className={classes.line}><dt>Secrets</dt><dd className={classes.long}>{report.secrets}</dd></div>
        <div className={classes.line}><dt>Data folder</dt><dd className={classes.path}>{report.dataFolder}</dd></div>
      </Part>
      <Part title="For a report of a fault">
        <Line label="Door" value={doorWords[report.door]} />
        <Line label="Versions" value={`CastMatch ${report.version}, Node ${report.node}`} todo={`SQLite ${report.sqlite}, sqlite-vec ${report.sqliteVec}, data version ${report.schemaVersion}`} />
        <Line label="Logs" value="In the folder logs" todo="They hold no script text and nothing about people." />
      </Part>
    </>
  )
}

/** A size as people say it: "1.4 MB". Kilobytes and megabytes are of a thousand. */
function bytesWords(bytes: number, locale: string): string {
  const [size, unit] = bytes < 1_000_000 ? [bytes / 1_000, 'kB'] : bytes < 1_000_000_000 ? [bytes / 1_000_000, 'MB'] : [bytes / 1_000_000_000, 'GB']
  return `${size.toLocaleString(locale, { maximumFractionDigits: 1 })} ${unit}`
}
