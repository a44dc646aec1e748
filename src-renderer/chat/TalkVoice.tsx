import { useEffect, useRef, useState } from 'react'
import type { Message } from '../../src-preload/contract/chat.ts'
import { messageOf } from './talk.ts'
import { useTalkDesk, useTalkState } from './useTalk.ts'

/** Says politely, for screen readers, that an answer comes, that it is there, or that a change waits for a yes; never its words as they stream. */
export function TalkVoice() {
  const talk = useTalkDesk()
  const phase = useTalkState(talk, state => state.phase.kind)
  const before = useRef(phase)
  const [said, setSaid] = useState('')
  useEffect(() => {
    if (before.current === phase) return
    const was = before.current
    before.current = phase
    if (was === 'idle' || was === 'waiting') setSaid('The answer is coming.')
    else if (phase === 'idle' || phase === 'waiting') {
      const { order } = talk.store.getState()
      const last = order.at(-1)
      setSaid(endWords(last === undefined ? null : messageOf(talk.store.getState(), last)))
    } else if (phase === 'pausing') setSaid('Claude asks to wait. It is tried again by itself.')
  }, [phase, talk])
  return <p className="visually-hidden" role="status">{said}</p>
}

function endWords(message: Message | null): string {
  const waiting = message?.blocks.findLast(block => block.kind === 'tool' && block.action?.state === 'waiting')
  if (waiting?.kind === 'tool' && waiting.action) return `Waits for your yes: ${waiting.action.title}`
  if (message?.state === 'stopped') return 'The answer was stopped.'
  return message?.state === 'failed' ? 'The answer failed.' : 'The answer is there.'
}
