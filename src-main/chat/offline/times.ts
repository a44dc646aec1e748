/** The time of day that a sentence speaks of: wall-clock times that may be meant (`HH:MM`), and the sentence without the words that said it. */
export interface TimeRead {
  /** One, or two where morning and evening are both possible ("at 4"); empty where no time is said. */
  readonly times: readonly string[]
  readonly rest: string
}

const parts: readonly (readonly [words: RegExp, hours: readonly [from: number, to: number]])[] = [
  [/\b(?:in the )?(?:subah|subh|savere|sabere|morning)\b/, [0, 12]],
  [/\b(?:in the )?(?:dopahar|dupahar|afternoon)\b/, [11, 18]],
  [/\b(?:in the )?(?:shaam|sham|evening)\b/, [15, 24]],
  [/\b(?:raat|at night)\b/, [18, 24]],
]
const clock = /\b(at |by |to |around )?(?:(saadhe|sadhe|half past|sava|sawa|quarter past|paune|pone|quarter to) )?(\d{1,2})(?:[:.](\d\d))?(?: ?(a\.? ?m|p\.? ?m|baje|bajey|bje|o ?clock))?(?![\d/.:-])\b(?! ?(?:st|nd|rd|th|jan|feb|mar|apr|may|mai|jun|jul|aug|sep|oct|nov|dec|tarikh|tareekh|scenes?|saal|years?|minutes?))/
const beside: readonly (readonly [words: RegExp, minutes: number])[] = [[/^(?:saadhe|sadhe|half past)$/, 30], [/^(?:sava|sawa|quarter past)$/, 15], [/^(?:paune|pone|quarter to)$/, -15]]

/** Reads a time of day out of a sentence in lower case, its numbers as figures: "at 3 pm", "subah 11 baje", "15:30", "saadhe 4 baje". */
export function readTime(sentence: string): TimeRead {
  const nothing = { times: [], rest: sentence }
  const match = clock.exec(sentence)
  if (!match) return nothing
  const [all, cue, past, hourSaid, minutesSaid, half] = match
  if (cue === undefined && past === undefined && minutesSaid === undefined && half === undefined) return nothing
  const hour = Number(hourSaid)
  const minute = Number(minutesSaid ?? 0) + (beside.find(([words]) => words.test(past ?? ''))?.[1] ?? 0)
  if (hour > 23 || Number(minutesSaid ?? 0) > 59) return nothing
  const part = parts.find(([words]) => words.test(sentence))
  const hours = hour > 12 || hourSaid?.startsWith('0') ? [hour] : [hour % 12, (hour % 12) + 12]
  const meant = hours.filter(one => (half?.startsWith('a') ? one < 12 : half?.startsWith('p') ? one >= 12 : !part || (one >= part[1][0] && one < part[1][1])))
  const rest = sentence.replace(all, ' ').replace(part?.[0] ?? '', ' ').replace(/\s+/g, ' ').trim()
  return { times: meant.map(one => wallTime(one * 60 + minute)), rest }
}

const wallTime = (minutes: number): string => {
  const inDay = (minutes + 1_440) % 1_440
  return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`
}
