import { Popover } from '@mantine/core'
import { IconSparkles } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './MadeMark.module.css'

/** The small mark on what CastMatch made itself; a click says from what. */
export function MadeMark({ children, label = 'Suggested by CastMatch' }: { readonly children: ReactNode; readonly label?: string }) {
  return (
    <Popover width={320} position="bottom-start">
      <Popover.Target>
        <button type="button" className={classes.mark}>
          <IconSparkles size={12} aria-hidden /> {label}
        </button>
      </Popover.Target>
      <Popover.Dropdown className={classes.from}>{children}</Popover.Dropdown>
    </Popover>
  )
}
