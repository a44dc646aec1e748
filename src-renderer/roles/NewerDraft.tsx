import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import type { Breakdown, BreakdownDraft } from '../../src-preload/contract/breakdowns.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import { PageChips } from './PageChips.tsx'
import classes from './NewerDraft.module.css'
import type { RoleDesk } from './roleDesk.ts'

interface NewerDraftProps {
  readonly breakdown: Breakdown
  readonly draft: BreakdownDraft
  readonly desk: RoleDesk
  readonly productionId: ProductionId
  readonly onTake: () => void
  readonly onKeep: () => void
}

/** Says that a draft came after her text, which stands as it was; both can be laid side by side, and either taken. */
export function NewerDraft({ breakdown, draft, desk, productionId, onTake, onKeep }: NewerDraftProps) {
  const [comparing, setComparing] = useState(false)
  const ending = (act: () => void) => () => {
    setComparing(false)
    act()
  }
  return (
    <div className={classes.notice} role="status">
      <span>A newer draft is there. Your text stands as you wrote it.</span>
      <span className={classes.actions}>
        <Button variant="default" size="compact-sm" onClick={() => setComparing(true)}>Compare</Button>
        <Button variant="subtle" color="gray" size="compact-sm" onClick={onKeep}>Keep mine</Button>
      </span>
      <Modal opened={comparing} onClose={() => setComparing(false)} size="xl" title={`Two breakdowns of ${desk.role.name}`}>
        <div className={classes.columns}>
          <section aria-label="Yours">
            <h3 className={classes.title}>Yours</h3>
            <p className={classes.text} dir="auto">{breakdown.paragraph}</p>
          </section>
          <section aria-label="The newer draft">
            <h3 className={classes.title}>{draft.madeBy.by === 'claude' ? `By Claude (${draft.madeBy.model})` : 'From the script'}</h3>
            <p className={classes.text} dir="auto">
              {draft.claims.map((claim, index) => <span key={index}>{claim.text}<PageChips citations={claim.citations} productionId={productionId} roleId={desk.role.id} /> </span>)}
            </p>
          </section>
        </div>
        <div className={classes.actions}>
          <Button onClick={ending(onKeep)}>Keep mine</Button>
          <Button variant="default" onClick={ending(onTake)}>Take the newer draft</Button>
        </div>
      </Modal>
    </div>
  )
}
