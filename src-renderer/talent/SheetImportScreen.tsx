import { Button, FileButton, Select } from '@mantine/core'
import { IconTable } from '@tabler/icons-react'
import { useState } from 'react'
import type { DateOrder, SheetMapping, SheetPreview } from '../../src-preload/contract/talent.ts'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { useAnswer } from '../connection/useAnswer.ts'
import { useJobs } from '../jobs/jobs.tsx'
import { ProgressLine } from '../jobs/ProgressLine.tsx'
import { EmptyState } from '../look/EmptyState.tsx'
import { FourStates } from '../look/FourStates.tsx'
import { goTo } from '../look/hashPlace.ts'
import { PageBody } from '../look/PageBody.tsx'
import { PageHeader } from '../look/PageHeader.tsx'
import { countWords } from '../look/words.ts'
import { sheetAccept } from '../window/droppedKind.ts'
import { useIndexing } from '../window/indexing.tsx'
import { usePendingSheet, type PendingSheet } from '../window/pendingSheet.tsx'
import { useSettings } from '../window/settingsStore.tsx'
import { useTakeFiles } from '../window/useTakeFiles.ts'
import { BadRows } from './BadRows.tsx'
import { DateQuestion } from './DateQuestion.tsx'
import { SheetColumns } from './SheetColumns.tsx'
import classes from './SheetImport.module.css'
import { importWords, jobOf, useSheetImport, type SheetImport } from './sheetImport.tsx'
import { SheetRows } from './SheetRows.tsx'
import { useChangeImport } from './useChangeImport.ts'

/** A talent sheet on its way in: how it will be read, then the import itself, then what it did. */
export function SheetImportScreen() {
  const { sheet } = usePendingSheet()
  const { current } = useSheetImport()
  if (current?.running) return <Working sheet={current} />
  // A sheet dropped after an import is looked at first; the summary of the last one has had its time.
  if (sheet !== null) return <Mapping key={sheet.ticket} sheet={sheet} />
  if (current?.result) return <Summary sheet={current} />
  return (
    <>
      <PageHeader title="Import a talent sheet" />
      <EmptyState
        icon={<IconTable size={24} />} sentence="Drop a talent sheet anywhere in this window."
        hint="An Excel workbook or a CSV with a row for each person and a header on top. You see how each column is read before anything is kept; the same sheet again updates instead of doubling."
      >
        <ChooseSheet label="Choose a sheet" />
        <Button variant="default" onClick={() => goTo('/talent/imports')}>Earlier imports</Button>
        <Button variant="default" onClick={() => goTo('/talent')}>Back to talent</Button>
      </EmptyState>
    </>
  )
}

function ChooseSheet({ label, quiet = false }: { readonly label: string; readonly quiet?: boolean }) {
  const { take } = useTakeFiles()
  return (
    <FileButton accept={sheetAccept} onChange={file => file && take([file])} inputProps={{ 'aria-label': label }}>
      {props => <Button {...props} variant={quiet ? 'default' : 'filled'}>{label}</Button>}
    </FileButton>
  )
}

function Mapping({ sheet }: { readonly sheet: PendingSheet }) {
  const { setSheet } = usePendingSheet()
  const { start, clear } = useSheetImport()
  const { settings: { locale } } = useSettings()
  const office = useOffice()
  const [mapping, setMapping] = useState<SheetMapping | null>(null)
  const [page, setPage] = useState<string | null>(null)
  const [dates, setDates] = useState<DateOrder | null>(null)
  const choice = { ticket: sheet.ticket, mapping: mapping ?? undefined, dates: dates ?? undefined, sheet: page ?? undefined }
  const answer = useAnswer((asked, signal) => asked.talent.previewSheet(choice, { signal }), [sheet.ticket, page, dates, JSON.stringify(mapping)], { keep: true })
  const preview = answer.data
  const wanted = mapping ?? preview?.mapping
  const named = wanted?.includes('name') ?? false
  const unsaid = preview?.dates?.order === null
  const good = preview ? preview.total - preview.bad.length : 0
  const leave = () => {
    setSheet(null)
    clear()
    goTo('/talent')
  }
  return (
    <>
      <PageHeader title={sheet.fileName} sub={preview && totals(preview, locale)}>
        <Button variant="default" onClick={leave}>Do not import</Button>
        <ChooseSheet label="Another sheet" quiet />
        <Button disabled={!preview || !named || unsaid || good === 0 || answer.reloading || answer.state === 'failed'} onClick={() => preview && wanted && void start({ ticket: preview.ticket, fileName: sheet.fileName }, { mapping: wanted, sheet: preview.sheet, ...(dates && { dates }) })}>
          {preview && named ? `Import ${countWords(good, 'person', 'people')}` : 'Import'}
        </Button>
      </PageHeader>
      <PageBody label="How the sheet is read">
        <FourStates answer={answer} what="the sheet">
          {shown => (
            <>
            <SheetNotes preview={shown} onSheet={name => { setMapping(null); setDates(null); setPage(name) }} />
            {shown.dates && <DateQuestion dates={{ ...shown.dates, order: dates ?? shown.dates.order }} onChange={setDates} />}
            <div className={classes.two}>
              <SheetColumns columns={shown.columns} mapping={wanted ?? shown.mapping} onChange={setMapping} />
              <div>
                <SheetRows rows={shown.rows} mapping={shown.mapping} />
                {shown.bad.length > 0 && named && <BadRows rows={shown.bad} download={() => office.talent.badRows(choice)} />}
              </div>
            </div>
            </>
          )}
        </FourStates>
      </PageBody>
    </>
  )
}

