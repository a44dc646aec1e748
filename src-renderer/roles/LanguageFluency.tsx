import { NativeSelect } from '@mantine/core'
import type { AskedLanguage } from '../../src-preload/contract/roles.ts'
import { Fluency } from '../../src-preload/contract/words.ts'
import classes from './Breakdown.module.css'

const words: Readonly<Record<Fluency, string>> = { native: 'mother tongue', fluent: 'fluent', conversational: 'conversational', basic: 'basic' }

/** How well each language must be spoken; any will do where nothing is chosen. */
export function LanguageFluency({ asked, onChange }: { readonly asked: readonly AskedLanguage[]; readonly onChange: (asked: AskedLanguage[]) => void }) {
  if (asked.length === 0) return null
  const set = (at: number, value: string) => {
    const fluency = Fluency.safeParse(value).data
    onChange(asked.map(({ name, must, ...rest }, index) => (index === at ? { name, must, ...(fluency && { fluency }) } : { name, must, ...rest })))
  }
  return (
    <div className={classes.fields}>
      {asked.map((one, at) => (
        <NativeSelect
          key={one.name}
          size="xs"
          label={`${one.name}, at least`}
          value={one.fluency ?? ''}
          data={[{ value: '', label: 'Any' }, ...Fluency.options.map(value => ({ value, label: words[value] }))]}
          onChange={event => set(at, event.currentTarget.value)}
        />
      ))}
    </div>
  )
}
