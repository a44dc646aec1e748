import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** Who may come in: one-time tokens in links, and the cookies they are exchanged for. */
export interface Visitors {
  /** A fresh one-time token; an earlier one that was not used is void. */
  invite(): string
  /** Exchanges a token for the value of a `Set-Cookie` header; null where it is wrong, void or used. */
  admit(token: string): string | null
  /** Tells whether a `Cookie` header holds a cookie that was given here. */
  isAdmitted(cookieHeader: string | undefined): boolean
}

/**
 * Opens the book of visitors of one server; it lives as long as the server and is kept nowhere else.
 *
 * Tokens and cookies are 256 random bits; only their SHA-256 is held. The cookie is HttpOnly, SameSite=Strict, for this
 * session of the browser, and carries the port in its name because browsers share cookies between the ports of a host.
 */
export function createVisitors(port: number): Visitors {
  const cookieName = `castmatch-${port}`
  const admitted: Buffer[] = []
  let invited: Buffer | null = null
  return {
    invite: () => {
      const token = secret()
      invited = digest(token)
      return token
    },
    admit: token => {
      if (invited === null || !timingSafeEqual(invited, digest(token))) return null
      invited = null
      const cookie = secret()
      admitted.push(digest(cookie))
      return `${cookieName}=${cookie}; Path=/; HttpOnly; SameSite=Strict`
    },
    isAdmitted: header =>
      cookiesNamed(cookieName, header).some(cookie => {
        const known = digest(cookie)
        return admitted.some(one => timingSafeEqual(one, known))
      }),
  }
}

const secret = (): string => randomBytes(32).toString('base64url')

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

const cookiesNamed = (name: string, header: string | undefined): readonly string[] =>
  (header ?? '').split(';').map(part => part.trim()).filter(part => part.startsWith(`${name}=`)).map(part => part.slice(name.length + 1))
