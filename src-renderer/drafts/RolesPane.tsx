import { Button } from '@mantine/core'
import { useRef, useState } from 'react'
import type { DraftReport, RoleImpact } from '../../src-preload/contract/drafts.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { RoleId } from '../../src-preload/contract/roles.ts'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { useChanged } from '../look/changes.tsx'
import { MadeMark } from '../look/MadeMark.tsx'
import { offerUndo, say, sayFailure } from '../look/UndoToast.tsx'
import { countWords } from '../look/words.ts'
import { groupOf, listed, roleGroups } from './impactWords.ts'
import { OldSidesList } from './OldSidesList.tsx'
import { RoleCard } from './RoleCard.tsx'
import classes from './RolesPane.module.css'

interface RolesPaneProps {
  readonly productionId: ProductionId
  readonly report: DraftReport
  /** The role whose scenes are shown, null for all. */
  readonly chosen: RoleImpact | null
  readonly onScenes: (role: RoleId | null) => void
}

/** The roles by what became of them; what she has to decide stands first, what did not change is folded. */
export function RolesPane({ productionId, report, chosen, onScenes }: RolesPaneProps) {
  const pane = useRef<HTMLElement>(null)
  const decide = useDecisions(report, pane)
  const [all, setAll] = useState(false)
  const { grownFrom } = report.totals
  return (
    <section ref={pane} className={classes.pane} aria-label="Roles">
      {roleGroups.map(group => {
        const roles = report.roles.filter(role => groupOf(role) === group)
        if (roles.length === 0) return null
        const isFolded = group === 'Unchanged' && !all
        return (
          <section key={group} className={classes.group} aria-label={group}>
            <div className={classes.head}>
              <h2 className={classes.title}>{group} <span className={classes.count}>{roles.length}</span></h2>
              {group === 'Is this the same person?' && (
                <MadeMark>
                  <p>CastMatch looked whose mouth the speeches are in now, in which scenes, and how the names sound, by rules on this laptop.</p>
                  <p>Nothing is merged before you say so. The role you worked on stays, with its breakdown and lists, and takes the new name.</p>
                </MadeMark>
              )}
              {(group === 'Grown' || group === 'Shrunk') && <span className={classes.rule}>by {Math.round(grownFrom.share * 100)} % of its words, {grownFrom.words} words at least</span>}
              {group === 'Unchanged' && <Button variant="subtle" size="compact-xs" aria-expanded={all} onClick={() => setAll(open => !open)}>{all ? 'Fold' : `Show ${countWords(roles.length, 'role')}`}</Button>}
            </div>
            {!isFolded && (
              <ul className={classes.list}>
                {roles.map(role => (
                  <RoleCard key={[...role.old, ...role.new].map(({ id }) => id).join(' ')} productionId={productionId} role={role} isChosen={role === chosen} onScenes={onScenes} onSame={decide.same} onApart={decide.apart} />
                ))}
              </ul>
            )}
          </section>
        )
      })}
      <OldSidesList productionId={productionId} report={report} />
    </section>
  )
}

/** Says of two drafts' roles that they are one person, or two. */
function useDecisions({ from, to }: DraftReport, pane: React.RefObject<HTMLElement | null>) {
  const office = useOffice()
  const changed = useChanged()
  const two = { from: from.id, to: to.id }
  const namesOf = ({ old, new: now }: RoleImpact) => [listed(old.filter(({ id }) => !now.some(other => other.id === id)).map(({ name }) => name)), now[0]?.name ?? ''] as const
  // The button that was pressed is gone with its card: on to the next one.
  const moveOn = () => requestAnimationFrame(() => {
    if (document.activeElement === document.body) pane.current?.querySelector<HTMLElement>('li button')?.focus()
  })
  const run = async (act: () => Promise<void>) => {
    try {
      await act()
      moveOn()
    } catch (error) {
      sayFailure(error)
    }
  }
  return {
    same: (impact: RoleImpact, into: RoleId) => run(async () => {
      const old = impact.old.map(({ id }) => id)
      const { role, merged, nameBefore } = await office.drafts.acceptRename({ ...two, old, new: into })
      changed('roles', 'productions')
      offerUndo(`${listed(impact.old.map(({ name }) => name))} and ${impact.new.find(({ id }) => id === into)?.name ?? ''} are one role, ${role.name}.`, async () => {
        await office.drafts.undoRename({ role: role.id, merged, name: nameBefore })
        changed('roles', 'productions')
      })
    }),
    apart: (impact: RoleImpact) => run(async () => {
      const [before, after] = namesOf(impact)
      for (const { id } of impact.new) await office.drafts.dismissRename({ ...two, old: impact.old.map(role => role.id), new: id })
      changed('roles')
      say(`${before} and ${after} stay two roles.`)
    }),
  }
}
