import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { previewOf } from '../../src-main/talent/sheet/readSheet.ts'
import { readAll, sheetOf } from './book.ts'

const namesIn = async (content: string | Uint8Array) => (await readAll(sheetOf(content))).people.map(({ person }) => person.name)

describe('the columns of a casting sheet', () => {
  it('map by themselves under the headings of our own sheet', async () => {
    const header = 'Name,Gender,Playing Age,City,Languages,Skills,Training,Bio,Credits'
    const { mapping } = await previewOf(sheetOf(`${header}\nAsha Rane,F,25-30,Pune,Marathi,Lavani,FTII,Quick and warm,Lead in Pani`))
    expect(mapping).toEqual(['name', 'gender', 'playingRange', 'city', 'languages', 'skills', 'training', 'bio', 'credits'])
  })

  it('map under the headings that Indian casting sheets use', async () => {
    const header = 'Sr No,Artist Name,Age bracket,Age,Ht,Mobile,WhatsApp,Mail id,Base,Languages known,Special skills,Work done,Profile link,Insta,CINTAA,Co-ordinator,Per day,Remarks'
    const { mapping } = await previewOf(sheetOf(`${header}\n1${','.repeat(17)}`))
    expect(mapping).toEqual([
      null, 'name', 'playingRange', null, 'height', 'phone', 'phone', 'email', 'city', 'languages', 'skills', 'credits', 'links', 'links', 'union', 'coordinator', 'fee', 'notes',
    ])
  })

  it('put a name and an age of two columns together, and leave a manager out of the name', async () => {
    const sheet = await readAll(sheetOf("First Name,Last Name,Age From,Age To,Manager Name\nAsha,Rane,25,30,Mr Kulkarni"))
    expect(sheet.people[0]?.person).toMatchObject({ name: 'Asha Rane', playingRange: { from: 25, to: 30 }, representation: 'Mr Kulkarni' })
  })

  it('are known by what stands in them where the heading says nothing', async () => {
    const { mapping } = await previewOf(sheetOf('Name,A,B,C\nAsha,asha@example.org,https://example.org/a,98200 00001\nRavi,ravi@example.org,https://example.org/r,98200 00002'))
    expect(mapping).toEqual(['name', 'email', 'links', 'phone'])
  })

  it('are found under a title and a blank line', async () => {
    const sheet = await readAll(sheetOf('LOOKBOOK MARCH,,\n,,\nName,City,Age\nAsha,Pune,25'))
    expect(sheet.people).toMatchObject([{ line: 4, person: { name: 'Asha', city: 'Pune' } }])
  })

  it('can be said by the user where no heading is a name', async () => {
    const file = sheetOf('Who,Where\nAsha,Pune')
    const preview = await previewOf(file)
    expect(preview.rows).toMatchObject([{ line: 2, problem: 'no name' }])
    expect((await previewOf(file, { mapping: ['name', 'city'] })).rows).toEqual([{ line: 2, read: { name: 'Asha', city: 'Pune' }, problem: null, outcome: 'new' }])
    await expect(readAll(file)).rejects.toMatchObject({ code: 'SHEET_UNREADABLE', data: { detail: 'no column holds the name' } })
  })
})

describe('the rows of a sheet', () => {
  it('are shown as they will be read', async () => {
    const { rows, total, columns } = await previewOf(sheetOf(`Name,Gender,Playing Age,Height,Languages,Budget\nAsha,F,30s,5'4",Marathi (native),25k`))
    expect(rows[0]?.read).toEqual({ name: 'Asha', gender: 'Female', playingRange: '30 to 39', height: '163 cm', languages: 'Marathi (native)', fee: '₹25,000 a day' })
    expect([total, columns[0]?.samples]).toEqual([1, ['Asha']])
  })

  it('are left out with their line and reason, the good ones kept', async () => {
    const sheet = await readAll(
      sheetOf('Name,Gender,Playing Age,Height,Bio\nAsha,F,25-30,,"two\nlines"\n,F,20-25,,\nRavi,M,abc,,\nMeera,Z,20,,\nJoy,M,20,huge,\n\n12345,M,20,,\nLong,M,20,,x,surplus\nZoya,F,22-28,,ok'),
    )
    expect(sheet.people.map(({ line, person }) => [line, person.name])).toEqual([[2, 'Asha'], [11, 'Zoya']])
    expect(sheet.bad.map(({ line }) => line)).toEqual([4, 5, 6, 7, 9, 10])
    expect(sheet.bad.map(({ reason }) => reason).join('\n')).toMatch(/no name\nplaying age "abc".*\ngender "Z".*\nheight "huge".*\n"12345" is not a name\nit has 6 cells where the headings are 5/)
  })

  it('go on after a quote that is never closed', async () => {
    const sheet = await readAll(sheetOf('Name,City\nAsha,Pune\n"Broken,Nashik\nRavi,Mumbai\nMeera,Surat\n'))
    expect(sheet.people.map(({ person }) => person.name)).toEqual(['Asha', 'Ravi', 'Meera'])
    expect(sheet.bad).toMatchObject([{ line: 3, reason: 'a quote is opened in this row and never closed' }])
  })

  it('keep a formula as text', async () => {
    const sheet = await readAll(sheetOf('Name,Bio\nAsha,"=HYPERLINK(""http://example.org"",""click"")"'))
    expect(sheet.people[0]?.person.bio).toBe('=HYPERLINK("http://example.org","click")')
  })

  it('keep a fee that cannot be read among the notes', async () => {
    const sheet = await readAll(sheetOf('Name,Budget,Remarks\nAsha,ask her manager,Good eyes'))
    expect(sheet.people[0]?.person.notes).toBe('Good eyes\nFee: ask her manager')
  })
})

