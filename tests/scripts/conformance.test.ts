import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it } from 'vitest'
import { readFountain } from '../../src-main/scripts/fountain.ts'
import { parseCue } from '../../src-main/scripts/cues.ts'
import { haveSharedFixtures, sharedFixture, sharedNames } from './sharedFixtures.ts'

/** Cases in which a suite contradicts the Fountain 1.1 spec (fountain.io/syntax) or goes beyond it, each with the reason. */
const disagreements: Readonly<Record<string, string>> = {
  'wildwinter/Character.txt': 'The spec asks for one letter anywhere in a name, so 3CPO is a cue ("R2D2" works, "23" does not); the suite wants it first.',
  'wildwinter/Parenthetical.txt': 'The spec lets a parenthetical follow any cue or dialogue; the suite takes the second of two in a row for dialogue.',
  'wildwinter/Boneyards.txt': 'CUT TO: has an empty line after it once the boneyard is out, so it is a transition by the spec (screenplain agrees); the suite says action.',
  'wildwinter/Sections.txt': 'A first line CUT TO: is a transition here; the suite takes it for a title page entry.',
  'wildwinter/Tags.txt': 'Tags (#word at the end of a line) are the suite\'s own addition to Fountain.',
  'wildwinter/Notes.txt': 'The spec ends a speech at an empty line and a note too; the suite lets both run over it.',
}

