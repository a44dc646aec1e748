import { csvMark, csvOf } from '../../../src-preload/contract/csv.ts'
import type { BadRowKept } from './importRecord.ts'

/** The rows that a sheet or an import left out, under the headings they stood under. */
export interface BadRowsOfSheet {
  readonly fileName: string
  readonly header: readonly string[]
  readonly bad: readonly BadRowKept[]
}

/** Rows that were left out as a CSV file: the line in the sheet, the reason, and the row itself under its own headings. Formulas are defused. */
export function badRowsFile({ fileName, header, bad }: BadRowsOfSheet): File {
  const rows = bad.map(({ line, reason, cells = [] }) => [line, reason, ...cells])
  const name = `${fileName.replace(/\.[^.]+$/, '')} left out.csv`
  return new File([csvMark, csvOf([['Line', 'Reason', ...header], ...rows])], name, { type: 'text/csv;charset=utf-8' })
}
