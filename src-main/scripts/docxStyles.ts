import { attributeOf, attributesOf, scanXml } from './docxXml.ts'

/**
 * How a paragraph or a run is set, as far as a script cares; what is undefined is inherited.
 *
 * Lengths in points: `left` and `right` from the margins, `first` of the first line from `left`, `before` and `after` as space between
 * paragraphs, `stops` of tabs from the left margin; `size` of the letters.
 * `font` is the name of its font, or `+` and the place in the theme that names it.
 * `list` and `level` say by which list Word numbers the paragraph; the list 0 is none.
 */
export type WordLook = {
  readonly left?: number
  readonly right?: number
  readonly first?: number
  readonly align?: 'left' | 'centre' | 'right'
  readonly before?: number
  readonly after?: number
  readonly stops?: readonly number[]
  readonly size?: number
  readonly font?: string
  readonly capitals?: boolean
  readonly hidden?: boolean
  readonly newPage?: boolean
  readonly list?: string
  readonly level?: number
}

/** The styles of a document: the name of one by its id, its look with all it is based on, and the font that it sets itself; '' stands for the default paragraph. */
export type WordStyles = { readonly name: (id: string) => string; readonly look: (id: string) => WordLook; readonly font: (id: string) => string | undefined }

/** What the names of tags and attributes of WordprocessingML begin with in a document, mostly `w:`; null where it is none. */
export const wordPrefix = (attributes: string): string | null => {
  for (const [key, value] of attributesOf(attributes)) {
    if (/^http:\/\/(?:schemas\.openxmlformats\.org\/wordprocessingml\/2006|purl\.oclc\.org\/ooxml\/wordprocessingml)\/main$/u.test(value)) {
      return key === 'xmlns' ? '' : `${key.slice('xmlns:'.length)}:`
    }
  }
  return null
}

/** Reads one property of a paragraph or run (ECMA-376 part 1, 17.3.1 and 17.3.2); null where a script does not care for it. */
export const lookOf = (name: string, attribute: (name: string) => string | null): WordLook | null => {
  const isOn = (): boolean => !['0', 'false', 'off'].includes(attribute('val') ?? '1')
  if (name === 'ind') return indentOf(attribute)
  if (name === 'jc') return { align: alignOf(attribute('val') ?? '') }
  if (name === 'spacing') return defined({ before: points(attribute('before')), after: points(attribute('after')) })
  if (name === 'rFonts') return fontOf(attribute)
  if (name === 'caps') return { capitals: isOn() }
  if (name === 'vanish') return { hidden: isOn() }
  if (name === 'pageBreakBefore') return { newPage: isOn() }
  if (name === 'numId') return { list: attribute('val') ?? '0' }
  if (name === 'ilvl') return { level: Number(attribute('val') ?? 0) || 0 }
  if (name === 'sz') return defined({ size: half(points(attribute('val'))) })
  return null
}

/** A length in points: plain numbers are twentieths, others say their unit (17.18.87). */
export const points = (text: string | null): number | undefined => {
  const match = /^\s*([+-]?\d{1,7}(?:\.\d{1,9})?)(pt|in|cm|mm|pc|pi)?\s*$/u.exec(text ?? '')
  if (!match) return undefined
  return Number(match[1]) * (units[match[2] ?? ''] ?? 1)
}

const units: Readonly<Record<string, number>> = { '': 0.05, pt: 1, in: 72, cm: 72 / 2.54, mm: 72 / 25.4, pc: 12, pi: 12 }

/** Letters are measured in half points where other lengths are in twentieths. */
const half = (size: number | undefined): number | undefined => (size === undefined ? undefined : size * 10)

const indentOf = (attribute: (name: string) => string | null): WordLook => {
  const hanging = points(attribute('hanging'))
  const first = hanging === undefined ? points(attribute('firstLine')) : -hanging
  return defined({ left: points(attribute('left') ?? attribute('start')), right: points(attribute('right') ?? attribute('end')), first })
}

const alignOf = (value: string): 'left' | 'centre' | 'right' => (value === 'center' ? 'centre' : value === 'right' || value === 'end' ? 'right' : 'left')

