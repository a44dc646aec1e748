import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readProfiles } from '../../src-main/talent/text/readProfile.ts'

const read = (text: string) => readProfiles(text, 'message').map(({ facts }) => facts)
const one = (text: string) => read(text)[0]

describe('reading a message', () => {
  it('reads a person said in one breath', () => {
    expect(one('Hi sir, Rohan Mehta, 5\'11", age 28-32, Andheri, Hindi Marathi English, theatre NSD 2016, ads: Swiggy, Tata Tea, 98200 12345, insta @rohan.mehta')).toMatchObject({
      name: 'Rohan Mehta', heightCm: 180, playingRange: { from: 28, to: 32 }, city: 'Andheri', languages: [{ language: 'Hindi' }, { language: 'Marathi' }, { language: 'English' }],
      credits: [{ production: 'Swiggy', kind: 'ad' }, { production: 'Tata Tea', kind: 'ad' }], phone: '98200 12345', links: ['@rohan.mehta'],
    })
  })

  it('reads labels in Devanagari, with their figures', () => {
    expect(one('नाम: सीमा त्रिपाठी\nउम्र: ३५-४०\nकद: ५\'३"\nभाषा: हिंदी, भोजपुरी\nमोबाइल: ९८३९०१२३४५')).toMatchObject({
      name: 'सीमा त्रिपाठी', playingRange: { from: 35, to: 40 }, heightCm: 160, languages: [{ language: 'Hindi' }, { language: 'Bhojpuri' }], phone: '9839012345',
    })
  })

  it('tells two people of one paste apart, each with their own phone', () => {
    expect(read('Name: Anita Joshi\nAge: 45\nContact: 9422012345\n\nName: Suresh Patil\nAge: 55\nContact: 9422054321').map(({ name, phone }) => [name, phone])).toEqual([['Anita Joshi', '9422012345'], ['Suresh Patil', '9422054321']])
  })

  it('takes the sender of a forwarded message for the name where the message has none', () => {
    expect(one('[15/08/24, 7:12 PM] Tarun Actor: Good evening sir\nAge 36, height 5\'9, Dehradun')).toMatchObject({ name: 'Tarun', playingRange: { from: 36, to: 36 } })
  })

  it('takes languages at the end of a line for languages, whatever the next line begins with', () => {
    expect(one('Rohan Mehta, Hindi Marathi\ntheatre NSD 2016')?.languages).toMatchObject([{ language: 'Hindi' }, { language: 'Marathi' }])
    expect(one('Rohan Mehta, 9820012345\nMarathi theatre for six years')?.languages).toBeUndefined()
  })

  it('keeps what it does not understand in the notes', () => {
    expect(one('Name: Simran Gill\nAge: 24\nWeight: 56 kg\nI was a nurse for five years')?.notes).toBe('Weight: 56 kg\nI was a nurse for five years')
  })

  it('finds nobody in mere talk', () => {
    expect(read('Ok sir, will send the audition by tomorrow evening. Thank you')).toEqual([])
  })

  it('does not take a city for a name, nor eight years of theatre for an age', () => {
    expect(one('Mumbai\n8 years of theatre\nKavita Rao\n9820012345')).toMatchObject({ name: 'Kavita Rao', city: 'Mumbai', credits: [{ production: '8 years of theatre' }] })
    expect(one('Mumbai\n8 years of theatre\nKavita Rao\n9820012345')?.playingRange).toBeUndefined()
  })
})

describe('reading any text at all', () => {
  const words = fc.constantFrom('Rohan', 'Mehta', 'Age', ':', '-', '28', '5\'7"', ',', '\n', '\n\n', 'Hindi', '98200 12345', 'Name', '(', '[', '12/03/24, 9:41 PM]', '🎭', 'ads:', '*bold*', 'नाम', '@x_y', 'https://a.b/c', '1)', '.', '\t', '\r\n', 'https://')
  const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.array(words, { maxLength: 40 }).map(parts => parts.join(' ')))

  it('never fails, gives the same twice, and every letter of a person lies in a mark', () => {
    fc.assert(fc.property(text, fc.constantFrom('message' as const, 'resume' as const), (source, kind) => {
      const people = readProfiles(source, kind)
      expect(readProfiles(source, kind)).toEqual(people)
      for (const { marks, span } of people) {
        const marked = new Set(marks.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, index) => from + index)))
        const bare = source.slice(span.from, span.to).split('').flatMap((sign, index) => (/[a-z0-9\u0904-\u0939]/iu.test(sign) && !marked.has(span.from + index) ? [index] : []))
        expect(bare, JSON.stringify(source)).toEqual([])
        for (const { from, to } of marks) expect(from < to && from >= span.from && to <= span.to).toBe(true)
      }
    }), { numRuns: 300 })
  })

  it('reads a long paste in one pass: four times the text takes no more than some eight times the steps', () => {
    const message = 'Name: Anita Joshi\nAge: 45-52, Nagpur\nMarathi, Hindi\nAds: Lux, Vim\n9422012345\n\n'
    const cost = (count: number) => {
      const began = process.cpuUsage()
      expect(readProfiles(message.repeat(count), 'message')).toHaveLength(count)
      const { user, system } = process.cpuUsage(began)
      return user + system
    }
    cost(20)
    expect(cost(400) / cost(100)).toBeLessThan(12)
  })
})
