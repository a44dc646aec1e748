import { Button } from '@mantine/core'
import { IconArrowLeft, IconFileText } from '@tabler/icons-react'
import { useMemo, useRef, useState } from 'react'
import { useSearch } from 'wouter'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import { laidOutFormats, type LineExample, type LineKind, type ReadChoices, type Script, type ScriptElement, type ScriptId } from '../../src-preload/contract/scripts.ts'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { followWork } from '../jobs/jobs.tsx'
import { useChanged, useFreshAnswer } from '../look/changes.tsx'
import { EmptyState } from '../look/EmptyState.tsx'
import { FourStates } from '../look/FourStates.tsx'
import { goTo } from '../look/hashPlace.ts'
import { PageHeader } from '../look/PageHeader.tsx'
import { say, sayFailure } from '../look/UndoToast.tsx'
import { countWords, formatWords } from '../look/words.ts'
import { PictureNotice } from './PictureNotice.tsx'
import { PrintedPage } from './PrintedPage.tsx'
import { RepairFigures, speeches } from './RepairFigures.tsx'
import { RepairPages } from './RepairPages.tsx'
import { RepairReading } from './RepairReading.tsx'
import classes from './RepairScreen.module.css'
import { SayBar } from './SayBar.tsx'
import { useTrial } from './useTrial.ts'

interface RepairScreenProps {
  readonly productionId: ProductionId
  readonly scriptId: ScriptId
}

/** Where a doubtful reading is set right: the pages in doubt, the page as it is printed, and what the reading makes of it. */
export function RepairScreen({ productionId, scriptId }: RepairScreenProps) {
  const answer = useFreshAnswer(
    ['scripts'],
    async (office, signal) => {
      const [script, elements, choices] = await Promise.all([
        office.scripts.get({ id: scriptId }, { signal }), office.scripts.text({ id: scriptId }, { signal }), office.scripts.choices({ productionId }, { signal }),
      ])
      return { script, elements, choices }
    },
    [scriptId, productionId],
  )
  return (
    <FourStates answer={answer} what="the script">
      {({ script, elements, choices }) =>
        !laidOutFormats.includes(script.format)
          ? <NothingToSay script={script} productionId={productionId} />
          : <Repair key={script.id} script={script} elements={elements} kept={choices} productionId={productionId} />}
    </FourStates>
  )
}

function NothingToSay({ script, productionId }: { readonly script: Script; readonly productionId: ProductionId }) {
  return (
    <>
      <PageHeader title={script.title} sub="Check the reading" />
      <EmptyState icon={<IconFileText size={24} />} sentence={`A file in ${formatWords[script.format]} says itself what each line is.`} hint="There is nothing to point at here. Where a line is wrong, mend it in the writing program and drop the new file.">
        <Button variant="default" onClick={() => goTo(`/production/${productionId}/script/${script.id}`)}>Back to the script</Button>
      </EmptyState>
    </>
  )
}

interface RepairProps {
  readonly script: Script
  readonly elements: readonly ScriptElement[]
  readonly kept: ReadChoices
  readonly productionId: ProductionId
}

