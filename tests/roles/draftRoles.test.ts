import { describe, expect, it } from 'vitest'
import { draftsOf, proposed } from './screenplay.ts'

const scene = (action: string, ...cues: readonly string[]): string =>
  `INT. ROOM - DAY\n\n${action}\n\n${cues.map(cue => `${cue}\nHaan.\n`).join('\n')}`

describe('a role that the script introduces', () => {
  it('gets its age, look and the line with its page and scene', async () => {
    const [anita] = await draftsOf(scene('ANITA RAO (28), wiry, quick-eyed, climbs in through the window.', 'ANITA'))
    expect(anita?.proposals.map(({ proposal }) => proposal)).toEqual([
      { field: 'playingRange', value: { from: 28, to: 28 } },
      { field: 'look', value: 'wiry, quick-eyed' },
    ])
    expect(anita?.introductions).toEqual([
      { page: 1, scene: 0, sceneNumber: null, element: 1, quote: 'ANITA RAO (28), wiry, quick-eyed, climbs in through the window.' },
    ])
  })

  it.each([
    ['MEERA, 40s, a schoolteacher, waits.', { from: 40, to: 49 }],
    ['MEERA, a schoolteacher in her late fifties, waits.', { from: 57, to: 59 }],
    ['MEERA is a woman of forty.', { from: 40, to: 40 }],
    ['A 14-year-old girl MEERA waits.', { from: 14, to: 14 }],
    ['MEERA. Thirties. Tall.', { from: 30, to: 39 }],
    ['MEERA (F, 31) waits.', { from: 31, to: 31 }],
    ['MEERA and RAVI, both 20s, wait.', { from: 20, to: 29 }],
    ['MEERA, 28 साल की, रुकती है।', { from: 28, to: 28 }],
  ])('reads the age from %j', async (action, age) => {
    expect(proposed(await draftsOf(scene(action, 'MEERA', 'RAVI')), 'MEERA', 'playingRange')).toEqual([age])
  })

  it.each([
    ['MEERA (30) looks up.', 'MEERA', []],
    ['MEERA, a woman of 40, looks up.', 'MEERA', ['female']],
    ['RAVI, a rugged young man of 32, sits inside.', 'RAVI', ['male']],
    ['RAVI, a wiry, dark-skinned boy has thrown the stone.', 'RAVI', ['male']],
    ['A French lady, MEERA (36), takes pictures.', 'MEERA', ['female']],
    ['He embraces his mother MEERA at the door.', 'MEERA', ['female']],
    ['MEERA (F, 31) looks up.', 'MEERA', ['female']],
    ['RAVI (20s, warmth in his eyes) looks up.', 'RAVI', ['male']],
    ['MEERA sits down. She takes off her shoes and looks at herself in the glass.', 'MEERA', ['female']],
  ])('reads the gender from %j', async (action, name, genders) => {
    expect(proposed(await draftsOf(scene(action, name)), name, 'gender')).toEqual(genders)
  })

  it.each([
    ['MEERA stands beside RAVI. He takes her hand and she smiles.', 'two people share the pronouns'],
    ['MEERA takes his hand.', 'the pronoun is about somebody of another line'],
    ['MEERA looks confused. He adds something.', 'one pronoun alone may be the other one'],
    ['MEERA, friend of the woman next door, waits.', 'the woman is somebody else'],
    ["MEERA's mother (60) waits.", 'it is about her mother'],
    ['YOUNG MEERA (12) runs past.', 'it is another role'],
    ['MRS MEERA (60) runs past.', 'it is another role'],
    ['MEERA waits for a lady.', 'the lady is somebody else'],
  ])('proposes neither age nor gender from %j: %s', async action => {
    const drafts = await draftsOf(scene(action, 'MEERA', 'RAVI'))
    expect([...proposed(drafts, 'MEERA', 'gender'), ...proposed(drafts, 'MEERA', 'playingRange')]).toEqual([])
  })

  it('proposes nothing where the text is silent', async () => {
    const [ravi] = await draftsOf(scene('A door. A bell rings somewhere.', 'RAVI'))
    expect(ravi).toMatchObject({ proposals: [], introductions: [] })
  })

  it('proposes nothing where two lines contradict each other', async () => {
    const drafts = await draftsOf(scene('JO, a young man, enters.\n\nJO, a woman of thirty, leaves.', 'JO'))
    expect(proposed(drafts, 'JO', 'gender')).toEqual([])
  })

  it('keeps MR MISHRA and MRS MISHRA two people, each with the gender of the cue', async () => {
    const drafts = await draftsOf(scene('MR MISHRA (50) pours tea for MRS MISHRA (45).', 'MR MISHRA', 'MRS MISHRA'))
    expect(drafts.map(({ name }) => name)).toEqual(['MR MISHRA', 'MRS MISHRA'])
    expect(drafts.map(({ name }) => [proposed(drafts, name, 'gender'), proposed(drafts, name, 'playingRange')])).toEqual([
      [['male'], [{ from: 50, to: 50 }]],
      [['female'], [{ from: 45, to: 45 }]],
    ])
  })

  it("does not give ANIL what is said of ANIL'S FATHER", async () => {
    const drafts = await draftsOf(scene("ANIL'S FATHER (60), bearded, opens the door.", 'ANIL', "ANIL'S FATHER"))
    expect(drafts.find(({ name }) => name === 'ANIL')).toMatchObject({ proposals: [], introductions: [] })
    expect(proposed(drafts, "ANIL'S FATHER", 'gender')).toEqual(['male'])
    expect(proposed(drafts, "ANIL'S FATHER", 'look')).toEqual(['bearded'])
  })

  it('gives a crowd its role but proposes nothing for it', async () => {
    const drafts = await draftsOf(scene('The VILLAGERS (20s) shout. RAVI & MEERA (30s) run.', 'VILLAGERS', 'RAVI & MEERA'))
    expect(drafts.map(({ name, proposals }) => [name, proposals])).toEqual([['VILLAGERS', []], ['RAVI & MEERA', []]])
  })

  it('makes one role for each character who speaks, with speeches and words by scene', async () => {
    const drafts = await draftsOf(`${scene('Rain.', 'RAVI', 'RAVI')}\nEXT. ROAD - NIGHT\n\nRAVI (CONT'D)\nChalo, chalo ab.\n`)
    expect(drafts).toHaveLength(1)
    expect(drafts[0]?.appearances).toEqual([
      { scene: 0, page: 1, element: 2, speeches: 2, words: 2 },
      { scene: 1, page: 1, element: 7, speeches: 1, words: 3 },
    ])
  })

  it('casts for the age at which a role speaks most, not for every age of its life', async () => {
    const speech = 'WILL\nYes.\n\n'.repeat(12)
    const drafts = await draftsOf(`INT. ATTIC - NIGHT\n\nWILL, AGE 3, listens.\n\nFATHER\nOnce.\n\nINT. HALL - DAY\n\nWILL, now 28, waits.\n\n${speech}`)
    expect(proposed(drafts, 'WILL', 'playingRange')).toEqual([{ from: 28, to: 28 }])
  })
})

