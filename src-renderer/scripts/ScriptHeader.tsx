import { ActionIcon, Button, Menu, Popover, Select } from '@mantine/core'
import { IconAlertTriangle, IconArrowsDiff, IconDots, IconEyeCheck, IconLanguage, IconTrash } from '@tabler/icons-react'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import { doubtThreshold, laidOutFormats, type Script, type ScriptSummary } from '../../src-preload/contract/scripts.ts'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { comparePlace } from '../drafts/comparePlace.ts'
import { DraftField } from '../drafts/DraftField.tsx'
import { useChanged } from '../look/changes.tsx'
import { goTo } from '../look/hashPlace.ts'
import { PageHeader } from '../look/PageHeader.tsx'
import { offerUndo, sayFailure } from '../look/UndoToast.tsx'
import { countWords, draftWords, formatWords } from '../look/words.ts'
import { ScriptButton } from '../window/ScriptButton.tsx'
import classes from './ScriptHeader.module.css'
import { ScriptViews } from './ScriptViews.tsx'

interface ScriptHeaderProps {
  readonly script: Script
  readonly scripts: readonly ScriptSummary[]
  readonly productionId: ProductionId
  /** Goes to the first line of a page. */
  readonly onPage: (page: number) => void
  /** Shows its legacy letters beside their conversion; left out where it has none. */
  readonly onLetters?: (() => void) | undefined
}

/** What script this is, how sure the reading is and why, its doubts by page, and the other scripts of the production. */
export function ScriptHeader({ script, scripts, productionId, onPage, onLetters }: ScriptHeaderProps) {
  const office = useOffice()
  const changed = useChanged()
  const compare = comparePlace(productionId, script.id, scripts)
  const canBePointedAt = laidOutFormats.includes(script.format)
  const repairPlace = `/production/${productionId}/script/${script.id}/repair`
  const remove = async () => {
    try {
      await office.scripts.remove({ id: script.id })
      goTo(`/production/${productionId}/script`, { replace: true })
      changed('scripts', 'roles', 'productions')
      offerUndo(`${script.title} was put away, with the roles that only it speaks of.`, async () => {
        await office.scripts.restore({ id: script.id })
        changed('scripts', 'roles', 'productions')
      })
    } catch (error) {
      sayFailure(error)
    }
  }
  return (
    <PageHeader
      title={script.title}
      sub={(
        <span className={classes.sub}>
          <DraftField script={script} scripts={scripts} />
          {`${countWords(script.pages, 'page')}, ${countWords(script.scenes.length, 'scene')}, ${formatWords[script.format]}`}
        </span>
      )}
    >
      {scripts.length > 1 && (
        <Select
          aria-label="Script"
          w={220}
          value={script.id}
          allowDeselect={false}
          data={scripts.map(one => ({ value: one.id, label: `${draftWords(one.draft)} – ${one.title} (${one.fileName})` }))}
          onChange={id => id && goTo(`/production/${productionId}/script/${id}`)}
        />
      )}
      {compare && <Button variant="default" leftSection={<IconArrowsDiff size={14} aria-hidden />} onClick={() => goTo(compare)}>Compare drafts</Button>}
      <ScriptViews productionId={productionId} scriptId={script.id} view="pages" />
      <Confidence script={script} onPage={onPage} />
      {script.confidence < doubtThreshold && canBePointedAt && (
        <Button variant="default" className={classes.check} leftSection={<IconEyeCheck size={14} aria-hidden />} onClick={() => goTo(repairPlace)}>Check the reading</Button>
      )}
      <ScriptButton>Add a script</ScriptButton>
      <Menu position="bottom-end">
        <Menu.Target><ActionIcon aria-label={`More for ${script.title}`}><IconDots size={16} aria-hidden /></ActionIcon></Menu.Target>
        <Menu.Dropdown>
          {canBePointedAt && <Menu.Item leftSection={<IconEyeCheck size={14} aria-hidden />} onClick={() => goTo(repairPlace)}>Check the reading</Menu.Item>}
          {onLetters && <Menu.Item leftSection={<IconLanguage size={14} aria-hidden />} onClick={onLetters}>Compare the old letters with Unicode</Menu.Item>}
          <Menu.Item color="red" leftSection={<IconTrash size={14} aria-hidden />} onClick={() => void remove()}>Put this script away</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </PageHeader>
  )
}

/** How sure the reading is, with its reasons and the doubts by page. */
function Confidence({ script, onPage }: Pick<ScriptHeaderProps, 'script' | 'onPage'>) {
  const percent = Math.round(script.confidence * 100)
  const doubts = script.warnings.length
  return (
    <Popover width={360} position="bottom-end" trapFocus>
      <Popover.Target>
        <Button variant="default" leftSection={doubts > 0 ? <IconAlertTriangle size={14} aria-hidden className={classes.eye} /> : undefined}>
          {percent} % sure{doubts > 0 ? `, ${countWords(doubts, 'doubt')}` : ''}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={0}>
        <div className={classes.part}>
          <h2 className={classes.head}>How sure the reading is: {percent} of 100</h2>
          {script.confidenceReasons.length === 0
            ? <p className={classes.text}>Nothing speaks against it: headings, cues and dialogue stand where a screenplay has them.</p>
            : <ul className={classes.reasons}>{script.confidenceReasons.map(reason => <li key={reason}>{reason}</li>)}</ul>}
        </div>
        {doubts > 0 && (
          <ul className={classes.doubts}>
            {script.warnings.map((warning, index) => (
              <li key={index}>
                {warning.page === null
                  ? <span className={classes.doubt}><span className={classes.where}>Whole</span>{warning.message}</span>
                  : <button type="button" className={classes.doubt} onClick={() => onPage(warning.page ?? 1)}><span className={classes.where}>p. {warning.page}</span>{warning.message}</button>}
              </li>
            ))}
          </ul>
        )}
      </Popover.Dropdown>
    </Popover>
  )
}
