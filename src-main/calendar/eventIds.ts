/** The id of a link: a UUIDv7 as text. */
export type LinkId = string & { readonly LinkId: true }

/**
 * The id of the event of a link: its 16 bytes in base32hex without padding (RFC 4648, 7, in small letters as Google wants
 * them), and the generation after it.
 *
 * Made here, so that sending twice makes no second event. Google never gives the id of a deleted event free, so each event
 * that follows a deleted one is of the next generation.
 */
export function eventIdOf(id: LinkId, generation: number): string {
  const bits = BigInt(`0x${id.replaceAll('-', '')}`)
  return `${bits.toString(32).padStart(26, '0')}${generation.toString(32)}`
}

/** The id of a link from that of an event; null where it is none of ours. Which generation it is of, the link says. */
export function linkIdOf(eventId: string): LinkId | null {
  if (!/^[0-7][0-9a-v]{26,31}$/.test(eventId)) return null
  const bits = Array.from(eventId.slice(0, 26)).reduce((sum, digit) => sum * 32n + BigInt(Number.parseInt(digit, 32)), 0n)
  const hex = bits.toString(16).padStart(32, '0')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-') as LinkId
}
