import type { RoleId } from '../../src-preload/contract/roles.ts'
import { soundAlike } from '../spelling/ear.ts'
import type { RoleInDraft } from './draftRole.ts'
import type { Passage } from './draftText.ts'
import type { Traced } from './passages.ts'

/** What two drafts tell of their roles before anything is decided. */
export interface RolesOfDrafts {
  readonly old: ReadonlyMap<RoleId, RoleInDraft>
  readonly new: ReadonlyMap<RoleId, RoleInDraft>
  /** Whose speeches are whose now. */
  readonly traced: ReadonlyMap<RoleId, ReadonlyMap<RoleId, Traced>>
  /** The rows of scenes in which a role speaks, in either draft. */
  readonly oldRows: ReadonlyMap<RoleId, ReadonlySet<number>>
  readonly newRows: ReadonlyMap<RoleId, ReadonlySet<number>>
  /** `old new` of roles that the user said are two people. */
  readonly apart: ReadonlySet<string>
}

/** Roles of the old draft and what they are in the new one, with why. */
export interface Fate {
  readonly kind: 'renamed' | 'merged' | 'split'
  readonly old: readonly RoleId[]
  readonly new: readonly RoleId[]
  readonly reason: string
  readonly pairs: readonly { readonly old: Passage; readonly new: Passage }[]
}

/** A gone role has this share of its speeches and words in another's mouth before the two are taken for one... */
const tracedShare = 0.4
/** ...and of one that was there before, this share: a cut role always leaves some lines to others. */
const tracedToKept = 0.5
/** Of a new role this share comes from one old role before it is taken for a part of it. */
const splitShare = 0.5
/** Fewer traced words than this prove nothing by themselves. */
const tracedWords = 6
/** Where no words came through, the two speak in this share of the same scenes, and in so many at least. */
const sceneShare = 0.75
const leastScenes = 2
/** How many speeches are cited as evidence. */
const citedPairs = 3

interface Claim {
  readonly old: RoleInDraft
  readonly now: RoleInDraft
  readonly share: number
  readonly traced: Traced | null
}

/**
 * Finds roles that go on under another name, in another role, or as several.
 *
 * The evidence is whose mouth the speeches are in now, word for word or rewritten; where none came through, the same scenes and names
 * that sound alike. Only roles that one of the drafts lacks are looked at: a role that speaks in both is the same role.
 */
export function roleFates(given: RolesOfDrafts): readonly Fate[] {
  const gone = [...given.old.values()].filter(({ id }) => !given.new.has(id))
  const fresh = [...given.new.values()].filter(({ id }) => !given.old.has(id))
  const claims = gone.flatMap(old => claimOf(given, old) ?? [])
  const claimed = new Set<RoleId>([...claims.map(({ old }) => old.id), ...claims.map(({ now }) => now.id)])
  claims.push(...claimsByScene(given, gone.filter(({ id }) => !claimed.has(id)), fresh.filter(({ id }) => !claimed.has(id))))
  const targets = new Set(claims.map(({ now }) => now.id))
  const splits = fresh.filter(({ id }) => !targets.has(id)).flatMap(now => sourceOf(given, now) ?? [])
  return [...claimFates(given, claims, splits), ...keptSplits(given, claims, splits)]
}

const isApart = ({ apart }: RolesOfDrafts, old: RoleId, now: RoleId): boolean => apart.has(`${old} ${now}`)

/** The mean of the shares of speeches and of words. */
const shareOf = (traced: Traced, words: number, { figures }: RoleInDraft): number =>
  (Math.min(1, traced.pairs.length / Math.max(1, figures.speeches)) + Math.min(1, words / Math.max(1, figures.words))) / 2

/** The role that speaks most of what a gone role said. */
function claimOf(given: RolesOfDrafts, old: RoleInDraft): Claim | null {
  const claims = [...(given.traced.get(old.id) ?? [])].flatMap(([id, traced]): readonly Claim[] => {
    const now = given.new.get(id)
    if (!now || isApart(given, old.id, id)) return []
    const share = shareOf(traced, traced.words, old)
    const isKept = given.old.has(id)
    const enough = traced.words >= tracedWords || (!isKept && (namesAlike(old.name, now.name) || sharedScenes(given, old.id, id) === given.oldRows.get(old.id)?.size))
    return enough && share >= (isKept ? tracedToKept : tracedShare) ? [{ old, now, share, traced }] : []
  })
  return claims.toSorted((a, b) => b.share - a.share)[0] ?? null
}

function sharedScenes({ oldRows, newRows }: RolesOfDrafts, old: RoleId, now: RoleId): number {
  const rows = newRows.get(now)
  return rows ? [...(oldRows.get(old) ?? [])].filter(row => rows.has(row)).length : 0
}

