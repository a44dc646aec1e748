/** What listens to the tags and texts of an XML document as they come; an empty tag opens and closes. */
export type XmlListener = {
  readonly opens: (name: string, attributes: string) => void
  readonly closes: (name: string) => void
  readonly says?: (text: string) => void
}

/** Word nests some 30 deep, tables within tables a little more; beyond this a file was made to do harm. */
const deepest = 1000

const [quote, apostrophe, lessThan, greaterThan, slash] = [34, 39, 60, 62, 47]

/**
 * Reads XML from front to back, in linear time and without a tree; returns whether it was whole.
 *
 * It is not whole where tags do not match, text is cut short, tags nest over 1,000 deep, or a document type is declared, which Office
 * Open XML forbids (ECMA-376 part 2, 9.1.4) and bombs of entities need.
 */
export const scanXml = (xml: string, { opens, closes, says }: XmlListener): boolean => {
  const open: string[] = []
  let isOver = false
  for (let at = xml.codePointAt(0) === 0xfeff ? 1 : 0; ; ) {
    const start = xml.indexOf('<', at)
    if (start > at || start < 0) {
      const text = start < 0 ? xml.slice(at) : xml.slice(at, start)
      if (open.length) says?.(decodeXml(text))
      else if (text.trim() !== '') return false
    }
    if (start < 0) return isOver && !open.length
    const mark = xml.charAt(start + 1)
    if (mark === '?' || mark === '!') {
      const [end, said] = asideAt(xml, start)
      if (end < 0) return false
      if (said && open.length) says?.(said)
      at = end
      continue
    }
    const end = tagEnd(xml, start + 1)
    if (end < 0) return false
    at = end + 1
    if (mark === '/') {
      const name = xml.slice(start + 2, end).trimEnd()
      if (open.pop() !== name) return false
      closes(name)
      isOver ||= !open.length
      continue
    }
    if (isOver) return false
    const isEmpty = xml.codePointAt(end - 1) === slash
    const tag = xml.slice(start + 1, isEmpty ? end - 1 : end)
    const space = tag.search(/\s/u)
    const name = space < 0 ? tag : tag.slice(0, space)
    if (!/^[\p{L}_]/u.test(name)) return false
    opens(name, space < 0 ? '' : tag.slice(space))
    if (isEmpty) {
      closes(name)
      isOver ||= !open.length
    } else open.push(name)
    if (open.length > deepest) return false
  }
}

/** The end of a comment, an instruction or a block of plain characters, and what the last says; -1 where it has none. */
const asideAt = (xml: string, start: number): readonly [end: number, said: string] => {
  const [opening, closing] = xml.startsWith('<!--', start) ? ['<!--', '-->'] : xml.startsWith('<![CDATA[', start) ? ['<![CDATA[', ']]>'] : ['<?', '?>']
  if (!xml.startsWith(opening, start)) return [-1, '']
  const end = xml.indexOf(closing, start + opening.length)
  return end < 0 ? [-1, ''] : [end + closing.length, closing === ']]>' ? xml.slice(start + opening.length, end) : '']
}

const tagEnd = (xml: string, from: number): number => {
  let within = 0
  for (let at = from; at < xml.length; at++) {
    const code = xml.charCodeAt(at)
    if (within) within = code === within ? 0 : within
    else if (code === quote || code === apostrophe) within = code
    else if (code === greaterThan) return at
    else if (code === lessThan) return -1
  }
  return -1
}

/** The value of an attribute among those of a tag, or null. */
export const attributeOf = (attributes: string, name: string): string | null => {
  if (!attributes.includes(name)) return null
  for (const [key, value] of attributesOf(attributes)) if (key === name) return value
  return null
}

/** The attributes of a tag, one by one. */
export function* attributesOf(attributes: string): Generator<readonly [name: string, value: string]> {
  for (let at = 0; ; ) {
    const equals = attributes.indexOf('=', at)
    if (equals < 0) return
    let from = equals + 1
    while (attributes.charAt(from).trim() === '' && from < attributes.length) from++
    const end = attributes.indexOf(attributes.charAt(from), from + 1)
    if (end < 0) return
    yield [attributes.slice(at, equals).trim(), decodeXml(attributes.slice(from + 1, end))]
    at = end + 1
  }
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

const decodeXml = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/giu, (_, hex?: string, decimal?: string, name = '') =>
        name ? (named[String(name).toLowerCase()] ?? '') : characterOf(hex ? Number.parseInt(hex, 16) : Number(decimal)),
      )
    : text

const characterOf = (code: number): string => (code > 0x10ffff || (code >= 0xd800 && code < 0xe000) || code < 9 ? '' : String.fromCodePoint(code))
