import { Button } from '@mantine/core'
import { IconRefresh, IconUsers } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import type { Duplicate, DuplicateId } from '../../../src-preload/contract/duplicates.ts'
import { useOffice } from '../../connection/OfficeProvider.tsx'
import { followWork, useJobs } from '../../jobs/jobs.tsx'
import { useChanged, useFreshAnswer } from '../../look/changes.tsx'
import { EmptyState } from '../../look/EmptyState.tsx'
import { FourStates } from '../../look/FourStates.tsx'
import { PageHeader } from '../../look/PageHeader.tsx'
import { useKeys } from '../../look/useKeys.ts'
import { countWords } from '../../look/words.ts'
import classes from './DuplicatesScreen.module.css'
import { PairPane, type PairPaneKeys } from './PairPane.tsx'
import { useDecisions } from './useDecisions.ts'
import { useUntilCompared } from './useUntilCompared.ts'

/** How many pairs the list begins with, and how many more each press brings. */
const step = 50

/** People who may stand in the book twice: the pairs, the likeliest first, and the two of one side by side. */
export function DuplicatesScreen() {
  const [limit, setLimit] = useState(step)
  const [chosen, setChosen] = useState<DuplicateId | null>(null)
  const answer = useFreshAnswer(['talent'], (office, signal) => office.duplicates.list({ limit: Math.min(200, limit) }, { signal }), [limit], { keep: true })
  useUntilCompared(answer)
  const pairs = answer.data?.pairs ?? []
  const at = Math.max(0, pairs.findIndex(({ id }) => id === chosen))
  const pair = pairs[at]
  const pane = useRef<PairPaneKeys>(null)
  const list = useRef<HTMLUListElement>(null)
  const next = pairs[at + 1] ?? pairs[at - 1]
  const decisions = useDecisions(() => setChosen(next?.id ?? null))
  const go = (by: number) => {
    const to = pairs[at + by]
    if (to) setChosen(to.id)
  }
  useEffect(() => {
    list.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [pair?.id])
  useKeys({ j: () => go(1), k: () => go(-1), m: () => pane.current?.merge(), n: () => pair && void decisions.dismiss(pair), z: decisions.takeBack })
  const total = answer.data?.total ?? 0
  return (
    <>
      <PageHeader title="Twice in the book" before={<Link href="/talent" className={classes.back}>Talent</Link>} sub={answer.data && total > 0 ? `${countWords(answer.data.people, 'person', 'people')} in ${countWords(total, 'pair')}` : ''}>
        <LookAgain waiting={answer.data?.waiting ?? 0} />
      </PageHeader>
      <FourStates answer={answer} what="the pairs" isEmpty={data => data.total === 0} empty={<NoPairs waiting={answer.data?.waiting ?? 0} />}>
        {data => (
          <div className={classes.columns}>
            <nav className={classes.list} aria-label="Pairs">
              <ul ref={list} className={classes.rows}>{data.pairs.map(one => <PairRow key={one.id} pair={one} isOpen={one.id === pair?.id} onOpen={() => setChosen(one.id)} />)}</ul>
              {data.total > data.pairs.length && limit < 200 && <div className={classes.more}><Button variant="default" onClick={() => setLimit(limit + step)}>Show more</Button></div>}
              {data.total > data.pairs.length && limit >= 200 && <p className={classes.hint}>The first 200 of {data.total.toLocaleString()}. The others come as these are decided.</p>}
            </nav>
            {pair && <PairPane key={pair.id} pair={pair} decisions={decisions} keysRef={pane} />}
          </div>
        )}
      </FourStates>
    </>
  )
}

/** How sure it is, in words. */
const sureWords = (likelihood: number): string => (likelihood > 0.98 ? 'Very likely' : likelihood > 0.85 ? 'Likely' : 'Perhaps')

function PairRow({ pair, isOpen, onOpen }: { readonly pair: Duplicate; readonly isOpen: boolean; readonly onOpen: () => void }) {
  const [a, b] = pair.people
  const reason = pair.reasons.filter(({ speaks }) => speaks === 'for').map(({ words }) => words.replace(/:.*/, '')).slice(0, 2).join(', ')
  return (
    <li>
      <button type="button" className={classes.pair} aria-current={isOpen} onClick={onOpen}>
        <span className={classes.names}><span>{a?.name}</span><span>{b?.name}</span></span>
        <span className={classes.why}>{sureWords(pair.likelihood)}{reason && `: ${reason}`}</span>
      </button>
    </li>
  )
}

/** Compares everybody anew as a job with its progress; people who wait are compared in the background anyway. */
function LookAgain({ waiting }: { readonly waiting: number }) {
  const office = useOffice()
  const changed = useChanged()
  const { start } = useJobs()
  const look = async () => {
    await start({
      title: 'Looking for people twice in the book',
      run: async (signal, report) => followWork(await office.duplicates.find({ all: true }, { signal }), report),
      summary: ({ people, suggested }) => `${countWords(people, 'person', 'people')} compared; ${suggested === 0 ? 'nobody' : countWords(suggested, 'pair')} may be in the book twice.`,
    })
    changed('talent')
  }
  return (
    <>
      {waiting > 0 && <span className={classes.waiting} role="status">{countWords(waiting, 'person', 'people')} still to compare</span>}
      <Button variant="default" leftSection={<IconRefresh size={14} aria-hidden />} onClick={() => void look()}>Look again</Button>
    </>
  )
}

function NoPairs({ waiting }: { readonly waiting: number }) {
  return (
    <EmptyState
      icon={<IconUsers size={24} />} sentence={waiting > 0 ? 'People are being compared.' : 'Nobody seems to be in the book twice.'}
      hint="Names are compared across spellings and scripts, with phones, e-mails, ages, heights and headshots. Nothing is ever merged without you."
    >
      <Button variant="default" component={Link} href="/talent">Back to the talent book</Button>
    </EmptyState>
  )
}
