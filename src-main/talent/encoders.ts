import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { copyFile, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import type { MeaningState, MeaningStep } from '../../src-preload/contract/meaning.ts'
import { openEmbedder, openFolderEmbedder, type Embedder } from '../embedding/embedder.ts'
import { folderModelId, modelFiles } from '../embedding/folderModel.ts'
import { inTheBackground, type Resting } from '../embedding/resting.ts'
import type { Database } from '../database/openDatabase.ts'
import type { SettingsKeeper } from '../host.ts'
import { readSettings, updateSettings } from '../settings/settingsStore.ts'
import { changes } from '../workers/changes.ts'
import type { WorkerPool } from '../workers/workerPool.ts'
import { indexingState, startIndexer, type Indexer } from './indexing.ts'
import { talentModelId } from './talentRecord.ts'

/** A file of a model as it was handed in. */
export interface ModelFile {
  readonly name: string
  readonly path: string
}

/** Keeps the encoder that answers, and lets another learn beside it. */
export interface Encoders {
  /** The encoder that answers; its id changes when another takes over. */
  readonly embedder: Embedder
  readonly state: () => MeaningState
  /** Streams how it stands: at once, then at every change, until `signal` is aborted or the encoders are closed. */
  follow(signal?: AbortSignal): AsyncGenerator<MeaningStep, void, undefined>
  /** Takes a model in and begins to learn with it. Throws ENCODER_UNUSABLE with what is wrong; the one that answers goes on. */
  choose(name: string, files: readonly ModelFile[]): Promise<void>
  /** Begins to learn with the model that ships with CastMatch, where another answers. */
  useShipped(): Promise<void>
  /** Gives up the one that learns. */
  cancel(): Promise<void>
  /** Takes up the learning that an earlier run left. */
  resume(): Promise<void>
  close(): Promise<void>
}

interface EncoderParts {
  readonly db: Database
  readonly settings: SettingsKeeper
  readonly dataFolder: string
  readonly pool: WorkerPool
  readonly resting: Resting
  readonly onError: (error: unknown) => void
  /** Hears that another model answers: everything is to be learnt by it that was not. */
  readonly onSwitch: () => void
}

const shippedName = 'English, ships with CastMatch'
const taken = [...modelFiles, 'tokenizer_config.json'] as const

/** What the settings keep of a model: its folder under `encoders/`, null for the one that ships. */
type Chosen = { readonly folder: string | null; readonly name: string }
const shipped: Chosen = { folder: null, name: shippedName }

interface Learner {
  readonly chosen: Chosen
  readonly embedder: Embedder
  /** How far it has come, as its last step told. */
  progress: { readonly done: number; readonly total: number }
  stop(): Promise<void>
}

/** Opens the encoder that the settings name; where it cannot be opened any more the one that ships answers, which `onError` hears. */
export async function openEncoders(parts: EncoderParts): Promise<Encoders> {
  const { db, settings, dataFolder, pool, resting } = parts
  const home = join(dataFolder, 'encoders')
  const open = (chosen: Chosen): Promise<Embedder> => (chosen.folder === null ? openEmbedder(pool) : openFolderEmbedder(pool, join(home, chosen.folder)))
  let answering = readSettings(settings).encoder ?? shipped
  let current = await open(answering).catch((error: unknown) => {
    parts.onError(error)
    answering = shipped
    return open(shipped)
  })
  let learner: Learner | null = null
  let changing: Promise<void> = Promise.resolve()
  const steps = changes()
  resting.onChange(steps.tell)
  const nextOf = (): MeaningState['next'] => learner && { name: learner.chosen.name, done: learner.progress.done, total: learner.progress.total }

  /** Ends the one that learns and forgets all but the one that answers and, where given, the next. */
  const stop = async (next?: Pick<Learner, 'embedder' | 'chosen'>): Promise<void> => {
    const ended = learner
    learner = null
    steps.tell()
    await ended?.stop()
    await forgetOthers(db, home, [current, ...(next ? [next.embedder] : [])], [answering, ...(next ? [next.chosen] : [])])
  }
  const takeOver = async (next: Learner): Promise<void> => {
    if (learner !== next) return
    learner = null
    current = next.embedder
    answering = next.chosen
    updateSettings(settings, { encoder: next.chosen.folder === null ? null : next.chosen, encoderNext: null })
    parts.onSwitch()
    steps.tell()
    await forgetOthers(db, home, [current], [answering])
  }
  const learnWhole = async (next: Learner, indexer: Indexer): Promise<void> => {
    try {
      await untilWhole(indexer.follow(), progress => {
        next.progress = progress
        steps.tell()
      })
      await indexer.close()
      await takeOver(next)
    } catch (error) {
      parts.onError(error)
    }
  }
  const learn = async (chosen: Chosen): Promise<void> => {
    const embedder = await open(chosen)
    await stop({ embedder, chosen })
    if (embedder.id === current.id) return void updateSettings(settings, { encoderNext: null })
    updateSettings(settings, { encoderNext: chosen })
    const indexer = startIndexer({ db, embedder: inTheBackground(embedder, resting), onError: parts.onError })
    const next: Learner = { chosen, embedder, progress: indexingState(db, talentModelId(embedder)), stop: () => indexer.close() }
    learner = next
    steps.tell()
    void learnWhole(next, indexer)
  }
  // One change after the other: a second choice gives up the first.
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const turn = changing.then(work)
    changing = turn.catch(() => undefined)
    return turn
  }
  return {
    embedder: {
      get id() { return current.id },
      get dimensions() { return current.dimensions },
      slow: () => current.slow?.() ?? null,
      embed: (texts, signal) => current.embed(texts, signal),
    },
    state: () => ({
      model: {
        id: current.id, name: answering.name, ownFiles: answering.folder !== null, dimensions: current.dimensions, slow: current.slow?.() ?? null,
        ...indexingState(db, talentModelId(current)),
      },
      next: nextOf(),
      resting: resting.why(),
    }),
    async *follow(signal) {
      for await (const _ of steps.follow(signal)) yield { model: answering.name, next: nextOf(), resting: resting.why() }
    },
    choose: (name, files) => inTurn(async () => learn({ folder: await takeFiles(home, files), name })),
    useShipped: () => inTurn(() => learn(shipped)),
    cancel: () => inTurn(async () => {
      updateSettings(settings, { encoderNext: null })
      await stop()
    }),
    async resume() {
      const left = readSettings(settings).encoderNext
      if (left) await inTurn(() => learn(left)).catch(parts.onError)
    },
    async close() {
      steps.end()
      await changing
      const ended = learner
      learner = null
      await ended?.stop()
    },
  }
}

