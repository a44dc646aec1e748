import { IconCalendarStats } from '@tabler/icons-react'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { DayOutOfDays } from '../../src-preload/contract/reports.ts'
import type { ScriptId } from '../../src-preload/contract/scripts.ts'
import { useFreshAnswer } from '../look/changes.tsx'
import { EmptyState } from '../look/EmptyState.tsx'
import { FourStates } from '../look/FourStates.tsx'
import { PageHeader } from '../look/PageHeader.tsx'
import { countWords } from '../look/words.ts'
import { ScriptViews } from '../scripts/ScriptViews.tsx'
import classes from './DaysScreen.module.css'
import { DaysLegend, DaysTable } from './DaysTable.tsx'
import { DownloadMenu } from './DownloadMenu.tsx'
import { OrderButton } from './OrderButton.tsx'
import { OrderPane } from './OrderPane.tsx'

/** The day-out-of-days of a script beside the shooting order that it comes from. */
export function DaysScreen({ productionId, scriptId }: { readonly productionId: ProductionId; readonly scriptId: ScriptId }) {
  const script = useFreshAnswer(['scripts'], (office, signal) => office.scripts.get({ id: scriptId }, { signal }), [scriptId])
  const answer = useFreshAnswer(['roles', 'scripts', 'orders'], (office, signal) => office.reports.days({ scriptId }, { signal }), [scriptId])
  const place = `/production/${productionId}/script/${scriptId}`
  return (
    <>
      <PageHeader title={script.data?.title ?? 'Script'} sub={answer.data && headline(answer.data)}>
        <ScriptViews productionId={productionId} scriptId={scriptId} view="days" />
        <OrderButton scriptId={scriptId}>Import an order</OrderButton>
        {answer.data && answer.data.rows.length > 0 && <DownloadMenu scriptId={scriptId} reports={[['days', 'Day-out-of-days']]} />}
      </PageHeader>
      <FourStates
        answer={answer} what="the days" isEmpty={({ scenes }) => scenes.length === 0}
        empty={<EmptyState icon={<IconCalendarStats size={24} />} sentence="Days need scenes." hint="This script has no scene headings." />}
      >
        {report => (
          <div className={classes.panes}>
            <div className={classes.left}>
              {report.rows.length > 0
                ? <><DaysTable report={report} place={place} productionId={productionId} /><DaysLegend dropAfter={report.order.dropAfter} /></>
                : (
                  <EmptyState
                    icon={<IconCalendarStats size={24} />} sentence="Type the shooting order, and who works on which day stands here."
                    hint="Or drop the CSV of a stripboard on this window: a column with the day or the date, one with the scenes."
                  >
                    <OrderButton scriptId={scriptId} variant="filled">Choose a CSV</OrderButton>
                  </EmptyState>
                )}
            </div>
            <OrderPane report={report} scriptId={scriptId} place={place} />
          </div>
        )}
      </FourStates>
    </>
  )
}

const headline = ({ days, unscheduled, scenes }: DayOutOfDays) =>
  (days.length === 0 ? countWords(scenes.length, 'scene') : `${countWords(days.filter(({ kind }) => kind === 'shoot').length, 'shooting day')}, ${(scenes.length - unscheduled.length).toLocaleString()} of ${countWords(scenes.length, 'scene')}`)
