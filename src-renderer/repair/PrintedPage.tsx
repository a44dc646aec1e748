import { useEffect, useRef, type CSSProperties, type KeyboardEvent } from 'react'
import type { LineKind, PageLine, PageLines, ScriptId } from '../../src-preload/contract/scripts.ts'
import { FailedState } from '../look/FourStates.tsx'
import { kindOfKey, kindWords } from './lineWords.ts'
import classes from './PrintedPage.module.css'
import { usePagePicture } from './usePagePicture.ts'

interface PrintedPageProps {
  readonly scriptId: ScriptId
  readonly page: number
  readonly printed: PageLines
  /** What the user said of lines of this page, by their index, shown before the next reading confirms it. */
  readonly said: ReadonlyMap<number, LineKind>
  readonly chosen: number | null
  readonly onChoose: (line: number | null) => void
  readonly onSay: (line: number, kind: LineKind) => void
  readonly onTakeBack: (line: number) => void
  readonly onTurn: (step: 1 | -1) => void
}

/** A page as it is printed, its lines to be clicked or walked with the arrows; each shows by colour and letter what it was read as. */
export function PrintedPage({ scriptId, page, printed, said, chosen, onChoose, onSay, onTakeBack, onTurn }: PrintedPageProps) {
  const picture = usePagePicture(scriptId, page, printed.hasPicture)
  const lines = useRef<(HTMLButtonElement | null)[]>([])
  const hadFocus = useRef(false)
  useEffect(() => {
    if (chosen !== null && hadFocus.current) lines.current[chosen]?.focus()
  }, [chosen])
  const move = (to: number) => {
    const next = Math.max(0, Math.min(printed.lines.length - 1, to))
    onChoose(next)
    lines.current[next]?.focus()
  }
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const at = chosen ?? 0
    const kind = kindOfKey(event.key)
    const act =
      event.key === 'ArrowDown' ? () => move(at + 1)
      : event.key === 'ArrowUp' ? () => move(at - 1)
      : event.key === 'Home' ? () => move(0)
      : event.key === 'End' ? () => move(printed.lines.length - 1)
      : event.key === 'PageDown' ? () => onTurn(1)
      : event.key === 'PageUp' ? () => onTurn(-1)
      : (event.key === 'Delete' || event.key === 'Backspace') && chosen !== null ? () => onTakeBack(chosen)
      : kind && chosen !== null ? () => onSay(chosen, kind)
      : null
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }
  // Typed text may begin at the very edge; on paper it has a margin.
  const margin = printed.hasPicture ? 0 : Math.max(0, 60 - Math.min(...printed.lines.map(({ x }) => x)))
  const across = printed.width + margin
  const shape = printed.lines.length === 0 && picture.address ? {} : { aspectRatio: `${across} / ${printed.height}` }
  const sheet: CSSProperties & Record<'--across', string> = { ...shape, '--across': `${across}` }
  const kindAt = (at: number) => said.get(at) ?? printed.lines[at]?.kind ?? null
  return (
    <div
      className={classes.sheet}
      style={sheet}
      role="group"
      aria-label={`Printed page ${page}`}
      onKeyDown={press}
      onFocus={() => { hadFocus.current = true }}
      onBlur={() => { hadFocus.current = false }}
    >
      {printed.hasPicture && picture.address && <img className={classes.picture} src={picture.address} alt={`Page ${page} as it is printed`} />}
      {picture.state === 'failed' && picture.failure && <FailedState failure={picture.failure} again={picture.again} slim />}
      {printed.lines.map((line, at) => (
        <button
          key={at}
          ref={button => { lines.current[at] = button }}
          type="button"
          className={classes.line}
          style={placeOf(line, printed, margin)}
          data-kind={kindAt(at) ?? 'front'}
          data-said={said.has(at)}
          aria-current={at === chosen ? 'true' : undefined}
          aria-label={`${kindLabel(kindAt(at))}: ${line.text}`}
          tabIndex={at === (chosen ?? 0) ? 0 : -1}
          onClick={() => onChoose(at)}
        >
          {(line.around.opens || line.around.beside !== 'alone' || kindAt(at) !== kindAt(at - 1)) && <span className={classes.letter} aria-hidden>{letterOf(kindAt(at))}</span>}
          {!printed.hasPicture && <span className={classes.words} aria-hidden dir="auto">{line.text}</span>}
        </button>
      ))}
    </div>
  )
}

const kindLabel = (kind: LineKind | null): string => (kind === null ? 'Title page' : kindWords[kind].word)
const letterOf = (kind: LineKind | null): string => (kind === null ? '·' : kindWords[kind].letter)

/** A line's box in shares of the page, so that it fits the picture at any size; the baseline lies some fifth above its foot. */
function placeOf({ x, end, y, height }: PageLine, { width, height: tall, hasPicture }: PageLines, margin: number): CSSProperties {
  const across = width + margin
  const top = hasPicture ? y - 0.8 * Math.min(height, 24) : y - 10
  return {
    left: `${(100 * (x + margin - 3)) / across}%`,
    top: `${(100 * top) / tall}%`,
    width: `${(100 * Math.max(16, Math.min(end, width - 24) - x + 6)) / across}%`,
    height: `${(100 * (hasPicture ? Math.min(height, 24) * 1.04 : height)) / tall}%`,
  }
}
