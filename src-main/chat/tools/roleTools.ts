import { z } from 'zod'
import type { Role } from '../../../src-preload/contract/roles.ts'
import { sceneNumber } from '../../../src-preload/contract/said.ts'
import { candidatesFor } from '../../matching/candidates.ts'
import { getProduction } from '../../productions/productionStore.ts'
import { getRole, listRoles } from '../../roles/roleStore.ts'
import { sceneId } from '../cards.ts'
import type { ReadingTool } from '../tool.ts'
import { candidateTold } from './candidateTold.ts'
import { counted, days, roleFacts } from './facts.ts'
import { openCard, productionAt, ref, recordAt, roleAt } from './lookUp.ts'
import { readingTool } from './makeTool.ts'
import { named, quote, quoteKnown } from './quoted.ts'
import type { ToolParts } from './toolParts.ts'

/** Lists the roles of a production. */
export const listRolesTool = ({ db }: ToolParts): ReadingTool => readingTool({
  name: 'list_roles',
  description: 'Lists the roles of a production, most speeches first: size, gender, playing range, asked languages and skills, speeches, scenes. Gives each role a reference (r1). Without a production it lists those of the one this conversation belongs to.',
  input: z.object({ production: ref('production').optional(), size: z.enum(['lead', 'supporting', 'dayPlayer']).optional(), limit: z.number().int().min(1).max(100).optional().describe('40 where left out') }),
  title: ({ production }, context) => (production === undefined ? 'Listed the roles' : `Listed the roles of ${named(recordAt(context, production, 'production').title)}`),
  run: ({ production, size, limit = 40 }, context) => {
    const productionId = productionAt(db, context, production)
    const all = listRoles(db, productionId).filter(role => size === undefined || role.size === size)
    const shown = all.slice(0, limit).flatMap(role => {
      const card = openCard(context, { kind: 'role', id: role.id })
      return card ? [{ card, told: { ref: card.ref, name: named(role.name), ...roleFacts(role) } }] : []
    })
    return {
      told: { production: named(getProduction(db, productionId).title), total: all.length, shown: shown.length, roles: shown.map(({ told }) => told) },
      detail: counted(all.length, 'role'),
      cards: shown.map(({ card }) => card),
    }
  },
})

/** How many scenes of a role are told. */
const mostScenes = 40

/** Opens one role. */
export const openRoleTool = ({ db }: ToolParts): ReadingTool => readingTool({
  name: 'open_role',
  description: 'Opens one role: what it asks for, its days, its look and notes, the lines of the script that introduce it (quoted, with page), and its scenes with their references (s1). The written breakdown is another tool.',
  input: z.object({ role: ref('role') }),
  title: ({ role }, context) => `Opened the role ${named(roleAt(context, role).title)}`,
  run: ({ role }, context) => {
    const card = roleAt(context, role)
    const whole = getRole(db, card.id)
    const current = whole.appearances.filter(appearance => appearance.current && appearance.scene !== null)
    const scenes = [...new Map(current.map(at => [sceneId(at.scriptId, at.scene ?? 0), at])).entries()]
    const shown = scenes.slice(0, mostScenes).flatMap(([id, at]) => {
      const scene = openCard(context, { kind: 'scene', id })
      return scene ? [{ scene, told: { ref: scene.ref, scene: named(scene.title), heading: named(at.heading ?? ''), page: at.page, speeches: at.speeches } }] : []
    })
    return {
      told: { ref: card.ref, ...roleTold(whole, card.ref), speaksIn: { total: scenes.length, shown: shown.length, scenes: shown.map(({ told }) => told) } },
      detail: card.line,
      cards: [card, ...shown.map(({ scene }) => scene)],
    }
  },
})

const roleTold = (role: Role, at: string) => ({
  name: named(role.name),
  ...roleFacts(role),
  neededOn: role.dates === null ? 'the shoot dates of the production' : days(role.dates),
  liftedMustHaves: role.liftedGates,
  alsoHeardAs: role.mergedFrom.map(({ name }) => named(name)),
  look: quoteKnown(role.look, `look of ${at}`, 800),
  notes: quoteKnown(role.notes, `notes on ${at} by this office`, 1_500),
  introducedBy: role.introductions.slice(0, 4).map(({ quote: words, page, scene, sceneNumber: number }) => quote(words, `script, page ${page}${scene === null ? '' : `, scene ${named(sceneNumber({ number, index: scene }))}`}`, { longest: 500 })),
})

