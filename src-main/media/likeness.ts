/** Width and height of the grey picture that a likeness is made of. */
export const likenessSize = { width: 9, height: 8 } as const

/**
 * The likeness of a picture out of its 72 grey pixels, row by row: 16 hexadecimal digits, a bit where a pixel is lighter than the one right of it.
 *
 * Difference hash (dHash, N. Krawetz, https://www.hackerfactor.com/blog/index.php?/archives/529-Kind-of-Like-That.html). Null where the picture is
 * almost flat: a blank sheet is like every other.
 */
export function likenessOf(grey: Uint8Array): string | null {
  let bits = 0n
  let ones = 0
  for (let row = 0; row < likenessSize.height; row++) {
    for (let column = 0; column < likenessSize.width - 1; column++) {
      const at = row * likenessSize.width + column
      const lighter = (grey[at] ?? 0) > (grey[at + 1] ?? 0)
      bits = (bits << 1n) | (lighter ? 1n : 0n)
      ones += lighter ? 1 : 0
    }
  }
  const flat = Math.max(...grey) - Math.min(...grey) < 12
  return flat || ones < 3 ? null : bits.toString(16).padStart(16, '0')
}

/** In how many of their 64 bits two likenesses differ. */
export function likenessDistance(a: string, b: string): number {
  const half = (from: number) => bitsOf(Number.parseInt(a.slice(from, from + 8), 16) ^ Number.parseInt(b.slice(from, from + 8), 16))
  return half(0) + half(8)
}

/** How many bits of a 32-bit number are set (H. S. Warren, Hacker's Delight, 5-1). */
function bitsOf(number: number): number {
  let bits = number - ((number >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return (Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24)
}
