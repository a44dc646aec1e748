import { Button } from '@mantine/core'
import { IconArrowBackUp, IconArrowForwardUp, IconDownload, IconTable } from '@tabler/icons-react'
import { useState } from 'react'
import type { EarlierImport, ImportKind } from '../../src-preload/contract/imports.ts'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { useFreshAnswer } from '../look/changes.tsx'
import { EmptyState } from '../look/EmptyState.tsx'
import { FourStates } from '../look/FourStates.tsx'
import { goTo } from '../look/hashPlace.ts'
import { PageBody } from '../look/PageBody.tsx'
import { PageHeader } from '../look/PageHeader.tsx'
import { saveFile } from '../look/saveFile.ts'
import { sayFailure } from '../look/UndoToast.tsx'
import { countWords } from '../look/words.ts'
import { useSettings } from '../window/settingsStore.tsx'
import classes from './EarlierImports.module.css'
import { KeptPeople } from './KeptPeople.tsx'
import { SavedMappings } from './SavedMappings.tsx'
import { useChangeImport } from './useChangeImport.ts'

/** How many imports the list begins with, and how many more each press brings. */
const step = 50

const kindWords: Readonly<Record<ImportKind, string>> = {
  sheet: 'Talent sheet', contacts: 'Contacts', message: 'Message', resume: 'Résumé', export: 'CastMatch export', headshots: 'Headshots',
}

/** Every import with what it did; each can be undone and redone as a whole. */
export function EarlierImportsScreen() {
  const [limit, setLimit] = useState(step)
  const answer = useFreshAnswer(['talent'], (office, signal) => office.imports.list({ limit: Math.min(200, limit) }, { signal }), [limit], { keep: true })
  const total = answer.data?.total
  return (
    <>
      <PageHeader title="Earlier imports" sub={total === undefined ? '' : countWords(total, 'import')}>
        <Button variant="default" onClick={() => goTo('/talent')}>Back to talent</Button>
        <Button onClick={() => goTo('/talent/import')}>Import a sheet</Button>
      </PageHeader>
      <PageBody label="Earlier imports">
        <FourStates answer={answer} what="the imports" isEmpty={data => data.total === 0} empty={<NoImports />}>
          {({ imports, total: all }) => (
            <>
              <ul className={classes.list} aria-label="Imports, the newest first">
                {imports.map(one => <ImportRow key={one.id} one={one} />)}
              </ul>
              {all > imports.length && limit < 200 && <Button variant="default" onClick={() => setLimit(limit + step)}>Show more</Button>}
            </>
          )}
        </FourStates>
        <SavedMappings />
      </PageBody>
    </>
  )
}

function NoImports() {
  return (
    <EmptyState icon={<IconTable size={24} />} sentence="Nothing was imported yet." hint="What you import stands here afterwards, and can be undone as a whole.">
      <Button onClick={() => goTo('/talent/import')}>Import a sheet</Button>
    </EmptyState>
  )
}

function ImportRow({ one }: { readonly one: EarlierImport }) {
  const office = useOffice()
  const change = useChangeImport()
  const [busy, setBusy] = useState(false)
  const { settings: { locale } } = useSettings()
  const isUndone = one.state === 'undone'
  const run = async () => {
    setBusy(true)
    await change(isUndone ? 'redo' : 'undo', one.id, one.source)
    setBusy(false)
  }
  const download = () => void office.imports.badRows({ id: one.id }).then(saveFile, sayFailure)
  const rests = one.state === 'done' || isUndone
  return (
    <li className={classes.row} data-undone={isUndone}>
      <div className={classes.words}>
        <h2>{one.source}</h2>
        <p>{kindWords[one.kind]} · {momentWords(one.at, locale)}{one.undoneAt && ` · undone ${momentWords(one.undoneAt, locale)}`}</p>
        <p className={classes.counts}>{outcomeWords(one)}</p>
        {isUndone && <KeptPeople id={one.id} />}
      </div>
      <div className={classes.actions}>
        {one.failed > 0 && <Button variant="subtle" leftSection={<IconDownload size={14} aria-hidden />} onClick={download} aria-label={`Download the rows of ${one.source} that were left out`}>Rows left out</Button>}
        {rests && one.added + one.updated > 0 && (
          <Button
            variant="default" loading={busy} onClick={() => void run()} aria-label={isUndone ? `Redo the import of ${one.source}` : `Undo the import of ${one.source}`}
            leftSection={isUndone ? <IconArrowForwardUp size={14} aria-hidden /> : <IconArrowBackUp size={14} aria-hidden />}
          >
            {isUndone ? 'Redo' : 'Undo'}
          </Button>
        )}
        {!rests && <span className={classes.under}>{one.state === 'running' ? 'Coming in' : 'Under way'}</span>}
      </div>
    </li>
  )
}

function outcomeWords({ added, updated, unchanged, failed }: EarlierImport): string {
  const parts = [
    countWords(added, 'person added', 'people added'),
    updated > 0 ? `${updated.toLocaleString()} updated` : '',
    unchanged > 0 ? `${unchanged.toLocaleString()} unchanged` : '',
    failed > 0 ? countWords(failed, 'row left out', 'rows left out') : '',
  ]
  return `${parts.filter(Boolean).join(', ')}.`
}

const momentWords = (at: string, locale: string): string => new Date(at).toLocaleString(locale, { day: 'numeric', month: 'short', year: 'numeric', hour: 'numeric', minute: '2-digit' })
