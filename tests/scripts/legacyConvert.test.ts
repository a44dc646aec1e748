import { describe, expect, it } from 'vitest'
import { impossibleWord } from '../../src-preload/contract/devanagari.ts'
import { convertLegacy, legacyTables, type LegacyTable } from '../../src-main/scripts/legacyFontConvert.ts'
import { legacyFontNamed } from '../../src-main/scripts/legacyFontNames.ts'

/** What a typist of Kruti Dev types, and what it says. */
const krutiDev: readonly (readonly [typed: string, says: string])[] = [
  // Vowels and their signs
  ['v/kwjk', 'अधूरा'], ['vkneh', 'आदमी'], ['bruk', 'इतना'], ["bZ'oj", 'ईश्वर'], ['m/kj', 'उधर'], ['Åij', 'ऊपर'], ['_f"k', 'ऋषि'], [',d', 'एक'], [',slk', 'ऐसा'],
  ['vksl', 'ओस'], ['vkSjr', 'औरत'], ['d`ik', 'कृपा'], ['?kj', 'घर'], ['esa', 'में'], ['gS', 'है'], ['gSa', 'हैं'], ['eqq>s', 'मुझे'], ['MkWDVj', 'डॉक्टर'], ['vkWfQl', 'ऑफिस'],
  // Short i stands before its syllable
  ['fnu', 'दिन'], ["f'k{kk", 'शिक्षा'], ['fLFkfr', 'स्थिति'], ['fgUnh', 'हिन्दी'], ['fganh', 'हिंदी'], ['pfy,', 'चलिए'], ['fopkj', 'विचार'], ['dfork', 'कविता'], ['fØdsV', 'क्रिकेट'],
  // Reph stands behind its syllable
  ['iwfrZ', 'पूर्ति'], ['fu/kkZfjr', 'निर्धारित'], ["vk'khokZn", 'आशीर्वाद'], ['o"kks±', 'वर्षों'], ['dhfrZ', 'कीर्ति'], ['lw;Z', 'सूर्य'], ['njokts', 'दरवाजे'], ['crZu', 'बर्तन'], ['vFkZ', 'अर्थ'],
  ['xehZ', 'गर्मी'], ['dk;ZØe', 'कार्यक्रम'], ['ekxZ', 'मार्ग'], ['i;kZIr', 'पर्याप्त'],
  // Rakar
  ['xzke', 'ग्राम'], ['izse', 'प्रेम'], ['çse', 'प्रेम'], ['jk"Vªh;', 'राष्ट्रीय'], ['iz/kkuea=h', 'प्रधानमंत्री'], ['lM+d', 'सड़क'], ['leqnz', 'समुद्र'], ['Hkze', 'भ्रम'], ['iqfyl LVs\'ku', 'पुलिस स्टेशन'],
  // Half letters and conjuncts
  ['D;k', 'क्या'], ['fo|ky;', 'विद्यालय'], ['cPpk', 'बच्चा'], ['fpÙk', 'चित्त'], ['Jherh', 'श्रीमती'], ['{kek', 'क्षमा'], ['Kku', 'ज्ञान'], ['d`".k', 'कृष्ण'], ['{ks=', 'क्षेत्र'], ['cq)', 'बुद्ध'],
  ['}kj', 'द्वार'], ['vUu', 'अन्न'], ['xqLlk', 'गुस्सा'], ['i`Foh', 'पृथ्वी'], ['vk¡lw', 'आँसू'], ['fgEer', 'हिम्मत'], ['Hkk"kk', 'भाषा'], ['/;ku', 'ध्यान'], ['jk.kk', 'राणा'], ['#i;k', 'रुपया'], [':i', 'रूप'],
  ['czã', 'ब्रह्म'], ['izÜu', 'प्रश्न'], ['eV~Bh', 'मट्ठी'],
  // Nukta, chandrabindu, anusvara, visarga
  ["[+kq'kh", 'ख़ुशी'], ['t+ehu', 'ज़मीन'], ['yM+dk', 'लड़का'], ['i<+kbZ', 'पढ़ाई'], ['dgk¡', 'कहाँ'], ['gk¡', 'हाँ'], ['jax', 'रंग'], ['nq%[k', 'दुःख'], ['ugha', 'नहीं'], ['D;ksa', 'क्यों'],
  // Signs and digits
  ['jke vk;kA', 'राम आया।'], ['dgk¡ tkvksxs\\', 'कहाँ जाओगे?'], ['gk¡] ugha', 'हाँ, नहीं'], ['¼/khjs ls½', '(धीरे से)'], ["n`'; 12", 'दृश्य 12'], ['ƒ„…†‡', '१२३४५'], ['ßpyksÞ', '"चलो"'], ['jke&lhrk', 'राम-सीता'],
]

describe('text typed for Kruti Dev', () => {
  it.each(krutiDev)('reads %s as %s', (typed, says) => {
    expect(convertLegacy(typed, 'kruti')).toBe(says.normalize('NFC'))
  })

  it('has no word with a spelling that cannot be', () => {
    expect(krutiDev.flatMap(([typed]) => convertLegacy(typed, 'kruti').split(' ')).filter(impossibleWord)).toEqual([])
  })

  it('takes a sign that was typed before the stroke of its letter', () => {
    expect(convertLegacy('.sk', 'kruti')).toBe('णे')
    expect(convertLegacy('esaZ', 'kruti')).toBe('र्में')
  })

  it('leaves what no table knows as it is, and the word is one that cannot be', () => {
    const word = convertLegacy('jkeÛ', 'kruti')
    expect(word).toBe('रामÛ')
    expect(impossibleWord(word)).toBe(true)
  })
})

