import { memo } from 'react'
import type { MessageId } from '../../src-preload/contract/memory.ts'
import { AnswerView } from './AnswerView.tsx'
import { QuestionView } from './QuestionView.tsx'
import { useMessage, useTalkDesk } from './useTalk.ts'

/** One message of the talk above; drawn again only where it changes itself. */
export const MessageRow = memo(function MessageRow({ id }: { readonly id: MessageId }) {
  const message = useMessage(useTalkDesk(), id)
  if (message === null) return null
  return message.role === 'user' ? <QuestionView message={message} /> : <AnswerView message={message} />
})
