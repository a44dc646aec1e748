import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useSearch } from 'wouter'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { SpeakingRole } from '../../src-preload/contract/roles.ts'
import type { ReadChoices, Script, ScriptElement, ScriptSummary } from '../../src-preload/contract/scripts.ts'
import type { Answer } from '../connection/useAnswer.ts'
import { goTo, notePlace, placeNow } from '../look/hashPlace.ts'
import { useKeys } from '../look/useKeys.ts'
import { linesOfRole } from './cast.ts'
import { CastPane } from './CastPane.tsx'
import { LegacyBanner } from './LegacyBanner.tsx'
import { legacyNewsOf } from './legacyLetters.ts'
import { LegacyPreview } from './LegacyPreview.tsx'
import { PagePane, type PageHandle } from './PagePane.tsx'
import { ScenesPane } from './ScenesPane.tsx'
import { ScriptHeader } from './ScriptHeader.tsx'
import { layOut } from './scriptRows.ts'
import classes from './ScriptView.module.css'
import { useLegacyChoice } from './useLegacyChoice.ts'

interface ScriptViewProps {
  readonly productionId: ProductionId
  readonly script: Script
  readonly elements: readonly ScriptElement[]
  readonly cast: Answer<SpeakingRole[]>
  readonly scripts: readonly ScriptSummary[]
  readonly choices: ReadChoices
  /** The script was read anew with another choice. */
  readonly onReadAnew: () => void
}

/** The script in three panes: scenes, the page, and who speaks; the address says where she reads and whose lines are marked. */
export function ScriptView({ productionId, script, elements, cast, scripts, choices, onReadAnew }: ScriptViewProps) {
  const asked = new URLSearchParams(useSearch())
  const scened = asked.has('scene') ? (script.scenes[Number(asked.get('scene'))]?.element ?? null) : null
  const target = asked.has('element') ? Number(asked.get('element')) : scened
  const roleId = asked.get('role')
  const chosen = cast.data?.find(({ id }) => id === roleId) ?? null
  const layout = useMemo(() => layOut(elements, picturesOf(script)), [elements, script])
  const { marked, cues } = useMemo(() => linesOfRole(chosen, elements), [chosen, elements])
  const page = useRef<PageHandle>(null)
  const news = useMemo(() => legacyNewsOf(script.warnings), [script.warnings])
  const legacy = useLegacyChoice(script, choices, onReadAnew)
  const [previewing, setPreviewing] = useState(false)
  const convertible = news ? [...news.left, ...news.guessed, ...news.converted] : []
  const [reading, setReading] = useState(0)
  const [pointed, setPointed] = useState<number | null>(null)
  const noted = useRef<number | null>(null)

  const placeOf = useCallback(
    (element: number, role: string | null) => {
      const search = new URLSearchParams({ element: String(element), ...(role ? { role } : {}) })
      return `/production/${productionId}/script/${script.id}?${search}`
    },
    [productionId, script.id],
  )
  const jump = (element: number, role: string | null = roleId, replace = false) => {
    noted.current = null
    setPointed(element)
    setReading(element)
    goTo(placeOf(element, role), { replace })
    page.current?.show(element)
  }
  // Back, forward, a citation: the address leads. What this screen noted itself while scrolling does not.
  useEffect(() => {
    if (target === null || target === noted.current) return
    setPointed(target)
    setReading(target)
    page.current?.show(target)
  }, [target, script.id])
  const onReading = useCallback(
    (element: number) => {
      setReading(element)
      noted.current = element
      // The role is read from the address of this moment: it may have been chosen since this was drawn.
      const [path = '', search] = placeNow().split('?')
      if (path.endsWith(script.id)) notePlace(placeOf(element, new URLSearchParams(search).get('role')))
    },
    [placeOf, script.id],
  )

  const scene = elements[reading]?.scene ?? null
  const toScene = (index: number) => {
    const next = script.scenes[index]
    if (next) jump(next.element, roleId, true)
  }
  useKeys({
    j: () => toScene(scene === null ? 0 : scene + 1),
    k: () => toScene(scene === null ? 0 : Math.max(0, scene - 1)),
  })
  const choose = (next: SpeakingRole | null) => {
    if (next === null) return goTo(placeOf(reading, null), { replace: true })
    const lines = linesOfRole(next, elements).cues
    const line = lines.find(element => element >= reading) ?? lines[0] ?? next.appearances[0]?.element ?? 0
    jump(line, next.id)
  }

  return (
    <>
      <ScriptHeader script={script} scripts={scripts} productionId={productionId} onLetters={convertible.length > 0 ? () => setPreviewing(true) : undefined} onPage={wanted => jump((elements.find(element => element.page >= wanted) ?? elements.at(-1))?.index ?? 0)} />
      {news && choices.letters === null && <LegacyBanner news={news} busy={legacy.busy} onPreview={() => setPreviewing(true)} onLeave={() => void legacy.choose('leave')} />}
      <LegacyPreview scriptId={script.id} fonts={convertible} choices={choices} isConverted={(news?.converted.length ?? 0) > 0} opened={previewing} onClose={() => setPreviewing(false)} onChoose={legacy.choose} />
      <div className={classes.panes}>
        <ScenesPane script={script} current={scene} chosen={chosen} cast={cast.data ?? []} onScene={wanted => jump(wanted.element)} onChoose={choose} />
        <PagePane ref={page} scriptId={script.id} layout={layout} elements={elements} scenes={script.scenes} marked={marked} target={pointed} onReading={onReading} />
        <CastPane script={script} cast={cast} chosen={chosen} cues={cues} reading={reading} productionId={productionId} onChoose={choose} onLine={line => jump(line)} />
      </div>
    </>
  )
}

/** Pages that are pictures, ascending. */
const picturesOf = ({ warnings }: Script): number[] => warnings.flatMap(({ code, page }) => (code === 'PAGE_WITHOUT_TEXT' && page !== null ? [page] : []))
