/** Text out of bytes, and whether its encoding had to be guessed because it is neither UTF-8 nor UTF-16. */
export type DecodedText = { readonly text: string; readonly guessed: boolean }

/**
 * Decodes a text file: UTF-8 or UTF-16 by its byte order mark, UTF-16 without one by its zero bytes or those of an Indic script, else UTF-8,
 * else Mac OS Roman where its apostrophes say so, else windows-1252.
 *
 * Line ends become `\n`, and other control characters but tabs are dropped; form feeds become line ends too or, with `keepsPages`, stay
 * (and vertical tabs, the line breaks of a word processor, become line ends). Never throws.
 */
export const decodeText = (bytes: Uint8Array, keepsPages = false): DecodedText => {
  const tidy = (text: string): string => withoutControls(keepsPages ? text.replaceAll('\v', '\n') : text.replaceAll('\f', '\n'))
  const [encoding, skip] = encodingOf(bytes)
  const body = bytes.subarray(skip)
  if (encoding) return { text: tidy(new TextDecoder(encoding).decode(body)), guessed: false }
  try {
    return { text: tidy(new TextDecoder('utf-8', { fatal: true }).decode(body)), guessed: false }
  } catch {
    return { text: tidy(new TextDecoder(isMacRoman(body) ? 'macintosh' : 'windows-1252').decode(body)), guessed: true }
  }
}

/** Tells whether bytes can be text: a byte order mark, UTF-16, or hardly any control characters in the first 4,096 bytes. */
export const looksLikeText = (bytes: Uint8Array): boolean => {
  if (encodingOf(bytes)[0]) return true
  const head = bytes.subarray(0, 4096)
  let odd = 0
  for (const byte of head) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 26 && byte !== 27) || byte === 127) odd++
  return head.length === 0 || odd / head.length < 0.005
}

const encodingOf = (bytes: Uint8Array): readonly [encoding: string | null, skip: number] => {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return ['utf-8', 3]
  if (first === 0xff && second === 0xfe) return ['utf-16le', 2]
  if (first === 0xfe && second === 0xff) return ['utf-16be', 2]
  const head = bytes.subarray(0, 512)
  const zeros = [0, 0] as [number, number]
  head.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2 === 0 ? 0 : 1]++
  })
  const half = head.length / 2
  // Text in Latin letters has a zero as every other byte; a binary file has them on both sides.
  if (half > 4 && zeros[1] > 0.4 * half && zeros[0] < 0.05 * half) return ['utf-16le', 0]
  if (half > 4 && zeros[0] > 0.4 * half && zeros[1] < 0.05 * half) return ['utf-16be', 0]
  if (isIndicHalf(head, 1)) return ['utf-16le', 0]
  if (isIndicHalf(head, 0)) return ['utf-16be', 0]
  return [null, 0]
}

/** The scripts of India lie from U+0900 to U+0DFF: every other byte is 9 to 13, but 0 where a space or a Latin letter stands. */
const isIndicHalf = (head: Uint8Array, parity: 0 | 1): boolean => {
  const own = head.filter((_, at) => at % 2 === parity)
  const others = head.filter((_, at) => at % 2 !== parity)
  const share = (bytes: Uint8Array, isWanted: (byte: number) => boolean): number => bytes.filter(isWanted).length / bytes.length
  const isBlock = (byte: number): boolean => byte >= 0x09 && byte <= 0x0d
  if (own.length < 16 || share(own, byte => byte === 0 || isBlock(byte)) < 0.95 || share(own, isBlock) < 0.5) return false
  return share(own, byte => byte === 0) > 0.03 && share(others, byte => byte === 0x20) > 0.03 && share(others, isBlock) < 0.4
}

/** Mac OS Roman writes ’ as 0xD5, which is Õ in windows-1252 and hardly ever stands between two small letters. */
const isMacRoman = (bytes: Uint8Array): boolean => {
  const isSmall = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x61 && byte <= 0x7a
  let mac = 0
  let windows = 0
  bytes.forEach((byte, at) => {
    if ((byte !== 0xd5 && byte !== 0x92) || !isSmall(bytes[at - 1]) || !isSmall(bytes[at + 1])) return
    if (byte === 0xd5) mac++
    else windows++
  })
  return mac > 1 && windows === 0
}

const withoutControls = (text: string): string =>
  // eslint-disable-next-line no-control-regex -- control characters are what is taken out here
  text.replace(/\r\n?|[\u2028\u2029\u0085]/gu, '\n').replace(/[\u0000-\u0008\u000b\u000e-\u001f\u007f\ufeff]/gu, '')
