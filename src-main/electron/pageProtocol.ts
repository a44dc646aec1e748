import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import type { Protocol } from 'electron'
import { isMediaPath, type AnswerMedia } from '../media/answerMedia.ts'
import { findPageFile } from '../page/pageFiles.ts'
import { pagePolicy } from '../page/pagePolicy.ts'
import { isPageAddress, pageScheme } from './address.ts'

/** Tells Electron of the page's scheme; must run before the app is ready. */
export function registerPageScheme(protocol: Protocol): void {
  protocol.registerSchemesAsPrivileged([{ scheme: pageScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true, stream: true } }])
}

/** Serves the built page and the kept files under its scheme, with the policy of every door. */
export function servePage(protocol: Protocol, pageFolder: string, answerMedia: AnswerMedia): void {
  protocol.handle(pageScheme, request => {
    const isMedia = isPageAddress(request.url) && isMediaPath(new URL(request.url).pathname)
    return isMedia ? answerFile(request, answerMedia) : answerPage(request, pageFolder)
  })
}

async function answerFile(request: Request, answerMedia: AnswerMedia): Promise<Response> {
  const { status, headers, body } = await answerMedia({
    method: request.method, pathname: new URL(request.url).pathname, range: request.headers.get('range'), ifNoneMatch: request.headers.get('if-none-match'),
  })
  const stream = body && (Readable.toWeb(createReadStream(body.path, body)) as ReadableStream<Uint8Array>)
  return new Response(stream, { status, headers: { ...pagePolicy(), ...headers } })
}

function answerPage(request: Request, pageFolder: string): Response {
  const policy = pagePolicy()
  if (!isPageAddress(request.url) || (request.method !== 'GET' && request.method !== 'HEAD')) return new Response('refused', { status: 403, headers: policy })
  const file = findPageFile(pageFolder, new URL(request.url).pathname)
  if (file === null) return new Response('There is no such file.', { status: 404, headers: policy })
  const body = request.method === 'HEAD' ? null : (Readable.toWeb(createReadStream(file.path)) as ReadableStream<Uint8Array>)
  return new Response(body, { status: 200, headers: { ...policy, ...file.headers } })
}
