import type { SettingsKeeper } from '../host.ts'
import { readSettings } from '../settings/settingsStore.ts'
import type { KnownModel } from './models.ts'

/** A list of models as Claude told it. */
export interface ToldModels {
  readonly models: readonly KnownModel[]
  /** When it was told, ISO; null where it never was. */
  readonly asOf: string | null
}

/** How old a list may be before it is asked for again, in milliseconds: a day. */
const freshMs = 24 * 3_600_000
/** How many models are kept; more than Anthropic has, fewer than would make the settings large. */
const mostKept = 60

/** The models that an address told, empty where it told none yet. */
export function toldModels(keeper: SettingsKeeper, address: string): ToldModels {
  const listed = readSettings(keeper).claudeListed
  return listed?.address === address ? { models: listed.models.map(toKnown), asOf: listed.asOf } : { models: [], asOf: null }
}

/** Keeps what an address told, over a restart as well. */
export function keepToldModels(keeper: SettingsKeeper, address: string, models: readonly KnownModel[], now: Date): void {
  const kept = models.slice(0, mostKept).map(({ id, name, line, leaving }) => ({ id, name, line, leaving: leaving ?? null }))
  keeper.write({ ...readSettings(keeper), claudeListed: { address, asOf: now.toISOString(), models: kept } })
}

/** Tells whether a list is old enough to be asked for again. */
export const isStale = ({ asOf }: ToldModels, now: Date): boolean => asOf === null || now.getTime() - Date.parse(asOf) >= freshMs

const toKnown = ({ leaving, ...model }: KnownModel | (Omit<KnownModel, 'leaving'> & { readonly leaving: KnownModel['leaving'] | null })): KnownModel =>
  leaving ? { ...model, leaving } : model
