import { describe, expect, it } from 'vitest'
import { joinedNames, rolesNamed, type HeardRole } from '../../src-main/roles/groupCues.ts'
import type { RoleId } from '../../src-preload/contract/roles.ts'

const heard = (...names: readonly (string | readonly [name: string, cue: string])[]): readonly HeardRole[] =>
  names.map(given => {
    const [name, cue] = typeof given === 'string' ? [given, given] : given
    return { id: `id of ${name}` as RoleId, name, cue }
  })
const named = (cue: string, roles: readonly HeardRole[]): readonly string[] => rolesNamed(cue, roles).map(({ name }) => name)

describe('a cue that names several roles', () => {
  const cast = heard('EDWARD', 'WILL', 'SANDRA', 'BHOLA', 'PINKI', 'GUARD 1', 'GUARD 2', 'POLICEMAN 1', 'POLICEMAN 2', 'MR RAO', 'MRS RAO', 'DR. BENNETT', 'मीरा', 'राहुल', 'YOUNG WILL')

  it.each([
    ['EDWARD AND WILL', ['EDWARD', 'WILL']], ['WILL & EDWARD', ['WILL', 'EDWARD']], ['BHOLA/PINKI', ['BHOLA', 'PINKI']], ['BHOLA + PINKI', ['BHOLA', 'PINKI']], ['BHOLA AUR PINKI', ['BHOLA', 'PINKI']],
    ['EDWARD, WILL AND SANDRA', ['EDWARD', 'WILL', 'SANDRA']], ['EDWARD, WILL, AND SANDRA', ['EDWARD', 'WILL', 'SANDRA']], ['मीरा और राहुल', ['मीरा', 'राहुल']],
    ['GUARDS 1 AND 2', ['GUARD 1', 'GUARD 2']], ['GUARD 1 & 2', ['GUARD 1', 'GUARD 2']], ['GUARD #1/GUARD #2', ['GUARD 1', 'GUARD 2']], ['POLICEMEN 1 & 2', ['POLICEMAN 1', 'POLICEMAN 2']],
    ['MR AND MRS RAO', ['MR RAO', 'MRS RAO']], ['MR. & MRS. RAO', ['MR RAO', 'MRS RAO']], ['DOCTOR BENNETT AND WILL', ['DR. BENNETT', 'WILL']], ['BENNETT AND YOUNG WILL', ['DR. BENNETT', 'YOUNG WILL']],
  ])('%s', (cue, names) => expect(named(cue, cast)).toEqual(names))

  it.each(['EDWARD', 'ALL', 'EVERYONE', 'CROWD', 'BOTH', 'EDWARD AND JENNY', 'EDWARD AND OTHERS', 'WILL AND FRIENDS', 'EDWARD AND EDWARD', 'RAO AND WILL', 'GUARDS 1 AND 3', '&', '', ' / '])(
    '%j names nobody for certain', cue => expect(named(cue, cast)).toEqual([]),
  )

  it('knows a role by its cue where the user renamed it, and gives it by its name now', () =>
    expect(named('EDWARD AND WILL', heard(['Edward Bloom', 'EDWARD'], ['Will Bloom', 'WILL']))).toEqual(['Edward Bloom', 'Will Bloom']))

  it('knows a role by the first or last part of its name, where only one has it', () => {
    expect(named('NANDINI AND KABIR', heard('NANDINI RAO', 'KABIR'))).toEqual(['NANDINI RAO', 'KABIR'])
    expect(named('NANDINI AND KABIR', heard('NANDINI RAO', 'NANDINI SHARMA', 'KABIR'))).toEqual([])
    expect(named('WILL AND SANDRA', heard("WILL'S DATE", 'SANDRA'))).toEqual([])
  })

  it('stays quick on a cue without end', () => {
    const start = performance.now()
    expect(rolesNamed(`${'EDWARD AND '.repeat(3_000)}WILL`, cast)).toEqual([])
    expect(joinedNames(`A${' '.repeat(20_000)}B`)).toHaveLength(1)
    expect(performance.now() - start).toBeLessThan(2_000)
  })
})
