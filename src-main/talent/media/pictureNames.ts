import { fold } from '../../spelling/folding.ts'

/** Words of file names that name no person: what is on the picture, what was done with it, and what cameras and messengers write. */
const notNames = new Set([
  'headshot', 'headshots', 'head', 'shot', 'shots', 'hs', 'pic', 'pics', 'picture', 'photo', 'photos', 'photograph', 'portrait', 'portraits', 'portfolio', 'profile',
  'image', 'images', 'img', 'dsc', 'dscn', 'dscf', 'pxl', 'mvimg', 'wa', 'whatsapp', 'whats', 'app', 'screenshot', 'selfie', 'polaroid', 'polaroids', 'compcard', 'comp', 'card', 'zed',
  'front', 'side', 'left', 'right', 'smile', 'smiling', 'close', 'closeup', 'up', 'full', 'half', 'mid', 'length', 'body', 'look', 'test',
  'final', 'edit', 'edited', 'retouched', 'copy', 'new', 'latest', 'old', 'bw', 'colour', 'color', 'hd', 'hires', 'lowres', 'high', 'low', 'res', 'web', 'small', 'large',
  'scaled', 'compressed', 'crop', 'cropped', 'jpg', 'jpeg', 'png', 'at', 'am', 'pm', 'of', 'actor', 'actress', 'artist', 'model', 'audition', 'age', 'male', 'female',
])

/** The words of a file's name that may name a person, in order, as they are written; numbers and the words of cameras are left out. */
export function nameWords(fileName: string): readonly string[] {
  return fileName
    .replace(/\.[^.]{1,5}$/, '')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .split(/[^\p{L}\p{M}'’]+/u)
    .filter(word => word !== '' && !notNames.has(fold(word)))
}

/** A name as a new person would be called: words in capitals, or in none, are written as names are. */
export const asName = (words: readonly string[]): string =>
  words.map(word => (word === word.toUpperCase() || word === word.toLowerCase() ? word.charAt(0).toUpperCase() + word.slice(1).toLowerCase() : word)).join(' ').slice(0, 160)

/** Every order of up to three words; of more, the order as written, and with the last word first. */
export function ordersOf(words: readonly string[]): readonly (readonly string[])[] {
  if (words.length > 3) return [words, [...words.slice(-1), ...words.slice(0, -1)], [...words.slice(1), ...words.slice(0, 1)]]
  if (words.length < 2) return [words]
  return words.flatMap((word, at) => ordersOf([...words.slice(0, at), ...words.slice(at + 1)]).map(rest => [word, ...rest]))
}
