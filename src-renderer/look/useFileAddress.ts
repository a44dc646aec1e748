import { useEffect, useState } from 'react'

/** An address for a file that the office made, such as for an image; it is given back when another file comes or the part is left. Null until it is there. */
export function useFileAddress(file: File | null): string | null {
  const [held, setHeld] = useState<{ readonly file: File; readonly address: string } | null>(null)
  useEffect(() => {
    if (!file) return
    const address = URL.createObjectURL(file)
    setHeld({ file, address })
    return () => URL.revokeObjectURL(address)
  }, [file])
  return held !== null && held.file === file ? held.address : null
}
