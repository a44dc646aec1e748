import type Anthropic from '@anthropic-ai/sdk'
import { z } from 'zod'
import type { ToolDescription, TurnBlock, TurnMessage, TurnRequest } from './chatTurn.ts'
import { effortOf, keepsStretches, outputRoom, thinks } from './models.ts'

type Block = Anthropic.TextBlockParam | Anthropic.ToolUseBlockParam | Anthropic.ToolResultBlockParam | Anthropic.ThinkingBlockParam | Anthropic.RedactedThinkingBlockParam
interface Message { readonly role: 'user' | 'assistant'; readonly content: readonly Block[] }

/** What marks the end of a stretch that Claude keeps for five minutes. */
const kept = { cache_control: { type: 'ephemeral' } } as const

/**
 * The body of the request to the Messages API for one turn of a conversation.
 *
 * Tools come first, then the system, then the messages; Claude keeps what stands before a mark, so a mark ends the stable
 * part of the system, the last message, and the last but one of the user. Blank texts are left out, and neighbours of the
 * same role become one message. Thoughts are given back only where the same question is still being worked on: those of
 * earlier turns are bound to exactly what stood before them (Preserved thinking), and a shortened history would be refused.
 * Near the window the history is shortened by who asks; the API's own way of doing so is still a trial (context editing).
 *
 * Throws an Error, a fault of the caller, where the user does not speak first and last.
 * @param thoughts whether thoughts are given back at all
 */
export function turnBody(request: TurnRequest, model: string, thoughts = true): Anthropic.MessageCreateParamsNonStreaming {
  const { system, tools, kind } = request
  const messages = legalMessages(request.messages, thoughts && thinks(model))
  if (messages[0]?.role !== 'user' || messages.at(-1)?.role !== 'user') throw new Error('The user speaks first and last in a turn.')
  const marks = keepsStretches(model)
  const stable = system.findLastIndex(part => part.cached === true && part.text.trim() !== '')
  return {
    model,
    max_tokens: outputRoom(kind, model, request.maxTokens),
    ...(tools.length > 0 && { tools: tools.map(describeTool) }),
    ...(system.some(({ text }) => text.trim() !== '') && {
      system: system.flatMap(({ text }, at) => (text.trim() === '' ? [] : [{ type: 'text' as const, text, ...(marks && at === stable && kept) }])),
    }),
    messages: (marks ? markEnds(messages) : messages).map(({ role, content }) => ({ role, content: [...content] })),
    ...(thinks(model) && { thinking: { type: 'adaptive', display: 'summarized' }, output_config: { effort: effortOf[kind] } }),
  }
}

/** The body that asks how many tokens a turn is: the same without what tells how to answer. */
export function countBody(body: Anthropic.MessageCreateParamsNonStreaming): Anthropic.MessageCountTokensParams {
  const { model, messages, system, tools, thinking } = body
  return { model, messages, ...(system !== undefined && { system }), ...(tools !== undefined && { tools }), ...(thinking !== undefined && { thinking }) }
}

function describeTool({ name, description, input }: ToolDescription): Anthropic.Tool {
  const { $schema: _version, ...schema } = z.toJSONSchema(input, {
    io: 'input',
    override: ({ jsonSchema }) => {
      // The bounds that zod gives every whole number say nothing.
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
    },
  })
  if (schema.type !== 'object') throw new Error(`The input of the tool ${name} is no object.`)
  return { name, description, input_schema: { ...schema, type: 'object' } }
}

function legalMessages(messages: readonly TurnMessage[], thinking: boolean): readonly Message[] {
  const asked = messages.findLastIndex(({ role, blocks }) => role === 'user' && !blocks.some(({ kind }) => kind === 'toolResult'))
  const wire = messages.map(({ role, blocks }, at): Message => ({ role, content: withoutLooseThoughts(blocks.flatMap(block => toWire(block, thinking && at > asked))) }))
  return wire.filter(({ content }) => content.length > 0).reduce<readonly Message[]>((before, message) => {
    const last = before.at(-1)
    return last?.role === message.role ? [...before.slice(0, -1), { role: last.role, content: [...last.content, ...message.content] }] : [...before, message]
  }, [])
}

/** A thought stands before what came of it: what an answer that was stopped left at its end is not given back. */
function withoutLooseThoughts(blocks: readonly Block[]): readonly Block[] {
  const end = blocks.findLastIndex(({ type }) => type !== 'thinking' && type !== 'redacted_thinking')
  return blocks.slice(0, end + 1)
}

function toWire(block: TurnBlock, thoughts: boolean): readonly Block[] {
  switch (block.kind) {
    case 'text': return block.text.trim() === '' ? [] : [{ type: 'text', text: block.text }]
    case 'thinking': return thoughts && block.signature !== '' ? [{ type: 'thinking', thinking: block.text, signature: block.signature }] : []
    case 'redacted': return thoughts ? [{ type: 'redacted_thinking', data: block.data }] : []
    case 'toolCall': return [{ type: 'tool_use', id: block.callId, name: block.name, input: block.input }]
    case 'toolResult': return [{
      type: 'tool_result', tool_use_id: block.callId, ...(block.text.trim() !== '' && { content: block.text }), ...(block.isError && { is_error: true }),
    }]
  }
}

/** Marks the end of the last two messages of the user: what grew since is read anew, all before it is kept. */
function markEnds(messages: readonly Message[]): readonly Message[] {
  const ofUser = messages.flatMap(({ role }, at) => (role === 'user' ? [at] : [])).slice(-2)
  return messages.map((message, at) => {
    const last = message.content.at(-1)
    if (!ofUser.includes(at) || last === undefined || last.type === 'thinking' || last.type === 'redacted_thinking') return message
    return { ...message, content: [...message.content.slice(0, -1), { ...last, ...kept }] }
  })
}
