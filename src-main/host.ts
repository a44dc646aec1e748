/** Keeps the settings of this user as one object of plain values; what is read back is parsed by the reader. */
export interface SettingsKeeper {
  /** The values as they were last written; an empty object at first. */
  read(): unknown
  /** Writes all values, whole or not at all. */
  write(values: Readonly<Record<string, unknown>>): void
}

/** Keeps small secrets, such as keys and tokens, apart from everything that is backed up or logged. */
export interface SecretKeeper {
  /** How secrets are kept here, said plainly to the user. */
  readonly how: string
  /** The secret of that name, null where there is none. */
  get(name: string): string | null
  /** Keeps a secret, replacing an earlier one of that name. */
  set(name: string, value: string): void
  /** Forgets a secret; no error where there is none. */
  remove(name: string): void
}

/** All that differs between the doors. */
export interface Host {
  readonly door: 'desktop' | 'browser' | 'command line'
  /** The one folder that everything is kept in; made where it is missing. */
  readonly dataFolder: string
  /** The folder of what ships with CastMatch: the demo. */
  readonly resourcesFolder: string
  readonly settings: SettingsKeeper
  readonly secrets: SecretKeeper
  /** Where Claude is reached whatever the settings say: what CASTMATCH_ANTHROPIC_BASE_URL was when this was started. */
  readonly claudeAddress?: string
  /** The clock; the system's where it is left out. */
  readonly now?: () => Date
}
