import { drawPdf, type Row } from './drawnPdf.ts'
import { drawDocx, paragraph } from './drawnDocx.ts'

/** A paragraph of the made-up script: what it is and its words. */
export type Told = { readonly kind: 'heading' | 'action' | 'cue' | 'dialogue'; readonly text: string }

const places = ['Tea stall outside the mill gate', 'Meera’s kitchen', 'The ration office', 'Roof of the chawl', 'Night bus to Nashik', 'School yard', 'The river ghat', 'Printing press', 'Hospital corridor', 'Railway quarters', 'Wedding tent', 'Police chowki']
const times = ['morning', 'night', 'day', 'evening']
const names = ['Meera', 'Kabir', 'Bhola Nath', 'Dr Sethi', 'Nafisa']
const deeds = [
  'The shutters are half down and a boy washes the steps with a steel mug, slowly, as if the day had no end to it.',
  'She counts the coins twice and lays three of them apart from the others before anybody can see.',
  'A scooter coughs somewhere below. Nobody looks up from the newspaper.',
  'Rain begins on the tin roof. He moves the ledger away from the leak and goes on writing.',
  'The old man folds the letter along its creases and puts it back under the mattress.',
  'Two girls in uniform share one umbrella and laugh at something that only they have seen.',
]
const sayings = [
  'You said the same thing last year and the year before that.',
  'Chai piyoge? Or will you stand there all day like a lamp post?',
  'I never asked him for the money. He offered it.',
  'Tell your brother that the gate closes at nine and not a minute later.',
  'It is not the house that I miss, it is the noise of it in the morning when everybody was late.',
  'No.',
  'Look at me when I am talking to you.',
  'The doctor says that there is time. I do not know how much time he means.',
]

const cycle = <Value>(values: readonly Value[], at: number): Value => values[at % values.length] as Value

/** A made-up script of twelve scenes and five speakers, two of whom have names of two words. */
export const told: readonly Told[] = places.flatMap((place, scene): Told[] => [
  { kind: 'heading', text: `${place}, ${cycle(times, scene)}` },
  { kind: 'action', text: cycle(deeds, scene) },
  ...Array.from({ length: 5 + (scene % 4) }, (_, at): readonly Told[] => [
    { kind: 'cue', text: cycle(names, scene + at * (1 + (scene % 2))) },
    { kind: 'dialogue', text: cycle(sayings, scene * 3 + at) },
    ...(at % 3 === 2 ? [{ kind: 'action', text: cycle(deeds, scene + at + 1) } as const] : []),
  ]).flat(),
])

/** The scenes and speeches of the made-up script. */
export const truth = { scenes: told.filter(({ kind }) => kind === 'heading').length, speeches: told.filter(({ kind }) => kind === 'cue').length, names: names.length }

const wrap = (text: string, letters: number): string[] => {
  const rows: string[] = []
  for (const word of text.split(' ')) {
    const last = rows.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= letters) rows[rows.length - 1] = `${last} ${word}`
    else rows.push(word)
  }
  return rows
}

type Draw = (told: Told) => { readonly rows: readonly Row[]; readonly above: number }

const proper = (text: string): string => `INT. ${text.replace(', ', ' - ').toUpperCase()}`
const left = (x: number, text: string, letters: number): Row[] => wrap(text, letters).map((row): Row => [[x, row]])
const centred = (text: string, letters: number): Row[] => wrap(text, letters).map((row): Row => [[306, row, 'centre']])

/** Puts blocks on pages of 52 rows; a cue stays with its speech. */
const paged = (blocks: readonly { readonly rows: readonly Row[]; readonly above: number; readonly stays?: boolean }[]): Row[][] => {
  const pages: Row[][] = [[]]
  blocks.forEach(({ rows, above, stays }, at) => {
    const page = pages.at(-1) ?? []
    const room = rows.length + (stays ? (blocks[at + 1]?.rows.length ?? 0) : 0)
    if (page.length && page.length + above + room > 52) pages.push([...rows])
    else page.push(...(page.length ? Array.from({ length: above }, (): Row => []) : []), ...rows)
  })
  return pages
}

const pdf = (draw: Draw, script: readonly Told[] = told): Promise<Uint8Array> => drawPdf(paged(script.map(one => ({ ...draw(one), stays: one.kind === 'cue' || one.kind === 'heading' }))))

/** A line that the user clicks: the first of its kind after so many of them, and the words on it where they are not the paragraph's own. */
export type Click = { readonly kind: Told['kind']; readonly nth: number; readonly as?: (text: string) => string }

/** A layout that today's reading gets wrong, and the clicks that set it right. */
export type OddLayout = {
  readonly name: string
  readonly fileName: string
  readonly draw: (script?: readonly Told[]) => Promise<Uint8Array>
  readonly clicks: readonly Click[]
}

const letters = (text: string): string => text.toUpperCase()

const beside = (cueX: number, speechX: number): OddLayout['draw'] => async (script = told) => {
  const blocks: { rows: Row[]; above: number; stays?: boolean }[] = []
  script.forEach((one, at) => {
    if (one.kind === 'dialogue') return
    if (one.kind !== 'cue') return void blocks.push({ rows: left(72, one.kind === 'heading' ? proper(one.text) : one.text, 64), above: 1, stays: one.kind === 'heading' })
    const said = wrap(script[at + 1]?.text ?? '', 30)
    blocks.push({ rows: said.map((row, line): Row => (line ? [[speechX, row]] : [[cueX, one.text], [speechX, row]])), above: 1 })
  })
  return drawPdf(paged(blocks))
}

