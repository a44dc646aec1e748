/**
 * Measures the sentence encoder: `npm run measure:encoder -- [COUNT]`.
 *
 * Runs COUNT texts (1,000 where it is left out) through onnxruntime and through the package's own runtime, and prints the least cosine of the
 * two, the texts a second of each in the same run, and what loading takes. Ends with 1 where a cosine is under 0.9999.
 */
import { loadFast, loadSlow } from '../src-main/embedding/sentenceModel.ts'
import { compareRuntimes, manyTexts } from '../tests/embedding/parity.ts'

const required = 0.9999
const say = (line: string): void => void process.stdout.write(`${line}\n`)
const count = Number(process.argv[2] ?? 1_000)

const timed = async <Value>(what: string, load: () => Promise<Value>): Promise<Value> => {
  const [begun, memory] = [performance.now(), process.memoryUsage().rss]
  const value = await load()
  say(`${what}: loaded in ${(performance.now() - begun).toFixed(0)} ms, ${((process.memoryUsage().rss - memory) / 1e6).toFixed(0)} MB more`)
  return value
}

const fast = await timed('onnxruntime', loadFast)
const slow = await timed("the package's runtime", () => loadSlow('to be measured'))
const before = process.cpuUsage()
const { least, text, perSecond } = await compareRuntimes(fast, slow, manyTexts(count))
const { user, system } = process.cpuUsage(before)
say(`${count} texts: least cosine ${least.toFixed(7)}${text === '' ? '' : ` (${text.slice(0, 60)})`}`)
say(`texts a second on the clock: onnxruntime ${perSecond[0].toFixed(0)}, the package ${perSecond[1].toFixed(0)}; processor time of both ${((user + system) / 1e6).toFixed(0)} s`)
if (least < required) process.exitCode = 1
