import type { DraftReport, DraftRole, RoleFigures, RoleImpact, RoleMark, SceneChanges, SceneFate, ScenePair, SceneRef } from '../../src-preload/contract/drafts.ts'
import type { Citation, RoleId } from '../../src-preload/contract/roles.ts'
import { rolesInDraft, type Elsewhere, type RoleInDraft } from './draftRole.ts'
import { scenesOf, wordsIn, type DraftText, type Passage, type SceneText } from './draftText.ts'
import { compareFacts } from './factChanges.ts'
import { matchScenes, type SceneMatch } from './matchScenes.ts'
import { pairPassages, traceSpeeches, withNames, type NewNames, type PassagePair } from './passages.ts'
import { roleFates, type Fate, type RolesOfDrafts } from './roleFates.ts'

/** What is compared: both drafts, the roles that the user said are two people (`old new`), and what roles speak in the other scripts that count. */
export interface DraftsToCompare {
  readonly old: DraftText
  readonly new: DraftText
  readonly apart: readonly string[]
  readonly elsewhere: readonly (readonly [RoleId, { readonly speeches: number; readonly scenes: number }])[]
}

/** The report without the scripts it is about. */
export type ComparedDrafts = Omit<DraftReport, 'from' | 'to' | 'sides'>

/** A role has grown or shrunk from this share of its words and this many words on: less is polish. */
export const grownFrom = { share: 0.25, words: 25 } as const

/** A row of scenes with its passages side by side. */
interface Row {
  readonly match: SceneMatch
  readonly old: readonly SceneText[]
  readonly new: readonly SceneText[]
  readonly pairs: readonly PassagePair[]
}

/**
 * Compares two drafts: which scenes are which, what changed in them, and what that means for each role.
 *
 * Roles are matched by their records first; what a role without lines in one of the drafts became is read from its speeches. Names that
 * were replaced throughout do not count as changes of the text. Takes time in proportion to the length of both.
 */
export function compareDrafts({ old, new: now, apart, elsewhere }: DraftsToCompare): ComparedDrafts {
  const [oldScenes, newScenes] = [scenesOf(old), scenesOf(now)]
  const rows = matchScenes(oldScenes, newScenes).map((match): Row => {
    const [one, other] = [pick(oldScenes, match.old), pick(newScenes, match.new)]
    return { match, old: one, new: other, pairs: pairPassages(one.flatMap(({ passages }) => passages), other.flatMap(({ passages }) => passages)) }
  })
  const others: Elsewhere = new Map(elsewhere)
  const roles: RolesOfDrafts = {
    old: rolesInDraft(old, others), new: rolesInDraft(now, others),
    traced: traceSpeeches(rows.map(({ pairs }) => pairs)),
    oldRows: rowsByRole(rows, 'old'), newRows: rowsByRole(rows, 'new'), apart: new Set(apart),
  }
  const fates = roleFates(roles)
  const names = newNames(roles, fates)
  const same = sameRoles(fates)
  const scenes = rows.map(row => scenePair(row, renamedPairs(row, names), same))
  const impacts = roleImpacts(roles, { fates, scenes, old, new: now })
  return { scenes, roles: impacts, totals: totalsOf(scenes, impacts) }
}

const pick = (scenes: readonly SceneText[], places: readonly number[]): readonly SceneText[] => places.flatMap(at => scenes[at] ?? [])

function rowsByRole(rows: readonly Row[], side: 'old' | 'new'): ReadonlyMap<RoleId, ReadonlySet<number>> {
  const found = new Map<RoleId, Set<number>>()
  rows.forEach((row, index) => {
    for (const { role } of row[side].flatMap(({ passages }) => passages)) if (role !== null) found.set(role, (found.get(role) ?? new Set()).add(index))
  })
  return found
}

/** Old names by new ones: of renamed roles, those the user has said yes to included. */
function newNames({ old, new: now }: RolesOfDrafts, fates: readonly Fate[]): NewNames {
  const renamed = [
    ...fates.flatMap(({ kind, old: [from], new: [to] }) => (kind === 'renamed' && from && to ? [[from, to] as const] : [])),
    ...[...old.keys()].flatMap(id => (now.has(id) ? [[id, id] as const] : [])),
  ]
  return new Map(renamed.flatMap(([from, to]) => {
    const [before, after] = [wordsIn(old.get(from)?.name ?? ''), wordsIn(now.get(to)?.name ?? '')]
    if (before.join(' ') === after.join(' ') || before.length === 0 || after.length === 0) return []
    const single = before.length === after.length ? before.flatMap((word, at) => (word === after[at] || word.length < 3 ? [] : [[word, after[at] ?? ''] as const])) : []
    return [[before.join(' '), after.join(' ')] as const, ...single]
  }))
}

