import { Menu } from '@mantine/core'
import { IconCheck, IconChevronDown } from '@tabler/icons-react'
import classes from './StatusMenu.module.css'

interface StatusMenuProps<Status extends string> {
  /** Whose status it is. */
  readonly name: string
  readonly status: Status
  readonly options: readonly Status[]
  readonly words: Readonly<Record<Status, string>>
  /** Those that need an eye, and those that are good news. */
  readonly tone?: Readonly<Partial<Record<Status, 'eye' | 'good' | 'off'>>>
  readonly onChoose: (status: Status) => void
}

/** A status as a chip that opens the others; it differs by word, by shape and by colour. */
export function StatusMenu<Status extends string>({ name, status, options, words, tone, onChoose }: StatusMenuProps<Status>) {
  return (
    <Menu>
      <Menu.Target>
        <button type="button" className={classes.status} data-tone={tone?.[status] ?? 'plain'} aria-label={`${name}: ${words[status]}. Change the status`}>
          <span className={classes.dot} aria-hidden />{words[status]}<IconChevronDown size={12} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {options.map(option => (
          <Menu.Item key={option} disabled={option === status} rightSection={option === status ? <IconCheck size={14} aria-label="now" /> : null} onClick={() => onChoose(option)}>
            {words[option]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
