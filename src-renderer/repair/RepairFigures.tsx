import { IconArrowRight } from '@tabler/icons-react'
import type { ScriptReading } from '../../src-preload/contract/scripts.ts'
import { countWords } from '../look/words.ts'
import classes from './RepairFigures.module.css'
import type { Trial } from './useTrial.ts'

interface RepairFiguresProps {
  readonly before: ScriptReading
  readonly trial: Trial
}

/** What the reading finds, before and with what she said, and what becomes of the names. */
export function RepairFigures({ before, trial }: RepairFiguresProps) {
  const after = trial.result?.reading ?? null
  const known = new Set(before.characters.map(({ name }) => name))
  const found = new Set(after?.characters.map(({ name }) => name) ?? [])
  const fresh = [...found].filter(name => !known.has(name))
  const gone = after ? [...known].filter(name => !found.has(name)) : []
  return (
    <div className={classes.strip} role="status" aria-busy={trial.reading}>
      <Figure label="Sure" before={`${Math.round(before.confidence * 100)} %`} after={after && `${Math.round(after.confidence * 100)} %`} />
      <Figure label="Scenes" before={before.scenes.length.toLocaleString()} after={after && after.scenes.length.toLocaleString()} />
      <Figure label="Speeches" before={speeches(before).toLocaleString()} after={after && speeches(after).toLocaleString()} />
      <Figure label="Who speak" before={before.characters.length.toLocaleString()} after={after && after.characters.length.toLocaleString()} />
      <span className={classes.names}>
        {trial.failure
          ? `With what you said it cannot be read: ${trial.failure.sentence}`
          : trial.reading
            ? 'Reading …'
            : after === null
              ? (before.confidenceReasons[0] ?? 'Nothing speaks against this reading.')
              : [fresh.length > 0 && `${countWords(fresh.length, 'new role')}: ${named(fresh)}`, gone.length > 0 && `${gone.length} gone: ${named(gone)}`].filter(Boolean).join('. ') || 'The same people speak.'}
      </span>
    </div>
  )
}

/** How many speeches a reading found. */
export const speeches = ({ characters }: Pick<ScriptReading, 'characters'>): number => characters.reduce((sum, character) => sum + character.speeches, 0)

const named = (names: readonly string[]): string => names.slice(0, 6).join(', ') + (names.length > 6 ? ' and more' : '')

function Figure({ label, before, after }: { readonly label: string; readonly before: string; readonly after: string | null }) {
  return (
    <span className={classes.figure}>
      <span className={classes.label}>{label}</span>
      <span className={classes.value}>
        {after === null || after === before
          ? before
          : <><span className={classes.before}>{before}</span><IconArrowRight size={12} aria-label="becomes" /><strong>{after}</strong></>}
      </span>
    </span>
  )
}