/** `old new` of roles that are one as far as the report knows, so that a speech of theirs has kept its speaker. */
const sameRoles = (fates: readonly Fate[]): ReadonlySet<string> => new Set(fates.flatMap(({ kind, old, new: now }) => (kind === 'split' ? [] : old.flatMap(a => now.map(b => `${a} ${b}`)))))

function renamedPairs({ pairs, old, new: now }: Row, names: NewNames): readonly PassagePair[] {
  if (names.size === 0 || pairs.every(({ exact }) => exact)) return pairs
  return pairPassages(old.flatMap(({ passages }) => passages.map(passage => withNames(passage, names))), now.flatMap(({ passages }) => passages))
}

function scenePair(row: Row, pairs: readonly PassagePair[], same: ReadonlySet<string>): ScenePair {
  const { match, old, new: now } = row
  const keptSpeaker = ({ old: a, new: b }: PassagePair): boolean => a?.role === b?.role || same.has(`${a?.role} ${b?.role}`)
  const changed = pairs.filter(pair => !pair.exact || !keptSpeaker(pair))
  const count = (kind: Passage['kind'], of: (pair: PassagePair) => boolean): number => changed.filter(pair => (pair.old ?? pair.new)?.kind === kind && of(pair)).length
  const cut = ({ new: b }: PassagePair): boolean => b === null
  const added = ({ old: a }: PassagePair): boolean => a === null
  const both = (pair: PassagePair): boolean => !cut(pair) && !added(pair)
  const heading = match.kind === 'pair' && old[0]?.heading !== now[0]?.heading
  const changes: SceneChanges = {
    speechesCut: count('speech', cut), speechesAdded: count('speech', added), speechesChanged: count('speech', both),
    actionsCut: count('action', cut), actionsAdded: count('action', added), actionsChanged: count('action', both),
    heading, namesOnly: match.kind === 'pair' && changed.length === 0 && !heading && hasNewNames(row),
  }
  const [kind = 'same', ...also] = fatesOf(match, { old, new: now }, changed.length > 0 || heading)
  return {
    kind, also, old: old.map(refOf), new: now.map(refOf), changes,
    likeness: Math.round(match.likeness * 100) / 100,
    roles: [...new Set(changed.flatMap(({ old: a, new: b }) => [a?.role ?? null, b?.role ?? null]).filter(role => role !== null))],
  }
}

/** Tells whether words or cues differ though nothing counts as changed: names of roles. */
const hasNewNames = ({ pairs }: Row): boolean => pairs.some(({ exact, old, new: now }) => !exact || old?.cue !== now?.cue)

function fatesOf(match: SceneMatch, { old, new: now }: Pick<Row, 'old' | 'new'>, isChanged: boolean): readonly SceneFate[] {
  if (match.kind === 'new' || match.kind === 'omitted') return [match.kind]
  const [one, other] = [old[0]?.number ?? null, now[0]?.number ?? null]
  return [
    ...(match.kind === 'pair' ? [] : [match.kind]),
    ...(match.moved ? (['moved'] as const) : []),
    ...(match.kind === 'pair' && isChanged ? (['changed'] as const) : []),
    ...(one !== null && other !== null && one !== other ? (['renumbered'] as const) : []),
  ]
}

function refOf({ scene, passages }: SceneText): SceneRef {
  const first = passages[0]?.elements[0]
  return scene
    ? { index: scene.index, number: scene.number, heading: scene.heading, page: scene.page, element: scene.element }
    : { index: null, number: null, heading: 'Before the first scene', page: first?.page ?? 1, element: first?.index ?? 0 }
}

interface Compared {
  readonly fates: readonly Fate[]
  readonly scenes: readonly ScenePair[]
  readonly old: DraftText
  readonly new: DraftText
}

const kindOrder: readonly RoleImpact['kind'][] = ['renamed', 'merged', 'split', 'new', 'gone', 'kept']

function roleImpacts(roles: RolesOfDrafts, compared: Compared): RoleImpact[] {
  const told = new Set(compared.fates.flatMap(({ old, new: now }) => [...old, ...now]))
  const rest = [...new Set([...roles.new.keys(), ...roles.old.keys()])].filter(id => !told.has(id))
  const impacts = [
    ...compared.fates.map(fate => impactOf(roles, compared, fate)),
    ...rest.map(id => impactOf(roles, compared, { kind: kindOf(roles, id), old: roles.old.has(id) ? [id] : [], new: roles.new.has(id) ? [id] : [], reason: '', pairs: [] })),
  ]
  const weight = ({ before, after }: RoleImpact): number => Math.max(before?.speeches ?? 0, after?.speeches ?? 0)
  return impacts.sort((a, b) => kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind) || weight(b) - weight(a))
}

