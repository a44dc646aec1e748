import { Switch } from '@mantine/core'
import type { ClaudeConsent as Consent } from '../../src-preload/contract/claude.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { useChanged, useFreshAnswer } from '../look/changes.tsx'
import { sayFailure } from '../look/UndoToast.tsx'
import { useSettings } from '../window/settingsStore.tsx'

/** Whether what belongs to a production may be sent to Claude: the yes that is needed before anything is, with its day. */
export function ClaudeConsent({ productionId }: { readonly productionId: ProductionId }) {
  const office = useOffice()
  const changed = useChanged()
  const { settings: { locale } } = useSettings()
  const { data } = useFreshAnswer(['claude'], (asked, signal) => asked.claude.consent({ productionId }, { signal }), [productionId])
  const save = (allowed: boolean) => office.claude.setConsent({ productionId, allowed }).then(() => changed('claude')).catch(sayFailure)
  return (
    <Switch
      label="This production may be sent to Claude"
      description={consentWords(data, locale)}
      disabled={data === undefined}
      checked={data?.says === 'yes'}
      onChange={event => void save(event.currentTarget.checked)}
    />
  )
}

function consentWords(consent: Consent | undefined, locale: string): string {
  const on = consent?.saidAt ? ` Said on ${new Date(consent.saidAt).toLocaleDateString(locale, { dateStyle: 'medium' })}.` : ''
  if (consent?.says === 'yes') return `What a question needs is sent, when somebody asks one.${on}`
  return consent?.says === 'no' ? `Nothing of it is sent.${on}` : 'Nobody has said yes, so nothing of it is sent. Ask who owns the script first.'
}
