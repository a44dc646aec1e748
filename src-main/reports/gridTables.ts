import type { PrintedTable, TableCell } from '../documents/table.ts'
import { sceneNumber, sizeWords } from '../../src-preload/contract/said.ts'
import type { Cast } from './cast.ts'
import { frameOf, groupWords, pagesColumn, pagesMark, roleCells, roleColumns, togetherNotes } from './reportWords.ts'

/** From so many speeches in a scene on, a role carries it. */
const strongFrom = 5

/** The grid as a table: a role a row, a scene a column; a cell has the speeches, or N where the role is only named in the action. */
export function gridTable(cast: Cast, made: Date): PrintedTable {
  const { scenes } = cast.grid
  return {
    title: 'Scenes and roles', sheet: 'Scenes and roles', ...frameOf(cast, made),
    columns: [
      ...roleColumns,
      { head: 'Scenes', kind: 'number' }, { head: 'Speeches', kind: 'number' }, { head: 'Words', kind: 'number' }, pagesColumn,
      ...scenes.map(scene => ({ head: sceneNumber(scene), turned: scene.heading, kind: 'mark' as const })),
    ],
    rows: cast.roles.map(role => {
      const cells = new Map(role.cells.map(cell => [cell.scene, cell.speeches]))
      const marks = scenes.map(({ index }): TableCell => {
        const speeches = cells.get(index)
        if (speeches === undefined) return null
        return speeches === 0 ? { value: 'N', tone: 'quiet' } : { value: speeches, tone: speeches >= strongFrom ? 'strong' : 'soft' }
      })
      return { group: groupWords[role.size], cells: [...roleCells(role), role.cells.length, role.speeches, role.words, pagesMark(role.eighths), ...marks] }
    }),
    legend: `A number is the speeches of the role in the scene, on darker grey from ${strongFrom} on. N: named in the action only. Pages: the length of its scenes.`,
    notes: togetherNotes(cast.together),
  }
}

/** The pairs as a table: who meets whom, the most shared scenes first. */
export function pairsTable(cast: Cast, made: Date): PrintedTable {
  const { grid } = cast
  const names = new Map(grid.roles.map(({ id, name }) => [id, name]))
  const numberOf = (index: number): string => {
    const scene = grid.scenes[index]
    return scene ? sceneNumber(scene) : ''
  }
  return {
    title: 'Who meets whom', sheet: 'Who meets whom', ...frameOf(cast, made),
    columns: [
      { head: 'Role', kind: 'text', rowHead: true, widest: 130 }, { head: 'With', kind: 'text', widest: 130 },
      { head: 'Scenes together', kind: 'number' }, { head: 'Both speak', kind: 'number' }, { head: 'Pages', kind: 'number', format: '# ?/8' }, { head: 'Which scenes', kind: 'text', widest: 400 },
    ],
    rows: grid.pairs.map(({ roles: [one, other], scenes, spoken }) => ({
      cells: [names.get(one) ?? '', names.get(other) ?? '', scenes.length, spoken, pagesMark(scenes.reduce((sum, index) => sum + (grid.scenes[index]?.eighths ?? 0), 0)), scenes.map(numberOf).join(', ')],
    })),
    legend: 'Scenes together: both are in them, speaking or named in the action. Pages: the length of those scenes.',
    notes: [],
  }
}

/** How much each role has to do: scenes, speeches, words and eighths of a page. */
export function rolesTable(cast: Cast, made: Date): PrintedTable {
  const all = cast.roles.reduce((sum, { speeches }) => sum + speeches, 0)
  return {
    title: 'Speeches, words and pages', sheet: 'Roles', ...frameOf(cast, made),
    columns: [
      ...roleColumns,
      { head: 'Scenes', kind: 'number' }, { head: 'Silent in', kind: 'number' }, { head: 'Speeches', kind: 'number' }, { head: 'Share of speeches', kind: 'number', format: '0.0%' },
      { head: 'Words', kind: 'number' }, { head: 'Words a speech', kind: 'number', format: '0.0' }, pagesColumn, { head: 'Eighths', kind: 'number' },
      { head: 'First page', kind: 'number' }, { head: 'Last page', kind: 'number' },
    ],
    rows: cast.roles.map(role => {
      const share = all === 0 ? 0 : role.speeches / all
      const each = role.speeches === 0 ? null : role.words / role.speeches
      return {
        group: groupWords[role.size],
        cells: [
          ...roleCells(role), role.cells.length, role.cells.filter(({ speeches }) => speeches === 0).length, role.speeches, { value: rounded(share, 4), text: `${(share * 100).toFixed(1)} %` },
          role.words, each === null ? null : { value: rounded(each, 2), text: each.toFixed(1) }, pagesMark(role.eighths), role.eighths, role.firstPage, role.lastPage,
        ],
      }
    }),
    legend: `Pages and eighths: the length of the scenes that the role is in. Silent in: scenes whose action names it and in which it does not speak. Sizes: ${Object.values(sizeWords).join(', ').toLowerCase()}.`,
    notes: togetherNotes(cast.together),
  }
}

const rounded = (value: number, places: number): number => Number(value.toFixed(places))
