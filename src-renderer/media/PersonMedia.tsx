import { FileButton } from '@mantine/core'
import { IconPhotoPlus, IconUpload } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import type { MediaId, TalentId } from '../../src-preload/contract/talent.ts'
import { useFreshAnswer } from '../look/changes.tsx'
import { FourStates } from '../look/FourStates.tsx'
import { MediaTile } from './MediaTile.tsx'
import { MediaViewer } from './MediaViewer.tsx'
import { mediaAccept } from './mediaWords.ts'
import classes from './PersonMedia.module.css'
import { useAddMedia } from './useAddMedia.ts'
import { useCardDrop } from './useCardDrop.ts'

interface PersonMediaProps {
  readonly id: TalentId
  readonly name: string
  readonly locale: string
}

/** The pictures, tapes and papers of a person as a strip, the main headshot first; files dropped anywhere on the card are added to it. */
export function PersonMedia({ id, name, locale }: PersonMediaProps) {
  const answer = useFreshAnswer(['talent'], (office, signal) => office.media.list({ talentId: id }, { signal }), [id])
  const [open, setOpen] = useState<MediaId | null>(null)
  const place = useRef<HTMLDivElement>(null)
  const add = useAddMedia(id, name)
  const over = useCardDrop(place, add)
  const none = answer.data?.length === 0
  return (
    <div ref={place}>
      <FourStates answer={answer} what="the pictures" skeleton={<div className={classes.strip}><span className={classes.waiting} /><span className={classes.waiting} /></div>}>
        {all => (
          <>
            <ul className={classes.strip} aria-label={`Pictures and tapes of ${name}`}>
              {all.map(media => <li key={media.id}><MediaTile media={media} onOpen={() => setOpen(media.id)} /></li>)}
              <li>
                <FileButton multiple accept={mediaAccept} onChange={files => void add(files)}>
                  {button => (
                    <button type="button" {...button} className={classes.add} data-wide={none}>
                      <IconPhotoPlus size={20} aria-hidden />
                      <span>{none ? 'Add a headshot, a self-tape, a reel or a PDF, or drop it on this card' : 'Add'}</span>
                    </button>
                  )}
                </FileButton>
              </li>
            </ul>
            <MediaViewer all={all} open={open} onOpen={setOpen} locale={locale} name={name} />
          </>
        )}
      </FourStates>
      {over && <div className={classes.drop} role="status"><IconUpload size={28} aria-hidden /><p>This becomes a file of {name}</p><span>Let go to add it. Pictures, video and PDF.</span></div>}
    </div>
  )
}
