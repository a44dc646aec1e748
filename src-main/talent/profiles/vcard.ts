/** One property of a card: its name in capitals, its parameters, its value with line breaks as they were meant, escapes still in it. */
export interface CardProperty {
  readonly name: string
  readonly types: readonly string[]
  readonly value: string
  /** Whether the value is base64, as pictures are. */
  readonly binary: boolean
}

/** The longest property that is looked at, in characters: pictures are the long ones. */
const longestProperty = 8_000_000

/**
 * Parts a file of contacts into its cards: vCard 2.1 with quoted-printable, 3.0 (RFC 2426) and 4.0 (RFC 6350).
 *
 * One pass over the lines, however the file is broken: what stands outside of cards, and lines that are no property, are passed by;
 * a card that is never closed ends with the file. `onCard` hears the properties of each, in order.
 */
export function readCards(text: string, onCard: (properties: readonly CardProperty[]) => void): void {
  let open: CardProperty[] | null = null
  for (const line of logicalLines(text)) {
    const word = line.slice(0, 16).trim().toUpperCase()
    if (word.startsWith('BEGIN:VCARD')) {
      if (open !== null) onCard(open)
      open = []
    } else if (word.startsWith('END:VCARD')) {
      if (open !== null) onCard(open)
      open = null
    } else if (open !== null) {
      const property = propertyOf(line)
      if (property) open.push(property)
    }
  }
  if (open !== null && open.length > 0) onCard(open)
}

/** Lines put together again: a blank at the start folds (RFC 6350, 3.2), `=` at the end of quoted-printable goes on (vCard 2.1, 2.1.3). */
function* logicalLines(text: string): Generator<string, void, undefined> {
  let parts: string[] = []
  let length = 0
  let soft = false
  for (const line of text.split(/\r\n|\r|\n/u)) {
    const folded = /^[ \t]/u.test(line)
    if ((soft || folded) && parts.length > 0 && length < longestProperty) {
      parts.push(folded && !soft ? line.slice(1) : line)
    } else {
      if (parts.length > 0) yield parts.join('')
      parts = [line]
      length = 0
    }
    length += line.length
    soft = isQuoted(parts[0] ?? '') && line.endsWith('=')
    if (soft) parts[parts.length - 1] = (parts.at(-1) ?? '').slice(0, -1)
  }
  if (parts.length > 0) yield parts.join('')
}

const isQuoted = (start: string): boolean => /^[^:]{0,200}QUOTED-PRINTABLE[^:]{0,100}:/iu.test(start)

function propertyOf(line: string): CardProperty | null {
  const colon = colonOf(line)
  if (colon < 1) return null
  const [head = '', ...parameters] = line.slice(0, colon).split(';')
  const name = (head.includes('.') ? head.slice(head.indexOf('.') + 1) : head).trim().toUpperCase()
  if (!/^[A-Z][A-Z0-9-]*$/u.test(name)) return null
  const said = parameters.map(parameter => parameter.trim().toUpperCase())
  const binary = said.some(parameter => /^(?:ENCODING=)?(?:B|BASE64)$/u.test(parameter))
  const charset = said.find(parameter => parameter.startsWith('CHARSET='))?.slice(8)
  const raw = line.slice(colon + 1)
  const value = said.some(parameter => /QUOTED-PRINTABLE/u.test(parameter)) ? quotedPrintable(raw, charset) : raw
  return { name, types: said.map(parameter => parameter.replace(/^TYPE=/u, '').replaceAll('"', '')), value: value.trim(), binary }
}

/** The colon that ends the parameters: none inside quotes. */
function colonOf(line: string): number {
  let quoted = false
  for (let at = 0; at < Math.min(line.length, 2_000); at++) {
    if (line[at] === '"') quoted = !quoted
    if (line[at] === ':' && !quoted) return at
  }
  return line.indexOf(':')
}

/** Decodes quoted-printable (RFC 2045, 6.7) in UTF-8, or in the charset that is named where it is known. */
function quotedPrintable(text: string, charset = 'UTF-8'): string {
  const bytes: number[] = []
  for (let at = 0; at < text.length; at++) {
    const code = /^=[0-9A-F]{2}$/iu.test(text.slice(at, at + 3)) ? Number.parseInt(text.slice(at + 1, at + 3), 16) : -1
    if (code >= 0) {
      bytes.push(code)
      at += 2
    } else bytes.push(...new TextEncoder().encode(text[at] ?? ''))
  }
  try {
    return new TextDecoder(charset).decode(Uint8Array.from(bytes))
  } catch {
    return new TextDecoder().decode(Uint8Array.from(bytes))
  }
}

/** A value without its escapes: `\n`, `\,`, `\;` and `\\` (RFC 6350, 3.4). */
export const unescaped = (value: string): string => value.replace(/\\([nN,;:\\])/gu, (_, sign: string) => (sign === 'n' || sign === 'N' ? '\n' : sign))

/** The components of a value that has several, such as N and ADR. */
export const componentsOf = (value: string): readonly string[] => value.split(/(?<!\\);/u).map(part => unescaped(part).trim())
