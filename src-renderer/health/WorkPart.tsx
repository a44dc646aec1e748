import { useJobs } from '../jobs/jobs.tsx'
import { ProgressLine } from '../jobs/ProgressLine.tsx'
import { useIndexing, useNextModel } from '../window/indexing.tsx'
import classes from './HealthScreen.module.css'

/** What the office works at now, each with its bar: imports and other jobs of the tray, people that are learnt, the next model. */
export function WorkPart() {
  const { jobs } = useJobs()
  const indexing = useIndexing()
  const next = useNextModel()
  const rests = indexing?.resting === 'battery'
  const works = [
    ...jobs.filter(({ state }) => state === 'running').map(({ id, title, stage, done, total }) => ({ id, title, stage, done, total })),
    ...(indexing && indexing.done < indexing.total ? [{ id: 'people', title: 'Learning people for search by meaning', stage: rests ? 'Waits for the plug: the battery is low' : 'Words are searched in all meanwhile', ...indexing }] : []),
    ...(next ? [{ id: 'model', title: `Learning everybody with ${next.name}`, stage: rests ? 'Waits for the plug: the battery is low' : 'The model before answers until all are known', ...next }] : []),
  ]
  return (
    <section className={classes.part} aria-label="Work in progress">
      <h2>Work in progress</h2>
      {works.length === 0
        ? <p className={classes.calm}>Nothing runs now.</p>
        : <ul className={classes.works}>{works.map(({ id, title, stage, done, total }) => <li key={id}><p className={classes.work}>{title}</p><ProgressLine stage={stage} done={done} total={total} label={title} /></li>)}</ul>}
    </section>
  )
}
