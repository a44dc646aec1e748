import type { GridCell, GridRole } from '../../../../src-preload/contract/grid.ts'
import { sceneNumber } from '../../../../src-preload/contract/said.ts'
import { getRole } from '../../../roles/roleStore.ts'
import { sceneId } from '../../cards.ts'
import type { Asking, Answer, Intent } from '../intent.ts'
import { paragraphs, plainWords, table } from '../pen.ts'
import { newestScripts, scriptSource, withoutScript, type ReadableScript } from '../scripts.ts'

/** How many scenes, speeches and words a role has, and which scenes they are. */
export const scenes: Intent = {
  name: 'scenes',
  follows: { roles: 'swaps' },
  patterns: [
    { weight: 52, all: [['scene', 'speeches']], roles: 1, none: ['fits', 'age', 'asks'] },
  ],
  answer(asking) {
    const { parts: { db }, question, pen } = asking
    const scripts = newestScripts(db, question)
    if (scripts.length === 0) return withoutScript(pen, question)
    const texts = question.roles.flatMap(({ candidates }) => candidates).map(role => {
      const heard = scripts.flatMap(readable => readable.grid.roles.filter(({ id }) => id === role.id).map(row => ({ readable, row })))
      const cells = heard.flatMap(({ readable, row }) => row.cells.map(cell => ({ readable, cell })))
      const silent = cells.filter(({ cell }) => cell.speeches === 0).length
      const sum = (of: (row: GridRole) => number): number => heard.reduce((all, { row }) => all + of(row), 0)
      const said = { name: pen.link({ kind: 'role', id: role.id }, role.name), scenes: cells.length, speeches: sum(row => row.speeches), words: sum(row => row.words) }
      return paragraphs(pen.say('roleScenes', said), silent > 0 && pen.say('silentIn', { count: silent }), sceneTable(asking, cells))
    })
    return { text: paragraphs(...texts, scriptSource(pen, scripts)), detail: '' }
  },
}

function sceneTable({ pen }: Asking, cells: readonly { readonly readable: ReadableScript; readonly cell: GridCell }[]): string {
  const rows = cells.flatMap(({ readable: { script, grid }, cell }) => {
    const scene = grid.scenes[cell.scene]
    return scene ? [[pen.link({ kind: 'scene', id: sceneId(script.id, scene.index) }, sceneNumber(scene)), plainWords(scene.heading), `${scene.page}`, `${cell.speeches}`]] : []
  })
  return table([pen.say('scene'), pen.say('heading'), pen.say('page'), pen.say('speeches')], rows)
}

/** On which page a role is introduced and first speaks. */
export const firstPage: Intent = {
  name: 'firstPage',
  follows: { roles: 'swaps' },
  patterns: [{ weight: 64, all: [['first']], roles: 1, none: ['hold'] }, { weight: 63, all: [['page']], roles: 1 }],
  answer({ parts: { db }, question, pen }): Answer {
    const scripts = newestScripts(db, question)
    if (scripts.length === 0) return withoutScript(pen, question)
    const lines = question.roles.flatMap(({ candidates }) => candidates).flatMap(({ id }) => {
      const role = getRole(db, id)
      const name = pen.link({ kind: 'role', id }, role.name)
      const called = (scriptId: string, scene: number | null): string => {
        const found = scripts.find(({ script }) => script.id === scriptId)?.grid.scenes[scene ?? -1]
        return found ? pen.link({ kind: 'scene', id: `${scriptId}/${found.index}` }, sceneNumber(found)) : '–'
      }
      const met = role.introductions.find(({ scriptId }) => scripts.some(({ script }) => script.id === scriptId))
      const heard = role.appearances.find(({ current }) => current)
      return [
        met && `${pen.say('firstMet', { name, page: met.page, scene: called(met.scriptId, met.scene) })}: “${plainWords(met.quote.slice(0, 160))}”`,
        heard ? pen.say('firstHeard', { name, page: heard.page, scene: called(heard.scriptId, heard.scene) }) : pen.say('neverHeard', { name }),
      ]
    })
    return { text: paragraphs(...lines, scriptSource(pen, scripts)), detail: '' }
  },
}
