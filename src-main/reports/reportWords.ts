import type { PrintedTable, TableColumn, TableMark } from '../documents/table.ts'
import { eighthsWords, sizeWords } from '../../src-preload/contract/said.ts'
import type { RoleSize } from '../../src-preload/contract/roles.ts'
import type { Cast } from './cast.ts'

/** A day on paper: "12 Jan 2027". */
export const dayWords = (day: string): string => new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })

/** A day with its weekday: "Tue 12 Jan 2027". */
export const weekdayWords = (day: string): string => `${new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', { weekday: 'short', timeZone: 'UTC' })} ${dayWords(day)}`

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
  const draft = script.title.toLowerCase() === production.title.toLowerCase() ? '' : script.title
  const read = `draft read ${dayWords(script.addedAt.slice(0, 10))}`
  return { sub: [production.title, draft, `${script.fileName}, ${read}`, `made ${dayWords(made.toISOString().slice(0, 10))}`].filter(Boolean).join('  ·  '), made }
}

/** The note on cues that name several roles, where there are any. */
export const togetherNotes = (together: readonly string[]): readonly string[] =>
  together.length === 0 ? [] : [`${together.join(', ')}: counted with each of the roles that the cue names.`]
