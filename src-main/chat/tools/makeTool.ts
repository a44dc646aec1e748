import type { z } from 'zod'
import { CastMatchError } from '../../../src-preload/contract/errors.ts'
import type { Done, Intention, ReadingTool, ToolContext, ToolResult, WritingTool } from '../tool.ts'

/** A call that cannot be followed, in one sentence that tells whoever called how to mend it. */
export class ToolRefusal extends Error {
  override readonly name = 'ToolRefusal'
}

/** A tool that only looks, with its input typed. */
export interface ReadingSpec<Input> extends Pick<ReadingTool, 'name' | 'description'> {
  readonly input: z.ZodType<Input>
  readonly title: (input: Input, context: ToolContext) => string
  readonly run: (input: Input, context: ToolContext) => Promise<ToolResult> | ToolResult
}

/** A tool that writes, with its input and what was settled typed. */
export interface WritingSpec<Input, Settled> extends Pick<WritingTool, 'name' | 'description' | 'undo'> {
  readonly input: z.ZodType<Input>
  /** The shape of what `intend` settles: it is read back from the disk, perhaps days later. */
  readonly settled: z.ZodType<Settled>
  readonly title: (input: Input, context: ToolContext) => string
  readonly intend: (input: Input, context: ToolContext) => Promise<Omit<Intention, 'settled'> & { readonly settled: Settled }>
  /** At once where it can: then what it does and the note that it was done are one transaction. */
  readonly act: (settled: Settled, context: ToolContext) => Done | Promise<Done>
}

/** Makes a tool that only looks: what cannot be followed comes back as a result that says so, never as a throw. */
export const readingTool = <Input>(spec: ReadingSpec<Input>): ReadingTool => ({
  name: spec.name,
  description: spec.description,
  input: spec.input,
  writes: false,
  title: (input, context) => titleOf(spec, input, context),
  run: async (input, context) => {
    try {
      return await spec.run(read(spec, input), context)
    } catch (error) {
      const sentence = refusalOf(error)
      if (sentence === null) throw error
      return { told: { error: sentence }, detail: sentence, cards: [], isError: true }
    }
  },
})

/** Makes a tool that writes: what cannot be followed throws INVALID_INPUT with the sentence as its detail. */
export const writingTool = <Input, Settled>(spec: WritingSpec<Input, Settled>): WritingTool => ({
  name: spec.name,
  description: spec.description,
  input: spec.input,
  writes: true,
  title: (input, context) => titleOf(spec, input, context),
  intend: async (input, context) => {
    try {
      return await spec.intend(read(spec, input), context)
    } catch (error) {
      throw error instanceof ToolRefusal ? new CastMatchError('INVALID_INPUT', { subject: 'This change', detail: error.message.replace(/\.$/, '') }) : error
    }
  },
  act: (settled, context) => spec.act(spec.settled.parse(settled), context),
  undo: receipt => spec.undo(receipt),
})

/** What a tool is called where its input cannot be read. */
const titleOf = <Input>({ name, input: schema, title }: Pick<ReadingSpec<Input>, 'name' | 'input' | 'title'>, input: unknown, context: ToolContext): string => {
  const given = schema.safeParse(input)
  const plain = `${name.charAt(0).toUpperCase()}${name.slice(1).replaceAll('_', ' ')}`
  if (!given.success) return plain
  try {
    return title(given.data, context)
  } catch (error) {
    if (refusalOf(error) === null) throw error
    return plain
  }
}

function read<Input>({ name, input: schema }: Pick<ReadingSpec<Input>, 'name' | 'input'>, input: unknown): Input {
  const given = schema.safeParse(input)
  if (given.success) return given.data
  const issue = given.error.issues[0]
  const where = issue?.path.join('.') ?? ''
  throw new ToolRefusal(`${name} was not run, since its input does not fit${where === '' ? '' : ` at "${where}"`}: ${issue?.message ?? 'not valid'}. Call it again with input as its schema says.`)
}

/** The sentence of a failure that Claude can mend or should know; null for what is none of its business. */
function refusalOf(error: unknown): string | null {
  if (error instanceof ToolRefusal) return error.message
  return error instanceof CastMatchError && error.code !== 'CANCELLED' ? error.message : null
}
