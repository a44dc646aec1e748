import { romanOf } from '../../src-preload/contract/devanagari.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { RoleId } from '../../src-preload/contract/roles.ts'
import type { TalentId } from '../../src-preload/contract/talent.ts'
import type { Database } from '../database/openDatabase.ts'
import { fold, wordsOf } from '../spelling/folding.ts'

/** How many words the longest name has that is looked for. */
const longestName = 4

/** The people whose whole name stands in a text, where nobody else in the book is called so; a first name alone names nobody. */
export function peopleIn(db: Database, text: string): readonly TalentId[] {
  const find = db.prepare<[string], TalentId>('SELECT id FROM talent WHERE name_key = ? AND removed_at IS NULL LIMIT 2').pluck()
  return longestFirst(text, 2, name => {
    const found = find.all(name)
    return found.length === 1 ? found : []
  })
}

/** The roles of a production that are named in a text. */
export function rolesIn(db: Database, text: string, productionId: ProductionId | null): readonly RoleId[] {
  if (productionId === null) return []
  const roles = db.prepare<[string], { id: RoleId; name: string }>('SELECT id, name FROM role WHERE production_id = ? AND removed_at IS NULL AND merged_into IS NULL').all(productionId)
  const byName = new Map(roles.map(({ id, name }) => [fold(romanOf(name)), id]))
  return longestFirst(text, 1, name => {
    const id = name.length < 3 ? undefined : byName.get(name)
    return id === undefined ? [] : [id]
  })
}

/** Looks each run of words up, the longest first; words of a found name are not looked up again. */
function longestFirst<Id>(text: string, fewest: number, find: (name: string) => readonly Id[]): readonly Id[] {
  const spellings = [...new Set([text, romanOf(text)])].map(wordsOf)
  const found = new Set<Id>()
  for (const words of spellings) {
    const taken = new Set<number>()
    for (let size = Math.min(longestName, words.length); size >= fewest; size--) {
      for (let at = 0; at + size <= words.length; at++) {
        const places = Array.from({ length: size }, (_, index) => at + index)
        if (places.some(place => taken.has(place))) continue
        const ids = find(words.slice(at, at + size).join(' '))
        for (const id of ids) found.add(id)
        if (ids.length > 0) places.forEach(place => taken.add(place))
      }
    }
  }
  return [...found]
}
