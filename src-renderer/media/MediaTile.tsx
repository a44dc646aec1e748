import { IconFileTypePdf, IconPhoto, IconPhotoOff, IconPlayerPlay, IconStar } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Media } from '../../src-preload/contract/media.ts'
import { Face } from '../look/Avatar.tsx'
import { mediaAddress, mediaKindWords, mediaWords } from './mediaWords.ts'
import classes from './PersonMedia.module.css'

/** One file of a person as a small tile that opens it: a picture, the first moment of a tape, or a sign with its name. */
export function MediaTile({ media, onOpen }: { readonly media: Media; readonly onOpen: () => void }) {
  return (
    <button type="button" className={classes.tile} data-missing={media.missing} aria-label={mediaWords(media)} title={media.caption || media.fileName} onClick={onOpen}>
      <Inside media={media} />
      {!media.missing && media.form !== 'pdf' && (media.isMain || media.kind !== 'headshot') && <span className={classes.label} aria-hidden>{mark(media)}{media.isMain ? 'Main' : mediaKindWords[media.kind]}</span>}
    </button>
  )
}

function mark(media: Media): ReactNode {
  if (media.isMain) return <IconStar size={12} />
  return media.form === 'video' ? <IconPlayerPlay size={12} /> : null
}

function Inside({ media }: { readonly media: Media }) {
  if (media.missing) return <Sign icon={<IconPhotoOff size={20} />}>File missing</Sign>
  if (media.form === 'picture') return <><IconPhoto size={20} aria-hidden /><Face id={media.id} side={480} /></>
  if (media.form === 'closed') return <Sign icon={<IconPhotoOff size={20} />}>HEIC, no picture here</Sign>
  if (media.form === 'pdf') return <Sign icon={<IconFileTypePdf size={24} />}>{media.caption || media.fileName.replace(/\.pdf$/i, '')}</Sign>
  return (
    <>
      <IconPlayerPlay size={20} aria-hidden />
      {/* Its first moment; the player with its controls opens by the click. */}
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption */}
      <video className={classes.frame} src={`${mediaAddress(media.id)}#t=0.1`} preload="metadata" muted tabIndex={-1} aria-hidden />
    </>
  )
}

const Sign = ({ icon, children }: { readonly icon?: ReactNode; readonly children: ReactNode }) => <span className={classes.sign} aria-hidden>{icon}<span>{children}</span></span>
