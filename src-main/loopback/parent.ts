/** What is to be known of the process that started this one. */
export interface Parent {
  /** The parent's process number as it is now; a system gives an orphan another one. */
  id(): number
  /** Whether a process of that number runs; Windows keeps the number of a dead parent. */
  runs(id: number): boolean
}

/** The parent of this very process. */
export const ownParent: Parent = {
  id: () => process.ppid,
  runs: id => {
    try {
      process.kill(id, 0)
      return true
    } catch (error) {
      // Somebody else's process may not be signalled, but it is there.
      return error instanceof Error && 'code' in error && error.code === 'EPERM'
    }
  },
}

/**
 * Calls back once when the parent has ended, looking each second; returns how to stop looking.
 *
 * The end of standard input is no sign of it: a service or a script may start with no input at all.
 */
export function whenParentEnds(ended: () => void, parent: Parent = ownParent): () => void {
  const born = parent.id()
  const looking = setInterval(() => {
    if (parent.id() === born && parent.runs(born)) return
    clearInterval(looking)
    ended()
  }, 1_000).unref()
  return () => clearInterval(looking)
}
