import { keepOpen } from '../database/keepOpen.ts'
import { workerTask } from '../workers/workerTask.ts'
import { openBookReader, type BookAnswers, type BookQuestions } from './search/answerBook.ts'
import { openBookIndex } from './search/bookIndex.ts'
import { textsOfTables } from './search/bookTexts.ts'

/** What the worker is given: the data folder, and a question; without one it reads another piece of the book into memory. */
export interface SearchInput {
  readonly folder: string
  readonly kind: keyof BookQuestions | 'grow'
  readonly question?: BookQuestions[keyof BookQuestions]
}

/** What it gives back: the answer, null where nothing was asked; whether the book is in memory as it stands; and what that takes, in bytes. */
export interface SearchOutput {
  readonly answer: BookAnswers[keyof BookAnswers] | null
  readonly isReady: boolean
  readonly bytes: number
}

/** The most of the file that is read in place instead of through a cache of pages, in bytes: a ranking looks at hundreds of vectors all over it. */
const mapped = 2 ** 31 - 1

/** One book as long as the thread lives. */
const theBook = keepOpen((db, _folder: string) => {
  db.pragma(`mmap_size = ${mapped}`)
  return { reader: openBookReader(db), index: openBookIndex(db), tables: textsOfTables(db) }
})

export default workerTask(async ({ folder, kind, question }: SearchInput): Promise<SearchOutput> => {
  const { reader, index, tables } = theBook(folder)
  if (kind === 'grow' || question === undefined) {
    await reader.warmUp()
    return { answer: null, isReady: index.grow(), bytes: index.bytes() }
  }
  // Until the book is in memory the tables answer, the same but slower.
  const isReady = index.isReady()
  return { answer: await reader.answer(kind, question, isReady ? index.texts : tables), isReady, bytes: index.bytes() }
})
