import { createHash } from 'node:crypto'

type Node = Readonly<Record<string, unknown>>

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value)

const blocksOf = (message: unknown): readonly Node[] => (isNode(message) && Array.isArray(message.content) ? message.content.filter(isNode) : [])

/** How the stand-in signs a thought: with what fits this thought alone, so that a thought that was changed is noticed. */
export const signatureOf = (thinking: string): string => `standin:${createHash('sha256').update(thinking).digest('base64url')}`

/** How the id of a call begins that the stand-in made after a thought: the thought must come back with it. */
export const thoughtfulCall = 'toolu_thought'

/** Models of the 5.5 line take no forced choice of a tool. */
const unforced = /^claude-(haiku|sonnet|opus)-5-5/
const toolFields = new Set(['name', 'description', 'input_schema', 'cache_control', 'type', 'strict', 'input_examples', 'eager_input_streaming', 'defer_loading', 'allowed_callers'])

/**
 * What the Messages API would refuse in the tools of a request, in words.
 *
 * Written from the documentation of platform.claude.com as of November 2026 (Define tools, Handle tool calls, Thinking,
 * Preserved thinking, What is new in Sonnet 5.5), as is everything in this file.
 */
export function complaintsAboutTools(body: Node): readonly string[] {
  const { tools, tool_choice: choice, model } = body
  const list = Array.isArray(tools) ? (tools as readonly unknown[]) : []
  const names = list.map(tool => (isNode(tool) ? tool.name : null))
  return [
    ...(tools === undefined || Array.isArray(tools) ? [] : ['tools: no list']),
    ...list.flatMap((tool, at) => aboutTool(tool, `tools.${at}`)),
    ...names.filter((name, at) => names.indexOf(name) !== at).map(name => `tools: ${String(name)} is there twice`),
    ...(choice === undefined ? [] : aboutChoice(choice, names, String(model))),
  ]
}

function aboutTool(tool: unknown, place: string): readonly string[] {
  if (!isNode(tool)) return [`${place}: no object`]
  const { name, input_schema: schema, description } = tool
  return [
    ...(typeof name === 'string' && /^[a-zA-Z0-9_-]{1,128}$/.test(name) ? [] : [`${place}.name: only letters, digits, _ and -, at most 128`]),
    ...(description === undefined || (typeof description === 'string' && description.trim() !== '') ? [] : [`${place}.description: blank`]),
    ...(isNode(schema) && schema.type === 'object' ? [] : [`${place}.input_schema: an object is needed at the top`]),
    ...(isNode(schema) && ['oneOf', 'anyOf', 'allOf'].some(key => key in schema) ? [`${place}.input_schema: no oneOf, anyOf or allOf at the top`] : []),
    ...Object.keys(tool).filter(key => !toolFields.has(key)).map(key => `${place}.${key}: extra inputs are not permitted`),
  ]
}

function aboutChoice(choice: unknown, names: readonly unknown[], model: string): readonly string[] {
  if (!isNode(choice) || !['auto', 'any', 'tool', 'none'].includes(String(choice.type))) return ['tool_choice: not known']
  if (names.length === 0) return ['tool_choice: may only be set with tools']
  const isForced = choice.type === 'any' || choice.type === 'tool'
  return [
    ...(choice.type === 'tool' && !names.includes(choice.name) ? [`tool_choice: there is no tool ${String(choice.name)}`] : []),
    ...(isForced && unforced.test(model) ? ['tool_choice: this model takes no forced choice'] : []),
  ]
}

/** What the Messages API would refuse in the thinking of a request. */
export function complaintsAboutThinking(body: Node): readonly string[] {
  const { thinking, max_tokens: room, model } = body
  if (thinking === undefined) return []
  if (!isNode(thinking)) return ['thinking: no object']
  const { type, display, budget_tokens: budget } = thinking
  const takesBudget = /^claude-(haiku|sonnet|opus)-4-5/.test(String(model))
  return [
    ...(['adaptive', 'enabled', 'disabled', 'between_tools'].includes(String(type)) ? [] : ['thinking.type: not known']),
    ...(display === undefined || display === 'summarized' || display === 'omitted' ? [] : ['thinking.display: not known']),
    ...(type === 'adaptive' && takesBudget ? ['thinking.type: this model does not think adaptively'] : []),
    ...(type === 'enabled' && !takesBudget ? ['thinking.type: this model takes no budget'] : []),
    ...(type === 'disabled' && unforced.test(String(model)) ? ['thinking.type: this model takes between_tools instead of disabled'] : []),
    ...(type === 'enabled' && !(typeof budget === 'number' && budget >= 1_024 && budget < Number(room)) ? ['thinking.budget_tokens: from 1024 to below max_tokens'] : []),
  ]
}

