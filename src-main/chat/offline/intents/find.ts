import { soundAlike } from '../../../spelling/ear.ts'
import { wordsOf } from '../../../spelling/folding.ts'
import { searchTalent } from '../../../talent/searchTalent.ts'
import { rangeWords } from '../../../../src-preload/contract/said.ts'
import type { TalentSummary } from '../../../../src-preload/contract/talent.ts'
import type { Database } from '../../../database/openDatabase.ts'
import type { Intent } from '../intent.ts'
import { paragraphs, plainWords, table, type Pen } from '../pen.ts'

/** How many people stand in an answer; the rest are counted. */
const shown = 8

/** Finding people by a sentence: the same search as in the talent book. */
export const find: Intent = {
  name: 'find',
  follows: { words: ['women', 'men'] },
  freeWords: true,
  patterns: [{ weight: 10, roles: 0, people: 0 }],
  async answer({ parts, question, context, pen }) {
    const { db, embedder, shelf, settings } = parts
    const text = searchSentence(db, question.sentence)
    const found = await searchTalent({ db, embedder, shelf, glossary: settings().glossary, today: question.today }, { text, without: [], filters: {}, sort: 'best', limit: shown, offset: 0 }, context.signal)
    const understood = [...found.understood.map(({ label }) => label), ...question.unexplained.filter(word => !found.understood.some(({ label }) => wordsOf(label).includes(word)))]
    const said = { count: found.total, shown, understood: plainWords(understood.join(', ') || question.text) }
    if (found.total === 0) return { text: pen.say('foundNone', said), detail: '0' }
    const rows = found.people.map(({ talent, reasons }) => [...personCells(pen, talent), plainWords(reasons.slice(0, 2).join('; '))])
    return {
      text: paragraphs(pen.say('found', said), table([...personHeadings(pen), pen.say('why')], rows), found.total > shown && pen.say('firstOf', said), bookSource(pen, db)),
      detail: `${found.total}`,
    }
  },
}

/** The headings over {@link personCells}. */
export const personHeadings = (pen: Pen): readonly string[] => [pen.say('person'), pen.say('plays'), pen.say('city'), pen.say('languages')]

/** A person in a table: the name as a link, playing range, city, languages; what is not known is a dash. */
export const personCells = (pen: Pen, person: TalentSummary): readonly string[] => [
  pen.link({ kind: 'talent', id: person.id }, person.name),
  person.playingRange ? rangeWords(person.playingRange) : '–',
  plainWords(person.city) || '–',
  plainWords(person.languages.map(({ language }) => language).join(', ')) || '–',
]

/** That an answer comes from the talent book, and how many people stand in it. */
export const bookSource = (pen: Pen, db: Database): string => pen.say('fromBook', { count: Number(db.prepare('SELECT count(*) FROM talent WHERE removed_at IS NULL').pluck().get()) })

/** Roman Hindi ways of asking, in the words that the search of the book understands. */
const asSearched: readonly (readonly [RegExp, string])[] = [
  [/\b(\d+)\s+(\d+)\s+(?=saal|sal|years?)/g, '$1-$2 '],
  [/\b(\d+)\s*(?:saal|sal|baras)\s*(?:ka|ki|ke|wala|wali)?\b/g, '$1 years old'],
  [/\b(?:bachchi|bacchi)\b/g, 'girl'],
  [/\b(?:bachcha|baccha)\b/g, 'boy'],
  [/\b(?:(?:gaana|gana|gaane|gane|geet)\s+)?(?:gaa|gaati|gati|gaata|gata|gaana|gana|gane|gaane|geet)\b/g, 'singing'],
  [/\b(?:naachti|nachti|naachta|nachta|nachne|naachne)\b/g, 'dancing'],
  [/\b(?:boodhi|budhi)\b/g, 'old woman'],
  [/\bbuzurg aurat\b/g, 'old woman'],
  [/\b(?:ho|hon|aisi|aise|aisa|batao|dikhao|dhoondo|dhundo|chahiye|chahie|chaiye|mujhe|hume|hamein|koi|kya|show|me|find|do we have|any|give|get|list|tell|wale|aata|aati|kaun|kon|sakta|sakti|sakte|hai|hain)\b/g, ' '],
]

/** The question as a sentence for the search of the talent book: numbers as figures, languages by the names of the book, the asking itself left out. */
export function searchSentence(db: Database, sentence: string): string {
  const languages = db.prepare<[], string>("SELECT DISTINCT word FROM talent_word WHERE kind = 'language'").pluck().all()
  const heard = (word: string): string => (word.length < 4 || languages.includes(word) ? word : languages.find(language => language[0] === word[0] && language.length > 4 && soundAlike(language, word)) ?? word)
  let text = sentence.split(' ').map(heard).join(' ')
  text = text.replace(new RegExp(String.raw`\b(?:jo\s+)?(${languages.filter(word => /^[a-z]+$/.test(word)).join('|') || '-'})\s+(?:bole|bolta|bolti|bolte|bol|jaanta|jaanti|aati)\b(?:\s+(?:ho|hai))?`, 'g'), ' speaks $1')
  for (const [pattern, words] of asSearched) text = text.replace(pattern, words)
  return text.replace(/\s+/g, ' ').trim()
}
