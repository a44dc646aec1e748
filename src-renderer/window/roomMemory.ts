import { useEffect, useState } from 'react'

/** The room that an address lies in: "script:ID", "roles:ID", "auditions:ID", "talent", "chat"; null for others. */
export function roomOf(place: string): string | null {
  const inProduction = /^\/production\/([^/?]+)\/(script|roles|auditions)/.exec(place)
  if (inProduction) return `${inProduction[2]}:${inProduction[1]}`
  if (/^\/chat(?:\/|$)/.test(place)) return 'chat'
  return /^\/talent(?!\/import)/.test(place) ? 'talent' : null
}

/** Remembers where she was in each room, so that the rail leads back to the very place. Gives a function from room to place. */
export function useRoomMemory(): (room: string) => string | undefined {
  const [places] = useState(() => new Map<string, string>())
  useEffect(() => {
    const remember = (event: HashChangeEvent) => {
      const place = decodeURI(new URL(event.oldURL).hash.slice(1))
      const room = roomOf(place)
      if (room !== null) places.set(room, place)
    }
    // Before the screens hear of it, so that the rail is drawn with the place that was just left.
    addEventListener('hashchange', remember, { capture: true })
    return () => removeEventListener('hashchange', remember, { capture: true })
  }, [places])
  return room => places.get(room)
}
