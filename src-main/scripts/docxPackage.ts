import { CastMatchError } from '../../src-preload/contract/errors.ts'
import { attributeOf, scanXml } from './docxXml.ts'
import { openZip, readEntry } from '../documents/zipArchive.ts'
import type { ZipArchive } from '../documents/zipArchive.ts'

/** The parts of a Word document that a script needs, as XML: its text, its styles, its lists and its theme, and the title in its properties. */
export type WordPackage = { readonly main: string; readonly styles: string; readonly numbering: string; readonly theme: string; readonly title: string | null }

/**
 * Opens a Word document and finds its parts by their relations (ECMA-376 part 2, 9.3), else by their usual names.
 *
 * Throws FILE_KIND_MISMATCH for an archive without a document in it, and what {@link openZip} and {@link readEntry} throw.
 */
export const openPackage = (bytes: Uint8Array, subject: string): WordPackage => {
  const archive = openZip(bytes, subject)
  const part = (name: string): string | null => partText(bytes, archive, name, subject)
  const relations = relationsOf(part('_rels/.rels') ?? '', '')
  const place = [relations.get('officeDocument') ?? '', 'word/document.xml'].find(name => archive.has(name.toLowerCase()))
  const main = place === undefined ? null : part(place)
  if (place === undefined || main === null) throw new CastMatchError('FILE_KIND_MISMATCH', { subject, detail: 'it is a zip archive, not a Word document' })
  const cut = place.lastIndexOf('/') + 1
  const folder = place.slice(0, cut)
  const beside = relationsOf(part(`${folder}_rels/${place.slice(cut)}.rels`) ?? '', folder)
  const other = (name: string): string => part(beside.get(name) ?? `${folder}${name}.xml`) ?? ''
  return { main, styles: other('styles'), numbering: other('numbering'), theme: part(beside.get('theme') ?? `${folder}theme/theme1.xml`) ?? '', title: titleIn(part('docProps/core.xml') ?? '') }
}

/** The text of a part in UTF-8 or UTF-16, the two that are allowed; null where it is not there. */
const partText = (bytes: Uint8Array, archive: ZipArchive, name: string, subject: string): string | null => {
  const data = readEntry(bytes, archive, name, subject)
  if (!data) return null
  const [first, second] = data
  const isLittle = (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)
  const isBig = (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)
  return new TextDecoder(isLittle ? 'utf-16le' : isBig ? 'utf-16be' : 'utf-8').decode(data)
}

/** Where the relations of a part lead, by the last word of their type; names outside of the archive lead nowhere. */
const relationsOf = (xml: string, folder: string): ReadonlyMap<string, string> => {
  const places = new Map<string, string>()
  scanXml(xml, {
    opens: (name, attributes) => {
      if (!name.endsWith('Relationship') || attributeOf(attributes, 'TargetMode') === 'External') return
      const [type = '', target = ''] = [attributeOf(attributes, 'Type') ?? '', attributeOf(attributes, 'Target') ?? '']
      const word = type.slice(type.lastIndexOf('/') + 1)
      if (!places.has(word)) places.set(word, target.startsWith('/') ? target.slice(1) : `${folder}${target}`)
    },
    closes: () => undefined,
  })
  return places
}

/** A title in the properties, where it is one and not what a template or another program put there. */
const titleIn = (xml: string): string | null => {
  let [within, title] = ['', '']
  scanXml(xml, {
    opens: name => {
      within = name
    },
    closes: () => {
      within = ''
    },
    says: text => {
      if (within === 'dc:title' && title.length < 300) title += text
    },
  })
  const bare = title.replace(/^Microsoft Word - /iu, '').replace(/\.(?:docx?|odt|rtf|fdx|pdf)$/iu, '').replace(/[\s_]+/gu, ' ').trim()
  return bare.length < 2 || bare.length > 120 || noTitle.test(bare) ? null : bare
}

const noTitle = /^\(?(?:anonymous|untitled|unknown|working title|document\s?\d*|.*\btemplate\b.*|title|screenplay|script)\)?$/iu