/** A role that speaks in both drafts under other names was renamed, and the user has said so. */
function kindOf({ old, new: now }: RolesOfDrafts, id: RoleId): RoleImpact['kind'] {
  const [before, after] = [old.get(id), now.get(id)]
  if (!before || !after) return before ? 'gone' : 'new'
  return wordsIn(before.name).join(' ') === wordsIn(after.name).join(' ') ? 'kept' : 'renamed'
}

function impactOf(roles: RolesOfDrafts, { scenes, old, new: now }: Compared, fate: Omit<Fate, 'kind'> & { readonly kind: RoleImpact['kind'] }): RoleImpact {
  const [before, after] = [fate.old.flatMap(id => roles.old.get(id) ?? []), fate.new.flatMap(id => roles.new.get(id) ?? [])]
  const [figures, later] = [figuresOf(before), figuresOf(after)]
  const facts = before.length > 0 && after.length > 0 ? compareFacts(before.flatMap(role => role.facts), after.flatMap(role => role.facts)) : { facts: [], marks: [] }
  const ids = new Set([...fate.old, ...fate.new])
  return {
    kind: fate.kind,
    old: before.map(named), new: after.map(named),
    decided: fate.reason === '' || (fate.kind === 'split' && fate.old.some(id => fate.new.includes(id))),
    marks: [...facts.marks, ...sizeMarks(figures, later)],
    before: figures, after: later,
    facts: [...facts.facts],
    evidence: fate.reason === '' ? null : { reason: fate.reason, lines: fate.pairs.map(pair => ({ old: cite(old, pair.old), new: cite(now, pair.new) })) },
    scenes: scenes.flatMap((scene, row) => (scene.roles.some(id => ids.has(id)) ? [row] : [])),
  }
}

const named = ({ id, name }: RoleInDraft): DraftRole => ({ id, name })

const sizeOrder = ['lead', 'supporting', 'dayPlayer'] as const

/** Several roles count as one: their figures together and the largest size among them. */
function figuresOf(roles: readonly RoleInDraft[]): RoleFigures | null {
  if (roles.length === 0) return null
  const sum = (of: (figures: RoleFigures) => number): number => roles.reduce((all, { figures }) => all + of(figures), 0)
  return {
    speeches: sum(({ speeches }) => speeches), words: sum(({ words }) => words), scenes: sum(({ scenes }) => scenes),
    size: sizeOrder.find(size => roles.some(({ figures }) => figures.size === size)) ?? 'dayPlayer',
  }
}

function sizeMarks(before: RoleFigures | null, after: RoleFigures | null): readonly RoleMark[] {
  if (!before || !after) return []
  const more = after.words - before.words
  const isMuch = Math.abs(more) >= grownFrom.words && Math.abs(more) >= grownFrom.share * before.words
  return [...(isMuch ? [more > 0 ? ('grown' as const) : ('shrunk' as const)] : []), ...(before.size === after.size ? [] : (['resized'] as const))]
}

const quoteLimit = 240

function cite(draft: DraftText, passage: Passage): Citation {
  const spoken = passage.elements.filter(({ kind }) => kind !== 'cue')
  const [first] = passage.elements
  const scene = first?.scene ?? null
  const quote = spoken.map(({ text }) => text.replace(/\s+/gu, ' ')).join(' ')
  return {
    scriptId: draft.scriptId, page: first?.page ?? 1, scene, sceneNumber: scene === null ? null : (draft.scenes[scene]?.number ?? null),
    element: first?.index ?? 0, quote: quote.length > quoteLimit ? `${quote.slice(0, quoteLimit)}…` : quote,
  }
}

function totalsOf(scenes: readonly ScenePair[], roles: readonly RoleImpact[]): DraftReport['totals'] {
  const are = (kind: RoleImpact['kind']): number => roles.filter(role => role.kind === kind).length
  const marked = (mark: RoleMark): number => roles.filter(({ marks }) => marks.includes(mark)).length
  const became = (...fates: readonly SceneFate[]): number => scenes.filter(({ kind, also }) => [kind, ...also].some(fate => fates.includes(fate))).length
  return {
    rolesNew: are('new'), rolesGone: are('gone'), rolesRenamed: are('renamed'), rolesMerged: are('merged'), rolesSplit: are('split'),
    rolesAged: marked('aged'), rolesGrown: marked('grown'), rolesShrunk: marked('shrunk'),
    scenesChanged: became('changed', 'split', 'joined'), scenesMoved: became('moved'), scenesNew: became('new'), scenesOmitted: became('omitted'),
    grownFrom,
  }
}