describe('Hindi typed in an old font', () => {
  const kruti = ['jke dqekj', 'lqjs\'k iVsy', 'vferkHk f=kikBh', 'lhek xqIrk', 'jktw JhokLro', 'eqds\'k dqekj']
  it('is said by the heading of its column', async () => expect((await previewOf(sheetOf('Name,irk\nAsha,iq.ks'))).warnings).toEqual([expect.stringContaining('Hindi in "irk" is typed in an old font')]))
  it('is said by what stands in a column', async () =>
    expect((await previewOf(sheetOf(`Name,City\n${kruti.map(name => `${name},Indore`).join('\n')}`))).warnings).toEqual([expect.stringContaining('Hindi in "Name"')]))
  it('is not seen in names in Roman letters or in Devanagari', async () => {
    const names = ['Asha Rané', 'Iqbal Siddiqui', 'Mohd. Tariq', 'Jacqueline McDonald', 'Shaquille DSouza', 'Farooq Qazi', 'Ravi Menon', 'राम कुमार']
    for (const list of [names, names.slice(0, -1)]) expect((await previewOf(sheetOf(`Name\n${list.join('\n')}\n`))).warnings).toEqual([])
  })
})

describe('the bytes of a sheet', () => {
  const text = 'Name;City\r\nAsha Rané;Pune\r\n'
  const utf16 = (littleEndian: boolean, mark: boolean) => {
    const bytes = Buffer.from(mark ? `\uFEFF${text}` : text, 'utf16le')
    return littleEndian ? bytes : bytes.swap16()
  }
  it.each([
    ['UTF-8', Buffer.from(text)], ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`)], ['Windows-1252', Buffer.from(text, 'latin1')],
    ['UTF-16 LE with a mark', utf16(true, true)], ['UTF-16 BE with a mark', utf16(false, true)], ['UTF-16 LE without', utf16(true, false)], ['UTF-16 BE without', utf16(false, false)],
  ])('are read as %s', async (_, bytes) => expect(await namesIn(bytes)).toEqual(['Asha Rané']))

  it.each([[','], [';'], ['\t'], ['|']])('are parted at %j though lists hold commas', async sign => {
    const rows = [['Name', 'Skills', 'City'], ['Asha', '"a, b; c"', 'Pune'], ['Ravi', '"d, e"', 'Surat']].map(row => row.join(sign)).join('\n')
    expect(await namesIn(rows)).toEqual(['Asha', 'Ravi'])
  })

  it('are parted as a sep= line says', async () => expect(await namesIn('sep=;\nName;City\nAsha;Pune')).toEqual(['Asha']))
  it('may end lines as an old Mac does', async () => expect(await namesIn('Name,City\rAsha,Pune\rRavi,Surat')).toEqual(['Asha', 'Ravi']))

  it.each([
    ['empty', '', 'FILE_EMPTY'], ['blank', ' \n\n,,\n', 'FILE_EMPTY'], ['a workbook', 'PK\u0003\u0004abc', 'SHEET_UNREADABLE'], ['a PDF', '%PDF-1.7 abc', 'SHEET_UNREADABLE'],
    ['no text', 'a\0b\0\0c,Name', 'SHEET_UNREADABLE'], ['one column without a name', 'hello\nworld', 'SHEET_UNREADABLE'],
  ])('are refused where the file is %s', async (_, content, code) => await expect(previewOf(sheetOf(content))).rejects.toMatchObject({ code }))

  it('are refused past 100 MB', async () =>
    await expect(previewOf({ ...sheetOf('Name\nAsha'), size: 100 * 1024 * 1024 + 1 })).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' }))
  it('are refused under a mapping with more columns', async () =>
    await expect(readAll(sheetOf('Name,City\nAsha,Pune'), { mapping: ['name', 'city', 'notes'] })).rejects.toMatchObject({ code: 'SHEET_UNREADABLE' }))
})

it('gives every row of any sheet back once, as a person or as a bad row', async () => {
  const cell = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('Asha', '', 'x"y', 'a,b', 'two\nlines', '25-30'))
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { maxLength: 12 }), async rows => {
      const quoted = rows.map(row => row.map(text => `"${text.replaceAll('"', '""')}"`).join(','))
      const sheet = await readAll(sheetOf(['Name,City,Notes', ...quoted].join('\n')))
      const told = rows.filter(row => row.some(text => text.trim() !== ''))
      expect(sheet.people.length + sheet.bad.length).toBe(told.length)
    }),
    { numRuns: 60 },
  )
})
