import { z } from 'zod'
import type { DesktopDoorway, TicketAnswer as Answer } from '../../src-preload/contract/doorway.ts'
import { ErrorData, errorCodes, type ErrorCode } from '../../src-preload/contract/errors.ts'

/** Reads what either door answers when a file is handed over. */
export const TicketAnswer: z.ZodType<Answer> = z.union([
  z.object({ ticket: z.string() }),
  z.object({ code: z.enum(errorCodes as readonly [ErrorCode, ...ErrorCode[]]), data: ErrorData }),
])

declare global {
  interface Window {
    /** There in the desktop door only. */
    readonly castmatch?: DesktopDoorway
  }
}
