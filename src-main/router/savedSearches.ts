import * as saved from '../talent/savedSearches.ts'
import type { OfficeParts } from './officeParts.ts'
import type { Os } from './os.ts'
import { searchPartsOf } from './talentParts.ts'

/** Binds the procedures of `savedSearches` to the office. */
export function bindSavedSearches(os: Os, parts: OfficeParts) {
  const { db, now } = parts
  const searchParts = () => searchPartsOf(parts)
  return {
    list: os.savedSearches.list.handler(() => saved.listSearches(db)),
    save: os.savedSearches.save.handler(({ input, signal }) => saved.saveSearch(searchParts(), input, now(), signal)),
    news: os.savedSearches.news.handler(({ input, signal }) => saved.newsOf(searchParts(), input.id, signal)),
    open: os.savedSearches.open.handler(({ input, signal }) => saved.openSearch(searchParts(), input.id, now(), signal)),
    rename: os.savedSearches.rename.handler(({ input }) => saved.renameSearch(db, input.id, input.name)),
    remove: os.savedSearches.remove.handler(({ input }) => {
      saved.removeSearch(db, input.id, now())
      return {}
    }),
    restore: os.savedSearches.restore.handler(({ input }) => saved.restoreSearch(db, input.id)),
  }
}
