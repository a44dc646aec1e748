import { IconAddressBook, IconBookmark, IconCalendarEvent, IconClock, IconFileText, IconMasksTheater, IconMovie, IconSlash } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import type { RecordCard } from '../../src-preload/contract/chat.ts'
import { Avatar } from '../look/Avatar.tsx'
import classes from './RecordCards.module.css'
import { recordPlace, recordWords } from './recordPlace.ts'

const icons: Readonly<Record<RecordCard['kind'], typeof IconMovie>> = {
  production: IconMovie, script: IconFileText, scene: IconSlash, role: IconMasksTheater, talent: IconAddressBook, session: IconCalendarEvent, slot: IconClock, memory: IconBookmark,
}

/** A record in a running text: its words with a small sign of its kind; a click opens it. */
export function RecordLink({ card, children }: { readonly card: RecordCard; readonly children: ReactNode }) {
  const Icon = icons[card.kind]
  const place = recordPlace(card)
  const title = `${recordWords[card.kind]}: ${card.title}${card.line ? `. ${card.line}` : ''}`
  if (place === null) return <span className={classes.inline} title={title}><Icon size={12} aria-hidden />{children}</span>
  return <a className={classes.inline} href={`#${place}`} title={title}><Icon size={12} aria-hidden />{children}</a>
}

/** Records as cards of one line each; beyond `first` of them the others unfold. */
export function RecordList({ cards, first = 5 }: { readonly cards: readonly RecordCard[]; readonly first?: number }) {
  const [all, setAll] = useState(false)
  const more = cards.length - first
  // One that would stand alone behind "and 1 more" may as well stand here.
  const shown = all || more <= 1 ? cards : cards.slice(0, first)
  return (
    <ul className={classes.list}>
      {shown.map(card => <li key={card.ref}><Card card={card} /></li>)}
      {shown.length < cards.length && <li><button type="button" className={classes.more} onClick={() => setAll(true)}>and {more} more</button></li>}
    </ul>
  )
}

function Card({ card }: { readonly card: RecordCard }) {
  const Icon = icons[card.kind]
  const place = recordPlace(card)
  const inside = (
    <>
      {card.kind === 'talent' ? <Avatar name={card.title} size={28} /> : <span className={classes.sign} aria-hidden><Icon size={15} /></span>}
      <span className={classes.words}>
        <span className={classes.title}><span className="visually-hidden">{recordWords[card.kind]}: </span>{card.title}</span>
        {card.line && <span className={classes.line}>{card.line}</span>}
      </span>
    </>
  )
  return place === null ? <div className={classes.card}>{inside}</div> : <a className={classes.card} href={`#${place}`}>{inside}</a>
}
