import type { ScriptId } from '../../src-preload/contract/scripts.ts'
import { useAnswer, type Answer } from '../connection/useAnswer.ts'
import { useFileAddress } from '../look/useFileAddress.ts'

/** The pixels of a page picture across: sharp on a dense screen, and one size for all so that the office holds each once. */
const pictureWidth = 1200

/** The picture of a page as an address for an image; it is given back when the page is left. */
export function usePagePicture(id: ScriptId, page: number, wanted = true): Answer<File | null> & { readonly address: string | null } {
  const answer = useAnswer(
    async (office, signal) => (wanted ? office.scripts.pagePicture({ id, page, width: pictureWidth }, { signal }) : null),
    [id, page, wanted],
  )
  return { ...answer, address: useFileAddress(answer.data ?? null) }
}
