import { UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import type { Facet, TalentFilters, TalentQuestion } from '../../src-preload/contract/talent.ts'
import { FailedState } from '../look/FourStates.tsx'
import { useFreshAnswer } from '../look/changes.tsx'
import classes from './FacetPanel.module.css'

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
export function FacetPanel({ question, locale, onChange }: FacetPanelProps) {
  const answer = useFreshAnswer(['talent'], (office, signal) => office.talent.facets(question, { signal }), [JSON.stringify(question)], { keep: true })
  return (
    <aside aria-label="Counts of the found" aria-busy={answer.reloading} className={classes.panel}>
      {answer.failure && <FailedState failure={answer.failure} again={answer.again} slim />}
      {answer.data?.filter(({ values }) => values.length > 0).map(facet => <FacetGroup key={facet.of} facet={facet} filters={question.filters} locale={locale} onChange={onChange} />)}
    </aside>
  )
}

interface FacetGroupProps {
  readonly facet: Facet
  readonly filters: TalentFilters
  readonly locale: string
  readonly onChange: (filters: TalentFilters) => void
}

function FacetGroup({ facet, filters, locale, onChange }: FacetGroupProps) {
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
              <UnstyledButton className={classes.value} aria-pressed={isOn} data-on={isOn} onClick={() => onChange({ ...filters, [of]: isOn ? undefined : filter[of] })}>
                <span className={classes.label} title={label}>{label}</span> <span className={classes.count}>{count.toLocaleString(locale)}</span>
              </UnstyledButton>
            </li>
          )
        })}
      </ul>
      {!isOrdered && values.length > first && <UnstyledButton className={classes.more} onClick={() => setAll(!all)}>{all ? 'Fewer' : `${values.length - first} more`}</UnstyledButton>}
      {unknown > 0 && of !== 'tag' && <p className={classes.unknown}>{unknown.toLocaleString(locale)} not known</p>}
    </section>
  )
}

const isSame = (set: TalentFilters[Facet['of']], value: TalentFilters[Facet['of']]): boolean =>
  typeof set === 'string' && typeof value === 'string' ? set.toLowerCase() === value.toLowerCase() : set !== undefined && JSON.stringify(set) === JSON.stringify(value)
