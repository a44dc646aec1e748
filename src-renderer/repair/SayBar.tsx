import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import type { LineKind, PageLine } from '../../src-preload/contract/scripts.ts'
import { kindWords, lineKinds, shortText } from './lineWords.ts'
import classes from './SayBar.module.css'

interface SayBarProps {
  readonly page: number
  readonly pages: number
  readonly line: PageLine | null
  /** What the chosen line is said or read to be. */
  readonly kind: LineKind | null
  readonly onSay: (kind: LineKind) => void
  readonly onTurn: (step: 1 | -1) => void
}

/** Turns pages, and says what the chosen line is: seven buttons, each with its key. */
export function SayBar({ page, pages, line, kind, onSay, onTurn }: SayBarProps) {
  return (
    <div className={classes.bar}>
      <div className={classes.turn}>
        <Tooltip label="Page before (Page Up)"><ActionIcon disabled={page <= 1} onClick={() => onTurn(-1)} aria-label="Page before"><IconChevronLeft size={16} aria-hidden /></ActionIcon></Tooltip>
        <span className={classes.page}>Page {page} of {pages}</span>
        <Tooltip label="Next page (Page Down)"><ActionIcon disabled={page >= pages} onClick={() => onTurn(1)} aria-label="Next page"><IconChevronRight size={16} aria-hidden /></ActionIcon></Tooltip>
        <span className={classes.line} dir="auto">{line ? shortText(line.text) : 'Click a line that was read wrong.'}</span>
      </div>
      <div className={classes.kinds} role="group" aria-label="This line is">
        {lineKinds.map(one => (
          <Tooltip key={one} label={kindWords[one].means}>
            <Button
              variant="default"
              size="compact-xs"
              className={classes.kind}
              disabled={line === null}
              aria-pressed={line !== null && kind === one}
              onClick={() => onSay(one)}
              leftSection={<span className={classes.letter} data-kind={one} aria-hidden>{kindWords[one].letter}</span>}
            >
              {kindWords[one].word}
            </Button>
          </Tooltip>
        ))}
      </div>
    </div>
  )
}
