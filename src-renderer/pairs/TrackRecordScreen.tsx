import { Button, SegmentedControl } from '@mantine/core'
import { IconHeartHandshake } from '@tabler/icons-react'
import { useState } from 'react'
import type { PairRead, PairRecord } from '../../src-preload/contract/pairs.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import { useFreshAnswer } from '../look/changes.tsx'
import { EmptyState } from '../look/EmptyState.tsx'
import { FourStates } from '../look/FourStates.tsx'
import { goTo } from '../look/hashPlace.ts'
import { PageBody } from '../look/PageBody.tsx'
import { PageHeader } from '../look/PageHeader.tsx'
import { countWords } from '../look/words.ts'
import { CalibrationPlot } from './CalibrationPlot.tsx'
import { ChemistryOff } from './ChemistryOff.tsx'
import { usePairDesk } from './pairDesk.ts'
import { pairsPlace } from './pairPlaces.ts'
import { PairViews } from './PairViews.tsx'
import { ReadList } from './ReadList.tsx'
import classes from './TrackRecordScreen.module.css'

/** Predicted against seen over the reads of a production or of all: hits, calibration, every read, and what the prediction is and is not. */
export function TrackRecordScreen({ productionId }: { readonly productionId: ProductionId }) {
  const [scope, setScope] = useState<'this' | 'all'>('this')
  const answer = useFreshAnswer(['pairs', 'talent', 'roles'], async (office, signal) => {
    const wish = scope === 'this' ? { productionId } : {}
    const [record, reads] = await Promise.all([office.pairs.record(wish, { signal }), office.pairs.reads({ ...wish, limit: 500 }, { signal })])
    return { record, reads }
  }, [productionId, scope], { keep: true })
  return (
    <>
      <PageHeader title="Track record" sub={answer.data && answer.data.record.reads > 0 ? countWords(answer.data.record.reads, 'chemistry read') : undefined}>
        <SegmentedControl aria-label="Reads of" value={scope} onChange={value => setScope(value === 'all' ? 'all' : 'this')} data={[{ value: 'this', label: 'This production' }, { value: 'all', label: 'All' }]} />
        <PairViews productionId={productionId} view="record" />
      </PageHeader>
      <PageBody label="Predicted against seen">
        <FourStates answer={answer} what="the track record">
          {({ record, reads }) => (record.suggestions ? <Kept record={record} reads={reads} productionId={productionId} /> : <ChemistryOff />)}
        </FourStates>
      </PageBody>
    </>
  )
}

function Kept({ record, reads, productionId }: { readonly record: PairRecord; readonly reads: readonly PairRead[]; readonly productionId: ProductionId }) {
  const desk = usePairDesk()
  return (
    <div className={classes.columns}>
      <div>
        {record.predicted === 0
          ? (
            <EmptyState icon={<IconHeartHandshake size={24} />} sentence={record.reads === 0 ? 'No chemistry read was recorded yet.' : 'None of these reads was predicted.'} hint="From the first read on, what was predicted stands here beside what was seen.">
              <Button variant="default" onClick={() => goTo(pairsPlace(productionId))}>Choose a pair</Button>
            </EmptyState>
          )
          : <><Figures record={record} /><CalibrationPlot steps={record.steps} /></>}
      </div>
      <div>
        <section className={classes.statement} aria-label="What it is and is not">
          <h2 className={classes.title}>What it is and is not</h2>
          {record.statement.map(sentence => <p key={sentence}>{sentence}</p>)}
          <h3 className={classes.small}>What may count</h3>
          <ul>{record.counts.map(count => <li key={count}>{count}</li>)}</ul>
          <p>It can be switched off under <a href="#/settings">Settings</a>: then nothing is predicted or shown.</p>
        </section>
        {reads.length > 0 && (
          <section aria-label="All reads">
            <h2 className={classes.title}>Reads</h2>
            <ReadList reads={reads} desk={desk} named />
          </section>
        )}
      </div>
    </div>
  )
}

function Figures({ record: { predicted, hits, usual, inside, error, meanError } }: { readonly record: PairRecord }) {
  const figures = [
    ['Hit-rate', `${hits} of ${predicted}`, `“4 or 5” or “under 4”, whichever was likelier, came true. Always saying the commoner would have hit ${usual}.`],
    ['In the interval', `${inside} of ${predicted}`, 'Nine of ten are to lie in it.'],
    ['Mean distance', meanError === null ? '–' : `${meanError.toFixed(1)} points`, 'Of the rating from the predicted mean.'],
    ['Calibration error', error === null ? '–' : error.toFixed(2), 'How far chance and outcome lie apart on the whole; 0 is best.'],
  ] as const
  return (
    <dl className={classes.figures}>
      {figures.map(([name, figure, hint]) => <div key={name}><dt>{name}</dt><dd className={classes.figure}>{figure}</dd><dd className={classes.hint}>{hint}</dd></div>)}
    </dl>
  )
}
