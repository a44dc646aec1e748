import { Badge, Checkbox, TextInput } from '@mantine/core'
import { IconSparkles } from '@tabler/icons-react'
import { useState } from 'react'
import type { ProposedPerson } from '../../src-preload/contract/profiles.ts'
import type { TalentField } from '../../src-preload/contract/talent.ts'
import { MarkedText } from './MarkedText.tsx'
import { effectWords, talentFieldWords } from './profileWords.ts'
import classes from './ProfilesScreen.module.css'

interface ProposedPersonCardProps {
  readonly person: ProposedPerson
  readonly taken: boolean
  readonly without: readonly TalentField[]
  readonly name: string
  readonly onTake: (taken: boolean) => void
  readonly onWithout: (fields: readonly TalentField[]) => void
  readonly onName: (name: string) => void
}

/** Somebody who was read: what would be written with a tick for each fact, beside the words it came from. */
export function ProposedPersonCard({ person, taken, without, name, onTake, onWithout, onName }: ProposedPersonCardProps) {
  const [near, setNear] = useState<TalentField | null>(null)
  const shown = person.name || name || 'somebody without a name'
  const nothing = person.known !== null && person.facts.length === 0
  return (
    <li className={classes.person} data-out={!taken}>
      <div className={classes.head}>
        <Checkbox aria-label={`Take in ${shown}`} checked={taken} onChange={event => onTake(event.currentTarget.checked)} />
        {person.name === ''
          ? <TextInput size="xs" w={240} aria-label="Name of this person" placeholder="No name was found; give one" value={name} maxLength={160} onChange={event => onName(event.currentTarget.value)} />
          : <h2>{person.name}</h2>}
        {!person.acts && <Badge variant="default" tt="none" fw={500}>Nothing says they act</Badge>}
        <span className={classes.state}>{effectWords(person)}</span>
      </div>
      <div className={classes.two} data-alone={person.text === ''}>
        <ul className={classes.facts} aria-label={`What is known of ${shown}`}>
          {nothing && <li className={classes.told}><span /><span className={classes.field} /><span>All of this stands in the book already.</span></li>}
          {person.facts.map(({ field, read, before, by }) => (
            <li key={field} onPointerEnter={() => setNear(field)} onPointerLeave={() => setNear(null)} onFocus={() => setNear(field)} onBlur={() => setNear(null)}>
              <Checkbox
                size="xs" disabled={!taken} aria-label={`${talentFieldWords[field]}: ${read}${by === 'claude' ? ', by Claude' : ''}`} checked={taken && !without.includes(field)}
                onChange={event => onWithout(event.currentTarget.checked ? without.filter(other => other !== field) : [...without, field])}
              />
              <span className={classes.field} aria-hidden>{talentFieldWords[field]}</span>
              <span className={classes.value} aria-hidden>{before !== null && <span className={classes.before}>{before}</span>}{field === 'credits' ? read.replaceAll('; ', '\n') : read}{by === 'claude' && <span className={classes.byClaude}><IconSparkles size={12} aria-hidden /> by Claude</span>}</span>
            </li>
          ))}
        </ul>
        {person.text !== '' && (
          <section className={classes.source} aria-label={`The words ${shown} was read from`}>
            <h3>From {person.from}</h3>
            <MarkedText text={person.text} marks={person.marks} near={near} />
          </section>
        )}
      </div>
    </li>
  )
}
