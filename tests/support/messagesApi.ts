import { complaintsAboutThinking, complaintsAboutTools, complaintsAboutTurns } from './turnRules.ts'

/** A request as it came over the wire. */
export interface WireRequest {
  readonly method: string
  readonly path: string
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: unknown
}

type Node = Readonly<Record<string, unknown>>

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The fields of a request that the Messages API of version 2026-10-21 takes; it refuses every other. */
const fields = new Set([
  'model', 'max_tokens', 'messages', 'system', 'stream', 'output_config', 'metadata', 'stop_sequences', 'thinking', 'tools', 'tool_choice', 'service_tier',
  'container', 'inference_geo', 'cache_control', 'speed',
])
/** The fields that the count of tokens takes. */
const countFields = new Set(['model', 'messages', 'system', 'output_config', 'thinking', 'tools', 'tool_choice', 'cache_control', 'speed'])
const formats = new Set(['date-time', 'time', 'date', 'duration', 'email', 'hostname', 'uri', 'ipv4', 'ipv6', 'uuid'])
const keywords = new Set(['type', 'properties', 'required', 'additionalProperties', 'items', 'minItems', 'enum', 'const', 'anyOf', 'allOf', 'format', 'description', 'title', '$ref', '$defs', 'default', 'pattern'])
const types = new Set(['object', 'array', 'string', 'integer', 'number', 'boolean', 'null'])

/**
 * What the Messages API would refuse in a request, in words; empty where nothing.
 *
 * Written from the documentation of platform.claude.com as of November 2026 (Messages, Versions, Structured outputs, Prompt
 * caching, Vision), since the stand-ins check nothing of it.
 */
export function complaintsAbout({ method, path, headers, body }: WireRequest): readonly string[] {
  const { pathname } = new URL(path, 'http://x')
  if (pathname === '/v1/models' && method === 'GET') return aboutHeaders(headers)
  const counts = pathname === '/v1/messages/count_tokens'
  if ((pathname !== '/v1/messages' && !counts) || method !== 'POST') return [`there is nothing at ${method} ${pathname}`]
  if (!isNode(body)) return ['the body is no JSON object']
  return [
    ...aboutHeaders(headers),
    ...(headers['content-type']?.startsWith('application/json') ? [] : ['content-type is not application/json']),
    ...Object.keys(body).filter(key => !(counts ? countFields : fields).has(key)).map(key => `${key}: extra inputs are not permitted`),
    ...(typeof body.model === 'string' && body.model !== '' ? [] : ['model: a name is needed']),
    ...(counts || isWhole(body.max_tokens, 1, 128_000) ? [] : ['max_tokens: a whole number from 1 to 128000 is needed']),
    ...(body.stream === undefined || typeof body.stream === 'boolean' ? [] : ['stream: neither true nor false']),
    ...(body.system === undefined ? [] : aboutContent(body.system, 'system', ['text'])),
    ...aboutMessages(body.messages),
    ...complaintsAboutTurns(body.messages, body.tools),
    ...complaintsAboutTools(body),
    ...complaintsAboutThinking(body),
    ...aboutCaching(body),
    ...(body.output_config === undefined ? [] : aboutOutput(body.output_config)),
  ]
}

function aboutHeaders(headers: WireRequest['headers']): readonly string[] {
  const key = headers['x-api-key'] ?? /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1]
  return [
    ...(key ? [] : ['no key: x-api-key or Authorization: Bearer']),
    ...(headers['anthropic-version'] === '2026-10-21' ? [] : ['anthropic-version is not 2026-10-21']),
  ]
}

function aboutMessages(messages: unknown): readonly string[] {
  if (!Array.isArray(messages) || messages.length === 0) return ['messages: at least one is needed']
  return messages.flatMap((message: unknown, at) => {
    const place = `messages.${at}`
    if (!isNode(message)) return [`${place}: no object`]
    return [
      ...(message.role === (at % 2 === 0 ? 'user' : 'assistant') ? [] : [`${place}.role: user and assistant take turns, user first`]),
      ...Object.keys(message).filter(key => key !== 'role' && key !== 'content').map(key => `${place}.${key}: extra inputs are not permitted`),
      ...aboutContent(message.content, `${place}.content`, ['text', 'image', 'document', 'tool_use', 'tool_result', 'thinking', 'redacted_thinking']),
    ]
  })
}

function aboutContent(content: unknown, place: string, allowed: readonly string[]): readonly string[] {
  if (typeof content === 'string') return content.trim() === '' ? [`${place}: text must not be blank`] : []
  if (!Array.isArray(content) || content.length === 0) return [`${place}: at least one block is needed`]
  return content.flatMap((block: unknown, at) => {
    const where = `${place}.${at}`
    if (!isNode(block) || typeof block.type !== 'string' || !allowed.includes(block.type)) return [`${where}: a block of this type may not stand here`]
    if (block.type === 'text') return typeof block.text === 'string' && block.text.trim() !== '' ? [] : [`${where}.text: text must not be blank`]
    if (block.type === 'tool_result') return aboutResult(block, where)
    return block.type === 'image' ? aboutPicture(block.source, `${where}.source`) : []
  })
}

