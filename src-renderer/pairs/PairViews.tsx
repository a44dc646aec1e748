import { SegmentedControl } from '@mantine/core'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import { goTo } from '../look/hashPlace.ts'
import { pairsPlace, runningOrderPlace, trackRecordPlace } from './pairPlaces.ts'

const places = { pairs: pairsPlace, order: runningOrderPlace, record: trackRecordPlace } as const

/** The ways to look at the pairs of a production: which matter, the running order of reads, the track record. */
export function PairViews({ productionId, view }: { readonly productionId: ProductionId; readonly view: keyof typeof places }) {
  return (
    <SegmentedControl
      aria-label="The pairs as" value={view} onChange={next => goTo(places[next](productionId))}
      data={[{ value: 'pairs', label: 'Pairs' }, { value: 'order', label: 'Running order' }, { value: 'record', label: 'Track record' }]}
    />
  )
}