function Repair({ script, elements, kept, productionId }: RepairProps) {
  const office = useOffice()
  const changed = useChanged()
  const asked = Number(new URLSearchParams(useSearch()).get('page') ?? Number.NaN)
  // Where what was remembered did not help this draft, it was read without it.
  const first = useMemo(() => (script.warnings.some(({ code }) => code === 'READ_WITHOUT_SAID') ? [] : kept.lines), [script, kept])
  const [said, setSaid] = useState<readonly LineExample[]>(first)
  const [page, setPage] = useState(() => startPage(script, asked))
  const [chosen, setChosen] = useState<number | null>(null)
  const [all, setAll] = useState(script.doubtfulPages.length === 0)
  const [keeping, setKeeping] = useState(false)
  const middle = useRef<HTMLDivElement>(null)
  const isChanged = said.length !== first.length || said.some((example, at) => example !== first[at])
  const choices = useMemo((): ReadChoices => ({ ...kept, lines: [...said] }), [kept, said])
  const trial = useTrial(script.id, isChanged ? choices : null)
  const shownChoices = trial.tried ?? { ...kept, lines: [...first] }
  const lines = useFreshAnswer(
    ['scripts'],
    async (office_, signal) => ({ page, printed: await office_.scripts.pageLines({ id: script.id, page, choices: shownChoices }, { signal }) }),
    [script.id, page, trial.tried],
    { keep: true },
  )
  const printed = lines.data?.page === page ? lines.data.printed : null
  const saidHere = useMemo(() => {
    const here = new Map<number, LineKind>()
    printed?.lines.forEach((line, at) => {
      const own = said.findLast(example => isOf(example, page, line))
      if (own) here.set(at, own.kind)
    })
    return here
  }, [printed, said, page])

  const turnTo = (next: number, line: number | null = null) => {
    const wanted = Math.max(1, Math.min(script.pages, next))
    setPage(wanted)
    setChosen(line)
    if (wanted !== page) middle.current?.scrollTo({ top: 0 })
  }
  const sayLine = (at: number, kind: LineKind) => {
    const line = printed?.lines[at]
    if (!line) return
    const others = said.filter(example => !isOf(example, page, line))
    setSaid([...others.slice(-59), { kind, page, text: line.text.slice(0, 500), x: line.x, end: line.end, around: line.around }])
  }
  const takeBack = (example: LineExample | undefined) => example && setSaid(said.filter(other => other !== example))
  const keep = async () => {
    setKeeping(true)
    try {
      await followWork(await office.scripts.readAgain({ id: script.id, choices }), () => undefined)
      changed('scripts', 'roles', 'productions')
      say(said.length === 0
        ? `${script.title} is read as CastMatch alone reads it again.`
        : `${script.title} is read with what you said of ${countWords(said.length, 'line')}${trial.result ? `: ${countWords(speeches(trial.result.reading), 'speech', 'speeches')}` : ''}. The next draft will be too.`)
      goTo(`/production/${productionId}/script/${script.id}`)
    } catch (error) {
      sayFailure(error)
      setKeeping(false)
    }
  }

  return (
    <>
      <PageHeader
        title={`Check the reading of ${script.title}`}
        sub={`${script.fileName}, ${countWords(script.pages, 'page')}`}
        before={<Button variant="subtle" color="gray" leftSection={<IconArrowLeft size={14} aria-hidden />} onClick={() => goTo(`/production/${productionId}/script/${script.id}`)}>Script</Button>}
      >
        <Button variant="default" disabled={!isChanged || keeping} onClick={() => setSaid(first)}>Discard</Button>
        <Button disabled={!isChanged || trial.reading || trial.failure !== null} loading={keeping} onClick={() => void keep()}>Keep this reading</Button>
      </PageHeader>
      <RepairFigures before={script} trial={trial} />
      <div className={classes.panes}>
        <RepairPages pages={script.pages} doubtful={trial.result?.reading.doubtfulPages ?? script.doubtfulPages} page={page} all={all} onAll={setAll} onPage={next => turnTo(next)} />
        <section className={classes.middle} aria-label="The page as it is printed">
          <SayBar
            page={page}
            pages={script.pages}
            line={chosen === null ? null : (printed?.lines[chosen] ?? null)}
            kind={chosen === null ? null : (saidHere.get(chosen) ?? printed?.lines[chosen]?.kind ?? null)}
            onSay={kind => chosen !== null && sayLine(chosen, kind)}
            onTurn={step => turnTo(page + step)}
          />
          <div className={classes.desk} ref={middle}>
            <PictureNotice script={script} page={page} />
            <FourStates answer={printed ? lines : { ...lines, state: lines.state === 'failed' ? 'failed' : 'loading', data: undefined }} what={`page ${page}`} skeleton={<div className={classes.blank} aria-hidden />}>
              {answered => (
                <PrintedPage
                  key={page}
                  scriptId={script.id}
                  page={page}
                  printed={answered.printed}
                  said={saidHere}
                  chosen={chosen}
                  onChoose={setChosen}
                  onSay={sayLine}
                  onTakeBack={at => takeBack(said.findLast(example => isOf(example, page, answered.printed.lines[at])))}
                  onTurn={step => turnTo(page + step)}
                />
              )}
            </FourStates>
          </div>
        </section>
        <RepairReading
          page={page}
          elements={trial.result?.elements ?? elements}
          said={said}
          from={kept.saidOf && kept.saidOf.fileName !== script.fileName && !isChanged ? kept.saidOf.fileName : null}
          onRemove={takeBack}
          onShow={example => turnTo(example.page)}
        />
      </div>
    </>
  )
}

/** Tells whether an example is of a line of a page. */
const isOf = (example: LineExample, page: number, line: { readonly text: string; readonly x: number } | undefined): boolean =>
  line !== undefined && example.page === page && example.text === line.text.slice(0, 500) && Math.abs(example.x - line.x) <= 3

/** The page that was asked for, else the first in doubt, else the first on which the script has begun. */
const startPage = (script: Script, asked: number): number =>
  asked >= 1 && asked <= script.pages ? Math.floor(asked) : (script.doubtfulPages[0]?.page ?? script.scenes[0]?.page ?? 1)
