import { Button } from '@mantine/core'
import { IconMasksTheater, IconPlayerStop } from '@tabler/icons-react'
import type { RoleSummary } from '../../src-preload/contract/roles.ts'
import { ProgressLine } from '../jobs/ProgressLine.tsx'
import { SaveMark } from '../look/SaveMark.tsx'
import { countWords } from '../look/words.ts'
import type { EnsembleRun } from './ensembleRuns.tsx'
import { FigureWishes } from './FigureWishes.tsx'
import { PeopleWishes } from './PeopleWishes.tsx'
import { RoleChoice } from './RoleChoice.tsx'
import type { WishDesk } from './wishDesk.ts'
import classes from './WishesPane.module.css'

interface WishesPaneProps {
  readonly desk: WishDesk
  readonly roles: readonly RoleSummary[]
  readonly run: EnsembleRun
  readonly onCast: () => void
  readonly onCancel: () => void
}

/** What is wished of the cast: its roles, its figures, its people; and the button that casts it. */
export function WishesPane({ desk, roles, run, onCast, onCancel }: WishesPaneProps) {
  const count = desk.wishes.roleIds.length
  return (
    <section className={classes.pane} aria-label="Wishes">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by the keys */}
      <div className={classes.scroll} tabIndex={0} role="group" aria-label="What is wished of the cast">
        <div className={classes.head}>
          <h2 className={classes.title}>Roles</h2>
          <span className={classes.hint}>{count} of {countWords(roles.length, 'role')}</span>
          <span className={classes.space} />
          <SaveMark state={desk.state} />
        </div>
        <RoleChoice desk={desk} roles={roles} />
        <h2 className={classes.title}>Wishes</h2>
        <FigureWishes desk={desk} />
        <PeopleWishes desk={desk} roles={roles} />
      </div>
      <div className={classes.foot}>
        {run.progress
          ? (
            <>
              <div className={classes.progress}><ProgressLine {...run.progress} label="Casting" /></div>
              <Button variant="default" leftSection={<IconPlayerStop size={14} aria-hidden />} onClick={onCancel}>Cancel</Button>
            </>
          )
          : <Button fullWidth leftSection={<IconMasksTheater size={14} aria-hidden />} disabled={count === 0} onClick={onCast}>{run.answered ? 'Cast again' : 'Cast it'}</Button>}
      </div>
    </section>
  )
}
