import { SegmentedControl } from '@mantine/core'
import { IconLayoutGrid, IconTable } from '@tabler/icons-react'
import type { ComponentProps, ReactNode } from 'react'
import { PeopleGrid } from './PeopleGrid.tsx'
import type { TalentView } from './talentAddress.ts'
import { TalentTable } from './TalentTable.tsx'

/** The people as a table or as pictures. */
export function PeopleView({ view, why, ...shared }: ComponentProps<typeof TalentTable> & { readonly view: TalentView }) {
  return view === 'pictures' ? <PeopleGrid {...shared} /> : <TalentTable {...shared} why={why} />
}

/** Chooses between the table and the pictures. */
export function ViewSwitch({ view, onChange }: { readonly view: TalentView; readonly onChange: (view: TalentView) => void }) {
  const option = (value: TalentView, icon: ReactNode, words: string) => ({ value, label: <span title={words}>{icon}<span className="visually-hidden">{words}</span></span> })
  return (
    <SegmentedControl
      aria-label="Shown as" size="sm" value={view} onChange={value => onChange(value === 'pictures' ? 'pictures' : 'table')}
      data={[option('table', <IconTable size={16} aria-hidden style={{ display: 'block' }} />, 'As a table'), option('pictures', <IconLayoutGrid size={16} aria-hidden style={{ display: 'block' }} />, 'As pictures')]}
    />
  )
}
