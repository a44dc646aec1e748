import type { BeforeSending } from '../../src-preload/contract/chat.ts'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import type { Settings } from '../../src-preload/contract/settings.ts'
import type { TalkToClaude, TurnPreview } from '../claude/chatTurn.ts'
import { inRupees } from '../claude/budget.ts'
import type { Claude } from '../claude/claude.ts'
import { keepConsent } from '../claude/consent.ts'
import { inPaise } from '../claude/prices.ts'
import { monthOf, usageSince } from '../claude/usageLog.ts'
import { getProduction } from '../productions/productionStore.ts'
import { assembleTurn, type AssembledTurn, type SendingParts, type TurnMatter } from './assembleTurn.ts'
import { saidAbout } from './mayRead.ts'

/** What is needed to tell what has to be asked before a question is sent. */
export interface AskingParts extends SendingParts {
  readonly claude: Pick<Claude, 'state'> & Pick<TalkToClaude, 'previewTurn'>
  /** Puts a request together, or gives it as it was put together a moment ago; anew each time where it is left out. */
  readonly assemble?: (matter: TurnMatter) => Promise<AssembledTurn>
  /** Keeps that the talent book may be sent in conversations without a production. */
  readonly allowOffice: () => void
}

/** A question is large from this many tokens on, by estimate. */
export const largeTokens = 30_000

/** Tells what has to be asked before a question is sent to Claude, with what it can cost. Sends nothing. */
export async function beforeSending(parts: AskingParts, matter: TurnMatter): Promise<BeforeSending> {
  const { db, settings, now, assemble = (asked: TurnMatter) => assembleTurn(parts, asked) } = parts
  const set = settings()
  const monthPaise = usageSince(db, monthOf(now()), set.dollarRate.rupees).paise
  const standing = { asks: [], tokens: 0, paise: null, monthPaise, budgetPaise: set.claudeBudget }
  const why = whyNot(parts, matter, set)
  if (why !== '') return { who: 'records', why, ...standing }
  const { request } = await assemble({ ...matter, onlyToShow: true })
  const preview = parts.claude.previewTurn(request)
  const paise = paiseOf(preview, set)
  const isPast = set.claudeBudget !== null && monthPaise + (paise ?? 0) > set.claudeBudget
  return {
    ...standing,
    who: 'claude',
    why: '',
    asks: [
      ...(saidAbout(db, set, matter.conversation) === 'unasked' ? ['first' as const] : []),
      ...(preview.tokens > largeTokens ? ['large' as const] : []),
      ...(isPast ? ['budget' as const] : []),
    ],
    tokens: preview.tokens,
    paise,
  }
}

/** Why Claude is not asked, in a sentence; empty where it is. */
function whyNot({ db, claude, now }: AskingParts, { conversation }: TurnMatter, settings: Settings): string {
  const { on, hasKey, breaker, triesAgainAt } = claude.state()
  if (!on) return 'Claude is switched off in Settings.'
  if (!hasKey) return 'There is no key for Claude yet. Put one in under Settings, Claude.'
  if (saidAbout(db, settings, conversation) === 'no') {
    return conversation.productionId === null
      ? 'Claude may not read the talent book. Allow it under Settings, Claude.'
      : `${getProduction(db, conversation.productionId).title} is under NDA: Claude is off for this production.`
  }
  if (breaker === 'open' && triesAgainAt !== null && new Date(triesAgainAt) > now()) return 'Claude failed several times in a row and is left in peace for a moment.'
  return ''
}

const paiseOf = ({ microDollars }: TurnPreview, { dollarRate }: Settings): number | null => (microDollars === null ? null : inPaise(microDollars, dollarRate.rupees))

/**
 * Sees to it that everything that has to be asked was said yes to, and keeps a first yes for the next time. Nothing is asked where
 * the records would answer.
 *
 * Throws CLAUDE_ASKS_FIRST or CLAUDE_OVER_BUDGET with what is missing.
 */
export async function assertAgreed(parts: AskingParts, matter: TurnMatter, agreed: readonly BeforeSending['asks'][number][]): Promise<void> {
  const { conversation } = matter
  const before = await beforeSending(parts, matter)
  const missing = before.asks.filter(ask => !agreed.includes(ask))
  const subject = conversation.productionId === null ? 'the talent book' : getProduction(parts.db, conversation.productionId).title
  if (missing.includes('first')) throw new CastMatchError('CLAUDE_ASKS_FIRST', { subject, detail: `nothing of ${subject} was sent to Claude before` })
  if (missing.includes('budget')) {
    throw new CastMatchError('CLAUDE_OVER_BUDGET', { detail: `${inRupees(before.monthPaise)} of ${inRupees(before.budgetPaise ?? 0)} is used${before.paise === null ? '' : `, and this can cost ${inRupees(before.paise)}`}` })
  }
  if (missing.includes('large')) {
    throw new CastMatchError('CLAUDE_ASKS_FIRST', { subject, detail: `it is large, some ${before.tokens.toLocaleString('en-IN')} tokens${before.paise === null ? '' : ` for ${inRupees(before.paise)} at most`}` })
  }
  if (before.asks.includes('first')) allow(parts, matter)
}

function allow({ db, now, allowOffice }: AskingParts, { conversation: { productionId } }: TurnMatter): void {
  if (productionId === null) allowOffice()
  else keepConsent(db, productionId, true, now())
}
