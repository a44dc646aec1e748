import type { Database } from '../../database/openDatabase.ts'
import type { WorkerPool } from '../../workers/workerPool.ts'
import type { NearPeople } from '../nearPeople.ts'
import type { SearchInput, SearchOutput } from '../searchBook.worker.ts'
import { openBookReader, type BookAnswers, type BookQuestions, type Ready } from './answerBook.ts'
import { textsOfTables } from './bookTexts.ts'

/** What an open office keeps between searches: the book in memory, in a worker where it is large, and the last questions as they were read. */
export interface SearchShelf {
  /** Compares vectors for every search of the office. */
  readonly near: NearPeople | undefined
  /** Answers from the worker in a large book, else, and where the worker fails, from the tables on this thread. */
  ask<Kind extends keyof BookQuestions>(kind: Kind, question: BookQuestions[Kind]): Promise<BookAnswers[Kind]>
  /** A question that was read before; made by `make` where it was not. */
  ready(key: string, make: () => Promise<Ready>): Promise<Ready>
  /** Reads a large book into memory, in pieces; resolves once it is there. */
  warmUp(): Promise<void>
  /** How much memory the texts of the book take in the worker, in bytes; 0 while they are not there. */
  readonly bytes: () => number
  /** Ends the thread. */
  close(): Promise<void>
}

/** Where the book is searched in a thread of its own. */
export interface SearchThread {
  readonly folder: string
  /** Its own, of one thread that stays. */
  readonly pool: WorkerPool
  /** Hears of a failure of the worker; the tables have answered. */
  readonly onError: (error: unknown) => void
  /** How many people are few, so that the tables answer as fast; 2,000 where it is left out. */
  readonly upTo?: number
}

const fewPeople = 2_000

/** How many questions are kept as they were read. */
const mostReady = 4

/** Opens the shelf of an office; without a thread every book is answered from the tables. */
export function openSearchShelf(db: Database, { near, thread }: { readonly near?: NearPeople; readonly thread?: SearchThread } = {}): SearchShelf {
  const here = openBookReader(db)
  const tables = textsOfTables(db)
  const lastRow = db.prepare<[], number>('SELECT coalesce(max(row), 0) FROM talent').pluck()
  const kept = new Map<string, Ready>()
  let closed = false
  let growing: Promise<void> | undefined
  let bytes = 0
  const isLarge = (): boolean => thread !== undefined && !closed && (lastRow.get() ?? 0) > (thread.upTo ?? fewPeople)
  const run = async ({ folder, pool }: SearchThread, input: Omit<SearchInput, 'folder'>): Promise<SearchOutput> => {
    const output = await pool.run<SearchOutput>('talent/searchBook', { ...input, folder })
    bytes = output.bytes
    return output
  }
  /** Between two pieces a question has its turn. */
  const grow = async (own: SearchThread): Promise<void> => {
    try {
      while (!closed && !(await run(own, { kind: 'grow' })).isReady);
    } catch (error) {
      if (!closed) own.onError(error)
    } finally {
      growing = undefined
    }
  }
  return {
    near,
    async ask(kind, question) {
      if (!thread || !isLarge()) return here.answer(kind, question, tables)
      try {
        const { answer, isReady } = await run(thread, { kind, question })
        if (!isReady) growing ??= grow(thread)
        return answer as BookAnswers[typeof kind]
      } catch (error) {
        if (!closed) thread.onError(error)
        return here.answer(kind, question, tables)
      }
    },
    async ready(key, make) {
      const known = kept.get(key)
      if (known) return known
      const ready = await make()
      kept.set(key, ready)
      const oldest = kept.keys().next()
      if (kept.size > mostReady && !oldest.done) kept.delete(oldest.value)
      return ready
    },
    async warmUp() {
      if (thread && isLarge()) await (growing ??= grow(thread))
    },
    bytes: () => bytes,
    async close() {
      closed = true
      await thread?.pool.close()
      await growing
    },
  }
}
