import classes from './Avatar.module.css'

/** Up to two initials of a name, in any script; the honorific is left out. */
export function initialsOf(name: string): string {
  const parts = name.replace(/^(mr|mrs|ms|dr|shri|smt)\.?\s+/i, '').split(/\s+/).filter(Boolean)
  const first = parts[0]
  const last = parts.length > 1 ? parts.at(-1) : undefined
  const segment = (word: string | undefined) => (word ? ([...new Intl.Segmenter().segment(word)][0]?.segment ?? '') : '')
  return (segment(first) + segment(last)).toUpperCase()
}

/** A person without a picture: initials on one of six quiet grounds, always the same for the same name. Decorative: the name stands beside it. */
export function Avatar({ name, size = 36 }: { readonly name: string; readonly size?: number }) {
  const sum = [...name].reduce((total, letter) => (total * 31 + (letter.codePointAt(0) ?? 0)) % 997, 7)
  return (
    <span aria-hidden className={classes.avatar} data-ground={sum % 6} style={{ width: size, height: size, fontSize: Math.round(size * 0.36) }}>
      {initialsOf(name)}
    </span>
  )
}
