import type { BreakdownDraft, Claim, ClaimKind, Maker } from '../../src-preload/contract/breakdowns.ts'
import type { Citation, Role, RoleProposal, StoredProposal } from '../../src-preload/contract/roles.ts'
import type { Gender, PlayingRange } from '../../src-preload/contract/words.ts'
import type { ReadFlag, RoleFacts } from './breakdownFacts.ts'

/** The order in which the clauses of a breakdown run. */
const claimOrder: readonly ClaimKind[] = ['playingRange', 'gender', 'look', 'who', 'language', 'skill', 'relation', 'arc', 'scale', 'shootNeed', 'flag']

const genders: Readonly<Record<Gender, string>> = { female: 'woman', male: 'man', nonBinary: 'non-binary' }
const girlOrBoy: Readonly<Record<Gender, string>> = { female: 'girl', male: 'boy', nonBinary: 'child' }
const sizes: Readonly<Record<Role['size'], string>> = { lead: 'lead', supporting: 'supporting', dayPlayer: 'day player' }

/** An age below which a role is a minor's, in years. */
const adult = 18

/**
 * Drafts the breakdown of a role from what is known of it: what the user set or accepted first, else what the script proposes, then what
 * the rules read. A fact that she set stands without a line where none says it; a dismissed proposal is left out.
 */
export function draftByScript(role: Role, facts: Pick<RoleFacts, 'claims'> | null): BreakdownDraft {
  return asDraft(headline(role), [...skillClaims(role), ...languageClaims(role), ...(facts?.claims ?? [])], { by: 'script' })
}

/** What Claude may say in place of the rules, each kind where it says anything of it. */
const claudesKinds: readonly ClaimKind[] = ['who', 'skill', 'arc', 'relation']

/** Drafts the breakdown of a role from the clauses of Claude; name, figures and shoot needs are still counted, never told by it. */
export function draftByClaude(role: Role, facts: Pick<RoleFacts, 'claims'> | null, by: { readonly claims: readonly Claim[]; readonly model: string }): BreakdownDraft {
  const said = new Set(by.claims.map(({ kind }) => kind))
  const head = headline(role)
  const counted = [...skillClaims(role), ...languageClaims(role), ...(facts?.claims ?? [])]
    .filter(({ kind, text }) => !(claudesKinds.includes(kind) && said.has(kind)) && !(kind === 'language' && said.has(kind) && text.startsWith('Speaks ')))
  const unsaid = by.claims.filter(({ kind }) => !((kind === 'gender' || kind === 'playingRange') && head.some(claim => claim.kind === kind)))
  return asDraft(head, [...unsaid, ...counted], { by: 'claude', model: by.model })
}

/** A headline and clauses, put in order, as one paragraph. */
function asDraft(head: readonly Claim[], rest: readonly Claim[], madeBy: Maker): BreakdownDraft {
  const inOrder = rest.map((claim, index) => ({ claim, index }))
    .sort((a, b) => claimOrder.indexOf(a.claim.kind) - claimOrder.indexOf(b.claim.kind) || a.index - b.index)
    .map(({ claim }) => claim)
  const claims = [...head, ...inOrder]
  return { paragraph: claims.map(({ text }) => text).join(' '), claims, madeBy }
}

const own: Maker = { by: 'user' }
const script: Maker = { by: 'script' }

type Field = RoleProposal['field']
type ValueOf<Of extends Field> = Extract<RoleProposal, { readonly field: Of }>['value']

/** A proposal that was not dismissed, with its line. */
interface Read<Of extends Field> {
  readonly value: ValueOf<Of>
  readonly citation: Citation
  readonly state: StoredProposal['state']
}

const proposalsOf = <Of extends Field>(role: Role, field: Of): readonly Read<Of>[] =>
  role.proposals.flatMap(({ proposal, citation, state }) =>
    proposal.field === field && state !== 'dismissed' ? [{ value: proposal.value as ValueOf<Of>, citation, state }] : [])

/** The clauses that open every breakdown, whoever drafts the rest: `MEERA (lead): woman, 28 to 32, wiry.` */
function headline(role: Role): readonly Claim[] {
  const ranges = proposalsOf(role, 'playingRange')
  const range = role.playingRange ?? ranges[0]?.value ?? null
  const parts = [...genderPart(role, range), ...rangePart(role, range), ...lookPart(role)]
  const first = role.introductions[0] ?? firstSpeech(role)
  const name: Claim = { kind: 'scale', text: `${role.name} (${sizes[role.size]}):`, citations: first ? [first] : [], madeBy: first ? script : own }
  return [name, ...parts.map((part, index) => ({ ...part, text: `${part.text}${index < parts.length - 1 ? ',' : '.'}` }))]
}

