import { useEffect, useState } from 'react'
import type { ChatPhase } from '../../src-preload/contract/chat.ts'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { sayFailure } from '../look/UndoToast.tsx'
import classes from './PhaseLine.module.css'
import { useTalkDesk, useTalkState } from './useTalk.ts'

/** What is being done about the answer that comes, under it; while Claude asks for patience, the seconds until the next try. */
export function PhaseLine() {
  const talk = useTalkDesk()
  const phase = useTalkState(talk, state => state.phase)
  if (phase.kind === 'pausing') return <Pausing phase={phase} />
  const words = wordsFor(phase)
  if (words === null) return null
  return <p className={classes.phase}><span className={classes.dots} aria-hidden><i /><i /><i /></span>{words}</p>
}

function wordsFor(phase: ChatPhase): string | null {
  switch (phase.kind) {
    case 'asking': return 'Asking'
    case 'thinking': return 'Thinking'
    case 'writing': return ''
    case 'working': return phase.title
    case 'idle': case 'waiting': case 'pausing': return null
  }
}

const pauses: Readonly<Record<string, string>> = {
  CLAUDE_RATE_LIMIT: 'Claude takes no more questions for now.',
  CLAUDE_OVERLOADED: 'Claude is overloaded.',
  CLAUDE_OFFLINE: 'Claude cannot be reached.',
}

function Pausing({ phase }: { readonly phase: Extract<ChatPhase, { kind: 'pausing' }> }) {
  const office = useOffice()
  const talk = useTalkDesk()
  const seconds = useSecondsUntil(phase.until)
  const stop = () => void office.chat.stop({ conversationId: talk.id }).catch(sayFailure)
  return (
    <p className={classes.pausing}>
      <span>{pauses[phase.code] ?? 'The try before failed.'} <span className={classes.count}>{seconds > 0 ? `Next try in ${seconds} s` : 'Trying again'}</span></span>
      <button type="button" className={classes.stop} onClick={stop}>Stop</button>
    </p>
  )
}

/** Whole seconds until a moment, counted down while it is shown. */
function useSecondsUntil(until: string): number {
  const left = () => Math.max(0, Math.ceil((Date.parse(until) - Date.now()) / 1_000))
  const [seconds, setSeconds] = useState(left)
  useEffect(() => {
    setSeconds(left())
    const timer = setInterval(() => setSeconds(left()), 250)
    return () => clearInterval(timer)
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `left` reads nothing but `until`
  }, [until])
  return seconds
}