describe('the other layouts whose table is published', () => {
  it.each<readonly [LegacyTable, string, string]>([
    ['walkman', 'esjk uke jke gS', 'मेरा नाम राम है'], ['walkman', 'osQ', 'के'], ['walkman', 'iwQy', 'फूल'], ['walkman', 'o"kZ', 'वर्ष'], ['walkman', '/u', 'धन'], ['walkman', 'Nk=k', 'छात्र'], ['walkman', 'izfr', 'प्रति'],
    ['chanakya', '×ðÚUæ Ùæ× ÚUæ× ãñU', 'मेरा नाम राम है'], ['chanakya', 'çãU‹Îè', 'हिन्दी'], ['chanakya', '·¤æØü', 'कार्य'], ['chanakya', 'Âýð×', 'प्रेम'], ['chanakya', 'ÿæ×æ', 'क्षमा'], ['chanakya', '¥æˆ×æÐ', 'आत्मा।'],
    ['shusha', 'maora naama rama hO', 'मेरा नाम राम है'], ['shusha', 'ihndI', 'हिन्दी'], ['shusha', 'p`oma', 'प्रेम'], ['shusha', 'Sai@t', 'शक्ति'], ['shusha', 'kaya-', 'कार्य'], ['shusha', 'ha^M', 'हाँ'], ['shusha', 'iSaxaa', 'शिक्षा'],
    ['shree', '_oam Zm_ am_ h¡', 'मेरा नाम राम है'], ['shree', 'qhXr', 'हिंदी'], ['shree', 'H$m`©', 'कार्य'], ['shree', 'ào_', 'प्रेम'], ['shree', '[ejm', 'शिक्षा'], ['shree', 'd|', 'वें'],
    ['surekh', '¨Éä®É xÉÉ¨É ®É¨É ½è', 'मेरा नाम राम है'], ['surekh', 'EòÉªÉÇ', 'कार्य'], ['surekh', '|Éä¨É', 'प्रेम'], ['surekh', 'Ê´ÉSÉÉ®', 'विचार'], ['surekh', '<Ç¶´É®', 'ईश्वर'],
  ])('%s: %s', (table, typed, says) => {
    expect(convertLegacy(typed, table)).toBe(says.normalize('NFC'))
  })

  it('gives every layout each of the letters that Hindi cannot do without', () => {
    const letters = [...'कखगघचछजझटठडढणतथदधनपफबभमयरलवशषसहअइउएािीुूेैं']
    const made = (table: LegacyTable): string => Array.from({ length: 224 }, (_, at) => new TextDecoder('windows-1252').decode(Uint8Array.of(at + 32)))
      .map(letter => convertLegacy(letter, table)).join(' ')
    const lacking = legacyTables.map(table => [table, letters.filter(letter => !made(table).includes(letter)).join('')])
    expect(lacking).toEqual(legacyTables.map(table => [table, '']))
  })

  it('ends on anything that can stand in a file, in Unicode that is normal', () => {
    for (const table of legacyTables) {
      const all = Array.from({ length: 4000 }, (_, at) => String.fromCharCode(33 + ((at * 7919) % 223))).join('')
      const says = convertLegacy(all, table)
      expect(says).toBe(says.normalize('NFC'))
      expect(says).not.toMatch(/[\ue000-\ue002]/u)
    }
  })
})

describe('the name of a font', () => {
  it.each([
    ['ABCDEF+KrutiDev010', 'Kruti Dev 010', true], ['Kruti Dev 011', 'Kruti Dev 011', true], ['KrutiDev040Wide,Bold', 'Kruti Dev 040', true], ['DevLys010', 'DevLys 010', true],
    ['Shusha02', 'Shusha 02', true], ['SHREE-DEV-0714', 'SHREE-DEV-0714', true], ['ShreeDev0714', 'ShreeDev0714', true], ['Shree-Lipi', 'Shree-Lipi', false], ['SHREE-GUJ-0768', 'SHREE-GUJ-0768', false],
    ['AkrutiDevPriya', 'AkrutiDevPriya', false], ['Chanakya', 'Chanakya', true], ['Walkman-Chanakya-905', 'Walkman-Chanakya 905', true], ['Chanakya905Bold', 'Walkman-Chanakya 905', true],
    ['APS-C-DV-Prakash', 'APS-C-DV-Prakash', false], ['DV-TTSurekh-Normal', 'DV-TTSurekh', true], ['DV-TTSurekhEN', 'DV-TTSurekhEN', false], ['DVB-TTSurekh', 'DVB-TTSurekh', false], ['DV_Divyae', 'DV_Divyae', false],
    ['Susha', 'Susha', false], ['LMG-Arun', 'LMG-Arun', false], ['TERAFONT-VARUN', 'TERAFONT-VARUN', false], ['AnmolLipi', 'AnmolLipi', false], ['GurbaniAkhar', 'GurbaniAkhar', false], ['SutonnyMJ', 'SutonnyMJ', false],
  ])('%s is %s', (stated, name, converts) => {
    const font = legacyFontNamed(stated)
    expect([font?.name, font?.table !== null]).toEqual([name, converts])
  })

  it.each(['Mangal', 'ABCDEF+NirmalaUI-Bold', 'Kokila', 'Aparajita', 'Utsaah', 'Arial Unicode MS', 'ArialUnicodeMS', 'NotoSansDevanagari', 'Courier', 'CourierFinalDraft', 'Times New Roman', 'AnmolUni',
    'SutonnyOMJ', 'Kruti Dev Unicode', 'Agrandir', 'Apsara', 'Devanagari MT', 'Shreya', 'Kirana', 'Josefin', ''])('%s is no legacy font', stated => {
    expect(legacyFontNamed(stated)).toBeNull()
  })
})
