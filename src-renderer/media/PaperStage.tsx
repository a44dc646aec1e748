import { ActionIcon, Button, Skeleton, Tooltip } from '@mantine/core'
import { IconChevronDown, IconChevronUp, IconFileAlert, IconFileTypePdf, IconLock, IconZoomIn, IconZoomOut } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import type { Media } from '../../src-preload/contract/media.ts'
import type { Failure } from '../connection/failure.ts'
import { useAnswer } from '../connection/useAnswer.ts'
import { FailedState } from '../look/FourStates.tsx'
import { useDelayed } from '../look/useDelayed.ts'
import { useFileAddress } from '../look/useFileAddress.ts'
import { Instead } from './Instead.tsx'
import classes from './PaperStage.module.css'
import { fitWidth, nextZoom, pixelsFor, sheetShape, zoomSteps } from './paperSize.ts'
import { SaveCopy } from './SaveCopy.tsx'
import { useDialogKeys } from './useDialogKeys.ts'
import { useSize } from './useSize.ts'

/** A PDF in the viewer: one page at a time, drawn by the office as it is looked at; Page Up and Down turn, plus and minus zoom. */
export function PaperStage({ media }: { readonly media: Media }) {
  const { state, data, failure, again } = useAnswer((office, signal) => office.media.paper({ id: media.id }, { signal }), [media.id])
  const late = useDelayed(state === 'loading')
  if (data && data.pages > 0) return <Pages media={media} pages={data.pages} />
  if (data) return <Instead icon={<IconFileTypePdf size={32} />} sentence={`${media.fileName} has no pages.`} hint="It is kept as it came."><SaveCopy media={media} /></Instead>
  if (failure) return <NotShown media={media} failure={failure} again={again} />
  return <div aria-busy="true" className={classes.waiting}><span className="visually-hidden" role="status">Opening {media.fileName}</span>{late && <Skeleton className={classes.skeleton} animate={false} />}</div>
}

function NotShown({ media, failure, again }: { readonly media: Media; readonly failure: Failure; readonly again: () => void }) {
  if (failure.code === 'SCRIPT_ENCRYPTED') {
    return (
      <Instead icon={<IconLock size={32} />} sentence={`${media.fileName} is locked with a password.`} hint="It is kept whole. Save a copy and open it in a program that asks for the password.">
        <SaveCopy media={media} />
      </Instead>
    )
  }
  if (failure.code === 'FILE_UNREADABLE' || failure.code === 'TIME_LIMIT') {
    const sentence = failure.code === 'TIME_LIMIT' ? 'This page takes too long to draw.' : failure.data.page === undefined ? 'This PDF is damaged or cut short.' : `Page ${failure.data.page} of this PDF is damaged.`
    return (
      <Instead icon={<IconFileAlert size={32} />} sentence={sentence} hint="It is kept as it came. Save a copy and try another program, or ask for the file again.">
        <SaveCopy media={media} />
      </Instead>
    )
  }
  return <FailedState failure={failure} again={again} />
}

function Pages({ media, pages }: { readonly media: Media; readonly pages: number }) {
  const stage = useRef<HTMLDivElement>(null)
  const size = useSize(stage)
  const [page, setPage] = useState(1)
  const [zoom, setZoom] = useState(1)
  const [shape, setShape] = useState(sheetShape)
  const shown = fitWidth(size, shape) * zoom
  const width = pixelsFor(shown * window.devicePixelRatio)
  const answer = useAnswer(async (office, signal) => (size.width === 0 ? null : office.media.paperPage({ id: media.id, page, width }, { signal })), [media.id, page, width, size.width === 0], { keep: true })
  const address = useFileAddress(answer.data ?? null)
  const turn = (to: number) => {
    setPage(Math.min(pages, Math.max(1, to)))
    stage.current?.scrollTo({ top: 0 })
  }
  const keys = {
    PageDown: () => turn(page + 1), PageUp: () => turn(page - 1), Home: () => turn(1), End: () => turn(pages),
    '+': () => setZoom(nextZoom(zoom, 1)), '=': () => setZoom(nextZoom(zoom, 1)), '-': () => setZoom(nextZoom(zoom, -1)), 0: () => setZoom(1),
  }
  useDialogKeys(stage, keys)
  return (
    <div className={classes.paper}>
      {/* Whoever has only keys scrolls a page that is larger than its room. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div ref={stage} className={classes.sheets} role="region" aria-label={`Pages of ${media.fileName}`} aria-busy={answer.state === 'loading' || answer.reloading} data-zoomed={zoom > 1} tabIndex={0}>
        {answer.state === 'failed' && answer.failure
          ? <NotShown media={media} failure={answer.failure} again={answer.again} />
          : address && (
            <img
              className={classes.sheet} src={address} style={{ width: shown }} alt={`Page ${page} of ${pages}, ${media.fileName}`}
              onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) => setShape(naturalWidth / Math.max(1, naturalHeight))}
            />
          )}
      </div>
      <Bar page={page} pages={pages} zoom={zoom} onPage={turn} onZoom={setZoom} />
    </div>
  )
}

interface BarProps {
  readonly page: number
  readonly pages: number
  readonly zoom: number
  readonly onPage: (page: number) => void
  readonly onZoom: (zoom: number) => void
}

/** Below the page: where it stands and how large it is. */
function Bar({ page, pages, zoom, onPage, onZoom }: BarProps) {
  return (
    <div className={classes.bar} role="toolbar" aria-label="Pages and size">
      {pages > 1 && <Tooltip label="Page before (Page Up)"><ActionIcon aria-label="The page before" disabled={page === 1} onClick={() => onPage(page - 1)}><IconChevronUp size={16} aria-hidden /></ActionIcon></Tooltip>}
      <span className={classes.where} role="status">Page {page} of {pages}</span>
      {pages > 1 && <Tooltip label="Next page (Page Down)"><ActionIcon aria-label="The next page" disabled={page === pages} onClick={() => onPage(page + 1)}><IconChevronDown size={16} aria-hidden /></ActionIcon></Tooltip>}
      <span className={classes.parting} />
      <Tooltip label="Smaller (−)"><ActionIcon aria-label="Smaller" disabled={zoom === zoomSteps[0]} onClick={() => onZoom(nextZoom(zoom, -1))}><IconZoomOut size={16} aria-hidden /></ActionIcon></Tooltip>
      <Tooltip label="The whole page (0)"><Button variant="subtle" color="gray" size="compact-xs" className={classes.zoom} aria-label={`Size ${Math.round(zoom * 100)} percent; show the whole page`} onClick={() => onZoom(1)}>{Math.round(zoom * 100)} %</Button></Tooltip>
      <Tooltip label="Larger (+)"><ActionIcon aria-label="Larger" disabled={zoom === zoomSteps.at(-1)} onClick={() => onZoom(nextZoom(zoom, 1))}><IconZoomIn size={16} aria-hidden /></ActionIcon></Tooltip>
    </div>
  )
}
