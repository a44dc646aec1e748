import { Button } from '@mantine/core'
import type { Media } from '../../src-preload/contract/media.ts'
import { mediaAddress } from './mediaWords.ts'

/** Saves a copy of a file where the user wants it, to be opened by the system. */
export const SaveCopy = ({ media, label = 'Save a copy' }: { readonly media: Media; readonly label?: string }) => (
  <Button component="a" href={mediaAddress(media.id)} download={media.fileName} variant="default">{label}</Button>
)
