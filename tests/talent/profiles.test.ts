import fc from 'fast-check'
import { PDFDocument, PDFHexString } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import type { TalentFacts } from '../../src-preload/contract/talent.ts'
import { exportTalent } from '../../src-main/talent/profiles/exportTalent.ts'
import { chosen, propose } from '../../src-main/talent/profiles/propose.ts'
import { readSource, type OpenSource } from '../../src-main/talent/profiles/readSource.ts'
import { readCards } from '../../src-main/talent/profiles/vcard.ts'
import { takeIn } from '../../src-main/talent/sheet/takeIn.ts'
import { talentFactsOf } from '../../src-main/talent/talentFacts.ts'
import { unknownFacts } from '../../src-main/talent/talentRecord.ts'
import { drawDocx, paragraph, table } from '../scripts/drawnDocx.ts'
import { drawPdf } from '../scripts/drawnPdf.ts'
import { add, newBook, now, sheetOf } from './book.ts'

const none = { leftOut: [], without: {}, names: {} }
const files = (...all: readonly ReturnType<typeof sheetOf>[]): OpenSource => ({ kind: 'files', files: all })
const cards = (...lines: readonly string[]) => ['BEGIN:VCARD', ...lines, 'END:VCARD', ''].join('\r\n')

describe('a message on its way into the book', () => {
  it('is shown first: what is new, what would change on somebody known', async () => {
    const { db } = newBook()
    add(db, { name: 'Rohan Mehta', phone: '+91 98200 12345', city: 'Pune', languages: [{ language: 'Marathi', fluency: 'native', dialects: [] }] })
    const { people, total } = propose(db, await readSource({ kind: 'message', text: 'Rohan Mehta, 28-32, Andheri, Hindi Marathi, 98200 12345' }))
    expect(total).toBe(1)
    expect(people[0]).toMatchObject({ known: { name: 'Rohan Mehta' }, name: 'Rohan Mehta' })
    expect(people[0]?.facts).toContainEqual({ field: 'city', read: 'Andheri', before: 'Pune', by: 'rules' })
    expect(people[0]?.facts).toContainEqual({ field: 'languages', read: 'Marathi (native), Hindi', before: 'Marathi (native)', by: 'rules' })
  })

  it('goes in without what she unticked, adds to lists instead of replacing them, and remembers where it came from', async () => {
    const { db } = newBook()
    add(db, { name: 'Rohan Mehta', phone: '98200 12345', city: 'Pune', skills: ['tabla'], credits: [{ production: 'Masaan', role: '', kind: '', year: null, director: '' }] })
    const read = await readSource({ kind: 'message', text: 'Name: Rohan Mehta\nCity: Andheri\nSkills: swimming\nFilms: Article 15\nContact: 98200 12345' })
    const { people, bad } = chosen(db, read, { ...none, without: { '1.1': ['city'] } })
    expect(takeIn(db, { people, bad }, { kind: 'message', source: 'a message', at: now().toISOString() })).toMatchObject({ added: 0, updated: 1 })
    expect(talentFactsOf(db, '')[0]).toMatchObject({ city: 'Pune', skills: ['tabla', 'swimming'], credits: [{ production: 'Masaan' }, { production: 'Article 15', kind: 'film' }] })
  })

  it('leaves out who has no name until one is given', async () => {
    const { db } = newBook()
    const read = await readSource({ kind: 'message', text: 'Age: 30\nHeight: 5\'7\nContact: 9920011223' })
    expect(propose(db, read)).toMatchObject({ nameless: 1, people: [{ key: '1.1', name: '' }] })
    expect(chosen(db, read, none)).toMatchObject({ people: [], bad: [{ reason: 'a message: no name was found' }] })
    expect(chosen(db, read, { ...none, names: { '1.1': 'Kavita Rao' } }).people).toMatchObject([{ person: { name: 'Kavita Rao', heightCm: 170 } }])
  })
})

