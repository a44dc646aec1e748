import { describe, expect, it } from 'vitest'
import { readProfiles } from '../../src-main/talent/text/readProfile.ts'
import { processorTime } from '../support/processorTime.ts'

/** What stands again and again in a text that somebody made to keep the laptop busy, or that a broken copy left. */
const parts: Readonly<Record<string, string>> = {
  'a label': 'Age: ', 'a label without its sign': 'age ', 'two labels': 'Name: Skills: ', 'a label on each line': 'Skills:\n', 'a label at the end of each line': 'x skills:\n', 'a label and a blank line': 'x Languages:\n\n',
  'a label of one thing at the end of each line': 'x age:\n', spaces: ' ', 'spaces and a letter': `a${' '.repeat(500)}`, 'a language and spaces': `Hindi${' '.repeat(500)}`, 'a language and commas': 'Hindi , , , ,', languages: 'Hindi, ', 'languages in words': 'Hindi and a bit of ',
  digits: '1', 'a digit and spaces': `9${' '.repeat(500)}`, 'single digits': '9 ', phones: '9820012345 ', commas: ',', 'commas and letters': 'a,', dots: '.', 'a letter and dots': 'A.', 'dots and a letter': `www.${'.'.repeat(500)}x`,
  hyphens: '-', 'letters and hyphens': 'a-', brackets: '(', 'square brackets': '[a', slashes: 'a/', at: '@', 'an address': 'a@', 'a name': 'Rohan Mehta ', 'names one by one': 'Rohan Mehta\n', towns: 'Goa, ', 'a town and a verb': 'based in Pune from ', lines: '\n', 'lines with a letter': 'a\n\n',
  'heads of messages': '[12/03/24, 9:41 PM] A: ', bullets: '• a ', 'entries of a list': '1. Asha 25 98\n', works: 'Films: a, ', letters: 'a', words: 'a b ', capitals: 'A', 'letters of Hindi': 'क', 'half letters': '\ud800', quotes: "5'", managers: 'manager Asha ', tabs: 'a\tb\t',
}
const long = (part: string, letters: number): string => `Rohan Mehta, 28\n${part.repeat(Math.ceil(letters / part.length)).slice(0, letters)}`

describe('a profile of 100,000 letters, most of them one thing again and again', () => {
  it.each(Object.entries(parts))('is read in time that grows with its length: %s', async (_, part) => {
    for (const kind of ['message', 'resume'] as const) {
      const cost = (letters: number): Promise<number> => processorTime(() => readProfiles(long(part, letters), kind), 2)
      // Five times the letters: a square law would take 25 times as long. Two runs of what takes 5 ms are not to be told apart.
      const [small, large] = [await cost(20_000), await cost(100_000)]
      expect(large / Math.max(small, 5), `${kind}: ${small.toFixed(0)} ms, then ${large.toFixed(0)} ms`).toBeLessThan(9)
    }
  })
})
