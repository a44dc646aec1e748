import { chain, doors, doorsOnly, fences, forbiddenFor, ground, placeOf, root } from './places.ts'

/** One entry of ESLint's `no-restricted-imports`. */
export interface Restriction {
  readonly regex: string
  readonly message: string
}

/** Every place whose files share the same restrictions: a pattern of files and a path that stands for them. */
export const lintedPlaces: readonly { readonly files: string; readonly path: string }[] = [
  ...['src-main/', 'src-renderer/', 'src-preload/', 'tests/', 'tools/'].map(path => ({ files: `${path}**`, path: `${path}any.ts` })),
  ...['src-preload/index.ts', ...filesThatStandAlone()].map(path => ({ files: path, path })),
  ...[...ground, ...chain, ...root, ...doors, ...doorsOnly].map(name => under(`src-main/${name}/`)),
  ...['src-preload/contract/', 'src-renderer/connection/', 'tests/database/', 'tests/journeys/', 'tests/support/', 'tests/structure/'].map(under),
]

/** What a file must not import, each with a sentence of advice. */
export function restrictionsFor(path: string): readonly Restriction[] {
  const inMain = path.startsWith('src-main/')
  return [
    ...(inMain ? forbiddenFor(placeOf(path)).filter(({ folders }) => folders.length > 0).map(({ folders, advice }) => ({ regex: `^\\.{1,2}/(\\.\\./)*(src-main/)?(${folders.join('|')})/`, message: advice })) : []),
    ...borderRestrictions(path),
    ...Object.entries(fences)
      .filter(([, { places }]) => !places.some(place => path.startsWith(place)))
      .map(([name, { advice }]) => ({ regex: `^${name}(/|$)`, message: advice })),
  ]
}

function borderRestrictions(path: string): readonly Restriction[] {
  const shared = 'Page and office share src-preload/contract only: put the shape there and call the office through its client.'
  if (path.startsWith('src-preload/contract/')) return [{ regex: '^\\.\\./|^node:', message: 'The contract is data: it imports zod and oRPC only.' }]
  if (path.startsWith('src-main/')) return [{ regex: '/src-renderer/', message: shared }]
  if (path.startsWith('src-renderer/')) return [{ regex: '/src-main/|^node:', message: shared }]
  return []
}

function filesThatStandAlone(): readonly string[] {
  const named = Object.values(fences).flatMap(({ places }) => places).filter(place => /^src-main\/[^/]+\.ts$/.test(place))
  return [...new Set(['src-main/host.ts', ...named])]
}

function under(path: string): { readonly files: string; readonly path: string } {
  return { files: `${path}**`, path: `${path}any.ts` }
}
