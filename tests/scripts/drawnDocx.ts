import { crc32, deflateRawSync } from 'node:zlib'

/** What an archive says of a file, against the truth. */
export type Says = { readonly size?: number; readonly packed?: number; readonly crc?: number; readonly from?: number; readonly flags?: number }

/** A file to pack. */
export type Packed = { readonly name: string; readonly content: string | Uint8Array; readonly stored?: boolean; readonly says?: Says }

/** Packs files into a zip archive, deflated unless told otherwise (PKWARE APPNOTE 4.3); `large` writes its sizes as ZIP64 does. */
export const zipOf = (files: readonly Packed[], large = false): Uint8Array => {
  const chunks: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, content, stored, says = {} } of files) {
    const plain = Buffer.from(content)
    const data = stored ? plain : deflateRawSync(plain)
    const called = Buffer.from(name)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(says.flags ?? 0, 2)
    fields.writeUInt16LE(stored ? 0 : 8, 4)
    fields.writeUInt32LE(says.crc ?? crc32(plain), 10)
    fields.writeUInt32LE(says.packed ?? data.length, 14)
    fields.writeUInt32LE(says.size ?? plain.length, 18)
    fields.writeUInt16LE(called.length, 22)
    const more = Buffer.alloc(14)
    more.writeUInt32LE(says.from ?? at, 10)
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), ...(large ? largeEntry(fields, more, called) : [fields, more, called])]))
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), fields, called, data])
    chunks.push(local)
    at += local.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(large ? 0xffffffff : at, 16)
  return new Uint8Array(Buffer.concat([...chunks, list, ...(large ? largeEnd(files.length, list.length, at) : []), end]))
}

/** An entry of the directory whose size, packed size and place stand in an extra field of 64-bit numbers. */
const largeEntry = (fields: Buffer, more: Buffer, called: Buffer): Buffer[] => {
  const extra = Buffer.alloc(28)
  extra.writeUInt16LE(1, 0)
  extra.writeUInt16LE(24, 2)
  extra.writeBigUInt64LE(BigInt(fields.readUInt32LE(18)), 4)
  extra.writeBigUInt64LE(BigInt(fields.readUInt32LE(14)), 12)
  extra.writeBigUInt64LE(BigInt(more.readUInt32LE(10)), 20)
  const [sizes, place] = [Buffer.from(fields), Buffer.from(more)]
  sizes.fill(0xff, 14, 22)
  sizes.writeUInt16LE(extra.length, 24)
  place.fill(0xff, 10, 14)
  return [sizes, place, called, extra]
}

const largeEnd = (count: number, size: number, start: number): Buffer[] => {
  const [record, locator] = [Buffer.alloc(56), Buffer.alloc(20)]
  record.write('PK\u0006\u0006', 'latin1')
  for (const [at, value] of [[24, count], [32, count], [40, size], [48, start]] as const) record.writeBigUInt64LE(BigInt(value), at)
  locator.write('PK\u0006\u0007', 'latin1')
  locator.writeBigUInt64LE(BigInt(start + size), 8)
  return [record, locator]
}

