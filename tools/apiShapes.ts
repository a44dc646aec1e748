import { getEventIteratorSchemaDetails, isContractProcedure, type AnyContractProcedure, type AnySchema } from '@orpc/contract'
import { z } from 'zod'
import { contract } from '../src-preload/contract/index.ts'
import * as chat from '../src-preload/contract/chat.ts'
import * as errors from '../src-preload/contract/errors.ts'
import * as health from '../src-preload/contract/health.ts'
import * as matching from '../src-preload/contract/matching.ts'
import * as productions from '../src-preload/contract/productions.ts'
import * as reports from '../src-preload/contract/reports.ts'
import * as roles from '../src-preload/contract/roles.ts'
import * as scripts from '../src-preload/contract/scripts.ts'
import * as settings from '../src-preload/contract/settings.ts'
import * as talent from '../src-preload/contract/talent.ts'
import * as words from '../src-preload/contract/words.ts'

/** A procedure of the contract with what the page says of it. */
export interface ApiProcedure {
  /** Such as `roles.get`. */
  readonly name: string
  readonly summary: string
  readonly input: z.ZodType
  /** What it answers or, where `streams`, what it sends each time. */
  readonly output: z.ZodType
  readonly streams: boolean
}

/** Every schema that the contract exports, by its name there. */
export const namedShapes: ReadonlyMap<string, z.ZodType> = new Map(
  [words, productions, scripts, roles, reports, talent, matching, chat, settings, health, errors]
    // Sorted, since Node and Vitest list the exports of a module in different orders.
    .flatMap(module => (Object.entries(module) as [string, unknown][]).sort(([a], [b]) => (a < b ? -1 : 1)))
    .filter((entry): entry is [string, z.ZodType] => entry[1] instanceof z.ZodType && entry[0] !== 'Nothing'),
)

/** Every procedure of the contract in its order. Throws an Error where one lacks a summary, an input or an output. */
export function apiProcedures(): readonly ApiProcedure[] {
  return Object.entries(contract).flatMap(([domain, procedures]) =>
    Object.entries(procedures as Record<string, unknown>).flatMap(([name, found]) => (isContractProcedure(found) ? [describe(`${domain}.${name}`, found)] : [])),
  )
}

function describe(name: string, procedure: AnyContractProcedure): ApiProcedure {
  const { route, inputSchema, outputSchema } = procedure['~orpc']
  const stream = getEventIteratorSchemaDetails(outputSchema)
  if (!route.summary) throw new Error(`${name} has no summary`)
  return { name, summary: route.summary, input: zodOf(name, inputSchema), output: zodOf(name, stream ? stream.yields : outputSchema), streams: stream !== undefined }
}

function zodOf(name: string, schema: AnySchema | undefined): z.ZodType {
  if (!(schema instanceof z.ZodType)) throw new Error(`${name} has an input or output that is no zod schema`)
  return schema
}

type Json = z.core.JSONSchema.JSONSchema

/**
 * Writes a schema down the way TypeScript would, the shapes that the contract names by their names.
 *
 * @param io as what is sent (`input`: fields with a default may be left out) or what is answered (`output`)
 * @param self the name of the shape itself, which is written out and not linked
 */
export function shapeInWords(schema: z.ZodType, io: 'input' | 'output', self?: string): string {
  const registry = z.registry<{ id: string }>()
  for (const [name, shape] of namedShapes) if (name !== self) registry.add(shape, { id: name })
  const ownName = self === undefined ? [...namedShapes].find(([, shape]) => shape === schema)?.[0] : undefined
  if (ownName !== undefined) return ownName
  return write(z.toJSONSchema(schema, { io, metadata: registry, unrepresentable: 'any' }), '')
}

function write(schema: Json | boolean, indent: string): string {
  if (typeof schema === 'boolean') return schema ? 'anything' : 'nothing'
  if (schema.$ref !== undefined) return schema.$ref.replace(/^.*\//, '')
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum !== undefined) return schema.enum.map(value => JSON.stringify(value)).join(' | ')
  const either = schema.anyOf ?? schema.oneOf
  if (either !== undefined) return either.map(part => write(part, indent)).join(' | ')
  if (schema.allOf !== undefined) return schema.allOf.map(part => write(part, indent)).join(' & ')
  if (schema.type === 'array') return writeList(schema, indent)
  if (schema.type === 'object') return writeObject(schema, indent)
  return writePlain(schema)
}

function writeList(schema: Json, indent: string): string {
  const item = Array.isArray(schema.items) ? 'anything' : write(schema.items ?? true, indent)
  return item.includes(' | ') ? `(${item})[]` : `${item}[]`
}

function writeObject(schema: Json, indent: string): string {
  const fields = Object.entries(schema.properties ?? {})
  if (fields.length === 0) return '{}'
  const inner = `${indent}  `
  const lines = fields.map(([name, field]) => {
    const optional = schema.required?.includes(name) === true ? '' : '?'
    const { description, default: fallback } = typeof field === 'boolean' ? {} : field
    const notes = [description, fallback === undefined ? undefined : `Default ${JSON.stringify(fallback)}`].filter(note => note !== undefined)
    return `${inner}${name}${optional}: ${write(field, inner)}${notes.length > 0 ? ` // ${notes.join('. ')}` : ''}`
  })
  return `{\n${lines.join('\n')}\n${indent}}`
}

function writePlain(schema: Json): string {
  const limits = [
    schema.format, schema.minimum !== undefined && schema.minimum > Number.MIN_SAFE_INTEGER ? `from ${schema.minimum}` : undefined,
    schema.exclusiveMinimum !== undefined ? `above ${schema.exclusiveMinimum}` : undefined,
    schema.maximum !== undefined && schema.maximum < Number.MAX_SAFE_INTEGER ? `to ${schema.maximum}` : undefined,
    schema.minLength !== undefined ? `at least ${schema.minLength} characters` : undefined,
    schema.maxLength !== undefined ? `at most ${schema.maxLength} characters` : undefined,
  ].filter(limit => limit !== undefined)
  const type = String(schema.type ?? 'anything')
  return limits.length > 0 ? `${type} /* ${limits.join(', ')} */` : type
}
