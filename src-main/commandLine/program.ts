import { Command, InvalidArgumentError } from 'commander'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import { defaultDataFolder } from '../settings/dataFolder.ts'
import { printedFailure } from './failure.ts'
import type { Terminal } from './terminal.ts'

/**
 * Runs the command line on the arguments that follow the program's name and gives the exit code.
 *
 * Without arguments it prints its help. What a command does is loaded only when it is called, so that `--help` is instant. A failure prints
 * `{"code","message"}` on `err` and gives 1.
 */
export async function runCommandLine(args: readonly string[], terminal: Terminal): Promise<number> {
  const exit = { code: 0 }
  try {
    await program(terminal, code => (exit.code = code)).parseAsync(args.length === 0 ? ['--help'] : [...args], { from: 'user' })
    return exit.code
  } catch (error) {
    if (isHelp(error)) return 0
    // A stream that was broken off ends with an error of no code, so the signal is what tells.
    terminal.err(`${JSON.stringify(printedFailure(terminal.signal.aborted ? new CastMatchError('CANCELLED') : error))}\n`)
    return 1
  }
}

function program(terminal: Terminal, ended: (code: number) => void): Command {
  const castmatch = new Command('castmatch')
    .description('Casting on your own laptop, from the command line. Nothing leaves this machine.')
    .exitOverride()
    .configureOutput({ writeOut: text => terminal.out(text), writeErr: () => {} })
  const command = (usage: string, summary: string) => castmatch.command(usage).description(summary).option('--json', 'print JSON and nothing else', false)
  const withData = (usage: string, summary: string) => command(usage, summary).option('--data <dir>', 'the folder everything is kept in', defaultDataFolder())

  command('analyze <file>', 'read a screenplay (PDF, Final Draft, Word, Fountain, plain text) without keeping it').action(async (file: string, options) =>
    (await import('./analyze.ts')).analyze(file, options, terminal),
  )
  withData('import <files...>', 'take people into the book: talent sheets, résumés (PDF, Word, text), contacts (VCF), an export (JSON)')
    .option('--no-wait', 'do not wait until search by meaning knows everybody')
    .option('--dates <order>', 'which number of a date like 03/04/1996 is the day: day-first or month-first', dateOrder)
    .action(async (files: string[], options) => (await import('./importPeople.ts')).importPeople(files, options, terminal))
  withData('export <file>', 'write everybody into a new file: JSON that CastMatch reads back, CSV or XLSX')
    .action(async (file: string, options) => (await import('./exportPeople.ts')).exportPeople(file, options, terminal))
  withData('search <text>', 'find people by a sentence')
    .option('--limit <n>', 'at most so many people', countTo500, 20)
    .action(async (text: string, options) => (await import('./search.ts')).search(text, options, terminal))
  withData('match <script>', 'rank the talent book beside each role of a script')
    .option('--limit <n>', 'at most so many people for each role', countTo500, 500)
    .action(async (file: string, options) => (await import('./match.ts')).match(file, options, terminal))
  withData('pair <production> [roles...]', 'list the pairs of roles that matter, or lay the candidates of two roles against each other')
    .option('--limit <n>', 'at most so many people for each role', countTo40, 12)
    .action(async (production: string, roles: readonly string[], options) => (await import('./pair.ts')).pair(production, roles, options, terminal))
  withData('ensemble <production> [roles...]', 'find the best cast for the roles of a production, or for those named')
    .option('--limit <n>', 'at most so many people for each role', countTo40, 40)
    .action(async (production: string, roles: readonly string[], options) => (await import('./ensemble.ts')).ensemble(production, roles, options, terminal))
  withData('duplicates', 'list people who may be in the book twice')
    .option('--limit <n>', 'at most so many pairs', countTo500, 50)
    .action(async options => (await import('./duplicates.ts')).duplicates(options, terminal))
  withMemory(castmatch, terminal)
  withData('doctor', 'say how the office is').action(async options => (await import('./doctor.ts')).doctor(options, terminal))
  castmatch
    .command('serve')
    .description('open CastMatch in the browser (--data DIR, --port N, --no-open, --demo)')
    .allowUnknownOption()
    .allowExcessArguments()
    .action(async (_options, { args }: Command) => ended(await (await import('./serve.ts')).serve(args)))
  return castmatch
}

/** The order of dates as it is said on the command line. */
function dateOrder(text: string): 'dayFirst' | 'monthFirst' {
  if (text === 'day-first') return 'dayFirst'
  if (text === 'month-first') return 'monthFirst'
  throw new InvalidArgumentError('say day-first or month-first')
}

/** `castmatch memory list|add|forget|recall`. */
function withMemory(castmatch: Command, terminal: Terminal): void {
  const memory = castmatch.command('memory').description('read and keep what CastMatch remembers')
  const command = (usage: string, summary: string) =>
    memory.command(usage).description(summary).option('--json', 'print JSON and nothing else', false).option('--data <dir>', 'the folder everything is kept in', defaultDataFolder())
  const withProduction = (usage: string, summary: string) => command(usage, summary).option('--production <title or id>', 'the production at hand')
  withProduction('list [text]', 'list the memories, or those with these words')
    .option('--state <state>', 'live, faded or closed', memoryState)
    .option('--limit <n>', 'at most so many', countTo500, 100)
    .action(async (text: string | undefined, options) => (await import('./memory.ts')).listMemories(text ?? '', options, terminal))
  withProduction('add <text>', 'remember a sentence').action(async (text: string, options) => (await import('./memory.ts')).addMemory(text, options, terminal))
  command('forget <ids...>', 'forget memories for good').action(async (ids: readonly string[], options) => (await import('./memory.ts')).forgetMemories(ids, options, terminal))
  withProduction('recall <text>', 'recall what belongs to a sentence')
    .option('--limit <n>', 'at most so many', countTo50, 5)
    .action(async (text: string, options) => (await import('./memory.ts')).recallMemories(text, options, terminal))
}

function memoryState(text: string): string {
  if (!['live', 'faded', 'closed'].includes(text)) throw new InvalidArgumentError('It is live, faded or closed.')
  return text
}

function countTo50(text: string): number {
  const count = countTo500(text)
  if (count > 50) throw new InvalidArgumentError('It takes a whole number from 1 to 50.')
  return count
}

function countTo40(text: string): number {
  const count = countTo500(text)
  if (count > 40) throw new InvalidArgumentError('It takes a whole number from 1 to 40.')
  return count
}

function countTo500(text: string): number {
  const count = Number(text)
  if (!Number.isInteger(count) || count < 1 || count > 500) throw new InvalidArgumentError('It takes a whole number from 1 to 500.')
  return count
}

const isHelp = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'commander.helpDisplayed' || error.code === 'commander.help' || error.code === 'commander.version')
