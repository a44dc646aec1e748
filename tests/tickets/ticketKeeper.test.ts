import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createTicketKeeper, ticketLife } from '../../src-main/tickets/ticketKeeper.ts'
import { temporaryFolder } from '../support/temporaryFolder.ts'

function keeperAt(start = '2026-11-21T10:00:00Z') {
  const home = temporaryFolder()
  const folder = join(home, 'incoming')
  let time = new Date(start).getTime()
  const keeper = createTicketKeeper({ folder, now: () => new Date(time) })
  onTestFinished(() => keeper.close())
  return { home, folder, keeper, pass: (milliseconds: number) => void (time += milliseconds) }
}

/** Windows knows no such modes, and answers that all may write. */
const ownerOnly = process.platform === 'win32' ? 0o666 : 0o600

async function* pieces(...texts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield new TextEncoder().encode(text)
}

describe('a file of the user', () => {
  it('gets a ticket and is read where it lies', () => {
    const { home, keeper } = keeperAt()
    const path = join(home, 'Masaan draft.fountain')
    writeFileSync(path, 'INT. GHAT - DAWN')
    expect(keeper.open(keeper.forPath(path))).toEqual({ name: 'Masaan draft.fountain', size: 16, path })
  })

  it('is never deleted: not when its ticket grows old, not when CastMatch ends', () => {
    const { home, keeper, pass } = keeperAt()
    const path = join(home, 'script.fountain')
    writeFileSync(path, 'x')
    keeper.forPath(path)
    pass(ticketLife + 1)
    keeper.sweep()
    keeper.close()
    expect(existsSync(path)).toBe(true)
  })

  it('that is not there, or is a folder, gets no ticket', () => {
    const { home, keeper } = keeperAt()
    expect(() => keeper.forPath(join(home, 'gone.pdf'))).toThrow(expect.objectContaining({ code: 'FILE_MISSING', data: { subject: 'gone.pdf' } }))
    expect(() => keeper.forPath(home)).toThrow(expect.objectContaining({ code: 'FILE_MISSING' }))
  })

  it('that went away since is asked for once more, by its name', () => {
    const { home, keeper } = keeperAt()
    const path = join(home, 'script.fountain')
    writeFileSync(path, 'x')
    const ticket = keeper.forPath(path)
    rmSync(path)
    expect(() => keeper.open(ticket)).toThrow(expect.objectContaining({ code: 'TICKET_UNKNOWN', data: { subject: 'script.fountain' } }))
  })
})

describe('an upload', () => {
  it('is kept whole under a name that nobody can guess, for this user only', async () => {
    const { folder, keeper } = keeperAt()
    const { name, size, path } = keeper.open(await keeper.receive('talent.csv', pieces('Name\n', 'Asha\n')))
    expect({ name, size, text: readFileSync(path, 'utf8') }).toEqual({ name: 'talent.csv', size: 10, text: 'Name\nAsha\n' })
    expect(path.startsWith(folder)).toBe(true)
    expect(path).not.toContain('talent')
    expect(statSync(path).mode & 0o777).toBe(ownerOnly)
  })

  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\me\\script.pdf', 'script.pdf'],
    ['a\u0000b\nc.pdf', 'abc.pdf'],
    ['', 'file'],
    ['पटकथा.fountain', 'पटकथा.fountain'],
  ])('called %j is known as %j', async (given, name) => {
    const { folder, keeper } = keeperAt()
    const file = keeper.open(await keeper.receive(given, pieces('x')))
    expect(file.name).toBe(name)
    expect(readdirSync(folder)).toHaveLength(1)
  })

  it('is good for an hour after it was last used, then deleted', async () => {
    const { folder, keeper, pass } = keeperAt()
    const ticket = await keeper.receive('talent.csv', pieces('x'))
    pass(ticketLife - 1)
    keeper.open(ticket)
    pass(ticketLife - 1)
    keeper.sweep()
    expect(readdirSync(folder)).toHaveLength(1)
    pass(2)
    expect(() => keeper.open(ticket)).toThrow(expect.objectContaining({ code: 'TICKET_UNKNOWN' }))
    expect(readdirSync(folder)).toEqual([])
  })

  it('that breaks off midway leaves nothing behind', async () => {
    const { folder, keeper } = keeperAt()
    const breaking = async function* () {
      yield new Uint8Array(1024)
      throw new Error('the page went away')
    }
    await expect(keeper.receive('half.pdf', breaking())).rejects.toThrow('the page went away')
    expect(readdirSync(folder)).toEqual([])
  })

  it('larger than the limit is refused and leaves nothing behind', async () => {
    const folder = join(temporaryFolder(), 'incoming')
    const keeper = createTicketKeeper({ folder, limit: 3 * 1024 * 1024 })
    onTestFinished(() => keeper.close())
    const endless = async function* () {
      for (;;) yield new Uint8Array(1024 * 1024)
    }
    await expect(keeper.receive('film.mov', endless())).rejects.toMatchObject({ code: 'FILE_TOO_LARGE', data: { subject: 'film.mov', detail: '3 MB' } })
    expect(readdirSync(folder)).toEqual([])
  })

  it('is deleted when CastMatch ends, and what a crash left is deleted when it starts', async () => {
    const { folder, keeper } = keeperAt()
    await keeper.receive('talent.csv', pieces('x'))
    keeper.close()
    expect(existsSync(folder)).toBe(false)
    mkdirSync(folder)
    writeFileSync(join(folder, 'left over'), 'x')
    const next = createTicketKeeper({ folder })
    expect(readdirSync(folder)).toEqual([])
    next.close()
  })
})

it('no two tickets are alike, and a guess opens nothing', async () => {
  const { keeper } = keeperAt()
  const tickets = await Promise.all(Array.from({ length: 50 }, () => keeper.receive('a', pieces('x'))))
  expect(new Set(tickets).size).toBe(50)
  for (const guess of ['', '__proto__', '../x', `${tickets[0]} `]) {
    expect(() => keeper.open(guess)).toThrow(expect.objectContaining({ code: 'TICKET_UNKNOWN' }))
  }
})
