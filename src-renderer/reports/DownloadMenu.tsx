import { Button, Menu } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import type { ReportFormat, ReportKind } from '../../src-preload/contract/reports.ts'
import type { ScriptId } from '../../src-preload/contract/scripts.ts'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { saveFile } from '../look/saveFile.ts'
import { sayFailure } from '../look/UndoToast.tsx'

const formats: readonly (readonly [format: ReportFormat, words: string])[] = [['pdf', 'PDF, to print'], ['xlsx', 'Excel'], ['csv', 'CSV']]

interface DownloadMenuProps {
  readonly scriptId: ScriptId
  /** The reports that are offered, each with its name; one needs no heading in the menu. */
  readonly reports: readonly (readonly [report: ReportKind, name: string])[]
}

/** Offers reports of a script as PDF, Excel or CSV; the office makes the file, the window saves it. */
export function DownloadMenu({ scriptId, reports }: DownloadMenuProps) {
  const office = useOffice()
  const [making, setMaking] = useState(false)
  const make = (report: ReportKind, format: ReportFormat) => {
    setMaking(true)
    office.reports.make({ scriptId, report, format }).then(saveFile).catch(sayFailure).finally(() => setMaking(false))
  }
  return (
    <Menu position="bottom-end" width={reports.length > 1 ? 220 : 160}>
      <Menu.Target><Button variant="default" loading={making} leftSection={<IconDownload size={14} aria-hidden />}>Download</Button></Menu.Target>
      <Menu.Dropdown>
        {reports.map(([report, name], index) => (
          <div key={report} role="group" aria-label={name}>
            {index > 0 && <Menu.Divider />}
            {reports.length > 1 && <Menu.Label>{name}</Menu.Label>}
            {formats.map(([format, words]) => <Menu.Item key={format} aria-label={reports.length > 1 ? `${name}, ${words}` : undefined} onClick={() => make(report, format)}>{words}</Menu.Item>)}
          </div>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
