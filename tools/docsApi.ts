import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { OpenAPIGenerator, type OpenAPI } from '@orpc/openapi'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import { contract } from '../src-preload/contract/index.ts'
import { apiExamples, type ApiExample } from './apiExamples.ts'
import { apiPage } from './apiPage.ts'
import { apiProcedures, namedShapes } from './apiShapes.ts'

/** The folder of the two files. */
export const apiFolder = join(dirname(dirname(fileURLToPath(import.meta.url))), 'docs', 'api')

/** Writes the contract down: the text of each file of `docs/api`, by its name. */
export async function describeContract(): Promise<Readonly<Record<'openapi.json' | 'README.md', string>>> {
  return { 'openapi.json': `${JSON.stringify(await openApi(), null, 1)}\n`, 'README.md': apiPage() }
}

async function openApi(): Promise<OpenAPI.Document> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })
  const shapes = [...namedShapes].map(([name, schema]) => [name, { schema, strategy: 'output' as const }])
  const document = await generator.generate(contract, {
    info: { title: 'CastMatch', version: '1', description: 'What the office offers to its doors. It is served over ports and sockets, not as HTTP.' },
    // The same for all, and told of in full once: else each procedure would repeat it for each status.
    customErrorResponseBodySchema: errors => ({
      type: 'object',
      properties: { code: { enum: errors.map(([code]) => code) }, message: { type: 'string' }, data: { $ref: '#/components/schemas/ErrorData' } },
      required: ['code', 'message', 'data'],
    }),
    commonSchemas: { ...Object.fromEntries(shapes), UndefinedError: { error: 'UndefinedError' } },
  })
  for (const { name, streams } of apiProcedures()) addExample(document.paths?.[`/${name.replace('.', '/')}`]?.post, apiExamples[name], streams)
  return document
}

function addExample(operation: OpenAPI.OperationObject | undefined, example: ApiExample | undefined, streams: boolean): void {
  if (!operation || !example) return
  const body = operation.requestBody
  if (body && 'content' in body) addTo(body.content['application/json'], example.input)
  const response = operation.responses?.['200']
  if (!response || !('content' in response)) return
  if (streams) addTo(response.content?.['text/event-stream'], example.events?.map(data => `event: message\ndata: ${JSON.stringify(data)}\n`).join('\n'))
  else addTo(response.content?.['application/json'], example.output)
}

function addTo(media: OpenAPI.MediaTypeObject | undefined, example: unknown): void {
  if (media) media.example = example
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(apiFolder, { recursive: true })
  for (const [name, text] of Object.entries(await describeContract())) {
    writeFileSync(join(apiFolder, name), text)
    process.stdout.write(`docs/api/${name}: ${text.length} characters\n`)
  }
}
