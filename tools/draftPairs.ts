import type { RoleId } from '../src-preload/contract/roles.ts'
import type { ScriptElement, ScriptId } from '../src-preload/contract/scripts.ts'
import { grownFrom } from '../src-main/drafts/compareDrafts.ts'
import type { DraftText, HeardIn } from '../src-main/drafts/draftText.ts'
import { countWords } from '../src-main/scripts/assemble.ts'
import { readScript } from '../src-main/scripts/readScript.ts'
import type { Numbers } from '../tests/support/mutate.ts'

/** A paragraph of a made-up script: a speech where somebody speaks it. */
export interface MadeLine {
  readonly who: string | null
  readonly text: string
}

/** A scene of a made-up script; `from` are the scenes of the old draft that it is made of, by their places there. */
export interface MadeScene {
  readonly heading: string
  readonly lines: readonly MadeLine[]
  readonly from: readonly number[]
  readonly moved: boolean
  /** Not a word of it stayed: were it moved or split as well, nobody could tell it from a new one. */
  readonly rewritten?: boolean
}

/** A pair of drafts of which it is known what became of what. */
export interface DraftPair {
  readonly old: readonly MadeScene[]
  readonly new: readonly MadeScene[]
  readonly numbering: 'none' | 'locked' | 'anew'
  /** Such as `renamed MEERA > MIRA`, `aged BHOLA`, `gone GUARD`. */
  readonly events: ReadonlySet<string>
}

const names = ['MEERA', 'BHOLA', 'SAROJ', 'NANDINI', 'TRIVEDI', 'IMRAN', 'PINKI', 'GOPAL', 'RUKMINI', 'ANWAR', 'LATIKA', 'DESHPANDE', 'KUSUM', 'VICTOR', 'ZOYA', 'HARISH', 'OMANA', 'TASHI', 'BIPIN', 'CHANDU']
const otherNames = ['MIRA', 'JAGAN', 'FARIDA', 'WAMAN', 'ELSIE', 'QASIM', 'YAMINI', 'DHRUV', 'SUSHILA', 'ROMEO']
const places = ['KITCHEN', 'PLATFORM', 'TEA STALL', 'OFFICE', 'ROOFTOP', 'WELL', 'BUS STAND', 'COURT', 'SCHOOL', 'FERRY', 'MILL', 'TEMPLE TANK', 'HOSPITAL WARD', 'ALLEY', 'CINEMA LOBBY']
const hours = ['DAY', 'NIGHT', 'DAWN', 'EVENING']
const usual = ['Haan.', 'Nahin.', 'Bas.', 'What?', 'Come on.', 'Theek hai.']
const words = ('the a of to and in is it that for on with as at by from this but not you he she we they what when where who why how all any some no ' +
  'chai train river lantern ticket rope monsoon ledger brother mother uncle letter garden bicycle market salt copper window ladder blanket drum wedding harvest bridge ' +
  'station master porter whistle signal fog kettle crate sugar ginger goat mango tamarind turmeric police court judge lawyer witness promise debt money gold bangle sari ' +
  'run walk climb fall wait listen carry hide burn wash cook sing dance fight forgive remember forget sell buy steal return leave stay wake sleep dream laugh weep shout whisper ' +
  'quick slow heavy light cold warm bitter sweet old young broken empty quiet loud narrow wide deep shallow honest foolish brave tired hungry late early never always tomorrow yesterday tonight ' +
  'door wall roof floor table chair lamp mirror photograph radio telephone newspaper knife spoon plate cup basket stone field road hill sea boat net fish crow dog cow ox elephant tiger snake').split(' ')

const pick = <T>(list: readonly T[], numbers: Numbers): T => {
  const one = list[numbers(list.length)]
  if (one === undefined) throw new Error('nothing to pick from')
  return one
}

function sentence(numbers: Numbers, length: number): string {
  // Small words come as often as they do in any text.
  const text = Array.from({ length }, () => (numbers(2) === 0 ? words[numbers(34)] : pick(words, numbers))).join(' ')
  return `${text.replace(/^./u, letter => letter.toUpperCase())}.`
}

const speech = (numbers: Numbers): string => (numbers(7) === 0 ? pick(usual, numbers) : sentence(numbers, 3 + numbers(16)))

