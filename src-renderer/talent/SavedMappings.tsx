import { ActionIcon, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { SavedMapping } from '../../src-preload/contract/imports.ts'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { useChanged, useFreshAnswer } from '../look/changes.tsx'
import { sayFailure } from '../look/UndoToast.tsx'
import classes from './EarlierImports.module.css'
import { sheetFieldWords } from './talentWords.ts'

/** The saved mappings: by their headings the next sheet is read as the last one was; each can be renamed and forgotten. */
export function SavedMappings() {
  const { data } = useFreshAnswer(['talent'], (office, signal) => office.imports.mappings({}, { signal }), [], { keep: true })
  if (data === undefined || data.length === 0) return null
  return (
    <section className={classes.mappings} aria-label="Saved mappings">
      <h2>Saved mappings</h2>
      <p>A sheet with the same headings opens with its columns read this way.</p>
      <ul>{data.map(mapping => <MappingRow key={mapping.id} mapping={mapping} />)}</ul>
    </section>
  )
}

function MappingRow({ mapping }: { readonly mapping: SavedMapping }) {
  const office = useOffice()
  const changed = useChanged()
  const remove = () => void office.imports.removeMapping({ id: mapping.id }).then(() => changed('talent'), sayFailure)
  const [name, setName] = useState(mapping.name)
  const rename = () => {
    const wanted = name.trim()
    if (wanted === '') setName(mapping.name)
    else if (wanted !== mapping.name) void office.imports.renameMapping({ id: mapping.id, name: wanted }).then(() => changed('talent'), sayFailure)
  }
  const read = mapping.headings.flatMap((heading, at) => {
    const field = mapping.mapping[at]
    return field ? [`${heading || `column ${at + 1}`} → ${sheetFieldWords[field]}`] : []
  })
  return (
    <li>
      <TextInput
        size="sm" aria-label={`Name of the mapping ${mapping.name}`} value={name} maxLength={120} onChange={event => setName(event.currentTarget.value)} onBlur={rename}
        onKeyDown={event => event.key === 'Enter' && event.currentTarget.blur()}
      />
      <span className={classes.counts}>{read.join(' · ')}</span>
      <ActionIcon variant="subtle" color="gray" aria-label={`Forget the mapping ${mapping.name}`} onClick={remove}><IconTrash size={16} /></ActionIcon>
    </li>
  )
}