/** What the Messages API would refuse in how the messages of a conversation follow each other: calls, results, thoughts. */
export function complaintsAboutTurns(messages: unknown, tools: unknown): readonly string[] {
  if (!Array.isArray(messages)) return []
  const list = messages as readonly unknown[]
  const last = list.at(-1)
  return [
    ...(isNode(last) && last.role !== 'user' ? ['messages: the user speaks last; this model takes no beginning of an answer'] : []),
    ...list.flatMap((message, at) => aboutCalls(list, message, at)),
    ...list.flatMap((message, at) => aboutThoughts(list, message, at)),
    ...(list.some(message => blocksOf(message).some(({ type }) => type === 'tool_use')) && !Array.isArray(tools) ? ['tools: needed where messages hold calls of tools'] : []),
  ]
}

function aboutCalls(list: readonly unknown[], message: unknown, at: number): readonly string[] {
  const place = `messages.${at}`
  const role = isNode(message) ? message.role : null
  const blocks = blocksOf(message)
  const calls = blocks.filter(({ type }) => type === 'tool_use')
  const results = blocks.filter(({ type }) => type === 'tool_result')
  const answered = blocksOf(list[at + 1]).filter(({ type }) => type === 'tool_result').map(block => block.tool_use_id)
  const asked = blocksOf(list[at - 1]).filter(({ type }) => type === 'tool_use').map(({ id }) => id)
  const ids = calls.map(({ id }) => id)
  return [
    ...(calls.length > 0 && role !== 'assistant' ? [`${place}: only the assistant calls tools`] : []),
    ...(results.length > 0 && role !== 'user' ? [`${place}: only the user gives results`] : []),
    ...calls.filter(({ id }) => typeof id !== 'string' || !/^[a-zA-Z0-9_-]+$/.test(id)).map(() => `${place}: a call without a legal id`),
    ...calls.filter(({ input }) => !isNode(input)).map(({ id }) => `${place}: the input of ${String(id)} is no object`),
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map(id => `${place}: the call ${String(id)} is there twice`),
    ...ids.filter(id => !answered.includes(id)).map(id => `${place}: the call ${String(id)} has no tool_result in the next message`),
    ...results.filter(({ tool_use_id: id }) => !asked.includes(id)).map(({ tool_use_id: id }) => `${place}: the tool_result of ${String(id)} has no call in the message before`),
    ...(results.length > new Set(results.map(({ tool_use_id: id }) => id)).size ? [`${place}: two results for one call`] : []),
    ...(results.some((_result, index) => blocks[index]?.type !== 'tool_result') ? [`${place}: results stand first in their message`] : []),
  ]
}

function aboutThoughts(list: readonly unknown[], message: unknown, at: number): readonly string[] {
  const place = `messages.${at}`
  const blocks = blocksOf(message)
  const thoughts = blocks.filter(({ type }) => type === 'thinking')
  const isThought = (block: Node | undefined) => block?.type === 'thinking' || block?.type === 'redacted_thinking'
  const isUnderWay = list.slice(at + 1).every(later => !isNode(later) || later.role !== 'user' || blocksOf(later).some(({ type }) => type === 'tool_result'))
  return [
    ...(blocks.some(isThought) && isNode(message) && message.role !== 'assistant' ? [`${place}: only the assistant thinks`] : []),
    ...thoughts.filter(({ signature }) => typeof signature !== 'string' || signature === '').map(() => `${place}: a thought without its signature`),
    ...thoughts.filter(({ signature, thinking }) => String(signature).startsWith('standin:') && signature !== signatureOf(String(thinking))).map(() => `${place}: a thought was changed`),
    ...blocks.filter(({ type, data }) => type === 'redacted_thinking' && (typeof data !== 'string' || data === '')).map(() => `${place}: redacted thinking without its data`),
    ...(isThought(blocks.at(-1)) ? [`${place}: a thought may not stand last`] : []),
    ...(isUnderWay ? blocks : []).flatMap((block, index) =>
      block.type === 'tool_use' && String(block.id).startsWith(thoughtfulCall) && !blocks.slice(0, index).some(isThought) ? [`${place}: the call ${String(block.id)} has lost the thought before it`] : []),
  ]
}
