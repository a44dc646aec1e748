import { z } from 'zod'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import type { SecretKeeper } from '../host.ts'
import type { GoogleClient } from './signIn.ts'

const names = { client: 'google client', token: 'google refresh token' } as const
const KeptClient = z.object({ id: z.string().min(1), secret: z.string() })

/** What the office keeps of the user's account with Google, all of it among the secrets. */
export interface GoogleAccount {
  /** The user's own client. Throws GOOGLE_NO_CLIENT where none was entered. */
  readonly client: () => GoogleClient
  /** Keeps a client; a sign-in with another one before it is forgotten. Throws INVALID_INPUT for what cannot be one. */
  readonly keepClient: (client: GoogleClient) => void
  /** The refresh token; null where nobody is signed in. */
  readonly token: () => string | null
  readonly keepToken: (token: string) => void
  readonly forgetToken: () => void
}

/** Opens what the office keeps of the account. */
export function openGoogleAccount(secrets: SecretKeeper): GoogleAccount {
  const kept = (): GoogleClient | null => {
    const text = secrets.get(names.client)
    const read = text === null ? null : KeptClient.safeParse(JSON.parse(text))
    return read?.success === true ? read.data : null
  }
  return {
    client: () => {
      const client = kept()
      if (client === null) throw new CastMatchError('GOOGLE_NO_CLIENT')
      return client
    },
    keepClient: given => {
      const client = { id: given.id.trim(), secret: given.secret.trim() }
      if (!/^[\w-]+\.apps\.googleusercontent\.com$/.test(client.id)) throw new CastMatchError('INVALID_INPUT', { subject: 'The client id', detail: 'one of Google ends in .apps.googleusercontent.com' })
      if (client.secret === '') throw new CastMatchError('INVALID_INPUT', { subject: 'The client secret', detail: 'it is empty' })
      if (kept()?.id !== client.id) secrets.remove(names.token)
      secrets.set(names.client, JSON.stringify(client))
    },
    token: () => secrets.get(names.token),
    keepToken: token => secrets.set(names.token, token),
    forgetToken: () => secrets.remove(names.token),
  }
}
