import { createSpotlight } from '@mantine/spotlight'
import { useRef, useState, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import { JobTray } from '../jobs/JobTray.tsx'
import { useKeys } from '../look/useKeys.ts'
import { ChatDock, isChatPage } from './ChatDock.tsx'
import { DropZone } from './DropZone.tsx'
import { Palette } from './Palette.tsx'
import { Rail } from './Rail.tsx'
import { ScreenBoundary } from './ScreenBoundary.tsx'
import classes from './Shell.module.css'
import { ShortcutsHelp } from './ShortcutsHelp.tsx'
import { StatusStrip } from './StatusStrip.tsx'
import { useKeptFocus } from './useKeptFocus.ts'

/** The window round every screen: rail, status strip, job tray, palette, shortcuts and the drop zone. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const [help, setHelp] = useState(false)
  const [[store, palette]] = useState(createSpotlight)
  const [path] = useLocation()
  const main = useRef<HTMLElement>(null)
  // From one conversation to the next is no change of the screen.
  const screen = isChatPage(path) ? '/chat' : path.split('/').slice(0, 4).join('/')
  useKeys({ '?': () => setHelp(true) })
  useKeptFocus(main, path)

  return (
    <div className={classes.shell}>
      <a className={classes.skip} href={`#${path}`} onClick={event => { event.preventDefault(); main.current?.focus() }}>Skip to the screen</a>
      <Rail onPalette={palette.open} />
      <main ref={main} tabIndex={-1} className={classes.main}>
        <ScreenBoundary key={screen}>{children}</ScreenBoundary>
      </main>
      <ChatDock />
      <StatusStrip />
      <JobTray />
      <DropZone />
      <Palette store={store} onHelp={() => setHelp(true)} />
      <ShortcutsHelp opened={help} onClose={() => setHelp(false)} />
    </div>
  )
}
