const fence = /^ {0,3}(`{3,}|~{3,})/u
const listItem = /^ {0,3}(?:[-*+]|\d{1,9}[.)])\s/u
const listBefore = /(?:^|\n) {0,3}(?:[-*+]|\d{1,9}[.)])\s/u

/**
 * Cuts Markdown at blank lines into parts that can be read one by one; joined, they are the text.
 *
 * Code between fences stays whole, and so does a list with blank lines in it. While a text grows by whole lines, all parts but
 * the last stay the same; a line that is half there may yet turn out to belong to the part before it.
 */
export function markdownParts(text: string): readonly string[] {
  const parts: string[] = []
  let part = ''
  let open: string | null = null
  let blank = false
  for (const line of text.split(/(?<=\n)/u)) {
    const mark = fence.exec(line)?.[1] ?? null
    const empty = line.trim() === ''
    if (blank && !empty && open === null && !goesOn(part, line)) {
      parts.push(part)
      part = ''
    }
    part += line
    blank = empty && open === null && part.trim() !== ''
    if (open === null) open = mark
    else if (mark !== null && mark[0] === open[0] && mark.length >= open.length && line.trim() === mark) open = null
  }
  if (part !== '') parts.push(part)
  return parts
}

/** Whether a line after a blank one still belongs to the part before it. */
const goesOn = (part: string, line: string): boolean => listBefore.test(part) && (/^(?: {2,}|\t)/u.test(line) || listItem.test(line))
