import { transformJSONSchema } from '@anthropic-ai/sdk/lib/transform-json-schema'
import { z } from 'zod'

/** A JSON schema. */
export type JsonSchema = Readonly<Record<string, unknown>>

/**
 * The JSON schema of an answer's shape, in the part of JSON Schema that Claude holds itself to.
 *
 * Limits that Claude's grammar does not know (lengths, ranges, patterns) move into the descriptions, as the SDK does it; the
 * shape itself checks them once the answer is there. Throws an Error, a fault of the caller, where the shape is no object at
 * its top, holds itself, or has keys of any name (a record): Claude could not fill those.
 */
export function answerSchema(shape: z.ZodType): JsonSchema {
  const plain = z.toJSONSchema(shape, {
    io: 'input',
    override: ({ jsonSchema }) => {
      // The bounds that zod gives every whole number say nothing.
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
      delete jsonSchema.default
    },
  })
  const fault = faultOf(plain, true)
  if (fault !== null) throw new Error(`This shape cannot be asked of Claude: ${fault}`)
  return transformJSONSchema(plain)
}

function faultOf(schema: unknown, top: boolean): string | null {
  if (typeof schema !== 'object' || schema === null) return null
  const node = schema as Readonly<Record<string, unknown>>
  if (top && node.type !== 'object') return 'it is no object'
  if ('$ref' in node) return 'it holds itself'
  if ('prefixItems' in node) return 'it holds a tuple'
  if (node.type === 'object' && ('propertyNames' in node || (typeof node.additionalProperties === 'object' && Object.keys(node.properties ?? {}).length === 0))) return 'it has keys of any name'
  const below = [...Object.values(node.properties ?? {}), node.items, ...['anyOf', 'oneOf', 'allOf'].flatMap(key => (Array.isArray(node[key]) ? (node[key] as unknown[]) : []))]
  return below.reduce<string | null>((found, part) => found ?? faultOf(part, false), null)
}
