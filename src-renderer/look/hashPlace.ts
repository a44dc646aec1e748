import { useSyncExternalStore } from 'react'

/** The part of a hash address before its question mark, and the part after. */
const partsOf = (hash: string): readonly [path: string, search: string] => {
  const [path = '', ...rest] = hash.replace(/^#?\/?/, '').split('?')
  return [`/${path}`, rest.join('?')]
}

const subscribe = (listener: () => void) => {
  addEventListener('hashchange', listener)
  addEventListener('popstate', listener)
  return () => {
    removeEventListener('hashchange', listener)
    removeEventListener('popstate', listener)
  }
}

const currentPath = () => partsOf(location.hash)[0]
const currentSearch = () => partsOf(location.hash)[1]

/** Goes to a place of ours, `/production/ID/roles?x=1`; `replace` leaves no step in the history. */
export function goTo(place: string, options: { readonly replace?: boolean; readonly state?: unknown } = {}): void {
  const before = location.href
  history[options.replace ? 'replaceState' : 'pushState'](options.state ?? null, '', `#${place.startsWith('/') ? place : `/${place}`}`)
  dispatchEvent(new HashChangeEvent('hashchange', { oldURL: before, newURL: location.href }))
}

/** Writes a place into the address without a step in the history and without telling the screens: where she is reading now. */
export const notePlace = (place: string): void => history.replaceState(history.state, '', `#${place}`)

/** The place in the address bar now, with its search part. */
export const placeNow = (): string => location.hash.replace(/^#/, '') || '/'

/** Wouter's location hook over the hash; the search part stays inside the hash, so that a link is an ordinary `href`. */
export const useHashPath: { (): [string, typeof goTo]; hrefs: (place: string) => string } = Object.assign(
  (): [string, typeof goTo] => [useSyncExternalStore(subscribe, currentPath), goTo],
  { hrefs: (place: string) => `#${place}` },
)

/** Wouter's search hook over the hash. */
export const useHashSearch = (): string => useSyncExternalStore(subscribe, currentSearch)
