import { ActionIcon, Tooltip } from '@mantine/core'
import { IconLock, IconLockOpen, IconUserOff } from '@tabler/icons-react'
import { useRef } from 'react'
import type { Cast, CastDates, CastRole } from '../../src-preload/contract/ensemble.ts'
import type { TalentId } from '../../src-preload/contract/talent.ts'
import { Avatar } from '../look/Avatar.tsx'
import { FitBar } from '../look/FitBar.tsx'
import { useKeys } from '../look/useKeys.ts'
import { useSettings } from '../window/settingsStore.tsx'
import classes from './CastTable.module.css'
import { moneyWords } from './ensembleWords.ts'
import { peopleOf, type WishDesk } from './wishDesk.ts'

interface CastTableProps {
  readonly desk: WishDesk
  readonly cast: Cast
  /** The best cast, to mark what an alternative changes. */
  readonly best: Cast
  readonly onOpen: (id: TalentId) => void
}

/** A cast role by role: who, how well they fit, what they cost, how their days stand, and why. */
export function CastTable({ desk, cast, best, onOpen }: CastTableProps) {
  const table = useRef<HTMLTableElement>(null)
  const rows = () => [...(table.current?.querySelectorAll<HTMLButtonElement>('button[data-person]') ?? [])]
  const here = () => rows().findIndex(button => button.closest('tr')?.contains(document.activeElement))
  const step = (by: number) => {
    const all = rows()
    all[Math.max(0, Math.min(all.length - 1, here() + by))]?.focus()
  }
  const lock = (role: CastRole | undefined) => {
    if (!role) return
    desk.meet(...peopleOf(cast))
    desk.fix(role.roleId, locks(desk, role) ? null : role.talentId)
  }
  const leaveOut = ({ roleId, talentId }: CastRole) => {
    desk.meet(...peopleOf(cast))
    desk.change({ out: [...desk.wishes.out.filter(id => id !== talentId), talentId], fixed: desk.wishes.fixed.filter(one => one.roleId !== roleId || one.talentId !== talentId) })
  }
  // Where no days are asked for, nothing is to be said of them.
  const dated = cast.roles.some(({ dates }) => dates !== null)
  useKeys({ j: () => step(1), k: () => step(-1), ArrowDown: () => step(1), ArrowUp: () => step(-1), l: () => lock(cast.roles[here()]) })
  return (
    <table ref={table} className={classes.table}>
      <thead>
        <tr><th scope="col">Role</th><th scope="col">Who</th><th scope="col">Fit</th><th scope="col" className={classes.figure}>Fee</th>{dated && <th scope="col">Dates</th>}<th scope="col"><span className="visually-hidden">Lock and leave out</span></th></tr>
      </thead>
      {cast.roles.map((role, at) => (
        <Person
          key={role.roleId} role={role} dated={dated} locked={locks(desk, role)} away={desk.wishes.out.includes(role.talentId)} differs={best.roles[at]?.talentId !== role.talentId}
          onOpen={() => onOpen(role.talentId)} onLock={() => lock(role)} onLeaveOut={() => leaveOut(role)}
        />
      ))}
    </table>
  )
}

const locks = ({ wishes }: WishDesk, { roleId, talentId }: CastRole): boolean => wishes.fixed.some(one => one.roleId === roleId && one.talentId === talentId)

interface PersonProps {
  readonly role: CastRole
  readonly dated: boolean
  readonly locked: boolean
  readonly away: boolean
  readonly differs: boolean
  readonly onOpen: () => void
  readonly onLock: () => void
  readonly onLeaveOut: () => void
}

function Person({ role, dated, locked, away, differs, onOpen, onLock, onLeaveOut }: PersonProps) {
  const { settings: { locale } } = useSettings()
  const { roleName, talentName, picture, fit, interval, fee, dates, why, gap, stoppedBy } = role
  return (
    <tbody className={classes.person} data-differs={differs}>
      <tr>
        <th scope="row">{roleName}</th>
        <td>
          <span className={classes.who}>
            <Avatar name={talentName} picture={picture} size={32} />
            <button type="button" data-person className={classes.name} onClick={onOpen}>{talentName}</button>
            {differs && <span className={classes.mark}>differs</span>}
          </span>
        </td>
        <td><FitBar fit={fit} interval={interval} /></td>
        <td className={classes.figure}>{fee ? moneyWords(fee, locale) : <span className={classes.unknown}>Not known</span>}</td>
        {dated && <td>{dates ? <Days dates={dates} /> : <span className={classes.unknown}>None set</span>}</td>}
        <td className={classes.acts}>
          <Tooltip label={locked ? `Unlock ${talentName} (l)` : `Lock ${talentName} into ${roleName} (l)`}>
            <ActionIcon variant={locked ? 'light' : 'subtle'} color={locked ? 'indigo' : 'gray'} aria-pressed={locked} aria-label={`Lock ${talentName} into ${roleName}`} onClick={onLock}>
              {locked ? <IconLock size={16} aria-hidden /> : <IconLockOpen size={16} aria-hidden />}
            </ActionIcon>
          </Tooltip>
          <Tooltip label={`Leave ${talentName} out of the next cast`}>
            <ActionIcon disabled={away} aria-label={`Leave out ${talentName}`} onClick={onLeaveOut}><IconUserOff size={16} aria-hidden /></ActionIcon>
          </Tooltip>
        </td>
      </tr>
      <tr>
        <td />
        <td colSpan={dated ? 5 : 4} className={classes.why}>
          {stoppedBy.length > 0 && <p className={classes.stop}>Held by a must, but locked by you: {stoppedBy.join('; ')}</p>}
          <p className={classes.reasons} title={gap ?? undefined}>{why.length > 0 ? why.join(' · ') : 'Nothing known speaks for them.'}{gap && <span className={classes.gap}> Unknown or missing: {gap}</span>}</p>
        </td>
      </tr>
    </tbody>
  )
}

const Days = ({ dates: { state, text } }: { readonly dates: CastDates }) => <span className={classes.days} data-state={state}>{text}</span>