/** How a paragraph is set; lengths in points, `raw` goes into its properties as it stands. */
export type Setting = {
  readonly style?: string
  readonly left?: number
  readonly right?: number
  readonly first?: number
  readonly align?: string
  readonly before?: number
  readonly after?: number
  readonly caps?: boolean
  readonly size?: number
  readonly raw?: string
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

const marks: Readonly<Record<string, string>> = { '\n': '<w:br/>', '\t': '<w:tab/>', '\f': '<w:br w:type="page"/>', '\v': '<w:lastRenderedPageBreak/>' }

/** The runs of a text: \n is a line break, \t a tab, \f a page break, \v the mark of one that Word laid out. */
export const runs = (text: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}${text.split(/([\n\t\f\v])/u).filter(Boolean).map(wordOf).join('')}</w:r>`

const wordOf = (part: string): string => marks[part] ?? `<w:t xml:space="preserve">${escaped(part)}</w:t>`

const lookOf = ({ left, right, first, align, before, after, raw = '' }: Setting): string => {
  const ind = [['left', left], ['right', right], ['firstLine', first]].filter(([, value]) => value !== undefined).map(([key,
    value]) => ` w:${key}="${Number(value) * 20}"`).join('')
  const space = [['before', before], ['after', after]].filter(([, value]) => value !== undefined).map(([key,
    value]) => ` w:${key}="${Number(value) * 20}"`).join('')
  return `${space && `<w:spacing${space}/>`}${ind && `<w:ind${ind}/>`}${align ? `<w:jc w:val="${align}"/>` : ''}${raw}`
}

/** A paragraph of a document. */
export const paragraph = (text: string, setting: Setting = {}): string => {
  const properties = `${setting.caps ? '<w:caps/>' : ''}${setting.size ? `<w:sz w:val="${setting.size * 2}"/>` : ''}`
  const style = setting.style ? `<w:pStyle w:val="${setting.style}"/>` : ''
  return `<w:p><w:pPr>${style}${lookOf(setting)}</w:pPr>${text === '' ? '' : runs(text, properties)}</w:p>`
}

/** An empty paragraph. */
export const blank = '<w:p/>'

/** A table of rows of cells, each cell the XML of its paragraphs. */
export const table = (rows: readonly (readonly string[])[]): string =>
  `<w:tbl><w:tblPr/>${rows.map(cells => `<w:tr>${cells.map(cell => `<w:tc><w:tcPr/>${cell}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`

/** A style: its id, its name, how it is set, what it is based on, and what goes into the properties of its letters as it stands. */
export type DrawnStyle = Setting & { readonly id: string; readonly name?: string; readonly base?: string; readonly letters?: string }

/** What else stands in the archive. */
export type DocxDrawing = {
  readonly styles?: readonly DrawnStyle[]
  readonly title?: string
  readonly main?: string
  readonly others?: readonly Packed[]
  readonly stored?: boolean
  readonly prefix?: string
}

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const compatible = 'http://schemas.openxmlformats.org/markup-compatibility/2006'
const section = '<w:sectPr><w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:left="1800" w:right="1800"/></w:sectPr>'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** The XML of a main part around its body. */
export const documentOf = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document xmlns:w="${word}" xmlns:mc="${compatible}"><w:body>${body}${section}</w:body></w:document>`

const styleOf = ({ id, name = id, base, caps, size, letters = '', ...setting }: DrawnStyle): string =>
  [
    `<w:style w:type="paragraph" w:styleId="${id}"${id === 'Normal' ? ' w:default="1"' : ''}><w:name w:val="${name}"/>`,
    base ? `<w:basedOn w:val="${base}"/>` : '',
    `<w:pPr>${lookOf(setting)}</w:pPr><w:rPr>${caps ? '<w:caps/>' : ''}${size ? `<w:sz w:val="${size * 2}"/>` : ''}${letters}</w:rPr></w:style>`,
  ].join('')

/** Draws a Word document around the XML of its paragraphs. */
export const drawDocx = (body: string | readonly string[], { styles = [], title = '', main = 'word/document.xml', others = [], stored = false,
  prefix = 'w' }: DocxDrawing = {}): Uint8Array => {
  const renamed = (xml: string): string => (prefix === 'w' ? xml : xml.replaceAll(/(?<=[<\s/])w:/gu, prefix && `${prefix}:`).replace('xmlns:w=',
    prefix ? `xmlns:${prefix}=` : 'xmlns='))
  const xml = renamed(documentOf(typeof body === 'string' ? body : body.join('')))
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  return zipOf([
    { name: '[Content_Types].xml', content: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>', stored },
    { name: '_rels/.rels', content: `<Relationships><Relationship Id="rId1" Type="${office}/officeDocument" Target="${main}"/></Relationships>`, stored },
    { name: main, content: xml, stored },
    { name: `${folder}styles.xml`, content: renamed(`<w:styles xmlns:w="${word}">${styles.map(styleOf).join('')}</w:styles>`), stored },
    { name: 'docProps/core.xml', content: `<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:title>${escaped(title)}</dc:title></cp:coreProperties>`, stored },
    ...others,
  ])
}
