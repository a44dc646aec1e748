import type { DraftReport, RoleFigures, RoleImpact, SceneChanges, SceneFate } from '../../src-preload/contract/drafts.ts'
import { countWords, draftWords, sizeWords } from '../look/words.ts'

const counted = (count: number, words: string): string[] => (count > 0 ? [`${count} ${words}`] : [])

/** What a new draft means, in one line: "Blue draft: 3 roles new, 1 gone, MEERA now MIRA?, 14 scenes changed". */
export function impactSentence({ to, roles, totals, sides }: DraftReport): string {
  const asked = roles.filter(({ decided, kind }) => !decided && (kind === 'renamed' || kind === 'merged'))
  const roleWords = [
    ...counted(totals.rolesNew, 'new'), ...counted(totals.rolesGone, 'gone'), ...counted(totals.rolesAged, 'aged'),
    ...counted(totals.rolesGrown, 'grown'), ...counted(totals.rolesShrunk, 'shrunk'),
  ]
  const sceneWords = [
    ...counted(totals.scenesChanged, 'changed'), ...counted(totals.scenesMoved, 'moved'), ...counted(totals.scenesNew, 'new'), ...counted(totals.scenesOmitted, 'omitted'),
  ]
  const parts = [
    ...withNoun(roleWords, 'role'),
    ...asked.slice(0, 3).map(({ old, new: now }) => `${listed(old.filter(({ id }) => !now.some(other => other.id === id)).map(({ name }) => name))} now ${now[0]?.name}?`),
    ...(asked.length > 3 ? [`${asked.length - 3} more to decide`] : []),
    ...withNoun(sceneWords, 'scene'),
    ...counted(sides.filter(({ changed }) => changed.length > 0).length, 'sides stale'),
  ]
  return `${draftWords(to.draft)} draft: ${parts.length === 0 ? 'nothing changed for casting' : parts.join(', ')}.`
}

/** "3 new", "1 gone" with the noun once: "3 roles new", "1 gone". */
const withNoun = (parts: readonly string[], noun: string): readonly string[] =>
  parts.map((part, at) => (at === 0 ? part.replace(/^\d+/u, count => countWords(Number(count), noun)) : part))

/** "A", "A and B", "A, B and C". */
export const listed = (names: readonly string[]): string => (names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`)

/** What a fate of a scene is called. */
export const fateWords: Readonly<Record<SceneFate, string>> = {
  same: 'Same', changed: 'Changed', moved: 'Moved', renumbered: 'Renumbered', split: 'Split', joined: 'Joined', omitted: 'Omitted', new: 'New',
}

/** What changed in a scene: "2 speeches cut, 1 changed, action changed". */
export function changeWords(changes: SceneChanges): string {
  const speeches = [...counted(changes.speechesCut, 'cut'), ...counted(changes.speechesAdded, 'added'), ...counted(changes.speechesChanged, 'changed')]
  const actions = [...counted(changes.actionsCut, 'cut'), ...counted(changes.actionsAdded, 'added'), ...counted(changes.actionsChanged, 'changed')]
  return [
    ...speeches.map((part, at) => (at === 0 ? part.replace(/^\d+/u, count => countWords(Number(count), 'speech', 'speeches')) : part)),
    ...actions.map((part, at) => (at === 0 ? part.replace(/^\d+/u, count => countWords(Number(count), 'line of action', 'lines of action')) : part)),
    ...(changes.heading ? ['heading changed'] : []),
    ...(changes.namesOnly ? ['only names changed'] : []),
  ].join(', ')
}

/** The groups of roles, in the order of what she has to look at first. */
export const roleGroups = ['Is this the same person?', 'New', 'Gone', 'Renamed', 'Merged', 'Split', 'Aged', 'Grown', 'Shrunk', 'Another size', 'Asked otherwise', 'Unchanged'] as const
export type RoleGroup = (typeof roleGroups)[number]

/** The group that a role stands in: what weighs most of what became of it. */
export function groupOf({ kind, decided, marks }: RoleImpact): RoleGroup {
  if (!decided) return 'Is this the same person?'
  if (kind !== 'kept') return ({ new: 'New', gone: 'Gone', renamed: 'Renamed', merged: 'Merged', split: 'Split' } as const)[kind]
  const [mark] = (['aged', 'grown', 'shrunk', 'resized', 'asks', 'drops'] as const).filter(one => marks.includes(one))
  return mark ? ({ aged: 'Aged', grown: 'Grown', shrunk: 'Shrunk', resized: 'Another size', asks: 'Asked otherwise', drops: 'Asked otherwise' } as const)[mark] : 'Unchanged'
}

/** Who it is about: "MEERA, now MIRA?", "GUARD 1 and GUARD 2, now GUARD?". */
export function roleTitle({ kind, old, new: now, decided }: RoleImpact): string {
  const [before, after] = [listed(old.map(({ name }) => name)), listed(now.map(({ name }) => name))]
  if (kind === 'kept') return after
  if (kind === 'new') return after
  if (kind === 'gone') return before
  return `${before}, now ${after}${decided ? '' : '?'}`
}

/** Figures before and after: "12 → 18 speeches", "3 scenes", "Day player → Supporting". */
export function figureWords(before: RoleFigures | null, after: RoleFigures | null): readonly string[] {
  const [one] = [after ?? before]
  if (!one) return []
  const step = (of: (figures: RoleFigures) => number, noun: string, many?: string): string =>
    before && after && of(before) !== of(after) ? `${of(before)} → ${countWords(of(after), noun, many)}` : countWords(of(one), noun, many)
  return [
    step(({ speeches }) => speeches, 'speech', 'speeches'), step(({ words }) => words, 'word'), step(({ scenes }) => scenes, 'scene'),
    before && after && before.size !== after.size ? `${sizeWords[before.size]} → ${sizeWords[after.size]}` : sizeWords[one.size],
  ]
}