describe('languages and skills', () => {
  it('are read from parentheticals and from what a role is seen to do', async () => {
    const drafts = await draftsOf('EXT. GHAT - DAWN\n\nSARLA plays a small harmonium. BIRJU, a retired wrestler, dozes.\n\nSARLA\n(in Bhojpuri)\nका हो?\n\nBIRJU\n(singing)\nHo.\n')
    expect(proposed(drafts, 'SARLA', 'language')).toEqual(['Bhojpuri'])
    expect(proposed(drafts, 'SARLA', 'skill')).toEqual(['harmonium'])
    expect(proposed(drafts, 'BIRJU', 'skill')).toEqual(['wrestling', 'singing'])
  })

  it.each([
    'SARLA watches a man who plays the tabla.',
    'SARLA refuses to sing. Birju drives the truck.',
    'SARLA dreams that she rides a horse.',
    'SARLA plays with the tabla boy.',
    'SARLA listens as a wrestler sings.',
    'SARLA wrestles with the lock.',
  ])('are not invented from %j', async action => {
    expect(proposed(await draftsOf(scene(action, 'SARLA')), 'SARLA', 'skill')).toEqual([])
  })

  it.each(['(in mock Bengali)', '(learning English)', '(not in Hindi)', '(with an English accent)'])('a parenthetical %s names no language of the role', async bracket => {
    expect(proposed(await draftsOf(`INT. ROOM - DAY\n\nSARLA\n${bracket}\nHaan.\n`), 'SARLA', 'language')).toEqual([])
  })
})

describe('looks', () => {
  it.each([
    ['RAVI, 40, ties his hair, eyes the door.', []],
    ['RAVI, 40, with a beard, sits.', ['with a beard']],
    ['RAVI (40s, natural hair in a messy bun) sits.', ['natural hair in a messy bun']],
    ['RAVI, in a torn kurta, runs.', ['in a torn kurta']],
    ["RAVI, 40's and handsome, tells the story.", ['handsome']],
  ])('from %j', async (action, looks) => {
    expect(proposed(await draftsOf(scene(action, 'RAVI')), 'RAVI', 'look')).toEqual(looks)
  })
})
