import type { RoleId } from '../../src-preload/contract/roles.ts'
import { isRank, readName } from './spokenName.ts'

/** A role with a cue that it speaks under; a role with several cues comes once for each, the most heard first. */
export interface HeardRole {
  readonly id: RoleId
  readonly name: string
  readonly cue: string
}

const joint = / ?[&+/,] ?(?:(?:and|aur|और|एवं) )?| (?:and|aur|और|एवं) /iu

/** A cue that joins more than these is no cue of people. */
const mostJoined = 20

/** The names that a cue joins, one where it joins none: EDWARD AND WILL, BHOLA & PINKI, EDWARD/WILL. */
export const joinedNames = (cue: string): readonly string[] => cue.replace(/\s+/gu, ' ').split(joint).map(part => part.trim()).filter(part => part !== '')

/**
 * The roles that a cue names together, in its order: EDWARD AND WILL, BHOLA & PINKI, MR AND MRS RAO, GUARDS 1 AND 2.
 *
 * None where a part of it is no role of those given, and none for one person or a crowd (ALL, VILLAGERS), which name nobody. A part
 * that is one word also means the only role whose name begins or ends with it.
 */
export function rolesNamed(cue: string, heard: readonly HeardRole[]): readonly HeardRole[] {
  const parts = joinedNames(cue)
  if (parts.length < 2 || parts.length > mostJoined) return []
  const find = finderOf(heard)
  const found = wholeParts(parts).map(forms => forms.map(find).find(role => role !== undefined))
  const known = found.filter(role => role !== undefined)
  const ids = new Set(known.map(({ id }) => id))
  return known.length === parts.length && ids.size === parts.length ? known : []
}

/** Gives each part what it shares with its neighbour: MR AND MRS RAO, GUARDS 1 AND 2; a plural is also tried as one. */
function wholeParts(parts: readonly string[]): readonly (readonly string[])[] {
  const last = readName(parts.at(-1) ?? '').core.join(' ')
  let stem = ''
  return parts.map(part => {
    const { words } = readName(part)
    if (words.length > 0 && words.every(isRank)) return [`${part} ${last}`, part]
    if (words.length === 1 && /^\d+$/.test(words[0] ?? '')) return [`${stem} ${part}`, `${singular(stem)} ${part}`]
    stem = words.filter(word => !/^\d+$/.test(word)).join(' ')
    return [part, `${singular(stem)} ${words.slice(stem.split(' ').length).join(' ')}`]
  })
}

const singular = (word: string): string => word.replace(/s$/u, '').replace(/men$/u, 'man')

function finderOf(heard: readonly HeardRole[]): (part: string) => HeardRole | undefined {
  const byCue = new Map<string, HeardRole>()
  const byLetters = new Map<string, HeardRole>()
  const byWord = new Map<string, Map<RoleId, HeardRole>>()
  for (const role of heard) {
    for (const name of new Set([role.name, role.cue])) {
      const read = readName(name)
      const letters = read.words.join('')
      byCue.set(name.toUpperCase(), byCue.get(name.toUpperCase()) ?? role)
      byLetters.set(letters, byLetters.get(letters) ?? role)
      if (read.possessive || read.qualifiers !== '' || read.numbers !== '' || joinedNames(name).length > 1) continue
      for (const word of [read.core[0], read.core.at(-1)]) {
        if (word !== undefined) byWord.set(word, (byWord.get(word) ?? new Map<RoleId, HeardRole>()).set(role.id, role))
      }
    }
  }
  return part => {
    const { words } = readName(part)
    const exact = byCue.get(part.toUpperCase()) ?? byLetters.get(words.join(''))
    const fits = words.length === 1 ? [...(byWord.get(words[0] ?? '')?.values() ?? [])] : []
    return exact ?? (fits.length === 1 ? fits[0] : undefined)
  }
}
