import { useState } from 'react'
import type { ReadChoices, Script } from '../../src-preload/contract/scripts.ts'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { followWork } from '../jobs/jobs.tsx'
import { useChanged } from '../look/changes.tsx'
import { offerUndo, sayFailure } from '../look/UndoToast.tsx'

/** Reading a script anew with another choice for its legacy letters, with Undo. */
export interface LegacyChoice {
  readonly busy: boolean
  readonly choose: (letters: 'convert' | 'leave') => Promise<boolean>
}

/** Gives the means to convert or leave the legacy letters of a script; `onRead` is called whenever it was read anew. */
export function useLegacyChoice(script: Script, choices: ReadChoices, onRead: () => void): LegacyChoice {
  const office = useOffice()
  const changed = useChanged()
  const [busy, setBusy] = useState(false)
  const read = async (letters: ReadChoices['letters']) => {
    await followWork(await office.scripts.readAgain({ id: script.id, choices: { ...choices, letters } }), () => undefined)
    onRead()
    changed('scripts', 'roles', 'productions')
  }
  const choose = async (letters: 'convert' | 'leave') => {
    const before = choices.letters
    setBusy(true)
    try {
      await read(letters)
      offerUndo(letters === 'convert' ? `${script.title} was converted to Unicode.` : `The letters of ${script.title} stay as they came.`, () => read(before))
      return true
    } catch (error) {
      sayFailure(error)
      return false
    } finally {
      setBusy(false)
    }
  }
  return { busy, choose }
}
