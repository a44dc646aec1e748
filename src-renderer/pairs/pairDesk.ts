import { useMemo } from 'react'
import type { z } from 'zod'
import type { PairRead, PairReadFacts, PairToTest } from '../../src-preload/contract/pairs.ts'
import type { RoleId } from '../../src-preload/contract/roles.ts'
import type { TalentId } from '../../src-preload/contract/talent.ts'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { useChanged } from '../look/changes.tsx'
import { offerUndo, sayFailure } from '../look/UndoToast.tsx'

/** Two people in two roles, in the same order. */
export interface PairWish {
  readonly roleIds: readonly [RoleId, RoleId]
  readonly talentIds: readonly [TalentId, TalentId]
}

/** What pairs are done with; each act tells whether it was done, and can be taken back. */
export interface PairDesk {
  readonly record: (facts: z.input<typeof PairReadFacts>) => Promise<boolean>
  readonly takeBack: (read: PairRead) => Promise<boolean>
  readonly countAgain: (read: PairRead) => Promise<boolean>
  readonly setToTest: (pair: PairWish, wanted: boolean) => Promise<boolean>
}

/** The desk from which reads are recorded and pairs are chosen to be tested. */
export function usePairDesk(): PairDesk {
  const office = useOffice()
  const changed = useChanged()
  return useMemo(() => {
    const told = async <Result>(what: 'pairs' | 'toTest', act: () => Promise<Result>, said: (result: Result) => string | null, undo: (result: Result) => Promise<unknown>): Promise<boolean> => {
      try {
        const result = await act()
        changed(what)
        const words = said(result)
        if (words !== null) offerUndo(words, () => undo(result).finally(() => changed(what)))
        return true
      } catch (error) {
        changed(what)
        sayFailure(error)
        return false
      }
    }
    const names = ({ people: [one, other] }: PairRead) => `${one.name} and ${other.name}`
    return {
      record: facts => told('pairs', () => office.pairs.recordRead(facts), read => `The read of ${names(read)} is recorded: ${read.rating} of 5.`, ({ id }) => office.pairs.undoRead({ id })),
      takeBack: read => told('pairs', () => office.pairs.undoRead({ id: read.id }), () => `The read of ${names(read)} counts no more.`, () => office.pairs.restoreRead({ id: read.id })),
      countAgain: read => told('pairs', () => office.pairs.restoreRead({ id: read.id }), () => null, () => Promise.resolve()),
      setToTest: ({ roleIds: [one, other], talentIds: [first, second] }, wanted) => {
        const wish = { roleIds: [one, other], talentIds: [first, second] } satisfies { roleIds: [RoleId, RoleId]; talentIds: [TalentId, TalentId] }
        // What was chosen shows where it was chosen; what is left out may have gone from sight.
        return told('toTest', () => office.pairs.setToTest({ ...wish, wanted }), () => (wanted ? null : 'The pair was left out of the running order.'), () => office.pairs.setToTest({ ...wish, wanted: true }))
      },
    }
  }, [office, changed])
}

/** One key for two people in two roles, in whichever order they are named. */
export const wishKey = ({ roleIds, talentIds }: PairWish): string =>
  (roleIds[0] < roleIds[1] ? [...roleIds, ...talentIds] : [roleIds[1], roleIds[0], talentIds[1], talentIds[0]]).join(' ')

/** A chosen pair by its ids. */
export const wishOf = ({ roles: [one, other], people: [first, second] }: PairToTest): PairWish => ({ roleIds: [one.id, other.id], talentIds: [first.id, second.id] })
