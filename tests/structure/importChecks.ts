import { doors, fences, forbiddenFor, placeOf } from './places.ts'
import { importsOf, type Import, type Source } from './source.ts'

const isIn = (path: string | undefined, folder: string): boolean => path?.startsWith(`${folder}/`) === true

/** Imports within `src-main` that go up the chain, reach into a door, or reach for the page from below. */
export function wrongWay(sources: readonly Source[]): readonly string[] {
  return importsWithin(sources, 'src-main').flatMap(({ from, file = '' }) =>
    forbiddenFor(placeOf(from))
      .filter(({ folders }) => isIn(file, 'src-main') && file.split('/').length > 2 && folders.includes(placeOf(file)))
      .map(({ advice }) => `${from} imports ${file}. ${advice}`),
  )
}

/** Imports across the border: page and office meet only in the contract, which knows neither of them. */
export function acrossTheBorder(sources: readonly Source[]): readonly string[] {
  const of = (folder: string) => importsWithin(sources, folder)
  const told = (imports: readonly Import[], advice: string) => imports.map(({ from, name }) => `${from} imports ${name}. ${advice}`)
  const advice = 'Page and office share src-preload/contract only: put the shape there and call the office through its client.'
  return [
    ...told(of('src-renderer').filter(({ file }) => isIn(file, 'src-main') || (isIn(file, 'src-preload') && !isIn(file, 'src-preload/contract'))), advice),
    ...told(of('src-renderer').filter(({ name }) => name.startsWith('node:')), 'The page runs in a browser: what needs Node belongs to the office.'),
    ...told(of('src-main').filter(({ file }) => isIn(file, 'src-renderer') || (isIn(file, 'src-preload') && !isIn(file, 'src-preload/contract'))), advice),
    ...told(of('src-preload/contract').filter(({ file, name }) => !isIn(file, 'src-preload/contract') && !/^(zod|@orpc\/contract)$/.test(name)), 'The contract is data: it imports zod and oRPC only.'),
    ...told(of('src-preload').filter(({ from, file, name }) => !isIn(from, 'src-preload/contract') && file === undefined && name !== 'electron'), 'The preload runs in the sandbox: it imports electron only.'),
  ]
}

/** Doors that somebody imports: another part of `src-main`, or anything but a test or a tool. */
export function importedDoors(sources: readonly Source[]): readonly string[] {
  return sources.flatMap(importsOf).flatMap(({ from, file }) => {
    const door = doors.find(name => isIn(file, `src-main/${name}`))
    const allowed = door === undefined || isIn(from, `src-main/${door}`) || isIn(from, 'tests') || isIn(from, 'tools')
    return allowed ? [] : [`${from} imports ${file}. Nobody imports a door.`]
  })
}

/** Imports of packages outside their fence, and of packages without one. */
export function outsideFences(sources: readonly Source[]): readonly string[] {
  return sources.flatMap(importsOf).flatMap(({ from, dependency }) => {
    if (dependency === undefined) return []
    const fence = fences[dependency]
    if (fence === undefined) return [`${from} imports ${dependency}, which has no place in tests/structure/places.ts.`]
    return fence.places.some(place => from.startsWith(place)) ? [] : [`${from} imports ${dependency}. ${fence.advice}`]
  })
}

/** Import circles, each as the path that closes it; imports of types count, since a circle of ideas is one too. */
export function circles(sources: readonly Source[]): readonly string[] {
  const known = new Set(sources.map(({ path }) => path))
  const graph = new Map(sources.map(source => [source.path, importsOf(source).flatMap(({ file }) => (file !== undefined && known.has(file) ? [file] : []))]))
  const done = new Set<string>()
  const found: string[] = []
  const visit = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path)
    if (at >= 0) found.push([...trail.slice(at), path].join(' -> '))
    if (at >= 0 || done.has(path)) return
    for (const next of graph.get(path) ?? []) visit(next, [...trail, path])
    done.add(path)
  }
  for (const path of graph.keys()) visit(path, [])
  return found
}

/** Relative imports that name no file of the project, so that none escapes the other checks by its spelling. */
export function unresolved(sources: readonly Source[], exists: (path: string) => boolean): readonly string[] {
  return sources
    .flatMap(importsOf)
    .filter(({ file }) => file !== undefined && !exists(file))
    .map(({ from, name }) => `${from} imports ${name}, which is no file. Write the whole name with its extension.`)
}

const importsWithin = (sources: readonly Source[], folder: string): readonly Import[] =>
  sources.filter(({ path }) => isIn(path, folder)).flatMap(importsOf)
