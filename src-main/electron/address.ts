/** The scheme that the built page is served under; a scheme of our own has an origin, which file:// has not. */
export const pageScheme = 'castmatch'

/** The origin of the page in the desktop door. */
export const pageOrigin = `${pageScheme}://app`

/** Where the window begins. */
export const pageAddress = `${pageOrigin}/`

/** Hosts that a link may open in the user's browser, each with all its subdomains: where profiles, reels and self-tapes lie. */
const allowedHosts: readonly string[] = [
  'imdb.com', 'instagram.com', 'facebook.com', 'x.com', 'linkedin.com', 'youtube.com', 'youtu.be', 'vimeo.com', 'wikipedia.org', 'linktr.ee',
  'drive.google.com', 'docs.google.com', 'photos.app.goo.gl', 'dropbox.com', 'wetransfer.com', 'we.tl', 'onedrive.live.com', '1drv.ms',
  'spotlight.com', 'backstage.com', 'castingnetworks.com', 'actorsaccess.com', 'mandy.com', 'talentrack.in', 'github.com',
]

/** Tells whether an address belongs to the page itself. */
export const isPageAddress = (address: string): boolean => address === pageOrigin || address.startsWith(pageAddress)

/** Tells whether an address may be opened outside: a mail with nothing attached; https, an allowed host, no user name or password in it. */
export function mayOpenOutside(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, searchParams, hostname, username, password, port } = new URL(address)
  if (protocol === 'mailto:') return [...searchParams.keys()].every(name => name === 'subject' || name === 'body')
  if (protocol !== 'https:' || username !== '' || password !== '' || port !== '') return false
  return allowedHosts.some(host => hostname === host || hostname.endsWith(`.${host}`))
}
