import { CastMatchError } from '../../../../src-preload/contract/errors.ts'
import type { Database } from '../../../database/openDatabase.ts'
import { recall as recallMemories } from '../../../memory/recall.ts'
import { remember as rememberWish } from '../../../memory/remember.ts'
import type { Intent } from '../intent.ts'
import { paragraphs, plainWords } from '../pen.ts'

/** The words that ask for it, taken off what is to be remembered. */
const asking = /^\s*(?:please\s+)?(?:remember(?:\s+that)?|note\s+that|keep in mind(?:\s+that)?|(?:yaad|yad|dhyan)\s+(?:rakhna|rakho|rakhiye|rakhna ki)(?:\s+ki)?|note kar(?:o| lo)?(?:\s+ki)?|याद\s+(?:रखना|रखो|रखिए)(?:\s+कि)?)\s*[:,]?\s*/iu

/** Remembering something on the user's word, at once; a check may refuse it and says why. */
export const remember: Intent = {
  name: 'remember',
  freeWords: true,
  patterns: [{ weight: 100, all: [['remember']], none: ['recall'] }],
  async answer({ parts, question, context, pen }) {
    const { db, embedder, now } = parts
    const text = question.text.replace(asking, '').trim()
    if (isIncognito(parts.db, context.conversationId)) return { text: pen.say('incognito'), detail: '' }
    try {
      const facts = { text, productionId: context.productionId, people: question.people.flatMap(({ candidates }) => (candidates.length === 1 ? candidates.map(({ id }) => id) : [])) }
      const { memory, was } = await rememberWish({ db, embedder, now }, { facts, source: { from: 'said', words: text.slice(0, 500), conversationId: context.conversationId, messageId: context.messageId } }, context.signal)
      const link = pen.link({ kind: 'memory', id: memory.id }, memory.text)
      return { text: pen.say(was === 'added' ? 'remembered' : 'known', { text: link }), detail: was }
    } catch (error) {
      if (!(error instanceof CastMatchError) || error.code !== 'INVALID_INPUT') throw error
      return { text: pen.say('notKept', { why: plainWords(error.message) }), detail: '' }
    }
  },
}

/** Whether a conversation is one of which nothing is kept and in which no memory is used. */
export const isIncognito = (db: Database, conversationId: string): boolean =>
  db.prepare('SELECT incognito FROM chat_conversation WHERE id = ?').pluck().get(conversationId) === 1

/** What is remembered, about somebody or something. */
export const recall: Intent = {
  name: 'recall',
  freeWords: true,
  patterns: [{ weight: 95, all: [['recall']] }],
  async answer({ parts, question, context, pen }) {
    const { db, embedder, now } = parts
    if (isIncognito(parts.db, context.conversationId)) return { text: pen.say('incognito'), detail: '' }
    const named = [...question.people, ...question.roles].flatMap(({ candidates }) => candidates.map(({ name }) => name))
    const words = [...named, ...question.unexplained].join(' ')
    const recalled = await recallMemories({ db, embedder, now }, { text: words || question.text, productionId: context.productionId, limit: 8 }, context.signal)
    const about = words === '' ? '' : ` – ${plainWords(words)}`
    if (recalled.length === 0) return { text: pen.say('recalledNone', { about }), detail: '0' }
    const lines = recalled.map(({ memory, reasons }) => `- ${pen.link({ kind: 'memory', id: memory.id }, memory.text)} (${plainWords(reasons.slice(0, 2).join('; '))})`)
    return { text: paragraphs(pen.say('recalled', { about, count: recalled.length }), lines.join('\n'), pen.say('fromMemory')), detail: `${recalled.length}` }
  },
}
