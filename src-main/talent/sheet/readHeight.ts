import { plainCell } from './readNumbers.ts'

/**
 * The height that a cell states, in whole centimetres from 40 to 260; null where it states none.
 *
 * Reads `5'7"`, `5'7`, `5 ft 7 in`, `5feet7inches`, `5.7` and `5-7` (feet and inches, as casting sheets write them),
 * `5'`, `170 cm`, `170`, `1.70 m`, `67 inches`. `5.11` is five feet eleven.
 */
export function readHeight(text: string): number | null {
  const said = plainCell(text).toLowerCase().replace(/''/g, '"')
  const cm = centimetres(said) ?? feetAndInches(said)
  if (cm === undefined) return null
  const rounded = Math.round(cm)
  return rounded >= 40 && rounded <= 260 ? rounded : null
}

function centimetres(said: string): number | undefined {
  const inCm = /(?<!\d)(\d{2,3}(?:\.\d+)?)\s*(?:c\.?m\.?s?\b|centimet)/.exec(said) ?? /^\s*(\d{3}(?:\.\d+)?)\s*$/.exec(said)
  if (inCm) return Number(inCm[1])
  const inMetres = /(?<!\d)([0-2][.,]\d{1,2})\s*(?:m\b|mt|met)/.exec(said) ?? /^([12][.,]\d{2})$/.exec(said)
  if (inMetres) return Number(inMetres[1]?.replace(',', '.')) * 100
  const inInches = /^\D{0,12}(\d{2}(?:\.\d+)?)\s*(?:inch|ins?\b|")/.exec(said)
  return inInches ? Number(inInches[1]) * 2.54 : undefined
}

function feetAndInches(said: string): number | undefined {
  const match =
    /(?<!\d)([2-8])\s*(?:'|ft\.?|feet|foot|f\b)\s*(?:and\s*|-\s*)?(?:(\d{1,2}(?:\.\d+)?|\d{1,2}\s*1\/2)\s*(?:"|'|in\b|inch(?:es)?|ins\b|i\b)?)?/.exec(said) ??
    /^\D{0,12}([2-8])\s*[.\-, ]\s*(\d{1,2})\s*(?:"|'|ft|feet|in|inch(?:es)?)?\.?$/.exec(said) ??
    /^([4-7])$/.exec(said)
  if (!match) return undefined
  const inches = Number((match[2] ?? '0').replace(/\s*1\/2$/, '.5'))
  return inches >= 12 ? undefined : (Number(match[1]) * 12 + inches) * 2.54
}
