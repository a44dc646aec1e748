import type { Media, MediaKind } from '../../src-preload/contract/media.ts'
import type { MediaId } from '../../src-preload/contract/talent.ts'
import { dayWords } from '../look/words.ts'

/** What a kind of file is called. */
export const mediaKindWords: Readonly<Record<MediaKind, string>> = { headshot: 'Headshot', selfTape: 'Self-tape', reel: 'Reel', document: 'Document' }

/** What a file chooser offers for the files of a person. */
export const mediaAccept = 'image/*,video/*,application/pdf,.heic,.heif,.mkv,.mov'

/** Where a door serves a file. */
export const mediaAddress = (id: MediaId): string => `/media/${id}`

/** "3.4 MB", "820 kB", in the user's locale. */
export function bytesWords(bytes: number, locale: string): string {
  const [amount, unit] = bytes >= 1024 ** 3 ? [bytes / 1024 ** 3, 'GB'] : bytes >= 1024 ** 2 ? [bytes / 1024 ** 2, 'MB'] : [bytes / 1024, 'kB']
  return `${amount.toLocaleString(locale, { maximumFractionDigits: amount < 10 ? 1 : 0 })} ${unit}`
}

/** A file in a few words, as it is announced: "Main headshot, Without the moustache". */
export function mediaWords(media: Media): string {
  const kind = media.isMain ? 'Main headshot' : mediaKindWords[media.kind]
  const instead = media.missing ? 'file missing' : media.form === 'closed' ? 'HEIC, no picture here' : ''
  return [kind, media.caption || media.fileName, instead].filter(Boolean).join(', ')
}

/** One line on where a file comes from: its name, size, pixels and the day it was added. */
export const mediaOrigin = (media: Media, locale: string): string =>
  [
    media.fileName,
    bytesWords(media.bytes, locale),
    media.width !== null && media.height !== null && `${media.width} × ${media.height}`,
    `added ${dayWords(media.addedAt.slice(0, 10), locale)}`,
    media.source !== 'by hand' && `from ${media.source}`,
  ].filter(Boolean).join(' · ')
