/** Gives whole numbers from 0 to below a bound, the same ones for the same seed (mulberry32). */
export type Numbers = (below: number) => number

/** Random numbers that can be had again by their seed. */
export function numbersFrom(seed: number): Numbers {
  let state = seed >>> 0
  return below => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below)
  }
}

/** Pieces that files of scripts trip over: markup, long runs, numbers out of range, odd letters. */
const pieces = [
  '<', '>', '</', '<!DOCTYPE x [<!ENTITY a "b">]>', '&amp;', '&#0;', ']]>', '<constructor>', '((((', '[[', '/*', '*/', '***', '\u0000', '\uFFFF', '\u202E', '9'.repeat(400),
  ' '.repeat(400), '\n'.repeat(400), '-1', '4294967296', 'endobj', 'stream', '%%EOF', 'PK\u0003\u0004', 'INT. ', '\f', '\r',
].map(piece => new TextEncoder().encode(piece))

/** A copy of a file, changed at one to eight places: bytes replaced, cut out, doubled, swapped or put in, or the end cut off. */
export function mutate(bytes: Uint8Array, numbers: Numbers): Uint8Array {
  let changed = new Uint8Array(bytes)
  for (let left = 1 + numbers(8); left > 0; left--) changed = changeOnce(changed, numbers)
  return changed
}

function changeOnce(bytes: Uint8Array, numbers: Numbers): Uint8Array<ArrayBuffer> {
  const at = numbers(bytes.length + 1)
  const span = numbers(numbers(3) === 0 ? 4_096 : 24)
  const joined = (...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.concat(parts))
  switch (numbers(6)) {
    case 0: return new Uint8Array(bytes).fill(numbers(256), at, at + 1 + numbers(4))
    case 1: return joined(bytes.subarray(0, at), bytes.subarray(at + span))
    case 2: return joined(bytes.subarray(0, at + span), bytes.subarray(at))
    case 3: return joined(bytes.subarray(0, at), pieces[numbers(pieces.length)] ?? new Uint8Array(), bytes.subarray(at))
    case 4: {
      const to = numbers(bytes.length + 1)
      return joined(bytes.subarray(0, at), bytes.subarray(to, to + span), bytes.subarray(at))
    }
    default: return numbers(8) === 0 ? new Uint8Array(bytes.subarray(0, at)) : new Uint8Array(bytes).fill(numbers(256), at, at + 1)
  }
}
