import { NumberInput, Textarea } from '@mantine/core'
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react'
import { useRef } from 'react'
import { sceneNumber } from '../../src-preload/contract/said.ts'
import type { DayOutOfDays } from '../../src-preload/contract/reports.ts'
import type { ScriptId } from '../../src-preload/contract/scripts.ts'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { useChanged } from '../look/changes.tsx'
import { SavedField } from '../look/SavedField.tsx'
import { useAutosave } from '../look/useAutosave.ts'
import { countWords } from '../look/words.ts'
import classes from './OrderPane.module.css'

const example = `Day 1 (12 Jan 2027): 1, 4, 5A-7
Day 2 - OFF
14 Jan: 8-12
Travel`

interface OrderPaneProps {
  readonly report: DayOutOfDays
  readonly scriptId: ScriptId
  readonly place: string
}

/** The shooting order as it is typed, which saves itself, with what its reading has to say; a finding leads to its line. */
export function OrderPane({ report, scriptId, place }: OrderPaneProps) {
  const office = useOffice()
  const changed = useChanged()
  const box = useRef<HTMLTextAreaElement>(null)
  const order = useAutosave(report.order, async next => {
    await office.reports.saveOrder({ scriptId, order: next })
    changed('orders')
  })
  const { text, dropAfter } = order.value
  const showLine = (line: number) => {
    const before = text.split('\n').slice(0, line - 1).join('\n')
    const from = before.length + (line > 1 ? 1 : 0)
    const end = text.indexOf('\n', from)
    box.current?.focus()
    box.current?.setSelectionRange(from, end < 0 ? text.length : end)
  }
  return (
    <section className={classes.pane} aria-label="Shooting order">
      <div className={classes.order}>
        <SavedField state={order.state}>
          <Textarea
            ref={box} label="Shooting order" description="A line a day, its scenes behind it." placeholder={example} value={text} spellCheck={false} resize="none"
            classNames={{ root: classes.root, wrapper: classes.wrapper, input: classes.input }} onChange={event => order.edit({ text: event.currentTarget.value, dropAfter })} onBlur={order.flush}
          />
        </SavedField>
        <NumberInput
          label="Drop a role after so many idle days" description="Empty: it is held in between." placeholder="never" min={1} max={60} allowDecimal={false} clampBehavior="strict" value={dropAfter ?? ''}
          onChange={value => order.edit({ text, dropAfter: typeof value === 'number' ? value : null })} onBlur={order.flush}
        />
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reached by the keys */}
      <div className={classes.findings} role="region" aria-label="What the order says" tabIndex={0} aria-live="polite">
        {report.days.length > 0 && <Findings report={report} place={place} onLine={showLine} />}
      </div>
    </section>
  )
}

function Findings({ report, place, onLine }: { readonly report: DayOutOfDays; readonly place: string; readonly onLine: (line: number) => void }) {
  const missing = report.unscheduled.flatMap(index => report.scenes[index] ?? [])
  return (
    <>
      <h2 className={classes.title}>{report.findings.length === 0 ? 'Every line was read' : countWords(report.findings.length, 'finding')}</h2>
      <ul className={classes.list}>
        {report.findings.map(({ line, kind, message }, index) => (
          <li key={index}>
            <button type="button" className={classes.finding} data-kind={kind} onClick={() => onLine(line)}>
              {kind === 'mend' ? <IconAlertTriangle size={14} role="img" aria-label="To mend" /> : <IconInfoCircle size={14} role="img" aria-label="Note" />}
              <span>{message}</span><span className={classes.line}>line {line}</span>
            </button>
          </li>
        ))}
      </ul>
      {missing.length > 0 && (
        <>
          <h2 className={classes.title}>{countWords(missing.length, 'scene')} on no day</h2>
          <p className={classes.missing}>
            {missing.map(scene => <a key={scene.index} href={`#${place}?element=${scene.element}`} title={`${scene.heading}, page ${scene.page}`}>{sceneNumber(scene)}</a>)}
          </p>
        </>
      )}
    </>
  )
}
