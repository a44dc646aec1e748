import { listRoles } from '../../../roles/roleStore.ts'
import type { Intent } from '../intent.ts'
import { paragraphs, plainWords } from '../pen.ts'
import { newestScripts, scriptSource } from '../scripts.ts'
import { bookSource, searchSentence } from './find.ts'
import { searchTalent } from '../../../talent/searchTalent.ts'

/** How many people, women, roles, scenes or pages there are. */
export const counts: Intent = {
  name: 'counts',
  follows: { words: ['women', 'men'] },
  freeWords: true,
  patterns: [
    { weight: 46, all: [['howMany'], ['people', 'women', 'men', 'role', 'scene', 'pages', 'speeches', 'book']], roles: 0, people: 0, none: ['progress', 'nobody', 'onList', 'shortList', 'hold'] },
    { weight: 47, all: [['number'], ['people', 'women', 'men', 'role', 'scene', 'pages']], roles: 0, people: 0 },
    { weight: 58, all: [['pages']], roles: 0, people: 0 },
  ],
  async answer({ parts, question, context, pen }) {
    const { db, shelf, settings } = parts
    const { said } = question
    const lines: string[] = []
    const add = (what: string, count: number): void => void lines.push(pen.say('counts', { what, count: `**${count}**` }))
    const scripts = newestScripts(db, question)
    const ofScript = said.has('scene') || said.has('pages') || said.has('speeches')
    // A figure of the script without the word that was not understood would be another figure.
    if ((ofScript || said.has('role')) && question.unexplained.length > 0) return { text: pen.say('passOn'), detail: '', needsClaude: true }
    if (said.has('role') && question.productionId !== null) add(pen.say('roles'), listRoles(db, question.productionId).length)
    if (said.has('scene')) add(pen.say('scenes'), scripts.reduce((sum, { grid }) => sum + grid.scenes.length, 0))
    if (said.has('pages')) add(pen.say('pages'), scripts.reduce((sum, { script }) => sum + script.pages, 0))
    if (said.has('speeches')) add(pen.say('speeches'), scripts.reduce((sum, { grid }) => sum + grid.roles.reduce((all, { speeches }) => all + speeches, 0), 0))
    if (lines.length > 0) return { text: paragraphs(...lines, (ofScript || said.has('role')) && scripts.length > 0 && scriptSource(pen, scripts)), detail: lines.join(', ').replaceAll('*', '') }
    const gender = said.has('women') === said.has('men') ? undefined : said.has('women') ? ('female' as const) : ('male' as const)
    if (question.unexplained.length > 0) {
      const text = searchSentence(db, question.about)
      const { total, understood } = await searchTalent({ db, embedder: null, shelf, glossary: settings().glossary, today: question.today }, { text, without: [], filters: gender ? { gender } : {}, sort: 'best', limit: 1, offset: 0 }, context.signal)
      add(plainWords(understood.map(({ label }) => label).join(', ') || text), total)
    } else {
      const one = db.prepare<[string | null, string | null], number>('SELECT count(*) FROM talent WHERE removed_at IS NULL AND (? IS NULL OR gender = ?)').pluck()
      add(pen.say(gender === undefined ? 'people' : gender === 'female' ? 'women' : 'men'), one.get(gender ?? null, gender ?? null) ?? 0)
    }
    return { text: paragraphs(...lines, bookSource(pen, db)), detail: lines.join(', ').replaceAll('*', '') }
  },
}