/** Makes a script up: a dozen and more people, the first ones heard most, each introduced with an age where first heard. */
export function madeScript(numbers: Numbers, count = 24 + numbers(30)): readonly MadeScene[] {
  const cast = names.slice(0, 9 + numbers(10))
  const ages = new Map(cast.map(name => [name, 18 + numbers(50)]))
  const seen = new Set<string>()
  return Array.from({ length: count }, (_, at): MadeScene => {
    const people = [...new Set(Array.from({ length: 2 + numbers(3) }, () => cast[Math.min(numbers(cast.length), numbers(cast.length))] ?? 'MEERA'))]
    const introduced = people.filter(name => !seen.has(name)).map((name): MadeLine => ({ who: null, text: `${name} (${ages.get(name)}) comes in. ${sentence(numbers, 6 + numbers(8))}` }))
    for (const name of people) seen.add(name)
    const lines = Array.from({ length: 4 + numbers(16) }, (): MadeLine => (numbers(4) === 0 ? { who: null, text: sentence(numbers, 6 + numbers(18)) } : { who: pick(people, numbers), text: speech(numbers) }))
    return {
      heading: `${pick(['INT.', 'EXT.'], numbers)} ${pick(places, numbers)} - ${pick(hours, numbers)}`,
      lines: [...introduced, ...people.map(who => ({ who, text: sentence(numbers, 5 + numbers(8)) })), ...lines], from: [at], moved: false,
    }
  })
}

interface Edited {
  scenes: readonly MadeScene[]
  readonly events: Set<string>
  /** Names that something was done to: they are left alone after. */
  readonly touched: Set<string>
}

/** Makes a new draft of a script: renames, merges, splits, ages, cuts and adds roles; moves, splits, joins, omits, adds and rewrites scenes. */
export function madePair(old: readonly MadeScene[], numbers: Numbers): DraftPair {
  const edited: Edited = { scenes: old, events: new Set(), touched: new Set() }
  const roleEdits = [rename, rename, merge, splitOff, age, age, cut, addRole].filter(() => numbers(2) === 0)
  for (const edit of roleEdits) edit(edited, numbers)
  grow(edited, numbers)
  edited.scenes = editScenes(edited, numbers)
  const events = new Set([...edited.events, ...countedEvents(old, edited)])
  return { old, new: edited.scenes, numbering: pick(['none', 'locked', 'anew'], numbers), events }
}

interface Figures {
  speeches: number
  words: number
  scenes: number
}

/** How much everybody speaks. */
export function figuresOf(scenes: readonly MadeScene[]): ReadonlyMap<string, Figures> {
  const figures = new Map<string, Figures>()
  for (const { lines } of scenes) {
    for (const name of new Set(lines.flatMap(({ who }) => who ?? []))) {
      const own = figures.get(name) ?? { speeches: 0, words: 0, scenes: 0 }
      const said = lines.filter(({ who }) => who === name)
      figures.set(name, { speeches: own.speeches + said.length, words: own.words + said.reduce((sum, { text }) => sum + countWords(text), 0), scenes: own.scenes + 1 })
    }
  }
  return figures
}

/** Somebody nothing was done to yet, who speaks in so many scenes. */
function untouched({ scenes, touched }: Edited, numbers: Numbers, least: number, most: number): string | null {
  const fit = [...figuresOf(scenes)].filter(([name, { scenes: count, speeches }]) => !touched.has(name) && count >= least && count <= most && speeches >= 3).map(([name]) => name)
  return fit.length === 0 ? null : pick(fit, numbers)
}

const unused = ({ scenes, touched }: Edited, numbers: Numbers): string => {
  const heard = figuresOf(scenes)
  return pick(otherNames.filter(name => !heard.has(name) && !touched.has(name)), numbers)
}

const mapLines = (scenes: readonly MadeScene[], change: (line: MadeLine, at: number) => MadeLine | null): readonly MadeScene[] =>
  scenes.map(scene => ({ ...scene, lines: scene.lines.flatMap((line, at) => change(line, at) ?? []) }))

const wholeWord = (name: string): RegExp => new RegExp(`(?<![\\p{L}])${name.replace(/[^\p{L}\p{N} ]/gu, '.')}(?![\\p{L}])`, 'giu')

function rename(edited: Edited, numbers: Numbers): void {
  const [old, now] = [untouched(edited, numbers, 1, 99), unused(edited, numbers)]
  if (old === null) return
  // Whoever renames somebody goes over what they say: up to half of it is another.
  const rewritten = numbers(6)
  edited.scenes = mapLines(edited.scenes, ({ who, text }) => (
    { who: who === old ? now : who, text: who === old && numbers(10) < rewritten ? speech(numbers) : text.replace(wholeWord(old), now) }
  ))
  mark(edited, `renamed ${old} > ${now}`, old, now)
}

