import { oc } from '@orpc/contract'
import { z } from 'zod'

/**
 * What a failure may say about itself beyond its code.
 *
 * `subject` names the thing (a file, a role, a person) in the user's words; `detail` is one more clause for her;
 * `page` is 1-based; `seconds` is how long to wait before trying again; `logId` is set on UNEXPECTED only and finds the entry in the log. Never a path of the disk.
 */
export const ErrorData = z.object({
  subject: z.string().optional(),
  detail: z.string().optional(),
  page: z.number().int().positive().optional(),
  seconds: z.number().int().min(0).optional(),
  logId: z.string().optional(),
})
export type ErrorData = z.infer<typeof ErrorData>

const inSeconds = ({ seconds }: ErrorData): string =>
  seconds === undefined ? 'in a while' : seconds < 90 ? `in ${Math.max(1, seconds)} seconds` : `in ${Math.ceil(seconds / 60)} minutes`

/** The closed list of failures that may cross the border: HTTP status and the sentence the user reads. */
const failures = {
  NOT_FOUND: [404, d => `${d.subject ?? 'This record'} is not there any more. Nothing was changed. Go back to the list and open it again.`],
  INVALID_INPUT: [422, d => `${d.subject ?? 'The entry'} cannot be saved${d.detail ? `: ${d.detail}` : ''}. What you had before is kept. Correct it and try again.`],
  FILE_MISSING: [404, d => `${d.subject ?? 'The file'} is not where it was looked for. Nothing was imported. Check its name and its folder.`],
  ORIGINAL_MISSING: [404, d => `The file of ${d.subject ?? 'this script'} is not kept here. What was read from it is kept. Drop the file once more, and it is.`],
  FILE_EMPTY: [422, d => `${d.subject ?? 'The file'} is empty. Nothing was imported. Export it again and drop the new file.`],
  FILE_TOO_LARGE: [413, d => `${d.subject ?? 'The file'} is larger than ${d.detail ?? '50 MB'}. Nothing was imported. Save it without pictures, or split it, and drop it again.`],
  FILE_KIND_UNKNOWN: [415, d => `${d.subject ?? 'The file'} is of a kind CastMatch cannot read here${d.detail ? ` (${d.detail})` : ''}. Nothing was imported. Scripts come in as PDF, Final Draft (FDX), Word (DOCX), Fountain or plain text, talent as CSV.`],
  FILE_KIND_MISMATCH: [415, d => `${d.subject ?? 'The file'} is not what its name says${d.detail ? `: ${d.detail}` : ''}. Nothing was imported. Give it its right ending, or export it again.`],
  FILE_UNREADABLE: [422, d => `${d.subject ?? 'The file'} is damaged or cut short. Nothing was imported. Copy or export it again and drop the new file.`],
  MEDIA_KIND_UNKNOWN: [415, d => `${d.subject ?? 'The file'} is none of what the talent book keeps. Nothing was added. Pictures come in as JPEG, PNG, WebP, AVIF, GIF or HEIC, tapes as MP4, MOV, WebM or MKV, papers as PDF.`],
  MEDIA_TOO_LARGE: [413, d => `${d.subject ?? 'The file'} is larger than ${d.detail ?? '80 MB'}. Nothing was added. Save a smaller copy of it and drop that.`],
  TICKET_UNKNOWN: [410, d => `${d.subject ?? 'The file'} is no longer at hand. Nothing was imported. Drop it once more.`],
  SCRIPT_ENCRYPTED: [422, d => `${d.subject ?? 'The script'} is locked with a password. Nothing was imported. Save a copy without a password and drop that.`],
  SCRIPT_SCANNED: [422, d => `${d.subject ?? 'The script'} holds pictures of pages, no text. Nothing was imported. Ask for the PDF that the writing program exports.`],
  NOT_A_SCREENPLAY: [422, d => `${d.subject ?? 'The file'} does not read as a screenplay${d.detail ? `: ${d.detail}` : ''}. Nothing was imported. Check that it is the script and not a synopsis or a letter.`],
  SHEET_UNREADABLE: [422, d => `${d.subject ?? 'The sheet'} cannot be read as rows and columns${d.detail ? `: ${d.detail}` : ''}. Nothing was imported. Save it as CSV (UTF-8) and drop it again.`],
  PROFILE_UNREADABLE: [422, d => `Nobody can be read out of ${d.subject ?? 'this'}${d.detail ? `: ${d.detail}` : ''}. Nothing was imported. People come in from pasted text, from résumés as PDF, Word or text, from contacts (VCF) and from an export of CastMatch (JSON).`],
  EXPORT_NEWER: [409, d => `${d.subject ?? 'The file'} was written by a newer CastMatch${d.detail ? ` (${d.detail})` : ''}. Nothing was imported. Install the newer version, or export the people there as a sheet.`],
  ENCODER_UNUSABLE: [422, d => `${d.subject ?? 'The model'} cannot be used for search by meaning${d.detail ? `: ${d.detail}` : ''}. The one you have goes on. Choose the folder of a sentence-transformers model with model.onnx and tokenizer.json.`],
  TIME_LIMIT: [504, d => `${d.subject ?? 'The work'} took longer than ${d.detail ?? 'allowed'} and was stopped. Nothing was half-saved. Try once more, or with a smaller file.`],
  WORK_BROKE_OFF: [500, d => `${d.subject ?? 'The work'} broke off in the midst. What was saved before is kept, and nothing was half-saved. Try once more.`],
  CANCELLED: [499, d => `${d.subject ?? 'The work'} was cancelled. Nothing was half-saved.`],
  CONFLICT: [409, d => `${d.subject ?? 'This record'} was changed elsewhere${d.detail ? `: ${d.detail}` : ''}. Nothing was overwritten. Open it again and repeat your change.`],
  DATABASE_NEWER: [409, d => `The data folder was written by a newer CastMatch${d.detail ? ` (${d.detail})` : ''}. It was left untouched. Install the newer version to open it.`],
  DATABASE_IN_USE: [409, d => `The data folder is open in another CastMatch${d.detail ? ` (${d.detail})` : ''}. Nothing was changed. Use that window, or close it and start again.`],
  DISK_FULL: [507, () => 'The disk is full. What was saved before is kept; this change is not. Free some space and try again.'],
  CONNECTION_LOST: [503, () => 'The connection to CastMatch was lost. Everything saved is kept. It reconnects by itself; repeat what was under way.'],
  CLAUDE_OFF: [409, () => 'Claude is switched off. Nothing was sent. Switch it on in Settings if you want its help.'],
  CLAUDE_NO_KEY: [409, () => 'There is no key for Claude yet. Nothing was sent. Put one in under Settings, Claude.'],
  CLAUDE_NOT_ALLOWED: [403, d => `${d.subject ?? 'This production'} may not be sent to Claude. Nothing was sent. Allow it for this production first.`],
  CLAUDE_KEY_REFUSED: [403, d => `Claude did not accept the key${d.detail ? `: ${d.detail}` : ''}. Nothing of yours was changed. Check the key under Settings, Claude.`],
  CLAUDE_NO_CREDIT: [402, () => 'The account of this key has no credit left for Claude. Nothing of yours was changed. Top it up with Anthropic and try again.'],
  CLAUDE_MODEL_UNKNOWN: [404, d => `Claude does not know the model ${d.detail ?? 'that is set'}. Nothing of yours was changed. Choose another under Settings, Claude.`],
  CLAUDE_RATE_LIMIT: [429, d => `Claude takes no more questions on this key for now. What you have is kept. Try again ${inSeconds(d)}.`],
  CLAUDE_OVERLOADED: [503, d => `Claude is overloaded or out of order. What you have is kept. Try again ${inSeconds(d)}; everything else works meanwhile.`],
  CLAUDE_OFFLINE: [503, d => `Claude cannot be reached${d.detail ? ` at ${d.detail}` : ''}. What you have is kept. Check the internet connection and try again ${inSeconds(d)}; everything else works meanwhile.`],
  CLAUDE_NOT_THERE: [502, d => `Something answers at ${d.detail ?? 'the address'}, but it is not Claude. Nothing of yours was changed. Check the address under Settings, Claude.`],
  CLAUDE_TOO_LONG: [413, d => `${d.subject ?? 'This'} is too long for Claude in one go${d.detail ? ` (${d.detail})` : ''}. Nothing of yours was changed. Try with a part of it.`],
  CLAUDE_REFUSED: [422, d => `Claude declined to answer about ${d.subject ?? 'this'}. Nothing of yours was changed. Go on by hand, or try with a part of it.`],
  CLAUDE_UNREADABLE: [502, d => `Claude answered about ${d.subject ?? 'this'}, but not in a form that can be used${d.detail ? `: ${d.detail}` : ''}. Nothing of yours was changed. Try once more.`],
  CLAUDE_QUESTION_REFUSED: [502, d => `The server did not accept the question about ${d.subject ?? 'this'}. Nothing of yours was changed. Choose another model under Settings, Claude, or go on by hand.`],
  CLAUDE_ASKS_FIRST: [409, d => `Before this goes to Claude a yes is needed${d.detail ? `: ${d.detail}` : ''}. Nothing was sent, and your words are kept. Say yes, or ask the records.`],
  CLAUDE_OVER_BUDGET: [402, d => `This would pass the budget for Claude of this month${d.detail ? ` (${d.detail})` : ''}. Nothing was sent. Agree to it once, or raise the budget under Settings, Claude.`],
  GOOGLE_NO_CLIENT: [409, () => 'There is no client id of Google yet. Nothing was sent. Enter yours in the settings of the calendar; the steps stand beside it.'],
  GOOGLE_NOT_ALLOWED: [403, d => `Google may not share the calendar with CastMatch${d.detail ? `: ${d.detail}` : ''}. Nothing was connected, and what you have is kept. Sign in again and allow all that is asked.`],
  GOOGLE_SIGN_IN: [401, () => 'Google does not know this sign-in any more: while a client is in test mode, Google ends each one after 7 days. Everything is kept, and what waits is sent later. Sign in again.'],
  GOOGLE_SIGN_IN_FAILED: [502, d => `Signing in with Google came to no end${d.detail ? `: ${d.detail}` : ''}. Nothing was connected, and what you have is kept. Begin again.`],
  GOOGLE_OFFLINE: [503, d => `Google cannot be reached. Everything is kept, and what waits is sent later. Check the internet connection and try again ${inSeconds(d)}.`],
  SLOT_TAKEN: [409, d => `${d.subject ?? 'This time'} is taken${d.detail ? `: ${d.detail}` : ''}. Nothing was booked or moved. Choose another time.`],
  CHAT_BUSY: [409, () => 'An answer is still coming in this conversation. Your words are kept. Stop it, or wait until it is done.'],
  UNEXPECTED: [500, d => `Something went wrong that CastMatch did not foresee. What was saved before is kept. Try again; if it stays, report number ${d.logId ?? 'unknown'} from the log.`],
} as const satisfies Record<string, readonly [status: number, sentence: (data: ErrorData) => string]>

