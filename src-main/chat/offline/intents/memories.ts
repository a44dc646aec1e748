import type { Memory, RecalledMemory } from '../../../../src-preload/contract/memory.ts'
import { plainFacts } from '../../../memory/memoryRecord.ts'
import { peopleIn } from '../../../memory/peopleIn.ts'
import { recall as recallMemories } from '../../../memory/recall.ts'
import { termsOf } from '../../../memory/terms.ts'
import { isIncognito, whyNotKept } from '../../../memory/worthKeeping.ts'
import type { Answer, Asking, Intent } from '../intent.ts'
import { paragraphs, plainWords } from '../pen.ts'
import { wishIn } from '../wishes.ts'

/** Other words that ask for it, where no Claude could have been meant. */
const asking = /^\s*(?:please\s+)?(?:note\s+that|keep in mind(?:\s+that)?|(?:dhyan)\s+(?:rakhna|rakho|rakhiye)(?:\s+ki)?|note kar(?:o| lo)?(?:\s+ki)?)\s*[:,]?\s*/iu

/** Remembering something on the user's word, at once, as an action that she can take back; a check may refuse it and says why. */
export const remember: Intent = {
  name: 'remember',
  freeWords: true,
  patterns: [{ weight: 100, all: [['remember']], none: ['recall'] }],
  async answer({ parts, question, context, pen, byWord }) {
    const text = wishIn(question.text)?.text ?? question.text.replace(asking, '').trim()
    if (isIncognito(parts.db, context.conversationId)) return { text: pen.say('incognito'), detail: '' }
    const why = whyNotKept(parts.db, { ...plainFacts, text, people: [...peopleIn(parts.db, text)] })
    if (why !== null) return { text: pen.say('notKept', { why: plainWords(why) }), detail: '' }
    const came = await byWord('remember', { text, thisProduction: context.productionId !== null }, 'atOnce')
    if ('refused' in came) return { text: pen.say('notKept', { why: plainWords(came.refused) }), detail: '' }
    const { action } = came
    if (action.state !== 'done') return { text: pen.say('notKept', { why: pen.say('tryAgain') }), detail: '' }
    return { text: pen.say(action.receipt === null ? 'known' : 'remembered'), detail: '' }
  },
}

/** At most so many memories are asked about at a time. */
const mostForgotten = 3

/** Forgetting: shows which memories are meant, each with a yes and a no of its own; nothing is forgotten before the yes. */
export const forget: Intent = {
  name: 'forget',
  freeWords: true,
  patterns: [], // only where wishes.ts is certain of it
  async answer(asked) {
    const { parts, question, context, pen, byWord } = asked
    if (isIncognito(parts.db, context.conversationId)) return { text: pen.say('incognito'), detail: '' }
    const text = wishIn(question.text)?.text ?? question.text
    const meant = memoriesMeant(await recalled(asked, text, 12), text).slice(0, mostForgotten)
    const shown = []
    for (const { id } of meant) {
      const card = context.refs.card({ kind: 'memory', id })
      const came = card && (await byWord('forget', { memories: [card.ref] }, 'afterYes'))
      if (came && 'action' in came) shown.push(came.action)
    }
    return { text: shown.length === 0 ? pen.say('forgetNone', { about: plainWords(text) }) : pen.say('forgetAsk', { count: shown.length }), detail: '' }
  },
}

/** The memories that say all that a wish says; where none does, the one that says most of it, if that is half. */
function memoriesMeant(found: readonly RecalledMemory[], wish: string): readonly Memory[] {
  const asked = wordsSaid(wish)
  const scored = found.map(({ memory }) => {
    const words = wordsSaid(memory.text)
    return { memory, share: asked.filter(one => words.some(other => one.some(word => other.includes(word)))).length / Math.max(1, asked.length) }
  })
  const whole = scored.filter(({ share }) => share === 1)
  const [best] = scored.toSorted((a, b) => b.share - a.share)
  return (whole.length > 0 ? whole : best && best.share >= 0.5 ? [best] : []).map(({ memory }) => memory)
}

/** The telling words of a text, each as it is written and as what it means in English. */
const wordsSaid = (text: string): readonly (readonly string[])[] => termsOf(text).map(({ word, gloss }) => [word, ...gloss])

const recalled = ({ parts: { db, embedder, now }, context }: Asking, text: string, limit: number): Promise<readonly RecalledMemory[]> =>
  recallMemories({ db, embedder, now }, { text, productionId: context.productionId, limit }, context.signal)

/** What is remembered, about somebody or something. */
export const recall: Intent = {
  name: 'recall',
  follows: { people: 'swaps', roles: 'swaps' },
  freeWords: true,
  patterns: [{ weight: 95, all: [['recall']] }],
  async answer(asked): Promise<Answer> {
    const { parts, question, context, pen } = asked
    if (isIncognito(parts.db, context.conversationId)) return { text: pen.say('incognito'), detail: '' }
    const named = [...question.people, ...question.roles].flatMap(({ candidates }) => candidates.map(({ name }) => name))
    const words = [...named, ...question.unexplained].join(' ')
    const found = await recalled(asked, words || question.text, 8)
    const about = words === '' ? '' : ` – ${plainWords(words)}`
    if (found.length === 0) return { text: pen.say('recalledNone', { about }), detail: '0' }
    const lines = found.map(({ memory, reasons }) => `- ${pen.link({ kind: 'memory', id: memory.id }, memory.text)} (${plainWords(reasons.slice(0, 2).join('; '))})`)
    return { text: paragraphs(pen.say('recalled', { about, count: found.length }), lines.join('\n'), pen.say('fromMemory')), detail: `${found.length}` }
  },
}
