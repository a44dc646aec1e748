import { Button } from '@mantine/core'
import { IconFileText, IconPlayerPlay } from '@tabler/icons-react'
import { useEffect } from 'react'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { ScriptId, ScriptSummary } from '../../src-preload/contract/scripts.ts'
import { useFreshAnswer } from '../look/changes.tsx'
import { EmptyState } from '../look/EmptyState.tsx'
import { FourStates } from '../look/FourStates.tsx'
import { goTo } from '../look/hashPlace.ts'
import { PageHeader } from '../look/PageHeader.tsx'
import { useOpenDemo } from '../productions/useOpenDemo.ts'
import { ScriptButton } from '../window/ScriptButton.tsx'
import { useShelf } from '../window/shelf.tsx'
import { ScriptSkeleton } from './ScriptSkeleton.tsx'
import { ScriptView } from './ScriptView.tsx'

/** The script of a production: `scriptId` null opens the newest; `?element=N` or `?scene=N` says where, `?role=ID` whose lines are marked. */
export function ScriptScreen({ productionId, scriptId }: { readonly productionId: ProductionId; readonly scriptId: ScriptId | null }) {
  // Asked afresh where no script is named: the last list may still hold one that was just put away.
  const list = useFreshAnswer(['scripts'], (office, signal) => office.scripts.list({ productionId }, { signal }), [productionId, scriptId === null])
  const newest = (list.data?.find(({ draft }) => draft.newest) ?? list.data?.[0])?.id
  useEffect(() => {
    if (scriptId === null && newest !== undefined) goTo(`/production/${productionId}/script/${newest}`, { replace: true })
  }, [productionId, scriptId, newest])

  return (
    <FourStates answer={list} what="the scripts" isEmpty={scripts => scripts.length === 0} empty={<NoScript />} skeleton={<ScriptSkeleton />}>
      {scripts => (scriptId === null ? null : <OneScript key={scriptId} productionId={productionId} scriptId={scriptId} scripts={scripts} />)}
    </FourStates>
  )
}

interface OneScriptProps {
  readonly productionId: ProductionId
  readonly scriptId: ScriptId
  readonly scripts: readonly ScriptSummary[]
}

function OneScript({ productionId, scriptId, scripts }: OneScriptProps) {
  const read = useFreshAnswer(
    [],
    async (office, signal) => {
      const [script, elements, choices] = await Promise.all([office.scripts.get({ id: scriptId }, { signal }), office.scripts.text({ id: scriptId }, { signal }), office.scripts.choices({ productionId }, { signal })])
      return { script, elements, choices }
    },
    [scriptId],
  )
  const cast = useFreshAnswer(['roles'], (office, signal) => office.roles.speaking({ scriptId }, { signal }), [scriptId])
  return (
    <FourStates answer={read} what="the script" skeleton={<ScriptSkeleton />}>
      {({ script, elements, choices }) => <ScriptView productionId={productionId} script={script} elements={elements} choices={choices} cast={cast} scripts={scripts} onReadAnew={read.again} />}
    </FourStates>
  )
}

function NoScript() {
  const { current, productions } = useShelf()
  const openDemo = useOpenDemo()
  return (
    <>
      <PageHeader title={current?.title ?? 'Script'} />
      <EmptyState icon={<IconFileText size={24} />} sentence={`Drop the script of ${current?.title ?? 'this production'} here.`} hint="PDF, Final Draft, Word, Fountain or plain text. Its scenes and roles stand here a moment later.">
        <ScriptButton variant="filled">Choose a script</ScriptButton>
        {productions.data?.length === 1 && <Button variant="default" leftSection={<IconPlayerPlay size={14} aria-hidden />} onClick={() => void openDemo()}>Open the demo</Button>}
      </EmptyState>
    </>
  )
}
