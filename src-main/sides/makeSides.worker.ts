import type { SidesPaper } from '../../src-preload/contract/sides.ts'
import type { Progress } from '../../src-preload/contract/words.ts'
import { unlikeNames } from '../documents/fileNames.ts'
import { openPaper } from '../documents/typefaces.ts'
import { zipFiles, type ZippedFile } from '../documents/zipFiles.ts'
import { workerTask } from '../workers/workerTask.ts'
import { drawSides, type DrawnCopy, type DrawnPdf } from './drawSides.ts'
import { laySides } from './laySides.ts'
import { measureOn } from './measure.ts'

/** A copy of a batch with the name of its file. */
export interface NamedCopy extends DrawnCopy {
  readonly name: string
}

/** What the sides worker is given: sides to be laid out, one PDF to be drawn, or a PDF for each copy to be zipped. */
export type SidesWork =
  | ({ readonly kind: 'lay' } & DrawnCopy)
  | { readonly kind: 'draw'; readonly copies: readonly DrawnCopy[]; readonly title: string; readonly created: Date }
  | { readonly kind: 'zip'; readonly copies: readonly NamedCopy[]; readonly created: Date }

export default workerTask<SidesWork, SidesPaper | DrawnPdf>(async (task, report: (progress: Progress) => void) => {
  const count = (done: number, total: number) => report({ kind: 'progress', stage: 'Making PDFs', done, total })
  if (task.kind === 'lay') return laySides(task.sheet, task.copy, measureOn(openPaper({ size: 'A4', title: task.sheet.role, created: new Date(0) })))
  if (task.kind === 'draw') return drawSides(task.copies, { ...task, onCopy: done => count(done, task.copies.length) })
  const names = unlikeNames(task.copies.map(({ name }) => name))
  const files: ZippedFile[] = []
  let pages = 0
  for (const [at, copy] of task.copies.entries()) {
    const pdf = await drawSides([copy], { title: copy.name.replace(/\.pdf$/u, ''), created: task.created })
    files.push({ name: names[at] ?? copy.name, bytes: pdf.bytes })
    pages += pdf.pages
    count(at + 1, task.copies.length)
  }
  return { bytes: zipFiles(files, task.created), pages }
})
