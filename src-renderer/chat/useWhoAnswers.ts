import type { ProductionId } from '../../src-preload/contract/productions.ts'
import { useFreshAnswer } from '../look/changes.tsx'
import { useSettings } from '../window/settingsStore.tsx'

/** Who would answer a question, and where it is not Claude, why not and what to do. */
export interface WhoAnswers {
  readonly who: 'claude' | 'records'
  readonly why: string
  /** Whether Settings is where to change it. */
  readonly settings: boolean
}

/** What the office knows of Claude, as far as it decides who answers. */
interface Standing {
  readonly on: boolean
  readonly hasKey: boolean
  readonly breaker: string
  readonly triesAgainAt: string | null
}

/** Tells who answers in conversations of a production, or of none; null until it is known. Asked again after each question. */
export function useWhoAnswers(productionId: ProductionId | null): WhoAnswers | null {
  const { settings: { claudeOffice } } = useSettings()
  const answer = useFreshAnswer(['claude', 'chat', 'productions'], async (office, signal) => {
    const [report, consent] = await Promise.all([office.health.report({}, { signal }), productionId === null ? null : office.claude.consent({ productionId }, { signal })])
    return whoAnswers(report.claude, consent?.says ?? claudeOffice, productionId !== null, new Date())
  }, [productionId, claudeOffice])
  return answer.data ?? null
}

/**
 * Decides who answers, as the office does before it sends.
 *
 * @param says what was said about sending the production, or the talent book where there is none
 */
export function whoAnswers({ on, hasKey, breaker, triesAgainAt }: Standing, says: 'unasked' | 'yes' | 'no', inProduction: boolean, now: Date): WhoAnswers {
  const records = (why: string, settings = true): WhoAnswers => ({ who: 'records', why, settings })
  if (!hasKey) return records('From your records. Put a key in under Settings to ask Claude.')
  if (!on) return records('From your records. Claude is switched off in Settings.')
  if (says === 'no') {
    return inProduction ? records('From your records. This production may not be sent to Claude.', false) : records('From your records. Claude may not read the talent book; allow it in Settings.')
  }
  if (breaker === 'open' && triesAgainAt !== null && new Date(triesAgainAt) > now) return records('From your records until Claude can be reached again.', false)
  return { who: 'claude', why: '', settings: false }
}
