import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runCommandLine } from '../../src-main/commandLine/program.ts'
import { temporaryFolder } from '../support/temporaryFolder.ts'

const script = `Title: The Night Ferry

INT. FERRY OFFICE - NIGHT

KAMALA (58), a weathered ferry owner, counts coins.

KAMALA
Nobody crosses tonight.

ARUN
Not even for my mother?

EXT. RIVER BANK - DAWN

KAMALA
Then get in. Quickly.
`

const sheet = `Name,Gender,Playing Age,City,Languages,Skills,Training,Bio,Credits
Vasudha Karmakar,Female,50-62,Kolkata,"Bengali, Hindi",boat rowing,Repertory theatre,Plays hard women with soft hearts,Ferry Ghat (2019)
Tapan Laskar,Male,20-30,Howrah,Bengali,swimming,,Young and restless on the stage,
,Male,30-40,Delhi,Hindi,,,,
`

/** Runs a command as a script would: nobody watches, and both streams are kept. */
async function castmatch(args: readonly string[], signal = new AbortController().signal) {
  const printed = { out: '', err: '' }
  const code = await runCommandLine(args, {
    out: text => (printed.out += text),
    err: text => (printed.err += text),
    isWatched: false,
    now: () => new Date('2026-11-02T09:30:00Z'),
    signal,
  })
  return { ...printed, code }
}

