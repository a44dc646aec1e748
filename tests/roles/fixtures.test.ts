import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { draftRoles, type RoleDraft } from '../../src-main/roles/draftRoles.ts'
import { sizesOf } from '../../src-main/roles/roleSize.ts'
import { readScript } from '../../src-main/scripts/readScript.ts'

const folder = new URL('../../../shared/fixtures/scripts/', import.meta.url)
const present = existsSync(folder)
if (!present) console.log('tests/roles/fixtures: skipped, ../shared/fixtures is not here')

const drafts = async (name: string): Promise<readonly RoleDraft[]> => {
  const { reading, elements } = await readScript(readFileSync(new URL(name, folder)), name.split('/').at(-1) ?? name)
  return draftRoles(reading, elements)
}

/** The facts of one kind by role: "DEEPAK 24". */
const facts = (roles: readonly RoleDraft[], field: 'playingRange' | 'gender'): readonly string[] =>
  roles.flatMap(({ name, proposals }) => proposals.flatMap(({ proposal }) => {
    if (proposal.field !== field) return []
    if (proposal.field === 'gender') return [`${name} ${proposal.value}`]
    return proposal.field === 'playingRange' ? [`${name} ${proposal.value.from}-${proposal.value.to}`] : []
  }))

describe.skipIf(!present)('real scripts', () => {
  it('Big Fish gives 48 roles, and the ages that its lines state', async () => {
    const roles = await drafts('fountain/Big-Fish.fountain')
    expect(roles).toHaveLength(48)
    expect(roles.flatMap(({ appearances }) => appearances).reduce((sum, { speeches }) => sum + speeches, 0)).toBe(768)
    expect(facts(roles, 'playingRange').slice(0, 8)).toEqual([
      'EDWARD 40-49', 'WILL 28-28', 'JENNY 8-8', 'AMOS 50-50', 'NORTHER WINSLOW 30-30', 'DON PRICE 12-12', 'KARL 55-55', 'PING 27-27',
    ])
    expect(facts(roles, 'gender')).toEqual(expect.arrayContaining(['EDWARD male', 'WILL male', 'SANDRA female', 'JENNY female', 'JOSEPHINE female']))
  })

  it('Masaan gives its ages and genders, and none that is wrong', async () => {
    const roles = await drafts('pdf/in-Masaan.pdf')
    const men = ['DEEPAK', 'PATHAK', 'MISHRA', 'DOCTOR', 'SIKANDAR', 'PIYUSH', 'JHONTA', 'BABLU', 'VERMA JI', 'SHAMBHU', 'SADHYA JI', 'KK', 'LALA', 'DUBEY']
    const women = ['DEVI', 'SHAALU', 'MARION', 'SHAANTI', 'POOJA']
    const genders = facts(roles, 'gender')
    expect(genders).toEqual(expect.arrayContaining(['DEEPAK male', 'DEVI female', 'SHAALU female', 'PATHAK male', 'DOCTOR male', 'MARION female']))
    expect(genders.filter(fact => men.some(name => fact === `${name} female`) || women.some(name => fact === `${name} male`))).toEqual([])
    expect(facts(roles, 'playingRange')).toEqual(expect.arrayContaining([
      'DEEPAK 24-24', 'PATHAK 48-48', 'DEVI 24-24', 'SHAALU 21-21', 'MISHRA 38-38', 'SADHYA JI 36-36', 'JHONTA 9-9', 'DOCTOR 58-58', 'SIKANDAR 32-32',
      'KK 20-23', 'RUPPAN 20-23', 'PUSHPI 20-23', 'NAVEEN 20-23', 'MARION 36-36', 'PIYUSH 20-20', 'BABLU 26-26', 'SHAANTI 52-52', 'SHAMBHU 65-65', 'VERMA JI 44-46',
    ]))
  })

  it('Masaan has the four leads that it is known for', async () => {
    const roles = await drafts('pdf/in-Masaan.pdf')
    const sizes = sizesOf(roles.map(({ appearances }) => ({ speeches: appearances.reduce((sum, { speeches }) => sum + speeches, 0), scenes: appearances.length })))
    expect(roles.filter((_, index) => sizes[index] === 'lead').map(({ name }) => name)).toEqual(['DEEPAK', 'PATHAK', 'DEVI', 'SHAALU'])
  })
})
