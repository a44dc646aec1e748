import { ClaudeAddress } from '../../src-preload/contract/claude.ts'
import { CastMatchError } from '../../src-preload/contract/errors.ts'

/** The name of the variable that points the whole application at a server. */
const variable = 'CASTMATCH_ANTHROPIC_BASE_URL'

/**
 * The address of Claude that the environment sets, as a part of the host; nothing where it sets none.
 *
 * Keys are never read from the environment. Throws INVALID_INPUT where the address is none.
 */
export function claudeAddressOf(env: Readonly<Record<string, string | undefined>>): { readonly claudeAddress?: string } {
  const text = env[variable]?.trim() ?? ''
  if (text === '') return {}
  const read = ClaudeAddress.safeParse(text)
  if (!read.success) throw new CastMatchError('INVALID_INPUT', { subject: variable, detail: read.error.issues[0]?.message ?? 'it is no address' })
  return { claudeAddress: read.data }
}
