import { expect, it } from 'vitest'
import type { Embedder } from '../../src-main/embedding/embedder.ts'
import { rememberVectors } from '../../src-main/embedding/rememberedVectors.ts'
import { wordEmbedder } from '../matching/book.ts'

/** An encoder that tells what it was asked for. */
function watched() {
  const asked: (readonly string[])[] = []
  const embedder: Embedder = {
    ...wordEmbedder,
    embed: (texts, signal) => {
      asked.push(texts)
      return wordEmbedder.embed(texts, signal)
    },
  }
  return { asked, embedder: rememberVectors(embedder) }
}

it('embeds a question once, however often it is looked at, and gives the same vector', async () => {
  const { asked, embedder } = watched()
  const first = await embedder.embed(['a woman of forty'])
  expect(await embedder.embed(['a woman of forty'])).toEqual(first)
  expect(first).toEqual(await wordEmbedder.embed(['a woman of forty']))
  expect(asked).toEqual([['a woman of forty']])
})

it('lets what is learnt, many texts at once, pass through', async () => {
  const { asked, embedder } = watched()
  await embedder.embed(['one', 'two'])
  await embedder.embed(['one', 'two'])
  await embedder.embed(['one'])
  expect(asked).toEqual([['one', 'two'], ['one', 'two'], ['one']])
  expect(await embedder.embed([])).toEqual([])
})

it('forgets the oldest of more than thirty-two, and remembers no failure', async () => {
  const { asked, embedder } = watched()
  for (let index = 0; index < 33; index += 1) await embedder.embed([`question ${index}`])
  await embedder.embed(['question 32'])
  expect(asked).toHaveLength(33)
  await embedder.embed(['question 0'])
  expect(asked).toHaveLength(34)
  let fails = true
  const failing = rememberVectors({ ...wordEmbedder, embed: (texts, signal) => (fails ? Promise.reject(new Error('no')) : wordEmbedder.embed(texts, signal)) })
  await expect(failing.embed(['again'])).rejects.toThrow('no')
  fails = false
  expect(await failing.embed(['again'])).toHaveLength(1)
})
