import { useMantineColorScheme } from '@mantine/core'
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import { Settings, type SettingsChange } from '../../src-preload/contract/settings.ts'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { useAnswer, type Answer } from '../connection/useAnswer.ts'
import { sayFailure } from '../look/UndoToast.tsx'

/** The settings as they stand, and how to change them: at once on the screen, then in the office; a refused change goes back. */
export interface SettingsDesk {
  readonly settings: Settings
  /** Whether the office has answered; until then the defaults stand. */
  readonly known: boolean
  readonly change: (change: SettingsChange) => Promise<void>
  readonly answer: Answer<Settings>
}

const SettingsContext = createContext<SettingsDesk | null>(null)

/** Reads the settings once, applies the theme, and keeps them for every screen. */
export function SettingsProvider({ children }: { readonly children: ReactNode }) {
  const office = useOffice()
  const answer = useAnswer((asked, signal) => asked.settings.get({}, { signal }), [])
  const [changed, setChanged] = useState<Settings | null>(null)
  const { setColorScheme } = useMantineColorScheme()
  const settings = useMemo(() => changed ?? answer.data ?? Settings.parse({}), [changed, answer.data])
  const known = changed !== null || answer.data !== undefined

  useEffect(() => {
    if (known) setColorScheme(settings.theme === 'system' ? 'auto' : settings.theme)
  }, [known, settings.theme, setColorScheme])

  const change = async (wanted: SettingsChange) => {
    setChanged({ ...settings, ...wanted })
    try {
      setChanged(await office.settings.update(wanted))
    } catch (error) {
      setChanged(settings)
      sayFailure(error)
    }
  }
  return <SettingsContext value={{ settings, known, change, answer }}>{children}</SettingsContext>
}

/** The settings of this user. Throws an Error outside a {@link SettingsProvider}. */
export function useSettings(): SettingsDesk {
  const desk = useContext(SettingsContext)
  if (desk === null) throw new Error('useSettings needs a SettingsProvider above it')
  return desk
}
