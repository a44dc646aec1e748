import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import { OAuth2Server } from 'oauth2-mock-server'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openGoogleCalendar } from '../../src-main/calendar/googleCalendar.ts'
import { openGoogleAccount } from '../../src-main/calendar/googleAccount.ts'
import { openSignedIn, revokeSignIn, scopesFor, signInWithGoogle, type GoogleEndpoints, type SignInParts } from '../../src-main/calendar/signIn.ts'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import { codeOf } from '../support/codeOf.ts'
import { startGoogle } from '../support/googleStandIn/startGoogle.ts'
import { memorySecretKeeper } from '../support/memoryKeepers.ts'

const client = { id: 'casting.apps.googleusercontent.com', secret: 'GOCSPX-secret' }
const scopes = scopesFor({ isOwn: true })

/** A server of OAuth over real HTTP, and what was asked of it. */
async function oauth() {
  const server = new OAuth2Server()
  await server.issuer.keys.generate('RS256')
  await server.start(0, '127.0.0.1')
  onTestFinished(() => server.stop())
  // Google tells what it granted; this server grants all that was asked for.
  server.service.on('beforeResponse', (answer: { body: Record<string, unknown> }) => void (answer.body.scope = scopes.join(' ')))
  const { url = '' } = server.issuer
  const endpoints: GoogleEndpoints = { oauth2AuthBaseUrl: `${url}/authorize`, oauth2TokenUrl: `${url}/token`, oauth2RevokeUrl: `${url}/revoke` }
  const opened: URL[] = []
  /** Opens an address as a browser does that follows redirects, and gives the page that it ends on. */
  const browse = async (address: string): Promise<string> => {
    opened.push(new URL(address))
    const response = await fetch(address)
    return await response.text()
  }
  const signIn = (change: Partial<SignInParts> = {}) =>
    signInWithGoogle({ client, scopes, endpoints, signal: new AbortController().signal, openExternal: async address => void (await browse(address)), ...change })
  return { server, endpoints, opened, browse, signIn }
}

const failureOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work
    return 'no error'
  } catch (error) {
    if (error instanceof CastMatchError) return `${error.code}${error.data.detail === undefined ? '' : `: ${error.data.detail}`}`
    throw error
  }
}

