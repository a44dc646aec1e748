import { Select } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { NamedPicture } from '../../src-preload/contract/media.ts'
import type { TalentId } from '../../src-preload/contract/talent.ts'
import { Avatar } from '../look/Avatar.tsx'
import { Chip } from '../look/Chip.tsx'
import classes from './HeadshotsScreen.module.css'
import type { WhoseChoice } from './whose.ts'

interface HeadshotRowProps {
  readonly file: File
  readonly picture: NamedPicture
  readonly choice: WhoseChoice
  readonly onChange: (choice: WhoseChoice) => void
}

const certaintyWords: Readonly<Record<NamedPicture['certainty'], string>> = { sure: 'Sure', doubtful: 'Doubtful', unknown: 'Not in the book' }

/** One picture with whose it is: the people its name may mean, a new person, or left out. */
export function HeadshotRow({ file, picture, choice, onChange }: HeadshotRowProps) {
  const person = picture.people.find(({ id }) => id === choice)
  const data = [
    { value: 'skip', label: 'Leave it out' },
    ...picture.people.map(({ id, name }, at) => ({ value: id, label: sameName(picture, name) ? `${name} (${at + 1})` : name })),
    ...(picture.name === '' ? [] : [{ value: 'new', label: `Add ${picture.name} as a new person` }]),
  ]
  return (
    <li className={classes.row}>
      <Preview file={file} />
      <span className={classes.file} title={file.name}>{file.name}</span>
      <Chip tone={picture.certainty === 'doubtful' ? 'eye' : 'plain'}>{certaintyWords[picture.certainty]}</Chip>
      <span className={classes.who}>
        {person ? <Avatar name={person.name} picture={person.picture} size={32} /> : <span className={classes.nobody} />}
        <Select aria-label={`Whose picture ${file.name} is`} size="sm" allowDeselect={false} value={choice} data={data} onChange={value => value !== null && onChange(value === 'skip' || value === 'new' ? value : (value as TalentId))} />
      </span>
    </li>
  )
}

const sameName = ({ people }: NamedPicture, name: string): boolean => people.filter(one => one.name === name).length > 1

/** The picture itself, made visible only once its row is in sight. */
function Preview({ file }: { readonly file: File }) {
  const place = useRef<HTMLSpanElement>(null)
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    const element = place.current
    if (!element) return
    let made: string | null = null
    const observer = new IntersectionObserver(entries => {
      if (!entries.some(entry => entry.isIntersecting)) return
      observer.disconnect()
      made = URL.createObjectURL(file)
      setAddress(made)
    })
    observer.observe(element)
    return () => {
      observer.disconnect()
      if (made !== null) URL.revokeObjectURL(made)
    }
  }, [file])
  return <span ref={place} className={classes.preview}>{address !== null && <img src={address} alt="" decoding="async" onError={() => setAddress(null)} />}</span>
}
