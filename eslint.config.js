import reactHooks from 'eslint-plugin-react-hooks'
import { defineConfig } from 'eslint/config'
import { configs, parser, plugin } from 'typescript-eslint'
import { lintedPlaces, restrictionsFor } from './tests/structure/restrictions.ts'

// The plugin's own types are older than ESLint's.
const hooks = /** @type {import('eslint').ESLint.Plugin} */ (/** @type {unknown} */ (reactHooks))

// What needs types, and the places of the design; all else that a lint can see is oxlint's (.oxlintrc.json).
export default defineConfig(
  { ignores: ['out/', 'coverage/', 'test-results/', 'playwright-report/', 'docs/', '.castmatch/', 'tests/structure/planted/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'off' } },
  {
    files: ['src-*/**/*.{ts,tsx}', 'tests/**/*.{ts,tsx}', 'tools/**/*.ts', '*.config.ts'],
    extends: [configs.base],
    plugins: { '@typescript-eslint': plugin, 'react-hooks': hooks },
    languageOptions: { parser, parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'no-restricted-syntax': ['error', { selector: 'TSEnumDeclaration', message: 'Node reads this source as it stands: use z.enum or a union of texts.' }],
    },
  },
  {
    files: ['src-renderer/**/*.{ts,tsx}'],
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  ...lintedPlaces.map(({ files, path }) => ({
    files: [`${files.endsWith('**') ? `${files}/*.{ts,tsx}` : files}`],
    rules: { 'no-restricted-imports': /** @type {import('eslint').Linter.RuleEntry} */ (['error', { patterns: restrictionsFor(path) }]) },
  })),
)
