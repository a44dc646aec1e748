import { useDebouncedValue } from '@mantine/hooks'
import { memo, useMemo, useState } from 'react'
import type { Facet, TalentFilters, TalentQuestion } from '../../src-preload/contract/talent.ts'
import { FailedState } from '../look/FourStates.tsx'
import { useFreshAnswer } from '../look/changes.tsx'
import classes from './FacetPanel.module.css'

/** How long a list must have stood until it is counted, in milliseconds: while letters come the next list is not kept waiting by counts that nobody reads. */
const countAfter = 120

/** How many values of a fact are shown before "more". */
const first = 5

const titles: Readonly<Record<Facet['of'], string>> = { gender: 'Gender', playingRange: 'Plays', language: 'Language', city: 'City', tag: 'Tag', skill: 'Skill' }

interface FacetPanelProps {
  /** The question that is answered in the list: counts follow the list, they do not hold it up. */
  readonly question: TalentQuestion
  readonly locale: string
  readonly onChange: (filters: TalentFilters) => void
}

/** The found counted by their facts, beside the list; a value pressed becomes a filter, pressed again it goes. */
export const FacetPanel = memo(function FacetPanel({ question, locale, onChange }: FacetPanelProps) {
  const [asked] = useDebouncedValue(question, countAfter)
  const answer = useFreshAnswer(['talent'], (office, signal) => office.talent.facets(asked, { signal }), [JSON.stringify(asked)], { keep: true })
  const figures = useMemo(() => new Intl.NumberFormat(locale), [locale])
  return (
    <aside aria-label="Counts of the found" aria-busy={answer.reloading || asked !== question} className={classes.panel}>
      {answer.failure && <FailedState failure={answer.failure} again={answer.again} slim />}
      {answer.data?.filter(({ values }) => values.length > 0).map(facet => <FacetGroup key={facet.of} facet={facet} filters={question.filters} figures={figures} onChange={onChange} />)}
    </aside>
  )
})

interface FacetGroupProps {
  readonly facet: Facet
  readonly filters: TalentFilters
  readonly figures: Intl.NumberFormat
  readonly onChange: (filters: TalentFilters) => void
}

function FacetGroup({ facet, filters, figures, onChange }: FacetGroupProps) {
  const [all, setAll] = useState(false)
  const { of, values, unknown } = facet
  const isOrdered = of === 'gender' || of === 'playingRange'
  const shown = all || isOrdered ? values : values.slice(0, first)
  return (
    <section className={classes.group} aria-label={titles[of]}>
      <h3>{titles[of]}</h3>
      <ul>
        {shown.map(({ label, count, filter }) => {
          const isOn = isSame(filters[of], filter[of])
          return (
            <li key={label}>
              <button type="button" className={classes.value} aria-pressed={isOn} data-on={isOn} onClick={() => onChange({ ...filters, [of]: isOn ? undefined : filter[of] })}>
                <span className={classes.label} title={label}>{label}</span> <span className={classes.count}>{figures.format(count)}</span>
              </button>
            </li>
          )
        })}
      </ul>
      {!isOrdered && values.length > first && <button type="button" className={classes.more} onClick={() => setAll(!all)}>{all ? 'Fewer' : `${values.length - first} more`}</button>}
      {unknown > 0 && of !== 'tag' && <p className={classes.unknown}>{figures.format(unknown)} not known</p>}
    </section>
  )
}

const isSame = (set: TalentFilters[Facet['of']], value: TalentFilters[Facet['of']]): boolean =>
  typeof set === 'string' && typeof value === 'string' ? set.toLowerCase() === value.toLowerCase() : set !== undefined && JSON.stringify(set) === JSON.stringify(value)
