import { describe, expect, it } from 'vitest'
import { readSettings, updateSettings } from '../../src-main/settings/settingsStore.ts'
import { memorySettingsKeeper } from '../support/memoryKeepers.ts'

describe('the settings', () => {
  it('begin with their defaults', () => {
    expect(readSettings(memorySettingsKeeper())).toEqual({
      theme: 'system', locale: 'en-IN', suggestions: true, chemistry: true, railCollapsed: false, lastProductionId: null, glossary: [],
      claudeOn: true, claudeAddress: 'https://api.anthropic.com', claudeModels: { quick: null, standard: null, deep: null }, dollarRate: { rupees: 90.4, asOf: '2026-02-05' },
      claudeListed: null, claudeBudget: null, claudePseudonyms: false, claudeOffice: 'unasked', chatDock: { open: false, width: 400 }, memoryProposals: true, encoder: null, encoderNext: null, learnAbove: 30,
    })
  })

  it('change by key and stay', () => {
    const keeper = memorySettingsKeeper()
    updateSettings(keeper, { theme: 'dark' })
    updateSettings(keeper, { glossary: [{ term: 'pehlwan', means: ['wrestler'] }], locale: undefined })
    expect(readSettings(keeper)).toMatchObject({ theme: 'dark', locale: 'en-IN', glossary: [{ term: 'pehlwan', means: ['wrestler'] }] })
  })

  it('fall back key by key where the kept file is odd', () => {
    expect(readSettings(memorySettingsKeeper({ theme: 'purple', railCollapsed: true }))).toMatchObject({ theme: 'system', railCollapsed: true })
    expect(readSettings(memorySettingsKeeper({ claudeAddress: 'http://elsewhere.example', claudeOn: false }))).toMatchObject({ claudeAddress: 'https://api.anthropic.com', claudeOn: false })
    expect(readSettings(memorySettingsKeeper('nonsense'))).toMatchObject({ theme: 'system' })
  })
})
