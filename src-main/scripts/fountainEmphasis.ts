/**
 * Takes Fountain's emphasis marks (`*`, `**`, `***`, `_`) off a line, so that it reads cleanly.
 *
 * A mark counts where it opens before a letter and closes after one on the same line; what has no partner, stands between spaces or
 * is escaped with a backslash stays as text. Linear in the length of the line. Source: fountain.io/syntax, Emphasis.
 */
export const stripEmphasis = (line: string): string => {
  if (!/[*_\\]/u.test(line)) return line
  const marks = marksOf(line)
  const drop = new Set<number>()
  const open = new Map<string, number[]>()
  for (const mark of marks) {
    const waiting = open.get(mark.kind) ?? []
    const partner = mark.closes ? waiting.pop() : undefined
    if (partner !== undefined) {
      for (let at = 0; at < mark.kind.length; at++) drop.add(partner + at).add(mark.at + at)
    } else if (mark.opens) {
      waiting.push(mark.at)
      open.set(mark.kind, waiting)
    }
  }
  let text = ''
  for (let at = 0; at < line.length; at++) {
    if (drop.has(at)) continue
    const isEscape = line[at] === '\\' && /[*_\\]/u.test(line[at + 1] ?? '')
    if (isEscape) at++
    text += line[at] ?? ''
  }
  return text
}

type Mark = { readonly kind: string; readonly at: number; readonly opens: boolean; readonly closes: boolean }

const marksOf = (line: string): Mark[] => {
  const marks: Mark[] = []
  for (let at = 0; at < line.length; at++) {
    const sign = line[at]
    if (sign === '\\') {
      at++
      continue
    }
    if (sign !== '*' && sign !== '_') continue
    let end = at + 1
    while (sign === '*' && line[end] === '*' && end - at < 3) end++
    const before = line[at - 1] ?? ' '
    const after = line[end] ?? ' '
    const inWord = sign === '_' && /\w/u.test(before) && /\w/u.test(after)
    if (!inWord) marks.push({ kind: line.slice(at, end), at, opens: /\S/u.test(after), closes: /\S/u.test(before) })
    at = end - 1
  }
  return marks
}
