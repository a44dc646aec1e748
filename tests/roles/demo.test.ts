import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { draftRoles } from '../../src-main/roles/draftRoles.ts'
import { readScript } from '../../src-main/scripts/readScript.ts'

const file = new URL('../../resources/demo/chai-at-platform-nine.fountain', import.meta.url)

describe('the roles of the demo', () => {
  it('are proposed only what its lines say, read by eye', async () => {
    const { reading, elements } = await readScript(readFileSync(file), 'chai-at-platform-nine.fountain')
    expect([reading.scenes.length, reading.characters.length]).toEqual([15, 12])
    const proposals = draftRoles(reading, elements).flatMap(draft => draft.proposals.map(({ proposal: { field, value } }) => `${draft.name}: ${field} ${typeof value === 'string' ? value : `${value.from}-${value.to}`}`))
    expect(proposals).toEqual([
      'NANDINI: playingRange 31-31',
      'NANDINI: gender female',
      'NANDINI: language Telugu',
      'PINKI: playingRange 9-9',
      'PINKI: gender female',
      'PINKI: look two tight plaits',
      'BHOLA: playingRange 44-46',
      "BHOLA: look a red porter's shirt stretched over the shoulders of a wrestler",
      'BHOLA: skill wrestling',
      'SAROJ DEVI: playingRange 62-62',
      'SAROJ DEVI: gender female',
      'SAROJ DEVI: look small, straight-backed, a faded cotton sari tucked up at the waist',
      'SAROJ DEVI: language Bhojpuri',
      'SAROJ DEVI: skill singing',
      'MR TRIVEDI: playingRange 57-57',
      'MR TRIVEDI: gender male',
      'MRS TRIVEDI: playingRange 50-53',
      'MRS TRIVEDI: gender female',
      'MRS TRIVEDI: look silk sari',
      'IMRAN: playingRange 28-28',
      'IMRAN: gender male',
      'IMRAN: look thin, unshaven',
      'IMRAN: language Urdu',
      'IMRAN: skill harmonium',
      'GHANSHYAM: gender male',
      'GHANSHYAM: look a ticket examiner in a black coat with a pen behind each ear',
      'LALITA: playingRange 19-19',
      'LALITA: look in a college sweatshirt over a practice sari',
      'LALITA: skill Kathak',
      'CONSTABLE: look paunchy',
    ])
  })
})
