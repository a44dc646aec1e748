import { Popover, Skeleton } from '@mantine/core'
import { IconInfoCircle, IconSparkles } from '@tabler/icons-react'
import { useRef, useState, type ReactNode } from 'react'
import type { Explanation, MarkedPiece, TalentSummary } from '../../src-preload/contract/talent.ts'
import { useAnswer } from '../connection/useAnswer.ts'
import { FailedState } from '../look/FourStates.tsx'
import { useFound } from './foundContext.ts'
import classes from './WhyPopover.module.css'

/** A small mark beside somebody who is new since the saved search was last opened. */
export function NewMark({ talent }: { readonly talent: TalentSummary }) {
  return useFound().fresh.has(talent.id) ? <span className={classes.new}>New</span> : null
}

/**
 * Opens why somebody was found: the words in their texts, each condition, the nearest sentence.
 *
 * Closed it is a plain button, since it stands in every row of a table that is drawn anew with each letter.
 */
export function WhyPopover({ talent }: { readonly talent: TalentSummary }) {
  const [opened, setOpened] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const words = useRef<HTMLDivElement>(null)
  const stop = (event: { readonly stopPropagation: () => void }) => event.stopPropagation()
  const close = () => {
    setOpened(false)
    if (words.current?.contains(document.activeElement)) button.current?.focus({ preventScroll: true })
  }
  return (
    // What is pressed in the popover is not meant for the row behind it.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events
    <span className={classes.holder} onClick={stop} onKeyDown={stop}>
      <button ref={button} type="button" className={classes.button} aria-label={`Why ${talent.name}`} aria-haspopup="dialog" aria-expanded={opened} onClick={() => (opened ? close() : setOpened(true))}><IconInfoCircle size={15} aria-hidden /></button>
      {opened && (
        <Popover opened onChange={isOpen => !isOpen && close()} width={400} position="bottom-start" shadow="md" withinPortal withRoles={false} trapFocus>
          <Popover.Target><span className={classes.anchor} /></Popover.Target>
          <Popover.Dropdown ref={words} role="dialog" aria-label={`Why ${talent.name}`} tabIndex={0} className={classes.dropdown}><Why talent={talent} /></Popover.Dropdown>
        </Popover>
      )}
    </span>
  )
}

function Why({ talent }: { readonly talent: TalentSummary }) {
  const { question } = useFound()
  const answer = useAnswer((office, signal) => office.talent.explain({ ...question, id: talent.id }, { signal }), [talent.id, JSON.stringify(question)])
  return (
    <>
      <h3 className={classes.title}>Why {talent.name}</h3>
      {answer.state === 'loading' && <div aria-busy="true"><Skeleton height={12} width="80%" animate={false} /><Skeleton height={12} mt={8} width="60%" animate={false} /></div>}
      {answer.failure && answer.data === undefined && <FailedState failure={answer.failure} again={answer.again} slim />}
      {answer.data && <Explained why={answer.data} />}
    </>
  )
}

function Explained({ why }: { readonly why: Explanation }) {
  const { conditions, texts, nearest, name } = why
  const says = conditions.length > 0 || texts.length > 0 || nearest !== null || name !== null
  if (!says) return <p className={classes.none}>Nothing was asked that the record speaks of.</p>
  return (
    <dl className={classes.list}>
      {name !== null && <Entry term="Name">spelt like the words you asked for</Entry>}
      {conditions.map(({ label, says: said, known }) => <Entry key={label} term={label}><span data-unknown={!known}>{said}</span></Entry>)}
      {texts.map(({ field, pieces }) => <Entry key={field} term={`In the ${field}`}><Marked pieces={pieces} /></Entry>)}
      {nearest && <Entry term={<><IconSparkles size={12} aria-hidden /> Nearest in meaning</>}>“{nearest.sentence}” <span className={classes.field}>({nearest.field})</span></Entry>}
    </dl>
  )
}

const Entry = ({ term, children }: { readonly term: ReactNode; readonly children: ReactNode }) => <><dt>{term}</dt><dd>{children}</dd></>

// Pieces have no name of their own, and never change places.
const Marked = ({ pieces }: { readonly pieces: readonly MarkedPiece[] }) => pieces.map((piece, at) => (piece.marked ? <mark key={at}>{piece.text}</mark> : <span key={at}>{piece.text}</span>))
