import { Memory, MemoryKind, type MemoryId } from '../../src-preload/contract/memory.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'

/** What the memory screen shows, all of it in the address. */
export interface MemoryPlace {
  readonly text: string
  readonly kind: MemoryKind | null
  /** `everywhere`: what holds for no production in particular; null: all. */
  readonly of: ProductionId | 'everywhere' | null
  /** null: live and faded ones. */
  readonly state: Memory['state'] | null
  /** Which memory is open beside the list. */
  readonly id: MemoryId | null
}

/** Reads the search part of a memory address; what does not parse is left out. */
export function readMemoryPlace(search: string): MemoryPlace {
  const asked = new URLSearchParams(search)
  return {
    text: asked.get('q') ?? '',
    kind: MemoryKind.safeParse(asked.get('kind')).data ?? null,
    of: (asked.get('of') ?? null) as MemoryPlace['of'],
    state: Memory.shape.state.safeParse(asked.get('state')).data ?? null,
    id: (asked.get('id') ?? null) as MemoryId | null,
  }
}

/** Writes a memory address, with only what is set. */
export function memoryPlace({ text, ...words }: MemoryPlace): string {
  const asked = new URLSearchParams(text === '' ? {} : { q: text })
  for (const [name, value] of Object.entries(words)) if (value !== null) asked.set(name, value)
  return asked.size === 0 ? '/memory' : `/memory?${asked.toString()}`
}
