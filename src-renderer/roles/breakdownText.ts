import type { Breakdown, Claim, FlagWord, RoleFlag } from '../../src-preload/contract/breakdowns.ts'
import type { Citation } from '../../src-preload/contract/roles.ts'

/** A piece of a paragraph: words, and the claim that they are where they are one. */
export interface Segment {
  readonly text: string
  readonly claim: Claim | null
}

/** A paragraph cut at its claims, and the claims whose words no longer stand in it. */
export interface CutParagraph {
  readonly segments: readonly Segment[]
  readonly elsewhere: readonly Claim[]
}

/**
 * Cuts a paragraph at the claims that still stand in it word for word, in their order.
 *
 * Where she rewrote a clause its claim is `elsewhere`: its lines are shown beside her text and never under words they do not bear out.
 */
export function cutParagraph(paragraph: string, claims: readonly Claim[]): CutParagraph {
  const segments: Segment[] = []
  const elsewhere: Claim[] = []
  let from = 0
  for (const claim of claims) {
    const at = claim.text === '' ? -1 : paragraph.indexOf(claim.text, from)
    if (at < 0) {
      elsewhere.push(claim)
      continue
    }
    if (at > from) segments.push({ text: paragraph.slice(from, at), claim: null })
    segments.push({ text: claim.text, claim })
    from = at + claim.text.length
  }
  if (from < paragraph.length) segments.push({ text: paragraph.slice(from), claim: null })
  return { segments, elsewhere }
}

/** The first citation of each page, in order. */
export function onePerPage(citations: readonly Citation[]): readonly Citation[] {
  const keys = citations.map(({ scriptId, page }) => `${scriptId} ${page}`)
  return citations.filter((_, index) => keys.indexOf(keys[index] ?? '') === index)
}

const pagesIn = (citations: readonly Citation[]): string =>
  citations.length === 0 ? '' : ` (p. ${onePerPage(citations).map(({ page }) => page).join(', ')})`

/** What a flag is called. */
export const flagWords: Readonly<Record<FlagWord, string>> = {
  intimacy: 'Nudity or intimacy', stunt: 'Stunt or action', minor: 'Minor', animals: 'Animals', smoking: 'Smoking', alcohol: 'Alcohol',
  singing: 'Singing', dancing: 'Dancing', swimming: 'Swimming', riding: 'Riding', driving: 'Driving', night: 'Night shoots',
  prosthetics: 'Prosthetics or ageing',
}

/** The flags that stand: read and not cleared, or set by hand. */
export const standing = (flags: readonly RoleFlag[]): readonly RoleFlag[] => flags.filter(({ said }) => said !== 'cleared')

/** A breakdown as plain text for a message, pages in brackets; the name between asterisks, which WhatsApp shows bold. */
export function breakdownAsText(name: string, { paragraph, claims, flags }: Breakdown): string {
  const { segments } = cutParagraph(paragraph, claims)
  const text = segments.map(({ text: words, claim }) => {
    const pages = claim ? pagesIn(claim.citations) : ''
    const stop = /[.,:]$/u.exec(words)?.[0] ?? ''
    return pages && stop && stop !== ':' ? `${words.slice(0, -1)}${pages}${stop}` : stop === ':' ? words : `${words}${pages}`
  }).join('')
  const bold = text.startsWith(name) ? `*${name}*${text.slice(name.length)}` : `*${name}*\n${text}`
  const told = standing(flags).map(({ flag, citations }) => `${flagWords[flag]}${pagesIn(citations)}`)
  return told.length > 0 ? `${bold}\n\nFlags: ${told.join('; ')}` : bold
}
