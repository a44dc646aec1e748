import { ActionIcon, Button } from '@mantine/core'
import { IconAlertTriangle, IconBan, IconCheck, IconX } from '@tabler/icons-react'
import { goTo } from '../look/hashPlace.ts'
import { useJobs, type Job } from './jobs.tsx'
import classes from './JobTray.module.css'
import { ProgressLine } from './ProgressLine.tsx'

/** The tray of long work, above the status strip: each job with its stage, bar and Cancel; a summary stays until it is read. */
export function JobTray() {
  const { jobs, cancel, dismiss } = useJobs()
  return (
    <section id="job-tray" aria-label="Work in progress" className={classes.tray} data-empty={jobs.length === 0}>
      <div className="visually-hidden" aria-live="polite">{spoken(jobs)}</div>
      {jobs.map(job => (
        <article key={job.id} className={classes.job} data-state={job.state} aria-label={job.title}>
          <div className={classes.head}>
            <StateIcon state={job.state} />
            <h2 className={classes.title}>{job.title}</h2>
            {job.state === 'running'
              ? <Button variant="default" size="compact-xs" onClick={() => cancel(job.id)} aria-label={`Cancel ${job.title}`}>Cancel</Button>
              : <ActionIcon size={22} onClick={() => dismiss(job.id)} aria-label={`Close ${job.title}`}><IconX size={14} aria-hidden /></ActionIcon>}
          </div>
          {job.state === 'running'
            ? <ProgressLine stage={job.stage} done={job.done} total={job.total} label={job.title} />
            : <p className={classes.summary}>{job.summary}</p>}
          {job.link && (
            <Button variant="light" size="compact-sm" className={classes.open} onClick={() => { goTo(job.link?.place ?? '/'); dismiss(job.id) }}>{job.link.label}</Button>
          )}
          {job.otherWay && (
            <Button variant="light" size="compact-sm" className={classes.open} onClick={() => { job.otherWay?.act(); dismiss(job.id) }}>{job.otherWay.label}</Button>
          )}
        </article>
      ))}
    </section>
  )
}

/** Stages and ends are spoken, not every count. */
const spoken = (jobs: readonly Job[]): string =>
  jobs.map(job => (job.state === 'running' ? `${job.title}: ${job.stage}` : `${job.title}: ${job.summary}`)).join('. ')

function StateIcon({ state }: { readonly state: Job['state'] }) {
  if (state === 'done') return <IconCheck size={16} className={classes.done} aria-hidden />
  if (state === 'failed') return <IconAlertTriangle size={16} className={classes.failed} aria-hidden />
  if (state === 'cancelled') return <IconBan size={16} className={classes.cancelled} aria-hidden />
  return null
}
