import { Modal } from '@mantine/core'
import { FactorName, type Candidate, type Reason } from '../../src-preload/contract/matching.ts'
import { factorWords } from '../../src-preload/contract/said.ts'
import type { RoleId } from '../../src-preload/contract/roles.ts'
import type { TalentId } from '../../src-preload/contract/talent.ts'
import { useFreshAnswer } from '../look/changes.tsx'
import { Avatar } from '../look/Avatar.tsx'
import { FitBar } from '../look/FitBar.tsx'
import { FourStates } from '../look/FourStates.tsx'
import { factsOf } from './CandidateRow.tsx'
import classes from './CompareDialog.module.css'
import { FactorBars } from './FactorBars.tsx'

interface CompareDialogProps {
  readonly roleId: RoleId
  readonly talentIds: readonly TalentId[]
  readonly opened: boolean
  readonly onClose: () => void
  readonly onOpen: (id: TalentId) => void
}

/** Two or three people side by side for a role: each reason against its like, then the gaps and what stops them. */
export function CompareDialog({ opened, onClose, ...asked }: CompareDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title="Side by side" size={asked.talentIds.length > 2 ? 1080 : 800}>
      {opened && <SideBySide {...asked} />}
    </Modal>
  )
}


function SideBySide({ roleId, talentIds, onOpen }: Omit<CompareDialogProps, 'opened' | 'onClose'>) {
  const key = talentIds.join(' ')
  const compared = useFreshAnswer(['talent'], (office, signal) => office.matching.compare({ roleId, talentIds: [...talentIds] }, { signal }), [roleId, key])
  return (
    <FourStates answer={compared} what="the comparison">
      {people => (
        <table className={classes.table}>
          <thead>
            <tr>
              <td />
              {people.map(one => (
                <th key={one.talent.id} scope="col">
                  <span className={classes.who}>
                    <Avatar name={one.talent.name} picture={one.talent.picture} size={32} />
                    <span><button type="button" className={classes.name} onClick={() => onOpen(one.talent.id)}>{one.talent.name}</button><span className={classes.facts}>{factsOf(one.talent)}</span></span>
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <Line head="Fit" people={people} of={one => <><FitBar fit={one.fit} interval={one.interval} /><FactorBars bars={one.factors} /></>} />
            {FactorName.options
              .filter(factor => people.some(one => one.reasons.some(reason => reason.factor === factor)))
              .map(factor => <Line key={factor} head={factorWords[factor]} people={people} of={one => reasonsOf(one, factor)} />)}
            <Line head="Languages known" people={people} of={one => one.talent.languages.map(({ language, fluency }) => (fluency ? `${language} (${fluency})` : language)).join(', ') || <NotKnown />} />
            <Line head="Height" people={people} of={one => (one.talent.heightCm ? `${one.talent.heightCm} cm` : <NotKnown />)} />
            <Line head="Unknown or missing" people={people} of={one => (one.gaps.length > 0 ? <ul>{one.gaps.map(({ text }) => <li key={text}>{text}</li>)}</ul> : 'Nothing')} />
            {people.some(one => one.stoppedBy.length > 0) && (
              <Line head="Stopped by" people={people} of={one => one.stoppedBy.map(stop => stop.text).join('; ') || 'Nothing'} />
            )}
          </tbody>
        </table>
      )}
    </FourStates>
  )
}

function reasonsOf(one: Candidate, factor: Reason['factor']) {
  const reasons = one.reasons.filter(reason => reason.factor === factor)
  return reasons.length > 0 ? reasons.map(reason => <p key={reason.text}>{reason.text}</p>) : <NotKnown />
}

const NotKnown = () => <span className={classes.unknown}>Nothing known</span>

interface LineProps {
  readonly head: string
  readonly people: readonly Candidate[]
  readonly of: (one: Candidate) => React.ReactNode
}

function Line({ head, people, of }: LineProps) {
  return (
    <tr>
      <th scope="row">{head}</th>
      {people.map(one => <td key={one.talent.id}>{of(one)}</td>)}
    </tr>
  )
}
