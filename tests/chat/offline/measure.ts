import { answerFromRecords, type UnderstoodAnswer } from '../../../src-main/chat/offline/answerFromRecords.ts'
import { readQuestion } from '../../../src-main/chat/offline/question.ts'
import { beginConversation, takenForDone, type AskedOffice } from './office.ts'
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
