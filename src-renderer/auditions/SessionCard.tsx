import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core'
import { IconClockEdit, IconDots, IconMessage, IconPencil, IconPlus, IconTrash, IconX } from '@tabler/icons-react'
import { Slot, type Session } from '../../src-preload/contract/auditions.ts'
import { sessionWords, slotWords } from '../../src-preload/contract/said.ts'
import { StatusMenu } from '../casting/StatusMenu.tsx'
import { countWords } from '../look/words.ts'
import { sessionName, sessionTimes, slotTimes } from './agenda.ts'
import type { AgendaParts } from './agendaParts.ts'
import classes from './SessionCard.module.css'

/** A session: when and where, and its slots as a table by time. */
export function SessionCard({ session, desk, onAsk, onOpen }: AgendaParts & { readonly session: Session }) {
  const name = sessionName(session)
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- j and k go from session to session
    <article className={classes.card} aria-label={`${name}, ${sessionTimes(session)}`} data-session tabIndex={-1}>
      <header className={classes.head}>
        <div className={classes.words}>
          <h3 className={classes.name}>{name}</h3>
          <p className={classes.facts}>
            {[session.title ? sessionWords[session.kind] : '', sessionTimes(session), session.place, `slots of ${countWords(session.slotMinutes, 'minute')}`].filter(Boolean).join(' · ')}
          </p>
        </div>
        <Button variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => onAsk({ kind: 'book', session })}>Book</Button>
        <Button variant="default" onClick={() => onAsk({ kind: 'propose', session })}>Propose</Button>
        <Menu position="bottom-end">
          <Menu.Target><ActionIcon aria-label={`More for ${name}`}><IconDots size={16} aria-hidden /></ActionIcon></Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconPencil size={14} aria-hidden />} onClick={() => onAsk({ kind: 'change', session })}>Change the session</Menu.Item>
            <Menu.Divider />
            <Menu.Item color="red" leftSection={<IconTrash size={14} aria-hidden />} onClick={() => void desk.remove(session)}>Remove the session</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </header>
      {session.slots.length === 0
        ? <p className={classes.none}>Nobody is booked yet. Book takes one person by name, Propose finds times for everybody on the lists of a role.</p>
        : (
          <table className={classes.table} aria-label={`Slots of ${name}`}>
            <thead>
              <tr><th scope="col">Time</th><th scope="col">Person</th><th scope="col">Role</th><th scope="col">State</th><th scope="col"><span className="visually-hidden">Change</span></th></tr>
            </thead>
            <tbody>{session.slots.map(slot => <SlotRow key={slot.id} slot={slot} desk={desk} onAsk={onAsk} onOpen={onOpen} />)}</tbody>
          </table>
        )}
    </article>
  )
}

const tones = { proposed: 'eye', confirmed: 'good', cameIn: 'good', declined: 'off', missed: 'off' } as const

function SlotRow({ slot, desk, onAsk, onOpen }: AgendaParts & { readonly slot: Slot }) {
  return (
    <tr>
      <td className={classes.time}>{slotTimes(slot)}</td>
      <th scope="row"><button type="button" className={classes.person} onClick={() => onOpen(slot.talentId)}>{slot.talentName}</button></th>
      <td>{slot.roleId && slot.roleName
        ? <a href={`#/production/${desk.productionId}/roles/${slot.roleId}`}>{slot.roleName}</a>
        : <span className={classes.unknown} aria-label="no role">–</span>}</td>
      <td><StatusMenu name={slot.talentName} status={slot.state} options={Slot.shape.state.options} words={slotWords} tone={tones} onChoose={state => void desk.setState(slot, state)} /></td>
      <td className={classes.acts}>
        <Tooltip label="Write the message"><ActionIcon aria-label={`Write the message to ${slot.talentName}`} onClick={() => onAsk({ kind: 'message', slot })}><IconMessage size={16} aria-hidden /></ActionIcon></Tooltip>
        <Tooltip label="Move"><ActionIcon aria-label={`Move ${slot.talentName}`} onClick={() => onAsk({ kind: 'move', slot })}><IconClockEdit size={16} aria-hidden /></ActionIcon></Tooltip>
        <Tooltip label="Cancel the slot"><ActionIcon aria-label={`Cancel the slot of ${slot.talentName}`} onClick={() => void desk.cancel(slot)}><IconX size={16} aria-hidden /></ActionIcon></Tooltip>
      </td>
    </tr>
  )
}
