import { useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import type { OpenPlace } from '../../src-preload/contract/chat.ts'
import type { Scene } from '../../src-preload/contract/scripts.ts'
import { useAnswer } from '../connection/useAnswer.ts'
import { placeNow } from '../look/hashPlace.ts'
import { calmName } from '../look/words.ts'
import { useShelf } from '../window/shelf.tsx'
import { openPlaceOf, type AddressPlace } from './openPlace.ts'

/** What stands open beside the chat, in words and for the office. */
export interface BesideChat {
  /** A role, a person or a scene by name; null where only a production or nothing is open. */
  readonly label: string | null
  readonly kind: 'role' | 'talent' | 'scene' | 'production' | 'office'
  /** Tells one open record from another. */
  readonly key: string
  /** Reads the address once more, since scrolling through a script changes it quietly. */
  readonly look: () => void
  readonly place: OpenPlace
}

/** Follows what is open on the screen beside the chat. */
export function useOpenPlace(): BesideChat {
  // The address is read whole: the two hooks only tell that it changed.
  useLocation()
  useSearch()
  const [, setLooked] = useState(0)
  const { roles } = useShelf()
  const open = openPlaceOf(placeNow())
  const script = useAnswer(async (office, signal) => (open.scriptId === null ? null : office.scripts.get({ id: open.scriptId }, { signal })), [open.scriptId])
  const person = useAnswer(async (office, signal) => (open.talentId === null ? null : office.talent.get({ id: open.talentId }, { signal })), [open.talentId])
  const scene = sceneAt(script.data?.scenes ?? [], open)
  const { element: _element, ...place } = { ...open, scene: scene?.index ?? null }
  const look = () => setLooked(round => round + 1)
  const role = open.roleId === null ? undefined : roles.data?.find(({ id }) => id === open.roleId)
  if (role) return { label: calmName(role.name), kind: 'role', key: role.id, look, place }
  if (person.data && open.talentId === person.data.id) return { label: person.data.name, kind: 'talent', key: person.data.id, look, place }
  if (scene) return { label: `Scene ${scene.number ?? scene.index + 1}`, kind: 'scene', key: `${open.scriptId}:${scene.index}`, look, place }
  return { label: null, kind: open.productionId === null ? 'office' : 'production', key: open.productionId ?? '', look, place }
}

/** The scene that a line of the script lies in, undefined before the first. */
const sceneAt = (scenes: readonly Scene[], { element }: AddressPlace): Scene | undefined =>
  element === null ? undefined : scenes.findLast(scene => scene.element <= element)
