import { ActionIcon, Button, TagsInput, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { Settings } from '../../src-preload/contract/settings.ts'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { SaveMark } from '../look/SaveMark.tsx'
import { offerUndo } from '../look/UndoToast.tsx'
import { useAutosave } from '../look/useAutosave.ts'
import { useSettings } from '../window/settingsStore.tsx'
import classes from './SettingsScreen.module.css'

type Term = Settings['glossary'][number]

interface Row extends Term {
  /** Stays the same while its word changes under the fingers. */
  readonly key: string
}

const isWhole = ({ term, means }: Term): boolean => term.trim() !== '' && means.length > 0
const words = (means: readonly string[]): string[] => means.map(word => word.trim().slice(0, 60)).filter(Boolean).slice(0, 20)

/** The words of this office for search: each finds also what it means. Rows that are not whole yet are not saved. */
export function Glossary() {
  const { settings, change } = useSettings()
  const office = useOffice()
  const saving = useAutosave(settings.glossary, async glossary => {
    // Told to the office first, so that a refusal shows at this list and not elsewhere.
    await office.settings.update({ glossary: [...glossary] })
    await change({ glossary: [...glossary] })
  })
  const [rows, setRows] = useState<readonly Row[]>(() => settings.glossary.map(term => ({ ...term, key: crypto.randomUUID() })))
  const last = useRef<HTMLInputElement>(null)
  const [added, setAdded] = useState(0)
  useEffect(() => {
    if (added > 0) last.current?.focus()
  }, [added])
  const settle = (next: readonly Row[]) => {
    setRows(next)
    saving.edit(next.filter(isWhole).map(({ term, means }) => ({ term: term.trim(), means })))
  }
  const changeRow = (key: string, part: Partial<Term>) => settle(rows.map(row => (row.key === key ? { ...row, ...part } : row)))
  const remove = (gone: Row) => {
    settle(rows.filter(row => row.key !== gone.key))
    if (isWhole(gone)) offerUndo(`"${gone.term}" was taken out of the glossary.`, async () => setRows(now => {
      const next = [...now, gone]
      saving.edit(next.filter(isWhole).map(({ term, means }) => ({ term: term.trim(), means })))
      return next
    }))
  }
  return (
    <section className={classes.part} aria-labelledby="glossary-title">
      <h2 id="glossary-title">Glossary</h2>
      <p className={classes.told}>Words of your office. Whoever searches for the word also finds what it means: "pehlwan" also finds "wrestler".</p>
      <div className={classes.terms}>
        {rows.length > 0 && <div className={classes.heads} aria-hidden><span>Word</span><span>Also finds</span></div>}
        {rows.map((row, at) => (
          <div key={row.key} className={classes.term}>
            <TextInput ref={at === rows.length - 1 ? last : undefined} aria-label="Word" placeholder="pehlwan" maxLength={60} value={row.term} onChange={event => changeRow(row.key, { term: event.currentTarget.value })} onBlur={saving.flush} />
            <TagsInput
              aria-label={`What ${row.term || 'the word'} also finds`} placeholder={row.means.length === 0 ? 'wrestler, kushti' : ''} acceptValueOnBlur splitChars={[',', ';']}
              value={[...row.means]} onChange={means => changeRow(row.key, { means: words(means) })} onBlur={saving.flush}
            />
            <ActionIcon aria-label={`Take ${row.term || 'this row'} out`} onClick={() => remove(row)}><IconX size={14} aria-hidden /></ActionIcon>
          </div>
        ))}
      </div>
      <div className={classes.ends}>
        <Button
          variant="default" leftSection={<IconPlus size={14} aria-hidden />} disabled={rows.length >= 500}
          onClick={() => { setRows([...rows, { key: crypto.randomUUID(), term: '', means: [] }]); setAdded(added + 1) }}
        >
          Add a word
        </Button>
        {rows.some(row => !isWhole(row)) && <span className={classes.hint}>A row is kept once it has a word and a meaning.</span>}
        <SaveMark state={saving.state} />
      </div>
    </section>
  )
}
