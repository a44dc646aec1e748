import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { OAuth2Client, OAuth2ClientOptions } from 'google-auth-library'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import { failureOf } from './googleFailures.ts'
import { listenForAnswer, type Answered } from './loopbackAnswer.ts'

/** The user's own client of Google, as its console gives it: https://console.cloud.google.com/auth/clients, kind "Desktop app". */
export interface GoogleClient {
  readonly id: string
  /** Google gives one to installed applications too; it does not count as secret there (RFC 8252, 8.5), but is kept as one. */
  readonly secret: string
}

/** Other places than Google's own, for tests. */
export type GoogleEndpoints = NonNullable<OAuth2ClientOptions['endpoints']>

const scope = (name: string): string => `https://www.googleapis.com/auth/calendar.${name}`

/**
 * The least that Google must allow: with a calendar of its own CastMatch sees no other event, only when others are busy.
 *
 * Writing into a calendar that is there already needs the right to the events of all that the user owns.
 */
export const scopesFor = ({ isOwn }: { readonly isOwn: boolean }): readonly string[] =>
  [isOwn ? scope('app.created') : scope('events.owned'), scope('freebusy'), scope('calendarlist.readonly')]

/** What signing in needs. */
export interface SignInParts {
  readonly client: GoogleClient
  readonly scopes: readonly string[]
  /** Opens an address in the browser of the system. */
  readonly openExternal: (address: string) => Promise<void>
  readonly signal: AbortSignal
  readonly endpoints?: GoogleEndpoints
  /** The port of this machine that Google's answer comes to; any free one where it is 0. */
  readonly port?: number
  /** How long the user may take, in milliseconds. */
  readonly limitMs?: number
}

/**
 * Signs the user in with Google in the browser of the system, and gives the refresh token: a secret.
 *
 * The authorization code flow of RFC 8252 with PKCE (S256, RFC 7636) and a loopback address. An answer whose state is not that
 * of this sign-in is refused, and the right one waited for. Throws GOOGLE_NOT_ALLOWED where the user declined or did not allow
 * all of it, GOOGLE_SIGN_IN_FAILED where it came to no end, GOOGLE_OFFLINE, CANCELLED.
 */
export async function signInWithGoogle({ client, scopes, openExternal, signal, endpoints, port = 0, limitMs = 10 * 60_000 }: SignInParts): Promise<string> {
  const state = randomBytes(32).toString('base64url')
  const answer = await listenForAnswer({ port, limitMs, signal, isOurs: given => sameText(given, state) })
  try {
    const auth = await openClient(client, endpoints, answer.address)
    const { codeVerifier, codeChallenge } = await auth.generateCodeVerifierAsync()
    const { CodeChallengeMethod } = await import('google-auth-library')
    await openExternal(auth.generateAuthUrl({
      access_type: 'offline', prompt: 'consent', include_granted_scopes: false, scope: [...scopes], state, code_challenge_method: CodeChallengeMethod.S256, ...(codeChallenge !== undefined && { code_challenge: codeChallenge }),
    }))
    return await tokenFor(auth, await answer.arrived, codeVerifier, scopes)
  } finally {
    answer.close()
  }
}

/** A way to Google on which a refresh token of an earlier sign-in is used. Google's package is loaded here. */
export async function openSignedIn(client: GoogleClient, refreshToken: string, endpoints?: GoogleEndpoints): Promise<OAuth2Client> {
  const auth = await openClient(client, endpoints)
  auth.setCredentials({ refresh_token: refreshToken })
  return auth
}

/** Has Google forget a sign-in. Gives whether it did: without the net, or where it was forgotten before, it could not. */
export async function revokeSignIn(client: GoogleClient, refreshToken: string, endpoints?: GoogleEndpoints): Promise<boolean> {
  const auth = await openClient(client, endpoints)
  return auth.revokeToken(refreshToken).then(() => true, () => false)
}

async function openClient({ id, secret }: GoogleClient, endpoints: GoogleEndpoints | undefined, redirectUri?: string): Promise<OAuth2Client> {
  const { OAuth2Client: Client } = await import('google-auth-library')
  return new Client({ clientId: id, clientSecret: secret, ...(redirectUri !== undefined && { redirectUri }), ...(endpoints && { endpoints }), transporterOptions: { retry: false } })
}

async function tokenFor(auth: OAuth2Client, { code, error }: Answered, codeVerifier: string, scopes: readonly string[]): Promise<string> {
  if (error === 'access_denied') throw new CastMatchError('GOOGLE_NOT_ALLOWED', { detail: 'it was declined' })
  if (code === null) throw new CastMatchError('GOOGLE_SIGN_IN_FAILED', { detail: error ?? 'Google gave no code' })
  const { tokens } = await auth.getToken({ code, codeVerifier }).catch((failed: unknown) => {
    const { kind, message } = failureOf(failed)
    throw kind === 'offline' || kind === 'slowDown' ? new CastMatchError('GOOGLE_OFFLINE') : new CastMatchError('GOOGLE_SIGN_IN_FAILED', { detail: message.slice(0, 200) })
  })
  const granted = tokens.scope?.split(' ') ?? scopes
  if (!tokens.refresh_token) throw new CastMatchError('GOOGLE_SIGN_IN_FAILED', { detail: 'Google gave no lasting sign-in' })
  if (scopes.every(each => granted.includes(each))) return tokens.refresh_token
  await auth.revokeToken(tokens.refresh_token).catch(() => undefined)
  throw new CastMatchError('GOOGLE_NOT_ALLOWED', { detail: 'not every box was ticked' })
}

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
