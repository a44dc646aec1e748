import { ActionIcon, Modal, Tooltip } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'
import type { Media } from '../../src-preload/contract/media.ts'
import type { MediaId } from '../../src-preload/contract/talent.ts'
import { MediaFacts } from './MediaFacts.tsx'
import { MediaStage } from './MediaStage.tsx'
import { mediaKindWords } from './mediaWords.ts'
import classes from './MediaViewer.module.css'

interface MediaViewerProps {
  readonly all: readonly Media[]
  /** Which file is looked at; null keeps the viewer shut. */
  readonly open: MediaId | null
  readonly onOpen: (id: MediaId | null) => void
  readonly name: string
  readonly locale: string
}

/** Looks at the files of a person one by one, with what is known of each; left and right go to the next, Escape closes. */
export function MediaViewer({ all, open, onOpen, name, locale }: MediaViewerProps) {
  const at = all.findIndex(({ id }) => id === open)
  const media = all[at]
  const go = (step: number) => {
    const next = all[(at + step + all.length) % all.length]
    if (next) onOpen(next.id)
  }
  const keys = (event: KeyboardEvent) => {
    // The card below would close with the viewer.
    if (event.key === 'Escape') event.stopPropagation()
    if ((event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') || event.altKey || event.ctrlKey || event.metaKey) return
    const target = event.target
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLVideoElement) return
    // A page that is larger than its room is scrolled.
    if (target instanceof HTMLElement && target.dataset['zoomed'] === 'true') return
    event.preventDefault()
    event.stopPropagation()
    go(event.key === 'ArrowLeft' ? -1 : 1)
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div onKeyDown={keys}>
      <Modal opened={media !== undefined} onClose={() => onOpen(null)} size="min(1120px, 94vw)" title={media && <span className={classes.title}>{name} · {mediaKindWords[media.kind]} <span className={classes.count}>{at + 1} of {all.length}</span></span>}>
        {media && (
          <div className={classes.viewer}>
            <div className={classes.stage}>
              <MediaStage key={media.id} media={media} />
              {all.length > 1 && (
                <>
                  <Tooltip label="Before (←)"><ActionIcon className={classes.before} variant="default" size={36} aria-label="The file before" onClick={() => go(-1)}><IconChevronLeft size={20} aria-hidden /></ActionIcon></Tooltip>
                  <Tooltip label="Next (→)"><ActionIcon className={classes.next} variant="default" size={36} aria-label="The next file" onClick={() => go(1)}><IconChevronRight size={20} aria-hidden /></ActionIcon></Tooltip>
                </>
              )}
            </div>
            <MediaFacts key={media.id} media={media} locale={locale} onRemoved={() => onOpen(all.length > 1 ? (all[at + 1] ?? all[at - 1])?.id ?? null : null)} />
          </div>
        )}
      </Modal>
    </div>
  )
}
