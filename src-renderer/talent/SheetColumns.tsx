import { Select } from '@mantine/core'
import { SheetField, type SheetMapping, type SheetPreview } from '../../src-preload/contract/talent.ts'
import classes from './SheetImport.module.css'
import { sheetFieldWords } from './talentWords.ts'

const leftOut = 'leave out'

interface SheetColumnsProps {
  readonly columns: SheetPreview['columns']
  readonly mapping: SheetMapping
  readonly onChange: (mapping: SheetMapping) => void
}

/** Each column of the sheet with its first values and what it is read as; a field can be read from one column only. */
export function SheetColumns({ columns, mapping, onChange }: SheetColumnsProps) {
  const choose = (at: number, field: SheetField | null) =>
    onChange(columns.map((_, column) => (column === at ? field : mapping[column] === field && field !== null ? null : (mapping[column] ?? null))))
  return (
    <section aria-label="Columns">
      <header className={classes.partHead}>
        <h2>What each column is</h2>
        {!mapping.includes('name') && <p role="alert">Choose which column is the name.</p>}
      </header>
      <table className={classes.columns}>
        <thead><tr><th scope="col">In the sheet</th><th scope="col">Read as</th></tr></thead>
        <tbody>
          {columns.map((column, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- the columns of a sheet have no other identity than their place
            <tr key={at} className={mapping[at] ? undefined : classes.out}>
              <td>
                <span className={classes.header}>{column.header || `Column ${at + 1}`}</span>
                <span className={classes.samples} title={column.samples.join('\n')}>{column.hidden ? 'Hidden in the workbook · ' : ''}{column.samples.filter(Boolean).join(' · ') || 'empty'}</span>
              </td>
              <td>
                <Select
                  aria-label={`Read ${column.header || `column ${at + 1}`} as`} value={mapping[at] ?? leftOut} allowDeselect={false} maxDropdownHeight={320}
                  data={[{ value: leftOut, label: 'Left out' }, ...SheetField.options.map(field => ({ value: field, label: sheetFieldWords[field] }))]}
                  onChange={value => choose(at, SheetField.safeParse(value).data ?? null)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
