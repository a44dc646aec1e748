import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { ImportResult, SheetMapping, TalentFacts } from '../../src-preload/contract/talent.ts'
import { openDatabase, type Database } from '../../src-main/database/openDatabase.ts'
import type { Embedder } from '../../src-main/embedding/embedder.ts'
import { readSheet, type PersonOfRow, type ReadSheet } from '../../src-main/talent/sheet/readSheet.ts'
import type { ReadOptions } from '../../src-main/talent/sheet/goThroughSheet.ts'
import type { SheetFile } from '../../src-main/documents/sheetFile.ts'
import { takeIn } from '../../src-main/talent/sheet/takeIn.ts'
import { createTalent } from '../../src-main/talent/talentStore.ts'

/** The moment at which all tests of the book happen. */
export const now = () => new Date('2026-03-01T09:00:00.000Z')

/** A new folder that is gone after the test. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'castmatch-talent-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A new talent book on the disk. */
export function newBook(folder = newFolder()): { readonly folder: string; readonly db: Database } {
  const db = openDatabase({ folder, now })
  onTestFinished(() => void db.close())
  return { folder, db }
}

/** A sheet on the disk with the text or the bytes given. */
export function sheetOf(content: string | Uint8Array, name = 'people.csv', folder = newFolder()): SheetFile {
  const path = join(folder, name)
  writeFileSync(path, content)
  return { name, path, size: statSync(path).size }
}

/** Reads a whole sheet, everybody at hand. */
export async function readAll(file: SheetFile, options?: ReadOptions): Promise<Omit<ReadSheet, 'people'> & { readonly people: readonly PersonOfRow[] }> {
  const sheet = await readSheet(file, options)
  return { ...sheet, people: [...sheet.people] }
}

/** Takes a sheet in without a worker. */
export async function takeInText(db: Database, text: string, mapping?: SheetMapping): Promise<ImportResult> {
  const file = sheetOf(text)
  return takeIn(db, await readSheet(file, { mapping }), { kind: 'sheet', source: file.name, fileName: file.name, at: now().toISOString() })
}

/** Adds somebody and gives the id. */
export const add = (db: Database, facts: Partial<TalentFacts> & { readonly name: string }) => createTalent(db, facts, { modelId: '', now }).id

/** An encoder that needs no model: texts that share words lie close. `calls` counts the texts it was given. */
export function wordBagEmbedder(id = 'word-bag'): Embedder & { readonly seen: string[] } {
  const seen: string[] = []
  return {
    id,
    dimensions: 64,
    seen,
    async embed(texts, signal) {
      signal?.throwIfAborted()
      seen.push(...texts)
      return texts.map(text => {
        const vector = new Float32Array(64)
        for (const word of text.toLowerCase().match(/[a-z]+/g) ?? []) {
          const place = [...word].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 64, 7)
          vector[place] = (vector[place] ?? 0) + 1
        }
        const length = Math.hypot(...vector)
        return length === 0 ? vector : vector.map(value => value / length)
      })
    },
  }
}
