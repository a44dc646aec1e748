import { memo, type ReactNode } from 'react'
import Markdown, { type Components } from 'react-markdown'
import remarkGfm from 'remark-gfm'
import type { RecordCard } from '../../src-preload/contract/chat.ts'
import { cutBlock, type CutBlock } from './cutBlock.ts'
import classes from './MarkdownText.module.css'
import { markdownParts } from './markdownParts.ts'
import { RecordLink } from './RecordCards.tsx'
import { WebLink } from './WebLink.tsx'

interface MarkdownTextProps {
  readonly text: string
  /** The records that the text may point at; a link to any other is plain words. */
  readonly cards: readonly RecordCard[]
}

/**
 * Shows what Claude wrote. Untrusted: HTML is shown as the letters it is, pictures as their words, and links to the web ask first.
 *
 * A text that grows is read in parts, of which only the last is read again; a long part in pieces, for the same reason.
 */
export function MarkdownText({ text, cards }: MarkdownTextProps) {
  return <div className={classes.text}>{markdownParts(text).map((part, index) => <MarkdownPart key={index} text={part} cards={cards} />)}</div>
}

const MarkdownPart = memo(function MarkdownPart({ text, cards }: MarkdownTextProps) {
  const cut = cutBlock(text)
  return cut ? <LongBlock cut={cut} cards={cards} /> : <Piece text={text} cards={cards} />
}, isSame)

interface PieceProps extends MarkdownTextProps {
  /** What is drawn otherwise than elsewhere. */
  readonly as?: Components
}

const Piece = memo(function Piece({ text, cards, as }: PieceProps) {
  return <Markdown remarkPlugins={plugins} urlTransform={allowedAddress} components={{ ...componentsFor(cards), ...as }}>{text}</Markdown>
}, isSame)

/** The whole message that follows its words says the same with new objects: nothing is read again for that. */
function isSame(one: PieceProps, other: PieceProps): boolean {
  return one.text === other.text && one.as === other.as && (one.cards === other.cards || JSON.stringify(one.cards) === JSON.stringify(other.cards))
}

/** A block that was cut, put together again: one table, one block of code, one quotation, one paragraph. */
function LongBlock({ cut, cards }: { readonly cut: CutBlock; readonly cards: readonly RecordCard[] }) {
  const { pieces } = cut
  const parts = () => pieces.map((piece, index) => <MarkdownPart key={index} text={piece} cards={cards} />)
  switch (cut.kind) {
    case 'code': return <CodeFrame><code>{pieces.map((piece, index) => <Lines key={index} text={piece} />)}</code></CodeFrame>
    case 'table': return <TableFrame>{pieces.map((piece, index) => <Piece key={index} text={piece} cards={cards} as={index === 0 ? inTable : inTableBelow} />)}</TableFrame>
    case 'list': return pieces.length === 1 ? <Piece text={pieces[0] ?? ''} cards={cards} /> : parts()
    case 'item': return cut.number === null ? <ul><li>{parts()}</li></ul> : <ol start={cut.number}><li>{parts()}</li></ol>
    case 'quote': return <blockquote>{parts()}</blockquote>
    case 'words': return <p>{pieces.map((piece, index) => <Piece key={index} text={piece} cards={cards} as={inParagraph} />)}</p>
  }
}

const Lines = memo(function Lines({ text }: { readonly text: string }) {
  return text
})

const inTable: Components = { table: ({ children }) => children }
const inTableBelow: Components = { ...inTable, thead: () => null }
const inParagraph: Components = { p: ({ children }) => <>{children} </> }

// oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a table that scrolls must be reached by the keys
const TableFrame = ({ children }: { readonly children?: ReactNode }) => <div className={classes.wide} role="region" aria-label="Table" tabIndex={0}><table>{children}</table></div>

// oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- code that scrolls must be reached by the keys
const CodeFrame = ({ children }: { readonly children?: ReactNode }) => <pre className={classes.code} tabIndex={0}>{children}</pre>

const plugins = [remarkGfm]

/** An address of the web, or a place in this conversation; anything else leads nowhere. */
const allowedAddress = (address: string): string => (/^(?:#|https?:\/\/)/iu.test(address) ? address : '')

const componentsFor = (cards: readonly RecordCard[]): Components => ({
  ...plain,
  a: ({ href, children }) => {
    const card = href?.startsWith('#') ? cards.find(({ ref }) => `#${ref}` === href) : undefined
    if (card) return <RecordLink card={card}>{children}</RecordLink>
    return href && /^https?:/iu.test(href) ? <WebLink address={href}>{children}</WebLink> : <span>{children}</span>
  },
})

const plain: Components = {
  h1: ({ children }) => <h3>{children}</h3>,
  h2: ({ children }) => <h3>{children}</h3>,
  h3: ({ children }) => <h4>{children}</h4>,
  h4: ({ children }) => <h4>{children}</h4>,
  h5: ({ children }) => <h4>{children}</h4>,
  h6: ({ children }) => <h4>{children}</h4>,
  img: ({ alt }) => <span className={classes.picture}>{alt ? `[picture: ${alt}]` : '[picture]'}</span>,
  input: ({ checked }) => <span role="img" aria-label={checked ? 'done' : 'to do'}>{checked ? '☑' : '☐'} </span>,
  table: ({ children }) => <TableFrame>{children}</TableFrame>,
  pre: ({ children }) => <CodeFrame>{children}</CodeFrame>,
}