function firstSpeech(role: Role): Citation | null {
  const first = role.appearances[0]
  if (!first) return null
  const { scriptId, page, scene, sceneNumber, element, characterName } = first
  return { scriptId, page, scene, sceneNumber, element, quote: characterName }
}

function genderPart(role: Role, range: PlayingRange | null): readonly Claim[] {
  const read = proposalsOf(role, 'gender')
  const gender = role.gender ?? read[0]?.value
  if (!gender) return []
  const citations = read.filter(({ value }) => value === gender).map(({ citation }) => citation)
  const words = range && range.to < adult ? girlOrBoy : genders
  return [{ kind: 'gender', text: words[gender], citations, madeBy: citations.length > 0 ? script : own }]
}

function rangePart(role: Role, range: PlayingRange | null): readonly Claim[] {
  if (!range) return []
  const same = (other: PlayingRange): boolean => other.from === range.from && other.to === range.to
  const read = proposalsOf(role, 'playingRange')
  const citations = read.filter(({ value }) => same(value)).map(({ citation }) => citation)
  const others = role.playingRange ? [] : read.filter(({ value }) => !same(value))
  return [
    { kind: 'playingRange', text: inYears(range), citations, madeBy: citations.length > 0 ? script : own },
    ...others.map(({ value, citation }): Claim => ({ kind: 'playingRange', text: `also seen at ${inYears(value)}`, citations: [citation], madeBy: script })),
  ]
}

const inYears = ({ from, to }: PlayingRange): string => (from === to ? `${from}` : `${from} to ${to}`)

function lookPart(role: Role): readonly Claim[] {
  const read = proposalsOf(role, 'look')
  const look = role.look.trim().replace(/[.\s]+$/u, '')
  if (look !== '') {
    const citations = read.filter(({ value }) => look.includes(value)).map(({ citation }) => citation)
    return [{ kind: 'look', text: look, citations, madeBy: citations.length > 0 ? script : own }]
  }
  return read.map(({ value, citation }) => ({ kind: 'look', text: value, citations: [citation], madeBy: script }))
}

const listed = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`

/** The languages and skills that she asks for, musts named, and those that the script shows and she has not decided on. */
function askedClaims(role: Role, field: 'language' | 'skill', said: (names: string) => string): readonly Claim[] {
  const asked = field === 'language' ? role.languages : role.skills
  const read = proposalsOf(role, field)
  const cited = (name: string): readonly Citation[] => read.filter(({ value }) => value.toLowerCase() === name.toLowerCase()).map(({ citation }) => citation)
  const open = read.filter(({ state, value }) => state === 'proposed' && !asked.some(({ name }) => name.toLowerCase() === value.toLowerCase()))
  const names = [...asked.map(({ name, must }) => (must ? `${name} (a must)` : name)), ...open.map(({ value }) => value)]
  if (names.length === 0) return []
  const citations = [...asked.flatMap(({ name }) => cited(name)), ...open.map(({ citation }) => citation)]
  return [{ kind: field, text: said(listed([...new Set(names)])), citations, madeBy: citations.length > 0 ? script : own }]
}

const languageClaims = (role: Role): readonly Claim[] => askedClaims(role, 'language', names => `Speaks ${names}.`)
const skillClaims = (role: Role): readonly Claim[] => askedClaims(role, 'skill', names => `Skills: ${names}.`)

/** The flags that the rules read, with a minor's where a stated age or what she set says so. */
export function flagsByScript(role: Role, facts: Pick<RoleFacts, 'flags'> | null): readonly ReadFlag[] {
  const read = proposalsOf(role, 'playingRange').filter(({ value }) => value.from < adult)
  const known = role.playingRange
  const isMinor = known ? known.from < adult : read.length > 0
  const citations = read.map(({ citation }) => citation)
  const flags = facts?.flags ?? []
  if (!isMinor || flags.some(({ flag }) => flag === 'minor')) return flags
  const minor: ReadFlag = { flag: 'minor', places: citations.length, citations }
  const at = flags.findIndex(({ flag }) => flag !== 'intimacy' && flag !== 'stunt')
  return at < 0 ? [...flags, minor] : [...flags.slice(0, at), minor, ...flags.slice(at)]
}
