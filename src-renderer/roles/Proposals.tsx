import { Button } from '@mantine/core'
import { useRef, useState } from 'react'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { RoleProposal, StoredProposal } from '../../src-preload/contract/roles.ts'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { MadeMark } from '../look/MadeMark.tsx'
import { offerUndo, sayFailure } from '../look/UndoToast.tsx'
import { proposalLabels, proposalWords } from '../look/words.ts'
import { CitationLink } from './CitationLink.tsx'
import { ProposalEditor } from './ProposalEditor.tsx'
import classes from './Proposals.module.css'
import type { RoleDesk } from './roleDesk.ts'

interface ProposalsProps {
  readonly desk: RoleDesk
  readonly productionId: ProductionId
}

/** What the script's own lines say of the role, to be accepted, edited or dismissed; what was decided stays below, folded. */
export function Proposals({ desk, productionId }: ProposalsProps) {
  const office = useOffice()
  const { role, took } = desk
  const open = role.proposals.filter(({ state }) => state === 'proposed')
  const decided = role.proposals.filter(({ state }) => state !== 'proposed')

  const section = useRef<HTMLElement>(null)
  // The button that was pressed is gone with its proposal: on to the next one.
  const moveOn = () => requestAnimationFrame(() => {
    if (document.activeElement === document.body) section.current?.querySelector<HTMLElement>('button[data-accept], h2')?.focus()
  })

  const decide = async (proposal: StoredProposal, state: StoredProposal['state'], edited?: RoleProposal) => {
    try {
      took(await office.roles.decideProposal({ roleId: role.id, proposalId: proposal.id, state, ...(edited ? { edited } : {}) }))
      moveOn()
      if (state === 'proposed') return
      const said = proposalWords(edited ?? proposal.proposal)
      offerUndo(state === 'accepted' ? `${role.name}: ${said}` : `Dismissed: ${said}`, async () =>
        took(await office.roles.decideProposal({ roleId: role.id, proposalId: proposal.id, state: 'proposed' })))
    } catch (error) {
      sayFailure(error)
    }
  }
  if (role.proposals.length === 0) return null
  return (
    <section ref={section} className={classes.section} aria-label="What the script says">
      <div className={classes.head}>
        <h2 className={classes.title} tabIndex={-1}>What the script says</h2>
        <MadeMark label="Read by CastMatch">
          <p>CastMatch read these out of the lines quoted below, by rules on this laptop. Nothing is taken from anywhere else.</p>
          <p>A proposal counts only once you accept it.</p>
        </MadeMark>
      </div>
      {open.length === 0 && <p className={classes.none}>Everything it says is decided.</p>}
      <ul className={classes.list}>
        {open.map(proposal => (
          <OpenProposal key={proposal.id} stored={proposal} productionId={productionId} desk={desk} onDecide={(state, edited) => void decide(proposal, state, edited)} />
        ))}
      </ul>
      {decided.length > 0 && (
        <details className={classes.decided}>
          <summary>{decided.length} decided</summary>
          <ul className={classes.list}>
            {decided.map(stored => (
              <li key={stored.id} className={classes.done}>
                <span><span className={classes.state}>{stored.state === 'accepted' ? 'Accepted' : 'Dismissed'}</span> {proposalWords(stored.proposal)}</span>
                <Button variant="subtle" size="compact-xs" onClick={() => void decide(stored, 'proposed')} aria-label={`Decide again: ${proposalWords(stored.proposal)}`}>Decide again</Button>
                <CitationLink citation={stored.citation} productionId={productionId} roleId={role.id} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

interface OpenProposalProps extends ProposalsProps {
  readonly stored: StoredProposal
  readonly onDecide: (state: 'accepted' | 'dismissed', edited?: RoleProposal) => void
}

function OpenProposal({ stored, productionId, desk, onDecide }: OpenProposalProps) {
  const [editing, setEditing] = useState(false)
  const said = proposalWords(stored.proposal)
  return (
    <li className={classes.proposal}>
      <div className={classes.what}>
        <span className={classes.label}>{proposalLabels[stored.proposal.field]}</span>
        <span className={classes.said}>{said}</span>
      </div>
      <CitationLink citation={stored.citation} productionId={productionId} roleId={desk.role.id} />
      {editing
        ? <ProposalEditor proposal={stored.proposal} onAccept={edited => onDecide('accepted', edited)} onCancel={() => setEditing(false)} />
        : (
          <div className={classes.actions}>
            <Button data-accept variant="light" size="compact-sm" onClick={() => onDecide('accepted')} aria-label={`Accept: ${said}`}>Accept</Button>
            <Button variant="default" size="compact-sm" onClick={() => setEditing(true)} aria-label={`Edit: ${said}`}>Edit</Button>
            <Button variant="subtle" color="gray" size="compact-sm" onClick={() => onDecide('dismissed')} aria-label={`Dismiss: ${said}`}>Dismiss</Button>
          </div>
        )}
    </li>
  )
}
