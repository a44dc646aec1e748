import { bindAuditions } from './router/auditions.ts'
import { bindBreakdowns } from './router/breakdowns.ts'
import { bindCasting } from './router/casting.ts'
import { bindChat } from './router/chat.ts'
import { bindClaude } from './router/claude.ts'
import { bindDrafts } from './router/drafts.ts'
import { bindDropOuts } from './router/dropOuts.ts'
import { bindDuplicates } from './router/duplicates.ts'
import { bindEnsemble } from './router/ensemble.ts'
import { bindGrid } from './router/grid.ts'
import { bindHealth } from './router/health.ts'
import { bindImports } from './router/imports.ts'
import { bindMatching } from './router/matching.ts'
import { bindMeaning } from './router/meaning.ts'
import { bindMedia } from './router/media.ts'
import { bindMemory } from './router/memory.ts'
import { bindPairs } from './router/pairs.ts'
import { bindProductions } from './router/productions.ts'
import { bindProfiles } from './router/profiles.ts'
import { bindReports } from './router/reports.ts'
import { bindRoles } from './router/roles.ts'
import { bindSavedSearches } from './router/savedSearches.ts'
import { bindScripts } from './router/scripts.ts'
import { bindSettings } from './router/settings.ts'
import { bindSides } from './router/sides.ts'
import { bindTalent } from './router/talent.ts'
import type { OfficeParts } from './router/officeParts.ts'
import { makeOs } from './router/os.ts'

/**
 * Binds every procedure of the contract to the office's functions: one file of `router/` for each word of the contract,
 * here in its order. Each failure leaves as a code of the closed list.
 */
export function createRouter(parts: OfficeParts) {
  const os = makeOs(parts.report)
  return os.router({
    productions: bindProductions(os, parts),
    scripts: bindScripts(os, parts),
    roles: bindRoles(os, parts),
    breakdowns: bindBreakdowns(os, parts),
    grid: bindGrid(os, parts),
    reports: bindReports(os, parts),
    sides: bindSides(os, parts),
    drafts: bindDrafts(os, parts),
    talent: bindTalent(os, parts),
    imports: bindImports(os, parts),
    media: bindMedia(os, parts),
    savedSearches: bindSavedSearches(os, parts),
    profiles: bindProfiles(os, parts),
    meaning: bindMeaning(os, parts),
    duplicates: bindDuplicates(os, parts),
    matching: bindMatching(os, parts),
    pairs: bindPairs(os, parts),
    ensemble: bindEnsemble(os, parts),
    casting: bindCasting(os, parts),
    dropOuts: bindDropOuts(os, parts),
    auditions: bindAuditions(os, parts),
    memory: bindMemory(os, parts),
    chat: bindChat(os, parts),
    claude: bindClaude(os, parts),
    settings: bindSettings(os, parts),
    health: bindHealth(os, parts),
  })
}
