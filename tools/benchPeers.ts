import { createRequire } from 'node:module'
import { join } from 'node:path'

/** Another way to find the nearest: the rows of the ten nearest to a vector, the first vector being row 1. */
export interface Peer {
  readonly name: string
  /** How long it took to take all vectors in, in milliseconds. */
  readonly builtIn: number
  readonly nearest: (vector: Float32Array) => Promise<readonly number[]>
}

/** Where peers were installed for this run alone: a folder with `node_modules`, such as after `npm install --prefix DIR hnswlib-node @lancedb/lancedb`. */
const peersFolder = process.env['CASTMATCH_PEERS']

/** The plain scan: every vector, number by number, in JavaScript. */
export const plainScan = (vectors: readonly Float32Array[]): Peer => ({
  name: 'plain scan of 32-bit floats in JavaScript',
  builtIn: 0,
  nearest: async vector => {
    const scored = vectors.map((other, index): readonly [number, number] => {
      let sum = 0
      for (let at = 0; at < other.length; at++) sum += (other[at] ?? 0) * (vector[at] ?? 0)
      return [index + 1, sum]
    })
    return scored.sort((a, b) => b[1] - a[1]).slice(0, 10).map(([row]) => row)
  },
})

/** The peers that are installed, with the vectors taken in; `scratch` is a folder they may write in. */
export async function openPeers(vectors: readonly Float32Array[], scratch: string): Promise<readonly Peer[]> {
  if (!peersFolder) return []
  const load = createRequire(join(peersFolder, 'package.json'))
  const peers: Peer[] = []
  for (const open of [openHnsw, openLance]) {
    try {
      peers.push(await open(load, vectors, scratch))
    } catch (error) {
      process.stdout.write(`a peer is left out: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}\n`)
    }
  }
  return peers
}

interface Hnsw {
  readonly HierarchicalNSW: new (space: string, dimensions: number) => {
    initIndex(options: { maxElements: number; m: number; efConstruction: number }): void
    addPoint(vector: number[], label: number): void
    setEf(ef: number): void
    searchKnn(vector: number[], count: number): { neighbors: number[] }
  }
}

async function openHnsw(load: NodeJS.Require, vectors: readonly Float32Array[]): Promise<Peer> {
  const { HierarchicalNSW } = load('hnswlib-node') as Hnsw
  const begun = performance.now()
  const index = new HierarchicalNSW('ip', vectors[0]?.length ?? 512)
  index.initIndex({ maxElements: vectors.length, m: 16, efConstruction: 100 })
  for (const [at, vector] of vectors.entries()) index.addPoint([...vector], at + 1)
  index.setEf(100)
  return { name: 'hnswlib, m 16, ef 100', builtIn: performance.now() - begun, nearest: async vector => index.searchKnn([...vector], 10).neighbors }
}

interface Lance {
  connect(folder: string): Promise<{
    createTable(name: string, rows: readonly object[]): Promise<{
      add(rows: readonly object[]): Promise<void>
      query(): { nearestTo(vector: Float32Array): { distanceType(type: string): { limit(count: number): { toArray(): Promise<readonly { row: number }[]> } } } }
    }>
  }>
}

async function openLance(load: NodeJS.Require, vectors: readonly Float32Array[], scratch: string): Promise<Peer> {
  const lance = load('@lancedb/lancedb') as Lance
  const begun = performance.now()
  const rows = vectors.map((vector, at) => ({ row: at + 1, vector: [...vector] }))
  const table = await (await lance.connect(join(scratch, 'lance'))).createTable('people', rows.slice(0, 5_000))
  for (let from = 5_000; from < rows.length; from += 5_000) await table.add(rows.slice(from, from + 5_000))
  return {
    name: 'LanceDB, flat',
    builtIn: performance.now() - begun,
    nearest: async vector => (await table.query().nearestTo(vector).distanceType('cosine').limit(10).toArray()).map(({ row }) => row),
  }
}
