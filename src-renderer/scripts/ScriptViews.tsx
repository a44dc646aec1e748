import { SegmentedControl } from '@mantine/core'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { ScriptId } from '../../src-preload/contract/scripts.ts'
import { goTo } from '../look/hashPlace.ts'

interface ScriptViewsProps {
  readonly productionId: ProductionId
  readonly scriptId: ScriptId
  readonly view: 'pages' | 'grid'
}

/** The two ways to look at a script: its pages, or who is in which scene. */
export function ScriptViews({ productionId, scriptId, view }: ScriptViewsProps) {
  const place = `/production/${productionId}/script/${scriptId}`
  return (
    <SegmentedControl
      aria-label="The script as"
      value={view}
      onChange={next => goTo(next === 'grid' ? `${place}/grid` : place)}
      data={[{ value: 'pages', label: 'Pages' }, { value: 'grid', label: 'Grid' }]}
    />
  )
}
