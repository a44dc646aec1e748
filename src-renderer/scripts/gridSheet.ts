import type { SceneGrid } from '../../src-preload/contract/grid.ts'
import type { Scene } from '../../src-preload/contract/scripts.ts'
import type { SheetCell } from '../look/csv.ts'
import { eighthsWords, sizeWords } from '../look/words.ts'

/** The number of a scene as it is called: the printed one, else its place in the script. */
export const sceneNumber = (scene: Scene): string => scene.number ?? `${scene.index + 1}`

/** The grid as rows of a sheet: a role a row, a scene a column; a cell says the speeches, or that the role is only named there. */
export function gridRows({ scenes, roles }: SceneGrid): SheetCell[][] {
  const head = ['Role', 'Size', 'Scenes', 'Speeches', 'Words', 'Pages', ...scenes.map(scene => `${sceneNumber(scene)} ${scene.heading}`)]
  return [
    head,
    ...roles.map(role => {
      const cells = new Map(role.cells.map(cell => [cell.scene, cell.speeches]))
      const marks = scenes.map(({ index }): SheetCell => cells.get(index) || (cells.has(index) ? 'named' : ''))
      return [role.name, sizeWords[role.size], role.cells.length, role.speeches, role.words, eighthsWords(role.eighths), ...marks]
    }),
  ]
}

/** The pairs as rows of a sheet, most shared scenes first. */
export function pairRows({ scenes, roles, pairs }: SceneGrid): SheetCell[][] {
  const names = new Map(roles.map(({ id, name }) => [id, name]))
  const numberOf = (index: number): string => {
    const scene = scenes[index]
    return scene ? sceneNumber(scene) : ''
  }
  return [
    ['Role', 'With', 'Scenes together', 'Both speak', 'Which scenes'],
    ...pairs.map(({ roles: [one, other], scenes: shared, spoken }) => [names.get(one) ?? '', names.get(other) ?? '', shared.length, spoken, shared.map(numberOf).join(', ')]),
  ]
}
