import { useState } from 'react'
import type { Duplicate, MergeId, Taken } from '../../../src-preload/contract/duplicates.ts'
import type { Talent, TalentField } from '../../../src-preload/contract/talent.ts'
import { useOffice } from '../../connection/OfficeProvider.tsx'
import { useChanged } from '../../look/changes.tsx'
import { offerUndo, say, sayFailure } from '../../look/UndoToast.tsx'
import { fieldWords } from './factValues.ts'

/** What was chosen for the facts of a pair. */
export type Choices = Readonly<Partial<Record<TalentField, Taken>>>

/** What can be done with a pair; each is offered back for ten seconds, and by `takeBack` until another is done. */
export interface Decisions {
  readonly busy: boolean
  readonly merge: (kept: Talent, other: Talent, take: Choices) => Promise<void>
  readonly dismiss: (pair: Duplicate) => Promise<void>
  readonly takeBack: () => void
}

/** Gives what can be done with pairs; `onDecided` hears when one is. */
export function useDecisions(onDecided: () => void): Decisions {
  const office = useOffice()
  const changed = useChanged()
  const [busy, setBusy] = useState(false)
  const [undo, setUndo] = useState<(() => Promise<void>) | null>(null)
  const done = () => changed('talent', 'casting', 'auditions', 'memory')
  const decide = async (act: () => Promise<{ readonly said: string; readonly undo: () => Promise<void> }>) => {
    if (busy) return
    setBusy(true)
    try {
      const { said, undo: back } = await act()
      let isBack = false
      const backOnce = async () => {
        if (isBack) return
        isBack = true
        setUndo(null)
        await back()
        done()
      }
      setUndo(() => backOnce)
      offerUndo(said, backOnce)
      done()
      onDecided()
    } catch (error) {
      sayFailure(error)
    } finally {
      setBusy(false)
    }
  }
  const unmerge = async (id: MergeId) => {
    const { changedSince } = await office.duplicates.unmerge({ id })
    if (changedSince.length > 0) say(`They are two again. What was changed since stays: ${changedSince.map(field => fieldWords[field].toLowerCase()).join(', ')}.`)
  }
  return {
    busy,
    merge: (kept, other, take) => decide(async () => {
      const { merge } = await office.duplicates.merge({ keptId: kept.id, otherId: other.id, take })
      return { said: `${other.name} was merged into ${kept.name}.`, undo: () => unmerge(merge.id) }
    }),
    dismiss: pair => decide(async () => {
      await office.duplicates.dismiss({ id: pair.id })
      const [a, b] = pair.people
      return { said: `${a?.name ?? ''} and ${b?.name ?? ''} stay two people.`, undo: async () => void (await office.duplicates.reopen({ id: pair.id })) }
    }),
    takeBack: () => void undo?.().catch(sayFailure),
  }
}
