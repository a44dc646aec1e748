import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { defaultExports, undocumented } from './exportChecks.ts'
import { acrossTheBorder, circles, importedDoors, outsideFences, unresolved, wrongWay } from './importChecks.ts'
import { fences, runByName } from './places.ts'
import { importsOf, projectFolder, readSources, type Source } from './source.ts'

const sources = readSources()
const exists = (path: string): boolean => existsSync(join(projectFolder, path))
const planted = (path: string, text: string, ...more: readonly Source[]): readonly Source[] => [{ path, text }, ...more]
const documentedFolders = sources.filter(({ path }) => path.startsWith('src-main/') || path.startsWith('src-preload/'))

describe('the office is built one way', () => {
  it('writes several records at once only by inTransaction, which takes its turn', () => {
    const own = sources.filter(({ path, text }) => path.startsWith('src-main/') && text.includes('.transaction('))
    expect(own.map(({ path }) => path)).toEqual(['src-main/database/inTransaction.ts'])
  })

  it('imports along the chain and never back', () => {
    expect(wrongWay(sources)).toEqual([])
  })

  it('notices a planted import up the chain, also of a type, also a dynamic one', () => {
    expect(wrongWay(planted('src-main/scripts/planted.ts', "import type { x } from '../roles/roleStore.ts'"))).toHaveLength(1)
    expect(wrongWay(planted('src-main/database/migrations/planted.ts', "const x = import('../../talent/talentStore.ts')"))).toHaveLength(1)
    expect(wrongWay(planted('src-main/talent/planted.ts', "import type { Os } from '../router/os.ts'"))).toHaveLength(1)
    expect(wrongWay(planted('src-main/host.ts', "export { x } from './productions/productionStore.ts'"))).toHaveLength(1)
    expect(wrongWay(planted('src-main/roles/planted.ts', "import { x } from '../scripts/scriptStore.ts'"))).toEqual([])
  })

  it('has no import circle', () => {
    expect(circles(sources)).toEqual([])
  })

  it('notices a planted circle of three files', () => {
    const circle = planted('a/a.ts', "import './b.ts'", { path: 'a/b.ts', text: "export * from './c.ts'" }, { path: 'a/c.ts', text: "import type { a } from './a.ts'" })
    expect(circles(circle)).toEqual(['a/a.ts -> a/b.ts -> a/c.ts -> a/a.ts'])
  })

  it('writes every import as the whole name of a file', () => {
    expect(unresolved(sources, exists)).toEqual([])
    expect(unresolved(planted('src-main/roles/planted.ts', "import { x } from '../scripts/scriptStore'"), exists)).toHaveLength(1)
  })
})

describe('page, office and doors stay apart', () => {
  it('meets only in the contract', () => {
    expect(acrossTheBorder(sources)).toEqual([])
  })

  it('notices a planted import over the border', () => {
    expect(acrossTheBorder(planted('src-renderer/planted.tsx', "import { x } from '../src-main/host.ts'"))).toHaveLength(1)
    expect(acrossTheBorder(planted('src-renderer/planted.tsx', "import { readFileSync } from 'node:fs'"))).toHaveLength(1)
    expect(acrossTheBorder(planted('src-main/roles/planted.ts', "import { x } from '../../src-renderer/look/words.ts'"))).toHaveLength(1)
    expect(acrossTheBorder(planted('src-preload/contract/planted.ts', "import { v7 } from 'uuid'"))).toHaveLength(1)
    expect(acrossTheBorder(planted('src-preload/index.ts', "import { x } from 'node:fs'"))).toHaveLength(1)
  })

  it('lets nobody import a door', () => {
    expect(importedDoors(sources)).toEqual([])
    expect(importedDoors(planted('src-main/electron/planted.ts', "import { x } from '../loopback/serveLoopback.ts'"))).toHaveLength(1)
    expect(importedDoors(planted('src-main/castmatch.ts', "import { x } from './commandLine/main.ts'"))).toHaveLength(1)
  })
})

describe('every dependency has its place', () => {
  const manifest = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as Record<'dependencies' | 'devDependencies', Record<string, string>>
  const installed = { ...manifest.dependencies, ...manifest.devDependencies }
  const imported = new Map(sources.flatMap(importsOf).map(found => [found.dependency, found]))

  it('imports a package only inside its fence', () => {
    expect(outsideFences(sources)).toEqual([])
  })

  it('notices a planted import outside the fence, and one of a package without a place', () => {
    expect(outsideFences(planted('src-main/talent/planted.ts', "import Database from 'better-sqlite3'"))).toHaveLength(1)
    expect(outsideFences(planted('src-main/castmatch.ts', "await import('electron')"))).toHaveLength(1)
    expect(outsideFences(planted('src-main/castmatch.ts', "import x from 'left-pad'"))).toHaveLength(1)
  })

  it('pins each exactly', () => {
    expect(Object.entries(installed).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
  })

  it('has each in package.json in the table of places, and no other', () => {
    expect([...Object.keys(fences), ...Object.keys(runByName)].sort()).toEqual(Object.keys(installed).sort())
  })

  it('uses each', () => {
    const unused = Object.keys(fences).filter(name => !imported.has(name))
    const unnamed = Object.entries(runByName).filter(([, { file, words }]) => !readFileSync(join(projectFolder, file), 'utf8').includes(words))
    expect({ unused, unnamed }).toEqual({ unused: [], unnamed: [] })
  })

  it('ships what the office imports, since the renderer alone is bundled', () => {
    const shipped = sources.filter(({ path }) => path.startsWith('src-main/')).flatMap(importsOf).flatMap(({ dependency }) => dependency ?? [])
    expect([...new Set(shipped)].filter(name => name !== 'electron' && !(name in manifest.dependencies))).toEqual([])
  })
})

describe('every export can be read about', () => {
  it('exports by name', () => {
    expect(defaultExports(sources)).toEqual([])
    expect(defaultExports(planted('src-main/roles/planted.ts', 'export default function x() {}'))).toHaveLength(1)
    expect(defaultExports(planted('src-main/roles/planted.ts', 'const x = 1\nexport { x as default }'))).toHaveLength(1)
  })

  it('has a doc comment on each export of the office and the border', () => {
    expect(undocumented(documentedFolders)).toEqual([])
  })

  it('notices a planted export without one', () => {
    expect(undocumented(planted('src-main/roles/planted.ts', '/** A role. */\nexport const Role = 1\nexport type Role = 1\nexport interface Bare {}'))).toEqual([
      'src-main/roles/planted.ts: Bare has no doc comment.',
    ])
  })
})