function fileIn(folder: string, name: string, text: string): string {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

describe('castmatch analyze', () => {
  it('prints the reading as JSON in the promised shape and leaves nothing beside the script', async () => {
    const folder = temporaryFolder()
    const { code, out, err } = await castmatch(['analyze', fileIn(folder, 'ferry.fountain', script), '--json'])
    const reading = JSON.parse(out)
    expect([code, err]).toEqual([0, ''])
    expect(Object.keys(reading)).toEqual(['title', 'format', 'pages', 'confidence', 'warnings', 'scenes', 'characters'])
    expect(reading).toMatchObject({ title: 'The Night Ferry', format: 'fountain' })
    expect(reading.scenes[0]).toEqual({
      index: 0, number: null, heading: 'INT. FERRY OFFICE - NIGHT', setting: 'INT', place: 'FERRY OFFICE', time: 'NIGHT', page: expect.any(Number),
    })
    expect(reading.characters[0]).toEqual({ name: 'KAMALA', aliases: [], speeches: 2, words: 7, scenes: [0, 1] })
    expect(readdirSync(folder)).toEqual(['ferry.fountain'])
  })

  it('prints tables for people to read', async () => {
    const { out } = await castmatch(['analyze', fileIn(temporaryFolder(), 'ferry.fountain', script)])
    expect(out).toMatch(/The Night Ferry \(fountain, \d+ pages\), 2 scenes, 3 speeches/)
    expect(out).toMatch(/KAMALA +2 +7 +2/)
  })

  it('fails with the code of the reader and exit code 1', async () => {
    const folder = temporaryFolder()
    const failed = async (name: string, text: string) => {
      const { code, out, err } = await castmatch(['analyze', fileIn(folder, name, text), '--json'])
      return [code, out, JSON.parse(err).code]
    }
    expect(await failed('empty.fountain', '')).toEqual([1, '', 'FILE_EMPTY'])
    expect(await failed('script.xyz', script)).toEqual([1, '', 'FILE_KIND_UNKNOWN'])
    const missing = await castmatch(['analyze', join(folder, 'nowhere.pdf'), '--json'])
    expect([missing.code, Object.keys(JSON.parse(missing.err))]).toEqual([1, ['code', 'message']])
  })

  it('says that it was broken off', async () => {
    const { code, err } = await castmatch(['analyze', fileIn(temporaryFolder(), 'ferry.fountain', script)], AbortSignal.abort())
    expect([code, JSON.parse(err).code]).toEqual([1, 'CANCELLED'])
  })
})

describe('castmatch import, search, match and doctor on one data folder', () => {
  it('carries a sheet and a script from file to ranked candidates', async () => {
    const folder = temporaryFolder()
    const data = join(folder, 'data')
    const people = fileIn(folder, 'people.csv', sheet)
    const imported = await castmatch(['import', people, '--data', data, '--json'])
    expect(JSON.parse(imported.out)).toEqual({ added: 2, updated: 0, unchanged: 0, failed: [{ line: 4, reason: expect.any(String) }] })

    const again = await castmatch(['import', people, '--data', data, '--json', '--no-wait'])
    expect(JSON.parse(again.out)).toMatchObject({ added: 0, updated: 0, unchanged: 2 })

    const found = await castmatch(['search', 'boat rowing', '--data', data, '--limit', '1', '--json'])
    expect(JSON.parse(found.out)).toEqual([{ id: expect.any(String), name: 'Vasudha Karmakar', score: expect.any(Number), reasons: expect.any(Array) }])

    const matched = await castmatch(['match', fileIn(folder, 'ferry.fountain', script), '--data', data, '--json'])
    const roles = JSON.parse(matched.out)
    expect(roles.map((role: { role: string }) => role.role).sort()).toEqual(['ARUN', 'KAMALA'])
    for (const { candidates } of roles) {
      expect(candidates).toHaveLength(2)
      expect(Object.keys(candidates[0])).toEqual(['id', 'name', 'score', 'reasons', 'gaps', 'stoppedBy'])
      const held = candidates.map((candidate: { stoppedBy: string[] }) => candidate.stoppedBy.length > 0)
      expect(held).toEqual([...held].sort()) // whom a gate stopped comes last
    }

    const { out } = await castmatch(['doctor', '--data', data, '--json'])
    expect(JSON.parse(out)).toMatchObject({ door: 'command line', counts: { scripts: 1, talent: 2 }, indexed: { done: 2, total: 2 } })
    for (const words of [['search', 'boat rowing'], ['match', join(folder, 'ferry.fountain')], ['doctor'], ['import', people, '--no-wait']]) {
      expect(await castmatch([...words, '--data', data])).toMatchObject({ code: 0, err: '', out: expect.stringMatching(/Vasudha|KAMALA|people|unchanged/) })
    }
  }, 60_000)

  it('carries contacts into a book, the book into a file, and the file into another book', async () => {
    const folder = temporaryFolder()
    const file = join(folder, 'book.json')
    const card = fileIn(folder, 'contacts.vcf', 'BEGIN:VCARD\nFN:Kavita Rao\nTEL:9820055555\nEND:VCARD\n')
    expect(JSON.parse((await castmatch(['import', card, '--data', join(folder, 'one'), '--json', '--no-wait'])).out)).toEqual({ added: 1, updated: 0, unchanged: 0, failed: [] })
    expect(await castmatch(['export', file, '--data', join(folder, 'one')])).toMatchObject({ code: 0 })
    expect(await castmatch(['export', file, '--data', join(folder, 'one')])).toMatchObject({ code: 1, err: expect.stringContaining('is there already') })
    expect(JSON.parse((await castmatch(['import', file, '--data', join(folder, 'other'), '--json', '--no-wait'])).out)).toMatchObject({ added: 1 })
  })

  it('tells of a date that could be two days, and reads it as it is told from then on', async () => {
    const folder = temporaryFolder()
    const people = fileIn(folder, 'people.csv', 'Name,DOB,City\nAsha Rane,03/04/1996,Pune\n')
    const run = (...more: readonly string[]) => castmatch(['import', people, '--data', join(folder, 'data'), '--json', '--no-wait', ...more])
    expect(await run()).toMatchObject({
      out: expect.stringContaining('"added":1'),
      err: 'people.csv: "03/04/1996" under "DOB" is taken as 1996-04-03, the day first. If it is 1996-03-04, run this again with --dates month-first; --dates day-first says that it is right, for the next sheet with these headings too.\n',
    })
    expect(await run('--dates', 'month-first')).toMatchObject({ out: expect.stringContaining('"updated":1'), err: '' })
    expect(await run()).toMatchObject({ out: expect.stringContaining('"unchanged":1'), err: '' })
    expect(await run('--dates', 'sideways')).toMatchObject({ code: 1, err: expect.stringContaining('day-first or month-first') })
  }, 180_000)

  it('lists who may be in the book twice', async () => {
    const folder = temporaryFolder()
    const data = join(folder, 'data')
    await castmatch(['import', fileIn(folder, 'people.csv', 'Name,Phone\nVijaylaxmi Rao,9849012345\nVijayalakshmi Rao,9849012345\n'), '--data', data, '--no-wait'])
    const { out } = await castmatch(['duplicates', '--data', data, '--json'])
    expect(JSON.parse(out)).toEqual([{
      id: expect.any(String), people: [{ id: expect.any(String), name: 'Vijaylaxmi Rao' }, { id: expect.any(String), name: 'Vijayalakshmi Rao' }], likelihood: expect.any(Number),
      reasons: [{ speaks: 'for', words: 'names sound alike: Vijaylaxmi Rao / Vijayalakshmi Rao' }, { speaks: 'for', words: 'same phone' }],
    }])
    expect((await castmatch(['duplicates', '--data', data])).out).toContain('Vijaylaxmi Rao / Vijayalakshmi Rao')
  }, 60_000)

  it('refuses a sheet without a name column and keeps nothing', async () => {
    const folder = temporaryFolder()
    const data = join(folder, 'data')
    const { code, out, err } = await castmatch(['import', fileIn(folder, 'colours.csv', 'Colour,Weight\nred,3\n'), '--data', data, '--json'])
    expect([code, out, JSON.parse(err).code]).toEqual([1, '', 'SHEET_UNREADABLE'])
    const report = await castmatch(['doctor', '--data', data, '--json'])
    expect(JSON.parse(report.out).counts.talent).toBe(0)
  })
})

describe('castmatch called wrongly', () => {
  it.each([
    ['an unknown command', ['frobnicate']],
    ['a missing file', ['analyze']],
    ['a limit of nothing', ['search', 'x', '--limit', '0']],
    ['an unknown flag', ['analyze', 'x', '--frob']],
  ])('refuses %s without touching any data', async (_, args) => {
    const { code, out, err } = await castmatch(args)
    expect([code, out, JSON.parse(err).code]).toEqual([1, '', 'INVALID_INPUT'])
  })

  it('shows its help where nothing is asked, and of each command', async () => {
    const help = await castmatch([])
    expect(help).toMatchObject({ code: 0, err: '' })
    for (const command of ['analyze', 'import', 'search', 'match', 'serve', 'doctor']) expect(help.out).toContain(command)
    expect((await castmatch(['import', '--help'])).out).toContain('--no-wait')
    expect(existsSync('data')).toBe(false)
  })
})
