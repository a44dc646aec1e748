import { useLayoutEffect, useState, type RefObject } from 'react'

/** The room of an element in pixels, its scroll bars included; 0 by 0 until it is measured. */
export function useSize(element: RefObject<HTMLElement | null>): { readonly width: number; readonly height: number } {
  const [size, setSize] = useState({ width: 0, height: 0 })
  useLayoutEffect(() => {
    const seen = element.current
    if (!seen) return
    // The border box: a scroll bar that comes with a larger page must not make the page smaller again.
    const measure = () => setSize(before => (before.width === seen.offsetWidth && before.height === seen.offsetHeight ? before : { width: seen.offsetWidth, height: seen.offsetHeight }))
    const observer = new ResizeObserver(measure)
    observer.observe(seen)
    measure()
    return () => observer.disconnect()
  }, [element])
  return size
}
