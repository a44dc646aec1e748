import { Button, Modal } from '@mantine/core'
import type { Backup, DropOut } from '../../src-preload/contract/dropOuts.ts'
import { listWords, pencilWords, statusWords } from '../../src-preload/contract/said.ts'
import type { TalentId } from '../../src-preload/contract/talent.ts'
import { useFreshAnswer } from '../look/changes.tsx'
import { Avatar } from '../look/Avatar.tsx'
import { EmptyState } from '../look/EmptyState.tsx'
import { FitBar } from '../look/FitBar.tsx'
import { FourStates } from '../look/FourStates.tsx'
import { countWords } from '../look/words.ts'
import { cellWords } from '../pairs/pairWords.ts'
import type { CastingDesk } from './castingDesk.ts'
import classes from './DropOutDialog.module.css'

interface DropOutProps {
  readonly desk: CastingDesk
  readonly onOpen: (id: TalentId) => void
}

/** A role falls open: what breaks, and who could step in. Releasing and booking are changes of the lists, each with its undo. */
export function DropOutDialog({ opened, onClose, desk, onOpen }: DropOutProps & { readonly opened: boolean; readonly onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title={`If ${desk.role.name} falls open`} size={840}>
      {opened && <Panel desk={desk} onOpen={id => { onClose(); onOpen(id) }} />}
    </Modal>
  )
}

function Panel({ desk, onOpen }: DropOutProps) {
  const answer = useFreshAnswer(['casting', 'talent', 'roles'], (office, signal) => office.dropOuts.read({ roleId: desk.role.id }, { signal }), [desk.role.id])
  return (
    <FourStates answer={answer} what="who could step in">
      {found => (
        <div className={classes.panel}>
          <Out found={found} desk={desk} />
          {found.breaks.length > 0 && (
            <section aria-label="What breaks">
              <h3 className={classes.title}>What breaks</h3>
              <ul className={classes.breaks}>{found.breaks.map(({ kind, text }) => <li key={`${kind} ${text}`}>{text}</li>)}</ul>
            </section>
          )}
          <section aria-label="Who could step in">
            <h3 className={classes.title}>Who could step in</h3>
            {!found.suggestions && <p className={classes.quiet}>Suggestions are off here: only who stands on the lists is shown.</p>}
            {found.backups.length === 0
              ? <EmptyState sentence="Nobody to step in yet." hint="Put people on the lists of the role, or add people to the talent book." />
              : <ol className={classes.list}>{found.backups.map(backup => <OneBackup key={backup.talent.id} backup={backup} found={found} desk={desk} onOpen={onOpen} />)}</ol>}
          </section>
        </div>
      )}
    </FourStates>
  )
}

/** Who is cast, and the release that opens the role; once they are out, that they are. */
function Out({ found: { out }, desk }: { readonly found: DropOut; readonly desk: CastingDesk }) {
  if (out === null) return <p className={classes.quiet}>Nobody is booked for {desk.role.name}.</p>
  if (out.status !== 'booked') return <p className={classes.quiet}>{out.talent.name} was booked and is {statusWords[out.status].toLowerCase()} now.</p>
  return (
    <p className={classes.out}>
      <span>{out.talent.name} is booked.</span>
      <Button variant="default" onClick={() => void desk.put(out.talent, { status: 'released', reason: 'Dropped out' }, `dropped out of ${desk.role.name}`)}>{out.talent.name} dropped out</Button>
    </p>
  )
}

function OneBackup({ backup, found, desk, onOpen }: DropOutProps & { readonly backup: Backup; readonly found: DropOut }) {
  const { talent, standing, fit, interval, reasons, stoppedBy, dates, lastContact, pairs, breaks } = backup
  const booked = found.out?.status === 'booked'
  return (
    <li className={classes.backup}>
      <Avatar name={talent.name} picture={talent.picture} size={32} />
      <span>
        <button type="button" className={classes.name} onClick={() => onOpen(talent.id)}>{talent.name}</button>{' '}
        <span className={classes.quiet}>{standing === null ? 'on no list' : [listWords[standing.list], standing.hold ? pencilWords(standing.hold.position) : statusWords[standing.status]].join(', ')}</span>
      </span>
      {fit !== null && interval !== null ? <FitBar fit={fit} interval={interval} /> : <span />}
      <Button
        variant="default" size="compact-sm" disabled={standing?.status === 'booked'} aria-label={booked ? `Make backup: ${talent.name}` : `Book: ${talent.name}`}
        onClick={() => void (booked
          ? desk.put(talent, { status: 'backup', reason: 'Should the booking fall through' }, `is backup for ${desk.role.name}`)
          : desk.put(talent, { list: 'shortList', status: 'booked', reason: found.out ? `Steps in for ${found.out.talent.name}` : '' }, `is booked for ${desk.role.name}`))}
      >
        {booked ? 'Make backup' : 'Book'}
      </Button>
      <div className={classes.why}>
        {stoppedBy.length > 0 && <p className={classes.stop}>Stopped: {stoppedBy.join('; ')}</p>}
        <p className={classes.facts}>{dates.text} · {lastContact ? `last contact ${lastContact.on}, ${lastContact.text}` : 'no contact known here'}</p>
        {pairs.map(({ role, person, scenes, forecast }) => (
          <p key={role.id} className={classes.facts}>
            With {person.name} as {role.name}, {countWords(scenes, 'scene')}: {forecast ? cellWords(forecast) : 'not predicted'}
          </p>
        ))}
        {breaks.length > 0 && <p>Would break: {breaks.map(({ text }) => text).join('; ')}</p>}
        {reasons.length > 0 && <p>{reasons.join('; ')}</p>}
      </div>
    </li>
  )
}
