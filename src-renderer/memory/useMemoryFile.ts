import { useOffice } from '../connection/OfficeProvider.tsx'
import { ticketFor } from '../connection/ticketFor.ts'
import { useChanged } from '../look/changes.tsx'
import { saveFile } from '../look/saveFile.ts'
import { say, sayFailure } from '../look/UndoToast.tsx'
import { countWords } from '../look/words.ts'

/** Writes all memories to a file, and takes such a file in. */
export function useMemoryFile(): { readonly exportAll: () => Promise<void>; readonly chooseFile: () => void } {
  const office = useOffice()
  const changed = useChanged()
  const take = async (file: File) => {
    const { added, known, left } = await office.memory.import({ ticket: await ticketFor(file) })
    changed('memory')
    const about = [countWords(added, 'memory was taken in', 'memories were taken in'), known > 0 ? `${known} known already` : '', left.length > 0 ? `${left.length} left out: ${left.slice(0, 3).map(({ entry, reason }) => `entry ${entry}, ${reason}`).join('; ')}${left.length > 3 ? ' and others' : ''}` : '']
    say(`${about.filter(Boolean).join('. ')}.`)
  }
  return {
    exportAll: async () => {
      try {
        saveFile(await office.memory.export({}))
      } catch (error) {
        sayFailure(error)
      }
    },
    chooseFile: () => {
      const input = document.createElement('input')
      input.type = 'file'
      input.accept = '.json,application/json'
      input.addEventListener('change', () => {
        const file = input.files?.[0]
        if (file) take(file).catch(sayFailure)
      }, { once: true })
      input.click()
    },
  }
}
