import type { NamedPicture } from '../../src-preload/contract/media.ts'
import type { TalentId } from '../../src-preload/contract/talent.ts'
import type { PictureOf } from './useTakePictures.ts'

/** What the user says of a picture: left out, a new person, or the id of somebody in the book. */
export type WhoseChoice = 'skip' | 'new' | TalentId

/** What is chosen before she says anything: only what is sure. */
export const chosenAtFirst = ({ certainty, people }: NamedPicture): WhoseChoice => (certainty === 'sure' ? people[0]?.id : undefined) ?? 'skip'

/** A picture as it is taken in; null where it is left out. */
export function pictureOf(file: File, { name }: NamedPicture, choice: WhoseChoice): PictureOf | null {
  if (choice === 'skip') return null
  if (choice !== 'new') return { file, talentId: choice }
  return name === '' ? null : { file, newName: name }
}
