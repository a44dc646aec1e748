import type { MatchParts } from '../matching/candidates.ts'
import { readSettings } from '../settings/settingsStore.ts'
import type { OfficeParts } from './officeParts.ts'

/** Gives what roles and people are matched with; the settings as they are at each asking. */
export const matchPartsOf = ({ host, db, embedder, matcher, now }: OfficeParts): MatchParts => ({ db, embedder, settings: () => readSettings(host.settings), now, matcher })
