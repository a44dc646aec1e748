import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconPlus, IconX } from '@tabler/icons-react'
import { CastingList } from '../../src-preload/contract/casting.ts'
import { listWords, statusWords } from '../../src-preload/contract/said.ts'
import type { CastingDesk, Person } from './castingDesk.ts'
import { onList } from './standingWords.ts'

/** Puts a person on a list of the role, or shows the list they stand on and moves them. */
export function ListButton({ desk, person }: { readonly desk: CastingDesk; readonly person: Person }) {
  const entry = desk.entries.get(person.id)
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        {entry
          ? (
            <Button variant="light" size="compact-sm" rightSection={<IconChevronDown size={12} aria-hidden />} aria-label={`${person.name}: ${listWords[entry.list]}, ${statusWords[entry.status]}. Change the list`}>
              {listWords[entry.list]}
            </Button>
          )
          : <Button variant="default" size="compact-sm" leftSection={<IconPlus size={12} aria-hidden />} aria-label={`Put on list: ${person.name}`}>Put on list</Button>}
      </Menu.Target>
      <Menu.Dropdown>
        <ListItems desk={desk} person={person} />
      </Menu.Dropdown>
    </Menu>
  )
}

/** The lists of a role as items of a menu, shortest first; the one a person stands on cannot be chosen again. */
export function ListItems({ desk, person }: { readonly desk: CastingDesk; readonly person: Person }) {
  const entry = desk.entries.get(person.id)
  return (
    <>
      <Menu.Label>{entry ? 'Move to' : 'Put on'}</Menu.Label>
      {CastingList.options.toReversed().filter(list => list !== entry?.list).map(list => (
        <Menu.Item key={list} onClick={() => void desk.put(person, { list }, `is ${onList[list]} for ${desk.role.name}`)}>{listWords[list]}</Menu.Item>
      ))}
      {entry && (
        <>
          <Menu.Divider />
          <Menu.Item color="red" leftSection={<IconX size={14} aria-hidden />} onClick={() => void desk.takeOff(person)}>Take off the lists</Menu.Item>
        </>
      )}
    </>
  )
}
