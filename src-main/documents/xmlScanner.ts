/** What a scanner of XML hears, in the order of the text. */
export interface XmlListener {
  /** An element begins: its name without a prefix, and its whole tag, in which {@link attribute} finds what it says. */
  readonly open: (name: string, tag: string) => void
  readonly close: (name: string) => void
  /** Text between two tags, entities resolved. */
  readonly text: (text: string) => void
}

/** XML that is cut short, badly nested, or none. */
export class BrokenXml extends Error {}

/** The longest tag or text that is held, in characters; Excel keeps 32,767 in a cell. */
const longest = 1_000_000
const deepest = 64

/**
 * Reads XML piece by piece, in time that grows with its length, holding no more than one tag or one text.
 *
 * No document type, so no entities of its own; tags are to close in the order in which they opened. `push` and `end` throw {@link BrokenXml}.
 */
export function xmlScanner({ open, close, text }: XmlListener): { push(piece: string): void; end(): void } {
  const names: string[] = []
  let held = ''
  const tagOf = (tag: string): void => {
    if (tag.startsWith('/')) {
      const name = bareName(tag.slice(1).trimEnd())
      if (names.pop() !== name) throw new BrokenXml(`</${name.slice(0, 40)}> closes nothing`)
      return close(name)
    }
    const name = bareName(tag)
    if (name === '' || names.length >= deepest) throw new BrokenXml(name === '' ? 'a tag without a name' : 'too many elements in each other')
    open(name, tag)
    if (tag.endsWith('/')) close(name)
    else names.push(name)
  }
  return {
    push(piece) {
      const all = held + piece
      let at = 0
      while (at < all.length) {
        const end = all[at] === '<' ? endOfMarkup(all, at) : all.indexOf('<', at)
        if (end < 0) break
        if (all[at] !== '<') text(withoutEntities(all.slice(at, end)))
        else if (all.startsWith('<![CDATA[', at)) text(all.slice(at + 9, end - 3))
        else if (all.startsWith('<!', at) && !all.startsWith('<!--', at)) throw new BrokenXml('a document type')
        else if (all[at + 1] !== '?' && all[at + 1] !== '!') tagOf(all.slice(at + 1, end - 1))
        at = end
      }
      held = all.slice(at)
      if (held.length > longest) throw new BrokenXml('a tag or a text without an end')
    },
    end() {
      if (names.length > 0 || held.trim() !== '') throw new BrokenXml('cut short')
    },
  }
}

/** Where what begins with `<` at a place ends, behind its last sign; -1 where that is still to come. */
function endOfMarkup(all: string, at: number): number {
  const closed = (sign: string, from: number): number => {
    const end = all.indexOf(sign, from)
    return end < 0 ? -1 : end + sign.length
  }
  if (all[at + 1] === '?') return closed('?>', at + 2)
  if (all[at + 1] === '!') {
    if (at + 9 > all.length) return -1
    return all.startsWith('<!--', at) ? closed('-->', at + 4) : all.startsWith('<![CDATA[', at) ? closed(']]>', at + 9) : closed('>', at)
  }
  let quote = 0
  for (let next = at + 1; next < all.length; next++) {
    const code = all.charCodeAt(next)
    if (quote !== 0) quote = code === quote ? 0 : quote
    else if (code === 62) return next + 1
    else if (code === 34 || code === 39) quote = code
  }
  return -1
}

/** The name of an element in its tag, without the prefix of its name space. */
function bareName(tag: string): string {
  let end = 0
  let from = 0
  for (; end < tag.length; end++) {
    const code = tag.charCodeAt(end)
    if (code === 58) from = end + 1
    if (code <= 32 || code === 47) break
  }
  return tag.slice(from, end)
}

const isSpace = (code: number): boolean => code === 32 || code === 9 || code === 10 || code === 13

/** What a tag says under a name, prefixes aside; empty where it says nothing. */
export function attribute(tag: string, name: string): string {
  for (let at = tag.indexOf(name, 1); at > 0; at = tag.indexOf(name, at + 1)) {
    const before = tag.charCodeAt(at - 1)
    if (!isSpace(before) && before !== 58) continue
    let next = at + name.length
    while (isSpace(tag.charCodeAt(next))) next++
    if (tag[next] !== '=') continue
    next++
    while (isSpace(tag.charCodeAt(next))) next++
    const end = tag.indexOf(tag[next] ?? '"', next + 1)
    return end < 0 ? '' : withoutEntities(tag.slice(next + 1, end))
  }
  return ''
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

const withoutEntities = (text: string): string =>
  text.includes('&') ? text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/giu, (whole, hex?: string, digits?: string, name?: string) => {
    if (name !== undefined) return named[name.toLowerCase()] ?? whole
    const code = hex === undefined ? Number(digits) : Number.parseInt(hex, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  }) : text
