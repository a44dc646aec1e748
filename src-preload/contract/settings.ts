import { z } from 'zod'
import { procedure } from './errors.ts'
import { Nothing } from './words.ts'

/** What the user set for the whole application. */
export const Settings = z.object({
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  locale: z.enum(['en-IN', 'en-GB', 'en-US']).default('en-IN').describe('How numbers, dates and money are written'),
  suggestions: z.boolean().default(true).describe('Whether CastMatch suggests talent at all; productions and roles have their own switch'),
  railCollapsed: z.boolean().default(false),
  lastProductionId: z.string().nullable().default(null),
  glossary: z
    .array(z.object({ term: z.string().trim().min(1).max(60), means: z.array(z.string().trim().min(1).max(60)).min(1).max(20) }))
    .max(500)
    .default([])
    .describe('Words of the office for search: "pehlwan" also finds "wrestler"'),
})
export type Settings = z.infer<typeof Settings>

/** A change of settings: only the keys that are given change. */
export const SettingsChange = z.object({
  theme: Settings.shape.theme.unwrap().optional(),
  locale: Settings.shape.locale.unwrap().optional(),
  suggestions: z.boolean().optional(),
  railCollapsed: z.boolean().optional(),
  lastProductionId: z.string().nullable().optional(),
  glossary: Settings.shape.glossary.unwrap().optional(),
})
export type SettingsChange = z.infer<typeof SettingsChange>

/** Settings: how this user likes it. */
export const settings = {
  get: procedure.route({ summary: 'Read the settings' }).input(Nothing).output(Settings),
  update: procedure.route({ summary: 'Change settings; keys left out stay' }).input(SettingsChange).output(Settings),
}
