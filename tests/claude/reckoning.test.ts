import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { answerSchema } from '../../src-main/claude/answerShape.ts'
import { estimatePictureTokens, estimateTokens, previewOf } from '../../src-main/claude/estimate.ts'
import { builtInModels, modelFor } from '../../src-main/claude/models.ts'
import { pictureSize } from '../../src-main/media/pictureSize.ts'
import { costOf, inPaise, noTokens } from '../../src-main/claude/prices.ts'
import { complaintsAbout } from '../support/messagesApi.ts'
import { question } from './office.ts'

const today = new Date('2026-11-21T12:00:00Z')
const nothingChosen = { quick: null, standard: null, deep: null }

describe('the price list', () => {
  it.each([
    ['claude-sonnet-5-5', { input: 1_000_000, output: 0, cacheWrite: 0, cacheRead: 0 }, 2_000_000],
    ['claude-sonnet-5-5', { input: 0, output: 1_000, cacheWrite: 1_000, cacheRead: 1_000 }, 10_000 + 2_500 + 100],
    ['claude-opus-5-5', { input: 1_000, output: 1_000, cacheWrite: 0, cacheRead: 1_000 }, 4_000 + 20_000 + 200],
    ['claude-haiku-5-5', { input: 100_000, output: 1_000, cacheWrite: 0, cacheRead: 0 }, 10_000 + 500],
    ['claude-haiku-5-5', { input: 100_000, output: 1_000, cacheWrite: 0, cacheRead: 1 }, 50_000 + 2_500],
    ['claude-haiku-4-5-20251001', { input: 1_000, output: 0, cacheWrite: 0, cacheRead: 0 }, 1_000],
  ])('reckons %s reading and writing %j in millionths of a dollar', (model, usage, micros) => {
    expect(costOf(model, usage, today)).toBe(micros)
  })

  it('goes by the day of the question', () => {
    const read = { ...noTokens, cacheRead: 1_000_000 }
    expect([costOf('claude-sonnet-5-5', read, new Date('2026-10-06T23:59:59Z')), costOf('claude-sonnet-5-5', read, new Date('2026-10-07T00:00:00Z'))]).toEqual([200_000, 100_000])
  })

  it('knows no price of a stranger', () => {
    expect(costOf('house-model', { ...noTokens, input: 5 }, today)).toBeNull()
  })

  it('has a price for every built-in model', () => {
    expect(builtInModels.filter(({ id }) => costOf(id, noTokens, today) === null)).toEqual([])
  })

  it('tells rupees by the rate that is set', () => {
    expect(inPaise(1_000_000, 90.4)).toBe(9_040)
  })
})

describe('the model of a kind', () => {
  it('is the newest built-in one of its line', () => {
    expect((['quick', 'standard', 'deep'] as const).map(kind => modelFor(kind, nothingChosen))).toEqual(['claude-haiku-5-5', 'claude-sonnet-5-5', 'claude-opus-5-5'])
  })

  it('is the one that was chosen, known or not', () => {
    expect(modelFor('deep', { ...nothingChosen, deep: 'house-model' }, [{ id: 'claude-opus-5-5', name: '', line: 'opus' }])).toBe('house-model')
  })

  it('is an older built-in one, or else the newest of the line, where Claude offers nothing newer', () => {
    expect(modelFor('deep', nothingChosen, [{ id: 'claude-opus-5', name: '', line: 'opus' }])).toBe('claude-opus-5')
    expect(modelFor('deep', nothingChosen, [{ id: 'claude-opus-9', name: '', line: 'opus' }, { id: 'claude-opus-8', name: '', line: 'opus' }])).toBe('claude-opus-9')
    expect(modelFor('deep', nothingChosen, [{ id: 'house-model', name: '', line: null }])).toBe('claude-opus-5-5')
  })
})

