import type { Draft } from '../../src-preload/contract/scripts.ts'
import classes from './DraftChip.module.css'
import { dayWords, draftWords } from './words.ts'

/** A draft by a little sheet of its colour and by its word, with its day where there is one. */
export function DraftChip({ draft, day = true }: { readonly draft: Draft; readonly day?: boolean }) {
  return (
    <span className={classes.chip}>
      <DraftSheet draft={draft} />
      <span>{draftWords(draft)}</span>
      {day && draft.date !== null && <span className={classes.day}>{dayWords(draft.date)}</span>}
    </span>
  )
}

/** The little sheet alone, beside a place that says the word. */
export const DraftSheet = ({ draft }: { readonly draft: Pick<Draft, 'colour'> }) => <span className={classes.sheet} data-colour={draft.colour} aria-hidden />
