import type { FoundConversation } from '../../src-preload/contract/chat.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import { useAnswer } from '../connection/useAnswer.ts'
import { FourStates, RowSkeleton } from '../look/FourStates.tsx'
import { useSettings } from '../window/settingsStore.tsx'
import type { OpenTalk } from './chatDesk.tsx'
import classes from './ConversationList.module.css'
import { titleOf, whenWords } from './conversationWords.ts'

interface FoundListProps {
  readonly text: string
  readonly productionId: ProductionId | undefined
  readonly onOpen: (talk: OpenTalk) => void
}

/** What a search through all conversations found; each opens at its message. */
export function FoundList({ text, productionId, onOpen }: FoundListProps) {
  const found = useAnswer((office, signal) => office.chat.search({ text, productionId }, { signal }), [text, productionId], { keep: true })
  return (
    <FourStates answer={found} what="what was found" isEmpty={list => list.length === 0} skeleton={<RowSkeleton rows={4} />} empty={<p className={classes.none}>No conversation speaks of “{text}”. Try other words.</p>}>
      {list => (
        <ul className={classes.found} aria-label="Found">
          {list.map(one => <li key={`${one.conversation.id}${one.messageId ?? ''}`}><Hit found={one} onOpen={() => onOpen({ id: one.conversation.id, at: one.messageId })} /></li>)}
        </ul>
      )}
    </FourStates>
  )
}

function Hit({ found, onOpen }: { readonly found: FoundConversation; readonly onOpen: () => void }) {
  const { settings: { locale } } = useSettings()
  return (
    <button type="button" className={classes.hit} onClick={onOpen}>
      <span className={classes.top}><span className={classes.title}>{titleOf(found.conversation)}</span><time dateTime={found.at}>{whenWords(found.at, locale)}</time></span>
      <span className={classes.excerpt}>{marked(found)}</span>
    </button>
  )
}

/** The excerpt with its marks; marks that do not fit are left out. */
function marked({ excerpt, marks }: FoundConversation) {
  const pieces = []
  let at = 0
  for (const { from, to } of marks) {
    if (from < at || to <= from || to > excerpt.length) continue
    pieces.push(excerpt.slice(at, from), <mark key={from}>{excerpt.slice(from, to)}</mark>)
    at = to
  }
  return [...pieces, excerpt.slice(at)]
}
