import type { LineExample, ScriptElement } from '../../src-preload/contract/scripts.ts'
import { ActionIcon, Tooltip } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { kindWords, shortText } from './lineWords.ts'
import classes from './RepairReading.module.css'

interface RepairReadingProps {
  readonly page: number
  readonly elements: readonly ScriptElement[]
  readonly said: readonly LineExample[]
  /** The draft of which the lines were named before, where it is another. */
  readonly from: string | null
  readonly onRemove: (example: LineExample) => void
  readonly onShow: (example: LineExample) => void
}

/** What she said so far, and what the reading makes of the page: its paragraphs as they stand in the script. */
export function RepairReading({ page, elements, said, from, onRemove, onShow }: RepairReadingProps) {
  const own = elements.filter(element => element.page === page)
  return (
    <section className={classes.pane} aria-label="Reading of the page">
      <div className={classes.said}>
        <h2 className={classes.title}>What you said</h2>
        {said.length === 0
          ? <p className={classes.none}>Nothing yet. Click a line of the page that was read wrong and say what it is: often one cue sets the whole script right.</p>
          : (
            <>
              {from !== null && <p className={classes.none}>Remembered from {from}.</p>}
              <ul className={classes.list}>
                {said.map((example, at) => (
                  <li key={`${example.page} ${example.x} ${example.text} ${at}`} className={classes.item}>
                    <span className={classes.letter} data-kind={example.kind}>{kindWords[example.kind].letter}</span>
                    <button type="button" className={classes.words} onClick={() => onShow(example)} title={`Page ${example.page}`}>
                      <span dir="auto">{shortText(example.text)}</span>
                      <span className={classes.where}>{kindWords[example.kind].word}, p. {example.page}</span>
                    </button>
                    <Tooltip label="Take it back"><ActionIcon size={24} aria-label={`Take back: ${shortText(example.text)}`} onClick={() => onRemove(example)}><IconX size={14} aria-hidden /></ActionIcon></Tooltip>
                  </li>
                ))}
              </ul>
            </>
          )}
      </div>
      <div className={classes.head}>
        <h2 className={classes.title}>Page {page} as it is read</h2>
      </div>
      <div className={classes.scroller} tabIndex={0} role="region" aria-label={`Page ${page} as it is read`}>
        {own.length === 0 && <p className={classes.none}>Nothing of this page is in the script.</p>}
        {own.map(({ index, kind, text, character }) => (
          <p key={index} className={classes.element} data-kind={kind} dir="auto">
            {text}
            {kind === 'cue' && character !== null && character !== text && <span className={classes.name}>{character}</span>}
          </p>
        ))}
      </div>
    </section>
  )
}
