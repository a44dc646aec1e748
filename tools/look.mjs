import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { ensureChromium } from './chromium.mjs'
import { goWhereTheUserIs, setUp } from './setUp.mjs'

// npm run look -- DIR [WORD ...]: saves a picture of every screen in both themes and sizes; a word narrows it to the
// pictures whose name holds it. Exits 1 where a screen could not be pictured.

/** @param {string} line */
const say = line => {
  process.stderr.write(`${line}\n`)
}

const [target, ...words] = process.argv.slice(2)
if (target === undefined) {
  say('npm run look -- DIR [WORD ...]\nSaves a picture of every screen in DIR, in both themes at 1280x800 and 1920x1080. A word narrows it to the names that hold it.')
  process.exitCode = 1
} else {
  try {
    goWhereTheUserIs('look')
    await setUp({ say })
    const chromium = await ensureChromium(say)
    if (!chromium) throw new Error('Without Chromium there are no pictures.')
    const folder = resolve(target)
    mkdirSync(folder, { recursive: true })
    // Playwright is there only once the set-up is done.
    const { takePictures } = await import('./look/takePictures.mjs')
    const failed = await takePictures({ folder, words, chromium, say })
    process.exitCode = failed === 0 ? 0 : 1
  } catch (error) {
    say(error instanceof Error ? error.message : String(error))
    process.exitCode = 1
  }
}