describe('contacts', () => {
  it('reads vCard 3.0 and 4.0: names, phones, addresses, notes with a whole profile', async () => {
    const vcf = cards('VERSION:3.0', 'N:Rao;Kavita;;;', 'FN:Kavita Rao', 'TEL;TYPE=CELL:+91 98200 12345', 'item1.TEL:022-24512345', 'EMAIL:Kavita@Example.org', 'ADR;TYPE=HOME:;;12 Aram Nagar\\, Part 2;Mumbai;MH;400061;India', 'NOTE:28\\, 5\'6\\nMarathi\\, Hindi\\nKathak', 'BDAY:1996-04-12', 'ORG:Runway Talent;')
    const { people } = await readSource(files(sheetOf(vcf, 'contacts.vcf')))
    expect(people[0]?.person).toMatchObject({
      name: 'Kavita Rao', phone: '+91 98200 12345 / 022-24512345', email: 'kavita@example.org', city: 'Mumbai', born: '1996-04-12', heightCm: 168,
      languages: [{ language: 'Marathi' }, { language: 'Hindi' }], skills: ['Kathak'], representation: 'Runway Talent',
    })
    expect(people[0]?.acts).toBe(true)
  })

  it('reads vCard 2.1 with quoted-printable Devanagari, folded lines and pictures', async () => {
    const name = [...new TextEncoder().encode('सीमा')].map(byte => `=${byte.toString(16).toUpperCase()}`).join('')
    const vcf = cards('VERSION:2.1', `FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:${name.slice(0, 12)}=`, name.slice(12), 'TEL;CELL:9839012345', 'PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQSkZJRg', ' ABAQAAAQABAAD', '', 'NOTE:plumber')
    const { people } = await readSource(files(sheetOf(vcf, 'old.vcf')))
    expect(people[0]).toMatchObject({ person: { name: 'सीमा', phone: '9839012345', notes: 'plumber' }, acts: false })
  })

  it('reads ten thousand cards, and lists those without a name', async () => {
    const vcf = Array.from({ length: 10_000 }, (_, at) => cards('VERSION:3.0', ...(at === 7 ? [] : [`FN:Person ${at} Name`]), `TEL:98${String(at).padStart(8, '0')}`)).join('')
    const read = await readSource(files(sheetOf(vcf, 'many.vcf')))
    expect(read.people).toHaveLength(9_999)
    expect(read.unread).toEqual([{ from: 'many.vcf', line: 8, reason: 'contact 8 has no name' }])
  })

  it('never fails on anything that stands between BEGIN and END', () => {
    fc.assert(fc.property(fc.array(fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.constantFrom('BEGIN:VCARD', 'END:VCARD', 'FN:A B', 'N:;;;;', 'TEL;ENCODING=QUOTED-PRINTABLE:=4', ' folded', '=', 'NOTE:x\\n', 'PHOTO;ENCODING=b:AAAA', ':', ';:', 'ADR:;;;;;;')), { maxLength: 30 }), lines => {
      let seen = 0
      readCards(lines.join('\r\n'), () => seen++)
      expect(seen).toBeLessThanOrEqual(lines.join('\r\n').split(/BEGIN:VCARD/iu).length)
    }), { numRuns: 300 })
  })
})

