import { onTestFinished } from 'vitest'
import { z } from 'zod'
import { createClaude, type Claude, type ClaudeParts, type ClaudeRequest } from '../../src-main/claude/claude.ts'
import { usualPatience } from '../../src-main/claude/patience.ts'
import type { Database } from '../../src-main/database/openDatabase.ts'
import { updateSettings } from '../../src-main/settings/settingsStore.ts'
import type { SettingsChange } from '../../src-preload/contract/settings.ts'
import { startClaudeStandIn, type ClaudeStandIn, type StandInOptions } from '../support/claudeStandIn.ts'
import { memorySecretKeeper, memorySettingsKeeper } from '../support/memoryKeepers.ts'
import { testDatabase } from '../support/testDatabase.ts'

/** The key of the tests: nothing may ever show it. */
export const canaryKey = 'sk-ant-CANARY-0123456789-never-to-be-seen'

/** The shape of a small breakdown. */
export const Breakdown = z.object({
  look: z.string().min(1).describe('What the page says of the looks'),
  ages: z.array(z.int().min(0).max(110)).max(2),
  gender: z.enum(['female', 'male']).nullable(),
})

/** A question about a role, of a scene that was made up for it. */
export const question: ClaudeRequest<z.infer<typeof Breakdown>> = {
  kind: 'standard',
  system: 'Read the scene and say what it asks of the role RAMDIN.',
  content: [{ text: 'EXT. TONGA STAND - DAWN\n\nRAMDIN (60), wiry, brushes his old mare.', cached: true }, { text: 'The role: RAMDIN' }],
  shape: Breakdown,
  maxTokens: 1_000,
  subject: 'the role RAMDIN',
}

/** What the stand-in answers to {@link question}. */
export const breakdown = { look: 'wiry', ages: [60], gender: 'male' }

/** A way to Claude that speaks to a stand-in, and what the tests look at. */
export interface TestClaude {
  readonly claude: Claude
  readonly standIn: ClaudeStandIn
  readonly db: Database
  /** The pauses before repeats, in milliseconds, as they would have been waited out. */
  readonly pauses: readonly number[]
  set(change: SettingsChange): void
  /** Another way to Claude on the same settings, keys and database, as after a restart. */
  reopen(): Claude
}

/** Opens a way to Claude to a stand-in of its own, with the canary key; pauses are written down and not waited out. */
export async function testClaude(options: StandInOptions = {}, parts: Partial<ClaudeParts> = {}): Promise<TestClaude> {
  const standIn = await startClaudeStandIn(options)
  onTestFinished(() => standIn.close())
  const settings = memorySettingsKeeper()
  const db = testDatabase()
  const pauses: number[] = []
  const pause = async (ms: number) => void pauses.push(ms)
  const secrets = memorySecretKeeper()
  const open = () => createClaude({ db, host: { settings, secrets }, now: () => new Date(), patience: { ...usualPatience, pause }, ...parts })
  const claude = open()
  updateSettings(settings, { claudeAddress: standIn.address })
  claude.setKey(canaryKey)
  return { claude, standIn, db, pauses, set: change => void updateSettings(settings, change), reopen: open }
}
