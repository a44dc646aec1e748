import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { likeNames, type ComparedRole, type LikeNames } from '../../src-main/roles/likeNames.ts'
import { smallWords } from '../../src-main/roles/mentions.ts'
import { readScript } from '../../src-main/scripts/readScript.ts'
import type { RoleId } from '../../src-preload/contract/roles.ts'
import { haveSharedFixtures, sharedFixture } from '../scripts/sharedFixtures.ts'

/** A role in short: its name, its speeches, and the numbers of its scenes. */
type Short = readonly [name: string, speeches?: number, scenes?: readonly number[]]

const roleOf = ([name, speeches = 5, scenes = []]: Short, at: number): ComparedRole => ({
  id: `${at} ${name}` as RoleId, name, speeches, gender: null, scenes: new Map(scenes.map(scene => [`script ${scene}`, String(scene)])),
})
const compare = (roles: readonly Short[], common = ''): readonly LikeNames[] =>
  likeNames(roles.map(roleOf), { isCommon: word => common.toUpperCase().split(' ').includes(word.toUpperCase()) })
const nameIn = (id: RoleId): string => id.replace(/^\d+ /, '')
const inWords = (found: readonly LikeNames[]): readonly string[] => found.map(({ into, from, reason }) => `${nameIn(into)} <- ${nameIn(from)}: ${reason}`)
const said = (roles: readonly Short[], common?: string): readonly string[] => inWords(compare(roles, common))

describe('two names that are one', () => {
  it.each([
    ['CAPTAIN SINGH', 'CAPT. SINGH', 'CAPT is short for CAPTAIN'],
    ['INSPECTOR YADAV', 'INSP YADAV', 'INSP is short for INSPECTOR'],
    ['SHRIMATI RAO', 'SMT. RAO', 'SMT is short for SHRIMATI'],
    ['CONSTABLE KAMBLE', 'CONST. KAMBLE', 'CONST is short for CONSTABLE'],
    ['ADVOCATE MEHTA', 'ADV MEHTA', 'ADV is short for ADVOCATE'],
    ['DOCTOR BENNETT', 'DR BENNETT', 'DR is short for DOCTOR'],
    ['DR. BENNETT', 'DR BENNETT', 'the same but for punctuation'],
    ['A.K. HANGAL', 'AK HANGAL', 'the same but for punctuation'],
    ['SUIT #1', 'SUIT 1', 'the same but for punctuation'],
    ['GUARD TWO', 'GUARD 2', 'the same but for punctuation'],
    ['BOY1', 'BOY 1', 'the same letters, spaced otherwise'],
    ['ANNE-MARIE', 'ANNEMARIE', 'the same letters, spaced otherwise'],
    ["MEERA'S MOTHER", 'MEERA’S MOTHER', 'the same but for punctuation'],
    ['EDWARD AND WILL', 'WILL & EDWARD', 'the same people together'],
    ['VIJAYALAXMI', 'VIJAYLAXMI', 'spelt alike'],
    ['VIJAYLAKSHMI', 'VIJAYLAXMI', 'spelt alike'],
    ['VIJAY LAXMI', 'VIJAYALAKSHMI', 'spelt alike'],
    ['DALJEET', 'DALJIT', 'spelt alike'],
    ['RAMANNA', 'RAMANNAA', 'spelt alike'],
    ['MEERA', 'MIRA', 'spelt alike'],
    ['CHAUDHARY', 'CHOWDHARI', 'spelt alike'],
    ['BHOLA PEHLWAN', 'BHOLA PEHALWAN', 'spelt alike'],
    ['SARAH', 'SARAAH', 'spelt alike'],
    ['INSPECTOR DALJEET', 'INSP. DALJIT', 'spelt alike'],
    ['CATHARINE', 'CATHERINE', 'a letter or two apart'],
    ['SHATRUGHAN', 'SHATRUHGAN', 'a letter or two apart'],
    ['NANDINI', 'NANDNI', 'a letter or two apart'],
    ['MEERA', 'मीरा', 'one name in Roman and in Devanagari'],
    ['DOCTOR SHARMA', 'डॉ. शर्मा', 'one name in Roman and in Devanagari'],
    ['KRISHNA', 'कृष्ण', 'one name in Roman and in Devanagari'],
    ['VIJAYLAXMI', 'विजयलक्ष्मी', 'one name in Roman and in Devanagari'],
    ['NANDINI RAO', 'नंदिनी राव', 'one name in Roman and in Devanagari'],
    ['SIPAHI 2', 'सिपाही २', 'one name in Roman and in Devanagari'],
    ['NANDINI RAO', 'NANDINI', 'the only NANDINI'],
    ['NANDINI RAO', 'RAO', 'the only RAO'],
    ['VERMA JI', 'VERMA', 'the only VERMA'],
    ['KAMBLE', 'CONSTABLE KAMBLE', 'the only KAMBLE'],
    ['ANKITA', "ANKITA'S VOICE", 'the voice of ANKITA'],
    ['RAGOS', 'VOICE OF RAGOS', 'the voice of RAGOS'],
    ['DEVI', 'DEVI ON PHONE', 'the voice of DEVI'],
  ])('finds %s in %s', (into, from, how) => {
    expect(said([[into, 9, [1, 2]], [from, 3, [3]], ['GHANSHYAM', 4, [3]]])).toEqual([`${into} <- ${from}: ${how}, never in one scene`])
  })

  it('goes into the one that speaks more, and into the fuller name where they speak as much', () => {
    expect(said([['DALJIT', 9], ['DALJEET', 25]])).toEqual(['DALJEET <- DALJIT: spelt alike, never in one scene'])
    expect(said([['NANDINI', 4], ['NANDINI RAO', 4]])).toEqual(['NANDINI RAO <- NANDINI: the only NANDINI, never in one scene'])
  })

  it('takes a slip in a shorter name only where that name is hardly heard', () => {
    expect(said([['ADITYA', 315], ['ADITA', 1]])).toEqual(['ADITYA <- ADITA: a letter or two apart, never in one scene'])
    expect(said([['ADITYA', 315], ['ADITA', 40]])).toEqual([])
  })
})