/** Names that are one to the ear, each word beside its like; one of them may have a word more. */
export function namesAlike(a: string, b: string): boolean {
  const [one, other] = [a, b].map(name => name.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [])
  if (!one || !other || one.length === 0 || other.length === 0) return false
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  return short.every(word => word.length > 2 && long.some(longer => longer === word || soundAlike(word, longer)))
}

/** Pairs of which no words came through: the same scenes, and there alone, or names that sound alike in most of them. */
function claimsByScene(given: RolesOfDrafts, gone: readonly RoleInDraft[], fresh: readonly RoleInDraft[]): readonly Claim[] {
  const found = gone.flatMap(old => fresh.flatMap((now): readonly Claim[] => {
    const shared = sharedScenes(given, old.id, now.id)
    const share = shared / Math.max(1, given.oldRows.get(old.id)?.size ?? 0, given.newRows.get(now.id)?.size ?? 0)
    const alike = namesAlike(old.name, now.name)
    if (isApart(given, old.id, now.id) || !(alike ? share >= 0.5 : share >= sceneShare && shared >= leastScenes)) return []
    return [{ old, now, share: share + (alike ? 1 : 0), traced: null }]
  })).toSorted((a, b) => b.share - a.share)
  const taken = new Set<RoleId>()
  return found.filter(({ old, now }) => {
    if (taken.has(old.id) || taken.has(now.id)) return false
    taken.add(old.id).add(now.id)
    return true
  })
}

/** The old role that a new one has most of its speeches from. */
function sourceOf(given: RolesOfDrafts, now: RoleInDraft): Claim | null {
  const claims = [...given.traced].flatMap(([id, own]): readonly Claim[] => {
    const [old, traced] = [given.old.get(id), own.get(now.id)]
    if (!old || !traced || isApart(given, id, now.id) || traced.words < tracedWords) return []
    const words = traced.pairs.reduce((sum, pair) => sum + pair.new.words.length, 0)
    const share = shareOf(traced, words, now)
    return share >= splitShare ? [{ old, now, share, traced }] : []
  })
  return claims.toSorted((a, b) => b.share - a.share)[0] ?? null
}

/** Renamed and merged roles; one that became several is split. */
function claimFates(given: RolesOfDrafts, claims: readonly Claim[], splits: readonly Claim[]): readonly Fate[] {
  const targets = [...new Set(claims.map(({ now }) => now.id))]
  return targets.map(target => {
    const own = claims.filter(({ now }) => now.id === target)
    const isKept = given.old.has(target)
    const more = own.length === 1 && !isKept ? splits.filter(({ old }) => old.id === own[0]?.old.id) : []
    const all = [...own, ...more]
    return {
      kind: more.length > 0 ? 'split' : own.length > 1 || isKept ? 'merged' : 'renamed',
      old: [...own.map(({ old }) => old.id), ...(isKept ? [target] : [])],
      new: [target, ...more.map(({ now }) => now.id)],
      reason: all.map(claim => reasonOf(given, claim)).join('; '),
      pairs: citedOf(all),
    }
  })
}

/** Roles that stay, of which a new role took a part. */
function keptSplits(given: RolesOfDrafts, claims: readonly Claim[], splits: readonly Claim[]): readonly Fate[] {
  const sources = [...new Set(splits.map(({ old }) => old.id))].filter(id => given.new.has(id) && !claims.some(({ now }) => now.id === id))
  return sources.map(source => {
    const own = splits.filter(({ old }) => old.id === source)
    return { kind: 'split', old: [source], new: [source, ...own.map(({ now }) => now.id)], reason: own.map(claim => reasonOf(given, claim)).join('; '), pairs: citedOf(own) }
  })
}

const citedOf = (claims: readonly Claim[]): Fate['pairs'] =>
  claims.flatMap(({ traced }) => (traced?.pairs ?? []).toSorted((a, b) => Number(b.exact) - Number(a.exact) || b.old.words.length - a.old.words.length).slice(0, citedPairs))

function reasonOf(given: RolesOfDrafts, { old, now, traced }: Claim): string {
  const scenes = given.oldRows.get(old.id)?.size ?? 0
  const shared = sharedScenes(given, old.id, now.id)
  const words = traced === null ? [] : [`${now.name} speaks ${traced.pairs.length} of the ${old.figures.speeches} ${old.figures.speeches === 1 ? 'speech' : 'speeches'} of ${old.name}`]
  const places = [`in ${shared} of the same ${scenes} ${scenes === 1 ? 'scene' : 'scenes'}`]
  const names = namesAlike(old.name, now.name) ? ['the names sound alike'] : []
  return traced === null ? [`${now.name} speaks ${places[0]} as ${old.name} did`, ...names].join(', ') : [...words, ...places, ...names].join(', ')
}
