import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { ScriptId, ScriptSummary } from '../../src-preload/contract/scripts.ts'

/** Where the casting impact of a draft stands. */
export const impactPlace = (productionId: ProductionId, from: ScriptId, to: ScriptId): string => `/production/${productionId}/drafts?${new URLSearchParams({ from, to })}`

/** The drafts of a line, the newest first. */
export const draftsOfLine = (scripts: readonly ScriptSummary[], line: string): readonly ScriptSummary[] =>
  scripts.filter(({ draft }) => draft.line === line).toSorted((a, b) => rankOf(b) - rankOf(a) || (b.draft.date ?? '').localeCompare(a.draft.date ?? '') || b.addedAt.localeCompare(a.addedAt))

const colours = ['white', 'blue', 'pink', 'yellow', 'green', 'goldenrod', 'buff', 'salmon', 'cherry']

const rankOf = ({ draft }: ScriptSummary): number => (draft.newest ? Infinity : draft.round * colours.length + colours.indexOf(draft.colour))

/** Where a script is compared with the draft before it (the first one with the draft after it); null where it is the only one of its line. */
export function comparePlace(productionId: ProductionId, scriptId: ScriptId, scripts: readonly ScriptSummary[]): string | null {
  const line = draftsOfLine(scripts, scripts.find(({ id }) => id === scriptId)?.draft.line ?? '')
  const at = line.findIndex(({ id }) => id === scriptId)
  const [from, to] = at + 1 < line.length ? [line[at + 1], line[at]] : [line[at], line[at - 1]]
  return from && to ? impactPlace(productionId, from.id, to.id) : null
}
