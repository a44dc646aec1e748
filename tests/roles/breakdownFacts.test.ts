import { describe, expect, it } from 'vitest'
import type { FlagWord } from '../../src-preload/contract/breakdowns.ts'
import type { RoleId } from '../../src-preload/contract/roles.ts'
import type { ScriptId } from '../../src-preload/contract/scripts.ts'
import { readFacts, type FactsInput, type RoleFacts } from '../../src-main/roles/breakdownFacts.ts'
import { heardIn } from '../../src-main/roles/breakdownSpeech.ts'
import { draftRoles } from '../../src-main/roles/draftRoles.ts'
import { readText } from './screenplay.ts'

/** A Fountain text as the rules are given it, each cue a role of its own name. */
async function inputOf(text: string): Promise<FactsInput> {
  const { reading, elements } = await readText(text)
  const drafts = draftRoles(reading, elements)
  const idOf = (name: string): RoleId => name as RoleId
  return {
    scripts: [{
      id: 's' as ScriptId, scenes: reading.scenes, elements,
      holders: drafts.flatMap(({ name, appearances }) => appearances.map(({ scene }) => ({ name, scene: scene ?? -1, role: idOf(name) }))),
    }],
    roles: drafts.map(({ name, proposals }) => {
      const gender = proposals.find(({ proposal }) => proposal.field === 'gender')?.proposal
      return { id: idOf(name), name, gender: gender?.field === 'gender' ? gender.value : null }
    }),
  }
}

async function factsOf(text: string, name: string): Promise<RoleFacts> {
  const found = readFacts(await inputOf(text)).find(({ role }) => role === name)
  if (!found) throw new Error(`no facts of ${name}`)
  return found
}

const textOf = ({ claims }: RoleFacts, kind: RoleFacts['claims'][number]['kind']): string =>
  claims.filter(claim => claim.kind === kind).map(({ text }) => text).join(' ')

/** A scene in which RAVI, a man, and MEERA, a woman, speak after a line of action. */
const after = (action: string): string => `INT. GODOWN - DAY

RAVI, a man of 30, and MEERA, a woman of 28, wait.

${action}

RAVI
Chalo.

MEERA
Haan.

GUARD
Ruko.
`

const flagsOf = async (action: string, name = 'RAVI'): Promise<readonly FlagWord[]> => (await factsOf(after(action), name)).flags.map(({ flag }) => flag)

describe('the flags of a role', () => {
  it.each<[string, FlagWord, string]>([
    ['Ravi jumps off the roof.', 'stunt', 'RAVI'],
    ['Meera falls down the stairs.', 'stunt', 'MEERA'],
    ['Suddenly Ravi punches the guard.', 'stunt', 'RAVI'],
    ['Meera opens the door and slaps Ravi hard.', 'stunt', 'MEERA'],
    ['Meera opens the door and slaps Ravi hard.', 'stunt', 'RAVI'],
    ['Ravi is dragged across the yard.', 'stunt', 'RAVI'],
    ['Ravi waits. Then he climbs over the wall.', 'stunt', 'RAVI'],
    ['Ravi and Meera kiss.', 'intimacy', 'RAVI'],
    ['Ravi and Meera kiss.', 'intimacy', 'MEERA'],
    ['Ravi kisses Meera.', 'intimacy', 'MEERA'],
    ['Meera takes off her blouse.', 'intimacy', 'MEERA'],
    ['Ravi lights a beedi.', 'smoking', 'RAVI'],
    ['Ravi cigarette peeta hai.', 'smoking', 'RAVI'],
    ['Meera gulps down a glass of rum.', 'alcohol', 'MEERA'],
    ['Ravi is a little drunk.', 'alcohol', 'RAVI'],
    ['Ravi feeds his old buffalo.', 'animals', 'RAVI'],
    ['Meera swims across.', 'swimming', 'MEERA'],
    ['Meera rides her scooty past the gate.', 'riding', 'MEERA'],
    ['Ravi drives a battered jeep.', 'driving', 'RAVI'],
    ['Meera dances alone.', 'dancing', 'MEERA'],
    ['Meera naachti hai.', 'dancing', 'MEERA'],
    ['मीरा और रवि. Ravi शराब पीता है.', 'alcohol', 'RAVI'],
  ])('reads "%s" as %s of %s', async (action, flag, name) => {
    expect(await flagsOf(action, name)).toContain(flag)
  })

  it.each<[string, string]>([
    ['Ravi kills the lights.', 'RAVI'],
    ['They come to shoot the scene. Ravi shoots a look at the door.', 'RAVI'],
    ['Ravi falls asleep. Meera falls in love. Night falls.', 'RAVI'],
    ['Ravi falls silent and falls into a chair.', 'RAVI'],
    ['Meera slaps the table and punches in the number.', 'MEERA'],
    ['Ravi tries to jump off the roof.', 'RAVI'],
    ['Ravi is about to kiss Meera.', 'RAVI'],
    ["Ravi doesn't smoke.", 'RAVI'],
    ['Meera kisses her baby on the forehead.', 'MEERA'],
    ['Meera watches a dancer on TV who dances.', 'MEERA'],
    ['Ravi looks up as the guard jumps off the roof.', 'RAVI'],
    ["Ravi's brother lights a cigarette.", 'RAVI'],
    ['Ravi opens the gate and the dog jumps over the wall.', 'RAVI'],
    ['Ravi stands by a naked bulb.', 'RAVI'],
    ['Young Ravi swims across.', 'RAVI'],
    ['The rumour drives Ravi crazy.', 'RAVI'],
  ])('reads nothing into "%s"', async (action, name) => {
    expect(await flagsOf(action, name)).toEqual([])
  })

  it('does not give a he to a she, nor to one of two men', async () => {
    const two = `INT. YARD - DAY

MEERA, a woman of 28, waits. He jumps off the roof.

RAVI, a man of 30, meets SUNIL, a man of 31. He jumps off the wall.

MEERA
Haan.

RAVI
Haan.

SUNIL
Haan.
`
    for (const name of ['MEERA', 'RAVI', 'SUNIL']) expect((await factsOf(two, name)).flags).toEqual([])
  })

  it('cites the sentence, once for each line, with the page and the scene', async () => {
    const { flags } = await factsOf(after('Ravi waits. Ravi jumps off the roof. He jumps over the wall.'), 'RAVI')
    expect(flags).toEqual([{ flag: 'stunt', places: 1, citations: [expect.objectContaining({ page: 1, scene: 0, quote: 'Ravi jumps off the roof.' })] }])
  })

  it('reads scars and bandages beside the name, songs in brackets, and nights outside', async () => {
    const text = `EXT. GHAT - NIGHT

KALU, 40, a scarred face, sits.

KALU
(singing)
Aa ja re.
`
    expect((await factsOf(text, 'KALU')).flags.map(({ flag }) => flag)).toEqual(['singing', 'night', 'prosthetics'])
  })
})

