import { readFileSync } from 'node:fs'
import { encode } from 'fast-png'
import type { DroppedFile } from './journey.ts'

const tapeOf = (name: string, kept: string): DroppedFile => ({ name, content: readFileSync(new URL(`../fixtures/media/${kept}`, import.meta.url)), type: 'video/webm' })

/** Four seconds of a self-tape without sound: a real WebM (VP8), 160 by 90. */
export const selfTape = tapeOf('scene 12 take 2.webm', 'self-tape.webm')

/** The same with sound (Opus): what a browser plays, it must also hear. */
export const soundTape = tapeOf('scene 3 take 1.webm', 'self-tape-sound.webm')

/** A picture of one shade, 90 by 120, with a lighter half. */
export function headshot(name: string, shade: number): DroppedFile {
  const data = Uint8Array.from({ length: 90 * 120 * 3 }, (_, at) => (Math.floor(at / 3) % 90 < 45 ? shade : 250 - shade))
  return { name, content: encode({ width: 90, height: 120, data, channels: 3 }), type: 'image/png' }
}
