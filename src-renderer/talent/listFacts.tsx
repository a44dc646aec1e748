import { ActionIcon, Button, Select, Textarea, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { isOver } from '../../src-preload/contract/minors.ts'
import type { BrandConflict, PastAudition, SkillProof } from '../../src-preload/contract/talentFacts.ts'
import { Chip } from '../look/Chip.tsx'
import { Fact, FactLines } from './Fact.tsx'
import classes from './Fact.module.css'
import type { FactEdit } from './factEditors.tsx'
import { auditionWords, conflictWords, proofWords } from './talentWords.ts'
import { useRows } from './useRows.ts'

interface RowsProps<T> {
  readonly values: readonly T[]
  /** Whether a row can be kept as it is; one that cannot waits. */
  readonly whole: (value: T) => boolean
  readonly onChange: (values: T[]) => void
  readonly empty: T
  readonly addLabel: string
  /** What a row is called where it is taken away. */
  readonly name: (value: T) => string
  /** The fields of a row, the cross beside the first line. */
  readonly fields: (value: T, change: (value: T) => void, remove: ReactNode) => ReactNode
}

function Rows<T>({ values, whole, onChange, empty, addLabel, name, fields }: RowsProps<T>) {
  const { rows, add, change, remove } = useRows(values, whole, onChange)
  return (
    <>
      {rows.map(({ key, value }) => (
        <div key={key} className={classes.rows}>
          {fields(value, next => change(key, next), <ActionIcon aria-label={`Take away ${name(value)}`} onClick={() => remove(key)}><IconX size={14} aria-hidden /></ActionIcon>)}
        </div>
      ))}
      <div><Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={12} aria-hidden />} onClick={() => add(empty)}>{addLabel}</Button></div>
    </>
  )
}

/** Skills with what proves them. */
export function ProofsFact({ facts, edit }: FactEdit) {
  const { proofs, skills } = facts
  return (
    <Fact
      label="Proof" field="proofs" done known={proofs.length > 0 ? <FactLines lines={proofs.map((proof, at) => [`${at} ${proof.skill}`, proofWords(proof)])} /> : null}
      editor={
        <Rows<SkillProof>
          values={proofs} whole={({ skill }) => skill.trim() !== ''} empty={{ skill: '', proof: '', link: '' }} addLabel="Add a proof" name={({ skill }) => skill || 'this proof'} onChange={next => edit({ proofs: next })}
          fields={(value, change, remove) => (
            <>
              <div className={classes.row}>
                <TextInput aria-label="Skill" placeholder={skills[0] ?? 'Skill'} maxLength={160} value={value.skill} onChange={event => change({ ...value, skill: event.currentTarget.value })} />
                {remove}
              </div>
              <div className={classes.row}>
                <TextInput aria-label="What proves it" placeholder="Certificate, medal, where seen" maxLength={500} value={value.proof} onChange={event => change({ ...value, proof: event.currentTarget.value })} />
                <TextInput aria-label="Link to it" placeholder="Link" w={148} maxLength={2_000} value={value.link} onChange={event => change({ ...value, link: event.currentTarget.value })} />
              </div>
            </>
          )}
        />
      }
    />
  )
}

/** Brands that a person may not work against; those that are over stay, marked so. */
export function ConflictsFact({ facts, edit, locale, day }: FactEdit & { readonly locale: string; readonly day: string }) {
  const { conflicts } = facts
  const inOrder = [...conflicts].sort((a, b) => Number(isOver(a, day)) - Number(isOver(b, day)))
  return (
    <Fact
      label="Brands" field="conflicts" done
      known={inOrder.length > 0 ? <ul className={classes.list}>{inOrder.map((conflict, at) => <Conflict key={`${at} ${conflict.brand}`} over={isOver(conflict, day)}>{conflictWords(conflict, locale)}</Conflict>)}</ul> : null}
      editor={
        <Rows<BrandConflict>
          values={conflicts} whole={({ brand }) => brand.trim() !== ''} empty={{ brand: '', category: '', territory: '', until: null }} addLabel="Add a conflict" name={({ brand }) => brand || 'this conflict'} onChange={next => edit({ conflicts: next })}
          fields={(value, change, remove) => (
            <>
              <div className={classes.row}>
                <TextInput aria-label="Brand" placeholder="Brand" maxLength={160} value={value.brand} onChange={event => change({ ...value, brand: event.currentTarget.value })} />
                <TextInput type="date" aria-label="Conflict until" w={148} value={value.until ?? ''} onChange={event => change({ ...value, until: event.currentTarget.value || null })} />
                {remove}
              </div>
              <div className={classes.row}>
                <TextInput aria-label="Category" placeholder="Tea, phones, cement" maxLength={120} value={value.category} onChange={event => change({ ...value, category: event.currentTarget.value })} />
                <TextInput aria-label="Territory" placeholder="India" w={148} maxLength={120} value={value.territory} onChange={event => change({ ...value, territory: event.currentTarget.value })} />
              </div>
            </>
          )}
        />
      }
    />
  )
}

const Conflict = ({ over, children }: { readonly over: boolean; readonly children: ReactNode }) => (
  <li className={over ? classes.over : undefined}>{children}{over && <> <Chip>over</Chip></>}{' '}</li>
)

const ratings = ['1', '2', '3', '4', '5']

/** Auditions from before CastMatch, with the casting director's own note and rating. */
export function PastAuditionsFact({ facts, edit, locale }: FactEdit & { readonly locale: string }) {
  const { auditions } = facts
  return (
    <Fact
      label="Earlier auditions" field="auditions" done
      known={auditions.length > 0 ? <FactLines lines={auditions.map((one, at) => [`${at} ${one.production}`, <>{auditionWords(one, locale)} {one.note && <span className={classes.note}>{one.note}</span>}</>])} /> : null}
      editor={
        <Rows<PastAudition>
          values={auditions} whole={({ production, role, note }) => (production + role + note).trim() !== ''} empty={{ on: null, production: '', role: '', rating: null, note: '' }} addLabel="Add an audition" name={({ production }) => production || 'this audition'} onChange={next => edit({ auditions: next })}
          fields={(value, change, remove) => (
            <>
              <div className={classes.row}>
                <TextInput aria-label="For which production" placeholder="Production" maxLength={200} value={value.production} onChange={event => change({ ...value, production: event.currentTarget.value })} />
                <TextInput type="date" aria-label="Auditioned on" w={148} value={value.on ?? ''} onChange={event => change({ ...value, on: event.currentTarget.value || null })} />
                {remove}
              </div>
              <div className={classes.row}>
                <TextInput aria-label="For which role" placeholder="Role" maxLength={200} value={value.role} onChange={event => change({ ...value, role: event.currentTarget.value })} />
                <Select aria-label="Your rating" placeholder="No rating" clearable w={148} data={ratings.map(rating => ({ value: rating, label: `${rating} of 5` }))} value={value.rating === null ? null : `${value.rating}`} onChange={rating => change({ ...value, rating: rating === null ? null : Number(rating) })} />
              </div>
              <Textarea aria-label="What you saw" placeholder="What you saw" autosize maxRows={8} maxLength={5_000} value={value.note} onChange={event => change({ ...value, note: event.currentTarget.value })} />
            </>
          )}
        />
      }
    />
  )
}
