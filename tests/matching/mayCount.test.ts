import { describe, expect, it } from 'vitest'
import { askOf } from '../../src-main/matching/ask.ts'
import { withoutLooks, wordsNotCounted } from '../../src-main/matching/notCounted.ts'
import { getRole } from '../../src-main/roles/roleStore.ts'
import { makeGlossary } from '../../src-main/talent/search/glossary.ts'
import type { Role } from '../../src-preload/contract/roles.ts'
import { keepScript } from '../roles/screenplay.ts'
import { testDatabase } from '../support/testDatabase.ts'

const glossary = makeGlossary([])
const asked = (role: Role) => askOf(role, { shoot: null, brand: null }, glossary, '2026-11-21')
/** All words of a role that anybody is compared with, by meaning or by letter. */
const compared = (role: Role): string => {
  const { text, telling, concepts } = asked(role)
  return ` ${[text, ...telling, ...concepts.flatMap(({ term, alternatives }) => [term, ...alternatives])].join(' ').toLowerCase()} `
}

async function bhola(line = 'BHOLA (45), a retired wrestler in a porter’s shirt, bows to the earth.'): Promise<Role> {
  const db = testDatabase()
  const { role } = await keepScript(db, `EXT. AKHARA - DAWN\n\n${line}\n\nBHOLA\nJai.\n`)
  return getRole(db, role('BHOLA'))
}

describe('what may count in meaning', () => {
  it('is the name, age, gender, skills, languages, notes and the lines that introduce the role, and nothing else that is said of it', async () => {
    const role = await bhola()
    const marks: Readonly<Partial<Record<keyof Role, unknown>>> = {
      name: 'MARKNAME', playingRange: { from: 71, to: 73 }, gender: 'nonBinary', languages: [{ name: 'Marklanguage', must: false }], skills: [{ name: 'Markskill', must: false }], look: 'marklook', notes: 'Marknotes.',
      union: 'markunion', introductions: role.introductions.map(line => ({ ...line, quote: 'Markintroduction comes in.' })),
      proposals: [{ id: '1', state: 'proposed', citation: role.introductions[0], proposal: { field: 'look', value: 'markproposed' } }],
    }
    const before = compared(role)
    const counting = Object.keys(role).filter(key => key in marks && compared({ ...role, [key]: marks[key as keyof Role] }) !== before)
    expect(counting.sort()).toEqual(['gender', 'introductions', 'languages', 'name', 'notes', 'playingRange', 'proposals', 'skills'].sort())
    // Of proposals the age and the gender of the script count while nobody decided; a look never does.
    expect(compared({ ...role, ...marks } as Role)).not.toMatch(/marklook|markproposed|markunion/)
  })

  it.each(Object.entries(wordsNotCounted))('leaves out every word of %s, wherever the role says it', async (_, words) => {
    const role = await bhola()
    for (const word of words) {
      const said = { ...role, look: word, notes: `A ${word} wrestler, ${word}.`, introductions: role.introductions.map(line => ({ ...line, quote: `BHOLA, a ${word} man, bows.` })) }
      const without = { ...role, notes: 'A wrestler,.', introductions: role.introductions.map(line => ({ ...line, quote: 'BHOLA, a man, bows.' })) }
      expect([word, asked(said).text]).toEqual([word, asked(without).text])
      expect([word, asked({ ...said, name: `${word.toUpperCase()} MAN` }).concepts]).toEqual([word, asked({ ...without, name: 'MAN' }).concepts])
    }
  })

  it('leaves out of the lines what the script says of looks', async () => {
    const role = await bhola('BHOLA (45), bald and dark-skinned, a retired wrestler, bows to the earth.')
    expect(role.proposals.map(({ proposal }) => proposal.field)).toContain('look')
    expect(asked(role).text).toMatch(/retired wrestler/)
    expect(asked(role).text).not.toMatch(/bald|dark|skin/)
  })

  it('keeps what only sounds like it', () => {
    expect(withoutLooks('She runs a fairground, hums a jainti raag and lives in a handsomely kept house.')).toBe('She runs a fairground, hums a jainti raag and lives in a handsomely kept house.')
    expect(withoutLooks('A beautiful, fair-skinned Brahmin girl, quick of wit.')).toBe('A, girl, quick of wit.')
  })
})
