import { Button } from '@mantine/core'
import { IconLanguage } from '@tabler/icons-react'
import { countWords } from '../look/words.ts'
import classes from './LegacyBanner.module.css'
import type { LegacyNews } from './legacyLetters.ts'

interface LegacyBannerProps {
  readonly news: LegacyNews
  readonly busy: boolean
  readonly onPreview: () => void
  readonly onLeave: () => void
}

/** Says that a script is set in a legacy font and asks whether it is to be converted; it stays until she has said so. */
export function LegacyBanner({ news, busy, onPreview, onLeave }: LegacyBannerProps) {
  const canConvert = news.left.length + news.guessed.length > 0
  return (
    <section className={classes.banner} aria-label="Old font">
      <IconLanguage size={20} className={classes.icon} aria-hidden />
      <p className={classes.words}>
        {canConvert && <>{newsWords(news)} Convert {news.pages === 1 ? 'it' : 'them'} to Unicode? </>}
        {news.unknown.length > 0 && <>{named(news.unknown)} on {countWords(news.unknownPages, 'page')} cannot be converted, because no table of it is published: ask for the script in Unicode.</>}
      </p>
      <div className={classes.actions}>
        {canConvert && <Button variant="filled" disabled={busy} onClick={onPreview}>Preview</Button>}
        <Button variant="default" loading={busy} onClick={onLeave}>Leave as it is</Button>
      </div>
    </section>
  )
}

function newsWords({ left, guessed, pages }: LegacyNews): string {
  const several = left.length + guessed.length > 1
  const font = `${named([...left, ...guessed])}, ${several ? 'old Hindi fonts' : 'an old Hindi font'}`
  if (left.length > 0) return `${countWords(pages, 'page')} ${pages === 1 ? 'is' : 'are'} set in ${font}, so ${pages === 1 ? 'its' : 'their'} Hindi cannot be read as text.`
  return `${countWords(pages, 'page')} ${pages === 1 ? 'looks' : 'look'} as if typed for ${font}.`
}

const named = (fonts: readonly string[]): string => new Intl.ListFormat('en', { type: 'conjunction' }).format(fonts)
