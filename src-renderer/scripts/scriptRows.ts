import type { ElementKind, ScriptElement } from '../../src-preload/contract/scripts.ts'

/** A row of the page as it is drawn: the top of a sheet, a page that is a picture, a paragraph, or two who speak at once beside each other. */
export type ScriptRow =
  | { readonly kind: 'page'; readonly page: number }
  | { readonly kind: 'picture'; readonly page: number }
  | { readonly kind: 'line'; readonly element: ScriptElement; readonly first: boolean }
  | { readonly kind: 'dual'; readonly left: readonly ScriptElement[]; readonly right: readonly ScriptElement[]; readonly first: boolean }

/** The rows of a script, and for each element the row it stands in. */
export interface ScriptLayout {
  readonly rows: readonly ScriptRow[]
  readonly rowOf: readonly number[]
}

/** Width of each kind in characters of Courier, after the usual page: 60 for action, 35 for dialogue. */
export const widthOf: Readonly<Record<ElementKind, number>> = {
  heading: 58, action: 60, cue: 36, parenthetical: 26, dialogue: 36, lyric: 36, transition: 60, shot: 60, centered: 60, section: 60, synopsis: 60, note: 60,
}

/** Blank lines above each kind. */
const blankAbove: Readonly<Record<ElementKind, number>> = {
  heading: 2, action: 1, cue: 1, parenthetical: 0, dialogue: 0, lyric: 0, transition: 1, shot: 1, centered: 1, section: 2, synopsis: 1, note: 1,
}

/** Lays a script out as rows, a page row wherever a new page begins; `pictures` are pages without text, ascending. Linear in the number of elements. */
export function layOut(elements: readonly ScriptElement[], pictures: readonly number[] = []): ScriptLayout {
  const rows: ScriptRow[] = []
  const rowOf: number[] = []
  let page = 0
  let at = 0
  let pictured = 0
  const picturesBefore = (next: number) => {
    for (let own = pictures[pictured]; own !== undefined && own < next; own = pictures[++pictured]) rows.push({ kind: 'page', page: own }, { kind: 'picture', page: own })
  }
  while (at < elements.length) {
    const element = elements[at]
    if (element === undefined) break
    picturesBefore(element.page)
    const first = element.page !== page
    if (first) rows.push({ kind: 'page', page: element.page })
    page = element.page
    const pair = element.dual === 'left' ? dualFrom(elements, at) : null
    if (pair === null) {
      rows.push({ kind: 'line', element, first })
      rowOf[at] = rows.length - 1
      at += 1
    } else {
      rows.push({ kind: 'dual', ...pair, first })
      for (const part of [...pair.left, ...pair.right]) rowOf[elements.indexOf(part, at)] = rows.length - 1
      at += pair.left.length + pair.right.length
    }
  }
  picturesBefore(Number.POSITIVE_INFINITY)
  return { rows, rowOf }
}

function dualFrom(elements: readonly ScriptElement[], at: number): { readonly left: ScriptElement[]; readonly right: ScriptElement[] } | null {
  const left: ScriptElement[] = []
  const right: ScriptElement[] = []
  for (let next = at; next < elements.length; next += 1) {
    const element = elements[next]
    if (element === undefined || element.dual === null) break
    if (element.dual === 'left' && right.length === 0) left.push(element)
    else if (element.dual === 'right') right.push(element)
    else break
  }
  return right.length > 0 ? { left, right } : null
}

/** Lines a text takes at a width in characters, broken at spaces as the page does. */
export function linesOf(text: string, width: number): number {
  let lines = 0
  for (const paragraph of text.split('\n')) {
    let column = 0
    lines += 1
    for (const word of paragraph.split(' ')) {
      if (column > 0 && column + word.length > width) {
        lines += 1
        column = 0
      }
      column += word.length + 1
    }
  }
  return lines
}

/** Blank lines above an element: none at the top of a sheet. */
export const blanksAbove = (kind: ElementKind, first: boolean): number => (first ? 0 : blankAbove[kind])

/** Height of a row in lines of type, near enough that a jump lands before anything was measured. */
export function heightOf(row: ScriptRow): number {
  if (row.kind === 'page') return 5
  if (row.kind === 'picture') return 6
  if (row.kind === 'line') return blanksAbove(row.element.kind, row.first) + linesOf(row.element.text, widthOf[row.element.kind])
  const side = (elements: readonly ScriptElement[]) => elements.reduce((sum, element) => sum + linesOf(element.text, 28), 0)
  return blanksAbove('cue', row.first) + Math.max(side(row.left), side(row.right))
}
