import { Gender, PlayingRange } from '../../src-preload/contract/words.ts'
import type { TalentFilters, TalentId, TalentQuestion } from '../../src-preload/contract/talent.ts'

/** In which order people stand. */
export type TalentSort = 'best' | 'name' | 'newest'

/** How people are shown. */
export type TalentView = 'table' | 'pictures'

/** What the talent screen shows, all of it in the address, so that back and forward work and a link opens the same. */
export interface TalentPlace {
  /** The sentence, empty for everybody. */
  readonly text: string
  /** Ids of the chips that were taken away. */
  readonly without: readonly string[]
  readonly filters: TalentFilters
  readonly sort: TalentSort
  /** The table where it is left out. */
  readonly view?: TalentView
  /** Somebody whom the others are to be like. */
  readonly like: TalentId | null
  /** Whose card is open. */
  readonly id: TalentId | null
}

/** Reads the search part of a talent address; what does not parse is left out. */
export function readTalentPlace(search: string): TalentPlace {
  const asked = new URLSearchParams(search)
  const range = PlayingRange.safeParse({ from: Number(asked.get('from') ?? Number.NaN), to: Number(asked.get('to') ?? Number.NaN) })
  const sort = asked.get('sort')
  return {
    text: asked.get('q') ?? '',
    without: asked.getAll('without'),
    filters: {
      gender: Gender.safeParse(asked.get('gender')).data,
      playingRange: range.data,
      language: asked.get('language') ?? undefined,
      skill: asked.get('skill') ?? undefined,
      city: asked.get('city') ?? undefined,
      tag: asked.get('tag') ?? undefined,
    },
    sort: sort === 'name' || sort === 'newest' ? sort : 'best',
    view: asked.get('view') === 'pictures' ? 'pictures' : 'table',
    like: (asked.get('like') ?? null) as TalentId | null,
    id: (asked.get('id') ?? null) as TalentId | null,
  }
}

/** Writes a talent address: `/talent?q=...&id=...`, with only what is set. */
export function talentPlace({ text, without, filters, sort, view = 'table', like = null, id }: Omit<TalentPlace, 'like'> & Partial<Pick<TalentPlace, 'like'>>): string {
  const asked = new URLSearchParams()
  if (text !== '') asked.set('q', text)
  for (const chip of without) asked.append('without', chip)
  const { playingRange, ...words } = filters
  for (const [name, value] of Object.entries(words)) if (value) asked.set(name, value)
  if (playingRange) {
    asked.set('from', `${playingRange.from}`)
    asked.set('to', `${playingRange.to}`)
  }
  if (sort !== 'best') asked.set('sort', sort)
  if (view !== 'table') asked.set('view', view)
  if (like !== null) asked.set('like', like)
  if (id !== null) asked.set('id', id)
  return asked.size === 0 ? '/talent' : `/talent?${asked.toString()}`
}

/** Whether a place or a question asks for some of the book rather than for everybody. */
export const isNarrowed = ({ text, filters, like }: Pick<TalentQuestion, 'text' | 'filters' | 'like'>): boolean =>
  text !== '' || (like ?? null) !== null || Object.values(filters).some(value => value !== undefined)

/** What a place asks of the office. */
export const questionOf = ({ text, without, filters, like }: TalentPlace): TalentQuestion => ({ text, without: [...without], filters, like })
