import type { PictureChoice, TakenPictures } from '../../src-preload/contract/media.ts'
import type { TalentId } from '../../src-preload/contract/talent.ts'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { ticketFor } from '../connection/ticketFor.ts'
import { followWork, useJobs } from '../jobs/jobs.tsx'
import { useChanged } from '../look/changes.tsx'
import { offerUndo, say } from '../look/UndoToast.tsx'
import { countWords } from '../look/words.ts'

/** A picture with whom it is of, as the user said: somebody of the book, or a new person by name. */
export type PictureOf = { readonly file: File } & ({ readonly talentId: TalentId } | { readonly newName: string })

/** Gives a function that takes headshots in as one job, and offers to undo all of it at once; true where it is done. */
export function useTakePictures(): (pictures: readonly PictureOf[]) => Promise<boolean> {
  const office = useOffice()
  const jobs = useJobs()
  const changed = useChanged()
  return async pictures => {
    const result = await jobs.start<TakenPictures>({
      title: `${countWords(pictures.length, 'headshot')} by name`,
      run: async (signal, report) => {
        const choices: PictureChoice[] = []
        for (const [done, { file, ...of }] of pictures.entries()) {
          report({ stage: 'Handing the pictures over', done, total: pictures.length })
          choices.push({ ticket: await ticketFor(file, undefined, signal), ...of })
        }
        return followWork(await office.media.takePictures({ choices }, { signal }), report)
      },
      summary: takenWords,
      quiet: ({ failed }) => failed.length === 0,
    })
    changed('talent')
    if (result === undefined) return false
    if (result.added === 0) say(takenWords(result))
    else {
      offerUndo(takenWords({ ...result, failed: [] }), async () => {
        await office.media.undoPictures({ batch: result.batch })
        changed('talent')
      })
    }
    return true
  }
}

/** What taking headshots in did: "12 headshots added, 2 new people, 1 was there already." and why others were left out. */
export function takenWords({ added, people, alreadyThere, failed }: TakenPictures): string {
  const counts = [
    countWords(added, 'headshot added', 'headshots added'),
    people > 0 && countWords(people, 'new person', 'new people'),
    alreadyThere > 0 && `${alreadyThere.toLocaleString()} there already`,
  ].filter(Boolean).join(', ')
  return [`${counts}.`, ...failed.map(({ reason }) => reason)].join(' ')
}
