import { describe, expect, it } from 'vitest'
import { claudeAddressOf } from '../../src-main/settings/claudeAddress.ts'

describe('the address of Claude in the environment', () => {
  it('stands above the settings where it is set', () => {
    expect(claudeAddressOf({ CASTMATCH_ANTHROPIC_BASE_URL: ' http://127.0.0.1:11434/ ' })).toEqual({ claudeAddress: 'http://127.0.0.1:11434' })
    expect([claudeAddressOf({}), claudeAddressOf({ CASTMATCH_ANTHROPIC_BASE_URL: '' }), claudeAddressOf({ ANTHROPIC_BASE_URL: 'http://127.0.0.1:1' })]).toEqual([{}, {}, {}])
  })

  it('is refused in a sentence where it is none', () => {
    expect(() => claudeAddressOf({ CASTMATCH_ANTHROPIC_BASE_URL: 'http://example.com' })).toThrow('CASTMATCH_ANTHROPIC_BASE_URL cannot be saved: outside this machine it begins with https://')
  })
})
