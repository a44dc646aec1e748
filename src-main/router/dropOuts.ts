import { readDropOut } from '../casting/dropOuts/readDropOut.ts'
import { pairPartsOf } from './matchParts.ts'
import type { OfficeParts } from './officeParts.ts'
import type { Os } from './os.ts'

/** Binds the procedures of `dropOuts` to the office. */
export function bindDropOuts(os: Os, parts: OfficeParts) {
  const pairParts = pairPartsOf(parts)
  return { read: os.dropOuts.read.handler(({ input, signal }) => readDropOut(pairParts, input, signal)) }
}
