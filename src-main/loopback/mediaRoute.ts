import { createReadStream } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import type { AnswerMedia } from '../media/answerMedia.ts'

/** Answers `GET /media/...` of an admitted visitor: the headers first, then the bytes of the file piece by piece, never whole in memory. */
export async function sendMedia(request: IncomingMessage, response: ServerResponse, pathname: string, answerMedia: AnswerMedia): Promise<void> {
  const { status, headers, body } = await answerMedia({
    method: request.method ?? 'GET', pathname, range: request.headers.range ?? null, ifNoneMatch: request.headers['if-none-match'] ?? null,
  })
  response.writeHead(status, headers)
  if (body === null) return void response.end()
  await pipeline(createReadStream(body.path, body), response)
}
