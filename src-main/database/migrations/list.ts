import type { Migration } from '../migrate.ts'
import { firstJob } from './001FirstJob.ts'
import { suggestedMerges } from './002SuggestedMerges.ts'
import { readChoices } from './003ReadChoices.ts'
import { claude } from './004Claude.ts'
import { shootingOrders } from './005ShootingOrders.ts'
import { sides } from './006Sides.ts'
import { drafts } from './007Drafts.ts'
import { breakdowns } from './008Breakdowns.ts'
import { scriptPictures } from './009ScriptPictures.ts'
import { chat } from './010Chat.ts'
import { memory } from './011Memory.ts'
import { castingAndAuditions } from './012CastingAndAuditions.ts'
import { chatSearch } from './013ChatSearch.ts'
import { talentFacts } from './014TalentFacts.ts'
import { talentMedia } from './015TalentMedia.ts'
import { imports } from './016Imports.ts'
import { duplicates } from './017Duplicates.ts'
import { savedSearches } from './018SavedSearches.ts'
import { vectors } from './019Vectors.ts'
import { dateOrders } from './020DateOrders.ts'
import { fit } from './021Fit.ts'
import { pairs } from './022Pairs.ts'
import { pairsToTest } from './023PairsToTest.ts'
import { searchPass } from './024SearchPass.ts'
import { ensembleWishes } from './025EnsembleWishes.ts'
import { calendar } from './026Calendar.ts'

/** Every migration, in order; a landed one is never changed, only followed. */
export const migrations: readonly Migration[] = [
  firstJob, suggestedMerges, readChoices, claude, shootingOrders, sides, drafts, breakdowns, scriptPictures, chat, memory, castingAndAuditions, chatSearch,
  talentFacts, talentMedia, imports, duplicates, savedSearches, vectors, dateOrders, fit, pairs, pairsToTest, searchPass,
  ensembleWishes, calendar,
]
