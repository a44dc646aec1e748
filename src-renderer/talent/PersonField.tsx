import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import type { TalentSummary } from '../../src-preload/contract/talent.ts'
import { useAnswer } from '../connection/useAnswer.ts'

interface PersonFieldProps {
  readonly label: string
  readonly onChoose: (person: TalentSummary | null) => void
  /** Takes the focus when its dialog opens. */
  readonly first?: boolean
}

/** Finds a person of the book by the letters of the name. */
export function PersonField({ label, onChoose, first = false }: PersonFieldProps) {
  const [letters, setLetters] = useState('')
  const [chosen, setChosen] = useState<TalentSummary | null>(null)
  const [asked] = useDebouncedValue(letters.trim(), 120)
  const found = useAnswer(async (office, signal) => (asked === '' ? [] : office.talent.named({ letters: asked, limit: 8 }, { signal })), [asked], { keep: true })
  const people = found.data ?? []
  const shown = chosen && !people.some(({ id }) => id === chosen.id) ? [chosen, ...people] : people
  const choose = (id: string | null) => {
    const person = shown.find(talent => talent.id === id) ?? null
    setChosen(person)
    onChoose(person)
  }
  return (
    <Select
      label={label} placeholder="Type a name" required withAsterisk={false} searchable {...(first && { 'data-autofocus': true })}
      data={shown.map(({ id, name, city }) => ({ value: id, label: city ? `${name}, ${city}` : name }))}
      // Who is found is decided by the office, which knows other spellings.
      filter={({ options }) => options}
      nothingFoundMessage={letters.trim() === '' ? 'Type the first letters of a name' : 'Nobody in the book is called so'}
      searchValue={letters} onSearchChange={setLetters} value={chosen?.id ?? null} onChange={choose}
    />
  )
}
