import type { RoleSize } from './roles.ts'
import type { Scene } from './scripts.ts'
import type { Gender, PlayingRange } from './words.ts'

/** What a size of role is called. */
export const sizeWords: Readonly<Record<RoleSize, string>> = { lead: 'Lead', supporting: 'Supporting', dayPlayer: 'Day player' }

/** What a gender is called on a role or a person. */
export const genderWords: Readonly<Record<Gender, string>> = { female: 'Woman', male: 'Man', nonBinary: 'Non-binary' }

/** A playing range as it is said: "38 to 48", or "38" where both ends are one. */
export const rangeWords = (range: PlayingRange): string => (range.from === range.to ? `${range.from}` : `${range.from} to ${range.to}`)

/** A length in eighths of a page as it is written on a breakdown sheet: "2 3/8", "4/8". */
export function eighthsWords(eighths: number): string {
  const whole = Math.floor(eighths / 8)
  const rest = eighths % 8
  return [whole > 0 ? `${whole}` : '', rest > 0 ? `${rest}/8` : ''].filter(Boolean).join(' ')
}

/** The number of a scene as it is called: the printed one, else its place in the script. */
export const sceneNumber = (scene: Pick<Scene, 'number' | 'index'>): string => scene.number ?? `${scene.index + 1}`
