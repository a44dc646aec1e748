import { IconAddressBook, IconBan, IconFileText, IconPhotoUp } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { kindOfType, type DroppedKind } from './droppedKind.ts'
import classes from './DropZone.module.css'
import { filesOf } from './filesOf.ts'
import { useTakeFiles } from './useTakeFiles.ts'

/** Takes a file dropped anywhere in the window, and says before the drop what it will become. */
export function DropZone() {
  const { target, asOrder, onTalent, take } = useTakeFiles()
  const [over, setOver] = useState<DroppedKind | null>(null)
  const takeNow = useRef(take)
  const onTalentNow = useRef(onTalent)
  useEffect(() => {
    takeNow.current = take
    onTalentNow.current = onTalent
  })

  useEffect(() => {
    let depth = 0
    const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const enter = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      depth += 1
      setOver(kindOfType([...(event.dataTransfer?.items ?? [])].find(item => item.kind === 'file')?.type ?? '', onTalentNow.current))
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
      void filesOf(event.dataTransfer).then(files => takeNow.current(files))
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
    profile: 'This becomes people of the talent book, to look at before they are added',
    pictures: 'This becomes headshots, each of the person it is named by',
    maybeScript: `This becomes ${script}`,
    unknown: 'CastMatch cannot read this kind of file',
  }
  const hints: Readonly<Record<DroppedKind, string>> = {
    script: 'Let go to read it.',
    sheet: asOrder ? 'Let go to read its days; the order before comes back by Undo.' : 'Let go to see its columns.',
    profile: 'Let go to see who is in it.',
    pictures: 'Let go to see whose they are.',
    maybeScript: 'If it is Fountain or Final Draft. A talent sheet (CSV) is told by its name.',
    unknown: 'Scripts come in as PDF, Final Draft, Word, Fountain or plain text, talent as CSV, résumés and contacts (VCF).',
  }
  return (
    <div className={classes.zone} data-kind={over} role="status">
      <div className={classes.card}>
        {over === 'unknown' ? <IconBan size={28} aria-hidden /> : over === 'pictures' ? <IconPhotoUp size={28} aria-hidden /> : over === 'sheet' || over === 'profile' ? <IconAddressBook size={28} aria-hidden /> : <IconFileText size={28} aria-hidden />}
        <p className={classes.words}>{words[over]}</p>
        <p className={classes.hint}>{hints[over]}</p>
      </div>
    </div>
  )
}
