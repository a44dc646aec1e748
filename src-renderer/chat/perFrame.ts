/** How things that come one by one are handed on together. */
export interface PerFrame<T> {
  readonly add: (one: T) => void
  /** Drops what waits and asks for no further frame. */
  readonly stop: () => void
}

/** Asks to be called once, before the next picture of the page at the latest; returns how to take it back. */
export type AskFrame = (go: () => void) => () => void

/** The next frame of the window; where it is hidden and draws none, a quarter of a second. */
export const nextFrame: AskFrame = go => {
  const done = () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
    go()
  }
  const frame = requestAnimationFrame(done)
  const timer = setTimeout(done, 250)
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
}

/** How things that come are handed on. */
export interface PerFrameOptions<T> {
  readonly ask?: AskFrame
  /** Tells what takes so long to draw that it has a frame to itself. Nothing, where left out. */
  readonly isHeavy?: (one: T) => boolean
}

/** Collects what comes and hands it on once a frame, in order; no frame is asked for while nothing waits. */
export function perFrame<T>(take: (all: readonly T[]) => void, { ask = nextFrame, isHeavy = () => false }: PerFrameOptions<T> = {}): PerFrame<T> {
  const waiting: T[] = []
  let takeBack: (() => void) | null = null
  const draw = () => {
    const heavy = waiting.findIndex(isHeavy)
    const now = waiting.splice(0, heavy < 0 ? waiting.length : Math.max(1, heavy))
    takeBack = waiting.length === 0 ? null : ask(draw)
    take(now)
  }
  return {
    add: one => {
      waiting.push(one)
      takeBack ??= ask(draw)
    },
    stop: () => {
      takeBack?.()
      takeBack = null
      waiting.length = 0
    },
  }
}
