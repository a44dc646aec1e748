import { Group, TextInput } from '@mantine/core'
import type { AdBrand } from '../../src-preload/contract/productions.ts'
import { SavedField } from '../look/SavedField.tsx'
import { useAutosave } from '../look/useAutosave.ts'

const none: AdBrand = { brand: '', category: '', territory: '' }

/** What is advertised: who works for a rival there and then is stopped, until the gate is lifted on the role. */
export function BrandFields({ kept, save }: { readonly kept: AdBrand | null; readonly save: (brand: AdBrand | null) => Promise<unknown> }) {
  const brand = useAutosave(kept, save)
  const shown = brand.value ?? none
  const set = (change: Partial<AdBrand>) => {
    const next = { ...shown, ...change }
    brand.edit(next.brand + next.category + next.territory === '' ? null : next)
  }
  return (
    <SavedField state={brand.state}>
      <TextInput label="Brand" description="For an ad. Held against the brand conflicts of your people." value={shown.brand} maxLength={160} onChange={event => set({ brand: event.currentTarget.value })} onBlur={brand.flush} />
      <Group gap="xs" grow mt="xs">
        <TextInput label="Category" placeholder="tea" value={shown.category} maxLength={120} onChange={event => set({ category: event.currentTarget.value })} onBlur={brand.flush} />
        <TextInput label="Territory" placeholder="India" value={shown.territory} maxLength={120} onChange={event => set({ territory: event.currentTarget.value })} onBlur={brand.flush} />
      </Group>
    </SavedField>
  )
}
