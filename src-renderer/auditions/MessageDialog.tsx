import { Button, Group, Modal, SegmentedControl, Stack, Textarea } from '@mantine/core'
import { IconCopy, IconMail } from '@tabler/icons-react'
import { useState } from 'react'
import { MessageLanguage, type Slot } from '../../src-preload/contract/auditions.ts'
import { useAnswer } from '../connection/useAnswer.ts'
import { say } from '../look/UndoToast.tsx'
import classes from './Dialogs.module.css'

interface MessageDialogProps {
  /** Whose message is written; null keeps it shut. */
  readonly slot: Slot | null
  readonly onClose: () => void
}

const languages: readonly { readonly value: MessageLanguage; readonly label: string }[] =
  [{ value: 'en', label: 'English' }, { value: 'hi', label: 'हिन्दी' }, { value: 'mr', label: 'मराठी' }]

/** Writes the message that calls somebody to a slot, to be changed, copied or mailed by the user. */
export function MessageDialog({ slot, onClose }: MessageDialogProps) {
  return (
    <Modal opened={slot !== null} onClose={onClose} size="lg" title={slot ? `Message to ${slot.talentName}` : ''}>
      {slot && <MessageForm key={slot.id} slot={slot} />}
    </Modal>
  )
}

function MessageForm({ slot }: { readonly slot: Slot }) {
  const [language, setLanguage] = useState<MessageLanguage>('en')
  const [typed, setTyped] = useState<string | null>(null)
  const message = useAnswer((office, signal) => office.auditions.message({ id: slot.id, language }, { signal }), [slot.id, language], { keep: true })
  const text = typed ?? message.data?.text ?? ''
  const copy = () => navigator.clipboard.writeText(text).then(() => say('Copied.'), () => say('The clipboard did not take it. Select the text and copy it by hand.'))
  const { to = '', phone = '', email = '', subject = '' } = message.data ?? {}
  return (
    <Stack gap="sm">
      <SegmentedControl
        aria-label="Language of the message" data={[...languages]} value={language}
        onChange={value => {
          setLanguage(MessageLanguage.parse(value))
          setTyped(null)
        }}
      />
      <p className={classes.said}>{message.failure?.sentence ?? [to && `To ${to}`, phone, email].filter(Boolean).join(' · ')}</p>
      <Textarea label="Message" autosize minRows={9} maxRows={16} lang={language} value={text} onChange={event => setTyped(event.currentTarget.value)} />
      <Group justify="flex-end" gap="xs">
        <Button
          variant="default" component="a" target="_blank" rel="noreferrer" leftSection={<IconMail size={14} aria-hidden />}
          href={`mailto:${encodeURIComponent(email)}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`}
        >
          Open in mail
        </Button>
        <Button data-autofocus leftSection={<IconCopy size={14} aria-hidden />} disabled={text === ''} onClick={() => void copy()}>Copy</Button>
      </Group>
    </Stack>
  )
}
