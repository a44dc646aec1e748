import type { ErrorCode, ErrorData } from './errors.ts'

/**
 * What passes the preload of the desktop door beside the port, by name.
 *
 * `office`: the page gives the far end of a channel, in a message of its window and then to main. `path` and `bytes`: a
 * file of the disk, or one that only the page has, is exchanged for a ticket.
 */
export const doorway = { office: 'castmatch:office', path: 'castmatch:path', bytes: 'castmatch:bytes' } as const

/** The answer where a file is handed over: its ticket, or why not. The file route of the browser door answers the same. */
export type TicketAnswer = { readonly ticket: string } | { readonly code: ErrorCode; readonly data: ErrorData }

/** What the preload puts on `window.castmatch`; a page in a browser has none of it. */
export type DesktopDoorway = { readonly ticketFor: (file: File) => Promise<TicketAnswer> }
