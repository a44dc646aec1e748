import type { SheetField, SheetMapping, SheetPreview } from '../../src-preload/contract/talent.ts'
import { dayWords } from '../look/words.ts'
import { useSettings } from '../window/settingsStore.tsx'
import classes from './SheetImport.module.css'
import { sheetFieldWords } from './talentWords.ts'

interface SheetRowsProps {
  readonly rows: SheetPreview['rows']
  readonly mapping: SheetMapping
}

/** The first rows as CastMatch reads them under this mapping; a row that would be left out says why. */
export function SheetRows({ rows, mapping }: SheetRowsProps) {
  const { settings: { locale } } = useSettings()
  const fields = mapping.filter((field): field is SheetField => field !== null)
  return (
    <section aria-label="First rows">
      <header className={classes.partHead}><h2>The first rows, as they will be read</h2></header>
      <div className={classes.wide} tabIndex={0} role="group" aria-label="The first rows, to be scrolled sideways">
        <table className={classes.read}>
          <thead><tr><th scope="col">Line</th><th scope="col">Would be</th>{fields.map(field => <th key={field} scope="col">{sheetFieldWords[field]}</th>)}</tr></thead>
          <tbody>
            {rows.map(row => (
              <tr key={row.line} data-problem={row.problem !== null}>
                <td>{row.line}</td>
                <td className={row.outcome === 'nothing new' ? classes.unknown : undefined}>{row.outcome || 'left out'}</td>
                {row.problem === null
                  ? fields.map(field => <td key={field} title={row.read[field]}>{inWords(field, row.read[field], locale) || <span className={classes.unknown}>not known</span>}</td>)
                  : <td colSpan={Math.max(1, fields.length)} className={classes.problem}>{row.read.name ? `${row.read.name}: ` : ''}{row.problem}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

/** What was read as it is said: a day of birth in the words of the question about it. */
const inWords = (field: SheetField, read: string | undefined, locale: string): string | undefined =>
  field === 'born' && read !== undefined && /^\d{4}-\d\d-\d\d$/.test(read) ? dayWords(read, locale) : read
