import { createInterface } from 'node:readline'

/** Where links are offered: what makes them, where they are written, and what the user types into. */
export interface LinkOffer {
  newLink(): string
  write(line: string): void
  /** Opens a link in the user's browser; left out where none is wanted. */
  readonly open?: (link: string) => void
  /** The user's keyboard; left out where nobody sits at a terminal. */
  readonly keyboard?: NodeJS.ReadableStream
}

/** Writes the one line `CastMatch: LINK`; at a terminal, Enter writes another, for a browser that has forgotten its cookie. */
export function offerLinks({ newLink, write, open, keyboard }: LinkOffer): void {
  const offer = () => {
    const link = newLink()
    write(`CastMatch: ${link}\n`)
    return link
  }
  const link = offer()
  open?.(link)
  if (keyboard) createInterface({ input: keyboard }).on('line', offer)
}
