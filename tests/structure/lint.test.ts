import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { ESLint, type Linter } from 'eslint'
import { configs } from 'typescript-eslint'
import { describe, expect, it } from 'vitest'
import { projectFolder } from './source.ts'

const planted = (name: string): string => join('tests', 'structure', 'planted', name)

/** Lints a text as if it stood in a file; the file is not on the disk, so nothing is known of its types. */
async function messagesFor(filePath: string, text: string): Promise<readonly Linter.LintMessage[]> {
  const eslint = new ESLint({ cwd: projectFolder, overrideConfig: [{ ...configs.disableTypeChecked, files: ['**/*'] }] })
  const [result] = await eslint.lintText(text, { filePath: join(projectFolder, filePath) })
  return result?.messages ?? []
}

const placeMessages = async (filePath: string, text: string): Promise<readonly string[]> =>
  (await messagesFor(filePath, text)).filter(({ ruleId }) => ruleId === 'no-restricted-imports').map(({ message }) => message)

async function typedRules(name: string): Promise<readonly (string | null)[]> {
  // The planted files alone are a project, so that the types of all the others need not be read.
  const project = { projectService: false, project: join(projectFolder, 'tests', 'structure', 'planted', 'tsconfig.json') }
  const eslint = new ESLint({ cwd: projectFolder, ignore: false, overrideConfig: [{ files: ['**/*'], languageOptions: { parserOptions: project } }] })
  const [result] = await eslint.lintFiles([planted(name)])
  return [...new Set((result?.messages ?? []).map(({ ruleId }) => ruleId))].sort()
}

/** Lints a copy, since nothing takes the planted files off the list of what oxlint passes over. */
function oxlintRules(name: string): readonly string[] {
  const copy = join(mkdtempSync(join(tmpdir(), 'castmatch-lint-')), name)
  copyFileSync(join(projectFolder, planted(name)), copy)
  const args = [join(projectFolder, 'node_modules', 'oxlint', 'bin', 'oxlint'), '-c', join(projectFolder, '.oxlintrc.json'), '-f', 'json', copy]
  const output = outputOf(args)
  rmSync(dirname(copy), { recursive: true })
  const { diagnostics } = JSON.parse(output) as { readonly diagnostics: readonly { readonly code: string }[] }
  return [...new Set(diagnostics.map(({ code }) => code))].sort()
}

/** What oxlint prints; it ends with 1 where it finds something, which is what we hope for. */
function outputOf(args: readonly string[]): string {
  try {
    return execFileSync(process.execPath, [...args], { cwd: projectFolder, encoding: 'utf8' })
  } catch (error) {
    return (error as { readonly stdout: string }).stdout
  }
}

describe('the lint can fail', () => {
  it('gives a sentence of advice for an import up the chain', async () => {
    expect(await placeMessages('src-main/scripts/planted.ts', "import { x } from '../roles/roleStore.ts'\nx()")).toEqual([expect.stringContaining('Imports go one way')])
    expect(await placeMessages('src-main/roles/planted.ts', "import { x } from '../scripts/scriptStore.ts'\nx()")).toEqual([])
  })

  it('gives a sentence of advice for a vendor outside its fence', async () => {
    expect(await placeMessages('src-main/talent/planted.ts', "import Database from 'better-sqlite3'\nDatabase()")).toEqual([expect.stringContaining('src-main/database')])
    expect(await placeMessages('src-main/castmatch.ts', "import { app } from 'electron'\napp()")).toEqual([expect.stringContaining('src-main/host.ts')])
    expect(await placeMessages('src-main/electron/planted.ts', "import { app } from 'electron'\napp()")).toEqual([])
  })

  it('gives a sentence of advice where page and office, a door or the contract reach too far', async () => {
    expect(await placeMessages('src-renderer/roles/planted.ts', "import { x } from '../../src-main/host.ts'\nx()")).toEqual([expect.stringContaining('src-preload/contract')])
    expect(await placeMessages('src-main/health/planted.ts', "import { x } from '../loopback/serveLoopback.ts'\nx()")).toEqual([expect.stringContaining('Nobody imports a door')])
    expect(await placeMessages('src-main/castmatch.ts', "import { x } from './electron/window.ts'\nx()")).toEqual([expect.stringContaining('Nobody imports a door')])
    expect(await placeMessages('src-preload/contract/planted.ts', "import { x } from '../../src-main/host.ts'\nx()")).toEqual([expect.stringContaining('The contract is data')])
  })

  it('sees a lost promise, a promise where none is awaited, a forgotten case and a `!`', async () => {
    expect(await typedRules('promises.ts')).toEqual([
      '@typescript-eslint/no-floating-promises',
      '@typescript-eslint/no-misused-promises',
      '@typescript-eslint/no-non-null-assertion',
      '@typescript-eslint/switch-exhaustiveness-check',
    ])
  }, 60_000)

  it('sees a hook that is not always called', async () => {
    const text = "import { useState } from 'react'\nexport function X(p: { a: boolean }) {\n  if (p.a) return null\n  return useState(1)[0]\n}"
    expect((await messagesFor('src-renderer/roles/Planted.tsx', text)).map(({ ruleId }) => ruleId)).toEqual(['react-hooks/rules-of-hooks'])
  })

  it('sees `any`, `==`, `var`, console, a default export and an old name of a Node module', () => {
    expect(oxlintRules('plain.ts')).toEqual([
      'eslint(eqeqeq)',
      'eslint(no-console)',
      'eslint(no-var)',
      'import(no-default-export)',
      'typescript(no-explicit-any)',
      'unicorn(prefer-node-protocol)',
    ])
  })
})
