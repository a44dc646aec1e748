import type { Database } from '../../database/openDatabase.ts'
import { fold } from '../../spelling/folding.ts'
import type { BookTexts } from './bookTexts.ts'
import type { Condition } from './conditions.ts'
import type { Glossary } from './glossary.ts'

/**
 * The rows that a sentence excludes by words: "not a dancer" excludes who says dancer, and every kind of dance the glossary knows.
 *
 * Skills, languages, training, biography and city speak; what the person denies ("never went to drama school", "non-smoker",
 * "without a body double") does not exclude.
 */
export function rowsExcluded(db: Database, book: BookTexts, conditions: readonly Condition[], glossary: Glossary): ReadonlySet<number> {
  const excluded = new Set<number>()
  for (const condition of conditions) {
    if (condition.kind !== 'excludeWords') continue
    const bare = condition.phrase.replace(/s$/, '')
    const terms = [...new Set([condition.phrase, bare, ...glossary.alternatives(condition.phrase), ...glossary.alternatives(bare)])]
    const texts = db.prepare("SELECT skills || '. ' || training || '. ' || bio FROM talent WHERE row = ?").pluck()
    const reach = condition.phrase.includes(' ') ? 5 : 1
    const isDenied = denied(terms, reach)
    const denying = rowsDenying(book, terms)
    for (const row of book.rowsTelling(terms)) if (!denying.has(row) || !isDenied(fold(String(texts.get(row))))) excluded.add(row)
  }
  return excluded
}

/** Who has one of the words and a word of denial at all: the texts of the others need no look. */
function rowsDenying(book: BookTexts, terms: readonly string[]): ReadonlySet<number> {
  return book.rowsTelling(terms, ['no', 'not', 'non', 'never', 'without', 'refuse', 'hate', 'any', 'zero', 'doesnt'])
}

/** Tells whether a folded text speaks of the terms only to deny them; `reach` is how many words may stand between. */
function denied(terms: readonly string[], reach: number): (text: string) => boolean {
  const any = terms.map(term => term.replace(/[^\p{L}\p{M}\p{N} ]/gu, '')).join('|')
  const told = new RegExp(String.raw`\b(?:${any})`, 'gu')
  const denying = new RegExp(String.raw`\b(?:no|not|non|never|without|refuses?|hates?|any|zero|doesnt)\b(?: \S+){0,${reach}} (?:${any})`, 'gu')
  return text => {
    const denials = text.match(denying)?.length ?? 0
    return reach > 1 ? denials > 0 : denials > 0 && denials >= (text.match(told)?.length ?? 0)
  }
}
