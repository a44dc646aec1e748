import { Button, Kbd, SegmentedControl } from '@mantine/core'
import { IconArrowsLeftRight, IconCheck, IconMinus } from '@tabler/icons-react'
import { useId, useImperativeHandle, useState, type RefObject } from 'react'
import type { ComparedFact, ComparedRecords, Duplicate, DuplicateReason, Taken } from '../../../src-preload/contract/duplicates.ts'
import type { Talent, TalentId } from '../../../src-preload/contract/talent.ts'
import { today } from '../../casting/standingWords.ts'
import { Avatar } from '../../look/Avatar.tsx'
import { useFreshAnswer } from '../../look/changes.tsx'
import { FourStates } from '../../look/FourStates.tsx'
import { MadeMark } from '../../look/MadeMark.tsx'
import { countWords } from '../../look/words.ts'
import { useSettings } from '../../window/settingsStore.tsx'
import { originWords } from '../factOrigins.tsx'
import { fieldWords, valueLines, type Wording } from './factValues.ts'
import classes from './PairPane.module.css'
import type { Choices, Decisions } from './useDecisions.ts'

/** What keys do with the pair that is open. */
export interface PairPaneKeys {
  readonly merge: () => void
}

interface PairPaneProps {
  readonly pair: Duplicate
  readonly decisions: Decisions
  readonly keysRef: RefObject<PairPaneKeys | null>
}

/** The two records of a pair side by side, what speaks for and against, and for each fact that differs which to take. */
export function PairPane({ pair, decisions, keysRef }: PairPaneProps) {
  const [keep, setKeep] = useState<TalentId | null>(null)
  const answer = useFreshAnswer(['talent'], (office, signal) => office.duplicates.compare({ id: pair.id, ...(keep && { keep }) }, { signal }), [pair.id, keep], { keep: true })
  return (
    <section className={classes.pane} aria-label="Side by side">
      <FourStates answer={answer} what="both records">
        {records => <Records key={records.kept.id} pair={pair} records={records} decisions={decisions} keysRef={keysRef} onSwap={() => setKeep(records.other.id)} />}
      </FourStates>
    </section>
  )
}

interface RecordsProps extends PairPaneProps {
  readonly records: ComparedRecords
  readonly onSwap: () => void
}

function Records({ pair, records, decisions, keysRef, onSwap }: RecordsProps) {
  const { kept, other, facts, reasons } = records
  const [choices, setChoices] = useState<Choices>({})
  const { settings: { locale } } = useSettings()
  const wording = { locale, day: today() }
  const merge = () => void decisions.merge(kept, other, choices)
  useImperativeHandle(keysRef, () => ({ merge }))
  const telling = facts.filter(({ state }) => state !== 'same')
  const same = facts.filter(({ state }) => state === 'same')
  return (
    <>
      <Reasons reasons={reasons} />
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <td />
              <th scope="col"><Person talent={kept} says="Stays" /></th>
              <th scope="col"><Person talent={other} says="Is merged into it" /></th>
              <td className={classes.swap}><Button variant="subtle" size="compact-xs" leftSection={<IconArrowsLeftRight size={14} aria-hidden />} onClick={onSwap}>Swap</Button></td>
            </tr>
          </thead>
          <tbody>
            {telling.map(fact => (
              <FactRow key={fact.field} fact={fact} records={records} wording={wording} taken={choices[fact.field] ?? fact.proposed} onTake={taken => setChoices({ ...choices, [fact.field]: taken })} />
            ))}
            {same.map(({ field }) => (
              <tr key={field} data-same>
                <th scope="row">{fieldWords[field]}</th>
                <td colSpan={2}><Lines lines={valueLines(field, kept, wording)} /></td>
                <td className={classes.taken}>Same in both</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <footer data-foot className={classes.foot}>
        <Button disabled={decisions.busy} onClick={merge} rightSection={<Kbd size="xs">M</Kbd>}>Merge into one</Button>
        <Button variant="default" disabled={decisions.busy} onClick={() => void decisions.dismiss(pair)} rightSection={<Kbd size="xs">N</Kbd>}>Not the same person</Button>
        <span className={classes.hint}>Lists, sessions, memories and media of both come to {kept.name}. It can be taken back at any time.</span>
      </footer>
    </>
  )
}

function Reasons({ reasons }: { readonly reasons: readonly DuplicateReason[] }) {
  return (
    <div className={classes.reasons}>
      <ul aria-label="What speaks for one person, and what against">
        {reasons.map(({ speaks, words }) => (
          <li key={words} data-speaks={speaks}>
            {speaks === 'for' ? <IconCheck size={14} aria-hidden /> : <IconMinus size={14} aria-hidden />}
            <span className="visually-hidden">{speaks === 'for' ? 'For: ' : 'Against: '}</span>{words}
          </li>
        ))}
      </ul>
      <MadeMark>
        <p>CastMatch compared names by their sound across spellings and scripts, phones, e-mails, links, ages, heights and headshots, by rules on this laptop.</p>
        <p>A shared phone counts less the more people have it; a family shares its name, its phone and its city.</p>
      </MadeMark>
    </div>
  )
}

function Person({ talent, says }: { readonly talent: Talent; readonly says: string }) {
  return (
    <span className={classes.person}>
      <Avatar name={talent.name} picture={talent.picture} size={32} />
      <span><a href={`#/talent?id=${encodeURIComponent(talent.id)}`}>{talent.name}</a><small>{says}{talent.source && `, from ${talent.source}`}</small></span>
    </span>
  )
}

interface FactRowProps {
  readonly fact: ComparedFact
  readonly records: ComparedRecords
  readonly wording: Wording
  readonly taken: Taken
  readonly onTake: (taken: Taken) => void
}

function FactRow({ fact: { field, state, joins }, records: { kept, other }, wording, taken, onTake }: FactRowProps) {
  const id = useId()
  const side = (person: Talent, name: 'kept' | 'other') => {
    const lines = valueLines(field, person, wording)
    const origin = person.sources[field]
    return (
      <td data-taken={taken === name || taken === 'both'} title={origin && originWords(origin, wording.locale)}>
        {lines.length === 0 ? <span className={classes.unknown}>not known</span> : <Lines lines={lines} />}
      </td>
    )
  }
  return (
    <tr data-differs={state === 'differs'}>
      <th scope="row" id={id}>{fieldWords[field]}</th>
      {side(kept, 'kept')}
      {side(other, 'other')}
      <td className={classes.taken}>
        {state === 'one' ? 'Kept' : (
          <SegmentedControl
            aria-labelledby={id} size="xs" value={taken} onChange={value => onTake(value)}
            data={[{ value: 'kept', label: 'Left' }, ...(joins ? [{ value: 'both' as const, label: 'Both' }] : []), { value: 'other', label: 'Right' }]}
          />
        )}
      </td>
    </tr>
  )
}

/** How many lines of a long list show. */
const mostLines = 8

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <>
      {lines.slice(0, mostLines).map((line, at) => <span key={at} className={classes.value}>{line}</span>)}
      {lines.length > mostLines && <span className={classes.unknown}>and {countWords(lines.length - mostLines, 'more', 'more')}</span>}
    </>
  )
}
