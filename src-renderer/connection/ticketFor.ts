import { CastMatchError } from '../../src-preload/contract/errors.ts'
import { TicketAnswer } from './desktop.ts'

/** How much of a file has reached the office: bytes sent and bytes in all. */
export type UploadProgress = (sent: number, total: number) => void

/**
 * Hands a file to the office and gives back its ticket, good for an hour after its last use.
 *
 * In the desktop door only the path travels, by the preload, and progress jumps to the end; in a browser the bytes are
 * streamed to the file route. Throws CastMatchError: FILE_TOO_LARGE, DISK_FULL, CONNECTION_LOST and the like. An aborted
 * signal rejects with an AbortError, and the office throws the half-sent file away.
 */
export async function ticketFor(file: File, onProgress?: UploadProgress, signal?: AbortSignal): Promise<string> {
  signal?.throwIfAborted()
  const answer = window.castmatch ? await window.castmatch.ticketFor(file) : await upload(file, onProgress, signal)
  const read = TicketAnswer.safeParse(answer)
  if (!read.success) throw new CastMatchError('UNEXPECTED')
  if ('code' in read.data) throw new CastMatchError(read.data.code, read.data.data)
  onProgress?.(file.size, file.size)
  return read.data.ticket
}

/** By XMLHttpRequest, since `fetch` tells nothing of an upload's progress. */
function upload(file: File, onProgress: UploadProgress | undefined, signal: AbortSignal | undefined): Promise<unknown> {
  const request = new XMLHttpRequest()
  const stop = () => request.abort()
  return new Promise<unknown>((resolve, reject) => {
    request.open('POST', `/files?name=${encodeURIComponent(file.name)}`)
    request.responseType = 'json'
    request.upload.onprogress = event => onProgress?.(event.loaded, event.lengthComputable ? event.total : file.size)
    request.onload = () => resolve(request.response)
    request.onerror = () => reject(new CastMatchError('CONNECTION_LOST'))
    request.onabort = () => reject(new DOMException('the upload was taken back', 'AbortError'))
    signal?.addEventListener('abort', stop)
    request.send(file)
  }).finally(() => signal?.removeEventListener('abort', stop))
}
