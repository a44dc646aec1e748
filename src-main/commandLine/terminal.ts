import type { Progress } from '../../src-preload/contract/words.ts'

/** Where a command writes to and hears from: the terminal, or a test. */
export interface Terminal {
  /** Writes the answer; with `--json` nothing else goes here. */
  out(text: string): void
  /** Writes what is no answer: progress and failures. */
  err(text: string): void
  /** Whether somebody watches `err`, so that a line of progress may be overwritten by the next. */
  readonly isWatched: boolean
  /** The clock. */
  now(): Date
  /** Aborted when the user breaks the command off. */
  readonly signal: AbortSignal
}

/** Milliseconds between two lines of progress where nobody watches, as in a script's log. */
const quietMs = 5_000

/** Milliseconds between two pictures of the progress where somebody watches. */
const watchedMs = 100

/**
 * Shows the steps of long work on `err`: one line that changes where somebody watches, else a line each five seconds, so
 * that quick work says nothing.
 */
export function showProgress(terminal: Terminal): { show(progress: Progress): void; clear(): void } {
  let last = terminal.isWatched ? 0 : terminal.now().getTime()
  let shown = false
  return {
    show({ stage, done, total }) {
      const now = terminal.now().getTime()
      if (now - last < (terminal.isWatched ? watchedMs : quietMs)) return
      last = now
      shown = true
      const line = total > 0 ? `${stage} (${done} of ${total})` : stage
      terminal.err(terminal.isWatched ? `\r\u001b[K${line}` : `${line}\n`)
    },
    clear() {
      if (shown && terminal.isWatched) terminal.err('\r\u001b[K')
      shown = false
    },
  }
}

/**
 * Lays rows out as a table under their headers, two spaces between the columns.
 *
 * The last column is never cut; the others are cut at `widest` characters.
 */
export function table(headers: readonly string[], rows: readonly (readonly string[])[], widest = 44): string {
  const last = headers.length - 1
  const cell = (text: string, column: number): string => (column < last && text.length > widest ? `${text.slice(0, widest - 1)}…` : text)
  const all = [headers, ...rows].map(row => row.map(cell))
  const widths = headers.map((_, column) => Math.max(...all.map(row => row[column]?.length ?? 0)))
  return all.map(row => row.map((text, column) => (column < last ? text.padEnd(widths[column] ?? 0) : text)).join('  ').trimEnd()).join('\n')
}
