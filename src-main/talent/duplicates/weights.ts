/**
 * The weights by which two records are held for one person, in bits.
 *
 * I. P. Fellegi and A. B. Sunter, A Theory for Record Linkage, JASA 64 (1969): each thing compared adds log2(m / u), where m is how often it agrees in two
 * records of one person and u how often in those of two. What agrees by rarity (names, cities, phones) takes u from the counts of the book itself, as W. E. Winkler,
 * Frequency-Based Matching in the Fellegi-Sunter Model (1989). The m were estimated on the half of the judged pairs that is not kept aside
 * (`npm run measure:duplicates`), the u of ages and heights on the seeded book of the benchmark.
 */
export const weights = {
  /** Before anything is compared: how many records of a book have a second one of the same person, and how many stand beside one of the family. */
  doubled: 0.1,
  kin: 0.05,
  /** What a given name that is a slip apart says where the two may be of one family: sisters are called Seema and Reema. */
  kinNear: 0,
  name: {
    /** m of a word of a name that is the same, the same to the ear, or a slip apart; u is the frequency of its sound, times how many sounds lie as near. */
    same: { m: 0.8, u: 1 },
    alike: { m: 0.3, u: 0.6 },
    near: { m: 0.1, u: 2.5 },
    /** An initial stands for one of some twenty letters. */
    initial: 3,
    /** Two given names that differ; two surnames that differ after one given name, by gender: women take another one. */
    otherGiven: -8,
    otherSurname: { female: -2.5, male: -5, unknown: -3.5 },
    /** A word that only one of the records has, where it is a filler such as Kumar or Devi, or not. */
    extra: -1.2,
    filler: -0.4,
    /** Parts written as one word: Ram Kumar, Ramkumar. */
    joined: -0.5,
    /** Most that one word can say. */
    most: 11,
    nothing: -12,
  },
  gender: { same: 0.9, differs: -7 },
  city: { same: 0.8, differs: -1.2 },
  /** m of a phone, e-mail or link that both have and is the same; u from how many share it. */
  contact: { m: 0.7, differs: -1.5, second: 0.3 },
  /** Middle of the playing ranges, years apart, up to; and the weight. */
  ages: [[2, 2], [5, 1], [9, -1], [14, -4], [24, -8], [200, -25]],
  /** Heights, centimetres apart, up to; and the weight. */
  heights: [[2, 1.6], [5, 0], [9, -1.5], [250, -4]],
  /** Years between two birthdays that are not the same. */
  born: { same: 11, sameYear: -1, years: [[1, -2], [4, -5], [200, -9]] },
  picture: 13,
  /** At or above, a pair is suggested: more likely one than two. */
  suggested: 0,
} as const

/** Words of names that come and go. */
export const fillers = new Set(['kumar', 'kumari', 'devi', 'singh', 'kaur', 'bai', 'lal', 'rao', 'begum', 'bibi', 'khatun', 'khatoon', 'prasad', 'chandra', 'ji', 'bhai', 'ben', 'mohammed', 'shri', 'dei', 'nath', 'ram'])

/** The weight of a step table for a distance. */
export const stepOf = (steps: readonly (readonly [upTo: number, weight: number])[], distance: number): number => steps.find(([upTo]) => distance <= upTo)?.[1] ?? 0

/** How likely bits are to mean one person, 0 to 1. */
export const likelihood = (bits: number): number => 1 / (1 + 2 ** -bits)