/** What is to be known of the sheet before its columns: which sheet of the workbook it is, how it was mapped, and warnings. */
function SheetNotes({ preview, onSheet }: { readonly preview: SheetPreview; readonly onSheet: (name: string) => void }) {
  const { sheets, sheet, mappedAs, warnings } = preview
  if (sheets.length < 2 && mappedAs === null && warnings.length === 0) return null
  return (
    <div className={classes.notes}>
      {sheets.length > 1 && <Select size="sm" w={240} label="Sheet of the workbook" allowDeselect={false} value={sheet} data={[...new Set(sheets)]} onChange={name => name !== null && onSheet(name)} />}
      {mappedAs !== null && <p>Columns are read as the last time, by the saved mapping “{mappedAs}”.</p>}
      {warnings.map(warning => <p key={warning} role="alert" className={classes.warning}>{warning}</p>)}
    </div>
  )
}

function totals(preview: SheetPreview, locale: string): string {
  const rows = `${preview.total.toLocaleString(locale)} ${preview.total === 1 ? 'row' : 'rows'}`
  if (preview.bad.length === 0) return `${rows}, all can be read`
  // The list ends at a thousand.
  return `${rows}, ${preview.bad.length >= 1_000 ? 'at least ' : ''}${preview.bad.length.toLocaleString(locale)} will be left out`
}

function Working({ sheet }: { readonly sheet: SheetImport }) {
  const { jobs, cancel } = useJobs()
  const job = jobOf(jobs, sheet)
  return (
    <>
      <PageHeader title={sheet.fileName} sub="Importing" />
      <PageBody label="The import at work">
        <section className={classes.working} aria-label="The import">
          <h2>{sheet.title}</h2>
          {job && <ProgressLine stage={job.stage} done={job.done} total={job.total} label={`Import of ${sheet.fileName}`} />}
          <div className={classes.row}>{job && <Button variant="default" onClick={() => cancel(job.id)}>Cancel the import</Button>}</div>
        </section>
      </PageBody>
    </>
  )
}

function Summary({ sheet }: { readonly sheet: SheetImport }) {
  const { clear } = useSheetImport()
  const { settings: { locale } } = useSettings()
  const indexing = useIndexing()
  const office = useOffice()
  const change = useChangeImport()
  const { result } = sheet
  if (result === null) return null
  const undo = async () => {
    if (await change('undo', result.importId, sheet.fileName)) clear()
  }
  const sums = [['Added', result.added], ['Updated', result.updated], ['Unchanged', result.unchanged], ['Left out', result.failed.length]] as const
  const learning = indexing !== null && indexing.done < indexing.total
  return (
    <>
      <PageHeader title={sheet.fileName} sub={importWords(result)}>
        {result.added + result.updated > 0 && <Button variant="default" onClick={() => void undo()}>Undo this import</Button>}
        <Button variant="default" onClick={() => goTo('/talent/imports')}>Earlier imports</Button>
        <ChooseSheet label="Another sheet" quiet />
        <Button onClick={() => { clear(); goTo('/talent') }}>See the talent</Button>
      </PageHeader>
      <PageBody label="What the import did">
        <dl className={classes.sums}>{sums.map(([label, count]) => <div key={label}><dt>{label}</dt><dd>{count.toLocaleString(locale)}</dd></div>)}</dl>
        <p className={classes.told}>
          {learning
            ? `Everybody can be found by words at once. Search by meaning knows ${indexing.done.toLocaleString(locale)} of ${indexing.total.toLocaleString(locale)} people and goes on in the background.`
            : 'Everybody can be found, by words and by meaning.'}
        </p>
        {result.failed.length > 0 && (
          <div className={classes.narrow}>
            <BadRows rows={result.failed} download={() => office.imports.badRows({ id: result.importId })} />
            <p className={classes.told}>Mend these rows in the sheet and import it again: who is here already is updated, not doubled.</p>
          </div>
        )}
      </PageBody>
    </>
  )
}
