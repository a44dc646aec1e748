import { Button, Popover, Slider, Switch } from '@mantine/core'
import { IconAdjustmentsHorizontal } from '@tabler/icons-react'
import { FactorName, type FitWeights, type MatchSettings } from '../../src-preload/contract/matching.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import { factorWords } from '../../src-preload/contract/said.ts'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { useChanged, useFreshAnswer } from '../look/changes.tsx'
import { FourStates } from '../look/FourStates.tsx'
import { SavedField } from '../look/SavedField.tsx'
import { sayFailure } from '../look/UndoToast.tsx'
import { useAutosave } from '../look/useAutosave.ts'
import { countWords } from '../look/words.ts'
import classes from './WeightsPanel.module.css'

/** What counts how much in this production, and whether it learns from what the user decides. */
export function WeightsPanel({ productionId }: { readonly productionId: ProductionId }) {
  return (
    <Popover width={360} position="bottom-end" trapFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<IconAdjustmentsHorizontal size={14} aria-hidden />}>What counts</Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="What counts how much">
        <Panel productionId={productionId} />
      </Popover.Dropdown>
    </Popover>
  )
}

function Panel({ productionId }: { readonly productionId: ProductionId }) {
  const settings = useFreshAnswer(['productions', 'casting'], (office, signal) => office.matching.settings({ productionId }, { signal }), [productionId])
  return <FourStates answer={settings} what="what counts">{read => <Sliders productionId={productionId} settings={read} />}</FourStates>
}

function Sliders({ productionId, settings }: { readonly productionId: ProductionId; readonly settings: MatchSettings }) {
  const office = useOffice()
  const changed = useChanged()
  const change = async (what: { readonly weights?: FitWeights | null; readonly learning?: boolean; readonly across?: boolean }) => {
    await office.matching.change({ productionId, ...what })
    changed('productions')
  }
  const weights = useAutosave(settings.weights, kept => change({ weights: kept }))
  const { learning } = settings
  return (
    <div className={classes.panel}>
      <SavedField state={weights.state}>
        {FactorName.options.map(factor => (
          <div key={factor} className={classes.factor}>
            <span id={`weight-${factor}`} className={classes.name}>{factorWords[factor]}</span>
            <Slider
              size="sm" min={0} max={100} label={null} disabled={learning.on} thumbProps={{ 'aria-labelledby': `weight-${factor}` }}
              value={weights.value[factor]} onChange={value => weights.edit({ ...weights.value, [factor]: value })} onChangeEnd={weights.flush}
            />
            <span className={classes.number}>{weights.value[factor]}</span>
            {learning.weights && <span className={classes.learnt}>learnt {learning.weights[factor]}</span>}
          </div>
        ))}
      </SavedField>
      <Button variant="subtle" size="compact-sm" disabled={!settings.moved} onClick={() => void change({ weights: null }).catch(sayFailure)}>Back to the usual weights</Button>
      <Switch
        label="Learn from what I decide"
        description="Off until you say so. Only who you selected, called back or passed over counts, on this laptop; never look, caste, religion or skin."
        checked={learning.on} onChange={event => void change({ learning: event.currentTarget.checked }).catch(sayFailure)}
      />
      <p className={classes.evidence}>
        {countWords(learning.decisions, 'decision')}, {countWords(learning.preferences, 'preference')} to learn from.
        {learning.agreement !== null && learning.before !== null && ` What was learnt agrees with ${Math.round(100 * learning.agreement)} in 100 of them, the weights above with ${Math.round(100 * learning.before)}.`}
      </p>
      {learning.on && (
        <>
          <Switch label="Count my other productions too" checked={learning.across} onChange={event => void change({ across: event.currentTarget.checked }).catch(sayFailure)} />
          <Button
            variant="default" size="compact-sm"
            onClick={() => void office.matching.forget({ productionId }).then(() => changed('productions')).catch(sayFailure)}
          >
            Forget what was learnt
          </Button>
        </>
      )}
    </div>
  )
}