describe('the shape of an answer', () => {
  const asked = (shape: z.ZodType) => ({
    method: 'POST', path: '/v1/messages', headers: { authorization: 'Bearer a', 'anthropic-version': '2026-10-21', 'content-type': 'application/json' },
    body: { model: 'm', max_tokens: 1, messages: [{ role: 'user', content: 'a' }], output_config: { format: { type: 'json_schema', schema: answerSchema(shape) } } },
  })

  it('is one that Claude holds itself to, whatever limits it has', () => {
    const shape = z.object({
      name: z.string().min(1).max(60).regex(/^[A-Z]/),
      age: z.int().min(0).max(110).nullable(),
      size: z.enum(['lead', 'dayPlayer']),
      day: z.iso.date().optional(),
      mail: z.email(),
      quotes: z.array(z.object({ page: z.number().int().positive(), text: z.string() })).min(2).max(5),
      kind: z.literal('role').default('role'),
      found: z.discriminatedUnion('is', [z.object({ is: z.literal('yes'), where: z.string() }), z.object({ is: z.literal('no') })]),
      trimmed: z.string().trim().transform(text => text.length),
    })
    expect(complaintsAbout(asked(shape))).toEqual([])
    expect(JSON.stringify(answerSchema(shape))).not.toContain('9007199254740991')
    expect(answerSchema(shape)).toMatchObject({ properties: { age: { anyOf: [{ description: '{minimum: 0, maximum: 110}' }, { type: 'null' }] } } })
  })

  interface Tree { readonly below: readonly Tree[] }
  const tree: z.ZodType<Tree> = z.object({ get below() { return z.array(tree) } })
  it.each<[string, z.ZodType]>([
    ['is no object', z.array(z.string())],
    ['holds itself', tree],
    ['has keys of any name', z.object({ ages: z.record(z.string(), z.number()) })],
    ['holds a tuple', z.object({ range: z.tuple([z.number(), z.number()]) })],
  ])('that %s is the fault of who asks', (fault, shape) => {
    expect(() => answerSchema(shape)).toThrow(`it ${fault}`)
  })
})

describe('the estimate of what leaves', () => {
  it('counts more for letters that Claude cuts smaller', () => {
    expect(estimateTokens('RAMDIN brushes his old mare.')).toBe(10)
    expect(estimateTokens('रामदीन अपनी बूढ़ी घोड़ी को')).toBeGreaterThan(estimateTokens('RAMDIN brushes his old mare.'))
    expect(estimateTokens('')).toBe(0)
  })

  const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 3, 0, 0, 0, 4, 0])
  const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xff, 0xc2, 0, 11, 8, 0x04, 0x00, 0x03, 0x00, 1, 1, 0x11, 0])
  it('reads the size of a PNG and a JPEG, and of nothing else', () => {
    expect([pictureSize(png), pictureSize(jpeg), pictureSize(Uint8Array.from([1, 2, 3])), pictureSize(new Uint8Array()), pictureSize(jpeg.slice(0, 12))])
      .toEqual([{ width: 768, height: 1024 }, { width: 768, height: 1024 }, null, null, null])
    expect([estimatePictureTokens(png), estimatePictureTokens(Uint8Array.from([1]))]).toEqual([1_049, 1_600])
  })

  it('tells the most that a question can cost', () => {
    const terms = { address: 'https://api.anthropic.com', model: 'claude-sonnet-5-5', on: today, rupees: 90, isAnswered: () => false }
    const preview = previewOf({ ...question, content: [{ text: 'RAMDIN' }, { text: '  ' }, { picture: png, mediaType: 'image/png' }] }, terms)
    expect(preview.parts.map(({ kind }) => kind)).toEqual(['instructions', 'text', 'picture', 'shape'])
    expect(preview.parts[2]).toEqual({ kind: 'picture', text: 'PNG picture, 768 by 1024 pixels, 1 kB', characters: 0, tokens: 1_049 })
    expect(preview.microDollars).toBe(preview.tokens * 2 + 9_000 * 10)
    expect(preview.paise).toBe(Math.round(((preview.microDollars ?? 0) * 90) / 10_000))
    expect(previewOf(question, { ...terms, model: 'house-model' })).toMatchObject({ microDollars: null, paise: null })
  })
})
