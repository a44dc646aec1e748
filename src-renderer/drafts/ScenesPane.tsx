import { Button } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import type { DraftReport, RoleImpact, ScenePair, SceneRef } from '../../src-preload/contract/drafts.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import { Chip } from '../look/Chip.tsx'
import { DraftChip } from '../look/DraftChip.tsx'
import { useKeys } from '../look/useKeys.ts'
import { countWords } from '../look/words.ts'
import { changeWords, fateWords, roleTitle } from './impactWords.ts'
import classes from './ScenesPane.module.css'
import { SideBySideView } from './SideBySideView.tsx'

interface ScenesPaneProps {
  readonly productionId: ProductionId
  readonly report: DraftReport
  /** Only the scenes in which this role's speeches changed; null for all. */
  readonly chosen: RoleImpact | null
  readonly onAll: () => void
}

/** Only another number, or nothing at all: not worth a line before she asks. */
const isQuiet = ({ kind, also, changes }: ScenePair): boolean => [kind, ...also].every(fate => fate === 'same' || fate === 'renumbered') && !changes.namesOnly

/** The scenes of both drafts beside each other with what changed; a click opens the text of both. */
export function ScenesPane({ productionId, report, chosen, onAll }: ScenesPaneProps) {
  const pane = useRef<HTMLElement>(null)
  const [all, setAll] = useState(false)
  const [open, setOpen] = useState<number | null>(null)
  const rows = report.scenes.map((pair, row) => ({ pair, row }))
  const wanted = chosen === null ? rows : rows.filter(({ row }) => chosen.scenes.includes(row))
  const quiet = wanted.filter(({ pair }) => isQuiet(pair)).length
  const shown = all ? wanted : wanted.filter(({ pair }) => !isQuiet(pair))
  const step = (by: number) => {
    const buttons = [...(pane.current?.querySelectorAll<HTMLButtonElement>('button[data-scene]') ?? [])]
    const at = buttons.findIndex(button => button === document.activeElement)
    buttons[Math.max(0, Math.min(buttons.length - 1, at + by))]?.focus()
  }
  useKeys({ j: () => step(1), k: () => step(-1) })
  return (
    <section ref={pane} className={classes.pane} aria-label="Scenes">
      <div className={classes.head}>
        <h2 className={classes.title}>Scenes</h2>
        {chosen && <Chip tone="accent" onRemove={onAll} removeLabel="Show all scenes">Changed for {roleTitle(chosen)}</Chip>}
        <span className={classes.space} />
        {quiet > 0 && <Button variant="subtle" size="compact-xs" aria-pressed={all} onClick={() => setAll(last => !last)}>{all ? 'Only what changed' : `Show ${countWords(quiet, 'unchanged scene')}`}</Button>}
      </div>
      <div className={classes.columns} aria-hidden><span /><DraftChip draft={report.from.draft} /><DraftChip draft={report.to.draft} /><span>What changed</span></div>
      {shown.length === 0 && <p className={classes.nothing}>{chosen ? 'No speech of this role changed in any scene.' : 'Every scene reads as it did.'}</p>}
      <ul className={classes.list}>
        {shown.map(({ pair, row }) => (
          <li key={row}>
            <SceneRow pair={pair} isOpen={open === row} onPress={() => setOpen(last => (last === row ? null : row))} />
            {open === row && <SideBySideView productionId={productionId} report={report} pair={pair} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

function SceneRow({ pair, isOpen, onPress }: { readonly pair: ScenePair; readonly isOpen: boolean; readonly onPress: () => void }) {
  const words = changeWords(pair.changes)
  return (
    <button type="button" data-scene className={classes.row} aria-expanded={isOpen} onClick={onPress}>
      <IconChevronRight size={14} className={classes.arrow} aria-hidden />
      <Headings scenes={pair.old} none="–" />
      <Headings scenes={pair.new} none="–" />
      <span className={classes.fates}>
        {[pair.kind, ...pair.also].map(fate => <span key={fate} className={classes.fate} data-fate={fate}>{fateWords[fate]}</span>)}
        {words && pair.kind !== 'new' && pair.kind !== 'omitted' && <span className={classes.words}>{words}</span>}
      </span>
    </button>
  )
}

function Headings({ scenes, none }: { readonly scenes: readonly SceneRef[]; readonly none: string }) {
  return (
    <span className={classes.headings}>
      {scenes.length === 0 && <span className={classes.none}>{none}</span>}
      {scenes.map(scene => (
        <span key={scene.element} className={classes.heading}>
          <span className={classes.number}>{scene.number ?? (scene.index === null ? '' : scene.index + 1)}</span>
          <span>{scene.heading}</span>
        </span>
      ))}
    </span>
  )
}
