import type { ProfileMark } from '../../src-preload/contract/profiles.ts'
import type { TalentField } from '../../src-preload/contract/talent.ts'
import { talentFieldWords } from './profileWords.ts'
import classes from './ProfilesScreen.module.css'

interface MarkedTextProps {
  readonly text: string
  readonly marks: readonly ProfileMark[]
  /** The field that the pointer or the focus is at: its words stand out. */
  readonly near: TalentField | null
}

/** The words a person was read from, those that became a fact marked with the fact's name. */
export function MarkedText({ text, marks, near }: MarkedTextProps) {
  const parts: { readonly from: number; readonly to: number; readonly field: TalentField | null }[] = []
  let at = 0
  for (const { field, from, to } of marks) {
    if (field === 'said' || from < at) continue
    if (from > at) parts.push({ from: at, to: from, field: null })
    parts.push({ from, to, field })
    at = to
  }
  parts.push({ from: at, to: text.length, field: null })
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reached by the keys
    <p className={classes.text} tabIndex={0}>
      {parts.map(({ from, to, field }) => (field === null
        ? <span key={from}>{text.slice(from, to)}</span>
        : <mark key={from} data-field={field} data-near={field === near} title={talentFieldWords[field]}>{text.slice(from, to)}</mark>))}
    </p>
  )
}
