import { Button, Select } from '@mantine/core'
import { IconStar, IconTrash } from '@tabler/icons-react'
import { MediaKind, type Media, type MediaChange } from '../../src-preload/contract/media.ts'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { useChanged } from '../look/changes.tsx'
import { DayField } from '../look/DayField.tsx'
import { SavedText } from '../look/SavedText.tsx'
import { offerUndo, sayFailure } from '../look/UndoToast.tsx'
import { mediaKindWords, mediaOrigin } from './mediaWords.ts'
import classes from './MediaViewer.module.css'
import { SaveCopy } from './SaveCopy.tsx'

interface MediaFactsProps {
  readonly media: Media
  readonly locale: string
  /** Goes on to another file. */
  readonly onRemoved: () => void
}

/** What is said of a file, changed in place: caption, day, kind, whether it is the main headshot; and how to take it off. */
export function MediaFacts({ media, locale, onRemoved }: MediaFactsProps) {
  const office = useOffice()
  const changed = useChanged()
  const change = async (wanted: MediaChange) => {
    await office.media.update({ id: media.id, change: wanted })
    changed('talent')
  }
  const set = (wanted: MediaChange) => void change(wanted).catch(sayFailure)
  const remove = async () => {
    try {
      await office.media.remove({ id: media.id })
      onRemoved()
      changed('talent')
      offerUndo(`${media.fileName} was taken off.`, async () => {
        await office.media.restore({ id: media.id })
        changed('talent')
      })
    } catch (error) {
      sayFailure(error)
    }
  }
  const mayBeMain = media.kind === 'headshot' && media.form === 'picture' && !media.isMain
  return (
    <div className={classes.facts}>
      <SavedText label="Caption" kept={media.caption} lines={2} placeholder="What to know of it: the look, the scene, which take" save={caption => change({ caption: caption.slice(0, 500) })} />
      <DayField label="Day taken" value={media.takenOn ?? ''} onChange={day => set({ takenOn: day === '' ? null : day })} />
      <Select
        label="Kind" allowDeselect={false} value={media.kind} comboboxProps={{ withinPortal: false }} data={MediaKind.options.map(value => ({ value, label: mediaKindWords[value] }))}
        onChange={kind => kind && set({ kind: MediaKind.parse(kind) })}
      />
      {media.isMain && <p className={classes.main}><IconStar size={14} aria-hidden /> The main headshot: lists show this one.</p>}
      <div className={classes.acts}>
        {mayBeMain && <Button variant="light" leftSection={<IconStar size={14} aria-hidden />} onClick={() => set({ isMain: true })}>Make it the main headshot</Button>}
        {!media.missing && <SaveCopy media={media} />}
        <Button variant="subtle" color="red" leftSection={<IconTrash size={14} aria-hidden />} onClick={() => void remove()}>Take it off</Button>
      </div>
      <p className={classes.origin}>{mediaOrigin(media, locale)}</p>
    </div>
  )
}
