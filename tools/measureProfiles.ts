/**
 * Measures the reader of messages: `npm run measure:profiles -- [--verbose]`.
 *
 * Reads the messages of tests/fixtures/messages: `tuned.txt`, which the reader was made with, and `aside.txt`, which was written
 * before and kept aside. Prints for each field how much of what was read is right (precision) and how much of what stands there was
 * read (recall). A value counts as right where it is the same; a credit, a skill or a training where it holds the words. Ends with
 * 1 where either is under 0.85 over all fields of the set that was kept aside.
 */
import { readFileSync } from 'node:fs'
import { creditLine } from '../src-preload/contract/said.ts'
import { readProfiles, type ReadProfile } from '../src-main/talent/text/readProfile.ts'

type Gold = Readonly<Record<string, string>>

const fields = ['name', 'legalName', 'gender', 'playingRange', 'height', 'city', 'languages', 'skills', 'training', 'bio', 'credits', 'union', 'representation', 'phone', 'email', 'fee', 'links'] as const
type Field = (typeof fields)[number]

const required = 0.85
const say = (line: string): void => void process.stdout.write(`${line}\n`)
const verbose = process.argv.includes('--verbose')
const aside = [measure('tuned'), measure('aside')][1]
process.exitCode = aside && aside.precision >= required && aside.recall >= required ? 0 : 1

function measure(set: 'tuned' | 'aside'): { readonly precision: number; readonly recall: number } {
  const counts = new Map<Field, { right: number; read: number; there: number }>(fields.map(field => [field, { right: 0, read: 0, there: 0 }]))
  let people = 0
  let found = 0
  let whole = 0
  let messages = 0
  for (const { title, message, gold } of messagesOf(set)) {
    messages++
    const read = readProfiles(message, 'message')
    people += gold.length
    found += Math.min(read.length, gold.length)
    const misses: string[] = read.length === gold.length ? [] : [`${read.length} people where ${gold.length} are: ${read.map(({ facts }) => facts.name).join(' | ')}`]
    for (let at = 0; at < Math.max(read.length, gold.length); at++) {
      for (const field of fields) misses.push(...compare(field, itemsOf(read[at], field), (gold[at]?.[field] ?? '').split(';').map(item => item.trim()).filter(Boolean), counts))
    }
    if (misses.length === 0) whole++
    else if (verbose) say(`  ${set} ${title}\n${misses.map(miss => `      ${miss}`).join('\n')}`)
  }
  const sums = [...counts.values()].reduce((sum, { right, read, there }) => ({ right: sum.right + right, read: sum.read + read, there: sum.there + there }), { right: 0, read: 0, there: 0 })
  const [precision, recall] = [sums.right / sums.read, sums.right / sums.there]
  say(`${set}: ${messages} messages, ${found} of ${people} people, ${whole} messages read without a fault`)
  for (const [field, { right, read, there }] of counts) if (read + there > 0) say(`  ${field.padEnd(16)} precision ${share(right, read)}  recall ${share(right, there)}   (${right} right, ${read} read, ${there} there)`)
  say(`  ${'all'.padEnd(16)} precision ${share(sums.right, sums.read)}  recall ${share(sums.right, sums.there)}`)
  return { precision, recall }
}

function share(part: number, whole: number): string {
  return whole === 0 ? '  -  ' : (part / whole).toFixed(3)
}

function compare(field: Field, read: readonly string[], gold: readonly string[], counts: ReadonlyMap<Field, { right: number; read: number; there: number }>): readonly string[] {
  const left = [...gold]
  const wrong: string[] = []
  for (const item of read) {
    const at = left.findIndex(wanted => isRight(field, item, wanted))
    if (at < 0) wrong.push(`${field}: read ${JSON.stringify(item)}`)
    else left.splice(at, 1)
  }
  const count = counts.get(field)
  if (count) {
    count.read += read.length
    count.there += gold.length
    count.right += gold.length - left.length
  }
  return [...wrong, ...left.map(item => `${field}: not read ${JSON.stringify(item)}`)]
}

function isRight(field: Field, read: string, gold: string): boolean {
  const [a, b] = [plain(read), plain(gold)]
  if (field === 'phone') return read.replace(/\D/gu, '').includes(gold.replace(/\D/gu, ''))
  if (['training', 'credits', 'skills', 'union', 'representation', 'bio'].includes(field)) return a.includes(b)
  return a === b
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}.@:/-]+/gu, ' ').trim()
}

function itemsOf(profile: ReadProfile | undefined, field: Field): readonly string[] {
  if (!profile) return []
  const { facts } = profile
  const one = (value: string | undefined): readonly string[] => (value ? [value] : [])
  if (field === 'playingRange') return facts.playingRange ? [`${facts.playingRange.from}-${facts.playingRange.to}`] : []
  if (field === 'height') return facts.heightCm ? [`${facts.heightCm}`] : []
  if (field === 'fee') return facts.fee ? [`${facts.fee.from / 100}-${facts.fee.to / 100} ${facts.fee.per}`] : []
  if (field === 'languages') return (facts.languages ?? []).map(({ language }) => language)
  if (field === 'credits') return (facts.credits ?? []).map(creditLine)
  if (field === 'skills' || field === 'links') return facts[field] ?? []
  if (field === 'gender') return one(facts.gender ?? undefined)
  if (field === 'representation') return [...one(facts.representation), ...one(facts.coordinator)]
  return one(facts[field])
}

function messagesOf(set: string): readonly { readonly title: string; readonly message: string; readonly gold: readonly Gold[] }[] {
  const text = readFileSync(new URL(`../tests/fixtures/messages/${set}.txt`, import.meta.url), 'utf8')
  return text.split(/^=== /mu).slice(1).map(entry => {
    const [head = '', ...people] = entry.split(/^---$/mu)
    const [title = '', ...message] = head.split('\n')
    const gold = people.map(lines => Object.fromEntries(lines.split('\n').filter(line => line.includes(':')).map(line => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()])))
    return { title, message: message.join('\n').trimEnd(), gold: gold.filter(person => Object.keys(person).length > 0) }
  })
}
