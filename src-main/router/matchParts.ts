import type { MatchParts } from '../matching/candidates.ts'
import type { PairParts } from '../matching/pairs/pairParts.ts'
import { readSettings } from '../settings/settingsStore.ts'
import type { OfficeParts } from './officeParts.ts'

/** Gives what roles and people are matched with; the settings as they are at each asking. */
export const matchPartsOf = ({ host, db, embedder, matcher, now }: OfficeParts): MatchParts => ({ db, embedder, settings: () => readSettings(host.settings), now, matcher })

/** Gives what pairs and ensembles are predicted with. */
export const pairPartsOf = (parts: OfficeParts): PairParts => ({ ...matchPartsOf(parts), settings: () => readSettings(parts.host.settings), pool: parts.pool })
