import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { whyNoWindow } from '../../tools/electron.mjs'
import { filesUnder, stampOf } from '../../tools/fingerprint.mjs'
import { withLock } from '../../tools/lock.mjs'
import { run } from '../../tools/run.mjs'
import { journeyCounts, sumOf, unitCounts } from '../../tools/testCounts.mjs'
import { projectFolder } from '../structure/source.ts'
import { temporaryFolder } from '../support/temporaryFolder.ts'

describe('what was built from the sources', () => {
  function sources() {
    const root = temporaryFolder()
    mkdirSync(join(root, 'src', 'deep'), { recursive: true })
    writeFileSync(join(root, 'src', 'a.ts'), 'one')
    writeFileSync(join(root, 'src', 'deep', 'b.ts'), 'two')
    const stamp = () => stampOf(join(root, 'out', 'stamp'), root, ['src', 'missing', 'package.json'])
    return { root, stamp }
  }

  it('is stale before the first build, fresh after it, and stale when a file changes, comes or goes', () => {
    const { root, stamp } = sources()
    expect(stamp().isFresh()).toBe(false)
    stamp().write()
    expect(stamp().isFresh()).toBe(true)
    writeFileSync(join(root, 'src', 'deep', 'b.ts'), 'other')
    expect(stamp().isFresh()).toBe(false)
    stamp().write()
    writeFileSync(join(root, 'package.json'), '{}')
    expect(stamp().isFresh()).toBe(false)
    stamp().write()
    rmSync(join(root, 'src', 'a.ts'))
    expect(stamp().isFresh()).toBe(false)
  })

  it('stays fresh where a checkout only touched the files', () => {
    const { root, stamp } = sources()
    stamp().write()
    utimesSync(join(root, 'src', 'a.ts'), new Date(0), new Date(0))
    expect(stamp().isFresh()).toBe(true)
  })

  it('is stale where a file changed while the build ran', () => {
    const { root, stamp } = sources()
    const taken = stamp().take()
    writeFileSync(join(root, 'src', 'a.ts'), 'changed meanwhile')
    stamp().write(taken)
    expect(stamp().isFresh()).toBe(false)
  })

  it('lists files in a fixed order and passes over what is missing', () => {
    expect(filesUnder(sources().root, ['nothing', 'src'])).toEqual([join('src', 'a.ts'), join('src', 'deep', 'b.ts')])
  })
})

describe('two commands at once', () => {
  it('run one after the other', async () => {
    const lock = join(temporaryFolder(), 'state', 'lock')
    const order: string[] = []
    let waited = 0
    const task = (name: string) => async () => {
      order.push(`${name} begins`)
      await run(process.execPath, ['-e', ''])
      order.push(`${name} ends`)
      return name
    }
    const results = await Promise.all([withLock(lock, task('a')), withLock(lock, task('b'), () => (waited += 1))])
    expect([results, waited, existsSync(lock)]).toEqual([['a', 'b'], 1, false])
    expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends'])
  })

  it('give the lock back when the task fails', async () => {
    const lock = join(temporaryFolder(), 'lock')
    await expect(withLock(lock, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
    expect(existsSync(lock)).toBe(false)
  })

  it('take over the lock of a process that was killed, and only one of many waiters at a time does', async () => {
    const lock = join(temporaryFolder(), 'lock')
    const module = join(projectFolder, 'tools', 'lock.mjs')
    const holder = spawn(process.execPath, ['--input-type=module', '-e', `import { withLock } from ${JSON.stringify(module)}; await withLock(${JSON.stringify(lock)}, () => { process.stdout.write('held'); return new Promise(r => setTimeout(r, 60000)) })`])
    await new Promise(resolve => holder.stdout.once('data', resolve))
    holder.kill('SIGKILL')
    await new Promise(resolve => holder.once('exit', resolve))
    expect(existsSync(lock)).toBe(true)
    let inside = 0
    const most: number[] = []
    const task = async () => {
      inside += 1
      most.push(inside)
      await new Promise(resolve => setImmediate(resolve))
      inside -= 1
    }
    await Promise.all([1, 2, 3, 4].map(() => withLock(lock, task)))
    expect(most).toEqual([1, 1, 1, 1])
  })

  it('take over a lock whose holder gave no sign of life for a minute', async () => {
    const lock = join(temporaryFolder(), 'lock')
    writeFileSync(lock, JSON.stringify({ host: 'another machine', pid: 1 }))
    utimesSync(lock, new Date(Date.now() - 61_000), new Date(Date.now() - 61_000))
    expect(await withLock(lock, () => Promise.resolve('mine'))).toBe('mine')
  })
})

describe('running a program', () => {
  it('gives its code and what it printed on both streams', async () => {
    const { code, output } = await run(process.execPath, ['-e', 'console.log("a"); console.error("b"); process.exit(3)'])
    expect([code, output.includes('a'), output.includes('b')]).toEqual([3, true, true])
  })

  it('ends it at the time limit, and gives 127 where there is no such program', async () => {
    expect(await run(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { timeLimitMs: 200 })).toMatchObject({ code: 1, timedOut: true })
    expect((await run(join(temporaryFolder(), 'no-such-program'), [])).code).toBe(127)
  })
})

describe('the line of counts', () => {
  it('adds up what Vitest, Playwright and the other gates count', () => {
    const unit = unitCounts({ numPassedTests: 10, numFailedTests: 1, numPendingTests: 2, testResults: [{ status: 'failed', assertionResults: [{ status: 'failed' }] }] }, false)
    const journeys = journeyCounts({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 3 } }, false)
    expect(sumOf([unit, journeys, { passed: 1, failed: 0, skipped: 0 }])).toEqual({ passed: 16, failed: 2, skipped: 5, wavering: 1 })
  })

  it('counts a failure that is no test: a file that fell over, coverage under its limit, a missing report', () => {
    expect(unitCounts({ numPassedTests: 3, testResults: [{ status: 'failed', assertionResults: [] }] }, false).failed).toBe(1)
    expect(unitCounts({ numPassedTests: 3, testResults: [] }, false).failed).toBe(1)
    expect(unitCounts(undefined, false).failed).toBe(1)
    expect(journeyCounts(undefined, false).failed).toBe(1)
    expect(unitCounts({ numPassedTests: 3 }, true)).toEqual({ passed: 3, failed: 0, skipped: 0 })
  })
})

describe('the desktop window', () => {
  it('wants a display and somebody other than root on Linux, and nothing elsewhere', () => {
    expect(whyNoWindow({}, 'linux', 1000)).toContain('no display')
    expect(whyNoWindow({ DISPLAY: ':0' }, 'linux', 0)).toContain('root')
    expect(whyNoWindow({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux', 1000)).toBeUndefined()
    expect(whyNoWindow({}, 'darwin', 501)).toBeUndefined()
  })
})

describe('the tools that run before anything is installed', () => {
  it('import nothing but Node and each other', () => {
    for (const tool of ['start', 'test', 'castmatch', 'setUp', 'run', 'lock', 'fingerprint', 'electron', 'chromium', 'testCounts']) {
      const names = [...readFileSync(join(projectFolder, 'tools', `${tool}.mjs`), 'utf8').matchAll(/^import .* from '([^']+)'/gm)].map(match => match[1] ?? '')
      expect(names.filter(name => !/^(node:|\.\/\w+\.mjs$)/.test(name)), tool).toEqual([])
    }
  })
})
