import { useState } from 'react'
import type { MediaId } from '../../src-preload/contract/talent.ts'
import classes from './Avatar.module.css'

/** Made once: a new one for each name of a long list takes longer than the list. */
const letters = new Intl.Segmenter()

/** What begins with two letters of ASCII has no sign on the first. */
const plain = /^[a-z](?:[a-z.'-]|$)/i

/** Up to two initials of a name, in any script; the honorific is left out. */
export function initialsOf(name: string): string {
  const parts = name.replace(/^(mr|mrs|ms|dr|shri|smt)\.?\s+/i, '').split(/\s+/).filter(Boolean)
  const first = parts[0]
  const last = parts.length > 1 ? parts.at(-1) : undefined
  const segment = (word: string | undefined) => (word ? (plain.test(word) ? word.charAt(0) : (letters.segment(word).containing(0)?.segment ?? '')) : '')
  return (segment(first) + segment(last)).toUpperCase()
}

interface AvatarProps {
  readonly name: string
  /** The main headshot, null or left out where there is none. */
  readonly picture?: MediaId | null
  /** Width and height in pixels. */
  readonly size?: number
}

/**
 * A person as a small round picture, or by initials on one of six quiet grounds, always the same for the same name.
 *
 * The initials stand there until the picture is loaded, and where it is missing. Decorative: the name stands beside it.
 */
export function Avatar({ name, picture = null, size = 36 }: AvatarProps) {
  return (
    <span aria-hidden className={classes.avatar} data-ground={groundOf(name)} style={{ width: size, height: size, fontSize: Math.round(size * 0.36) }}>
      {initialsOf(name)}
      {picture !== null && <Face key={picture} id={picture} side={size > 48 ? 480 : 96} />}
    </span>
  )
}

/** Which of the six grounds a name has, 0 to 5. */
export const groundOf = (name: string): number => [...name].reduce((total, letter) => (total * 31 + (letter.codePointAt(0) ?? 0)) % 997, 7) % 6

/** The small picture of a headshot, over whatever stands below it; nothing where it does not come. */
export function Face({ id, side }: { readonly id: MediaId; readonly side: 96 | 480 }) {
  const [failed, setFailed] = useState(false)
  if (failed) return null
  return <img className={classes.face} src={`/media/${id}/thumb/${side}`} alt="" loading="lazy" decoding="async" draggable={false} onError={() => setFailed(true)} />
}
