import { ActionIcon, Button, Modal } from '@mantine/core'
import { IconAlertTriangle, IconChevronLeft, IconChevronRight, IconCircleCheck } from '@tabler/icons-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { ReadChoices, ScriptElement, ScriptId } from '../../src-preload/contract/scripts.ts'
import { useAnswer } from '../connection/useAnswer.ts'
import { followWork } from '../jobs/jobs.tsx'
import { ProgressLine } from '../jobs/ProgressLine.tsx'
import { FourStates } from '../look/FourStates.tsx'
import { countWords } from '../look/words.ts'
import classes from './LegacyPreview.module.css'
import { inWords, isChanged, previewLetters, type LetterPair, type LetterPreview } from './legacyLetters.ts'

interface LegacyPreviewProps {
  readonly scriptId: ScriptId
  readonly fonts: readonly string[]
  readonly choices: ReadChoices
  readonly isConverted: boolean
  readonly opened: boolean
  readonly onClose: () => void
  /** Reads the script anew with this choice; resolves once that is done, false where it failed. */
  readonly onChoose: (letters: 'convert' | 'leave') => Promise<boolean>
}

/** The letters of a legacy font as they came beside what their conversion makes of them, before it is kept or given up. */
export function LegacyPreview({ opened, onClose, ...asked }: LegacyPreviewProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={`${new Intl.ListFormat('en').format(asked.fonts)} in Unicode`} size={1080} classNames={{ body: classes.body }}>
      {opened && <Preview {...asked} onClose={onClose} />}
    </Modal>
  )
}

interface Step {
  readonly stage: string
  readonly done: number
  readonly total: number
}

function Preview({ scriptId, choices, isConverted, onClose, onChoose }: Omit<LegacyPreviewProps, 'opened' | 'fonts'>) {
  const [step, setStep] = useState<Step>({ stage: 'Reading the script', done: 0, total: 0 })
  const tried = useAnswer(
    async (office, signal) => {
      const read = async (letters: 'convert' | 'leave'): Promise<readonly ScriptElement[]> =>
        (await followWork(await office.scripts.tryReading({ id: scriptId, choices: { ...choices, letters } }, { signal }), setStep)).elements
      return previewLetters(await read('leave'), await read('convert'))
    },
    [scriptId],
  )
  return (
    <FourStates answer={tried} what="the conversion" skeleton={<div className={classes.waiting}><ProgressLine {...step} label="Converting" /></div>}>
      {preview => <SideBySide preview={preview} isConverted={isConverted} onClose={onClose} onChoose={onChoose} />}
    </FourStates>
  )
}

function SideBySide({ preview, isConverted, onClose, onChoose }: { readonly preview: LetterPreview } & Pick<LegacyPreviewProps, 'isConverted' | 'onClose' | 'onChoose'>) {
  const [at, setAt] = useState(0)
  const [choosing, setChoosing] = useState<'convert' | 'leave' | null>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const page = preview.pages[at]
  // Each doubtful word by its page and its place among those of the page.
  const doubts = useMemo(() => preview.pages.flatMap(({ doubtful }, index) => Array.from({ length: doubtful }, (_, nth) => ({ index, nth }))), [preview])
  const [shown, setShown] = useState<number | null>(null)
  const go = (to: number) => {
    setAt(Math.min(preview.pages.length - 1, Math.max(0, to)))
    setShown(null)
    scroller.current?.scrollTo({ top: 0 })
  }
  const turn = useRef<(by: number) => void>(() => undefined)
  useEffect(() => {
    turn.current = by => go(at + by)
  })
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
      if (by === undefined || event.altKey || event.ctrlKey || event.metaKey) return
      event.preventDefault()
      turn.current(by)
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
  const choose = async (letters: 'convert' | 'leave') => {
    setChoosing(letters)
    if (await onChoose(letters)) onClose()
    else setChoosing(null)
  }
  const showDoubt = () => {
    const next = shown === null ? 0 : (shown + 1) % doubts.length
    setAt(doubts[next]?.index ?? 0)
    setShown(next)
  }
  useEffect(() => {
    const doubt = shown === null ? undefined : doubts[shown]
    if (doubt?.index === at) scroller.current?.querySelectorAll('mark')[doubt.nth]?.scrollIntoView({ block: 'center' })
  }, [shown, at, doubts])
  return (
    <div className={classes.preview}>
      <div className={classes.bar}>
        <span className={classes.verdict} data-doubt={preview.doubtful > 0}>
          {preview.doubtful > 0 ? <IconAlertTriangle size={16} aria-hidden /> : <IconCircleCheck size={16} aria-hidden />}
          {verdictOf(preview)}
        </span>
        {doubts.length > 0 && <Button variant="default" onClick={showDoubt}>{shown === null || doubts.length === 1 ? 'Show' : 'Show the next'}</Button>}
        <span className={classes.turn}>
          <ActionIcon aria-label="Page before" disabled={at === 0} onClick={() => go(at - 1)}><IconChevronLeft size={16} aria-hidden /></ActionIcon>
          <span className={classes.where} aria-live="polite">Page {page?.page ?? 1}, {at + 1} of {preview.pages.length}</span>
          <ActionIcon aria-label="Next page" disabled={at >= preview.pages.length - 1} onClick={() => go(at + 1)}><IconChevronRight size={16} aria-hidden /></ActionIcon>
        </span>
      </div>
      <div ref={scroller} className={classes.scroller} role="region" aria-label="Both readings of the page" tabIndex={0} data-autofocus>
        <table className={classes.table}>
          <thead><tr><th scope="col">As it came</th><th scope="col">Converted</th></tr></thead>
          <tbody>{page?.pairs.map((pair, index) => <PairRow key={index} pair={pair} />)}</tbody>
        </table>
      </div>
      <div className={classes.foot}>
        <p className={classes.note}>The file stays as it came, and so does what you said of its roles. Scripts that come into this production later are read in the same way.</p>
        {isConverted
          ? <Button variant="default" loading={choosing === 'leave'} onClick={() => void choose('leave')}>Go back to the letters as they came</Button>
          : <Button variant="default" loading={choosing === 'leave'} disabled={choosing !== null} onClick={() => void choose('leave')}>Leave as it is</Button>}
        {isConverted
          ? <Button disabled={choosing !== null} onClick={onClose}>Keep the conversion</Button>
          : <Button loading={choosing === 'convert'} disabled={choosing !== null || preview.words === 0} onClick={() => void choose('convert')}>Keep the conversion</Button>}
      </div>
    </div>
  )
}

function verdictOf({ words, doubtful, pages }: LetterPreview): string {
  if (words === 0) return 'Nothing in this script changes.'
  const made = `${countWords(words, 'word')} on ${countWords(pages.length, 'page')}`
  return doubtful === 0 ? `${made}, each with a spelling that can be.` : `${doubtful.toLocaleString()} of ${made} came out with a spelling that cannot be.`
}

function PairRow({ pair }: { readonly pair: LetterPair }) {
  const { left, converted } = pair
  return (
    <tr data-changed={isChanged(pair)}>
      <td data-kind={left?.kind}>{left?.text}</td>
      <td data-kind={converted?.kind} lang={isChanged(pair) ? 'hi' : undefined}>
        {inWords(converted?.text ?? '').map((word, index) => (word.doubtful ? <mark key={index} className={classes.doubt} title="A spelling that cannot be">{word.text}</mark> : word.text))}
      </td>
    </tr>
  )
}
