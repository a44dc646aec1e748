import type { Credit } from '../../src-preload/contract/talentFacts.ts'

/** Kinds of work as sheets and résumés write them. */
const kinds = '(?:feature|film|movie|short|short film|feature film|web series|webseries|web|series|mini series|serial|tv|tv show|tv series|tv serial|television|daily soap|soap|show|stage|play|theatre|theater|musical|ad|ad film|advertisement|commercial|tvc|print|music video|documentary|radio|podcast|audio series|anthology|telefilm|ott)'
const kindAlone = new RegExp(`^(?:[\\p{L}-]+ )?${kinds}$`, 'iu')
const kindBefore = new RegExp(`^(?:the|a|an) ((?:[\\p{L}-]+ )?${kinds}) (?=[\\p{Lu}\\p{Lo}\\p{N}])(.+)$`, 'u')
const directed = /^(?:dir(?:ected by|ector)?\b\.?|d:)\s*[:-]?\s*(.+)$/i
const title = /^[\p{Lu}\p{Lo}\p{N}]/u

/** First words that tell of a career, not of a part: "Worked in Mumbai". */
const career = /^(?:work|act|appear|play|perform|feature|star|train|serve|start|debut|known|assist|done|did|been|has|have|is|was|currently)(?:ed|s|ing)?\b/i

/** Words that a part begins with, where a title could begin with a capital too: "Lead in Pani", but "Alice in Wonderland". */
const partWord = /^(?:(?:[\p{Ll}])|(?:Lead|Parallel|Second|Supporting|Main|Title|Negative|Character|Hero|Heroine|Villain|Antagonist|Protagonist|Cameo|Father|Mother|Son|Daughter|Brother|Sister|Wife|Husband|Grand(?:father|mother)|Cop|Police|Inspector|Constable|Doctor|Teacher|Lawyer|Nurse|Friend|Ensemble|Chorus|Role|Part|Guest|Recurring)\b)/u

/**
 * A credit out of one line, parted where that is sure; else the whole line is the production, so that nothing is lost.
 *
 * Reads `Masaan (Devi, feature, 2015, dir. Neeraj Ghaywan)`, `Masaan (2015) as Devi, dir. Neeraj Ghaywan`, `Devi in the film
 * Masaan, 2015`, `Lead in Masaan, 2015` and `2015 - Masaan - Devi - Neeraj Ghaywan`. Lines past 1,000 characters are cut there.
 */
export function readCredit(line: string): Credit {
  const said = line.replace(/\s+/g, ' ').trim().slice(0, 1_000).trim()
  const whole: Credit = { production: said === '' ? '?' : said, role: '', kind: '', year: null, director: '' }
  const parted = fromDashes(said) ?? fromSentence(said)
  return parted && holdsTogether(parted) ? parted : whole
}

/** Each part is one that reads as itself and nothing else. */
function holdsTogether({ production, role, kind, director }: Credit): boolean {
  if (production.length === 0 || role.length > 300 || kind.length > 60 || director.length > 160) return false
  if (role !== '' && (/[,()]/.test(role) || yearOf(role) !== null || kindAlone.test(role) || directed.test(role))) return false
  return !/[()]/.test(production + kind + director) && !/,/.test(director) && title.test(production)
}

const yearOf = (text: string): number | null => (/^(?:19|20)\d\d$/.test(text) ? Number(text) : null)

function fromDashes(said: string): Credit | null {
  const [first = '', production = '', role = '', director = '', ...more] = said.split(/ [-–—|] /)
  const year = yearOf(first)
  return year === null || production === '' || more.length > 0 ? null : { production, role, kind: '', year, director: directed.exec(director)?.[1] ?? director }
}

function fromSentence(said: string): Credit | null {
  const { rest, year, director } = withoutEnds(said)
  const bracketed = /^([^()]+?) ?\(([^()]*)\)(?: as ([^,()]+))?$/.exec(rest)
  if (!bracketed) {
    const part = fromWords(rest)
    return part && { ...part, year, director }
  }
  const [, before = '', inside = '', as = ''] = bracketed
  const named = as === '' ? fromWords(before) : { production: before, role: as, kind: '' }
  const told = fromBracket(inside)
  if (!named || !told) return null
  // Said twice is not sure.
  if ([[named.role, told.role], [named.kind, told.kind], [year, told.year], [director, told.director]].some(([one, other]) => Boolean(one) && Boolean(other))) return null
  return { production: named.production, role: named.role || told.role, kind: named.kind || told.kind, year: year ?? told.year, director: director || told.director }
}

/** Takes `, 2019` and `, dir. X` off the end. */
function withoutEnds(said: string): { readonly rest: string; readonly year: number | null; readonly director: string } {
  let rest = said
  let year: number | null = null
  let director = ''
  for (;;) {
    const last = lastPart(rest)
    // What ends in a bracket is told by the bracket.
    if (last === null || /[()]/.test(last.text)) return { rest, year, director }
    const asYear = yearOf(last.text)
    const asDirector = directed.exec(last.text)?.[1]
    if (asYear !== null && year === null) year = asYear
    else if (asDirector !== undefined && director === '') director = asDirector
    else return { rest, year, director }
    rest = last.before
  }
}

function lastPart(text: string): { readonly before: string; readonly text: string } | null {
  const at = Math.max(text.lastIndexOf(','), text.lastIndexOf(' - ') + 1, text.lastIndexOf(' – ') + 1)
  if (at <= 0) return null
  return { before: text.slice(0, at).trim(), text: text.slice(at + 1).trim() }
}

function fromBracket(inside: string): Omit<Credit, 'production'> | null {
  const told: { role: string; kind: string; year: number | null; director: string } = { role: '', kind: '', year: null, director: '' }
  for (const part of inside.split(/[,;]/).map(piece => piece.trim()).filter(Boolean)) {
    const year = yearOf(part)
    const director = directed.exec(part)?.[1]
    if (year !== null && told.year === null) told.year = year
    else if (director !== undefined && told.director === '') told.director = director
    else if (kindAlone.test(part) && told.kind === '') told.kind = part
    // A part before what kind of work it was is a role; anything after it is something else.
    else if (told.role === '' && told.kind === '' && told.year === null && told.director === '') told.role = part
    else return null
  }
  return told
}

/** `Role in the film Production`, `Production as Role`, or a production alone. */
function fromWords(said: string): Pick<Credit, 'production' | 'role' | 'kind'> | null {
  if (said.includes(',') || career.test(said)) return null
  const as = / as /.exec(said)
  if (as) {
    const role = said.slice(as.index + 4)
    return role.includes(' as ') || / in /.test(said) ? null : { production: said.slice(0, as.index), role, kind: '' }
  }
  const parts = said.split(' in ')
  const [role = ''] = parts
  if (parts.length === 1) return { production: said, role: '', kind: '' }
  const production = parts.slice(1).join(' in ')
  if (role.split(' ').length > 6) return null
  const named = kindBefore.exec(production)
  if (named) return { role, kind: named[1] ?? '', production: named[2] ?? '' }
  if (!partWord.test(role)) return /^(?:the|a|an) /.test(production) ? null : { production: said, role: '', kind: '' }
  return title.test(production) && !/ in (?:the|a|an) /.test(production) ? { role, kind: '', production } : null
}