describe('two names that speak in one scene', () => {
  it('are weaker and say where', () => {
    const [together] = compare([['DALJEET', 25, [3, 12]], ['DALJIT', 9, [12, 14]]])
    const [never] = compare([['DALJEET', 25, [3]], ['DALJIT', 9, [14]]])
    expect(together?.reason).toBe('spelt alike, but both speak in scene 12')
    expect(together?.strength).toBeLessThan(never?.strength ?? 0)
  })

  it('are two where only a part of the name, or a slip in a name much heard, would make them one', () => {
    expect(said([['NANDINI RAO', 9, [1]], ['NANDINI', 3, [1]]])).toEqual([])
    expect(said([['KAMBLE', 9, [1]], ['CONSTABLE KAMBLE', 3, [1]]])).toEqual([])
    expect(said([['NANDINI', 9, [1]], ['NANDNI', 8, [1]]])).toEqual([])
  })
})

describe('two names that are two people', () => {
  it.each([
    ['MR MISHRA', 'MRS MISHRA'], ['MR. MISHRA', 'SMT MISHRA'], ['CAPTAIN SINGH', 'MAJOR SINGH'], ['INSPECTOR YADAV', 'SUB INSPECTOR YADAV'], ['MR BENNETT', 'DR BENNETT'],
    ['GUARD 1', 'GUARD 2'], ['GUARD', 'GUARD 1'], ['GUARD ONE', 'GUARD TWO'], ['COP I', 'COP II'], ['SUIT #1', 'SUIT #2'], ['LAWYER 1', 'LAWYER'], ['KK', 'K'],
    ['WILL', 'YOUNG WILL'], ['EDWARD', 'ADULT EDWARD'], ['GIRL', 'LITTLE GIRL'], ['TINA', 'OLD TINA'], ['TINA', 'REAL TINA'], ['MEERA', 'TEEN MEERA'], ['MEERA', 'YOUNG MIRA'], ['YOUNG DR. BENNETT', 'DR. BENNETT'],
    ['WILL', "WILL'S DATE"], ['SHAALU', "SHAALU'S MOTHER"], ["SHAALU'S FATHER", "SHAALU'S MOTHER"], ['FATHER', "SHAALU'S FATHER"], ['MEERA', 'MEERA KI MAA'], ['SHAALU', 'SHAALU MOTHER'],
    ['RAMESH', 'RAKESH'], ['RAJESHWAR', 'RAMESHWAR'], ['SURESH', 'SUDESH'], ['SUNIL', 'SUNILA'], ['MANISH', 'MANISHA'], ['DEEPAK', 'DEEPIKA'], ['KAMAL', 'KAMLA'], ['RAJ', 'RAJA'],
    ['SHYAM', 'SHYAMA'], ['DEVA', 'DEVI'], ['KIRAN', 'KARAN'], ['HARISH', 'HARSH'], ['CARLSON', 'CARSON'], ['MOHIT', 'ROHIT'], ['RAGHAV', 'RAGHAVAN'], ['CHRISTIAN', 'CHRISTINA'], ['JULIA', 'JULIE'], ['CARLO', 'CARLA'],
    ['JING', 'PING'], ['BABA', 'BABU'], ['SHARMA', 'SHAMA'], ['BHOLA', 'BOLA'], ['ALL', 'ALLA'], ['MAN', 'THE MAN'], ['AMAN', 'A MAN'], ["MAN'S VOICE", 'MAN'], ['VOICE', 'A VOICE'], ['POLICEMAN', 'POLICEMEN'],
    ['FISHERMAN', 'FISHERMEN'], ['INSPECTOR', 'INSPECTOR MISHRA'], ['CONSTABLE', 'CONSTABLE KAMBLE'], ['SWAMI JI', 'SWAMI'], ['EDWARD', 'EDWARD AND WILL'], ['RAVI/MEERA', 'RAVI'],
    ['मीरा', 'मोहन'], ['राम', 'RAMA'],
  ])('leaves %s and %s apart', (one, other) => {
    expect(said([[one, 6, [1]], [other, 5, [2]]])).toEqual([])
  })

  it('leaves a part of a name apart that fits two, or that the script writes small', () => {
    expect(said([['NANDINI'], ['NANDINI RAO'], ['NANDINI SHARMA']])).toEqual([])
    expect(said([['RAO'], ['NANDINI RAO'], ['MRS RAO']])).toEqual([])
    expect(said([['EMCEE'], ['COMEDY CLUB EMCEE']], 'comedy club emcee')).toEqual([])
    expect(said([['TINA'], ['CHEERFUL TINA']], 'cheerful')).toEqual([])
  })

  it('takes the first name for the person where the last name is a role too', () => {
    expect(said([['NANDINI RAO', 9], ['NANDINI', 3], ['RAO', 2]])).toEqual(['NANDINI RAO <- NANDINI: the only NANDINI, never in one scene'])
  })

  it('leaves alike names apart that are a woman and a man', () => {
    const [one, other] = [roleOf(['DALJEET', 9], 0), roleOf(['DALJIT', 3], 1)]
    expect(likeNames([{ ...one, gender: 'female' }, { ...other, gender: 'male' }], { isCommon: () => false })).toEqual([])
    expect(likeNames([{ ...one, gender: 'male' }, { ...other, gender: 'male' }], { isCommon: () => false })).toHaveLength(1)
  })

  it('leaves the everyday first names of two languages all apart', () => {
    const names = 'AARTI ABHAY AJAY AKASH AMAR AMIT AMRITA ANAND ANIL ANITA ANJALI ANKIT ARJUN ARUN ARUNA ASHA ASHISH ASHOK BABLU BHARAT BHARTI CHETAN DEEPA DEEPTI DINESH DIVYA FARHAN ' +
      'FARIDA GAURAV GAURI GEETA GOPAL HARI HEMA IMRAN IRFAN JATIN JAYA JYOTI KABIR KAJAL KALYANI KAVITA KIRAN KISHAN LALIT LATA MADHU MADHURI MAHESH MALA MANISH MANISHA MANOJ MEENA MOHAN ' +
      'MOHINI MUKESH NARESH NEELA NEHA NIKHIL NITIN PANKAJ PAWAN POOJA PRAKASH PRAVEEN PREETI PRIYA RADHA RAHUL RAJESH RAKESH RAMESH RASHMI RATAN RAVI REENA REKHA RITU ROHAN ROHIT SACHIN SAMIR ' +
      'SANDEEP SANJAY SARITA SAVITA SEEMA SHANTI SHARAD SHEELA SHILPA SHOBHA SHYAM SMITA SONIA SUDHA SUDHIR SUJATA SUMAN SUNIL SUNITA SURESH SUSHMA TARA UMA USHA VARSHA VEENA VIJAY VIKAS VIKRAM ' +
      'VIMAL VIMLA VINAY VINOD YASH ADAM ALAN ALICE AMY ANDREW ANGELA ANNE ARTHUR BARRY BEN BETTY BRIAN CAROL CAROLINE CHARLES CHARLOTTE CLAIRE DANIEL DAVID DENISE DENNIS DIANA DONALD DOROTHY ' +
      'EDWARD ELLEN EMILY EMMA ERIC FRANCES FRANK GARY GEORGE GLORIA GRACE HARRY HELEN HENRY JAMES JANE JANET JASON JEAN JENNIFER JENNY JOAN JOSEPH JOSEPHINE JOYCE JUDITH JUDY JUSTIN KATE KEITH ' +
      'KENNETH KEVIN LARRY LAURA LINDA LISA LUCY MARGARET MARIE MARK MARTHA MARTIN MATTHEW MICHAEL MICHELLE NANCY NICHOLAS NICOLE OLIVER PATRICK PATRICIA PAUL PETER PHILIP RACHEL RALPH REBECCA ' +
      'RICHARD ROBERT ROGER RONALD ROSE RUTH RYAN SAMUEL SANDRA SEAN SHARON SIMON SOPHIE STEPHEN SUSAN TERESA THOMAS TIMOTHY VICTOR VICTORIA VIRGINIA WALTER WAYNE WILLIAM'
    expect(said(names.split(' ').map((name, at) => [name, at % 3 === 0 ? 1 : 12] as const))).toEqual([])
  })
})

