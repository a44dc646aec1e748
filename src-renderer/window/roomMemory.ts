import { useEffect, useState } from 'react'

/** The room that an address lies in: "script:ID", "roles:ID", "talent"; null for others. */
export function roomOf(place: string): string | null {
  const inProduction = /^\/production\/([^/?]+)\/(script|roles)/.exec(place)
  if (inProduction) return `${inProduction[2]}:${inProduction[1]}`
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
    addEventListener('hashchange', remember)
    return () => removeEventListener('hashchange', remember)
  }, [places])
  return room => places.get(room)
}