const story = `INT. KITCHEN - DAY

MEERA (28), wiry, kneads dough. Meera's neighbour BHOLA, mid-forties, leans in.

MEERA
Kya kar rahe ho tum yahan par itni subah?

BHOLA
Kuch nahin.

EXT. YARD - NIGHT

It rains. Meera and Bhola sit in a boat.

MEERA
What are you looking at? This is not the way to the river.

MEERA (V.O.)
Main nahin jaanti thi ki woh aayega.

INT. BUS - DAY

BHOLA
Ticket.

ANNOUNCER (V.O.)
Yatrigan kripya dhyan dein.
`

describe('the figures of a role', () => {
  it('count scenes, speeches and whom it speaks with, and say where', async () => {
    const facts = await factsOf(story, 'MEERA')
    expect(textOf(facts, 'scale')).toBe('2 scenes, 3 speeches (50% of all), page 1. Heard off screen in 1 of 3 speeches.')
    expect(textOf(facts, 'relation')).toBe('Speaks most with BHOLA (1 scene). Alone with BHOLA in 1.')
    expect(textOf(facts, 'arc')).toBe('First in Kitchen (day), last in Yard (night).')
    expect(textOf(await factsOf(story, 'BHOLA'), 'scale')).toBe('3 scenes (speaks in 2), 2 speeches (33% of all), page 1.')
    expect(textOf(await factsOf(story, 'ANNOUNCER'), 'scale')).toContain('Heard off screen only.')
  })

  it('tell how its lines are written, and in which part', async () => {
    expect(textOf(await factsOf(story, 'MEERA'), 'language')).toBe('Lines in Roman Hindi (55%) and English (45%).')
    expect(heardIn('तुम कहाँ जा रहे हो')).toBe('Devanagari')
    expect(heardIn('What are you doing here?')).toBe('English')
    expect(heardIn('Tum yahan kya kar rahe ho')).toBe('Roman Hindi')
    expect(heardIn('Ramdin')).toBeNull()
  })

  it('tell who it is in the words beside its name', async () => {
    expect(textOf(await factsOf(story, 'BHOLA'), 'who')).toBe("Meera's neighbour.")
    const text = (line: string): string => `INT. OFFICE - DAY\n\n${line}\n\nKALU\nHaan.\n\nRITU\nHaan.\n`
    expect(textOf(await factsOf(text('A weary clerk, KALU (40), looks up.'), 'KALU'), 'who')).toBe('A weary clerk.')
    expect(textOf(await factsOf(text('KALU, the driver of the minister, waits.'), 'KALU'), 'who')).toBe('The driver of the minister.')
    expect(textOf(await factsOf(text("Inspector KALU waits. RITU, Kalu's wife, laughs."), 'RITU'), 'who')).toBe("Kalu's wife.")
    expect(textOf(await factsOf(text('Looking at a poster, KALU sighs.'), 'KALU'), 'who')).toBe('')
    expect(textOf(await factsOf(text('KALU, a knock on the door, turns.'), 'KALU'), 'who')).toBe('')
  })

  it('tell what its scenes ask of the shoot, each with the scene that does', async () => {
    const { claims } = await factsOf(story, 'MEERA')
    expect(claims.filter(({ kind }) => kind === 'shootNeed').map(({ text, citations }) => [text, citations.map(({ quote }) => quote)])).toEqual([
      ['Shoot needs: night exteriors (1 scene of 2).', ['EXT. YARD - NIGHT']],
      ['Rain (1 scene).', ['It rains.']],
      ['Water (1 scene).', ['Meera and Bhola sit in a boat.']],
    ])
    const vehicles = (await factsOf(story, 'BHOLA')).claims.filter(({ kind }) => kind === 'shootNeed').map(({ text }) => text)
    expect(vehicles).toContain('In vehicles or on the move (1 scene).')
  })

  it('cite at least one line that stands in the script for every clause and flag', async () => {
    const input = await inputOf(story)
    const words = new Map(input.scripts[0]?.elements.map(({ index, text }) => [index, text.replace(/\s+/gu, ' ')]))
    for (const { claims, flags } of readFacts(input)) {
      for (const { citations } of [...claims, ...flags]) {
        expect(citations.length).toBeGreaterThan(0)
        for (const { element, quote } of citations) {
          const line = words.get(element) ?? ''
          expect(line.includes(quote) || quote.startsWith(line), `${quote} at ${line}`).toBe(true)
        }
      }
    }
  })
})
