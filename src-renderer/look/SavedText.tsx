import { Textarea, TextInput } from '@mantine/core'
import { SavedField } from './SavedField.tsx'
import { useAutosave } from './useAutosave.ts'

interface SavedTextProps {
  readonly label: string
  readonly kept: string
  readonly save: (text: string) => Promise<unknown>
  /** Several lines that grow with the text. */
  readonly lines?: number
  readonly placeholder?: string
  readonly description?: string
}

/** A text field that saves itself and says so. */
export function SavedText({ label, kept, save, lines, placeholder, description }: SavedTextProps) {
  const text = useAutosave(kept, save)
  const shared = { label, description, placeholder, value: text.value, onBlur: text.flush }
  return (
    <SavedField state={text.state}>
      {lines
        ? <Textarea {...shared} autosize minRows={lines} maxRows={16} onChange={event => text.edit(event.currentTarget.value)} />
        : <TextInput {...shared} onChange={event => text.edit(event.currentTarget.value)} onKeyDown={event => event.key === 'Enter' && text.flush()} />}
    </SavedField>
  )
}