describe('résumés', () => {
  it('reads a PDF with sections and a table of credits, whatever order its columns have', async () => {
    const rows = [
      [[72, 'KAVITA RAO']], [[72, 'kavita.rao@example.org | 98200 12345 | Mumbai']], [], [[72, 'PERSONAL DETAILS']], [[72, 'Date of Birth: 12/04/1996']], [[72, 'Height: 5 ft 6 in']], [],
      [[72, 'TRAINING']], [[72, 'National School of Drama, 2018']], [], [[72, 'FILMS']], [[72, 'Year'], [140, 'Film'], [300, 'Role'], [430, 'Director']],
      [[72, '2019'], [140, 'Article 15'], [300, 'Malti'], [430, 'Anubhav Sinha']], [[72, '2021'], [140, 'Sherni'], [300, 'Jyoti'], [430, 'Amit Masurkar']], [],
      [[72, 'SKILLS']], [[72, 'Kathak, horse riding, swimming']], [], [[72, 'LANGUAGES']], [[72, 'Hindi, Marathi (native), English']],
    ] as const
    const pdf = await drawPdf([rows.map(row => row.map(([x, text]) => [x, text] as const))])
    const { people } = await readSource(files(sheetOf(pdf, 'Kavita Rao.pdf')))
    expect(people).toHaveLength(1)
    expect(people[0]?.person).toMatchObject({
      name: 'Kavita Rao', email: 'kavita.rao@example.org', phone: '98200 12345', city: 'Mumbai', born: '1996-04-12', heightCm: 168, training: 'National School of Drama, 2018',
      credits: [{ production: 'Article 15', role: 'Malti', year: 2019, director: 'Anubhav Sinha', kind: 'film' }, { production: 'Sherni', role: 'Jyoti', year: 2021, director: 'Amit Masurkar', kind: 'film' }],
      skills: ['Kathak', 'horse riding', 'swimming'], languages: [{ language: 'Hindi' }, { language: 'Marathi', fluency: 'native' }, { language: 'English' }],
    })
  })

  it('reads a Word document with a table', async () => {
    const body = paragraph('Sachin Naik') + paragraph('Experience') + table([[paragraph('Production'), paragraph('Role')], [paragraph('Sairat'), paragraph('Salya')]]) + paragraph('Languages: Marathi, Konkani')
    const { people } = await readSource(files(sheetOf(drawDocx(body), 'Sachin.docx')))
    expect(people[0]?.person).toMatchObject({ name: 'Sachin Naik', credits: [{ production: 'Sairat', role: 'Salya' }], languages: [{ language: 'Marathi' }, { language: 'Konkani' }] })
  })

  it('says of a scanned one that its pages are pictures, of a whole script that it is too long', async () => {
    await expect(readSource(files(sheetOf(await drawPdf([[], []]), 'scan.pdf')))).rejects.toMatchObject({ code: 'PROFILE_UNREADABLE', data: { detail: 'its pages are pictures without text' } })
    await expect(readSource(files(sheetOf(await drawPdf(Array.from({ length: 41 }, () => [[[72, 'A page of a script with enough words on it']]])), 'script.pdf')))).rejects.toMatchObject({ code: 'PROFILE_UNREADABLE', data: { detail: 'it has 41 pages' } })
  })
})

/** A PDF that opens with a password that nobody has told: the hashes of it are zeros (ISO 32000-1, 7.6.3). */
async function lockedPdf(): Promise<Uint8Array> {
  const document = await PDFDocument.load(await drawPdf([[[[72, 'Kavita Rao']]]]))
  const zeros = PDFHexString.of('00'.repeat(32))
  document.context.trailerInfo.Encrypt = document.context.obj({ Filter: 'Standard', V: 1, R: 2, O: zeros, U: zeros, P: -4 })
  document.context.trailerInfo.ID = document.context.obj([zeros, zeros])
  return document.save({ useObjectStreams: false })
}

const lockedWord = (): Uint8Array => Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(2_000), Buffer.from('EncryptedPackage', 'utf16le'), Buffer.alloc(500)])

