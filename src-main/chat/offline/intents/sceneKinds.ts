import type { Scene } from '../../../../src-preload/contract/scripts.ts'
import { eighthsWords, sceneNumber } from '../../../../src-preload/contract/said.ts'
import type { Intent } from '../intent.ts'
import { paragraphs, plainWords, table } from '../pen.ts'
import { newestScripts, scriptSource, withoutScript } from '../scripts.ts'

/** How many scenes stand in an answer; all are counted. */
const shown = 20

/** What each kind of scene is known by in its heading. */
const kinds = [
  ['night', ({ time }: Scene) => /night|raat/i.test(time ?? '')],
  ['daytime', ({ time }: Scene) => /\bday|morning|afternoon|noon|\bdin\b|subah|dopahar/i.test(time ?? '')],
  ['exterior', ({ setting }: Scene) => setting?.includes('EXT') ?? false],
  ['interior', ({ setting }: Scene) => setting?.includes('INT') ?? false],
] as const

/** The scenes by night or day, outside or inside, as their headings say. */
export const sceneKinds: Intent = {
  name: 'sceneKinds',
  follows: { words: ['night', 'daytime', 'exterior', 'interior'] },
  everyWord: true,
  patterns: [{ weight: 59, all: [['night', 'daytime', 'exterior', 'interior'], ['scene']], roles: 0, people: 0 }],
  answer({ parts: { db }, question, pen }) {
    const scripts = newestScripts(db, question)
    if (scripts.length === 0) return withoutScript(pen, question)
    const asked = kinds.filter(([kind]) => question.said.has(kind))
    const all = scripts.flatMap(({ script, grid }) => grid.scenes.map(scene => ({ script, scene })))
    const meant = all.filter(({ scene }) => asked.every(([, fits]) => fits(scene)))
    const rows = meant.slice(0, shown).map(({ script, scene }) => [pen.link({ kind: 'scene', id: `${script.id}/${scene.index}` }, sceneNumber(scene)), plainWords(scene.heading), `${scene.page}`, eighthsWords(scene.eighths)])
    return {
      text: paragraphs(
        pen.say('scenesOfKind', { count: `**${meant.length}**`, all: all.length }),
        rows.length > 0 && table([pen.say('scene'), pen.say('heading'), pen.say('page'), pen.say('length')], rows),
        meant.length > shown && pen.say('firstOf', { shown, count: meant.length }),
        scriptSource(pen, scripts),
      ),
      detail: `${meant.length}`,
    }
  },
}