/** The font of Latin letters, on whose codes legacy fonts draw; a place in the theme goes before a name (17.3.2.26). */
const fontOf = (attribute: (name: string) => string | null): WordLook => {
  const theme = attribute('asciiTheme') ?? attribute('hAnsiTheme')
  return defined({ font: theme === null ? (attribute('ascii') ?? attribute('hAnsi') ?? undefined) : `+${theme}` })
}

/** The fonts that a theme names for Latin letters, by the beginning of their place: `major` and `minor` (20.1.4.1.18). */
export const readTheme = (xml: string): ReadonlyMap<string, string> => {
  const fonts = new Map<string, string>()
  let within = ''
  scanXml(xml, {
    opens: (tag, attributes) => {
      const local = tag.slice(tag.indexOf(':') + 1)
      if (local === 'majorFont' || local === 'minorFont') within = local.slice(0, 5)
      else if (local === 'latin' && within && !fonts.has(within)) fonts.set(within, attributeOf(attributes, 'typeface') ?? '')
    },
    closes: tag => {
      if (/(?:major|minor)Font$/u.test(tag)) within = ''
    },
  })
  return fonts
}

/** A look without what is undefined, so that it can lie over another. */
const defined = (look: WordLook): WordLook => Object.fromEntries(Object.entries(look).filter(([, value]) => value !== undefined))

type Style = { readonly name: string; readonly base: string; readonly look: WordLook }

/** Reads the styles part of a document; one that is damaged or missing counts as far as it goes. */
export const readStyles = (xml: string): WordStyles => {
  const { styles, defaults, plain } = styleList(xml)
  const looks = new Map<string, WordLook>()
  const chainOf = (id: string): readonly WordLook[] => {
    const chain: WordLook[] = []
    const seen = new Set<string>()
    for (let at = id; at && !seen.has(at); at = styles.get(at)?.base ?? '') {
      seen.add(at)
      chain.unshift(styles.get(at)?.look ?? {})
    }
    return chain
  }
  const look = (id: string): WordLook => {
    const known = looks.get(id)
    if (known) return known
    const found: WordLook = Object.assign({}, defaults, ...chainOf(styles.has(id) ? id : plain))
    looks.set(id, found)
    return found
  }
  return { name: id => styles.get(id || plain)?.name ?? id, look, font: id => chainOf(id).findLast(({ font }) => font)?.font }
}

type StyleList = { readonly styles: ReadonlyMap<string, Style>; readonly defaults: WordLook; readonly plain: string }

const styleList = (xml: string): StyleList => {
  const styles = new Map<string, Style>()
  let prefix = 'w:'
  let plain = ''
  let defaults: WordLook = {}
  let [id, name, base, kind] = ['', '', '', '']
  let look: WordLook = {}
  scanXml(xml, {
    opens: (tag, attributes) => {
      prefix = tag.endsWith('styles') ? (wordPrefix(attributes) ?? prefix) : prefix
      const local = tag.startsWith(prefix) ? tag.slice(prefix.length) : ''
      const attribute = (key: string): string | null => attributeOf(attributes, prefix + key)
      if (local === 'style') {
        ;[id, kind, name, base] = [attribute('styleId') ?? '', attribute('type') ?? 'paragraph', '', '']
        look = {}
        if (kind === 'paragraph' && ['1', 'true', 'on'].includes(attribute('default') ?? '')) plain = id
      } else if (local === 'name' && id) name = attribute('val') ?? ''
      else if (local === 'basedOn') base = attribute('val') ?? ''
      else if (local === 'tab' && id) look = withStop(look, points(attribute('pos')))
      else look = { ...look, ...lookOf(local, attribute) }
    },
    closes: tag => {
      if (tag === `${prefix}docDefaults`) defaults = look
      if (tag !== `${prefix}style`) return
      // The first of several styles with one id counts (17.7.4.17); styles of tables and lists set no script.
      if (id && !styles.has(id) && (kind === 'paragraph' || kind === 'character')) styles.set(id, { name: name || id, base, look })
      id = ''
    },
  })
  return { styles, defaults, plain }
}

/** A look with one more tab stop. */
export const withStop = (look: WordLook, at: number | undefined): WordLook =>
  at === undefined || (look.stops?.length ?? 0) > 60 ? look : { ...look, stops: [...(look.stops ?? []), at] }