const wordsOf = (text: string): string => (text.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')

type Part = { readonly kind: string; readonly words: string }

/** Paragraphs of one kind in a row count as one, because the suites merge or part them each in their own way. */
const merged = (parts: readonly Part[]): string[] => {
  const rows: { kind: string; words: string }[] = []
  for (const { kind, words } of parts) {
    const last = rows.at(-1)
    if (!words) continue
    if (last?.kind === kind && kind !== 'heading' && kind !== 'cue' && kind !== 'section') last.words += ` ${words}`
    else rows.push({ kind, words })
  }
  return rows.map(({ kind, words }) => `${kind}: ${words}`)
}

const ours = (path: string): string[] =>
  merged(
    readFountain(sharedFixture(path)).elements.filter(({ kind }) => kind !== 'note').map(({ kind, text }) => ({
      kind: kind === 'centered' ? 'action' : kind,
      words: wordsOf(kind === 'cue' ? parseCue(text).spelling : text),
    })),
  )

const wildwinterKinds: Readonly<Record<string, string>> = {
  HEADING: 'heading', ACTION: 'action', CHARACTER: 'cue', DIALOGUE: 'dialogue', PARENTHETICAL: 'parenthetical', LYRIC: 'lyric', TRANSITION: 'transition', SECTION: 'section', SYNOPSIS: 'synopsis',
}

/** The dump of the suite: KIND:"text" lines, notes and boneyards marked [[0]] and /*0*\/ in the text. */
const wildwinterDump = (path: string): string[] => {
  const dump = new TextDecoder().decode(sharedFixture(path))
  const parts = [...dump.matchAll(/^([A-Z]+):"([^]*?)"(?: \([^)]*\))?(?: "[^"]*")?(?: \(Dual\))?(?: \(centered\))?(?: tags:\S+)?$/gmu)]
  return merged(
    parts.flatMap(([, name = '', text = '']) => {
      const kind = wildwinterKinds[name]
      return kind ? [{ kind, words: wordsOf(text.replace(/\[\[\d+\]\]|\/\*\d+\*\//gu, '')) }] : []
    }),
  )
}

const cases = ['Action', 'Boneyards', 'Character', 'Dialogue', 'LineBreaks', 'Lyrics', 'Notes', 'PageBreak', 'Parenthetical', 'SceneHeading', 'Sections', 'Tags', 'TitlePage', 'Transition', 'UTF8']

describe.runIf(haveSharedFixtures('conformance with wildwinter'))('the suite of wildwinter', () => {
  const dumpName = (name: string): string => (sharedNames('conformance/wildwinter').includes(`${name}.txt`) ? `${name}.txt` : `${name}-Merged.txt`)

  it.each(cases)('%s is read alike, or listed with the reason', name => {
    const dump = dumpName(name)
    const read = ours(`conformance/wildwinter/${name}.fountain`)
    const wanted = wildwinterDump(`conformance/wildwinter/${dump}`)
    expect(isDeepStrictEqual(read, wanted) ? 'alike' : (disagreements[`wildwinter/${dump}`] ?? read)).toEqual(disagreements[`wildwinter/${dump}`] ?? 'alike')
  })
})

const htmlKinds: Readonly<Record<string, string>> = { h6: 'heading', character: 'cue', parenthetical: 'parenthetical', action: 'action', transition: 'transition', dialog: 'dialogue', h1: 'section', h2: 'section', h3: 'section', h4: 'section', h5: 'section' }

/** The suite prints scene numbers beside the heading and transitions in capitals. */
const plain = (rows: readonly string[]): string[] =>
  rows.map(row => row.replace(/^heading: (?:(?:2 B|\d) )?(.*?)(?: 2 B| \d)?$/u, 'heading: $1').toLowerCase())

const screenplainHtml = (path: string): string[] => {
  const html = new TextDecoder().decode(sharedFixture(path))
  const parts: Part[] = []
  let place = 'action'
  for (const [, close, tag = '', attributes = '', text = ''] of html.matchAll(/<(\/?)(\w+)([^>]*)>([^<]*)/gu)) {
    const name = /class="([\w-]+)/u.exec(attributes)?.[1] ?? tag
    const kind = htmlKinds[name]
    if (tag === 'div' || /^h\d$/u.test(tag)) place = close ? 'action' : (kind ?? place)
    const own = name.endsWith('synopsis') ? 'synopsis' : tag === 'p' && !close && kind ? kind : place
    const words = wordsOf(text.replace(/&nbsp;/gu, ' ').replace(/&#(\d+);/gu, (_, code: string) => String.fromCodePoint(Number(code))).replace(/&\w+;/gu, "'"))
    const last = parts.at(-1)
    if (['strong', 'em', 'u', 'span', 'br'].includes(tag) && last && !name.endsWith('synopsis') && words) parts[parts.length - 1] = { kind: last.kind, words: `${last.words} ${words}`.trim() }
    else parts.push({ kind: own, words })
  }
  return merged(parts)
}

describe.runIf(haveSharedFixtures('conformance with screenplain'))('the suite of screenplain', () => {
  it.each(['boneyard', 'dialogue', 'dialogue-with-blank-line', 'extended-characters', 'forced-action', 'forced-transition', 'indentation', 'notes', 'parenthetical', 'scene-numbers', 'sections', 'simple', 'utf-8-bom'])(
    '%s is read alike',
    name => {
      expect(plain(ours(`conformance/screenplain/${name}.fountain`))).toEqual(plain(screenplainHtml(`conformance/screenplain/${name}.html`)))
    },
  )
})

describe.runIf(haveSharedFixtures('conformance with nyousefi and afterwriting'))('the suites of nyousefi and afterwriting', () => {
  const kinds = (path: string): string[] => readFountain(sharedFixture(path)).elements.map(({ kind }) => kind)

  it('have every heading of SceneHeaders but the one below another line', () => {
    expect(kinds('conformance/nyousefi/SceneHeaders.fountain').filter(kind => kind === 'heading')).toHaveLength(18)
  })

  it.each<readonly [string, readonly string[]]>([
    ['Boneyard', ['action', 'action']],
    ['DualDialogue', ['cue', 'dialogue', 'cue', 'dialogue']],
    ['ForcedElements', ['action', 'cue', 'dialogue', 'cue', 'lyric', 'lyric']],
    ['Indenting', ['transition', 'heading', 'action', 'cue', 'dialogue', 'cue', 'parenthetical', 'dialogue', 'action']],
    ['Notes', ['action', 'note', 'note', 'action', 'note']],
    ['Transitions', ['transition', 'transition', 'action', 'transition', 'transition', 'transition', 'transition']],
  ])('%s has the paragraphs that its name promises', (name, wanted) => {
    expect(kinds(`conformance/nyousefi/${name}.fountain`)).toEqual(wanted)
  })

  it.each(['client', 'cyrillic', 'jp', 'sc', 'test'])('%s of afterwriting keeps its title page out of the text', name => {
    const { elements, title } = readFountain(sharedFixture(`conformance/afterwriting/${name}.fountain`))
    expect(elements.length).toBeGreaterThan(0)
    expect(elements.some(({ text }) => /^(?:Credit|Author):/u.test(text))).toBe(false)
    expect(title).not.toBe('')
  })
})
