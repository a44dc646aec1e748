import { answerFromRecords, type UnderstoodAnswer } from '../../../src-main/chat/offline/answerFromRecords.ts'
import { cardOfRef } from '../../../src-main/chat/refs.ts'
import type { ToolContext } from '../../../src-main/chat/tool.ts'
import { readQuestion } from '../../../src-main/chat/offline/question.ts'
import type { ByWord } from '../../../src-main/chat/turnParts.ts'
import { beginConversation, sayIn, takenForDone, type AskedOffice } from './office.ts'
import { isTalkSetAside, talks, type MeasuredTalk } from './talks.ts'
import { isSetAside, notOurs, questions, type AskedSlots, type MeasuredQuestion } from './questions.ts'

/** How one question fared: right, passed on to Claude, or answered wrongly while certain; `why` says what was wrong. */
export interface Outcome {
  readonly text: string
  readonly language: 'en' | 'hi'
  /** `notOurs` for what only Claude can answer. */
  readonly intent: string
  readonly isSetAside: boolean
  readonly result: 'right' | 'passedOn' | 'wrong'
  readonly why: string
}

/** Asks every measured question of a filled office, each in a conversation of its own. */
export async function measureQuestions(office: AskedOffice): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = []
  for (const [index, asked] of questions.entries()) {
    const answer = await ask(office, asked.text)
    const why = faultsOf(office, asked, answer)
    outcomes.push({ text: asked.text, language: asked.language, intent: asked.intent, isSetAside: isSetAside(index), result: why === '' ? 'right' : answer.needsClaude ? 'passedOn' : 'wrong', why })
  }
  for (const [index, asked] of notOurs.entries()) {
    const answer = await ask(office, asked.text)
    outcomes.push({ ...asked, intent: 'notOurs', isSetAside: isSetAside(index), result: answer.needsClaude ? 'right' : 'wrong', why: answer.needsClaude ? '' : `answered as ${answer.intent}` })
  }
  return outcomes
}

const ask = ({ parts, productionId }: AskedOffice, text: string): Promise<UnderstoodAnswer> => {
  const context = beginConversation(parts.db, productionId)
  return answerFromRecords(parts, { text, place: context.place, conversation: { productionId }, context, byWord: takenForDone })
}

/** Holds talks, those of the measured set where none are given, each in a conversation of its own; its last sentence counts. */
export async function measureTalks(office: AskedOffice, held: readonly MeasuredTalk[] = talks): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = []
  for (const [index, talk] of held.entries()) {
    const { parts, productionId } = office
    const { conversationId } = beginConversation(parts.db, productionId)
    const wished: Wished[] = []
    let answer: UnderstoodAnswer | null = null
    for (const text of talk.said) {
      wished.length = 0
      const context = sayIn(parts.db, conversationId, productionId, text)
      const byWord: ByWord = async (tool, input, when) => {
        wished.push({ tool, given: given(office, context, input) })
        return takenForDone(tool, input, when)
      }
      answer = await answerFromRecords(parts, { text, place: context.place, conversation: { productionId }, context, byWord })
      keepAnswer(office, context, answer)
    }
    const why = answer ? talkFault(talk, answer, wished) : 'nothing was said'
    const result = why === '' ? 'right' : answer?.needsClaude ? 'passedOn' : 'wrong'
    const intent = talk.wanted === 'passedOn' ? 'talk: passed on' : 'tool' in talk.wanted ? 'talk: deed' : 'asksBack' in talk.wanted ? 'talk: asked back' : 'talk: follows'
    outcomes.push({ text: talk.said.join(' / '), language: 'en', intent, isSetAside: isTalkSetAside(index), result, why })
  }
  return outcomes
}

interface Wished {
  readonly tool: string
  readonly given: Readonly<Record<string, string>>
}

/** What a tool is given, the titles of records in place of their references. */
function given({ parts: { db } }: AskedOffice, { conversationId }: ToolContext, input: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(input as Record<string, unknown>).map(([key, value]) => [key, cardOfRef(db, conversationId, String(value))?.title ?? String(value)]))
}

