import { Button, FileButton } from '@mantine/core'
import { IconArrowLeft, IconPhotoUp } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { mostHeadshots, type NamedPicture } from '../../src-preload/contract/media.ts'
import { useFreshAnswer } from '../look/changes.tsx'
import { EmptyState } from '../look/EmptyState.tsx'
import { FourStates } from '../look/FourStates.tsx'
import { goTo } from '../look/hashPlace.ts'
import { PageHeader } from '../look/PageHeader.tsx'
import { countWords } from '../look/words.ts'
import { HeadshotRow } from './HeadshotRow.tsx'
import classes from './HeadshotsScreen.module.css'
import { chosenAtFirst, pictureOf, type WhoseChoice } from './whose.ts'
import { usePendingPictures } from './pendingPictures.tsx'
import { useTakePictures } from './useTakePictures.ts'

/** A folder of headshots named by person: each is proposed for somebody, and nothing is written before the user says. */
export function HeadshotsScreen() {
  const { files, setFiles } = usePendingPictures()
  return (
    <>
      <PageHeader title="Headshots by name" sub={files.length === 0 ? '' : countWords(files.length, 'picture')}>
        <Button variant="default" leftSection={<IconArrowLeft size={14} aria-hidden />} onClick={() => goTo('/talent')}>Back to the talent</Button>
        {files.length > 0 && <ChooseButton variant="default" label="Choose others" />}
      </PageHeader>
      {files.length === 0
        ? (
          <EmptyState icon={<IconPhotoUp size={24} />} sentence="Choose headshots whose files are named by person." hint={'"Tara Sood 2.jpg", "tara_sood-headshot.jpg" or "001 SOOD TARA.png". You see whose each is before anything is kept.'}>
            <ChooseButton label="Choose pictures" />
          </EmptyState>
        )
        : <Proposals key={files.map(({ name, size }) => `${name} ${size}`).join('\n')} files={files} onDone={() => setFiles([])} />}
    </>
  )
}

function ChooseButton({ label, variant }: { readonly label: string; readonly variant?: string }) {
  const { setFiles } = usePendingPictures()
  return <FileButton multiple accept="image/*,.heic,.heif" onChange={chosen => setFiles(chosen.slice(0, mostHeadshots))}>{button => <Button {...button} variant={variant ?? 'filled'}>{label}</Button>}</FileButton>
}

function Proposals({ files, onDone }: { readonly files: readonly File[]; readonly onDone: () => void }) {
  const answer = useFreshAnswer(['talent'], (office, signal) => office.media.whosePictures({ fileNames: files.map(({ name }) => name) }, { signal }), [files])
  return <FourStates answer={answer} what="whose pictures they are">{named => <Choices files={files} named={named} onDone={onDone} />}</FourStates>
}

/** The doubtful ones stand first: they want a decision. */
const order: readonly NamedPicture['certainty'][] = ['doubtful', 'unknown', 'sure']

function Choices({ files, named, onDone }: { readonly files: readonly File[]; readonly named: readonly NamedPicture[]; readonly onDone: () => void }) {
  const [said, setSaid] = useState<ReadonlyMap<number, WhoseChoice>>(new Map())
  const [busy, setBusy] = useState(false)
  const takePictures = useTakePictures()
  const rows = useMemo(
    () => named.map((picture, index) => ({ index, picture })).sort((a, b) => order.indexOf(a.picture.certainty) - order.indexOf(b.picture.certainty)),
    [named],
  )
  const choiceOf = (index: number, picture: NamedPicture) => said.get(index) ?? chosenAtFirst(picture)
  const wanted = rows.flatMap(({ index, picture }) => {
    const file = files[index]
    const chosen = file && pictureOf(file, picture, choiceOf(index, picture))
    return chosen ? [chosen] : []
  })
  const count = (certainty: NamedPicture['certainty']) => named.filter(one => one.certainty === certainty).length
  const take = async () => {
    setBusy(true)
    const isDone = await takePictures(wanted)
    setBusy(false)
    if (!isDone) return
    onDone()
    goTo('/talent')
  }
  return (
    <div className={classes.page}>
      <div className={classes.bar}>
        <p>{[`${count('sure')} sure`, count('doubtful') > 0 && `${count('doubtful')} doubtful`, count('unknown') > 0 && `${count('unknown')} not in the book`].filter(Boolean).join(', ')}</p>
        <Button disabled={wanted.length === 0} loading={busy} onClick={() => void take()}>{wanted.length === 0 ? 'Nothing chosen' : `Add ${countWords(wanted.length, 'headshot')}`}</Button>
      </div>
      <ul className={classes.rows} aria-label="Whose pictures they are">
        {rows.map(({ index, picture }) => {
          const file = files[index]
          return file && (
            <HeadshotRow key={index} file={file} picture={picture} choice={choiceOf(index, picture)} onChange={choice => setSaid(before => new Map(before).set(index, choice))} />
          )
        })}
      </ul>
    </div>
  )
}
