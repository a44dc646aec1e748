import { encode } from 'fast-png'
import type { PagePixels } from './pdfium.ts'

/** Writes a drawn page as PNG: grey where nothing on it has a colour, which then takes a third of the room. */
export function pagePng({ width, height, pixels }: PagePixels): Uint8Array {
  const channels = isGrey(pixels) ? 1 : 3
  const data = new Uint8Array(width * height * channels)
  for (let at = 0, to = 0; at < pixels.length; at += 4) for (let part = 0; part < channels; part++) data[to++] = pixels[at + part] ?? 255
  return encode({ width, height, data, channels, depth: 8 }, { zlib: { level: 3 } })
}

function isGrey(pixels: Uint8Array): boolean {
  for (let at = 0; at < pixels.length; at += 4) {
    const red = pixels[at] ?? 0
    if (Math.abs(red - (pixels[at + 1] ?? 0)) > 2 || Math.abs(red - (pixels[at + 2] ?? 0)) > 2) return false
  }
  return true
}