function keepAnswer({ parts: { db } }: AskedOffice, { messageId }: ToolContext, { blocks, needsClaude }: UnderstoodAnswer): void {
  db.prepare("UPDATE chat_message SET state = 'done', blocks = ?, needs_claude = ? WHERE id = ?").run(JSON.stringify(blocks), Number(needsClaude), messageId)
}

function talkFault({ wanted }: MeasuredTalk, answer: UnderstoodAnswer, wished: readonly Wished[]): string {
  const shown = answer.blocks.map(block => (block.kind === 'text' ? block.text : '')).join('\n')
  if (wanted === 'passedOn') return wished.length > 0 ? `did ${wished.map(({ tool }) => tool).join()}` : answer.needsClaude ? '' : `answered as ${answer.intent}: ${shown.slice(0, 80)}`
  if (answer.needsClaude) return 'passed on'
  if ('asksBack' in wanted) {
    const missing = wanted.asksBack.filter(words => !shown.includes(words))
    return wished.length > 0 ? `did ${wished.map(({ tool }) => tool).join()}` : missing.length > 0 ? `lacks ${missing.join()}: ${shown.slice(0, 80)}` : ''
  }
  if ('tool' in wanted) {
    const [one, ...others] = wished
    if (!one || others.length > 0) return `did ${wished.length}: ${shown.slice(0, 80)}`
    const differing = Object.entries(wanted.given).filter(([key, value]) => !one.given[key]?.includes(value))
    return one.tool !== wanted.tool ? `did ${one.tool}` : differing.length > 0 ? `given ${JSON.stringify(one.given)}` : ''
  }
  if (answer.intent !== wanted.intent) return `taken for ${answer.intent}: ${shown.slice(0, 80)}`
  const missing = (wanted.has ?? []).filter(words => !shown.includes(words))
  const extra = (wanted.hasNot ?? []).filter(words => shown.includes(words))
  return [...missing.map(words => `lacks ${words}: ${shown.slice(0, 120)}`), ...extra.map(words => `has ${words}`)].join(', ')
}

function faultsOf({ parts, productionId }: AskedOffice, { text, intent, slots, has, hasNot = [] }: MeasuredQuestion, answer: UnderstoodAnswer): string {
  if (answer.needsClaude) return 'passed on'
  if (answer.intent !== intent) return `taken for ${answer.intent}`
  const question = readQuestion(parts, text, productionId, { productionId, scriptId: null, scene: null, roleId: null, talentId: null })
  const said = slotsSaid({
    roles: question.roles.flatMap(({ candidates }) => candidates.map(({ name }) => name)), people: question.people.flatMap(({ candidates }) => candidates.map(({ name }) => name)),
    ...(question.days ? { days: [question.days.from, question.days.to] } : {}), ...(question.scene === null ? {} : { scene: Number(question.scene) }),
  })
  if (said !== slotsSaid(slots)) return `understood ${said}, not ${slotsSaid(slots)}`
  const shown = answer.blocks.map(block => (block.kind === 'text' ? block.text : '')).join('\n')
  const missing = has.filter(words => !shown.includes(words))
  const extra = hasNot.filter(words => shown.includes(words))
  return [...missing.map(words => `lacks ${words}`), ...extra.map(words => `has ${words}`)].join(', ')
}

const slotsSaid = ({ roles = [], people = [], days, scene }: AskedSlots): string => [[...roles].sort().join('+'), [...people].sort().join('+'), days?.join('..') ?? '', scene === undefined ? '' : `scene ${scene}`].filter(Boolean).join(' | ') || 'nothing'

/** Shares of outcomes: right, and wrong while certain, 0 to 1. */
export function sharesOf(outcomes: readonly Outcome[]): { readonly count: number; readonly right: number; readonly wrong: number } {
  const of = (result: Outcome['result']): number => outcomes.filter(outcome => outcome.result === result).length / Math.max(1, outcomes.length)
  return { count: outcomes.length, right: of('right'), wrong: of('wrong') }
}
