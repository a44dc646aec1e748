import { Button } from '@mantine/core'
import type { TalentMerge } from '../../../src-preload/contract/duplicates.ts'
import type { TalentFacts, TalentId } from '../../../src-preload/contract/talent.ts'
import { TalentField } from '../../../src-preload/contract/talent.ts'
import { today } from '../../casting/standingWords.ts'
import { useOffice } from '../../connection/OfficeProvider.tsx'
import { useChanged, useFreshAnswer } from '../../look/changes.tsx'
import { say, sayFailure } from '../../look/UndoToast.tsx'
import { dayWords } from '../../look/words.ts'
import { fieldWords, valueLines, type Wording } from './factValues.ts'
import classes from './MergedFrom.module.css'

/** Which records were merged into a person, what of them was not taken, and the way back; nothing where none was. */
export function MergedFrom({ id, locale }: { readonly id: TalentId; readonly locale: string }) {
  const office = useOffice()
  const changed = useChanged()
  const { data } = useFreshAnswer(['talent'], (asked, signal) => asked.duplicates.merged({ id }, { signal }), [id], { keep: true })
  if (data === undefined || data.length === 0) return null
  const part = async (merge: TalentMerge) => {
    try {
      const { changedSince } = await office.duplicates.unmerge({ id: merge.id })
      changed('talent', 'casting', 'auditions', 'memory')
      const stays = changedSince.length > 0 ? ` What was changed since stays: ${changedSince.map(field => fieldWords[field].toLowerCase()).join(', ')}.` : ''
      say(`${merge.goneName} stands in the book again.${stays}`)
    } catch (error) {
      sayFailure(error)
    }
  }
  return (
    <ul className={classes.list} aria-label="Merged records">
      {data.map(merge => (
        <li key={merge.id}>
          <span>
            {merge.goneName} was merged into this record on {dayWords(merge.at.slice(0, 10), locale)}.
            {[merge.notTaken.kept, merge.notTaken.other].map((facts, at) => <NotTaken key={at} facts={facts} wording={{ locale, day: today() }} />)}
          </span>
          <Button variant="subtle" size="compact-xs" aria-label={`Take ${merge.goneName} apart again`} onClick={() => void part(merge)}>Take apart</Button>
        </li>
      ))}
    </ul>
  )
}

function NotTaken({ facts, wording }: { readonly facts: Partial<TalentFacts>; readonly wording: Wording }) {
  const lines = TalentField.options.flatMap(field => (facts[field] === undefined ? [] : [`${fieldWords[field]}: ${valueLines(field, facts, wording).join('; ')}`]))
  return lines.length === 0 ? null : <span className={classes.left}>Not taken: {lines.join('. ')}.</span>
}
