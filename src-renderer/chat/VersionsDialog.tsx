import { Modal } from '@mantine/core'
import type { Message } from '../../src-preload/contract/chat.ts'
import type { MessageId } from '../../src-preload/contract/memory.ts'
import { useAnswer } from '../connection/useAnswer.ts'
import { FourStates } from '../look/FourStates.tsx'
import { useSettings } from '../window/settingsStore.tsx'
import { MarkdownText } from './MarkdownText.tsx'
import classes from './VersionsDialog.module.css'
import { wordsOf } from './answerText.ts'

interface VersionsDialogProps {
  readonly opened: boolean
  readonly onClose: () => void
  readonly messageId: MessageId
}

/** The earlier versions of a message, newest first: what a retry or other words put aside. */
export function VersionsDialog({ opened, onClose, messageId }: VersionsDialogProps) {
  return <Modal opened={opened} onClose={onClose} title="Earlier versions" size="lg">{opened && <Versions messageId={messageId} />}</Modal>
}

function Versions({ messageId }: { readonly messageId: MessageId }) {
  const versions = useAnswer((office, signal) => office.chat.versions({ messageId }, { signal }), [messageId])
  return <FourStates answer={versions} what="the versions" isEmpty={list => list.length === 0} empty={<p>There are none any more.</p>}>{list => <ol className={classes.list}>{list.map(version => <Version key={version.id} version={version} />)}</ol>}</FourStates>
}

function Version({ version }: { readonly version: Message }) {
  const { settings: { locale } } = useSettings()
  const words = wordsOf(version)
  return (
    <li className={classes.version}>
      <time dateTime={version.at}>{new Date(version.at).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' })}</time>
      {version.role === 'user' ? <p className={classes.asked}>{words}</p> : words === '' ? <p className={classes.none}>{version.failure?.sentence ?? 'Nothing had come yet.'}</p> : <MarkdownText text={words} cards={version.cards} />}
    </li>
  )
}
