import { IconMasksTheater } from '@tabler/icons-react'
import { useState } from 'react'
import type { SceneGrid } from '../../src-preload/contract/grid.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { RoleId } from '../../src-preload/contract/roles.ts'
import type { ScriptId } from '../../src-preload/contract/scripts.ts'
import { useFreshAnswer } from '../look/changes.tsx'
import { EmptyState } from '../look/EmptyState.tsx'
import { FourStates } from '../look/FourStates.tsx'
import { PageHeader } from '../look/PageHeader.tsx'
import { countWords } from '../look/words.ts'
import { DownloadMenu } from '../reports/DownloadMenu.tsx'
import classes from './GridScreen.module.css'
import { GridLegend, GridTable } from './GridTable.tsx'
import { PairsPane } from './PairsPane.tsx'
import { ScriptViews } from './ScriptViews.tsx'

/** The grid of a script: who is in which scene, how much they say there, and who meets whom. */
export function GridScreen({ productionId, scriptId }: { readonly productionId: ProductionId; readonly scriptId: ScriptId }) {
  const [chosen, setChosen] = useState<RoleId | null>(null)
  const script = useFreshAnswer(['scripts'], (office, signal) => office.scripts.get({ id: scriptId }, { signal }), [scriptId])
  const answer = useFreshAnswer(['roles', 'scripts'], (office, signal) => office.grid.read({ scriptId }, { signal }), [scriptId])
  const place = `/production/${productionId}/script/${scriptId}`
  return (
    <>
      <PageHeader title={script.data?.title ?? 'Script'} sub={answer.data && headline(answer.data)}>
        <ScriptViews productionId={productionId} scriptId={scriptId} view="grid" />
        {answer.data && answer.data.roles.length > 0 && <DownloadMenu scriptId={scriptId} reports={[['grid', 'Scenes and roles'], ['pairs', 'Who meets whom'], ['roles', 'Speeches, words, pages']]} />}
      </PageHeader>
      <FourStates
        answer={answer}
        what="the grid"
        isEmpty={({ roles, scenes }) => roles.length === 0 || scenes.length === 0}
        empty={<EmptyState icon={<IconMasksTheater size={24} />} sentence="A grid needs scenes and roles." hint="This script has no scene headings, or nobody speaks in it." />}
      >
        {grid => (
          <div className={classes.panes}>
            <div className={classes.left}>
              <GridTable grid={grid} place={place} chosen={chosen} onChoose={setChosen} />
              <GridLegend />
            </div>
            <PairsPane productionId={productionId} grid={grid} place={place} chosen={chosen} onChoose={setChosen} />
          </div>
        )}
      </FourStates>
    </>
  )
}

const headline = ({ scenes, roles, pairs }: SceneGrid) => `${countWords(scenes.length, 'scene')}, ${countWords(roles.length, 'role')}, ${countWords(pairs.length, 'pair')} who meet`