/** Reads the breakdown of a role as it stands. */
export const breakdownTool = ({ breakdowns }: ToolParts): ReadingTool => readingTool({
  name: 'breakdown',
  description: 'Reads the casting breakdown of a role as it stands: the paragraph, each clause with the pages it rests on, and what must be settled with the actor (flags such as stunt or minor). It does not write a new one; a new draft is made by the user on the page of the role.',
  input: z.object({ role: ref('role') }),
  title: ({ role }, context) => `Read the breakdown of ${named(roleAt(context, role).title)}`,
  run: async ({ role }, context) => {
    const card = roleAt(context, role)
    const { paragraph, claims, state, stale, flags } = await breakdowns.get(card.id)
    const clauses = claims.map(({ kind, text, citations }) => `${kind}: ${text}${citations.length > 0 ? ` [page ${[...new Set(citations.map(({ page }) => page))].slice(0, 5).join(', ')}]` : ''}`)
    return {
      told: {
        role: { ref: card.ref, name: named(card.title) },
        madeBy: { draftedFromScript: 'rules that read the script', draftedByClaude: 'Claude', edited: 'the user' }[state],
        upToDate: stale ? 'no: the script or the role changed since; say so' : 'yes',
        paragraph: quoteKnown(paragraph, `breakdown of ${card.ref}`, 3_000),
        clauses: quoteKnown(clauses.join('\n'), `clauses of the breakdown of ${card.ref}, with pages`, 4_000),
        flags: flags.filter(({ said }) => said !== 'cleared').map(({ flag, said, citations }) => ({ flag, setBy: said === 'set' ? 'the user' : 'the script', pages: [...new Set(citations.map(({ page }) => page))].slice(0, 8) })),
      },
      detail: stale ? 'The breakdown, older than the script' : 'The breakdown',
      cards: [card],
    }
  },
})

/** Ranks the talent book beside a role. */
export const matchRoleTool = (parts: ToolParts): ReadingTool => readingTool({
  name: 'match_role',
  description: 'Ranks the talent book beside a role: who is past every must-have, best fit first, with reasons and what is unknown of them; and who is held back by a must-have, with the fact. A fit is support for a decision and rejects nobody; say what is unknown.',
  input: z.object({ role: ref('role'), limit: z.number().int().min(1).max(15).optional().describe('8 where left out') }),
  title: ({ role }, context) => `Looked for people for ${named(roleAt(context, role).title)}`,
  run: async ({ role, limit = 8 }, context) => {
    const card = roleAt(context, role)
    const ranking = await candidatesFor(parts, card.id, { limit, signal: context.signal })
    if (!ranking.suggestions) {
      return { told: { role: card.ref, suggestions: 'The user switched suggestions off for this role, its production or altogether. search_talent still finds people.' }, detail: 'Suggestions are off here', cards: [card] }
    }
    const beside = (candidates: typeof ranking.candidates) => candidates.flatMap(candidate => {
      const person = openCard(context, { kind: 'talent', id: candidate.talent.id })
      return person ? [{ person, told: candidateTold(candidate, person.ref) }] : []
    })
    const [passed, stopped] = [beside(ranking.candidates), beside(ranking.stopped.slice(0, 4))]
    return {
      told: {
        role: { ref: card.ref, name: named(card.title) },
        mustHaves: ranking.gates.map(({ text, lifted }) => (lifted ? `${named(text)} (lifted)` : named(text))),
        considered: ranking.considered,
        notYetKnownByMeaning: ranking.notIndexed,
        pastEveryMustHave: passed.map(({ told }) => told),
        heldBack: stopped.map(({ told }) => told),
      },
      detail: `${counted(passed.length, 'person', 'people')} of ${ranking.considered} looked at`,
      cards: [card, ...passed, ...stopped].map(entry => ('person' in entry ? entry.person : entry)),
    }
  },
})
