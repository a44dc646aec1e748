import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { inTransaction } from '../src-main/database/inTransaction.ts'
import type { Database } from '../src-main/database/openDatabase.ts'
import type { Embedder } from '../src-main/embedding/embedder.ts'
import { embeddedText, talentModelId, unknownFacts } from '../src-main/talent/talentRecord.ts'
import { talentWriter } from '../src-main/talent/talentWriter.ts'
import { mixedVectors } from '../tests/support/madeVectors.ts'
import { manyPeople, type MadePerson } from '../tests/support/manyPeople.ts'

/** How many of the made people have the vector that the encoder gives for them; those of the others are mixed from these. */
export const trulyEmbedded = 1_000

/** The true vectors of the first of the made people. */
export const embedFirst = (embedder: Embedder, count = trulyEmbedded): Promise<readonly Float32Array[]> =>
  embedder.embed([...manyPeople(count)].map(person => embeddedText({ ...unknownFacts, ...person })))

/** Fills a book with made people, each with a vector; gives the vectors in the order of the rows, the first row being 1. */
export function fillBook(db: Database, count: number, embedder: Embedder, real: readonly Float32Array[]): readonly Float32Array[] {
  const modelId = talentModelId(embedder)
  const keep = db.prepare('INSERT INTO talent_vec (talent_row, model_id, text_hash, e) SELECT row, ?, text_hash, ? FROM talent WHERE row = ?')
  const vectors = mixedVectors(real, count)
  const all: Float32Array[] = []
  const at = new Date().toISOString()
  const people = manyPeople(count)
  for (let from = 0; from < count; from += 5_000) {
    inTransaction(db, () => {
      const writer = talentWriter(db)
      for (let index = from; index < Math.min(count, from + 5_000); index++) {
        const [person, vector] = [people.next().value, vectors.next().value]
        if (!person || !vector) return
        const row = writer.insert({ ...unknownFacts, ...person }, { id: `made-${index}`, source: 'made', at })
        keep.run(modelId, vector, row)
        all.push(vector)
      }
    })
  }
  db.pragma('wal_checkpoint(TRUNCATE)')
  return all
}

/** Writes made people as the sheet of an office. */
export async function writeSheet(path: string, count: number): Promise<void> {
  const file = createWriteStream(path)
  file.write('Name,Gender,Playing Age,Height,City,Languages,Skills,Training,Bio,Phone,Email,Fee,Tags,Notes\n')
  for (const person of manyPeople(count, 99)) {
    if (!file.write(`${cellsOf(person).map(cell => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`)) await once(file, 'drain')
  }
  file.end()
  await once(file, 'finish')
}

function cellsOf({ name, gender, playingRange, heightCm, city, languages, skills, training, bio, phone, email, fee, tags, notes }: MadePerson): readonly string[] {
  const spoken = languages.map(({ language, fluency }) => (fluency === null ? language : `${language} (${fluency})`)).join(', ')
  const ages = playingRange ? `${playingRange.from}-${playingRange.to}` : ''
  const asked = fee ? `${fee.from / 100}-${fee.to / 100} per ${fee.per}` : ''
  return [name, gender ?? '', ages, heightCm ? `${heightCm} cm` : '', city ?? '', spoken, skills.join(', '), training ?? '', bio ?? '', phone ?? '', email ?? '', asked, (tags ?? []).join(', '), notes ?? '']
}
