/** A cue taken apart: the canonical name, the name as spelt, and whether it says that the speech goes on. */
export type Cue = { readonly name: string; readonly spelling: string; readonly continued: boolean }

const continuedPattern = /CONT(?:[’'`]?\s?D|INUED|INUING|\.|\))/iu
const bareExtension = /(?:\s*[-–,]?\s+)(?:V\.\s?O\.?|O\.\s?[SC]\.?|CONT[’'`]?D\.?)$/iu

/**
 * Takes a cue apart.
 *
 * The canonical name is in capitals, without extensions such as (V.O.), (O.S.) and (CONT'D), without revision marks and without
 * punctuation at its end; apostrophes are made straight. Honorifics and numbers stay, so that MR MISHRA and MRS MISHRA are two. The
 * name is empty where the cue holds nothing but an extension.
 */
export const parseCue = (text: string): Cue => {
  const written = text.replace(/[*^]+\s*$/u, '').replace(/\s+/gu, ' ').trim()
  let spelling = written.replace(/\s*[([][^)\]]*(?:[)\]]|$)/gu, ' ').trim()
  while (bareExtension.test(spelling)) spelling = spelling.replace(bareExtension, '')
  spelling = spelling.replace(/^[\s"“”.,:;\-–—]+|[\s"“”.,:;!?…\-–—]+$/gu, '').replace(/\s+/gu, ' ')
  return { name: spelling.normalize('NFC').replace(/[’‘`´]/gu, "'").toUpperCase(), spelling, continued: continuedPattern.test(written) }
}

/** Tells whether a text is a cue of which only the extension was written, such as `(V.O.)`. */
export const isNamelessCue = (text: string): boolean => /^\(\s*(?:V\.?\s?O|O\.?\s?[SC]|OFF|CONT[’']?D)\b\.?[^)]{0,20}\)$/iu.test(text)

/** Tells whether letters that have a case stand all in capitals, and that there is at least one; extensions in brackets do not count. */
export const isUpper = (text: string): boolean => {
  const bare = text.replace(/\([^)]*(?:\)|$)/gu, '').replace(/(?<=\p{Lu})['’]s\b/gu, '')
  return /\p{Lu}/u.test(bare) && !/\p{Ll}/u.test(bare)
}

/** Tells whether the letters of a text have no case at all (Devanagari, Malayalam, Japanese), and that there are letters. */
export const isCaseless = (text: string): boolean => /\p{Lo}/u.test(text) && !/\p{Lu}|\p{Ll}/u.test(text)
