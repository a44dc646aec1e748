import { romanOf } from '../../src-preload/contract/devanagari.ts'

/**
 * Folds a text so that spellings of one name meet: case, accents, Roman or Devanagari, long or short vowels, w and v, ph and f.
 *
 * For finding only, never for showing. "मीरा", "Meera" and "Mira" all fold to "mira".
 */
export function fold(text: string): string {
  return romanOf(text)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ee', 'i').replaceAll('oo', 'u').replaceAll('ph', 'f').replaceAll('w', 'v').replaceAll('z', 'j').replaceAll('q', 'k')
    .replace(/(\p{L})\1+/gu, '$1')
}
