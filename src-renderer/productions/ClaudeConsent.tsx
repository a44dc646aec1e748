import { Button, Switch } from '@mantine/core'
import type { ClaudeConsent as Consent } from '../../src-preload/contract/claude.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { useChanged, useFreshAnswer } from '../look/changes.tsx'
import { sayFailure } from '../look/UndoToast.tsx'
import { useSettings } from '../window/settingsStore.tsx'

/**
 * Whether Claude may read a production: the switch that puts it under NDA, and below what was said and when.
 *
 * Off, it does not say yes: before the first thing is sent, somebody is asked. A yes can be taken back here as well.
 */
export function ClaudeConsent({ productionId }: { readonly productionId: ProductionId }) {
  const office = useOffice()
  const changed = useChanged()
  const { settings: { locale } } = useSettings()
  const { data } = useFreshAnswer(['claude'], (asked, signal) => asked.claude.consent({ productionId }, { signal }), [productionId])
  const save = (allowed: boolean | null) => office.claude.setConsent({ productionId, allowed }).then(() => changed('claude')).catch(sayFailure)
  return (
    <div>
      <Switch
        label="Under NDA: Claude is off for this production"
        description={consentWords(data, locale)}
        disabled={data === undefined}
        checked={data?.says === 'no'}
        onChange={event => void save(event.currentTarget.checked ? false : null)}
      />
      {data?.says === 'yes' && <Button variant="subtle" size="compact-sm" ml={46} mt={4} onClick={() => void save(null)}>Take the yes back</Button>}
    </div>
  )
}

function consentWords(consent: Consent | undefined, locale: string): string {
  const on = consent?.saidAt ? ` Said on ${new Date(consent.saidAt).toLocaleDateString(locale, { dateStyle: 'medium' })}.` : ''
  if (consent?.says === 'yes') return `Claude may read it: what a question needs is sent, when somebody asks one.${on}`
  return consent?.says === 'no' ? `Nothing of it is sent; chat answers from your records.${on}` : 'Nobody has said yes yet, so nothing of it is sent. CastMatch asks before the first time; ask who owns the script.'
}
