import { stripEmphasis } from './fountainEmphasis.ts'

/** A line without its notes, the notes that stood in it, and whether it held nothing else; such a line is no blank line. */
export type FountainLine = { readonly text: string; readonly notes: readonly string[]; readonly onlyNotes: boolean }

/** Stands for a note while lines are cut; control characters never survive the decoding of a file. */
const noteMark = '\u0001'

/** Splits a Fountain text into lines with its boneyard (`/* ... *\/`) dropped and its notes (`[[ ... ]]`) set aside. Linear. */
export const fountainLines = (source: string): FountainLine[] => {
  const { text, notes } = withoutNotes(withoutBoneyard(source))
  let next = 0
  return text.split('\n').map(line => {
    const count = line.split(noteMark).length - 1
    const own = notes.slice(next, next + count)
    next += count
    const rest = count ? line.replaceAll(noteMark, '') : line
    return { text: rest.replaceAll('\t', '    ').trimEnd() || (/^ {2,}$/u.test(rest) ? '  ' : ''), notes: own, onlyNotes: count > 0 && rest.trim() === '' }
  })
}

const withoutBoneyard = (source: string): string => {
  let text = ''
  let from = 0
  for (;;) {
    const start = source.indexOf('/*', from)
    const end = start < 0 ? -1 : source.indexOf('*/', start + 2)
    if (end < 0) return text + source.slice(from)
    text += source.slice(from, start)
    from = end + 2
  }
}

/** A note may run over lines, but not over an empty one; one that does not close is text (fountain.io/syntax, Notes). */
const withoutNotes = (source: string): { text: string; notes: readonly string[] } => {
  const notes: string[] = []
  let text = ''
  let from = 0
  let emptyLine = -1
  let lastEnd = 0
  for (;;) {
    const start = source.indexOf('[[', from)
    if (start < 0) return { text: text + source.slice(from), notes }
    if (lastEnd >= 0 && lastEnd < start + 2) lastEnd = source.indexOf(']]', start + 2)
    if (lastEnd < 0) return { text: text + source.slice(from), notes }
    if (emptyLine < start) emptyLine = nextEmptyLine(source, start)
    if (lastEnd > emptyLine) {
      text += source.slice(from, start + 2)
      from = start + 2
      continue
    }
    notes.push(stripEmphasis(source.slice(start + 2, lastEnd).trim()))
    text += source.slice(from, start) + noteMark
    from = lastEnd + 2
  }
}

const nextEmptyLine = (source: string, from: number): number => {
  const at = source.indexOf('\n\n', from)
  return at < 0 ? Number.POSITIVE_INFINITY : at
}
