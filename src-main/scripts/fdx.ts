import { CastMatchError } from '../../src-preload/contract/errors.ts'
import type { ScriptWarning } from '../../src-preload/contract/index.ts'
import { decodeText } from './decodeText.ts'
import { placeOnPages } from './fdxPages.ts'
import { fdxBlocks, paragraphText } from './fdxParagraphs.ts'
import type { FdxStyles } from './fdxParagraphs.ts'
import { attributeOf, childrenOf, parseXml } from './fdxXml.ts'
import type { XmlNode } from './fdxXml.ts'
import type { LegacyLetters } from './legacyFontLetters.ts'
import type { DraftScript, ScriptReader } from './reader.ts'

/**
 * Reads Final Draft's XML, as Final Draft itself and other programs write it (Fade In, screenplain, afterwriting).
 *
 * In UTF-8, UTF-16 or windows-1252. Of the document only the script, the title page and the settings of its paragraph types are read.
 */
export const fdxReader: ScriptReader = {
  format: 'fdx',
  name: 'a Final Draft document (FDX)',
  extensions: ['fdx'],
  looksLike: bytes => {
    const head = decodeText(bytes.subarray(0, 4096)).text.trimStart()
    return head.startsWith('<') && head.includes('<FinalDraft')
  },
  read: async (bytes, { fileName, letters }) => readFdx(bytes, fileName, letters),
}

/** Reads a Final Draft file; throws FILE_UNREADABLE where it is no well-formed XML, is cut short or is another kind of document. */
export const readFdx = (bytes: Uint8Array, fileName: string, letters?: LegacyLetters): DraftScript => {
  const { text, guessed } = decodeText(bytes)
  const root = parseXml(text)?.map(node => childrenOf(node, 'FinalDraft')).find(children => children !== null)
  if (!root) throw new CastMatchError('FILE_UNREADABLE', { subject: fileName, detail: 'it is not a whole Final Draft document' })
  const laid = placeOnPages(fdxBlocks(below(root, 'Content'), stylesOf(root), letters && { letters, byType: fontsOf(root) }))
  return { title: titleOf(below(below(root, 'TitlePage'), 'Content')), ...laid, warnings: guessed && !declaresLatin(text) ? [guessedWarning] : [], draftLines: draftLinesOf(root, text) }
}

const below = (nodes: readonly XmlNode[], name: string): readonly XmlNode[] => nodes.flatMap(node => childrenOf(node, name) ?? [])

/** What each type of paragraph is paginated as; a writer may add types of his own and rename those that are there. */
const stylesOf = (root: readonly XmlNode[]): FdxStyles =>
  new Map(
    root.flatMap(node => {
      const behavior = childrenOf(node, 'ElementSettings')?.find(child => childrenOf(child, 'Behavior'))
      return behavior ? [[attributeOf(node, 'Type').trim().toLowerCase(), attributeOf(behavior, 'PaginateAs').trim().toLowerCase()] as const] : []
    }),
  )

/** The font of each type of paragraph, for text that names none of its own. */
const fontsOf = (root: readonly XmlNode[]): ReadonlyMap<string, string> =>
  new Map(
    root.flatMap(node => {
      const spec = childrenOf(node, 'ElementSettings')?.find(child => childrenOf(child, 'FontSpec'))
      return spec ? [[attributeOf(node, 'Type').trim().toLowerCase(), attributeOf(spec, 'Font')] as const] : []
    }),
  )

const byline = /^(?:(?:story|screenplay|teleplay|script)\s+)?(?:(?:written|adapted|created)\s+)?by\b|^(?:based on|copyright|revised)\b|\bdraft$|©/iu
/** What Final Draft's own templates print where a title belongs. */
const placeholder = /^(?:script title|title of script|screenplay title|title|name of (?:project|show|series))$/iu

/** The title of a title page: its first centred paragraph, else its first; null where that is the byline or was never filled in. */
const titleOf = (titlePage: readonly XmlNode[]): string | null => {
  const paragraphs = titlePage.flatMap(node => {
    const children = childrenOf(node, 'Paragraph')
    const text = children ? paragraphText(children).replace(/\s+/gu, ' ').trim().slice(0, 200) : ''
    return /\p{L}|\p{N}/u.test(text) ? [{ text, isCentred: attributeOf(node, 'Alignment') === 'Center' }] : []
  })
  const text = (paragraphs.find(({ isCentred }) => isCentred) ?? paragraphs[0])?.text ?? ''
  const title = text.replace(/^["“'‘]+|["”'’]+$/gu, '').trim()
  return title === '' || byline.test(title) || placeholder.test(title) ? null : title
}

/** The lines of the title page and of the running heads, and the name of the latest set of revisions that the text was marked with. */
const draftLinesOf = (root: readonly XmlNode[], text: string): readonly string[] => {
  const heads = below(root, 'HeaderAndFooter').flatMap(node => childrenOf(node, 'Header') ?? childrenOf(node, 'Footer') ?? [])
  const lines = [...below(below(root, 'TitlePage'), 'Content'), ...heads].flatMap(node => {
    const children = childrenOf(node, 'Paragraph')
    return children ? [paragraphText(children).replace(/\s+/gu, ' ').trim()] : []
  })
  // Every document lists all the colours; only those on the text were issued, and 0 is none.
  const latest = [...text.matchAll(/\bRevisionID="(\d{1,3})"/gu)].reduce((most, [, id]) => Math.max(most, Number(id)), 0)
  const names = below(root, 'Revisions').flatMap(node => (latest > 0 && Number(attributeOf(node, 'ID')) === latest ? [attributeOf(node, 'Name')] : []))
  return [...lines, ...names.map(name => (/rev/iu.test(name) ? name : `${name} Rev.`))].filter(line => line !== '')
}

/** Tells whether a document says that it is in the letters that {@link decodeText} guesses. */
const declaresLatin = (text: string): boolean => /^\s*<\?xml[^>]*encoding\s*=\s*["'](?:windows-1252|iso-8859-1)["']/iu.test(text.slice(0, 200))

const guessedWarning: ScriptWarning = {
  code: 'ENCODING_GUESSED',
  page: null,
  message: 'The file is not in Unicode, so letters with accents may be wrong. Export it again if names look odd.',
}
