import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { ensureChromium } from './chromium.mjs'
import { goWhereTheUserIs, setUp } from './setUp.mjs'

// npm run look -- DIR [--axe] [WORD ...]: saves a picture of every screen in both themes and sizes; a word narrows it to the
// pictures whose name holds it; --axe looks at each with axe too. Exits 1 where a screen could not be pictured or had a finding.

/** @param {string} line */
const say = line => {
  process.stderr.write(`${line}\n`)
}

const [target, ...asked] = process.argv.slice(2)
const axe = asked.includes('--axe')
const words = asked.filter(word => word !== '--axe')
if (target === undefined) {
  say('npm run look -- DIR [--axe] [WORD ...]\nSaves a picture of every screen in DIR, in both themes at 1280x800 and 1920x1080. A word narrows it to the names that hold it; --axe tells what axe finds on each.')
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
    const failed = await takePictures({ folder, words, axe, chromium, say })
    process.exitCode = failed === 0 ? 0 : 1
  } catch (error) {
    say(error instanceof Error ? error.message : String(error))
    process.exitCode = 1
  }
}
