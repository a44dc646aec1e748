import type { PrintedTable, TableCell } from '../documents/table.ts'
import type { CastFact, CastList, CastRow } from '../../src-preload/contract/reports.ts'
import { genderWords, rangeWords } from '../../src-preload/contract/said.ts'
import type { Cast } from './cast.ts'
import { frameOf, groupWords, pagesColumn, pagesMark, roleCells, roleColumns, togetherNotes } from './reportWords.ts'

/** The cast list as a table; a question mark stands behind what the script proposes and nobody confirmed. */
export function castTable(cast: Cast, list: CastList, made: Date): PrintedTable {
  const ordered = list.rows.some(({ days }) => days !== null)
  return {
    title: 'Cast list', sheet: 'Cast list', ...frameOf(cast, made),
    columns: [
      ...roleColumns,
      { head: 'Plays', kind: 'text', widest: 70 }, { head: 'Minor', kind: 'text', widest: 52 }, { head: 'Gender', kind: 'text', widest: 60 },
      { head: 'Languages', kind: 'text', widest: 110 }, { head: 'Skills', kind: 'text', widest: 130 },
      { head: 'Scenes', kind: 'number' }, { head: 'Speeches', kind: 'number' }, { head: 'Words', kind: 'number' }, pagesColumn,
      { head: 'First page', kind: 'number' }, { head: 'Last page', kind: 'number' },
      ...(ordered ? [{ head: 'Days', kind: 'number' as const }] : []),
    ],
    rows: list.rows.map(row => ({
      // Kept numbers need not follow the sizes, and a head for every second row would help nobody.
      ...(!list.kept && { group: groupWords[row.size] }),
      cells: [
        ...roleCells(row), rangeCell(row), minorCell(row.minor),
        row.gender ? `${genderWords[row.gender.gender]}${row.gender.confirmed ? '' : ' ?'}` : null, factsText(row.languages), factsText(row.skills),
        row.scenes, row.speeches, row.words, pagesMark(row.eighths), row.firstPage, row.lastPage, ...(ordered ? [row.days] : []),
      ],
    })),
    legend: '?  proposed by the script, not confirmed yet. Must: a must-have of the role. Minor: the playing range lies under 18; Maybe: it begins there. Pages: the length of its scenes.',
    notes: [...minorNotes(list.rows), ...togetherNotes(list.together)],
  }
}

const rangeCell = ({ playingRange }: CastRow): TableCell => (playingRange ? `${rangeWords(playingRange.range)}${playingRange.confirmed ? '' : ' ?'}` : null)

const minorCell = (minor: CastRow['minor']): TableCell => (minor === null ? null : { value: minor === 'yes' ? 'Minor' : 'Maybe', tone: minor === 'yes' ? 'strong' : 'soft' })

const factsText = (facts: readonly CastFact[]): string | null =>
  facts.map(({ name, must, confirmed }) => `${name}${must ? ' (must)' : ''}${confirmed ? '' : ' ?'}`).join(', ') || null

const minorNotes = (rows: readonly CastRow[]): readonly string[] => {
  const minors = rows.filter(({ minor }) => minor !== null).map(({ name }) => name)
  return minors.length === 0 ? [] : [`Under 18, or perhaps: ${minors.join(', ')}. Look into the rules for child artists (consent, permission, hours) before the first call.`]
}
