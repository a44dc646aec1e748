import type { ProductionId } from '../../src-preload/contract/productions.ts'
import { useFreshAnswer } from '../look/changes.tsx'

/** Who would answer a question, and where it is not Claude, why not and what to do. */
export interface WhoAnswers {
  readonly who: 'claude' | 'records'
  readonly why: string
  /** Whether Settings is where to change it. */
  readonly settings: boolean
}

/** Tells who answers in conversations of a production, or of none; null until it is known. */
export function useWhoAnswers(productionId: ProductionId | null): WhoAnswers | null {
  const answer = useFreshAnswer(['claude'], async (office, signal) => {
    const [report, consent] = await Promise.all([office.health.report({}, { signal }), productionId === null ? null : office.claude.consent({ productionId }, { signal })])
    return whoOf(report.claude, consent?.says === 'no')
  }, [productionId])
  return answer.data ?? null
}

function whoOf({ on, hasKey, breaker }: { readonly on: boolean; readonly hasKey: boolean; readonly breaker: string }, isClosed: boolean): WhoAnswers {
  const records = (why: string, settings = true): WhoAnswers => ({ who: 'records', why, settings })
  if (!hasKey) return records('From your records. Put a key in under Settings to ask Claude.')
  if (!on) return records('From your records. Claude is switched off in Settings.')
  if (isClosed) return records('From your records. This production may not be sent to Claude.', false)
  if (breaker === 'open') return records('From your records until Claude can be reached again.', false)
  return { who: 'claude', why: '', settings: false }
}
