import type { LineExample, LineKind } from '../../src-preload/contract/scripts.ts'
import { inColumns } from './columns.ts'
import { isSceneNumber } from './headings.ts'
import { learnRules, ruledKind, type LineRules } from './lineRules.ts'
import { matchLines, type LineMatch } from './matchLines.ts'
import { seeLines, type PlacedLine, type SeenLine } from './placedLines.ts'
import type { DraftElement, Words } from './reader.ts'
import { learnSpeechPlace, type SpeechPlace } from './speechPlace.ts'
import { writeGuided } from './writeGuided.ts'

/** What each line of a file was read as: `kind` null where it is on a title page, `paragraph` the index of what it went into, -1 where it was left out. */
export type ReadLine = SeenLine & { readonly kind: LineKind | null; readonly paragraph: number }

/** A body read with examples: its paragraphs, its lines in the order of the file, and the examples that a later one overruled. */
export type GuidedReading<Draft> = { readonly drafts: readonly Draft[]; readonly lines: readonly ReadLine[]; readonly overruled: LineRules['overruled'] }

const kindOf: Readonly<Record<DraftElement['kind'], LineKind>> = {
  heading: 'heading', cue: 'cue', parenthetical: 'parenthetical', dialogue: 'dialogue', lyric: 'dialogue', transition: 'transition',
  action: 'action', shot: 'action', centered: 'action', section: 'action', synopsis: 'action', note: 'action',
}

/** Tells for each line of a file what a reading without examples made of it. */
export function readLines(lines: readonly PlacedLine[], drafts: readonly Words[]): ReadLine[] {
  const match = matchLines(lines, drafts)
  return withNumbers(seeLines(lines).map((line, at) => ({ ...line, kind: line.apart ? null : baseKind(drafts, match, at), paragraph: match[at] ?? -1 })))
}

/** A scene number in the margin belongs to the heading that it stands beside. */
const withNumbers = (lines: readonly ReadLine[], named?: ReadonlyMap<number, LineKind>): ReadLine[] =>
  lines.map((line, at) => {
    if (line.kind !== 'nothing' || named?.has(at) || line.look.beside === 'alone' || !isSceneNumber(line.text)) return line
    const heading = lines.slice(Math.max(0, at - 3), at + 4).find(other => other.row === line.row && other.kind === 'heading')
    return heading ? { ...line, kind: 'heading' } : line
  })

const baseKind = (drafts: readonly Words[], match: LineMatch, at: number): LineKind => {
  const draft = drafts[match[at] ?? -1]
  return draft ? kindOf[draft.kind] : 'nothing'
}

/**
 * Reads a body with the lines that the user named, on top of a reading without them.
 *
 * Lines near no example keep what that reading says; its paragraphs of which no line changed are kept whole. After a cue that the
 * examples brought, speech runs as far as lines stand where speeches do. No words are lost but those called "nothing". `make` places a
 * paragraph that begins at a line.
 */
export function guidedReading<Draft extends Words>(
  placed: readonly PlacedLine[], plain: readonly Draft[], examples: readonly LineExample[], make: (words: Words, line: PlacedLine) => Draft,
): GuidedReading<Draft> {
  const match = matchLines(placed, plain)
  const seen = seeLines(placed)
  const bases = seen.map((_, at) => baseKind(plain, match, at))
  const rules = learnRules(seen, examples, bases)
  const order = inColumns(seen, rules.named)
  const base = order.map(at => bases[at] ?? 'nothing')
  const lines = order.flatMap(at => seen[at] ?? [])
  const ruled = order.map(at => ruledKind(seen, at, bases[at] ?? 'nothing', rules))
  const named = order.map(at => rules.named.has(at))
  const kinds = finalKinds(lines, base, ruled, named, learnSpeechPlace(lines, base, ruled, rules))
  const { drafts, sources } = writeGuided({ lines, kinds, base, plain, paragraphs: order.map(at => match[at] ?? -1), isColumnar: order.some((at, index) => at !== index), make })
  const read = new Map(order.map((at, index) => [at, { kind: kinds[index] ?? 'nothing', paragraph: sources[index] ?? -1 }]))
  return {
    drafts,
    lines: withNumbers(
      seen.map((line, at) => ({ ...line, kind: line.apart && !rules.named.has(at) ? null : (read.get(at)?.kind ?? 'nothing'), paragraph: read.get(at)?.paragraph ?? -1 })),
      rules.named,
    ),
    overruled: rules.overruled,
  }
}

const isSaid = (kind: LineKind | null | undefined): boolean => kind === 'dialogue' || kind === 'parenthetical'

/** Puts together what the examples say, what the plain reading says, and who is speaking. */
function finalKinds(
  lines: readonly SeenLine[], base: readonly LineKind[], ruled: readonly (LineKind | null)[], named: readonly boolean[], place: SpeechPlace,
): LineKind[] {
  let speaking: 'plain' | 'guided' | null = null
  let isFresh = false
  let above: SeenLine | null = null
  let last: LineKind | null = null
  const kindAt = (line: SeenLine, at: number): LineKind => {
    const [own = 'nothing', said] = [base[at], ruled[at] ?? null]
    if (said === 'nothing' || (said === null && own === 'nothing')) return 'nothing'
    const before = above
    above = line
    if (said === 'cue' || (said === null && own === 'cue')) {
      speaking = said === 'cue' ? 'guided' : 'plain'
      isFresh = !line.look.inline
      return 'cue'
    }
    const wasFresh = isFresh
    isFresh = false
    if (isSaid(said)) {
      if (speaking === null && !named[at]) return isSaid(own) ? 'action' : own
      speaking ??= 'plain'
      return line.look.bracketed ? 'parenthetical' : (said ?? 'dialogue')
    }
    if (said === null && before?.row === line.row && last === 'heading' && own !== 'heading') return 'heading'
    if (said === null && speaking === 'plain' && isSaid(own)) return own
    if (said === null && speaking === 'guided' && own !== 'heading' && own !== 'transition' && place.isSpoken(line, before, wasFresh)) {
      return line.look.bracketed ? 'parenthetical' : 'dialogue'
    }
    speaking = null
    return said ?? (isSaid(own) ? 'action' : own)
  }
  return lines.map((line, at) => {
    const kind = kindAt(line, at)
    if (kind !== 'nothing') last = kind
    return kind
  })
}
