import type { RoleId } from '../../src-preload/contract/roles.ts'
import type { Scene, Script, ScriptElement, ScriptId, ScriptReading } from '../../src-preload/contract/scripts.ts'
import type { Database } from '../database/openDatabase.ts'
import { oneLine } from './description.ts'
import { parseCue } from '../scripts/cues.ts'
import { convertLegacy, legacyTables } from '../scripts/legacyFontConvert.ts'
import { nameMarks } from '../scripts/legacyFontLetters.ts'
import { makeRolesFromScript, type Holder, type HolderBefore } from './makeRoles.ts'

/**
 * Makes the roles of a script anew after it was read again, in the transaction that replaces its reading.
 *
 * A cue stays with the role that the user renamed, merged or split it to; what she decided on proposals stays decided and points at
 * its words where they stand now. A role that only the earlier reading knew goes, unless something was said of it or done with it. A
 * name that was left in a legacy font and its conversion are one, and a role that had the one as its name has the other now.
 */
export function remakeRoles(db: Database, before: Script, reading: ScriptReading, elements: readonly ScriptElement[], now: Date): void {
  const { id: scriptId, productionId } = before
  const heard = heardIn(db, scriptId)
  for (const table of ['role_appearance', 'role_introduction']) db.prepare(`DELETE FROM ${table} WHERE script_id = ?`).run(scriptId)
  db.prepare("DELETE FROM role_proposal WHERE script_id = ? AND state = 'proposed'").run(scriptId)
  makeRolesFromScript(db, productionId, scriptId, reading, elements, now, holders(inOtherLetters(heard, reading), before.scenes, reading.scenes))
  renameConverted(db, scriptId)
  pointAnew(db, scriptId, elements)
  for (const { home } of heard) dropIfUntouched(db, home)
}

interface Heard extends Holder {
  readonly name: string
  readonly scene: number
  readonly speeches: number
}

const heardIn = (db: Database, scriptId: ScriptId): readonly Heard[] =>
  db
    .prepare<[string], Heard>('SELECT role_id AS role, home_role_id AS home, character_name AS name, scene, speeches FROM role_appearance WHERE script_id = ?')
    .all(scriptId)

/** What a name that was left in a legacy font says by each table; nothing for any other name. */
function conversionsOf(name: string): readonly string[] {
  const [open, close] = nameMarks
  if (!name.startsWith(open) || !name.endsWith(close)) return []
  return legacyTables.map(table => parseCue(convertLegacy(name.slice(1, -1), table)).name)
}

/** What was heard, also under the names that the new reading has for it: its conversion, or the letters that a conversion came from. */
function inOtherLetters(heard: readonly Heard[], { characters }: Pick<ScriptReading, 'characters'>): readonly Heard[] {
  const left = new Map(characters.flatMap(({ name }) => conversionsOf(name).map(says => [says, name] as const)))
  return heard.flatMap(one => [one, ...[...conversionsOf(one.name), left.get(one.name)].filter(name => name !== undefined).map(name => ({ ...one, name }))])
}

/** Gives roles that are still called as their cue was in the other letters the name of their cue as it is now. */
function renameConverted(db: Database, scriptId: ScriptId): void {
  const rename = db.prepare('UPDATE role SET name = ? WHERE id = ?')
  const called = db
    .prepare<[string], { id: RoleId; role: string; cue: string }>(
      'SELECT DISTINCT r.id, r.name AS role, a.character_name AS cue FROM role_appearance a JOIN role r ON r.id = a.home_role_id WHERE a.script_id = ? AND r.name <> a.character_name',
    )
    .all(scriptId)
  for (const { id, role, cue } of called) if (conversionsOf(role).includes(cue) || conversionsOf(cue).includes(role)) rename.run(cue, id)
}

/** A cue belongs to whose it was in that scene, the scene known by its heading, else to whose it was in most of its speeches. */
function holders(heard: readonly Heard[], old: readonly Scene[], scenes: readonly Scene[]): HolderBefore {
  const [oldKeys, keys] = [keysOf(old), keysOf(scenes)]
  const inScene = new Map(heard.map(one => [`${oldKeys[one.scene] ?? ''}\n${one.name}`, one]))
  const busiest = new Map<string, Heard>()
  for (const [first, ...more] of Map.groupBy(heard, one => `${one.name}\n${one.role}`).values()) {
    if (!first) continue
    const speeches = more.reduce((sum, one) => sum + one.speeches, first.speeches)
    if (speeches > (busiest.get(first.name)?.speeches ?? -1)) busiest.set(first.name, { ...first, speeches })
  }
  return (name, scene) => inScene.get(`${scene === null ? '' : (keys[scene] ?? '')}\n${name}`) ?? busiest.get(name) ?? null
}

/** Headings with their count, so that the third INT. KITCHEN - DAY is the third again. */
function keysOf(scenes: readonly Scene[]): readonly string[] {
  const seen = new Map<string, number>()
  return scenes.map(({ heading }) => {
    const count = (seen.get(heading) ?? 0) + 1
    seen.set(heading, count)
    return `${heading} ${count}`
  })
}

interface Cited {
  readonly id: string
  readonly element: number
  readonly quote: string
}

/** Points what was decided at the element that holds its words now, the nearest where several do; gone words leave it where it was. */
function pointAnew(db: Database, scriptId: ScriptId, elements: readonly ScriptElement[]): void {
  const texts = elements.map(({ text }) => oneLine(text))
  const update = db.prepare('UPDATE role_proposal SET element = ?, page = ?, scene = ? WHERE id = ?')
  const decided = db.prepare<[string], Cited>("SELECT id, element, quote FROM role_proposal WHERE script_id = ? AND state <> 'proposed'").all(scriptId)
  for (const { id, element, quote } of decided) {
    const words = quote.replace(/…$/u, '')
    const places = elements.filter((_, at) => texts[at]?.includes(words)).sort((a, b) => Math.abs(a.index - element) - Math.abs(b.index - element))
    for (const { index, page, scene } of places.slice(0, 1)) update.run(index, page, scene, id)
  }
}

const untouched = `id = ? AND size IS NULL AND playing_from IS NULL AND gender IS NULL AND languages = '[]' AND skills = '[]' AND look = '' AND notes = ''
  AND needed_from IS NULL AND budget IS NULL AND union_wanted = '' AND typing IS NULL AND lifted_gates = '[]' AND suggestions = 1 AND merged_into IS NULL AND removed_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM role_appearance a WHERE a.role_id = role.id OR a.home_role_id = role.id)
  AND NOT EXISTS (SELECT 1 FROM role_proposal p WHERE p.role_id = role.id)`

/** Whatever else of the user's hangs on a role refers to it, and the database then refuses to let it go. */
function dropIfUntouched(db: Database, id: RoleId): void {
  try {
    db.prepare(`DELETE FROM role WHERE ${untouched}`).run(id)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'SQLITE_CONSTRAINT_FOREIGNKEY')) throw error
  }
}