function merge(edited: Edited, numbers: Numbers): void {
  const old = untouched(edited, numbers, 1, 6)
  if (old === null) return
  edited.touched.add(old)
  const into = untouched(edited, numbers, 2, 99)
  if (into === null) return
  edited.scenes = mapLines(edited.scenes, ({ who, text }) => (who === null && text.startsWith(`${old} (`) ? null : { who: who === old ? into : who, text: text.replace(wholeWord(old), into) }))
  mark(edited, `merged ${old} > ${into}`, old, into)
}

function splitOff(edited: Edited, numbers: Numbers): void {
  const [old, now] = [untouched(edited, numbers, 4, 99), unused(edited, numbers)]
  if (old === null) return
  const own = edited.scenes.flatMap(({ lines }, at) => (lines.some(({ who }) => who === old) ? [at] : []))
  const later = new Set(own.slice(Math.ceil(own.length / 2)))
  edited.scenes = edited.scenes.map((scene, at) => (later.has(at) ? { ...scene, lines: scene.lines.map(line => (line.who === old ? { ...line, who: now } : line)) } : scene))
  mark(edited, `split ${old} > ${now}`, old, now)
}

function age(edited: Edited, numbers: Numbers): void {
  const old = untouched(edited, numbers, 1, 99)
  const said = edited.scenes.flatMap(({ lines }) => lines).find(({ who, text }) => who === null && text.startsWith(`${old} (`))
  if (old === null || !said) return
  const years = Number(/\((\d+)\)/u.exec(said.text)?.[1] ?? 30)
  edited.scenes = mapLines(edited.scenes, line => (line === said ? { who: null, text: line.text.replace(`(${years})`, `(${years + 6 + numbers(12)})`) } : line))
  mark(edited, `aged ${old}`, old)
}

function cut(edited: Edited, numbers: Numbers): void {
  const old = untouched(edited, numbers, 1, 4)
  if (old === null) return
  // A line in five of a cut role is too good to lose: somebody else in the scene has it now.
  edited.scenes = edited.scenes.map(scene => {
    const other = scene.lines.find(({ who }) => who !== null && who !== old)?.who
    return {
      ...scene,
      lines: scene.lines.flatMap(line => {
        if (line.who === old) return other && numbers(5) === 0 ? { ...line, who: other } : []
        return line.who === null && wholeWord(old).test(line.text) ? [] : line
      }),
    }
  })
  edited.touched.add(old)
}

function addRole(edited: Edited, numbers: Numbers): void {
  const now = unused(edited, numbers)
  const chosen = new Set([numbers(edited.scenes.length), numbers(edited.scenes.length)])
  edited.scenes = edited.scenes.map((scene, at) => {
    if (!chosen.has(at)) return scene
    const added = Array.from({ length: 2 + numbers(4) }, (): MadeLine => ({ who: now, text: sentence(numbers, 6 + numbers(10)) }))
    const place = numbers(scene.lines.length + 1)
    const given = scene.lines.findIndex(({ who }, index) => index >= place && who !== null && !edited.touched.has(who))
    const lines = scene.lines.map((line, index) => (index === given && numbers(2) === 0 ? { ...line, who: now } : line))
    return { ...scene, lines: [...lines.slice(0, place), { who: null, text: `${now} (${20 + numbers(40)}) comes in.` }, ...added, ...lines.slice(place)] }
  })
  edited.touched.add(now)
}

function mark({ events, touched }: Edited, event: string, ...people: readonly string[]): void {
  events.add(event)
  for (const name of people) touched.add(name)
}

/** Some speak more, some less; whether they have grown is counted after. */
function grow(edited: Edited, numbers: Numbers): void {
  const more = untouched(edited, numbers, 2, 99)
  const less = untouched(edited, numbers, 3, 99)
  edited.scenes = edited.scenes.map(scene => ({
    ...scene,
    lines: scene.lines.flatMap(line => {
      if (line.who === null) return line
      if (line.who === more && numbers(2) === 0) return [line, { who: more, text: sentence(numbers, 6 + numbers(12)) }]
      return line.who === less && less !== more && numbers(3) === 0 && scene.lines.filter(({ who }) => who === less).length > 1 ? [] : line
    }),
  }))
}

