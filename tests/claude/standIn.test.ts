import { describe, expect, it } from 'vitest'
import { complaintsAbout, type WireRequest } from '../support/messagesApi.ts'
import { saying, startClaudeStandIn, type Saying } from '../support/claudeStandIn.ts'
import type { SaidBlock } from '../support/saidBlocks.ts'
import { signatureOf } from '../support/turnRules.ts'

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

const input_schema = { type: 'object', properties: { words: { type: 'string' } }, required: ['words'] }
const tool = { name: 'find_people', description: 'Finds people in the talent book.', input_schema }
const call = { type: 'tool_use', id: 'toolu_1', name: 'find_people', input: { words: 'wrestler' } }
const result = { type: 'tool_result', tool_use_id: 'toolu_1', content: '12 people' }
const thought = { type: 'thinking', thinking: 'Let me look.', signature: signatureOf('Let me look.') }
const turns = (assistant: readonly object[], user: readonly object[], more: object = {}): WireRequest =>
  withBody({ tools: [tool], messages: [{ role: 'user', content: 'Who wrestles?' }, { role: 'assistant', content: assistant }, { role: 'user', content: user }], ...more })
const withTool = (change: object): WireRequest => withBody({ tools: [{ ...tool, ...change }] })

describe('the rules of the Messages API that our questions are held to', () => {
  it.each<[string, WireRequest]>([
    ['a plain question', good],
    ['a key in x-api-key', { ...good, headers: { ...headers, authorization: undefined, 'x-api-key': 'a-key' } }],
    ['a text as content', withBody({ messages: [{ role: 'user', content: 'Who?' }] })],
    ['a picture', withBlock(picture('image/png', [0x89, 0x50, 0x4e, 0x47]))],
    ['a choice or nothing', withSchema({ anyOf: [{ enum: ['a', 'b'] }, { type: 'null' }] })],
    ['a call with its result', turns([{ type: 'text', text: 'Looking.' }, call], [result, { type: 'text', text: 'And under forty?' }])],
    ['a thought as it was', turns([thought, { ...call, id: 'toolu_thought_1' }], [{ ...result, tool_use_id: 'toolu_thought_1', is_error: true }])],
    ['an earlier turn whose thought was left out', withBody({
      tools: [tool], thinking: { type: 'adaptive', display: 'summarized' },
      messages: [
        { role: 'user', content: 'a' }, { role: 'assistant', content: [{ ...call, id: 'toolu_thought_1' }] }, { role: 'user', content: [{ ...result, tool_use_id: 'toolu_thought_1' }] },
        { role: 'assistant', content: 'b' }, { role: 'user', content: 'c' },
      ],
    })],
    ['a tool that is chosen freely', withBody({ tools: [tool], tool_choice: { type: 'auto' } })],
    ['a count', { ...good, path: '/v1/messages/count_tokens', body: { model: body.model, messages: body.messages, tools: [tool] } }],
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
    ['the assistant last', withBody({ messages: [...body.messages, { role: 'assistant', content: 'RAMDIN is' }] }), /speaks last/],
    ['a call without its result', turns([call], [{ type: 'text', text: 'And?' }]), /toolu_1 has no tool_result/],
    ['a result without its call', turns([{ type: 'text', text: 'a' }], [result]), /toolu_1 has no call/],
    ['a result after the text', turns([call], [{ type: 'text', text: 'And?' }, result]), /results stand first/],
    ['two results for one call', turns([call], [result, result]), /two results/],
    ['one call twice', turns([call, call], [result]), /is there twice/],
    ['a call by the user', turns([{ type: 'text', text: 'a' }], [call]), /only the assistant calls/],
    ['a result by the assistant', turns([result], [{ type: 'text', text: 'a' }]), /only the user gives results/],
    ['a call whose input is half a text', turns([{ ...call, input: '{"wor' }], [result]), /is no object/],
    ['a call without a legal id', turns([{ ...call, id: 'a b' }], [{ ...result, tool_use_id: 'a b' }]), /legal id/],
    ['a result that holds something else', turns([call], [{ ...result, text: 'a' }]), /text: extra/],
    ['calls without tools', turns([call], [result], { tools: undefined }), /needed where messages hold calls/],
    ['a thought without its signature', turns([{ ...thought, signature: '' }, call], [result]), /without its signature/],
    ['a thought that was changed', turns([{ ...thought, thinking: 'Let me not look.' }, call], [result]), /was changed/],
    ['a call that has lost its thought', turns([{ ...call, id: 'toolu_thought_1' }], [{ ...result, tool_use_id: 'toolu_thought_1' }]), /has lost the thought/],
    ['a thought at the end', turns([{ type: 'text', text: 'a' }, thought], [{ type: 'text', text: 'b' }]), /may not stand last/],
    ['a thought of the user', withBlock(thought), /only the assistant thinks/],
    ['redacted thinking without its data', turns([{ type: 'redacted_thinking', data: '' }, call], [result]), /without its data/],
    ['a name with a space', withTool({ name: 'find people' }), /name: only letters/],
    ['a tool of no object', withTool({ input_schema: { type: 'string' } }), /object is needed at the top/],
    ['a tool of two shapes', withTool({ input_schema: { ...input_schema, anyOf: [] } }), /no oneOf/],
    ['a tool with a field of ours', withTool({ title: 'Find' }), /title: extra/],
    ['a tool twice', withBody({ tools: [tool, tool] }), /find_people is there twice/],
    ['a choice without tools', withBody({ tool_choice: { type: 'auto' } }), /only be set with tools/],
    ['a forced choice', withBody({ tools: [tool], tool_choice: { type: 'any' } }), /no forced choice/],
    ['a choice of a tool that is not there', withBody({ model: 'claude-haiku-4-5', tools: [tool], tool_choice: { type: 'tool', name: 'fly' } }), /no tool fly/],
    ['a budget for thinking', withBody({ thinking: { type: 'enabled', budget_tokens: 2_000 } }), /takes no budget/],
    ['a budget past the limit', withBody({ model: 'claude-haiku-4-5', thinking: { type: 'enabled', budget_tokens: 2_000 } }), /below max_tokens/],
    ['no thinking where it cannot be', withBody({ thinking: { type: 'disabled' } }), /between_tools/],
    ['thinking by itself where it is not known', withBody({ model: 'claude-haiku-4-5', thinking: { type: 'adaptive' } }), /does not think adaptively/],
    ['an unknown way to show thinking', withBody({ thinking: { type: 'adaptive', display: 'loud' } }), /thinking.display/],
    ['a limit in a count', { ...good, path: '/v1/messages/count_tokens' }, /max_tokens: extra/],
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

describe('a turn of the stand-in', () => {
  const say = async (blocks: readonly SaidBlock[], how?: Saying): Promise<string> => {
    const standIn = await startClaudeStandIn()
    standIn.replies(saying(blocks, how))
    const answer = await fetch(`${standIn.address}/v1/messages`, { method: 'POST', headers, body: JSON.stringify({ ...body, output_config: undefined }) })
    const said = await answer.text().catch(() => 'cut')
    await standIn.close()
    return said
  }

  it('comes in small pieces, in the order of the Messages API', async () => {
    const said = await say([{ thinking: 'Let me look.' }, { text: 'Looking at the book.' }, { tool: 'find_people', input: { words: 'wrestler' } }])
    const events = said.split('\n\n').filter(Boolean).map(event => event.slice('event: '.length, event.indexOf('\n')))
    expect([events[0], events.at(-1)]).toEqual(['message_start', 'message_stop'])
    expect(events.filter(event => event === 'content_block_stop')).toHaveLength(3)
    expect(said.match(/"text_delta"/g)?.length).toBeGreaterThan(2)
    expect(said.match(/"input_json_delta"/g)?.length).toBeGreaterThan(2)
    expect(said).toContain('"stop_reason":"tool_use"')
    expect(said).toContain(signatureOf('Let me look.'))
    expect(said).toContain('"id":"toolu_thought_')
  })

  it.each<[string, Saying['breaks'] & object, RegExp]>([
    ['rudely', { after: 2, how: 'rude' }, /^cut$/],
    ['cleanly', { after: 2, how: 'clean' }, /text_delta[^]*text_delta[^]*\}\n\n$/],
    ['with an error', { after: 1, how: { error: 'overloaded_error' } }, /overloaded_error/],
    ['in garbage', { after: 1, how: 'garbage' }, /content_block_del\n\n$/],
  ])('can break off %s', async (_how, breaks, seen) => {
    const said = await say([{ text: 'Looking at the book.' }], { breaks })
    expect(said).toMatch(seen)
    expect(said).not.toContain('message_stop')
  })
})
