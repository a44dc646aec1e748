import { XMLParser, XMLValidator } from 'fast-xml-parser'

/**
 * An element of an XML document as fast-xml-parser hands it over in document order.
 *
 * One key is its name and holds its children; `:@` holds the attributes. A piece of text is a node with the one key `#text`.
 */
export type XmlNode = Readonly<Record<string, unknown>>

/** How deep elements may stand in each other; Final Draft's own files reach nine. */
export const deepestXml = 64

/** The most tags and attributes that are built; Final Draft's files have one to 18 characters or more, so that 50 MB of script stay below. */
const mostParts = 3_000_000
/** The longest tag, in characters; Final Draft's own reach 300. */
const longestTag = 65_536

const prototypeNames: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: true,
  htmlEntities: true,
  jPath: false,
  maxNestedTags: deepestXml,
  ignoreDeclaration: true,
  ignorePiTags: true,
  // The parser refuses these names; under another they are elements that nobody asks for.
  transformTagName: name => (prototypeNames.has(name) ? `_${name}` : name),
})

/**
 * Parses an XML document without a document type, or returns null where it is not well formed, is cut short, declares entities,
 * nests deeper than {@link deepestXml} or has more tags than a script of 50 MB.
 *
 * The entities of XML, those of HTML that writing programs use and numeric ones are resolved once. Linear in the length of the text.
 */
export const parseXml = (text: string): readonly XmlNode[] | null => {
  if (!hasPlainTags(text) || XMLValidator.validate(text) !== true) return null
  try {
    const nodes: unknown = parser.parse(text)
    return Array.isArray(nodes) ? nodes : null
  } catch {
    return null
  }
}

/** The children of a node that bears this name, or null where it bears another. */
export const childrenOf = (node: XmlNode, name: string): readonly XmlNode[] | null => {
  const value = Object.hasOwn(node, name) ? node[name] : null
  return Array.isArray(value) ? value : null
}

/** The name of a node: `#text` for text. */
export const nameOf = (node: XmlNode): string => {
  for (const key in node) if (key !== ':@') return key
  return ''
}

/** An attribute of a node, or an empty text where it has none of this name. */
export const attributeOf = (node: XmlNode, name: string): string => {
  const attributes = node[':@']
  const value: unknown = typeof attributes === 'object' && attributes !== null ? Reflect.get(attributes, `@_${name}`) : null
  return typeof value === 'string' ? value : ''
}

/** The text that stands in a list of nodes itself, not in the elements among them. */
export const textIn = (nodes: readonly XmlNode[]): string => {
  let text = ''
  for (const node of nodes) if (typeof node['#text'] === 'string') text += node['#text']
  return text
}

/** Goes over the tags once, before anything is built of them: no document type, nothing too deep, too many or left open. */
const hasPlainTags = (text: string): boolean => {
  let depth = 0
  let parts = 0
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    const [end, values] = tagEnd(text, at)
    if (end === 0) return false
    const second = text[at + 1]
    if (second === '/') depth--
    else if (second !== '!' && second !== '?' && text[end - 2] !== '/') depth++
    parts += 1 + values
    if (depth > deepestXml || depth < 0 || parts > mostParts) return false
    at = end
  }
  return depth === 0
}

type TagEnd = readonly [end: number, values: number]

const unended: TagEnd = [0, 0]

/** Where the tag, comment, CDATA section or instruction that begins at `at` is over, and how many attributes have a value. */
const tagEnd = (text: string, at: number): TagEnd => {
  if (text.startsWith('<?', at)) return after(text.slice(0, at + longestTag), '?>', at + 2)
  if (text.startsWith('<!--', at)) return after(text, '-->', at + 4)
  if (text.startsWith('<![CDATA[', at)) return after(text, ']]>', at + 9)
  if (text.startsWith('<!', at)) return unended
  let values = 0
  for (let end = at + 1; end < Math.min(text.length, at + longestTag); end++) {
    const sign = text[end]
    if (sign === '>') return [end + 1, values]
    if (sign === '"' || sign === "'") {
      end = text.indexOf(sign, end + 1)
      if (end < 0) return unended
      values++
    }
  }
  return unended
}

const after = (text: string, close: string, from: number): TagEnd => {
  const at = text.indexOf(close, from)
  return at < 0 ? unended : [at + close.length, 0]
}
