import { TextInput } from '@mantine/core'
import { IconSearch, IconX } from '@tabler/icons-react'
import { memo, useCallback, useEffect, useRef, useState, type RefObject } from 'react'
import classes from './TalentScreen.module.css'
import type { TalentPlace } from './talentAddress.ts'

/**
 * The place with the sentence as it stands in the box, a little before the address has it: the list follows each letter, the address only
 * a pause, since a browser refuses hundreds of addresses a minute.
 */
export function useTyped(address: TalentPlace): { readonly place: TalentPlace; readonly type: (text: string) => void } {
  const [typed, setTyped] = useState<{ readonly text: string; readonly over: string } | null>(null)
  // Once the address moves, what was typed over the old one is over.
  useEffect(() => setTyped(null), [address.text])
  const isAhead = typed !== null && typed.over === address.text && typed.text !== address.text
  const place = isAhead ? { ...address, text: typed.text, without: [] } : address
  const type = useCallback((text: string) => setTyped({ text, over: address.text }), [address.text])
  return { place, type }
}

interface SentenceBoxProps {
  readonly text: string
  /** Hears what stands in the box with each letter, those of a burst together. */
  readonly onType: (text: string) => void
  /** Hears it once the typing rests, for the address. */
  readonly onChange: (text: string) => void
  readonly boxRef: RefObject<HTMLInputElement | null>
  /** Goes down to the table. */
  readonly onDown: () => void
}

/** How soon after a letter that was asked the next ones wait for each other, and how long after the last the address has the sentence, in milliseconds. */
const askAfter = 20
const restAfter = 400

/** The one box: the sentence is asked as it is typed, or at once on Enter. */
export const SentenceBox = memo(function SentenceBox({ text, onType, onChange, boxRef, onDown }: SentenceBoxProps) {
  const [draft, setDraft] = useState(text)
  /** What the list was last asked for. */
  const asked = useRef(text)
  /** When that was. */
  const askedAt = useRef(-Infinity)
  /** What the address has. */
  const kept = useRef(text)
  const tell = useRef({ onType, onChange })
  useEffect(() => {
    tell.current = { onType, onChange }
  })
  useEffect(() => {
    // Another sentence came from the address: back, forward or a link.
    if (text !== asked.current) {
      setDraft(text)
      kept.current = text
    }
    asked.current = text
  }, [text])
  useEffect(() => {
    const sentence = draft.trim()
    // A letter that was typed and taken back before the address had it was asked all the same.
    if (sentence === kept.current && sentence === asked.current) return
    const ask = () => {
      asked.current = sentence
      askedAt.current = performance.now()
      tell.current.onType(sentence)
    }
    // A letter after a pause is asked at once; only those that come in a burst, as from a paste in pieces, are gathered.
    const typed = performance.now() - askedAt.current < askAfter ? setTimeout(ask, askAfter) : ask()
    const rested = setTimeout(() => {
      kept.current = sentence
      tell.current.onChange(sentence)
    }, restAfter)
    return () => {
      if (typed !== undefined) clearTimeout(typed)
      clearTimeout(rested)
    }
  }, [draft])
  const askNow = (sentence: string) => {
    setDraft(sentence)
    asked.current = sentence.trim()
    kept.current = sentence.trim()
    onType(sentence.trim())
    onChange(sentence.trim())
  }
  return (
    <TextInput
      ref={boxRef} className={classes.box} size="sm" type="search" aria-label="Describe who you look for" placeholder="Describe who you look for: a woman of 45 to 55 who speaks Bhojpuri and can sing"
      value={draft} maxLength={2_000} leftSection={<IconSearch size={16} aria-hidden />} onChange={event => setDraft(event.currentTarget.value)}
      rightSection={draft && <button type="button" aria-label="Clear the sentence" className={classes.clear} onClick={() => { askNow(''); boxRef.current?.focus() }}><IconX size={14} aria-hidden /></button>}
      onKeyDown={event => {
        if (event.key === 'Enter') askNow(draft)
        if (event.key === 'Escape' && draft) askNow('')
        if (event.key === 'ArrowDown') {
          event.preventDefault()
          onDown()
        }
      }}
    />
  )
})
