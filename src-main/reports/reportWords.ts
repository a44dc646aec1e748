import type { PrintedTable, TableColumn, TableMark } from '../documents/table.ts'
import { eighthsWords, printedDay, printedDraft, sizeWords, startOfDay } from '../../src-preload/contract/said.ts'
import type { RoleSize } from '../../src-preload/contract/roles.ts'
import type { Cast } from './cast.ts'

/** A calendar day on paper: "12 Jan 2027". */
export const dayWords = (day: string): string => printedDay(startOfDay(day))

/** A day with its weekday: "Tue 12 Jan 2027". */
export const weekdayWords = (day: string): string => `${startOfDay(day).toLocaleDateString('en-GB', { weekday: 'short' })} ${dayWords(day)}`

/** The heads under which the roles stand on paper. */
export const groupWords: Readonly<Record<RoleSize, string>> = { lead: 'Leads', supporting: 'Supporting', dayPlayer: 'Day players' }

/** A length in pages: as a fraction on paper, as a number of pages in a sheet. */
export const pagesMark = (eighths: number): TableMark => ({ value: eighths / 8, text: eighthsWords(eighths) })

/** The column of such lengths. */
export const pagesColumn: TableColumn = { head: 'Pages', kind: 'number', format: '# ?/8' }

/** The columns that name a role: its number, its name, and its size in a sheet, where rows have no group. */
export const roleColumns: readonly TableColumn[] = [
  { head: 'No', kind: 'number', rowHead: true },
  { head: 'Role', kind: 'text', rowHead: true, widest: 130 },
  { head: 'Size', kind: 'text', only: 'sheet' },
]

/** The cells under {@link roleColumns}. */
export const roleCells = ({ number, name, size }: { readonly number: number; readonly name: string; readonly size: RoleSize }): readonly (string | number)[] => [number, name, sizeWords[size]]

/** What stands above every report of a script: production, draft, file and the day it is made. */
export function frameOf({ production, script }: Cast, made: Date): Pick<PrintedTable, 'sub' | 'made'> {
  const title = script.title.toLowerCase() === production.title.toLowerCase() ? '' : script.title
  return { sub: [production.title, title, printedDraft(script.draft, script.addedAt), script.fileName, `made ${printedDay(made)}`].filter(Boolean).join('  ·  '), made }
}

/** The note on cues that name several roles, where there are any. */
export const togetherNotes = (together: readonly string[]): readonly string[] =>
  together.length === 0 ? [] : [`${together.join(', ')}: counted with each of the roles that the cue names.`]
