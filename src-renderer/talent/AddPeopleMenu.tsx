import { Button, Menu } from '@mantine/core'
import { IconAddressBook, IconChevronDown, IconDownload, IconFileText, IconHistory, IconMessage, IconPhotoUp, IconTable, IconUserPlus } from '@tabler/icons-react'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { goTo } from '../look/hashPlace.ts'
import { saveFile } from '../look/saveFile.ts'
import { sayFailure } from '../look/UndoToast.tsx'

const size = 16

/** Every way in which people come into the book, and the way out as a file. */
export function AddPeopleMenu({ onByHand }: { readonly onByHand: () => void }) {
  const office = useOffice()
  const save = async (format: 'json' | 'xlsx') => saveFile(await office.profiles.export({ ids: null, format }))
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
        <Menu.Item leftSection={<IconDownload size={size} aria-hidden />} onClick={() => void save('xlsx').catch(sayFailure)}>Save everybody as a sheet</Menu.Item>
        <Menu.Item leftSection={<IconDownload size={size} aria-hidden />} onClick={() => void save('json').catch(sayFailure)}>Save everybody for CastMatch</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
