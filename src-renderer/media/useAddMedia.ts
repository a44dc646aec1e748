import type { AddedMedia } from '../../src-preload/contract/media.ts'
import type { TalentId } from '../../src-preload/contract/talent.ts'
import { toFailure, wasCancelled } from '../connection/failure.ts'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { ticketFor } from '../connection/ticketFor.ts'
import { followWork, useJobs } from '../jobs/jobs.tsx'
import { useChanged } from '../look/changes.tsx'
import { offerUndo } from '../look/UndoToast.tsx'
import { countWords } from '../look/words.ts'

/** What came of adding several files. */
interface Outcome {
  readonly added: readonly AddedMedia[]
  /** Why files were left out, each a sentence. */
  readonly refused: readonly string[]
}

/** Gives a function that adds files to a person as one job of the tray, with progress and Cancel; what was added can be undone for ten seconds. */
export function useAddMedia(id: TalentId, name: string): (files: readonly File[]) => Promise<void> {
  const office = useOffice()
  const jobs = useJobs()
  const changed = useChanged()
  const add = async (files: readonly File[]) => {
    if (files.length === 0) return
    const outcome = await jobs.start<Outcome>({
      title: `${files.length === 1 ? (files[0]?.name ?? '') : `${files.length} files`} for ${name}`,
      run: async (signal, report) => {
        const added: AddedMedia[] = []
        const refused: string[] = []
        for (const [index, file] of files.entries()) {
          const which = files.length === 1 ? '' : ` (${index + 1} of ${files.length})`
          try {
            const ticket = await ticketFor(file, (done, total) => report({ stage: `Handing the file over${which}`, done: Math.ceil(done / 1024), total: Math.ceil(total / 1024) }), signal)
            added.push(await followWork(await office.media.add({ ticket, talentId: id }, { signal }), step => report({ ...step, stage: `${step.stage}${which}` })))
            changed('talent')
          } catch (error) {
            // What came in before a cancel stays, each file whole; a file that is refused alone fails the job with its own sentence.
            if (wasCancelled(error) || files.length === 1) throw error
            refused.push(toFailure(error).sentence)
          }
        }
        return { added, refused }
      },
      summary: ({ added, refused }) => [addedWords(added, name), ...refused].filter(Boolean).join(' '),
      quiet: ({ refused }) => refused.length === 0,
    })
    changed('talent')
    const fresh = outcome?.added.filter(({ alreadyThere }) => !alreadyThere) ?? []
    if (outcome === undefined || outcome.refused.length > 0) return
    offerUndo(addedWords(outcome.added, name), async () => {
      for (const { media } of fresh) await office.media.remove({ id: media.id })
      changed('talent')
    })
  }
  return add
}

function addedWords(added: readonly AddedMedia[], name: string): string {
  const there = added.filter(({ alreadyThere }) => alreadyThere).length
  const fresh = added.length - there
  return [
    fresh > 0 && `${countWords(fresh, 'file')} added to ${name}.`,
    there > 0 && `${there === 1 ? 'One was' : `${there} were`} there already.`,
  ].filter(Boolean).join(' ')
}
