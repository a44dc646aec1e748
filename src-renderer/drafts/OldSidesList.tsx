import type { DraftReport } from '../../src-preload/contract/drafts.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import { Chip } from '../look/Chip.tsx'
import { draftWords } from '../look/words.ts'
import classes from './OldSidesList.module.css'
import { listed } from './impactWords.ts'

/** The sides that were cut from the old draft: which of them no longer hold, and by which scenes; nothing where there are none. */
export function OldSidesList({ productionId, report: { from, sides } }: { readonly productionId: ProductionId; readonly report: DraftReport }) {
  if (sides.length === 0) return null
  return (
    <section className={classes.group} aria-label="Sides">
      <h2 className={classes.title}>Sides cut from {draftWords(from.draft)} <span className={classes.count}>{sides.length}</span></h2>
      <ul className={classes.list}>
        {sides.map(({ id, roleId, roleName, title, changed }) => (
          <li key={id} className={classes.sides}>
            <a href={`#/production/${productionId}/roles/${roleId}/sides/${id}`}>{[roleName, title].filter(Boolean).join(', ')}</a>
            <span className={classes.why}>{changed.length === 0 ? 'None of their scenes changed.' : `${changed.length === 1 ? 'Scene' : 'Scenes'} ${listed(changed)} changed.`}</span>
            {changed.length > 0 && <Chip tone="eye">Stale</Chip>}
          </li>
        ))}
      </ul>
    </section>
  )
}
