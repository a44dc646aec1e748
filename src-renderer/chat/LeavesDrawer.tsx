import { Button, Drawer } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import type { ExactRequest, OpenPlace } from '../../src-preload/contract/chat.ts'
import type { ConversationId } from '../../src-preload/contract/memory.ts'
import { useAnswer } from '../connection/useAnswer.ts'
import { FourStates } from '../look/FourStates.tsx'
import { say } from '../look/UndoToast.tsx'
import { countWords } from '../look/words.ts'
import { useSettings } from '../window/settingsStore.tsx'
import classes from './LeavesDrawer.module.css'
import { rupees } from './rupees.ts'

interface LeavesDrawerProps {
  readonly opened: boolean
  readonly onClose: () => void
  readonly conversationId: ConversationId
  /** The question as it stands in the box; empty shows what any question would take along. */
  readonly text: string
  readonly place: OpenPlace | undefined
}

/** What leaves this laptop: the exact request that a question would send, its parts with why, its weight and price. Sends nothing. */
export function LeavesDrawer({ opened, onClose, ...question }: LeavesDrawerProps) {
  return (
    <Drawer opened={opened} onClose={onClose} title="What leaves this laptop" size={560}>
      {opened && <Leaves {...question} />}
    </Drawer>
  )
}

function Leaves({ conversationId, text, place }: Omit<LeavesDrawerProps, 'opened' | 'onClose'>) {
  const asked = text.trim() === '' ? '…' : text
  const request = useAnswer((office, signal) => office.chat.exactRequest({ conversationId, text: asked, place }, { signal }), [conversationId, asked])
  return <FourStates answer={request} what="the request">{found => <Request request={found} isSample={text.trim() === ''} />}</FourStates>
}

function Request({ request, isSample }: { readonly request: ExactRequest; readonly isSample: boolean }) {
  const { settings: { locale } } = useSettings()
  const { address, model, parts, tokens, counted, paise, pseudonyms, json } = request
  const copy = () => navigator.clipboard.writeText(json).then(() => say('Copied.'), () => say('The clipboard did not take it. Select the text and copy it by hand.'))
  return (
    <div className={classes.leaves}>
      <p>
        {isSample ? 'Any question of this conversation takes this along. ' : 'This is what your question would send. '}
        Nothing is sent by looking.
      </p>
      <dl className={classes.facts}>
        <div><dt>To</dt><dd className={classes.address}>{address}</dd></div>
        <div><dt>Model</dt><dd>{model}</dd></div>
        <div><dt>Weight</dt><dd>{tokens.toLocaleString(locale)} tokens, {counted ? 'counted by Claude' : 'estimated'}</dd></div>
        <div><dt>Costs at most</dt><dd>{paise === null ? 'not known' : rupees(paise, locale)}</dd></div>
      </dl>
      <h3>{countWords(parts.length, 'part')}</h3>
      {parts.map((part, index) => (
        <details key={index} className={classes.part}>
          <summary><span className={classes.name}>{part.title}</span><span className={classes.weight}>{part.tokens.toLocaleString(locale)}</span><span className={classes.why}>{part.why}</span></summary>
          <pre tabIndex={0}>{part.text}</pre>
        </details>
      ))}
      {pseudonyms.length > 0 && (
        <>
          <h3>Sent under another name</h3>
          <table className={classes.names}>
            <thead><tr><th scope="col">Here</th><th scope="col">Sent as</th></tr></thead>
            <tbody>{pseudonyms.map(({ name, sent }) => <tr key={name}><td>{name}</td><td>{sent}</td></tr>)}</tbody>
          </table>
        </>
      )}
      <div className={classes.head}><h3>Every letter of it</h3><Button variant="default" leftSection={<IconCopy size={14} aria-hidden />} onClick={() => void copy()}>Copy</Button></div>
      <pre className={classes.json} tabIndex={0} aria-label="The exact request">{json}</pre>
    </div>
  )
}
