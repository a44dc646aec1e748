import { Checkbox } from '@mantine/core'
import { IconBan } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Candidate } from '../../src-preload/contract/matching.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { RoleId } from '../../src-preload/contract/roles.ts'
import type { TalentId, TalentSummary } from '../../src-preload/contract/talent.ts'
import { Avatar } from '../look/Avatar.tsx'
import { FitBar } from '../look/FitBar.tsx'
import { genderWords, rangeWords } from '../look/words.ts'
import classes from './CandidateRow.module.css'
import { EvidenceLine } from './EvidenceLine.tsx'
import { FactorBars } from './FactorBars.tsx'

interface CandidateRowProps {
  readonly candidate: Candidate
  /** From 1; null for somebody a gate stopped. */
  readonly rank: number | null
  readonly picked: boolean
  /** What puts the person on a list, or shows the one they stand on. */
  readonly lists: ReactNode
  readonly onPick: (id: TalentId) => void
  readonly onOpen: (id: TalentId) => void
  readonly productionId: ProductionId
  readonly roleId: RoleId
}

/** A person beside a role: rank, name, fit with its interval, three reasons, and what is missing or unknown. */
export function CandidateRow({ candidate, rank, picked, lists, onPick, onOpen, productionId, roleId }: CandidateRowProps) {
  const { talent, reasons, gaps, stoppedBy } = candidate
  return (
    <li className={classes.row} data-picked={picked}>
      <span className={classes.rank}>{rank ?? <IconBan size={14} aria-label="Stopped" />}</span>
      <Avatar name={talent.name} picture={talent.picture} />
      <div className={classes.who}>
        <button type="button" className={classes.name} onClick={() => onOpen(talent.id)}>{talent.name}</button>
        <span className={classes.facts}>{factsOf(talent)}</span>
      </div>
      {lists}
      <FitBar fit={candidate.fit} interval={candidate.interval} />
      <Checkbox aria-label={`Compare ${talent.name}`} checked={picked} onChange={() => onPick(talent.id)} />
      <div className={classes.why}>
        <FactorBars bars={candidate.factors} />
        {stoppedBy.length > 0 && <p className={classes.stop}>Stopped: {stoppedBy.map(stop => `${stop.text}${stop.origin?.source ? ` (from ${stop.origin.source})` : ''}`).join('; ')}</p>}
        {reasons.length > 0 && <ul className={classes.reasons}>{reasons.slice(0, 3).map(reason => <li key={reason.text}><EvidenceLine said={reason} productionId={productionId} roleId={roleId} onProfile={() => onOpen(talent.id)} /></li>)}</ul>}
        {candidate.order.length > 0 && <details className={classes.order}><summary>What would change the order</summary><ul>{candidate.order.map(({ text }) => <li key={text}>{text}</li>)}</ul></details>}
        {gaps.length > 0 && <p className={classes.gaps}><span>Unknown or missing:</span> {gaps.map(({ text }) => text).join('; ')}</p>}
      </div>
    </li>
  )
}

/** What is known of a person in one line; the unknown is left out. */
export const factsOf = (talent: TalentSummary): string =>
  [talent.playingRange ? `plays ${rangeWords(talent.playingRange)}` : '', talent.gender ? genderWords[talent.gender].toLowerCase() : '', talent.city].filter(Boolean).join(' · ')