const isTold = (scene: MadeScene, { touched }: Edited): boolean => scene.lines.some(({ who, text }) => (who !== null && touched.has(who)) || /^\S+ \(\d+\) comes in/u.test(text))

function editScenes(edited: Edited, numbers: Numbers): readonly MadeScene[] {
  let scenes = edited.scenes.map(scene => polish(scene, numbers))
  const free = (): number => {
    const fit = scenes.flatMap((scene, at) => (!scene.moved && !scene.rewritten && scene.from.length === 1 && scenes.filter(({ from }) => from[0] === scene.from[0]).length === 1 && !isTold(scene, edited) && scene.lines.length >= 8 ? [at] : []))
    return fit.length === 0 ? -1 : pick(fit, numbers)
  }
  const times = (most: number, edit: (at: number) => readonly MadeScene[]) => {
    for (let left = numbers(most + 1); left > 0; left--) {
      const at = free()
      if (at >= 0) scenes = [...edit(at)]
    }
  }
  times(2, at => scenes.toSpliced(at, 1))
  times(2, at => (scenes[at] ? scenes.with(at, { ...scenes[at], rewritten: true, lines: scenes[at].lines.map(line => ({ ...line, text: line.who === null ? sentence(numbers, 12) : sentence(numbers, 9) })) }) : scenes))
  times(2, at => {
    const [scene, half] = [scenes[at], Math.floor((scenes[at]?.lines.length ?? 0) / 2)]
    return scene ? scenes.toSpliced(at, 1, { ...scene, lines: scene.lines.slice(0, half) }, { ...scene, heading: `INT. ${pick(places, numbers)} BACK ROOM - LATER`, lines: scene.lines.slice(half) }) : scenes
  })
  times(1, at => {
    const [scene, next] = [scenes[at], scenes[at + 1]]
    const isFree = next && !next.rewritten && !next.moved && next.from.length === 1 && next.lines.length >= 6 && scenes.filter(({ from }) => from[0] === next.from[0]).length === 1
    return scene && next && isFree ? scenes.toSpliced(at, 2, { ...scene, lines: [...scene.lines, ...next.lines], from: [...scene.from, ...next.from] }) : scenes
  })
  times(2, at => {
    const scene = scenes[at]
    const to = (at + 4 + numbers(Math.max(1, scenes.length - 8))) % scenes.length
    return scene && Math.abs(to - at) > 3 ? scenes.toSpliced(at, 1).toSpliced(to, 0, { ...scene, moved: true }) : scenes
  })
  for (let left = numbers(3); left > 0; left--) {
    const people = [...figuresOf(scenes).keys()].filter(name => !edited.touched.has(name)).slice(0, 2)
    const lines = Array.from({ length: 6 + numbers(8) }, (_, at): MadeLine => ({ who: at % 3 === 0 ? null : pick(people, numbers), text: sentence(numbers, 8 + numbers(8)) }))
    scenes = scenes.toSpliced(numbers(scenes.length), 0, { heading: `EXT. ${pick(['FORT', 'DAM', 'HILL ROAD', 'FISH MARKET'], numbers)} - ${pick(hours, numbers)}`, lines, from: [], moved: false })
  }
  return scenes
}



/** One scene in three is gone over: a word of some lines is another. */
function polish(scene: MadeScene, numbers: Numbers): MadeScene {
  if (numbers(3) > 0) return scene
  const change = (text: string): string => text.split(' ').map((word, at) => (at > 0 && numbers(6) === 0 && /^\p{Ll}+$/u.test(word) ? pick(words, numbers) : word)).join(' ')
  return { ...scene, lines: scene.lines.map(line => (line.text.includes('(') || numbers(2) === 0 ? line : { ...line, text: change(line.text) })) }
}

