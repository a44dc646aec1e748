import { Button, Switch } from '@mantine/core'
import { IconColumns3, IconUsers } from '@tabler/icons-react'
import { useState } from 'react'
import type { Gate } from '../../src-preload/contract/roles.ts'
import type { Candidate, Ranking } from '../../src-preload/contract/matching.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { TalentId } from '../../src-preload/contract/talent.ts'
import type { CastingDesk } from '../casting/castingDesk.ts'
import { ListButton } from '../casting/ListButton.tsx'
import { useFreshAnswer } from '../look/changes.tsx'
import { Chip } from '../look/Chip.tsx'
import { EmptyState } from '../look/EmptyState.tsx'
import { FourStates } from '../look/FourStates.tsx'
import { MadeMark } from '../look/MadeMark.tsx'
import { sayFailure } from '../look/UndoToast.tsx'
import { countWords } from '../look/words.ts'
import { goTo } from '../look/hashPlace.ts'
import { CandidateRow } from './CandidateRow.tsx'
import classes from './Candidates.module.css'
import { CompareDialog } from './CompareDialog.tsx'
import type { RoleDesk } from './roleDesk.ts'
import { SuggestionsOff } from './SuggestionsOff.tsx'
import { WeightsPanel } from './WeightsPanel.tsx'
import { WhyNotButton } from './WhyNotDialog.tsx'

/** Who could play the role: ranked with reasons and gaps, the stopped ones folded with their gate, two or three side by side. */
export function Candidates({ desk, casting, onOpen }: { readonly desk: RoleDesk; readonly casting: CastingDesk; readonly onOpen: (id: TalentId) => void }) {
  const { role, change } = desk
  const ranking = useFreshAnswer(['roles', 'talent', 'productions', 'casting'], (office, signal) => office.matching.candidates({ roleId: role.id, limit: 100 }, { signal }), [role.id])
  const [picked, setPicked] = useState<readonly TalentId[]>([])
  const [comparing, setComparing] = useState(false)
  const pick = (id: TalentId) => setPicked(picked.includes(id) ? picked.filter(other => other !== id) : [...picked, id].slice(-3))
  const lift = (gate: Gate, lifted: boolean) =>
    void change({ liftedGates: lifted ? [...role.liftedGates, gate] : role.liftedGates.filter(other => other !== gate) }).catch(sayFailure)

  return (
    <section className={classes.pane} aria-label="Who could play this role">
      <div className={classes.head}>
        <h2 className={classes.title}>Who could play {role.name}</h2>
        {ranking.data?.suggestions && <FromWhat ranking={ranking.data} />}
        <span className={classes.space} />
        {picked.length === 1 && <span className={classes.hint}>Tick one more to compare</span>}
        {picked.length > 1 && (
          <Button variant="default" leftSection={<IconColumns3 size={14} aria-hidden />} onClick={() => setComparing(true)}>Compare {picked.length}</Button>
        )}
        {ranking.data?.suggestions && <WhyNotButton roleId={role.id} productionId={role.productionId} onOpen={onOpen} />}
        {ranking.data?.suggestions && <WeightsPanel productionId={role.productionId} />}
        <Switch labelPosition="left" label="Suggestions" checked={role.suggestions} onChange={event => void change({ suggestions: event.currentTarget.checked }).catch(sayFailure)} />
      </div>
      <div className={classes.body}>
        <FourStates answer={ranking} what="the candidates">
          {found => (found.suggestions
            ? <RankedPeople ranking={found} productionId={role.productionId} picked={picked} casting={casting} onPick={pick} onOpen={onOpen} onLift={lift} />
            : <SuggestionsOff desk={desk} />)}
        </FourStates>
      </div>
      <CompareDialog roleId={role.id} talentIds={picked} opened={comparing} onClose={() => setComparing(false)} onOpen={id => { setComparing(false); onOpen(id) }} />
    </section>
  )
}

interface RankedPeopleProps {
  readonly ranking: Ranking
  readonly productionId: ProductionId
  readonly picked: readonly TalentId[]
  readonly casting: CastingDesk
  readonly onPick: (id: TalentId) => void
  readonly onOpen: (id: TalentId) => void
  readonly onLift: (gate: Gate, lifted: boolean) => void
}

function RankedPeople({ ranking, productionId, picked, casting, onPick, onOpen, onLift }: RankedPeopleProps) {
  if (ranking.considered === 0) {
    return (
      <EmptyState icon={<IconUsers size={24} />} sentence="Drop your talent sheet here, and your people stand ranked beside this role.">
        <Button onClick={() => goTo('/talent/import')}>Import a talent sheet</Button>
      </EmptyState>
    )
  }
  const row = (candidate: Candidate, rank: number | null) => (
    <CandidateRow key={candidate.talent.id} candidate={candidate} rank={rank} picked={picked.includes(candidate.talent.id)} lists={<ListButton desk={casting} person={candidate.talent} />} onPick={onPick} onOpen={onOpen} productionId={productionId} roleId={ranking.roleId} />
  )
  return (
    <>
      <Gates ranking={ranking} onLift={onLift} />
      {ranking.candidates.length === 0
        ? <EmptyState sentence="Nobody in the book passes every must." hint="Lift one of the musts above, or look at who was stopped and by what." />
        : <ol className={classes.list}>{ranking.candidates.map((candidate, index) => row(candidate, index + 1))}</ol>}
      {ranking.stopped.length > 0 && (
        <details className={classes.stopped}>
          <summary>{countWords(ranking.stopped.length, 'person', 'people')} stopped by a must</summary>
          <ul className={classes.list}>{ranking.stopped.map(candidate => row(candidate, null))}</ul>
        </details>
      )}
    </>
  )
}

/** The musts of the role; a press lifts one, and whoever it stopped comes back into the ranking. */
function Gates({ ranking, onLift }: Pick<RankedPeopleProps, 'ranking' | 'onLift'>) {
  if (ranking.gates.length === 0) return <p className={classes.gates}>The role sets no must: nobody is stopped, {countWords(ranking.considered, 'person', 'people')} ranked.</p>
  return (
    <div className={classes.gates} role="group" aria-label="Musts of the role">
      <span>Held to</span>
      {ranking.gates.map(({ gate, text, source, lifted }) => (
        <Chip key={`${gate}${text}`} tone={lifted ? 'off' : 'accent'} pressed={!lifted} onClick={() => onLift(gate, !lifted)} title={`${source.text}. ${lifted ? 'Lifted: it stops nobody. Press to hold to it again.' : 'Press to lift it for this role.'}`}>
          {text}
        </Chip>
      ))}
      <span className={classes.hint}>press one to lift it</span>
    </div>
  )
}

function FromWhat({ ranking }: { readonly ranking: Ranking }) {
  return (
    <MadeMark label="Ranked by CastMatch">
      <p>Ranked on this laptop from what your talent book says. {countWords(ranking.considered, 'person', 'people')} looked at{ranking.notIndexed > 0 ? `; search by meaning does not know ${ranking.notIndexed} of them yet` : ''}.</p>
      <p>Fit weighs nearness in meaning, skills, languages and experience. The pale bar shows how far it may be off. What is unknown costs nothing, and nobody is left out by a number: only a must stops, and each can be lifted.</p>
      <p>Meaning was compared with these words:</p>
      <blockquote className={classes.words}>{ranking.asksFor || 'Nothing yet: the role has no words.'}</blockquote>
    </MadeMark>
  )
}
