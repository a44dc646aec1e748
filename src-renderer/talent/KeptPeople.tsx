import type { KeptPerson } from '../../src-preload/contract/imports.ts'
import type { ImportId } from '../../src-preload/contract/talent.ts'
import { useFreshAnswer } from '../look/changes.tsx'
import classes from './EarlierImports.module.css'
import { keptWords } from './useChangeImport.ts'

/** Whom undoing an import left as they are: how many, and folded under it who and what of them. */
export function KeptPeople({ id }: { readonly id: ImportId }) {
  const { data } = useFreshAnswer(['talent'], (office, signal) => office.imports.get({ id }, { signal }), [id], { keep: true })
  if (data === undefined || data.kept.length === 0) return null
  return (
    <details className={classes.kept}>
      <summary>{keptWords(data.kept.length)}</summary>
      <ul>{data.kept.map(person => <li key={person.id}><a href={`#/talent?id=${person.id}`}>{person.name}</a>: {whyWords(person)}</li>)}</ul>
    </details>
  )
}

function whyWords({ reason, facts }: KeptPerson): string {
  if (reason === 'inUse') return 'on a list or in a session by now'
  return facts.length === 0 ? 'changed since' : `changed since: ${facts.map(spaced).join(', ')}`
}

/** "playingRange" as it is said: "playing range". */
const spaced = (name: string): string => name.replace(/([A-Z])/g, ' $1').toLowerCase().replace(/ cm$/, '')
