import { IconAddressBook, IconBan, IconFileText } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { kindOfType, type DroppedKind } from './droppedKind.ts'
import classes from './DropZone.module.css'
import { useTakeFiles } from './useTakeFiles.ts'

/** Takes a file dropped anywhere in the window, and says before the drop what it will become. */
export function DropZone() {
  const { target, asOrder, take } = useTakeFiles()
  const [over, setOver] = useState<DroppedKind | null>(null)
  const takeNow = useRef(take)
  useEffect(() => {
    takeNow.current = take
  })

  useEffect(() => {
    let depth = 0
    const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const enter = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      depth += 1
      setOver(kindOfType([...(event.dataTransfer?.items ?? [])].find(item => item.kind === 'file')?.type ?? ''))
    }
    const hover = (event: DragEvent) => {
      if (carriesFiles(event)) event.preventDefault()
    }
    const leave = () => {
      depth = Math.max(0, depth - 1)
      if (depth === 0) setOver(null)
    }
    const drop = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      depth = 0
      setOver(null)
      takeNow.current([...(event.dataTransfer?.files ?? [])])
    }
    addEventListener('dragenter', enter)
    addEventListener('dragover', hover)
    addEventListener('dragleave', leave)
    addEventListener('drop', drop)
    return () => {
      removeEventListener('dragenter', enter)
      removeEventListener('dragover', hover)
      removeEventListener('dragleave', leave)
      removeEventListener('drop', drop)
    }
  }, [])

  if (over === null) return null
  const script = target ? `a script for ${target.title}` : 'a script, and begins a new production'
  const words: Readonly<Record<DroppedKind, string>> = {
    script: `This becomes ${script}`,
    sheet: asOrder ? 'This becomes the shooting order' : 'This becomes a talent sheet, to look at before it is imported',
    maybeScript: `This becomes ${script}`,
    unknown: 'CastMatch cannot read this kind of file',
  }
  const hints: Readonly<Record<DroppedKind, string>> = {
    script: 'Let go to read it.',
    sheet: asOrder ? 'Let go to read its days; the order before comes back by Undo.' : 'Let go to see its columns.',
    maybeScript: 'If it is Fountain or Final Draft. A talent sheet (CSV) is told by its name.',
    unknown: 'Scripts come in as PDF, Final Draft, Word, Fountain or plain text, talent as CSV.',
  }
  return (
    <div className={classes.zone} data-kind={over} role="status">
      <div className={classes.card}>
        {over === 'unknown' ? <IconBan size={28} aria-hidden /> : over === 'sheet' ? <IconAddressBook size={28} aria-hidden /> : <IconFileText size={28} aria-hidden />}
        <p className={classes.words}>{words[over]}</p>
        <p className={classes.hint}>{hints[over]}</p>
      </div>
    </div>
  )
}
