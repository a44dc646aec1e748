import { encode } from 'fast-png'
import { seededNumbers } from './manyPeople.ts'

/** A headshot as a PNG: a head and shoulders before a wall, 480 by 640, in colours of their own for each seed. */
export function drawnFace(seed: number): Uint8Array {
  const [width, height] = [480, 640]
  const random = seededNumbers(seed + 1)
  const colour = (low: number, high: number): readonly number[] => Array.from({ length: 3 }, () => low + random() * (high - low))
  const [wall, cloth, hair] = [colour(150, 225), colour(40, 200), colour(10, 60)]
  const tone = 0.55 + random() * 0.4
  const skin = [232 * tone, 184 * tone, 148 * tone]
  const within = (x: number, y: number, radiusX: number, radiusY: number, centreY: number): boolean => ((x - 240) / radiusX) ** 2 + ((y - centreY) / radiusY) ** 2 < 1
  const data = new Uint8Array(width * height * 3)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const of = within(x, y, 96, 128, 270) && y > 210 ? skin : within(x, y, 124, 158, 262) ? hair : within(x, y, 48, 120, 420) ? skin : within(x, y, 210, 220, 640) ? cloth : wall
      const light = 0.86 + (0.28 * (width - x)) / width
      for (let part = 0; part < 3; part++) data[(y * width + x) * 3 + part] = Math.min(255, (of[part] ?? 0) * light)
    }
  }
  return encode({ width, height, data, channels: 3 })
}
