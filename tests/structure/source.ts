import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, posix, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

/** The folder of the project. */
export const projectFolder = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** A source file by its path from the folder of the project, with slashes on every system. */
export interface Source {
  readonly path: string
  readonly text: string
}

/** An import of any kind: static, of types only, re-export, dynamic, `require`. */
export interface Import {
  readonly from: string
  /** As written. */
  readonly name: string
  /** The path of the imported file from the folder of the project; undefined for packages and Node itself. */
  readonly file: string | undefined
  /** The imported package; undefined for our own files and Node itself. */
  readonly dependency: string | undefined
}

const ours = ['src-main', 'src-preload', 'src-renderer', 'tests', 'tools'] as const
const isSource = (name: string): boolean => /\.(ts|tsx|mjs|js|css)$/.test(name) && !name.endsWith('.d.ts')

/** Reads all source files of the project; files planted for these tests are left out. */
export function readSources(): readonly Source[] {
  const roots = readdirSync(projectFolder).filter(name => isSource(name) && name.includes('.config.'))
  const paths = [...roots, ...ours.flatMap(folder => filesBelow(join(projectFolder, folder)).map(path => relative(projectFolder, path)))]
  return paths
    .map(path => path.split('\\').join('/'))
    .filter(path => isSource(path) && !path.startsWith('tests/structure/planted/'))
    .map(path => ({ path, text: readFileSync(join(projectFolder, path), 'utf8') }))
}

function filesBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder).flatMap(name => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesBelow(path) : [path]
  })
}

/** Finds every import of a source file; in CSS those by `@import`. */
export function importsOf(source: Source): readonly Import[] {
  const names = source.path.endsWith('.css')
    ? [...source.text.matchAll(/@import\s+(?:url\()?['"]([^'"]+)['"]/g)].map(match => match[1] ?? '')
    : ts.preProcessFile(source.text, true, true).importedFiles.map(file => file.fileName)
  return names.map(name => ({ from: source.path, name, file: fileOf(source.path, name), dependency: dependencyOf(name) }))
}

const fileOf = (from: string, name: string): string | undefined =>
  name.startsWith('.') ? posix.normalize(posix.join(posix.dirname(from), name.replace(/\?.*$/, ''))) : undefined

function dependencyOf(name: string): string | undefined {
  if (name.startsWith('.') || name.startsWith('node:') || name.startsWith('/')) return undefined
  return name.split('/').slice(0, name.startsWith('@') ? 2 : 1).join('/')
}

/** Parses a TypeScript file into its syntax tree. */
export const treeOf = (source: Source): ts.SourceFile => ts.createSourceFile(source.path, source.text, ts.ScriptTarget.ES2024, true)
