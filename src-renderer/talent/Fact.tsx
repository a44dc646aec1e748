import { Button, Tooltip, VisuallyHidden } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { TalentField } from '../../src-preload/contract/talent.ts'
import { useTip } from '../look/useTip.ts'
import classes from './Fact.module.css'
import { useOriginWords } from './factOrigins.tsx'

interface FactProps {
  readonly label: string
  /** Which fact it is: where it came from is then said on hover, on focus, and to screen readers. */
  readonly field: TalentField
  /** The fact as it is read; null where it is not known. */
  readonly known: ReactNode
  /** What edits it in place; Escape and leaving it go back to reading. What it changes is saved by itself. */
  readonly editor: ReactNode
  /** Shows a Done button, for editors of several fields. */
  readonly done?: boolean
}

/** One fact of a person: read as text, changed in place by a click or Enter; an unknown one is quietly said to be so. */
export function Fact({ label, field, known, editor, done = false }: FactProps) {
  const [editing, setEditing] = useState(false)
  const [back, setBack] = useState(false)
  const shown = useRef<HTMLButtonElement>(null)
  const place = useRef<HTMLDivElement>(null)
  const id = useId()
  const origin = useOriginWords(field)
  const tip = useTip()
  useEffect(() => {
    if (editing) place.current?.querySelector<HTMLElement>('input:not([type="hidden"]), textarea, button')?.focus()
    else if (back) shown.current?.focus()
  }, [editing, back])
  const edit = () => {
    tip.close()
    setEditing(true)
  }
  const close = (focusBack: boolean) => {
    setBack(focusBack)
    setEditing(false)
  }
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' && !(event.key === 'Enter' && !done && !(event.target instanceof HTMLTextAreaElement) && !event.defaultPrevented)) return
    event.preventDefault()
    event.stopPropagation()
    close(true)
  }
  return (
    <div className={classes.fact}>
      <span id={id} className={classes.label}>{label}</span>
      {editing
        ? (
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
          <div
            ref={place} role="group" aria-labelledby={id} className={classes.editing} data-large={done} onKeyDown={keys}
            onBlur={event => {
              const to = event.relatedTarget
              // Menus of the editor live outside of it. A large editor stays open until Done: folding it away under the pointer
              // would move what is being clicked.
              if (done || to === null || event.currentTarget.contains(to) || to.closest('[role="listbox"]')) return
              close(false)
            }}
          >
            {editor}
            {done && <div className={classes.ends}><Button variant="light" size="compact-sm" onClick={() => close(true)}>Done</Button></div>}
          </div>
        )
        : (
          <>
            <button ref={shown} type="button" className={classes.show} aria-labelledby={`${id} ${id}-value`} aria-describedby={`${id}-origin`} onClick={edit} {...tip.on}>
              <span id={`${id}-value`}>{known ?? <span className={classes.unknown}>not known</span>}</span>
              <IconPencil size={14} className={classes.pencil} aria-hidden />
            </button>
            {tip.isOpen && origin !== '' && <Tooltip target={shown} label={origin} opened position="bottom-end" />}
            <VisuallyHidden id={`${id}-origin`}>{origin}</VisuallyHidden>
          </>
        )}
    </div>
  )
}

/** A fact of several lines. The space after each keeps the words of two lines apart in the name that the button takes from them. */
export function FactLines({ lines }: { readonly lines: readonly (readonly [key: string, line: ReactNode])[] }) {
  return <ul className={classes.list}>{lines.map(([key, line]) => <li key={key}>{line}{' '}</li>)}</ul>
}
