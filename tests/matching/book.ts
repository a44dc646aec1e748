import { onTestFinished } from 'vitest'
import type { Database } from '../../src-main/database/openDatabase.ts'
import type { Embedder } from '../../src-main/embedding/embedder.ts'
import type { MatchParts } from '../../src-main/matching/candidates.ts'
import { fold } from '../../src-main/spelling/folding.ts'
import { startIndexer } from '../../src-main/talent/indexing.ts'
import { talentModelId } from '../../src-main/talent/talentRecord.ts'
import { createTalent } from '../../src-main/talent/talentStore.ts'
import type { Talent, TalentFacts } from '../../src-preload/contract/talent.ts'
import { noon } from '../roles/screenplay.ts'

const dimensions = 512

/** A stand-in for the sentence encoder that is quick and always the same: texts are near where they share words. */
export const wordEmbedder: Embedder = {
  id: 'words',
  dimensions,
  embed: texts => Promise.resolve(texts.map(text => {
    const vector = new Float32Array(dimensions)
    for (const word of fold(text).split(' ').filter(part => part !== '')) {
      const at = [...word].reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0)) % dimensions, 7)
      vector[at] = (vector[at] ?? 0) + 1
    }
    const length = Math.hypot(...vector)
    return length === 0 ? vector : vector.map(value => value / length)
  })),
}

/** Adds a person to the book. */
export const addPerson = (db: Database, facts: Partial<TalentFacts> & { readonly name: string }): Talent =>
  createTalent(db, facts, { modelId: talentModelId(wordEmbedder), now: () => noon })

/** Waits until search by meaning knows everybody. */
export async function learnAll(db: Database): Promise<void> {
  const indexer = startIndexer({ db, embedder: wordEmbedder, onError: error => { throw error } })
  onTestFinished(() => indexer.close())
  indexer.wake()
  for await (const { done, total } of indexer.follow()) if (done === total) break
  await indexer.close()
}

/** What matching needs, with suggestions on. */
export const partsOf = (db: Database, suggestions = true): MatchParts => ({ db, embedder: wordEmbedder, settings: () => ({ suggestions, glossary: [] }), now: () => noon })
