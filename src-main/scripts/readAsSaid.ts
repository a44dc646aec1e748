import { CastMatchError } from '../../src-preload/contract/errors.ts'
import type { ReadChoices, ScriptWarning } from '../../src-preload/contract/scripts.ts'
import { chooseReader } from './readers.ts'
import { readScript, type ReadScript, type ReadScriptOptions } from './readScript.ts'

/**
 * Reads a new draft with what the user said of the lines of an earlier one, where that helps.
 *
 * It is read without and with her lines, and the surer of the two is kept, the one with more speeches where both are as sure; a warning
 * says which. Lines of another format say nothing here. Throws as {@link readScript} does where neither can be read.
 */
export async function readAsSaid(bytes: Uint8Array, fileName: string, choices: ReadChoices, options: ReadScriptOptions = {}): Promise<ReadScript> {
  const { saidOf, lines } = choices
  const plainly: ReadScriptOptions = { ...options, choices: { ...choices, lines: [] } }
  if (lines.length === 0 || (saidOf && chooseReader(bytes, fileName).format !== saidOf.format)) return readScript(bytes, fileName, plainly)
  const plain = await readOrFail(bytes, fileName, plainly)
  const guided = await readOrFail(bytes, fileName, { ...options, choices })
  if ('failure' in guided) {
    if ('failure' in plain) throw plain.failure
    return withWarning(plain, notHelped(choices))
  }
  if ('failure' in plain) return withWarning(guided, helped(choices))
  if (isSame(plain, guided)) return plain
  return isBetter(guided, plain) ? withWarning(guided, helped(choices)) : withWarning(plain, notHelped(choices))
}

const readOrFail = async (bytes: Uint8Array, fileName: string, options: ReadScriptOptions): Promise<ReadScript | { readonly failure: CastMatchError }> => {
  try {
    return await readScript(bytes, fileName, options)
  } catch (error) {
    if (error instanceof CastMatchError && error.code === 'NOT_A_SCREENPLAY') return { failure: error }
    throw error
  }
}

/** How many speeches a reading found. */
export const speechesOf = ({ reading }: Pick<ReadScript, 'reading'>): number => reading.characters.reduce((sum, { speeches }) => sum + speeches, 0)

const isBetter = (one: ReadScript, other: ReadScript): boolean => {
  const surer = one.reading.confidence - other.reading.confidence
  return Math.abs(surer) > 0.02 ? surer > 0 : speechesOf(one) >= speechesOf(other)
}

const isSame = (one: ReadScript, other: ReadScript): boolean =>
  one.elements.length === other.elements.length && one.elements.every(({ kind, text }, at) => kind === other.elements[at]?.kind && text === other.elements[at]?.text)

const withWarning = (read: ReadScript, warning: ScriptWarning): ReadScript => ({ ...read, reading: { ...read.reading, warnings: [...read.reading.warnings, warning] } })

const helped = (choices: ReadChoices): ScriptWarning => ({ code: 'READ_AS_SAID', page: null, message: `Read with what you said of ${whose(choices)}.` })

const notHelped = (choices: ReadChoices): ScriptWarning => ({
  code: 'READ_WITHOUT_SAID', page: null, message: `What you said of ${whose(choices)} does not fit this draft, so it was read without it.`,
})

const whose = ({ lines, saidOf }: ReadChoices): string => `${lines.length === 1 ? 'a line' : `${lines.length} lines`} of ${saidOf?.fileName ?? 'an earlier draft'}`
