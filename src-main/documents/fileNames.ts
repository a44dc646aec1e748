/** Names that Windows keeps for devices, whatever their ending (learn.microsoft.com, "Naming Files, Paths, and Namespaces"). */
const devices = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/iu

/** Bytes of UTF-8 of the longest name; most file systems take 255, and a " (2)" and a folder may come to it. */
const mostBytes = 200

/**
 * A name that every file system takes, as near to the one wanted as may be: `parts` joined by " - ", then `ending` such as ".pdf".
 *
 * What Windows, macOS or Linux refuse becomes a space; a part that is too long is cut between letters as they are seen, the longest
 * first; nothing left is "Untitled".
 */
export function safeFileName(parts: readonly string[], ending: string): string {
  const clean = parts.map(cleaned).filter(part => part !== '')
  while (clean.length > 0 && bytesOf(clean.join(' - ')) + ending.length > mostBytes) {
    const longest = clean.reduce((best, part, at) => (bytesOf(part) > bytesOf(clean[best] ?? '') ? at : best), 0)
    clean[longest] = withoutLast(clean[longest] ?? '')
  }
  const name = clean.filter(part => part !== '').join(' - ') || 'Untitled'
  return `${devices.test(name) ? `_${name}` : name}${ending}`
}

/** Names of which no two are alike to a file system that does not tell capitals: a later one gets " (2)" before its ending. */
export function unlikeNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return names.map(name => {
    const [, stem = name, ending = ''] = /^(.*?)(\.[^.]*)?$/su.exec(name) ?? []
    let unlike = name
    for (let count = 2; taken.has(keyOf(unlike)); count++) unlike = `${stem} (${count})${ending}`
    taken.add(keyOf(unlike))
    return unlike
  })
}

const keyOf = (name: string): string => name.normalize('NFC').toLowerCase()

const cleaned = (part: string): string =>
  part
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}"*/:<>?\\|\u202a-\u202e\u2066-\u2069]/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/^[\s.]+|[\s.]+$/gu, '')

const bytesOf = (text: string): number => new TextEncoder().encode(text).byteLength

const withoutLast = (text: string): string => [...new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text)].slice(0, -1).map(({ segment }) => segment).join('').trimEnd()
