import { SegmentedControl } from '@mantine/core'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { ScriptId } from '../../src-preload/contract/scripts.ts'
import { goTo } from '../look/hashPlace.ts'

interface ScriptViewsProps {
  readonly productionId: ProductionId
  readonly scriptId: ScriptId
  readonly view: 'pages' | 'grid' | 'cast' | 'days'
}

/** The ways to look at a script: its pages, who is in which scene, the cast list, who works on which day. */
export function ScriptViews({ productionId, scriptId, view }: ScriptViewsProps) {
  const place = `/production/${productionId}/script/${scriptId}`
  return (
    <SegmentedControl
      aria-label="The script as"
      value={view}
      onChange={next => goTo(next === 'pages' ? place : `${place}/${next}`)}
      data={[{ value: 'pages', label: 'Pages' }, { value: 'grid', label: 'Grid' }, { value: 'cast', label: 'Cast list' }, { value: 'days', label: 'Days' }]}
    />
  )
}
