import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

/**
 * The SHA-256 of a file, in hex; an empty text where it is missing.
 *
 * @param {string} file
 */
export function hashOfFile(file) {
  return existsSync(file) ? createHash('sha256').update(readFileSync(file)).digest('hex') : ''
}

/**
 * Every file under some folders or files of a root, as paths from the root, in a fixed order.
 *
 * @param {string} root
 * @param {readonly string[]} places names under the root; missing ones are passed over
 */
export function filesUnder(root, places) {
  /** @type {string[]} */
  const found = []
  /** @param {string} path */
  const visit = path => {
    const stat = statSync(path, { throwIfNoEntry: false })
    if (stat?.isFile()) found.push(relative(root, path))
    if (stat?.isDirectory()) for (const name of readdirSync(path)) visit(join(path, name))
  }
  for (const place of places) visit(join(root, place))
  return found.sort()
}

/**
 * Tells whether something was made from its sources as they stand now, and remembers when it was.
 *
 * The stamp holds two hashes. `quick` (path, size, time of change) is compared first and costs a few milliseconds;
 * where it differs, `exact` (path, content) decides, so that a checkout that only touches files makes nothing stale.
 *
 * @param {string} stampFile
 * @param {string} root
 * @param {readonly string[]} places the sources
 */
export function stampOf(stampFile, root, places) {
  const files = filesUnder(root, places)
  const quick = () => hashOf(files.map(file => {
    const { size, mtimeMs } = statSync(join(root, file))
    return `${file} ${size} ${mtimeMs}`
  }))
  const exact = () => hashOf(files.map(file => `${file} ${hashOfFile(join(root, file))}`))
  const take = () => JSON.stringify({ quick: quick(), exact: exact() })
  /** @param {string} [taken] what `take` gave when the making began; a source changed since then makes it stale */
  const write = (taken = take()) => {
    mkdirSync(dirname(stampFile), { recursive: true })
    writeFileSync(stampFile, `${taken}\n`)
  }
  return {
    isFresh() {
      const stamp = readStamp(stampFile)
      if (!stamp) return false
      if (stamp.quick === quick()) return true
      if (stamp.exact !== exact()) return false
      write()
      return true
    },
    take,
    write,
  }
}

/** @param {readonly string[]} lines */
const hashOf = lines => createHash('sha256').update(lines.join('\n')).digest('hex')

/**
 * @param {string} file
 * @returns {{ quick?: string, exact?: string } | undefined}
 */
function readStamp(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
