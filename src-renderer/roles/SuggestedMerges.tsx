import { Button } from '@mantine/core'
import { useRef, useState } from 'react'
import type { RoleId, RoleSummary, SuggestedMerge } from '../../src-preload/contract/roles.ts'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { useChanged } from '../look/changes.tsx'
import { MadeMark } from '../look/MadeMark.tsx'
import { offerUndo, say, sayFailure } from '../look/UndoToast.tsx'
import classes from './SuggestedMerges.module.css'

/** How many suggestions show at first, so that the table stays in sight. */
const shownFirst = 3

/** A suggestion with the names as they stand on the list now. */
interface NamedMerge extends SuggestedMerge {
  readonly intoName: string
  readonly fromName: string
}

/** Names that may be one person, each pair with why: merge them, or say that they are two. Nothing shows where there are none. */
export function SuggestedMerges({ merges, list }: { readonly merges: readonly SuggestedMerge[]; readonly list: readonly RoleSummary[] }) {
  const [all, setAll] = useState(false)
  const strip = useRef<HTMLElement>(null)
  const names = new Map<RoleId, string>(list.map(({ id, name }) => [id, name]))
  const named = merges.flatMap((merge): readonly NamedMerge[] => {
    const [intoName, fromName] = [names.get(merge.into), names.get(merge.from)]
    return intoName === undefined || fromName === undefined ? [] : [{ ...merge, intoName, fromName }]
  })
  // The button that was pressed is gone with its line: on to the next one.
  const moveOn = () => requestAnimationFrame(() => {
    if (document.activeElement === document.body) strip.current?.querySelector<HTMLElement>('li button')?.focus()
  })
  if (named.length === 0) return null
  const shown = all ? named : named.slice(0, shownFirst)
  return (
    <section ref={strip} className={classes.strip} aria-label="Suggested merges">
      <div className={classes.head}>
        <h2 className={classes.title}>{titleOf(named)}</h2>
        <MadeMark>
          <p>CastMatch compared the names of the roles, their spelling and the scenes they speak in, by rules on this laptop.</p>
          <p>Nothing is merged before you say so, and what was merged can be taken out again as it was.</p>
        </MadeMark>
      </div>
      <ul className={classes.list}>
        {shown.map(merge => <OneMerge key={`${merge.into} ${merge.from}`} merge={merge} onDecided={moveOn} />)}
      </ul>
      {named.length > shown.length && <Button className={classes.more} variant="subtle" size="compact-xs" onClick={() => setAll(true)}>Show {named.length - shown.length} more</Button>}
    </section>
  )
}

/** Of one pair two names that are one, of several how many names there are. */
function titleOf(merges: readonly SuggestedMerge[]): string {
  const names = new Set(merges.flatMap(({ into, from }) => [into, from])).size
  return merges.length === 1 ? '2 names may be one person' : `${names} names may be fewer people`
}

function OneMerge({ merge, onDecided }: { readonly merge: NamedMerge; readonly onDecided: () => void }) {
  const office = useOffice()
  const changed = useChanged()
  const [busy, setBusy] = useState(false)
  const { into, from, intoName, fromName, reason } = merge
  const decide = async (act: () => Promise<unknown>, tell: () => void) => {
    setBusy(true)
    try {
      await act()
      changed('roles', 'productions')
      tell()
      onDecided()
    } catch (error) {
      setBusy(false)
      sayFailure(error)
    }
  }
  const mergeThem = () => decide(() => office.roles.merge({ into, from: [from] }), () =>
    offerUndo(`${fromName} merged into ${intoName}.`, async () => {
      await office.roles.unmerge({ id: from })
      changed('roles', 'productions')
    }))
  const keepApart = () => decide(() => office.roles.dismissMerge({ into, from }), () => say(`${intoName} and ${fromName} stay two roles.`))
  return (
    <li className={classes.line}>
      <span className={classes.what}><strong>{intoName}</strong> and <strong>{fromName}</strong> <span className={classes.reason}>– {reason}</span></span>
      <span className={classes.actions}>
        <Button variant="default" size="compact-xs" disabled={busy} onClick={() => void mergeThem()} aria-label={`Merge ${fromName} into ${intoName}`}>Merge</Button>
        <Button variant="subtle" size="compact-xs" disabled={busy} onClick={() => void keepApart()} aria-label={`Not the same: ${intoName} and ${fromName}`}>Not the same</Button>
      </span>
    </li>
  )
}
