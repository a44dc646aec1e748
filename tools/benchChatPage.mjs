import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureChromium } from './chromium.mjs'
import { startBrowserDoor } from './look/browserDoor.mjs'
import { longTasks, traceTasks } from './pageTasks.mjs'
import { setUp } from './setUp.mjs'

// npm run bench:chatPage [-- SECONDS [FIRST]]: the chat in Chromium while a stand-in for Claude streams 200 tokens a second into a
// conversation of 5,000 messages: the longest tasks of the page's own thread, by the clock and by the processor's time that they
// took (on a busy machine the clock also counts what others do), the time between two frames, and memory, nodes and listeners
// as it goes on. The answers last 15 seconds each and take turns: paragraphs with lists and tables, one endless paragraph, one table, one
// list, one block of code, one quotation, one list that holds code. 105 seconds where left out, beginning with the
// first kind of answer or that of the given number, from 0.

const seconds = Number(process.argv[2] ?? 105)
const firstKind = Number(process.argv[3] ?? 0)
const rate = 200
const answerSeconds = 15

/** @param {string} line */
const say = line => void process.stdout.write(`${line}\n`)
await setUp({ say })
const chromium = await ensureChromium(say)
if (!chromium) throw new Error('Without Chromium there is no page to measure.')
const [{ chromium: browserType }, { longTalk, seedTalk }, { answering, saying, startClaudeStandIn }] = await Promise.all([import('@playwright/test'), import('./look/chatSeed.ts'), import('../tests/support/claudeStandIn.ts')])

const dataFolder = mkdtempSync(join(tmpdir(), 'castmatch-bench-'))
const standIn = await startClaudeStandIn()
const door = await startBrowserDoor({ dataFolder, demo: true })
const browser = await browserType.launch({ executablePath: chromium, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  await page.goto(door.link)
  await page.getByText('Connected').waitFor()
  await page.goto(new URL('#/settings', door.link).href)
  const claude = page.getByRole('region', { name: 'Claude', exact: true })
  await claude.getByLabel('Address').fill(standIn.address)
  await claude.getByLabel('Address').press('Enter')
  await claude.getByText(`No key for ${new URL(standIn.address).host} yet.`).waitFor()
  await claude.getByLabel('API key', { exact: true }).fill('any-key-at-all')
  await claude.getByRole('button', { name: 'Keep the key' }).click()
  await claude.getByText('It works').waitFor()
  standIn.repliesToShapes(answering({ title: 'A talk' }))
  standIn.replies(...Array.from({ length: Math.ceil(seconds / answerSeconds) }, (_, index) => saying([{ text: answer(firstKind + index, answerSeconds * rate) }], { pace: rate })))

  const id = seedTalk(dataFolder, longTalk(5_000))
  await page.goto(new URL(`#/chat/${id}`, door.link).href)
  await page.getByText('Answer 5000.').waitFor()
  const inspector = await page.context().newCDPSession(page)
  await inspector.send('Performance.enable')
  const figures = async (how = 'collected') => {
    if (how === 'collected') await inspector.send('HeapProfiler.collectGarbage')
    const { metrics } = await inspector.send('Performance.getMetrics')
    const of = /** @param {string} name */ name => metrics.find(metric => metric.name === name)?.value ?? 0
    return { heap: of('JSHeapUsedSize') / 1e6, nodes: of('Nodes'), listeners: of('JSEventListeners') }
  }
  const box = page.getByRole('textbox', { name: 'Your question' })
  const stop = page.getByRole('button', { name: 'Stop', exact: true })
  const ask = async () => {
    await box.fill('Tell me everything')
    await box.press('Enter')
  }
  await ask()
  await page.getByRole('dialog').getByRole('button', { name: 'Send it' }).click()
  await stop.waitFor()
  await page.evaluate(() => {
    const seen = { gaps: /** @type {number[]} */ ([]), stop: false }
    Object.assign(window, { seen })
    let last = performance.now()
    const frame = () => {
      const now = performance.now()
      seen.gaps.push(now - last)
      last = now
      if (!seen.stop) requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
  })
  const first = await figures()
  say(`while ${rate} tokens a second stream into 5,000 messages`)
  say('seconds   heap MB   nodes   listeners')
  const print = /** @param {number} at @param {typeof first} now */ (at, now) => say(`${String(at).padStart(7)}   ${now.heap.toFixed(1).padStart(7)}   ${String(now.nodes).padStart(5)}   ${String(now.listeners).padStart(9)}`)
  print(0, first)
  const trace = await traceTasks(browser, page)
  const started = Date.now()
  while (Date.now() - started < seconds * 1_000) {
    await stop.waitFor({ state: 'hidden', timeout: 300_000 })
    if (Date.now() - started < seconds * 1_000) {
      await ask()
      await stop.waitFor()
    }
    // Collecting the garbage for a true figure would be the longest task of all: what is told on the way is not collected.
    print(Math.round((Date.now() - started) / 1_000), await figures('as it is'))
  }
  const tasks = await trace()
  print(seconds, await figures())
  const gaps = await page.evaluate(() => {
    const { seen } = /** @type {{ seen: { gaps: number[], stop: boolean } }} */ (/** @type {unknown} */ (window))
    seen.stop = true
    return seen.gaps
  })
  const sorted = [...gaps].sort((a, b) => a - b)
  const at = /** @param {number} share */ share => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(1)
  const { count, busy, byProcessor, byClock } = longTasks(tasks)
  say(`tasks: ${count}, together ${busy.toFixed(1)} s of the processor`)
  say(`over 50 ms by the processor: ${byProcessor.over}, longest ${byProcessor.longest.toFixed(0)} ms; by the clock: ${byClock.over}, longest ${byClock.longest.toFixed(0)} ms`)
  say(`between frames: median ${at(0.5)}, 95 % ${at(0.95)}, longest ${at(1)} ms`)
  say(`messages in the page: ${await page.locator('[data-message]').count()}`)
} finally {
  await browser.close()
  await door.stop()
  await standIn.close()
  rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 })
}

/** An answer of about so many pieces of the stand-in, each of about a word; which kind goes by turns. @param {number} turn @param {number} words */
function answer(turn, words) {
  const kinds = [
    { piece: 'She waits on the **bench** and folds the shawl.\n\n- plays 42 to 56\n- speaks Bhojpuri\n\n| Who | Plays |\n|---|---|\n| Phoolmati | 42 to 56 |\n\n', words: 46 },
    { piece: 'She waits on the **bench** and folds the shawl, and says *nothing* at all. ', words: 15 },
    { head: '| Who | Plays | Speaks |\n|---|---|---|\n', piece: '| Phoolmati Kunwar | 42 to 56 | Bhojpuri |\n', words: 13 },
    { piece: '- She waits on the **bench** and folds the shawl\n', words: 11 },
    { head: '```\n', piece: 'INT. PLATFORM NINE - NIGHT. She folds the shawl.\n', words: 11 },
    { head: '> ', piece: 'She waits on the **bench** and folds the shawl, and says *nothing* at all. ', words: 15 },
    { head: '1. The scene:\n\n   ```\n', piece: '   INT. PLATFORM NINE - NIGHT. She folds the shawl.\n', words: 11, again: 120, between: '   ```\n1. The next scene:\n\n   ```\n' },
  ]
  const { head = '', piece, words: each, again = Infinity, between = '' } = kinds[turn % kinds.length] ?? { piece: '', words: 1 }
  return head + Array.from({ length: Math.ceil(words / each) }, (_, at) => ((at + 1) % again === 0 ? between : '') + piece).join('')
}