/** What the counts tell: who is gone or new without having gone on as somebody else, and whose words changed by as much as the report says. */
function countedEvents(old: readonly MadeScene[], { scenes, events }: Edited): readonly string[] {
  const [before, after] = [figuresOf(old), figuresOf(scenes)]
  const goesOn = new Map([...events].flatMap(event => {
    const [, from, to] = /^(?:renamed|merged|split) (.+) > (.+)$/u.exec(event) ?? []
    return from !== undefined && to !== undefined ? [[from, to] as const, [to, from] as const] : []
  }))
  const renamed = new Map([...events].flatMap(event => (/^renamed (.+) > (.+)$/u.exec(event)?.slice(1, 3) ? [/^renamed (.+) > (.+)$/u.exec(event)?.slice(1, 3) as [string, string]] : [])))
  const gone = [...before.keys()].filter(name => !after.has(name) && !goesOn.has(name)).map(name => `gone ${name}`)
  const fresh = [...after.keys()].filter(name => !before.has(name) && !goesOn.has(name)).map(name => `new ${name}`)
  const changed = [...before].flatMap(([name, figures]) => {
    const later = after.get(renamed.get(name) ?? name)
    const isJoint = [...events].some(event => /^(?:merged|split)/u.test(event) && event.split(' ').includes(name))
    if (!later || isJoint) return []
    const more = later.words - figures.words
    return Math.abs(more) >= grownFrom.words && Math.abs(more) >= grownFrom.share * figures.words ? [`${more > 0 ? 'grown' : 'shrunk'} ${name}`] : []
  })
  return [...gone, ...fresh, ...changed]
}

/** Writes a made-up script as Fountain, its scenes numbered where the pair says so. */
export function asFountain(scenes: readonly MadeScene[], numberOf: (at: number) => string | null): string {
  const parts = scenes.map(({ heading, lines }, at) => {
    const number = numberOf(at)
    const body = lines.map(({ who, text }) => (who === null ? `!${text}` : `@${who}\n${text}`))
    return [`.${heading}${number === null ? '' : ` #${number}#`}`, ...body].join('\n\n')
  })
  return `Title: Made Up\n\n${parts.join('\n\n')}\n`
}

/** The numbers of the old and the new scenes: none, kept with letters for what was put in, or counted anew. */
export function numbersOf({ old, new: now, numbering }: DraftPair): { readonly old: (at: number) => string | null; readonly new: (at: number) => string | null } {
  if (numbering === 'none') return { old: () => null, new: () => null }
  const counted = (at: number): string => String(at + 1)
  if (numbering === 'anew') return { old: counted, new: counted }
  const used = new Map<string, number>()
  const kept = now.map(({ from }, at) => {
    const base = String((from[0] ?? now.slice(0, at).findLast(scene => scene.from.length > 0)?.from[0] ?? 0) + 1)
    const times = used.get(base) ?? (from.length === 0 ? 1 : 0)
    used.set(base, times + 1)
    return times === 0 ? base : `${base}${String.fromCodePoint(64 + times)}`
  })
  return { old: at => (at < old.length ? counted(at) : null), new: at => kept[at] ?? null }
}

/** Reads a Fountain text as a draft whose every cue is a role by itself. */
export async function draftTextOf(text: string, scriptId: string): Promise<DraftText> {
  const { reading, elements } = await readScript(new TextEncoder().encode(text), 'made.fountain')
  return { scriptId: scriptId as ScriptId, scenes: reading.scenes, characters: reading.characters, elements, heard: heardIn(elements) }
}

/** Each cue in each scene with its speeches and words; the id of the role is its cue. */
export function heardIn(elements: readonly ScriptElement[]): readonly HeardIn[] {
  const heard = new Map<string, { role: RoleId; cue: string; scene: number | null; speeches: number; words: number }>()
  for (const { kind, character, scene, text } of elements) {
    if (character === null) continue
    const key = `${scene} ${character}`
    const own = heard.get(key) ?? { role: character as RoleId, cue: character, scene, speeches: 0, words: 0 }
    heard.set(key, own)
    if (kind === 'cue') own.speeches++
    else if (kind !== 'parenthetical') own.words += countWords(text)
  }
  return [...heard.values()]
}

/** Makes a script of elements as read, so that a real one can be given a new draft. */
export function madeOf(elements: readonly ScriptElement[], scenes: readonly { readonly heading: string }[]): readonly MadeScene[] {
  return scenes.map(({ heading }, at): MadeScene => {
    const lines: { who: string | null; text: string }[] = []
    for (const { kind, character, scene, text } of elements) {
      if (scene !== at || kind === 'heading') continue
      const last = lines.at(-1)
      const flat = text.replace(/\s+/gu, ' ').trim()
      if (kind === 'cue') lines.push({ who: character, text: '' })
      else if (character !== null && last?.who === character) last.text = `${last.text} ${flat}`.trim()
      else if (flat !== '') lines.push({ who: null, text: flat })
    }
    return { heading: heading.replace(/\s+/gu, ' '), lines: lines.filter(({ text }) => text !== ''), from: [at], moved: false }
  })
}
