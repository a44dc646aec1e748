import type { LegacyTable } from './legacyFontConvert.ts'

/** A legacy font as it is recognised: its name for the user, the language of most that is set in it, and its table where one is published. */
export type LegacyFont = { readonly name: string; readonly language: string; readonly table: LegacyTable | null }

/** A family: what its names begin with once they are bare, its own name where one is better than that of the file, and what is known of it. */
type Family = { readonly names: RegExp; readonly called?: string; readonly language: string; readonly table?: LegacyTable }

/**
 * Families of fonts that draw an Indian script on the codes of Latin letters, the first that fits; names without spaces, signs and case.
 *
 * Those of Unicode (Mangal, Nirmala UI, Kokila, Aparajita, Utsaah, Arial Unicode MS, Noto, AnmolUni, SutonnyOMJ) are in no row.
 */
const families: readonly Family[] = [
  { names: /^krutidev/u, called: 'Kruti Dev', language: 'Hindi', table: 'kruti' },
  { names: /^devlys/u, called: 'DevLys', language: 'Hindi', table: 'kruti' },
  { names: /^(?:walkmanchanakya|chanakya90[15])/u, called: 'Walkman-Chanakya', language: 'Hindi', table: 'walkman' },
  { names: /^chanakya(?:thin|bold|italic|normal|regular|t1|$)/u, called: 'Chanakya', language: 'Hindi', table: 'chanakya' },
  { names: /^(?:ht|mt)?chanak[iy][a2]/u, language: 'Hindi' },
  { names: /^shusha/u, called: 'Shusha', language: 'Hindi', table: 'shusha' },
  { names: /^susha/u, language: 'Hindi' },
  { names: /^shreedev0?7\d\d(?!\d)/u, language: 'Hindi', table: 'shree' },
  { names: /^shree(?:dev|lipi)/u, language: 'Hindi' },
  { names: /^shreeguj/u, language: 'Gujarati' },
  { names: /^shreepun/u, language: 'Punjabi' },
  { names: /^shreeban/u, language: 'Bengali' },
  { names: /^shreetam/u, language: 'Tamil' },
  { names: /^shreetel/u, language: 'Telugu' },
  { names: /^shreekan/u, language: 'Kannada' },
  { names: /^shreemal/u, language: 'Malayalam' },
  { names: /^shree(?:ori|asm)/u, language: 'Odia' },
  { names: /^dvtt(?!\w+en(?:normal|bold|italic|regular)*$)/u, language: 'Hindi', table: 'surekh' },
  { names: /^(?:dv[bw]?w?tt|dvdivya|dvisfoc|isfoc)/u, language: 'Hindi' },
  { names: /^gj[bw]?w?tt/u, language: 'Gujarati' },
  { names: /^pn[bw]?w?tt/u, language: 'Punjabi' },
  { names: /^(?:bn|as)[bw]?w?tt/u, language: 'Bengali' },
  { names: /^tm[bw]?w?tt/u, language: 'Tamil' },
  { names: /^tl[bw]?w?tt/u, language: 'Telugu' },
  { names: /^kn[bw]?w?tt/u, language: 'Kannada' },
  { names: /^ml[bw]?w?tt/u, language: 'Malayalam' },
  { names: /^(?:akruti(?:dev|office|hindi|mar)|aadev)/u, language: 'Hindi' },
  { names: /^akruti(?:guj)/u, language: 'Gujarati' },
  { names: /^akruti/u, language: 'Hindi' },
  { names: /^aps(?:c)?(?:dv|dev)/u, language: 'Hindi' },
  { names: /^(?:kundli|agra(?:thin|bold|normal)?$|4cgandhi|shivaji\d|millenniumvarun|kiran(?:normal|bold)?$|brhdevanagari|sulipi|yogeshweb|mithi|naidunia|bhaskarhindi)/u, language: 'Hindi' },
  { names: /^(?:preeti(?:normal|bold)?$|kantipur(?:normal|bold)?$|sagarmatha(?:normal|bold)?$|himalb?$)/u, language: 'Nepali' },
  { names: /^(?:lmg|terafont|gopika|harikrishna|bhashabharati?|ghanshyam|saumil|krishnaguj)/u, language: 'Gujarati' },
  { names: /^(?:anmol(?!uni)|gurbani(?:lipi|akhar|web|hindi)|asees|satluj|drchatrik|gurmukhilys|amrlipi(?!uni))/u, language: 'Punjabi' },
  { names: /^(?:bijoy|sutonny(?!omj)|rinkimj|boishakhi)/u, language: 'Bengali' },
  { names: /^(?:bamini|vanavil|saiindira|tscu|tabelango|tamelango|krutitamil)/u, language: 'Tamil' },
  { names: /^(?:nudi\d|brhkannada)/u, language: 'Kannada' },
  { names: /^(?:brhmalayalam|panchami)/u, language: 'Malayalam' },
  { names: /^(?:brhtelugu|tikkana|vakil\d)/u, language: 'Telugu' },
]

const styleAtEnd = /[\s,_-]*(?:Regular|Normal|Bold|Italic|Oblique|Thin|Wide|Condensed|Plain|MT)$/iu

/**
 * Recognises a legacy font by its name as a document states it: subset prefixes (`ABCDEF+`), styles, spaces and case do not matter.
 *
 * Null for any other font, those of Unicode included.
 */
export const legacyFontNamed = (stated: string): LegacyFont | null => {
  const own = stated.slice(0, 200).replace(/^[A-Z]{6}\+/u, '').trim()
  const bare = own.toLowerCase().replace(/[^a-z0-9]/gu, '')
  if (bare.includes('unicode') || bare.endsWith('uni')) return null
  const family = families.find(({ names }) => names.test(bare))
  return family ? { name: shownName(family, own), language: family.language, table: family.table ?? null } : null
}

/** The family's own name with the number of the font, "Kruti Dev 010"; without one, the name in the file without its style. */
const shownName = ({ called }: Family, own: string): string => {
  const number = /(\d{2,4})/u.exec(own)?.[1]
  if (called) return number ? `${called} ${number}` : called
  let name = own
  while (styleAtEnd.test(name)) name = name.replace(styleAtEnd, '')
  return name || own
}