/** Waits until a follower has seen everybody learnt, telling each step; throws what the encoder threw. */
async function untilWhole(steps: AsyncGenerator<Learner['progress'], void, undefined>, hear: (progress: Learner['progress']) => void): Promise<void> {
  let whole = false
  for await (const progress of steps) {
    hear(progress)
    whole = progress.done >= progress.total
  }
  // Closed before the end: what is left is taken up at the next start.
  if (!whole) await new Promise<never>(() => undefined)
}

/** Copies the files of a model into a folder of its own, whole or not at all; gives its name. */
async function takeFiles(home: string, files: readonly ModelFile[]): Promise<string> {
  const missing = modelFiles.filter(wanted => !files.some(({ name }) => name === wanted))
  if (missing.length > 0) throw new CastMatchError('ENCODER_UNUSABLE', { subject: 'The folder', detail: `it has no ${missing.join(' and no ')}` })
  const half = join(home, `half-${randomUUID()}`)
  await mkdir(half, { recursive: true })
  try {
    for (const { name, path } of files) if ((taken as readonly string[]).includes(name)) await copyFile(path, join(half, name))
    const folder = await folderModelId(half)
    if (existsSync(join(home, folder))) await rm(half, { recursive: true, force: true })
    else await rename(half, join(home, folder))
    return folder
  } catch (error) {
    await rm(half, { recursive: true, force: true })
    throw error
  }
}

/** Deletes vectors and files of models that neither answer nor learn. */
async function forgetOthers(db: Database, home: string, kept: readonly Embedder[], chosen: readonly Chosen[]): Promise<void> {
  db.prepare(`DELETE FROM talent_vec WHERE model_id NOT IN (${kept.map(() => '?').join(', ')})`).run(...kept.map(talentModelId))
  if (!existsSync(home)) return
  for (const folder of await readdir(home)) if (!chosen.some(model => model.folder === folder)) await rm(join(home, folder), { recursive: true, force: true })
}
