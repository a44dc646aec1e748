import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { apiExamples } from '../../tools/apiExamples.ts'
import { apiProcedures } from '../../tools/apiShapes.ts'
import { apiFolder, describeContract } from '../../tools/docsApi.ts'

describe('the written contract', () => {
  it('has an example of every procedure and of nothing else', () => {
    expect(Object.keys(apiExamples)).toEqual(apiProcedures().map(({ name }) => name))
  })

  it.each(apiProcedures())('shows an example of $name that the contract accepts', ({ name, input, output, streams }) => {
    const example = apiExamples[name]
    const answers = streams ? (example?.events ?? []) : [example?.output]
    expect(input.safeParse(example?.input).error).toBeUndefined()
    expect(answers.length).toBeGreaterThan(0)
    for (const answer of answers) expect(output.safeParse(answer).error).toBeUndefined()
    // A field that the contract does not know is dropped when it is parsed, and has no business in an example.
    for (const answer of answers) expect(output.parse(answer)).toEqual(answer)
  })

  it('is not stale: npm run docs:api writes it anew', async () => {
    for (const [name, text] of Object.entries(await describeContract())) expect(readFileSync(join(apiFolder, name), 'utf8'), name).toBe(text)
  })

  it('carries the examples in OpenAPI too', async () => {
    const { paths } = JSON.parse((await describeContract())['openapi.json']) as { paths: Record<string, { post: { requestBody: { content: Record<string, { example: unknown }> } } }> }
    expect(Object.keys(paths)).toHaveLength(apiProcedures().length)
    expect(paths['/roles/get']?.post.requestBody.content['application/json']?.example).toEqual(apiExamples['roles.get']?.input)
  })
})
