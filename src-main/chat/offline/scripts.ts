import { printedDraft } from '../../../src-preload/contract/said.ts'
import type { SceneGrid } from '../../../src-preload/contract/grid.ts'
import type { ScriptSummary } from '../../../src-preload/contract/scripts.ts'
import type { Database } from '../../database/openDatabase.ts'
import { readSceneGrid } from '../../roles/sceneGrid.ts'
import { listScripts } from '../../scripts/scriptStore.ts'
import type { Answer } from './intent.ts'
import { plainWords, type Pen } from './pen.ts'
import type { Question } from './question.ts'

/** A script of the production in its newest draft, with who is in which of its scenes. */
export interface ReadableScript {
  readonly script: ScriptSummary
  readonly grid: SceneGrid
}

/** The newest draft of each script of the production asked about, the first that came in first; empty where there is none. */
export function newestScripts(db: Database, { productionId }: Pick<Question, 'productionId'>): readonly ReadableScript[] {
  if (productionId === null) return []
  return listScripts(db, productionId)
    .filter(({ draft }) => draft.newest)
    .reverse()
    .map(script => ({ script, grid: readSceneGrid(db, script.id) }))
}

/** Which script, in which draft, figures come from. */
export function scriptSource(pen: Pen, scripts: readonly ReadableScript[]): string {
  const names = scripts.map(({ script }) => `${pen.link({ kind: 'script', id: script.id }, script.title)}, ${plainWords(printedDraft(script.draft, script.addedAt))}`)
  return pen.say('fromScript', { script: names.join('; ') })
}

/** Says why nothing of a script can be told: no production stands open, or it has no script. */
export const withoutScript = (pen: Pen, { productionId }: Pick<Question, 'productionId'>): Answer =>
  ({ text: pen.say(productionId === null ? 'noProduction' : 'noScript'), detail: '' })
