import type { FitWeights } from '../../src-preload/contract/matching.ts'
import type { RoleSize } from '../../src-preload/contract/roles.ts'
import type { Fluency } from '../../src-preload/contract/words.ts'

/**
 * How much each factor counts towards the fit where the user moved nothing.
 *
 * Meaning leads, since the role's own words hold most of what a casting director looks for. Skills and languages are what the
 * role asks by name. The playing range weighs little: past its gate everybody in it can play the part. Experience weighs least,
 * so that a new face is not buried. What this office saw of somebody counts where it saw them; type counts where the role asks
 * for it. A factor that the role does not ask about, or that is unknown of a person, is left out.
 */
export const houseWeights: FitWeights = { meaning: 35, skills: 25, languages: 20, playingRange: 12, experience: 8, past: 10, typing: 15 }

/** A must-have counts this many times a wish of the same kind. */
export const mustWeight = 2

/** What a language is worth by how well it is spoken; not said lies between conversational and fluent. */
export const fluencyWorth: Readonly<Record<Fluency | 'notSaid', number>> = {
  native: 1, fluent: 0.9, conversational: 0.6, basic: 0.3, notSaid: 0.75,
}

/** What Hindi is worth where Urdu is asked, and the other way round: understood, spoken alike, yet another diction and script. */
export const closeLanguageWorth = 0.45

/** What a skill is worth by where it is told of: named as a skill, trained in, done on a job, or said in passing. */
export const skillWorth = { listed: 1, trained: 0.9, credited: 0.8, mentioned: 0.65 } as const

/**
 * What counts as no nearness and as full nearness between a role's words and a profile, as cosines of the sentence encoder.
 *
 * A longer text of a role lies nearer to everybody, so the book itself is the measure where it is large enough: its lowest
 * fifth is no nearness, its nearest hundredth full, at least `span` apart. In a smaller book the fixed ends hold; with the
 * demo's roles against its 60 people the cosines run from 0.10 to 0.78, their median 0.36.
 */
export const cosineScale = { none: 0.15, full: 0.7, span: 0.3, lowest: 0.2, nearest: 0.99, fromPeople: 20 } as const

/** How much shared words and the encoder's nearness give to nearness in meaning; measured, see tools/measureMatching.ts. */
export const nearShares = { words: 0.6, meaning: 0.4 } as const

/**
 * What age and gender weigh while the script merely proposes them, as parts of the weight of the playing range: nobody is
 * stopped by what the user has not accepted, so they count more than a range that has passed its gate.
 */
export const proposedWeights = { playingRange: 2.1, gender: 1.7 } as const

/** How far, in points of a hundred, the measure itself is in doubt when everything is known. */
export const measureDoubt = 4

/** What credits are worth by their number where nothing says how large the parts were: none, one, two, more. */
export const creditWorth = [0, 0.6, 0.7, 0.8] as const

/** What the largest part so far is worth by how many sizes it is under the one that is cast. */
export const sizeWorth = [1, 0.6, 0.35] as const

/** How large a part is, as a number. */
export const sizeRank: Readonly<Record<RoleSize, number>> = { dayPlayer: 0, supporting: 1, lead: 2 }

/** What somebody of whom this office has seen little is worth, and how many sightings that counts as. */
export const pastPrior = { worth: 0.6, count: 1 } as const

/** What a standing on a list of another role is worth, and a slot that was missed. */
export const standingWorth = { booked: 1, shortList: 0.85, selects: 0.75, missed: 0.2, note: 0.8 } as const

/** What type is worth by how many credits are in such a part: none, one, more. */
export const typeWorth = { asSeen: [0.2, 0.8, 1], againstType: [0.9, 0.4, 0.1] } as const
