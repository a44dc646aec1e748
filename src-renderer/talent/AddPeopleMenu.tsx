import { Button, Menu } from '@mantine/core'
import { IconAddressBook, IconChevronDown, IconDownload, IconFileText, IconHistory, IconMessage, IconPhotoUp, IconTable, IconUserPlus } from '@tabler/icons-react'
import type { TalentQuestion } from '../../src-preload/contract/talent.ts'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { goTo } from '../look/hashPlace.ts'
import { saveFile } from '../look/saveFile.ts'
import { sayFailure } from '../look/UndoToast.tsx'

const size = 16

interface AddPeopleMenuProps {
  readonly onByHand: () => void
  /** How many were found, where they are some of the book, and what they were asked by. */
  readonly found: string | null
  readonly question: () => TalentQuestion
}

/** Every way in which people come into the book, and the way out as a file: everybody, or those who were found. */
export function AddPeopleMenu({ onByHand, found, question }: AddPeopleMenuProps) {
  const office = useOffice()
  const save = async (format: 'json' | 'xlsx', asked: TalentQuestion | null = null) => saveFile(await office.profiles.export({ ids: null, question: asked, format }))
  return (
    <Menu position="bottom-end" width={248}>
      <Menu.Target><Button leftSection={<IconUserPlus size={14} aria-hidden />} rightSection={<IconChevronDown size={14} aria-hidden />}>Add people</Button></Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconUserPlus size={size} aria-hidden />} onClick={onByHand}>By hand</Menu.Item>
        <Menu.Item leftSection={<IconMessage size={size} aria-hidden />} onClick={() => goTo('/talent/profiles')}>From a WhatsApp message</Menu.Item>
        <Menu.Item leftSection={<IconFileText size={size} aria-hidden />} onClick={() => goTo('/talent/profiles')}>From résumés (PDF, Word)</Menu.Item>
        <Menu.Item leftSection={<IconAddressBook size={size} aria-hidden />} onClick={() => goTo('/talent/profiles')}>From contacts (VCF)</Menu.Item>
        <Menu.Item leftSection={<IconTable size={size} aria-hidden />} onClick={() => goTo('/talent/import')}>From a talent sheet</Menu.Item>
        <Menu.Item leftSection={<IconPhotoUp size={size} aria-hidden />} onClick={() => goTo('/talent/headshots')}>From headshots</Menu.Item>
        <Menu.Item leftSection={<IconHistory size={size} aria-hidden />} onClick={() => goTo('/talent/imports')}>Earlier imports</Menu.Item>
        <Menu.Divider />
        {found !== null && <Menu.Item leftSection={<IconDownload size={size} aria-hidden />} onClick={() => void save('xlsx', question()).catch(sayFailure)}>Save the {found} as a sheet</Menu.Item>}
        <Menu.Item leftSection={<IconDownload size={size} aria-hidden />} onClick={() => void save('xlsx').catch(sayFailure)}>Save everybody as a sheet</Menu.Item>
        <Menu.Item leftSection={<IconDownload size={size} aria-hidden />} onClick={() => void save('json').catch(sayFailure)}>Save everybody for CastMatch</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
