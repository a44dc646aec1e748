import { Button } from '@mantine/core'
import { IconPencilPlus, IconPlus, IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import type { PairFactor, PairPrediction, PairRead } from '../../src-preload/contract/pairs.ts'
import type { TalentId } from '../../src-preload/contract/talent.ts'
import { Avatar } from '../look/Avatar.tsx'
import { useFreshAnswer } from '../look/changes.tsx'
import { FourStates } from '../look/FourStates.tsx'
import { countWords } from '../look/words.ts'
import { ForecastBar } from './ForecastBar.tsx'
import type { PairDesk, PairWish } from './pairDesk.ts'
import classes from './PairPane.module.css'
import { chanceWords, pairFactorWords, signedWords } from './pairWords.ts'
import { ReadDialog } from './ReadDialog.tsx'
import { ReadList } from './ReadList.tsx'

interface PairPaneProps {
  readonly wish: PairWish
  readonly desk: PairDesk
  /** Whether the two are to be tested. */
  readonly isMarked: boolean
  readonly onOpen: (id: TalentId) => void
}

/** Two people in two roles: what is expected of them before and after the reads, each factor with what it rests on, and their reads. */
export function PairPane({ wish, desk, isMarked, onOpen }: PairPaneProps) {
  const { roleIds: [role, otherRole], talentIds: [one, other] } = wish
  const answer = useFreshAnswer(['pairs', 'talent', 'roles', 'productions'], async (office, signal) => {
    const prediction = await office.pairs.predict({ roleIds: [role, otherRole], talentIds: [one, other] }, { signal })
    // By the ids that they are kept under, also where the address names a record that was merged.
    const [first, second] = prediction.talent
    const reads = await office.pairs.reads({ talentId: first.id, limit: 500 }, { signal })
    return { asked: `${one} ${other}`, prediction, reads: reads.filter(({ people }) => people.some(({ id }) => id === second.id)) }
  }, [role, otherRole, one, other], { keep: true })
  return (
    <section className={classes.pane} aria-label="The two" aria-busy={answer.reloading}>
      <FourStates answer={answer} what="what is expected of the two">
        {({ asked, prediction, reads }) => <TheTwo prediction={prediction} reads={reads} isStale={asked !== `${one} ${other}`} desk={desk} isMarked={isMarked} onOpen={onOpen} />}
      </FourStates>
    </section>
  )
}

interface TheTwoProps extends Omit<PairPaneProps, 'wish'> {
  readonly prediction: PairPrediction
  readonly reads: readonly PairRead[]
  /** Whether they are the two who were chosen before, until the next two are there. */
  readonly isStale: boolean
}

function TheTwo({ prediction, reads, isStale, desk, isMarked, onOpen }: TheTwoProps) {
  const [recording, setRecording] = useState(false)
  const { roles: [role, otherRole], talent: [one, other] } = prediction
  const wish: PairWish = { roleIds: [role.id, otherRole.id], talentIds: [one.id, other.id] }
  return (
    <>
      <header className={classes.people}>
        {([[one, role], [other, otherRole]] as const).map(([person, as]) => (
          <div key={person.id} className={classes.person}>
            <Avatar name={person.name} picture={person.picture} size={36} />
            <span className={classes.words}><button type="button" className={classes.name} onClick={() => onOpen(person.id)}>{person.name}</button><span className={classes.role}>as {as.name}</span></span>
          </div>
        ))}
      </header>
      <Expected prediction={prediction} />
      <div className={classes.acts}>
        <Button leftSection={<IconPencilPlus size={14} aria-hidden />} disabled={isStale} onClick={() => setRecording(true)}>Record a read</Button>
        <Button variant="default" disabled={isStale} aria-pressed={isMarked} leftSection={isMarked ? <IconCheck size={14} aria-hidden /> : <IconPlus size={14} aria-hidden />} onClick={() => void desk.setToTest(wish, !isMarked)}>{isMarked ? 'To be tested' : 'Test together'}</Button>
      </div>
      {prediction.factors.length > 0 && <Factors factors={prediction.factors} />}
      <section className={classes.part} aria-label="Reads of the two">
        <h3 className={classes.title}>Reads of the two</h3>
        {reads.length === 0 ? <p className={classes.quiet}>They have not read together yet.</p> : <ReadList reads={reads} desk={desk} />}
      </section>
      <ReadDialog wish={wish} names={[one.name, other.name]} lastBy={reads[0]?.by ?? ''} desk={desk} opened={recording} onClose={() => setRecording(false)} />
    </>
  )
}

function Expected({ prediction: { forecast, before } }: { readonly prediction: PairPrediction }) {
  if (!forecast) return <p className={classes.quiet}>Nothing is predicted here.</p>
  const rests = forecast.reads + forecast.others
  return (
    <section className={classes.part} aria-label="What is expected">
      {before && rests > 0 && <ForecastBar label="Before reads" forecast={before} />}
      <ForecastBar label={rests > 0 ? `After ${countWords(rests, 'read')}` : 'Expected'} forecast={forecast} />
      <p className={classes.quiet}>The next read is rated 4 or 5 with a chance of {chanceWords(forecast.good)}. Nine of ten reads are to lie in the bar.</p>
    </section>
  )
}

/** How far a factor's bar reaches at most, in points. */
const fullBar = 1

function Factors({ factors }: { readonly factors: readonly PairFactor[] }) {
  return (
    <section className={classes.part} aria-label="What it rests on">
      <h3 className={classes.title}>What it rests on</h3>
      <ul className={classes.factors}>
        {factors.map(({ factor, points, text }) => (
          <li key={factor}>
            <span className={classes.factor}>{pairFactorWords[factor]}</span>
            <Effect points={points} />
            <span className={classes.points}>{points === null ? 'not known' : signedWords(points)}</span>
            <span className={classes.text}>{text}</span>
          </li>
        ))}
      </ul>
      <p className={classes.quiet}>Points move the mean from 3. What is not known lowers nothing; it makes the interval wider.</p>
    </section>
  )
}

/** What a factor moves, drawn from the middle; hatched where it is not known. */
function Effect({ points }: { readonly points: number | null }) {
  const reach = Math.min(1, Math.abs(points ?? 0) / fullBar) * 50
  return (
    <span className={classes.effect} data-known={points !== null} aria-hidden>
      {points !== null && <span data-down={points < 0} style={points < 0 ? { right: '50%', width: `${reach}%` } : { left: '50%', width: `${reach}%` }} />}
    </span>
  )
}
