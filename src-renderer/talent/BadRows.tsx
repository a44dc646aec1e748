import { Button } from '@mantine/core'
import { IconCopy, IconDownload } from '@tabler/icons-react'
import type { BadRow } from '../../src-preload/contract/talent.ts'
import { saveFile } from '../look/saveFile.ts'
import { say, sayFailure } from '../look/UndoToast.tsx'
import classes from './SheetImport.module.css'

interface BadRowsProps {
  readonly rows: readonly BadRow[]
  /** Brings them as a file with the rows themselves. */
  readonly download: () => Promise<File>
}

/** The rows that are left out, each with its line in the file and the reason; to be copied or downloaded, for whoever keeps the sheet. */
export function BadRows({ rows, download }: BadRowsProps) {
  const copy = () =>
    navigator.clipboard.writeText(rows.map(row => `Line ${row.line}: ${row.reason}`).join('\n')).then(
      () => say('Copied.'),
      () => say('The clipboard did not take it. Download the list instead.'),
    )
  return (
    <section className={classes.bad} aria-label="Rows left out">
      <header className={classes.partHead}>
        <h2>Left out</h2>
        <Button variant="subtle" size="compact-sm" leftSection={<IconCopy size={14} aria-hidden />} onClick={() => void copy()}>Copy</Button>
        <Button variant="subtle" size="compact-sm" leftSection={<IconDownload size={14} aria-hidden />} onClick={() => void download().then(saveFile, sayFailure)}>Download as CSV</Button>
      </header>
      <ul className={classes.badList} tabIndex={0} aria-label="Rows left out and why">
        {rows.map(row => <li key={row.line}><span className={classes.lineNumber}>Line {row.line}</span><span>{row.reason}</span></li>)}
      </ul>
    </section>
  )
}
