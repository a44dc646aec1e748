import { z } from 'zod'
import { draftWords } from '../../../src-preload/contract/said.ts'
import { listScripts } from '../../scripts/scriptStore.ts'
import type { ReadingTool } from '../tool.ts'
import { counted, days } from './facts.ts'
import { closedWords, openCard, openProductions } from './lookUp.ts'
import { readingTool } from './makeTool.ts'
import { named, quoteKnown } from './quoted.ts'
import type { ToolParts } from './toolParts.ts'

/** Lists the productions of the office. */
export const listProductionsTool = ({ db }: ToolParts): ReadingTool => readingTool({
  name: 'list_productions',
  description: 'Lists the productions of this office that may be read, last opened first: kind, shoot dates, brief (quoted), how many roles, and their scripts. Gives references of productions (p1) and scripts (d1). Productions that are not open to Claude are only counted.',
  input: z.object({ limit: z.number().int().min(1).max(40).optional().describe('15 where left out') }),
  title: () => 'Listed the productions',
  run: ({ limit = 15 }, context) => {
    const { open, closed } = openProductions(db, context)
    const shown = open.slice(0, limit).flatMap(production => {
      const card = openCard(context, { kind: 'production', id: production.id })
      if (!card) return []
      const scripts = listScripts(db, production.id).filter(({ draft }) => draft.newest).slice(0, 12).flatMap(script => {
        const at = openCard(context, { kind: 'script', id: script.id })
        return at ? [{ at, told: { ref: at.ref, title: named(script.title), draft: draftWords(script.draft), pages: script.pages } }] : []
      })
      const told = {
        ref: card.ref, title: named(production.title), kind: production.kind, shoot: days(production.shoot), roles: production.roles,
        brief: quoteKnown(production.brief, `brief of ${card.ref}`, 600), scripts: scripts.map(script => script.told),
      }
      return [{ told, cards: [card, ...scripts.map(({ at }) => at)] }]
    })
    const also = closedWords(closed)
    return {
      told: { total: open.length, productions: shown.map(({ told }) => told), ...(also !== undefined && { also }) },
      detail: [counted(open.length, 'production'), also].filter(Boolean).join('; '),
      cards: shown.flatMap(({ cards }) => cards),
    }
  },
})