/** One code of the closed list. */
export type ErrorCode = keyof typeof failures

/** Every code, in the order of the list above. */
export const errorCodes = Object.keys(failures) as readonly ErrorCode[]

/** Tells whether a text is one of our codes. */
export const isErrorCode = (code: unknown): code is ErrorCode => typeof code === 'string' && Object.hasOwn(failures, code)

/** The sentence for the user: what happened, what was kept, what to do. */
export const sentenceFor = (code: ErrorCode, data: ErrorData = {}): string => failures[code][1](data)

/** The HTTP status that stands for a code, 400 to 599. */
export const statusFor = (code: ErrorCode): number => failures[code][0]

/**
 * A failure that the user is told about by code.
 *
 * Thrown anywhere in the office; the border turns it into the oRPC error of the same code. Its message is the sentence
 * of {@link sentenceFor}.
 */
export class CastMatchError extends Error {
  override readonly name = 'CastMatchError'
  readonly code: ErrorCode
  readonly data: ErrorData
  constructor(code: ErrorCode, data: ErrorData = {}, options?: ErrorOptions) {
    super(sentenceFor(code, data), options)
    this.code = code
    this.data = data
  }
}

type ErrorMap = { readonly [Code in ErrorCode]: { status: number; message: string; data: typeof ErrorData } }

/** The start of every procedure of the contract: it declares the closed list of errors. */
export const procedure = oc.errors(
  Object.fromEntries(errorCodes.map(code => [code, { status: statusFor(code), message: sentenceFor(code), data: ErrorData }])) as ErrorMap,
)