describe('files that bring nobody', () => {
  it.each([['Kavita Rao.pdf', lockedPdf], ['Kavita Rao.docx', lockedWord]])('%s with a password says so, and what to do', async (name, draw) => {
    await expect(readSource(files(sheetOf(await draw(), name)))).rejects.toMatchObject({ code: 'SCRIPT_ENCRYPTED', message: `${name} is locked with a password. Nothing was imported. Save a copy without a password and drop that.` })
  })

  it.each([
    ['empty.vcf', '', 'FILE_EMPTY'],
    ['cards.vcf', 'hello', 'PROFILE_UNREADABLE'],
    ['binary.vcf', Uint8Array.from({ length: 2_000 }, (_, at) => (at * 7) % 32), 'PROFILE_UNREADABLE'],
    ['other.json', '{"a":1}', 'PROFILE_UNREADABLE'],
    ['cut.json', '{"castmatch":"talent","version":1,"people":[{"na', 'PROFILE_UNREADABLE'],
    ['newer.json', '{"castmatch":"talent","version":2,"people":"in another shape"}', 'EXPORT_NEWER'],
    ['cut.pdf', '%PDF-1.7 and then nothing', 'FILE_UNREADABLE'],
    ['zip.docx', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]), 'FILE_UNREADABLE'],
    ['picture.pdf', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 0, 1, 2, 3]), 'PROFILE_UNREADABLE'],
  ])('%s is refused with a reason', async (name, content, code) => {
    await expect(readSource(files(sheetOf(content, name)))).rejects.toMatchObject({ code })
  })

  it('does not keep the other files from coming in', async () => {
    const read = await readSource(files(sheetOf('hello', 'a.vcf'), sheetOf('Name: Asha Rane\nAge: 25\nHeight: 5\'4', 'asha.txt')))
    expect(read.people.map(({ key, person }) => [key, person.name])).toEqual([['2.1', 'Asha Rane']])
    expect(read.unread).toEqual([{ from: 'a.vcf', line: 1, reason: 'it holds no contacts' }])
  })
})

describe('an export of CastMatch', () => {
  const whole: TalentFacts = {
    ...unknownFacts, name: 'Devi Rao', legalName: 'Devika Rao', spellings: ['Devi Rav'], gender: 'female', playingRange: { from: 30, to: 40 }, born: '1990-02-01', heightCm: 165, city: 'Mumbai',
    languages: [{ language: 'Hindi', fluency: 'fluent', dialects: ['Bambaiya'] }], skills: ['=HYPERLINK("x")'], credits: [{ production: 'Masaan', role: 'Devi', kind: 'film', year: 2015, director: 'Neeraj Ghaywan' }],
    phone: '+91 98200 11111', email: 'devi@example.org', fee: { from: 100, to: 200, currency: 'INR', per: 'day', asOf: null }, availability: [{ span: { from: '2026-03-01', to: '2026-03-09' }, state: 'free' }],
    links: ['https://example.org'], tags: ['theatre'], notes: '=1+1', consent: { given: true, on: '2026-01-01', purpose: 'casting' }, guardian: { name: 'A', relation: 'mother', phone: '1' },
    conflicts: [{ brand: 'Lux', category: 'soap', territory: 'India', until: null }],
  }

  it('comes back equal, everybody with every fact', async () => {
    const [from, to] = [newBook(), newBook()]
    add(from.db, whole)
    add(from.db, { name: 'Asha Rane' })
    const read = await readSource(files(sheetOf(await exportTalent(from.db, null, 'json', now()), 'book.json')))
    takeIn(to.db, chosen(to.db, read, none), { kind: 'export', source: 'book.json', at: now().toISOString() })
    const facts = (db: typeof from.db) => talentFactsOf(db, '').map(({ id: _id, source: _source, createdAt: _created, updatedAt: _updated, indexed: _indexed, ...rest }) => rest)
    expect(facts(to.db)).toEqual(facts(from.db))
    expect(takeIn(to.db, chosen(to.db, read, none), { kind: 'export', source: 'book.json', at: now().toISOString() })).toMatchObject({ added: 0, updated: 0, unchanged: 2 })
  })

  it('as a sheet holds no formula', async () => {
    const { db } = newBook()
    add(db, whole)
    const csv = new TextDecoder().decode(await exportTalent(db, null, 'csv', now()))
    expect(csv).toContain(`"'=HYPERLINK(""x"")"`)
    expect(csv).toContain("'=1+1")
    expect((await exportTalent(db, null, 'xlsx', now())).byteLength).toBeGreaterThan(2_000)
  })
})
