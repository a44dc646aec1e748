import type { Intent, Pattern } from './intent.ts'
import type { Question } from './question.ts'

/** What a question was taken for, and whether that is certain enough to answer. */
export interface Chosen {
  readonly intent: Intent
  readonly isSure: boolean
}

/** How many words that nothing explains a question may hold and still be sure. */
const mostUnexplained = 1

/** The intent whose pattern fits a question best; null where none does. Searching for people is taken only by {@link isSearch}. */
export function chooseIntent(question: Question, intents: readonly Intent[], isSearch: (question: Question) => boolean): Chosen | null {
  const fitting = intents
    .flatMap(intent => intent.patterns.filter(pattern => fitsPattern(question, pattern)).map(({ weight }) => ({ intent, weight })))
    .filter(({ intent }) => intent.name !== 'find' || isSearch(question))
    .sort((a, b) => b.weight - a.weight)
  const [best] = fitting
  if (!best) return null
  const isWhole = best.intent.freeWords === true || question.unexplained.length <= (best.intent.everyWord ? 0 : allowed(question))
  const isForClaude = question.said.has('claude') && best.intent.name !== 'remember'
  return { intent: best.intent, isSure: isWhole && !isForClaude }
}

/** A question of which enough was understood may hold a word that was not. */
const allowed = ({ said, roles, people, days, scene }: Question): number =>
  said.size + roles.length + people.length + Number(days !== null) + Number(scene !== null) >= 2 ? mostUnexplained : 0

function fitsPattern(question: Question, { all = [], none = [], roles, people, days, scene }: Pattern): boolean {
  const { said } = question
  return (
    all.every(group => group.some(concept => said.has(concept))) &&
    !none.some(concept => said.has(concept)) &&
    enough(question.roles.length, roles) &&
    enough(question.people.length, people) &&
    (!days || question.days !== null) &&
    (!scene || question.scene !== null)
  )
}

/** 0 asks for none, a number for at least so many. */
const enough = (count: number, asked: number | undefined): boolean => asked === undefined || (asked === 0 ? count === 0 : count >= asked)
