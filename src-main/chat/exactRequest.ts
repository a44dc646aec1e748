import type { ExactRequest } from '../../src-preload/contract/chat.ts'
import type { TalkToClaude } from '../claude/chatTurn.ts'
import { estimateTokens } from '../claude/estimate.ts'
import { inPaise } from '../claude/prices.ts'
import { assembleTurn, type SendingParts, type TurnMatter } from './assembleTurn.ts'

/** What is needed to show a request. */
export interface ShowingParts extends SendingParts {
  readonly claude: Pick<TalkToClaude, 'previewTurn' | 'countTokens'>
}

/**
 * Shows the request that a question would send: its body as it goes over the wire, its parts with why each is sent, and the
 * names that are sent as something else.
 *
 * Sends nothing, but where `count` is set: then Claude counts the tokens, for which it is sent what would be asked; that
 * needs the same yes as asking. Throws CLAUDE_NOT_ALLOWED where the production is under NDA, and what `countTokens` throws.
 */
export async function exactRequest(parts: ShowingParts, matter: TurnMatter, { count = false, signal }: { readonly count?: boolean; readonly signal?: AbortSignal | undefined } = {}): Promise<ExactRequest> {
  const { request, parts: sent, pseudonyms } = await assembleTurn(parts, { ...matter, onlyToShow: !count })
  const { address, model, body, tokens, microDollars } = parts.claude.previewTurn(request)
  const counted = count ? await parts.claude.countTokens(request, signal) : null
  return {
    address,
    model,
    json: JSON.stringify(body, null, 2),
    parts: sent().map(part => ({ ...part, tokens: estimateTokens(part.text) })),
    tokens: counted ?? tokens,
    counted: counted !== null,
    paise: microDollars === null ? null : inPaise(microDollars, parts.settings().dollarRate.rupees),
    pseudonyms: pseudonyms.map(({ name, sent: as }) => ({ name, sent: as })),
  }
}
