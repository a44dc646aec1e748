import type { ScriptWarning } from '../../src-preload/contract/scripts.ts'
import { forcedHeading } from './headings.ts'
import type { PicturePage } from './pictureStore.ts'
import type { DraftElement } from './reader.ts'

/**
 * Puts what was read from pictures among the paragraphs of a script, each page in its place, and says of each such page that Claude
 * read it instead of that it has no text.
 */
export function withPictures(
  elements: readonly DraftElement[], warnings: readonly ScriptWarning[], pictures: readonly PicturePage[],
): { readonly elements: readonly DraftElement[]; readonly warnings: readonly ScriptWarning[] } {
  const own = new Map(pictures.filter(({ lines }) => lines.length > 0).map(picture => [picture.page, picture]))
  if (own.size === 0) return { elements, warnings }
  const read = [...own.values()].flatMap(paragraphsOf)
  return {
    elements: [...elements.filter(({ at }) => !own.has(Math.floor(at))), ...read].toSorted((a, b) => a.at - b.at),
    warnings: [
      ...warnings.filter(({ code, page }) => code !== 'PAGE_WITHOUT_TEXT' || page === null || !own.has(page)),
      ...[...own.keys()].map((page): ScriptWarning => ({ code: 'PAGE_READ_BY_CLAUDE', page, message: `Page ${page} is a picture; Claude read it. Compare it with the page before you rely on it.` })),
    ],
  }
}

/** Paragraphs of one page, spread over it in their order; a speech needs a cue before it on the page or goes on from the page before. */
function paragraphsOf({ page, lines }: PicturePage): DraftElement[] {
  const kept = lines.filter(({ kind, text }) => kind !== 'nothing' && text.trim() !== '')
  return kept.map(({ kind, text }, index): DraftElement => {
    const at = page + (index / kept.length) * 0.99
    const tidy = text.normalize('NFC').replace(/\s+/gu, ' ').trim()
    if (kind !== 'heading') return { kind: kind === 'nothing' ? 'action' : kind, text: tidy, at }
    const heading = forcedHeading(tidy)
    return { kind, text: heading.heading, at, heading }
  })
}