describe('many names', () => {
  it('compares 500 within the blink of an eye, and 3,000 of one sound without hanging', () => {
    const syllables = 'ra me sha vi ka lo pe dhu ni sa gu te'.split(' ')
    const many = Array.from({ length: 500 }, (_, at): Short => [`${[at % 12, Math.floor(at / 12) % 12, (at * 7) % 12].map(i => syllables[i]).join('')} ${at % 50}`.toUpperCase()])
    const start = performance.now()
    compare([...many, ['VIJAYLAXMI', 3], ['VIJAYALAXMI', 9]])
    expect(performance.now() - start).toBeLessThan(500)
    const again = performance.now()
    compare(Array.from({ length: 3_000 }, (_, at): Short => [`MAARAAAN ${'A'.repeat(at % 40)}E${'I'.repeat(Math.floor(at / 40))}`]))
    expect(performance.now() - again).toBeLessThan(3_000)
  })

  it('never throws, and never pairs a role with itself', () => {
    const names = fc.array(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 30 }), fc.constantFrom("'S", 'DR', 'MR AND', '1', '-', 'VOICE', 'AND', 'जी', 'MEERA', 'MIRA')), { maxLength: 12 })
    fc.assert(fc.property(names, list => {
      for (const { into, from, strength } of compare(list.map(name => [name]))) {
        expect(into).not.toBe(from)
        expect(strength > 0 && strength <= 1).toBe(true)
      }
    }), { numRuns: 500 })
  })
})

