import type { ScriptElement } from '../../src-preload/contract/scripts.ts'

/** A place where the searched words stand: the element and where in its text, in UTF-16 units. */
export interface Found {
  readonly element: number
  readonly start: number
  readonly end: number
}

/** Every place of a text in a script, in reading order, without regard to case; none for an empty text. */
export function findInText(elements: readonly ScriptElement[], asked: string): readonly Found[] {
  const wanted = asked.trim().toLocaleLowerCase()
  if (wanted === '') return []
  return elements.flatMap(element => {
    const text = element.text.toLocaleLowerCase()
    const found: Found[] = []
    // A letter that changes its length with its case would shift the places; such a text is searched as it stands.
    const searched = text.length === element.text.length ? text : element.text
    for (let start = searched.indexOf(wanted); start >= 0; start = searched.indexOf(wanted, start + wanted.length)) {
      found.push({ element: element.index, start, end: start + wanted.length })
    }
    return found
  })
}
