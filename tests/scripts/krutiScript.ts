import { at } from './drawnPdf.ts'
import type { Row } from './drawnPdf.ts'

const old = (x: number, text: string): Row => [[x, text, 'legacy']]

/** A scene of our own as it is typed for Kruti Dev, its headings and a name in Latin letters, at the places that Final Draft uses. */
export const krutiRows: readonly Row[] = [
  at.numbered('12', 'INT. KITCHEN - DAY'),
  at.blank,
  old(108, 'jkeflag [kkyh crZu esa ikuh Hkjrk gSA ehjk njokts ij [kM+h gSA'),
  at.blank,
  old(252, 'ehjk'),
  old(180, 'rqe fQj ls tk jgs gks\\ ek¡ dks'),
  old(180, 'fcuk dqN crk,\\'),
  at.blank,
  old(252, 'jkeflag'),
  old(216, '¼/khjs ls½'),
  old(180, 'eSa okil vkÅ¡xkA'),
  at.blank,
  at.cutTo('CUT TO:'),
  at.blank,
  at.numbered('13', 'EXT. LANE - NIGHT'),
  at.blank,
  [[108, 'MEERA'], [150, "ckfj'k esa Hkhxrh gSA", 'legacy']],
  at.blank,
  old(252, 'ehjk'),
  old(180, 'og ugha vk;kA'),
]