/** An advertisement: pictures on the left, voices on the right, each row of the one beside a row of the other. */
const pictureAndSound: OddLayout['draw'] = async (script = told) => {
  const blocks: { rows: Row[]; above: number }[] = []
  let seen: string[] = []
  let heard: string[] = []
  const flush = () => {
    const rows = Array.from({ length: Math.max(seen.length, heard.length) }, (_, at): Row => [
      ...(seen[at] ? [[72, seen[at]] as const] : []), ...(heard[at] ? [[330, heard[at]] as const] : []),
    ])
    if (rows.length) blocks.push({ rows, above: 1 })
    seen = []
    heard = []
  }
  for (const one of script) {
    if (one.kind === 'heading') {
      flush()
      blocks.push({ rows: [[[72, proper(one.text)]]], above: 2 })
    } else if (one.kind === 'action') {
      flush()
      seen = wrap(one.text, 30)
    } else if (one.kind === 'cue') heard.push(`${one.text}:`)
    else heard.push(...wrap(one.text, 28))
  }
  flush()
  return drawPdf(paged(blocks))
}

const textOf = (script: readonly Told[], indent: Readonly<Record<Told['kind'], number>>, change: (told: Told) => string): string =>
  script.map(one => `${one.kind === 'dialogue' ? '' : '\n'}${wrap(change(one), 60 - indent[one.kind]).map(row => ' '.repeat(indent[one.kind]) + row).join('\n')}`).join('\n')

/** Layouts that are found in scripts of all kinds and that no band of the usual places fits. */
export const oddLayouts: readonly OddLayout[] = [
  {
    name: 'cues not in capitals in a left column, speeches far to the right', fileName: 'left column.pdf',
    draw: beside(72, 330), clicks: [{ kind: 'cue', nth: 2 }, { kind: 'dialogue', nth: 3 }],
  },
  {
    name: 'cues at the right edge, speeches at the left', fileName: 'right edge.pdf',
    draw: script => pdf(one => ({
      rows: one.kind === 'cue' ? [[[540 - one.text.length * 7.2, one.text]]] : left(72, one.kind === 'heading' ? proper(one.text) : one.text, 64),
      above: one.kind === 'dialogue' ? 0 : 1,
    }), script),
    clicks: [{ kind: 'cue', nth: 1 }],
  },
  {
    name: 'everything in the middle', fileName: 'middle.pdf',
    draw: script => pdf(one => ({
      rows: one.kind === 'cue' ? [[[306, one.text, 'centre']]] : centred(one.kind === 'heading' ? proper(one.text) : one.text, one.kind === 'dialogue' ? 34 : 60),
      above: one.kind === 'dialogue' ? 0 : 1,
    }), script),
    clicks: [{ kind: 'heading', nth: 1, as: proper }],
  },
  {
    name: 'headings as plain words, without INT or EXT', fileName: 'plain headings.pdf',
    draw: script => pdf(one => ({
      rows: left({ heading: 72, action: 72, cue: 252, dialogue: 180 }[one.kind], one.kind === 'cue' ? letters(one.text) : one.text, one.kind === 'dialogue' ? 34 : 64),
      above: one.kind === 'dialogue' ? 0 : 1,
    }), script),
    clicks: [{ kind: 'heading', nth: 1 }],
  },
  {
    name: 'speeches left of the action', fileName: 'speeches left.pdf',
    draw: script => pdf(one => ({
      rows: left({ heading: 72, action: 252, cue: 72, dialogue: 72 }[one.kind], one.kind === 'heading' ? proper(one.text) : one.text, one.kind === 'action' ? 40 : 40),
      above: one.kind === 'dialogue' ? 0 : 1,
    }), script),
    clicks: [{ kind: 'cue', nth: 1 }],
  },
  { name: 'an advertisement: pictures on the left, voices on the right', fileName: 'advertisement.pdf', draw: pictureAndSound, clicks: [{ kind: 'cue', nth: 1, as: text => `${text}:` }, { kind: 'action', nth: 2 }] },
  {
    name: 'cues as plain names at the left edge, speeches below them', fileName: 'flush names.pdf',
    draw: script => pdf(one => ({ rows: left(72, one.kind === 'heading' ? proper(one.text) : one.text, 64), above: one.kind === 'dialogue' ? 0 : 1 }), script),
    clicks: [{ kind: 'cue', nth: 1 }, { kind: 'cue', nth: 2 }],
  },
  {
    name: 'cues in square brackets', fileName: 'brackets.pdf',
    draw: script => pdf(one => ({
      rows: left({ heading: 72, action: 72, cue: 216, dialogue: 144 }[one.kind], one.kind === 'heading' ? proper(one.text) : one.kind === 'cue' ? `[${letters(one.text)}]` : one.text, one.kind === 'dialogue' ? 40 : 64),
      above: one.kind === 'dialogue' ? 0 : 1,
    }), script),
    clicks: [{ kind: 'cue', nth: 1, as: text => `[${letters(text)}]` }],
  },
  {
    name: 'a typed text with cues in small letters', fileName: 'small cues.txt',
    draw: async (script = told) => new TextEncoder().encode(textOf(script, { heading: 0, action: 0, cue: 20, dialogue: 10 }, one => (one.kind === 'heading' ? proper(one.text) : one.kind === 'cue' ? one.text.toLowerCase() : one.text))),
    clicks: [{ kind: 'cue', nth: 1, as: text => text.toLowerCase() }],
  },
  {
    name: 'a Word document without gaps or styles, cues as plain names', fileName: 'plain word.docx',
    draw: async (script = told) => drawDocx(script.map(one => paragraph(one.kind === 'heading' ? proper(one.text) : one.text, one.kind === 'dialogue' ? { left: 36 } : {}))),
    clicks: [{ kind: 'cue', nth: 1 }, { kind: 'cue', nth: 2 }],
  },
]
