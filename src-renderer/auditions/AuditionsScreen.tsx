import { Button } from '@mantine/core'
import { IconCalendarEvent, IconPlus } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import type { Session } from '../../src-preload/contract/auditions.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { TalentId } from '../../src-preload/contract/talent.ts'
import { today } from '../casting/standingWords.ts'
import { useFreshAnswer } from '../look/changes.tsx'
import { EmptyState } from '../look/EmptyState.tsx'
import { FourStates } from '../look/FourStates.tsx'
import { PageBody } from '../look/PageBody.tsx'
import { PageHeader } from '../look/PageHeader.tsx'
import { useKeys } from '../look/useKeys.ts'
import { countWords } from '../look/words.ts'
import { TalentDrawer } from '../talent/TalentDrawer.tsx'
import { useSettings } from '../window/settingsStore.tsx'
import { byDay, weekdayWords } from './agenda.ts'
import type { AgendaParts, Asked } from './agendaParts.ts'
import { useAuditionDesk } from './auditionDesk.ts'
import classes from './AuditionsScreen.module.css'
import { BookDialog } from './BookDialog.tsx'
import { MessageDialog } from './MessageDialog.tsx'
import { MoveDialog } from './MoveDialog.tsx'
import { ProposeDialog } from './ProposeDialog.tsx'
import { SessionCard } from './SessionCard.tsx'
import { SessionDialog } from './SessionDialog.tsx'

const none: readonly Session[] = []

/** The auditions of a production as an agenda: each day's sessions with their slots; those gone by are folded. */
export function AuditionsScreen({ productionId }: { readonly productionId: ProductionId }) {
  const answer = useFreshAnswer(['auditions', 'talent', 'roles'], (office, signal) => office.auditions.sessions({ productionId }, { signal }), [productionId])
  const desk = useAuditionDesk(productionId, answer.data ?? none)
  const [asked, setAsked] = useState<Asked | null>(null)
  const [opened, setOpened] = useState<TalentId | null>(null)
  const toCome = (answer.data ?? none).filter(({ day }) => day >= today())
  const people = toCome.reduce((sum, session) => sum + session.slots.length, 0)
  useKeys({ n: () => setAsked({ kind: 'make' }) })
  return (
    <>
      <PageHeader title="Auditions" sub={toCome.length > 0 ? `${countWords(toCome.length, 'session')} to come, ${countWords(people, 'slot')}` : undefined}>
        {desk.sessions.length > 0 && <Button leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setAsked({ kind: 'make' })}>New session</Button>}
      </PageHeader>
      <PageBody label="Agenda">
        <FourStates
          answer={answer}
          what="the sessions"
          isEmpty={sessions => sessions.length === 0}
          empty={
            <EmptyState icon={<IconCalendarEvent size={24} />} sentence="No session yet. Make the first, and book people into it by name." hint="Nobody is booked twice at one time, in whatever production.">
              <Button leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setAsked({ kind: 'make' })}>New session</Button>
            </EmptyState>
          }
        >
          {sessions => <Agenda sessions={sessions} desk={desk} onAsk={setAsked} onOpen={setOpened} />}
        </FourStates>
      </PageBody>
      <SessionDialog desk={desk} asked={asked} onClose={() => setAsked(null)} />
      <BookDialog desk={desk} session={asked?.kind === 'book' ? asked.session : null} onClose={() => setAsked(null)} />
      <ProposeDialog desk={desk} session={asked?.kind === 'propose' ? asked.session : null} onClose={() => setAsked(null)} />
      <MoveDialog desk={desk} slot={asked?.kind === 'move' ? asked.slot : null} onClose={() => setAsked(null)} />
      <MessageDialog slot={asked?.kind === 'message' ? asked.slot : null} onClose={() => setAsked(null)} />
      <TalentDrawer id={opened} onClose={() => setOpened(null)} />
    </>
  )
}

function Agenda({ sessions, ...parts }: AgendaParts & { readonly sessions: readonly Session[] }) {
  const agenda = useRef<HTMLDivElement>(null)
  const step = (by: number) => {
    const cards = [...(agenda.current?.querySelectorAll<HTMLElement>('[data-session]') ?? [])].filter(card => card.checkVisibility())
    const at = cards.findIndex(card => card.contains(document.activeElement))
    cards[Math.max(0, Math.min(cards.length - 1, at + by))]?.focus()
  }
  useKeys({ j: () => step(1), k: () => step(-1) })
  const past = sessions.filter(({ day }) => day < today())
  const toCome = sessions.filter(({ day }) => day >= today())
  return (
    <div ref={agenda} className={classes.agenda}>
      {past.length > 0 && (
        <details className={classes.past}>
          <summary>{countWords(past.length, 'session')} gone by</summary>
          <Days sessions={past} {...parts} />
        </details>
      )}
      {toCome.length === 0 ? <p className={classes.quiet}>No session is to come.</p> : <Days sessions={toCome} {...parts} />}
    </div>
  )
}

function Days({ sessions, ...parts }: AgendaParts & { readonly sessions: readonly Session[] }) {
  const { settings: { locale } } = useSettings()
  return byDay(sessions).map(([day, ofDay]) => (
    <section key={day} className={classes.day} aria-label={weekdayWords(day, locale)}>
      <h2 className={classes.date}>{weekdayWords(day, locale)}{day === today() && <span className={classes.today}>today</span>}</h2>
      {ofDay.map(session => <SessionCard key={session.id} session={session} {...parts} />)}
    </section>
  ))
}
