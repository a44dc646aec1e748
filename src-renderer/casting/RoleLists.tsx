import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconDots, IconNotes } from '@tabler/icons-react'
import { useState } from 'react'
import { CastingList, CastingStatus, type CastingEntry } from '../../src-preload/contract/casting.ts'
import { listWords, statusWords } from '../../src-preload/contract/said.ts'
import type { TalentId } from '../../src-preload/contract/talent.ts'
import type { Answer } from '../connection/useAnswer.ts'
import { Avatar } from '../look/Avatar.tsx'
import { Chip } from '../look/Chip.tsx'
import { FourStates } from '../look/FourStates.tsx'
import { useSettings } from '../window/settingsStore.tsx'
import type { CastingDesk } from './castingDesk.ts'
import { DropOutDialog } from './DropOutDialog.tsx'
import { HoldDialog } from './HoldDialog.tsx'
import { ListItems } from './ListButton.tsx'
import classes from './RoleLists.module.css'
import { holdWords, onList, today } from './standingWords.ts'
import { StatusMenu } from './StatusMenu.tsx'

interface RoleListsProps {
  readonly desk: CastingDesk
  readonly answer: Answer<CastingEntry[]>
  readonly onOpen: (id: TalentId) => void
}

/** Who stands on which list for the role, from the short list down: status, hold and note are changed in place. */
export function RoleLists({ desk, answer, onOpen }: RoleListsProps) {
  const [held, setHeld] = useState<CastingEntry | null>(null)
  const [dropOut, setDropOut] = useState(false)
  const count = answer.data?.length ?? 0
  return (
    <section className={classes.pane} aria-label="Lists">
      <div className={classes.head}>
        <h2 className={classes.title}>Lists</h2>
        {answer.data && <span className={classes.count}>{count === 0 ? 'Nobody yet. Put people on a list from those below.' : countsOf(answer.data)}</span>}
        <span className={classes.space} />
        <Button variant="default" size="compact-sm" onClick={() => setDropOut(true)}>If the role falls open…</Button>
      </div>
      <FourStates answer={answer} what="the lists" skeleton={<div className={classes.waiting} />} isEmpty={entries => entries.length === 0} empty={null}>
        {entries => (
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by the keys
          <div className={classes.body} tabIndex={0} role="group" aria-label="People on the lists">
            {CastingList.options.toReversed().map(list => (
              <OneList key={list} list={list} entries={entries.filter(entry => entry.list === list)} desk={desk} onOpen={onOpen} onHold={setHeld} />
            ))}
          </div>
        )}
      </FourStates>
      <DropOutDialog desk={desk} opened={dropOut} onClose={() => setDropOut(false)} onOpen={onOpen} />
      <HoldDialog desk={desk} entry={held} onClose={() => setHeld(null)} />
    </section>
  )
}

const countsOf = (entries: readonly CastingEntry[]): string =>
  CastingList.options.toReversed()
    .map(list => ({ list, count: entries.filter(entry => entry.list === list).length }))
    .filter(({ count }) => count > 0)
    .map(({ list, count }) => `${count} ${onList[list]}`)
    .join(', ')

interface OneListProps extends Omit<RoleListsProps, 'answer'> {
  readonly list: CastingList
  readonly entries: readonly CastingEntry[]
  readonly onHold: (entry: CastingEntry) => void
}

function OneList({ list, entries, ...rest }: OneListProps) {
  if (entries.length === 0) return null
  return (
    <>
      <h3 className={classes.list} id={`list-${list}`}>{listWords[list]}</h3>
      <ul className={classes.people} aria-labelledby={`list-${list}`}>{entries.map(entry => <Entry key={entry.talent.id} entry={entry} {...rest} />)}</ul>
    </>
  )
}

const tones = { unviewed: 'eye', booked: 'good', onAvail: 'good', released: 'off' } as const

function Entry({ entry, desk, onOpen, onHold }: Omit<OneListProps, 'list' | 'entries'> & { readonly entry: CastingEntry }) {
  const { settings: { locale } } = useSettings()
  const { talent, status, hold, note } = entry
  const left = hold && holdWords(hold, today(), locale)
  return (
    <li className={classes.entry}>
      <Avatar name={talent.name} picture={talent.picture} size={28} />
      <button type="button" className={classes.name} onClick={() => onOpen(talent.id)}>{talent.name}</button>
      <StatusMenu
        name={talent.name} status={status} options={CastingStatus.options} words={statusWords} tone={tones}
        onChoose={chosen => void desk.put(talent, { status: chosen }, `is ${statusWords[chosen].toLowerCase()} for ${desk.role.name}`)}
      />
      <span className={classes.about}>
        {left && <span className={classes.hold}><Chip tone={left.needsEye ? 'eye' : 'plain'} onClick={() => onHold(entry)} title="Change the hold">{left.words}</Chip></span>}
        <span className={classes.note} title={note || undefined}>{note}</span>
      </span>
      <Menu position="bottom-end">
        <Menu.Target><ActionIcon aria-label={`More for ${talent.name}`}><IconDots size={16} aria-hidden /></ActionIcon></Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconNotes size={14} aria-hidden />} onClick={() => onHold(entry)}>Hold and note</Menu.Item>
          <Menu.Divider />
          <ListItems desk={desk} person={talent} />
        </Menu.Dropdown>
      </Menu>
    </li>
  )
}
