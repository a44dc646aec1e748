import { errorCodes, sentenceFor, type ErrorCode } from '../../src-preload/contract/errors.ts'
import type { HealthReport } from '../../src-preload/contract/health.ts'
import { usedWords } from '../settings/ClaudeBudget.tsx'
import { leavingWords } from '../settings/ClaudeModels.tsx'
import { Line, Part, type LineProps } from './Lines.tsx'

type Claude = HealthReport['claude']
type Words = Pick<LineProps, 'value' | 'todo' | 'eye'>

/** How Claude stands: whether it is asked, what failed last, its models, and what the month has cost. */
export function ClaudePart({ claude, locale }: { readonly claude: Claude; readonly locale: string }) {
  const leaving = leavingWords(claude, locale)
  return (
    <Part title="Claude">
      <Line label="State" {...stateWords(claude, locale)} />
      <Line label="Under way" {...lineWords(claude)} />
      <Line label="Last failure" {...failureWords(claude, locale)} />
      <Line label="List of models" {...listWords(claude, locale)} />
      {leaving.length > 0 && <Line label="To be retired" eye value={leaving.length === 1 ? '1 model in use' : `${leaving.length} models in use`} todo={leaving.join(' ')} />}
      <Line label="Cost this month" {...costWords(claude, locale)} />
    </Part>
  )
}

function stateWords({ on, hasKey, breaker, triesAgainAt }: Claude, locale: string): Words {
  if (!on) return { value: 'Switched off', todo: 'Nothing is sent. Everything else works.' }
  if (!hasKey) return { value: 'No key', todo: 'Nothing is sent. A key goes in under Settings; CastMatch works without.' }
  if (triesAgainAt !== null) return { value: 'Out of reach', eye: true, todo: `It failed several times in a row and is left in peace until ${new Date(triesAgainAt).toLocaleTimeString(locale)}. A test under Settings tries at once.` }
  return breaker === 'closed' ? { value: 'Ready', todo: 'Asked only when you ask, from productions you allowed.' } : { value: 'To be tried', eye: true, todo: 'It failed several times in a row. The next question shows whether it is back.' }
}

function lineWords({ underWay, queued }: Claude): Words {
  const value = underWay === 0 ? 'Nothing' : underWay === 1 ? '1 request' : `${underWay} requests`
  if (queued === 0) return { value, todo: 'A few at a time; the chat goes first.' }
  return { value, todo: `${queued === 1 ? '1 more waits' : `${queued} more wait`} for a place. The chat goes first, readings after it; each can be cancelled where it was asked.` }
}

function failureWords({ lastFailure }: Claude, locale: string): Words {
  if (lastFailure === null) return { value: 'None', todo: 'Since CastMatch was started.' }
  const code = errorCodes.find(known => known === lastFailure.code)
  return { value: new Date(lastFailure.at).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' }), todo: code === undefined ? lastFailure.code : `${firstSentence(code)} (${code})` }
}

const firstSentence = (code: ErrorCode): string => sentenceFor(code).split('. ')[0] ?? ''

function listWords({ knownFrom, toldAt, listAsOf }: Claude, locale: string): Words {
  const day = (text: string) => new Date(text).toLocaleDateString(locale, { dateStyle: 'medium' })
  if (knownFrom === 'Claude' && toldAt !== null) return { value: day(toldAt), todo: 'Told by Claude; asked for again once a day, when a question is asked.' }
  return { value: day(listAsOf), todo: 'Of this version of CastMatch; the first question fetches the newest.' }
}

function costWords({ budget, month }: Claude, locale: string): Words {
  const money = (paise: number) => (paise / 100).toLocaleString(locale, { style: 'currency', currency: 'INR' })
  return { value: money(month.paise), eye: budget !== null && month.paise > budget, todo: budget === null ? 'No budget is set; one goes in under Settings.' : usedWords(month.paise, budget, money) }
}