describe.skipIf(!haveSharedFixtures('suggested merges of real scripts'))('real scripts', () => {
  const suggestedIn = async (path: string): Promise<readonly string[]> => {
    const { reading, elements } = await readScript(sharedFixture(path), path.split('/').at(-1) ?? path)
    const small = smallWords(elements)
    const roles = reading.characters.filter(({ speeches }) => speeches > 0)
    return inWords(likeNames(roles.map(({ name, speeches, scenes }, at) => roleOf([name, speeches, scenes.map(scene => Number(reading.scenes[scene]?.number ?? scene + 1))], at)), {
      isCommon: word => small.has(word.toUpperCase()),
    }))
  }

  it('suggests in five of them what a reader would, and nothing else', async () => {
    expect(await suggestedIn('scripts/pdf/in-JabWeMet.pdf')).toEqual([
      'DALJEET <- DALJIT: spelt alike, but both speak in scene 31', 'ADITYA <- ADITA: a letter or two apart, but both speak in scene 10',
    ])
    expect(await suggestedIn('scripts/pdf/in-Raman-Raghav-2_0.pdf')).toEqual([
      "RAMANNA <- RAMANNA'S VOICE: the voice of RAMANNA, never in one scene", 'RAGHAVAN <- RAGHAVAN VOICE: the voice of RAGHAVAN, never in one scene',
      'KAMBLE <- CONSTABLE KAMBLE: the only KAMBLE, never in one scene', 'RAMANNA <- RAMANNAA: spelt alike, but both speak in scene 25',
      "ANKITA <- ANKITA'S VOICE: the voice of ANKITA, but both speak in scene 89",
    ])
    for (const path of ['scripts/pdf/in-Masaan.pdf', 'scripts/pdf/in-Kaminey.pdf', 'scripts/fountain/Big-Fish.fountain']) expect(await suggestedIn(path)).toEqual([])
  })
})
