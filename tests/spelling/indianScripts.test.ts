import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isIndianScript, romanSpelling } from '../../src-main/spelling/indianScripts.ts'

describe('a name in an Indian script', () => {
  it.each([
    ['विजयलक्ष्मी राव', 'vijaylakshmi rav'], ['राजकुमार', 'rajkumar'], ['कमला', 'kamla'], ['कृष्ण', 'krishna'], ['अनंत', 'anant'], ['देवदत्त', 'devdatta'],
    ['प्रियंका चोपड़ा', 'priyanka chopra'], ['ज़ीनत अमान', 'zinat aman'], ['सई ताम्हणकर', 'sai tamhankar'],
    ['শ্রেয়া ঘোষাল', 'shreya ghoshal'], ['অমিতাভ', 'amitabh'], ['ગીતા પટેલ', 'gita patel'], ['ਹਰਪ੍ਰੀਤ ਸਿੰਘ', 'haraprit singh'],
    ['ராஜேஷ்', 'rajesh'], ['செல்வம்', 'selvam'], ['గాయత్రి', 'gayatri'], ['ರಾಜ್ ಕುಮಾರ್', 'raj kumar'], ['മോഹൻലാൽ', 'mohanlal'],
  ])('%s is spelt %s', (written, spelt) => expect(romanSpelling(written)).toBe(spelt))

  it('leaves Roman letters, digits and other scripts as they are', () => {
    expect(romanSpelling('José 12, 王, राम')).toBe('José 12, 王, ram')
  })

  it('leaves no letter of an Indian script, whatever the order of its letters', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0x900, max: 0xd7f }), { maxLength: 20 }), codes => {
      const text = String.fromCodePoint(...codes)
      const assigned = [...text].filter(letter => /\p{L}/u.test(letter)).join('')
      expect(isIndianScript(romanSpelling(assigned).replace(/[^\p{L}]/gu, ''))).toBe(false)
    }))
  })
})