function aboutResult({ type: _type, tool_use_id: id, content, is_error: isError, cache_control: _cached, ...others }: Node, place: string): readonly string[] {
  return [
    ...(typeof id === 'string' ? [] : [`${place}.tool_use_id: needed`]),
    ...(isError === undefined || typeof isError === 'boolean' ? [] : [`${place}.is_error: neither true nor false`]),
    ...(content === undefined || content === '' ? [] : aboutContent(content, `${place}.content`, ['text', 'image', 'document', 'search_result'])),
    ...Object.keys(others).map(key => `${place}.${key}: extra inputs are not permitted`),
  ]
}

const beginnings: Readonly<Record<string, readonly number[]>> = {
  'image/png': [0x89, 0x50, 0x4e, 0x47], 'image/jpeg': [0xff, 0xd8, 0xff], 'image/gif': [0x47, 0x49, 0x46], 'image/webp': [0x52, 0x49, 0x46, 0x46],
}

function aboutPicture(source: unknown, place: string): readonly string[] {
  if (!isNode(source) || source.type !== 'base64' || typeof source.data !== 'string') return [`${place}: no picture in base64`]
  const begins = beginnings[String(source.media_type)]
  if (!begins) return [`${place}.media_type: ${String(source.media_type)} is not taken`]
  const bytes = Buffer.from(source.data, 'base64')
  return [
    ...(bytes.toString('base64') === source.data ? [] : [`${place}.data: no base64`]),
    ...(begins.every((byte, at) => bytes[at] === byte) ? [] : [`${place}.data: not what media_type says`]),
    ...(bytes.byteLength > 5_000_000 ? [`${place}.data: over 5 MB`] : []),
  ]
}

function aboutCaching(body: Node): readonly string[] {
  const marks = JSON.stringify(body).match(/"cache_control":\{[^}]*\}/g) ?? []
  return [
    ...(marks.length > 4 ? ['cache_control: at most 4 may be set'] : []),
    ...marks.filter(mark => !/^"cache_control":\{"type":"ephemeral"(,"ttl":"(5m|1h)")?\}$/.test(mark)).map(mark => `${mark} is not known`),
  ]
}

function aboutOutput(output: unknown): readonly string[] {
  if (!isNode(output)) return ['output_config: no object']
  const { effort, format, ...others } = output
  const extra = Object.keys(others).map(key => `output_config.${key}: extra inputs are not permitted`)
  const unknownEffort = effort === undefined || ['low', 'medium', 'high', 'xhigh', 'max'].includes(String(effort)) ? [] : [`output_config.effort: ${String(effort)} is not known`]
  if (format === undefined) return [...extra, ...unknownEffort]
  if (!isNode(format) || format.type !== 'json_schema' || !isNode(format.schema) || Object.keys(format).length !== 2) return [...extra, ...unknownEffort, 'output_config.format: not { type: json_schema, schema }']
  const counts = { optional: 0, unions: 0 }
  const about = aboutSchema(format.schema, 'schema', counts)
  return [
    ...extra, ...unknownEffort, ...about,
    ...(format.schema.type === 'object' ? [] : ['schema: an object is needed at the top']),
    ...(counts.optional > 24 ? ['schema: more than 24 optional properties'] : []),
    ...(counts.unions > 16 ? ['schema: more than 16 unions'] : []),
  ]
}

function aboutSchema(schema: unknown, place: string, counts: { optional: number; unions: number }): readonly string[] {
  if (!isNode(schema)) return [`${place}: no schema`]
  const { type, properties, required, enum: choices, minItems, format } = schema
  if (Array.isArray(schema.anyOf) || Array.isArray(type)) counts.unions += 1
  const ofObject = type !== 'object' ? [] : [
    ...(schema.additionalProperties === false ? [] : [`${place}: additionalProperties must be false`]),
    ...(Array.isArray(required) ? required : []).filter(name => !isNode(properties) || !(String(name) in properties)).map(name => `${place}: ${String(name)} is required and not there`),
  ]
  if (type === 'object' && isNode(properties)) counts.optional += Object.keys(properties).length - (Array.isArray(required) ? required.length : 0)
  return [
    ...Object.keys(schema).filter(key => !keywords.has(key)).map(key => `${place}.${key}: not supported`),
    ...(type === undefined || [type].flat().every(one => types.has(String(one))) ? [] : [`${place}.type: ${String(type)} is not known`]),
    ...(type === undefined && !('enum' in schema || 'const' in schema || 'anyOf' in schema || 'allOf' in schema || '$ref' in schema) ? [`${place}: no type`] : []),
    ...ofObject,
    ...(choices === undefined || (Array.isArray(choices) && choices.length > 0 && choices.every(choice => choice === null || typeof choice !== 'object')) ? [] : [`${place}.enum: plain values only`]),
    ...(minItems === undefined || minItems === 0 || minItems === 1 ? [] : [`${place}.minItems: 0 or 1 only`]),
    ...(format === undefined || formats.has(String(format)) ? [] : [`${place}.format: ${String(format)} is not supported`]),
    ...(isNode(properties) ? Object.entries(properties).flatMap(([name, part]) => aboutSchema(part, `${place}.${name}`, counts)) : []),
    ...(schema.items === undefined ? [] : aboutSchema(schema.items, `${place}[]`, counts)),
    ...[schema.anyOf, schema.allOf].flatMap(list => (Array.isArray(list) ? list.flatMap((part, at) => aboutSchema(part, `${place}|${at}`, counts)) : [])),
  ]
}

const isWhole = (value: unknown, from: number, to: number): boolean => typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to
