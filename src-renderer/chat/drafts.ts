/** What was typed and not sent, for each conversation, kept over a reload of the page. */
export interface Drafts {
  readonly read: (key: string) => string
  readonly write: (key: string, text: string) => void
  /** As `write`, but only in memory: for conversations that leave nothing behind. */
  readonly writeUnkept: (key: string, text: string) => void
}

const place = (key: string) => `castmatch.chat.draft.${key}`

/** Keeps drafts in a storage of the window; where it takes nothing, in memory. */
export function keepDrafts(storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>): Drafts {
  const unkept = new Map<string, string>()
  return {
    read: key => unkept.get(key) ?? attempt(() => storage.getItem(place(key))) ?? '',
    write: (key, text) => {
      const kept = attempt(() => {
        if (text === '') storage.removeItem(place(key))
        else storage.setItem(place(key), text)
        return true
      })
      if (kept) unkept.delete(key)
      else unkept.set(key, text)
    },
    writeUnkept: (key, text) => void unkept.set(key, text),
  }
}

/** A full or forbidden storage throws. */
function attempt<T>(act: () => T): T | null {
  try {
    return act()
  } catch {
    return null
  }
}