describe('signing in with Google', () => {
  it('goes through the browser with PKCE, a state of its own and the least rights, and gives a lasting sign-in', async () => {
    const { server, opened, signIn } = await oauth()
    const asked: Record<string, unknown>[] = []
    server.service.once('beforeResponse', (_answer: unknown, request: { readonly body: Record<string, unknown> }) => asked.push(request.body))
    expect(await signIn()).toMatch(/./)
    await signIn()
    const [first, second] = opened.map(({ searchParams }) => searchParams)
    expect(first?.get('response_type')).toBe('code')
    expect(first?.get('access_type')).toBe('offline')
    expect(first?.get('redirect_uri')).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/google$/)
    expect(first?.get('scope')?.split(' ').map(each => each.split('/auth/')[1])).toEqual(['calendar.app.created', 'calendar.freebusy', 'calendar.calendarlist.readonly'])
    expect(first?.get('code_challenge_method')).toBe('S256')
    expect(first?.get('code_challenge')).toBe(createHash('sha256').update(`${asked[0]?.code_verifier as string}`).digest('base64url'))
    expect(first?.get('state')).not.toBe(second?.get('state'))
    expect(first?.get('code_challenge')).not.toBe(second?.get('code_challenge'))
  })

  it('asks for the events of a calendar only where one that is there already is written to', () => {
    expect(scopesFor({ isOwn: false })[0]).toMatch(/calendar\.events\.owned$/)
    expect(scopesFor({ isOwn: true }).join(' ')).not.toMatch(/events/)
  })

  it('refuses an answer of another sign-in, and goes on to wait for its own', async () => {
    const { signIn, browse } = await oauth()
    const pages: string[] = []
    const token = await signIn({
      openExternal: async address => {
        const redirect = new URL(address).searchParams.get('redirect_uri') ?? ''
        for (const query of ['?code=stolen&state=other', '?code=stolen', '?error=access_denied&state=other']) pages.push(await (await fetch(`${redirect}${query}`)).text())
        pages.push(await browse(address))
      },
    })
    expect(token).toMatch(/./)
    expect(pages.map(page => /<p>(.*?)\./.exec(page)?.[1])).toEqual([...Array<string>(3).fill('This answer belongs to another sign-in'), 'CastMatch is signed in'])
  })

  it('says what went wrong: declined, not all allowed, a code that is too old, no net, no port, no answer, cancelled', async () => {
    const { server, signIn } = await oauth()
    const redirected = (query: string) => async (address: string) => {
      const { searchParams } = new URL(address)
      await fetch(`${searchParams.get('redirect_uri') ?? ''}?${query}&state=${searchParams.get('state') ?? ''}`)
    }
    expect(await failureOf(signIn({ openExternal: redirected('error=access_denied') }))).toBe('GOOGLE_NOT_ALLOWED: it was declined')
    server.service.once('beforeResponse', (answer: { body: Record<string, unknown> }) => void (answer.body.scope = scopes[0]))
    expect(await failureOf(signIn())).toBe('GOOGLE_NOT_ALLOWED: not every box was ticked')
    server.service.once('beforeResponse', (answer: { body: unknown; statusCode: number }) => Object.assign(answer, { statusCode: 400, body: { error: 'invalid_grant', error_description: 'Bad Request' } }))
    expect(await failureOf(signIn())).toMatch(/^GOOGLE_SIGN_IN_FAILED/)
    expect(await failureOf(signIn({ openExternal: redirected('code=x'), endpoints: { oauth2TokenUrl: 'http://127.0.0.1:9/token' } }))).toBe('GOOGLE_OFFLINE')
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    onTestFinished(() => void taken.close())
    expect(await failureOf(signIn({ port: (taken.address() as AddressInfo).port }))).toBe('GOOGLE_SIGN_IN_FAILED: no port of this machine is free for its answer')
    expect(await failureOf(signIn({ openExternal: () => Promise.resolve(), limitMs: 1 }))).toBe('GOOGLE_SIGN_IN_FAILED: no answer came')
    const stopping = new AbortController()
    expect(await failureOf(signIn({ signal: stopping.signal, openExternal: () => Promise.resolve(stopping.abort()) }))).toBe('CANCELLED')
  })

  it('carries requests with a token that is made anew from it, until Google ends it', async () => {
    const { server, endpoints, signIn } = await oauth()
    const google = await startGoogle()
    onTestFinished(() => google.close())
    const token = await signIn()
    const calendars = async () => openGoogleCalendar({ auth: await openSignedIn(client, token, endpoints), address: google.address }).calendars()
    expect(await calendars()).toMatchObject([{ isPrimary: true, mayWrite: true }])
    expect(google.exchanges[0]?.request.headers.authorization).toMatch(/^Bearer ey/)
    // What Google answers seven days later in test mode.
    server.service.once('beforeResponse', (answer: { body: unknown; statusCode: number }) => Object.assign(answer, { statusCode: 400, body: { error: 'invalid_grant', error_description: 'Token has been expired or revoked.' } }))
    await expect(calendars()).rejects.toMatchObject({ kind: 'signIn' })
  })

  it('is taken back with Google when the user disconnects', async () => {
    const { server, endpoints, signIn } = await oauth()
    const token = await signIn()
    let revoked = 0
    server.service.on('beforeRevoke', () => void (revoked += 1))
    expect(await revokeSignIn(client, token, endpoints)).toBe(true)
    expect(revoked).toBe(1)
    expect(await revokeSignIn(client, token, { oauth2RevokeUrl: 'http://127.0.0.1:9/revoke' })).toBe(false)
  })
})

describe('the account', () => {
  it('keeps the client and the sign-in among the secrets, and no sign-in of another client', () => {
    const secrets = memorySecretKeeper()
    const account = openGoogleAccount(secrets)
    expect(codeOf(() => account.client())).toBe('GOOGLE_NO_CLIENT')
    expect(codeOf(() => account.keepClient({ id: 'AIza-a-key', secret: 'x' }))).toBe('INVALID_INPUT')
    expect(codeOf(() => account.keepClient({ ...client, secret: ' ' }))).toBe('INVALID_INPUT')
    account.keepClient({ ...client, id: ` ${client.id}\n` })
    account.keepToken('1//token')
    account.keepClient({ ...client, secret: 'new' })
    expect([account.client(), account.token()]).toEqual([{ ...client, secret: 'new' }, '1//token'])
    account.keepClient({ ...client, id: 'other.apps.googleusercontent.com' })
    expect(account.token()).toBeNull()
    account.forgetToken()
  })
})
