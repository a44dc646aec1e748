import { describe, expect, it } from 'vitest'
import { complaintsAbout, type WireRequest } from '../support/messagesApi.ts'
import { startClaudeStandIn } from '../support/claudeStandIn.ts'

const headers = { 'anthropic-version': '2026-10-21', authorization: 'Bearer a-key', 'content-type': 'application/json' }
const schema = { type: 'object', properties: { look: { type: 'string' } }, required: ['look'], additionalProperties: false }
const body = {
  model: 'claude-sonnet-5-5', max_tokens: 100, messages: [{ role: 'user', content: [{ type: 'text', text: 'Who is RAMDIN?' }] }],
  output_config: { format: { type: 'json_schema', schema } },
}
const good: WireRequest = { method: 'POST', path: '/v1/messages', headers, body }
const withBody = (change: object): WireRequest => ({ ...good, body: { ...body, ...change } })
const withSchema = (part: object): WireRequest => withBody({ output_config: { format: { type: 'json_schema', schema: { ...schema, properties: { look: part } } } } })
const withBlock = (block: object): WireRequest => withBody({ messages: [{ role: 'user', content: [block] }] })
const picture = (type: string, bytes: readonly number[]) => ({ type: 'image', source: { type: 'base64', media_type: type, data: Buffer.from(bytes).toString('base64') } })
const marked = { type: 'text', text: 'a', cache_control: { type: 'ephemeral' } }

describe('the rules of the Messages API that our questions are held to', () => {
  it.each<[string, WireRequest]>([
    ['a plain question', good],
    ['a key in x-api-key', { ...good, headers: { ...headers, authorization: undefined, 'x-api-key': 'a-key' } }],
    ['a text as content', withBody({ messages: [{ role: 'user', content: 'Who?' }] })],
    ['a picture', withBlock(picture('image/png', [0x89, 0x50, 0x4e, 0x47]))],
    ['a choice or nothing', withSchema({ anyOf: [{ enum: ['a', 'b'] }, { type: 'null' }] })],
    ['the list of models', { method: 'GET', path: '/v1/models?limit=100', headers, body: null }],
  ])('take %s', (_name, request) => {
    expect(complaintsAbout(request)).toEqual([])
  })

  it.each<[string, WireRequest, RegExp]>([
    ['no key', { ...good, headers: { ...headers, authorization: undefined } }, /no key/],
    ['no version', { ...good, headers: { ...headers, 'anthropic-version': undefined } }, /anthropic-version/],
    ['another place', { ...good, path: '/v1/complete' }, /there is nothing/],
    ['a temperature', withBody({ temperature: 0 }), /temperature: extra/],
    ['no model', withBody({ model: undefined }), /model/],
    ['no limit', withBody({ max_tokens: undefined }), /max_tokens/],
    ['a limit past the most', withBody({ max_tokens: 200_000 }), /max_tokens/],
    ['no message', withBody({ messages: [] }), /at least one/],
    ['Claude first', withBody({ messages: [{ role: 'assistant', content: 'a' }] }), /take turns/],
    ['the user twice', withBody({ messages: [{ role: 'user', content: 'a' }, { role: 'user', content: 'b' }] }), /take turns/],
    ['a blank text', withBlock({ type: 'text', text: ' \n' }), /blank/],
    ['an unknown block', withBlock({ type: 'video' }), /may not stand here/],
    ['a picture in the instructions', withBody({ system: [picture('image/png', [0x89, 0x50, 0x4e, 0x47])] }), /may not stand here/],
    ['a picture of a kind that is not taken', withBlock(picture('image/tiff', [0x49, 0x49])), /not taken/],
    ['a picture that is not what it says', withBlock(picture('image/jpeg', [0x89, 0x50, 0x4e, 0x47])), /not what media_type says/],
    ['a picture not in base64', withBlock({ type: 'image', source: { type: 'base64', media_type: 'image/png', data: 'not base64!' } }), /no base64/],
    ['five stretches to keep', withBody({ messages: [{ role: 'user', content: [marked, marked, marked, marked, marked] }] }), /at most 4/],
    ['an unknown way to keep', withBlock({ ...marked, cache_control: { type: 'for ever' } }), /not known/],
    ['an unknown effort', withBody({ output_config: { effort: 'heroic' } }), /heroic/],
    ['the old place of the format', withBody({ output_format: { type: 'json_schema', schema } }), /output_format: extra/],
    ['an open object', withSchema({ type: 'object', properties: {} }), /additionalProperties/],
    ['a length', withSchema({ type: 'string', minLength: 1 }), /minLength: not supported/],
    ['a range', withSchema({ type: 'integer', maximum: 110 }), /maximum: not supported/],
    ['three at least', withSchema({ type: 'array', items: { type: 'string' }, minItems: 3 }), /minItems/],
    ['an unknown format', withSchema({ type: 'string', format: 'phone' }), /phone/],
    ['a choice of objects', withSchema({ enum: [{ a: 1 }] }), /plain values/],
    ['no type', withSchema({ description: 'anything' }), /no type/],
    ['a required name that is not there', withBody({ output_config: { format: { type: 'json_schema', schema: { ...schema, required: ['age'] } } } }), /age is required/],
    ['a list at the top', withBody({ output_config: { format: { type: 'json_schema', schema: { type: 'array', items: { type: 'string' } } } } }), /object is needed at the top/],
  ])('refuse %s', (_name, request, complaint) => {
    expect(complaintsAbout(request).join('; ')).toMatch(complaint)
  })

  it('are held by the stand-in itself: a question that breaks one gets a 400', async () => {
    const standIn = await startClaudeStandIn()
    const ask = (sent: object) => fetch(`${standIn.address}/v1/messages`, { method: 'POST', headers, body: JSON.stringify(sent) })
    expect((await ask(body)).status).toBe(200)
    const refused = await ask({ ...body, temperature: 1 })
    expect([refused.status, await refused.text()]).toEqual([400, expect.stringContaining('temperature: extra inputs')])
    await standIn.close()
  })
})
