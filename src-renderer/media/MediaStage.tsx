import { IconPhotoOff, IconVideoOff } from '@tabler/icons-react'
import { useState } from 'react'
import type { Media } from '../../src-preload/contract/media.ts'
import { Instead } from './Instead.tsx'
import { mediaAddress, mediaWords } from './mediaWords.ts'
import classes from './MediaViewer.module.css'
import { PaperStage } from './PaperStage.tsx'
import { SaveCopy } from './SaveCopy.tsx'

/** A file shown large: a picture, a tape with the browser's own controls, a paper page by page, or what to do where it cannot be shown. */
export function MediaStage({ media }: { readonly media: Media }) {
  const [failed, setFailed] = useState(false)
  if (media.missing) {
    return (
      <Instead icon={<IconPhotoOff size={32} />} sentence={`The file ${media.fileName} is not in the media folder any more.`} hint="What is said of it here is kept. Drop the same file on the card, and it is shown again." />
    )
  }
  if (media.form === 'picture' && !failed) {
    return <img className={classes.picture} src={mediaAddress(media.id)} width={media.width ?? undefined} height={media.height ?? undefined} alt={mediaWords(media)} onError={() => setFailed(true)} />
  }
  if (media.form === 'video' && !failed) {
    return (
      // Self-tapes come without captions.
      // oxlint-disable-next-line jsx-a11y/media-has-caption
      <video className={classes.video} src={`${mediaAddress(media.id)}#t=0.001`} controls playsInline preload="metadata" aria-label={mediaWords(media)} onError={() => setFailed(true)} />
    )
  }
  if (media.form === 'pdf') return <PaperStage media={media} />
  if (media.form === 'closed') return <Instead icon={<IconPhotoOff size={32} />} sentence="HEIC pictures cannot be shown here." hint="It is kept as it came. Export it as JPEG and add that to see it."><SaveCopy media={media} /></Instead>
  const what = media.form === 'video' ? 'This tape cannot be played here.' : 'This picture cannot be shown here.'
  return <Instead icon={<IconVideoOff size={32} />} sentence={what} hint={`It is kept whole (${media.mime}). Save a copy and open it in another program.`}><SaveCopy media={media} /></Instead>
}
