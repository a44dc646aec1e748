import type { GridRole } from '../../../../src-preload/contract/grid.ts'
import { sceneNumber } from '../../../../src-preload/contract/said.ts'
import { sceneId } from '../../cards.ts'
import type { Asking, Intent } from '../intent.ts'
import { paragraphs, plainWords, table, type Pen } from '../pen.ts'
import { newestScripts, scriptSource, withoutScript, type ReadableScript } from '../scripts.ts'

/** Who shares scenes with a role, or which scenes two roles have together. */
export const together: Intent = {
  name: 'together',
  follows: { roles: 'swaps' },
  patterns: [
    { weight: 65, all: [['together'], ['scene', 'who', 'which', 'most']], roles: 1 },
    { weight: 65, all: [['together', 'scene', 'and'], ['scene', 'together']], roles: 2 },
  ],
  answer({ parts: { db }, question, pen }) {
    const scripts = newestScripts(db, question)
    if (scripts.length === 0) return withoutScript(pen, question)
    const [one, other] = question.roles.flatMap(({ candidates }) => candidates)
    if (!one) return withoutScript(pen, question)
    const shared = scripts.map(readable => (other ? betweenTwo(pen, readable, one.id, other.id) : withOne(pen, readable, one.id)))
    return { text: paragraphs(...shared, scriptSource(pen, scripts)), detail: '' }
  },
}

const nameOf = (pen: Pen, role: GridRole | undefined): string => (role ? pen.link({ kind: 'role', id: role.id }, role.name) : '–')

function withOne(pen: Pen, { grid }: ReadableScript, id: string): string {
  const pairs = grid.pairs.filter(({ roles }) => roles.some(role => role === id))
  const named = (role: string): GridRole | undefined => grid.roles.find(one => one.id === role)
  const name = nameOf(pen, named(id))
  if (pairs.length === 0) return pen.say('sharesNone', { name })
  const rows = pairs.map(({ roles, scenes, spoken }) => [nameOf(pen, named(roles.find(role => role !== id) ?? '')), `${scenes.length}`, `${spoken}`, scenes.map(scene => sceneNumber(grid.scenes[scene] ?? { number: null, index: scene })).join(', ')])
  return paragraphs(pen.say('sharesWith', { name, count: pairs.length }), table([pen.say('role'), pen.say('together'), pen.say('speeches'), pen.say('scenes')], rows))
}

function betweenTwo(pen: Pen, { script, grid }: ReadableScript, a: string, b: string): string {
  const pair = grid.pairs.find(({ roles }) => roles.some(role => role === a) && roles.some(role => role === b))
  const [one, other] = [a, b].map(id => nameOf(pen, grid.roles.find(role => role.id === id)))
  const rows = (pair?.scenes ?? []).flatMap(index => {
    const scene = grid.scenes[index]
    return scene ? [[pen.link({ kind: 'scene', id: sceneId(script.id, index) }, sceneNumber(scene)), plainWords(scene.heading), `${scene.page}`]] : []
  })
  return paragraphs(pen.say('pairScenes', { one: one ?? '–', other: other ?? '–', count: rows.length, spoken: pair?.spoken ?? 0 }), table([pen.say('scene'), pen.say('heading'), pen.say('page')], rows))
}

/** Which roles are in a scene. */
export const inScene: Intent = {
  name: 'inScene',
  follows: { scene: 'swaps' },
  patterns: [{ weight: 63, all: [['who', 'happens', 'role', 'come', 'which']], scene: true, none: ['open'] }],
  answer(asking) {
    return sceneAnswer(asking)
  },
}

/** A scene with its roles, by its number as it was called. */
export function sceneAnswer({ parts: { db }, question, pen }: Asking) {
  const scripts = newestScripts(db, question)
  if (scripts.length === 0) return withoutScript(pen, question)
  const found = scripts.flatMap(readable => readable.grid.scenes.filter(scene => sceneNumber(scene).toLowerCase() === question.scene).map(scene => ({ ...readable, scene })))
  if (found.length === 0) return { text: pen.say('noScene', { scene: question.scene ?? '', count: scripts.reduce((sum, { grid }) => sum + grid.scenes.length, 0) }), detail: '' }
  const texts = found.map(({ script, grid, scene }) => {
    const there = grid.roles.flatMap(role => role.cells.filter(cell => cell.scene === scene.index).map(cell => ({ role, cell })))
    const number = pen.link({ kind: 'scene', id: sceneId(script.id, scene.index) }, sceneNumber(scene))
    return paragraphs(
      `${pen.say('inScene', { scene: number, page: scene.page, count: there.length })}: ${plainWords(scene.heading)}`,
      table([pen.say('role'), pen.say('speeches')], there.map(({ role, cell }) => [nameOf(pen, role), `${cell.speeches}`])),
    )
  })
  return { text: paragraphs(...texts, scriptSource(pen, scripts)), detail: '' }
}
