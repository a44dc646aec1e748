import { ActionIcon, Select, Tooltip } from '@mantine/core'
import { IconArrowsDiff, IconArrowsExchange } from '@tabler/icons-react'
import { useSearch } from 'wouter'
import type { DraftLine, DraftReport } from '../../src-preload/contract/drafts.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { ScriptId, ScriptSummary } from '../../src-preload/contract/scripts.ts'
import { useFreshAnswer } from '../look/changes.tsx'
import { DraftChip, DraftSheet } from '../look/DraftChip.tsx'
import { EmptyState } from '../look/EmptyState.tsx'
import { FourStates } from '../look/FourStates.tsx'
import { goTo } from '../look/hashPlace.ts'
import { PageHeader } from '../look/PageHeader.tsx'
import { dayWords, draftWords } from '../look/words.ts'
import { ScriptButton } from '../window/ScriptButton.tsx'
import { impactPlace } from './comparePlace.ts'
import classes from './ImpactScreen.module.css'
import { impactSentence } from './impactWords.ts'
import { RolesPane } from './RolesPane.tsx'
import { ScenesPane } from './ScenesPane.tsx'

/** What a new draft means for casting; `?from=ID&to=ID` name the drafts, the last two of the newest line where they are left out. */
export function ImpactScreen({ productionId }: { readonly productionId: ProductionId }) {
  const asked = new URLSearchParams(useSearch())
  const lines = useFreshAnswer(['scripts'], (office, signal) => office.drafts.list({ productionId }, { signal }), [productionId])
  return (
    <FourStates answer={lines} what="the drafts" isEmpty={data => data.flatMap(({ scripts }) => scripts).length < 2} empty={<OneDraft />}>
      {data => {
        const [from, to] = chosenDrafts(data, asked)
        return from && to ? <Impact key={`${from.id} ${to.id}`} productionId={productionId} from={from} to={to} scripts={data.flatMap(({ scripts }) => scripts)} /> : <OneDraft />
      }}
    </FourStates>
  )
}

function chosenDrafts(lines: readonly DraftLine[], asked: URLSearchParams): readonly [ScriptSummary | undefined, ScriptSummary | undefined] {
  const scripts = lines.flatMap(line => line.scripts)
  const find = (key: string) => scripts.find(({ id }) => id === asked.get(key))
  const line = lines.find(one => one.scripts.length > 1)?.scripts ?? scripts
  return [find('from') ?? line[1], find('to') ?? line[0]]
}

function OneDraft() {
  return (
    <>
      <PageHeader title="Casting impact" />
      <EmptyState icon={<IconArrowsDiff size={24} />} sentence="Drop the next draft here, and what it means for each role stands here." hint="Two drafts of a script are compared scene by scene and role by role.">
        <ScriptButton variant="filled">Choose a script</ScriptButton>
      </EmptyState>
    </>
  )
}

interface ImpactProps {
  readonly productionId: ProductionId
  readonly from: ScriptSummary
  readonly to: ScriptSummary
  readonly scripts: readonly ScriptSummary[]
}

function Impact({ productionId, from, to, scripts }: ImpactProps) {
  const report = useFreshAnswer(['roles', 'scripts'], (office, signal) => office.drafts.compare({ from: from.id, to: to.id }, { signal }), [from.id, to.id])
  const open = (old: ScriptId, now: ScriptId) => goTo(impactPlace(productionId, old, now), { replace: true })
  return (
    <>
      <PageHeader title="Casting impact" sub={report.data && impactSentence(report.data)}>
        <DraftChoice label="Old draft" chosen={from} scripts={scripts.filter(({ id }) => id !== to.id)} onChoose={id => open(id, to.id)} />
        <Tooltip label="Swap old and new"><ActionIcon aria-label="Swap old and new" onClick={() => open(to.id, from.id)}><IconArrowsExchange size={16} aria-hidden /></ActionIcon></Tooltip>
        <DraftChoice label="New draft" chosen={to} scripts={scripts.filter(({ id }) => id !== from.id)} onChoose={id => open(from.id, id)} />
      </PageHeader>
      <FourStates answer={report} what="what the draft means">
        {data => <Panes productionId={productionId} report={data} />}
      </FourStates>
    </>
  )
}

interface DraftChoiceProps {
  readonly label: string
  readonly chosen: ScriptSummary
  readonly scripts: readonly ScriptSummary[]
  readonly onChoose: (id: ScriptId) => void
}

function DraftChoice({ label, chosen, scripts, onChoose }: DraftChoiceProps) {
  return (
    <Select
      aria-label={label}
      w={148}
      value={chosen.id}
      allowDeselect={false}
      leftSection={<DraftSheet draft={chosen.draft} />}
      comboboxProps={{ width: 320, position: 'bottom-end' }}
      data={scripts.map(one => ({ value: one.id, label: shortWords(one, scripts) }))}
      renderOption={({ option }) => <OneOption script={scripts.find(({ id }) => id === option.value)} />}
      onChange={id => id !== null && onChoose(id)}
    />
  )
}

/** The colour, and the day where two have one colour. */
const shortWords = ({ draft, fileName }: ScriptSummary, scripts: readonly ScriptSummary[]): string => {
  const isOnly = scripts.filter(other => draftWords(other.draft) === draftWords(draft)).length === 1
  return isOnly ? draftWords(draft) : `${draftWords(draft)}, ${draft.date === null ? fileName : dayWords(draft.date)}`
}

const OneOption = ({ script }: { readonly script: ScriptSummary | undefined }) => script && (
  <span className={classes.option}><DraftChip draft={script.draft} /><span className={classes.file}>{script.fileName}</span></span>
)

function Panes({ productionId, report }: { readonly productionId: ProductionId; readonly report: DraftReport }) {
  const role = new URLSearchParams(useSearch()).get('role')
  const impact = report.roles.find(({ old, new: now }) => [...old, ...now].some(({ id }) => id === role)) ?? null
  const show = (id: string | null) => goTo(`${impactPlace(productionId, report.from.id, report.to.id)}${id === null ? '' : `&role=${id}`}`, { replace: true })
  return (
    <div className={classes.panes}>
      <RolesPane productionId={productionId} report={report} chosen={impact} onScenes={show} />
      <ScenesPane productionId={productionId} report={report} chosen={impact} onAll={() => show(null)} />
    </div>
  )
}
