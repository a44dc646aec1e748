import { memo } from 'react'
import Markdown, { type Components } from 'react-markdown'
import remarkGfm from 'remark-gfm'
import type { RecordCard } from '../../src-preload/contract/chat.ts'
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
 * A text that grows is read in parts, of which only the last is read again.
 */
export function MarkdownText({ text, cards }: MarkdownTextProps) {
  return <div className={classes.text}>{markdownParts(text).map((part, index) => <MarkdownPart key={index} text={part} cards={cards} />)}</div>
}

const MarkdownPart = memo(function MarkdownPart({ text, cards }: MarkdownTextProps) {
  return <Markdown remarkPlugins={plugins} urlTransform={allowedAddress} components={componentsFor(cards)}>{text}</Markdown>
})

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
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a table that scrolls must be reached by the keys
  table: ({ children }) => <div className={classes.wide} role="region" aria-label="Table" tabIndex={0}><table>{children}</table></div>,
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- code that scrolls must be reached by the keys
  pre: ({ children }) => <pre className={classes.code} tabIndex={0}>{children}</pre>,
}
