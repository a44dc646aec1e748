import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { offerLinks } from '../../src-main/loopback/offerLinks.ts'
import { browserCommand } from '../../src-main/loopback/openInBrowser.ts'
import { ownParent, whenParentEnds } from '../../src-main/loopback/parent.ts'
import { temporaryFolder } from '../support/temporaryFolder.ts'
import { cookieFrom, send } from '../support/visitor.ts'

const entry = join(import.meta.dirname, '..', '..', 'src-main', 'loopback', 'main.ts')

/** Starts the real entry from source as a process of its own, as `npm start` does. */
function start(...flags: readonly string[]): ChildProcess {
  const door = spawn(process.execPath, [entry, '--no-open', ...flags], { stdio: ['ignore', 'pipe', 'pipe'] })
  onTestFinished(() => void door.kill('SIGKILL'))
  return door
}

const lineOf = async (door: ChildProcess): Promise<string> => {
  if (door.stdout === null) throw new Error('no output')
  const [line] = (await once(createInterface({ input: door.stdout }), 'line')) as [string]
  return line
}

describe('the browser door, started as a process', () => {
  it('prints one line, opens by it, and on a signal closes the office and ends well', async () => {
    const folder = join(temporaryFolder(), 'data')
    const door = start('--data', folder)
    const rest = door.stderr ? text(door.stderr) : ''
    const line = await lineOf(door)
    expect(line).toMatch(/^CastMatch: http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}$/)
    const link = line.slice('CastMatch: '.length)
    const cookie = await cookieFrom(link)
    expect((await send(new URL(link).origin, { headers: { cookie } })).status).not.toBe(401)
    door.kill('SIGTERM')
    expect(await once(door, 'exit')).toEqual([0, null])
    expect(await rest).toBe('')
    expect(readdirSync(join(folder, 'incoming'))).toEqual([])
    expect([existsSync(join(folder, 'castmatch.db')), existsSync(join(folder, 'castmatch.db-wal'))]).toEqual([true, false])
  })

  it('ends when the process that started it is gone', async () => {
    const parent = spawn(process.execPath, ['-e', `
      const door = require('node:child_process').spawn(process.execPath, ${JSON.stringify([entry, '--no-open', '--data', temporaryFolder()])}, { stdio: ['ignore', 'pipe', 'inherit'] })
      door.stdout.once('data', () => { console.log(door.pid); process.stdin.once('data', () => process.exit()) })
    `], { stdio: ['pipe', 'pipe', 'inherit'] })
    const door = Number(await lineOf(parent))
    expect(ownParent.runs(door)).toBe(true)
    parent.stdin?.write('go\n')
    await once(parent, 'exit')
    await vi.waitFor(() => expect(ownParent.runs(door)).toBe(false), { timeout: 10_000, interval: 100 })
  })

  it.each([
    [['--port', 'x'], /--port takes a number/],
    [['--nonsense'], /--nonsense/],
  ])('refuses %j with a sentence on stderr', async (flags, sentence) => {
    const door = start(...flags)
    const [said, [code]] = await Promise.all([door.stderr ? text(door.stderr) : '', once(door, 'exit')])
    expect(code).toBe(1)
    expect(said).toMatch(/^CastMatch cannot start\. /)
    expect(said).toMatch(sentence)
  })
})

describe('the link', () => {
  it('is printed and opened once, and at a terminal printed anew for each Enter', async () => {
    const [keyboard, lines, opened] = [new PassThrough(), [] as string[], [] as string[]]
    let made = 0
    offerLinks({ newLink: () => `link ${(made += 1)}`, write: line => void lines.push(line), open: link => void opened.push(link), keyboard })
    expect([lines, opened]).toEqual([['CastMatch: link 1\n'], ['link 1']])
    keyboard.end('\n\n')
    await vi.waitFor(() => expect(lines).toEqual(['CastMatch: link 1\n', 'CastMatch: link 2\n', 'CastMatch: link 3\n']))
    expect(opened).toEqual(['link 1'])
  })
})

describe('the parent', () => {
  it.each([
    ['another number', { id: () => 1, runs: () => true }],
    ['the number of a dead process', { id: () => 42, runs: () => false }],
  ])('is taken for gone when the system gives %s', (_what, later) => {
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    let parent = { id: () => 42, runs: () => true }
    const ended = vi.fn<() => void>()
    whenParentEnds(ended, { id: () => parent.id(), runs: () => parent.runs() })
    vi.advanceTimersByTime(5_000)
    expect(ended).not.toHaveBeenCalled()
    parent = later
    vi.advanceTimersByTime(5_000)
    expect(ended).toHaveBeenCalledOnce()
  })

  it('is not looked at any more when told so', () => {
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    const ended = vi.fn<() => void>()
    const stop = whenParentEnds(ended, { id: () => 42, runs: () => false })
    stop()
    vi.advanceTimersByTime(5_000)
    expect(ended).not.toHaveBeenCalled()
  })
})

it.each([
  ['darwin', ['open', 'http://127.0.0.1/']],
  ['win32', ['rundll32', 'url.dll,FileProtocolHandler', 'http://127.0.0.1/']],
  ['linux', ['xdg-open', 'http://127.0.0.1/']],
] as const)('on %s the browser is opened by the program of that system', (platform, command) => {
  expect(browserCommand('http://127.0.0.1/', platform)).toEqual(command)
})
