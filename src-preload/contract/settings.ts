import { z } from 'zod'
import { ClaudeAddress, DollarRate, ListedModels, ModelChoice, anthropicAddress } from './claude.ts'
import { procedure } from './errors.ts'
import { Nothing } from './words.ts'

/** A model for search by meaning: its folder in the data folder, null for the one that ships, and what the user calls it. */
const ChosenEncoder = z.object({ folder: z.string().max(80).nullable(), name: z.string().max(160) })

/** What the user set for the whole application. */
export const Settings = z.object({
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  locale: z.enum(['en-IN', 'en-GB', 'en-US']).default('en-IN').describe('How numbers, dates and money are written'),
  suggestions: z.boolean().default(true).describe('Whether CastMatch suggests talent at all; productions and roles have their own switch'),
  chemistry: z.boolean().default(true).describe('Whether the chemistry of pairs is predicted at all'),
  railCollapsed: z.boolean().default(false),
  lastProductionId: z.string().nullable().default(null),
  glossary: z
    .array(z.object({ term: z.string().trim().min(1).max(60), means: z.array(z.string().trim().min(1).max(60)).min(1).max(20) }))
    .max(500)
    .default([])
    .describe('Words of the office for search: "pehlwan" also finds "wrestler"'),
  claudeOn: z.boolean().default(true).describe('Whether Claude may be asked at all; without a key it never is'),
  claudeAddress: ClaudeAddress.default(anthropicAddress).describe('Anthropic, or a server that speaks as it does'),
  claudeModels: ModelChoice.default({ quick: null, standard: null, deep: null }),
  claudeListed: ListedModels.nullable().default(null).describe('The models that Claude told last; kept by the office, not set by the user'),
  dollarRate: DollarRate.default({ rupees: 90.4, asOf: '2026-02-05' }).describe('Rupees for a dollar; the default is the reference rate of the Reserve Bank of India of its day'),
  claudeBudget: z.number().int().min(0).nullable().default(null).describe('What Claude may cost in a month, in paise, before it is asked about; null sets no limit'),
  claudePseudonyms: z.boolean().default(false).describe('Whether names of people and productions are sent to Claude as something else'),
  claudeOffice: z.enum(['unasked', 'yes', 'no']).default('unasked').describe('Whether the talent book may be sent in conversations that belong to no production'),
  chatDock: z.object({ open: z.boolean(), width: z.number().int().min(280).max(1_000) }).default({ open: false, width: 400 }),
  memoryProposals: z.boolean().default(true).describe('Whether memories are proposed after a conversation'),
  learnAbove: z.number().int().min(0).max(100).default(30).describe('Below this part of the battery, in percent, search by meaning learns nothing until the laptop is plugged in'),
  encoder: ChosenEncoder.nullable().default(null).describe("The user's own model that answers; kept by the office. Null is the one that ships"),
  encoderNext: ChosenEncoder.nullable().default(null).describe('The model that learns beside it; kept by the office'),
})
export type Settings = z.infer<typeof Settings>

/** A change of settings: only the keys that are given change. */
export const SettingsChange = z.object({
  theme: Settings.shape.theme.unwrap().optional(),
  locale: Settings.shape.locale.unwrap().optional(),
  suggestions: z.boolean().optional(),
  chemistry: z.boolean().optional(),
  railCollapsed: z.boolean().optional(),
  lastProductionId: z.string().nullable().optional(),
  glossary: Settings.shape.glossary.unwrap().optional(),
  claudeOn: z.boolean().optional(),
  claudeAddress: ClaudeAddress.optional(),
  claudeModels: ModelChoice.optional(),
  dollarRate: DollarRate.optional(),
  claudeBudget: Settings.shape.claudeBudget.unwrap().optional(),
  claudePseudonyms: z.boolean().optional(),
  claudeOffice: Settings.shape.claudeOffice.unwrap().optional(),
  chatDock: Settings.shape.chatDock.unwrap().optional(),
  memoryProposals: z.boolean().optional(),
  learnAbove: Settings.shape.learnAbove.unwrap().optional(),
})
export type SettingsChange = z.infer<typeof SettingsChange>

/** Settings: how this user likes it. */
export const settings = {
  get: procedure.route({ summary: 'Read the settings' }).input(Nothing).output(Settings),
  update: procedure.route({ summary: 'Change settings; keys left out stay' }).input(SettingsChange).output(Settings),
}
