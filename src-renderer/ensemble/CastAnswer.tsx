import { Button, Menu, SegmentedControl } from '@mantine/core'
import { IconChevronDown, IconCircleCheck, IconHourglass, IconListCheck } from '@tabler/icons-react'
import { useState } from 'react'
import type { CastingList } from '../../src-preload/contract/casting.ts'
import type { Cast, Ensemble, EnsembleWishes } from '../../src-preload/contract/ensemble.ts'
import type { TalentId } from '../../src-preload/contract/talent.ts'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { Chip } from '../look/Chip.tsx'
import { useChanged } from '../look/changes.tsx'
import { MadeMark } from '../look/MadeMark.tsx'
import { offerUndo, say, sayFailure } from '../look/UndoToast.tsx'
import { countWords } from '../look/words.ts'
import { useSettings } from '../window/settingsStore.tsx'
import classes from './CastAnswer.module.css'
import { CastTable } from './CastTable.tsx'
import { castName, chemistryWords, feeWords, moneyWords, pairWords, proofWords } from './ensembleWords.ts'
import { SideBySide } from './SideBySide.tsx'
import type { WishDesk } from './wishDesk.ts'

interface CastAnswerProps {
  readonly desk: WishDesk
  readonly ensemble: Ensemble
  /** The wishes that it was found under. */
  readonly wishes: EnsembleWishes
  readonly onOpen: (id: TalentId) => void
}

const beside = 'beside'

/** The casts that were found: one role by role, or all side by side. */
export function CastAnswer({ desk, ensemble, wishes, onOpen }: CastAnswerProps) {
  const { casts } = ensemble
  const [shown, setShown] = useState('0')
  const at = shown === beside ? 0 : Math.min(Number(shown), casts.length - 1)
  const [best, cast] = [casts[0], casts[at]]
  if (!best || !cast) return null
  const views = [...casts.map((_, index) => ({ value: `${index}`, label: castName(index) })), ...(casts.length > 1 ? [{ value: beside, label: 'Side by side' }] : [])]
  return (
    <>
      <div className={classes.bar}>
        {views.length > 1 ? <SegmentedControl aria-label="Which cast" data={views} value={shown === beside ? beside : `${at}`} onChange={setShown} /> : <h2 className={classes.title}>Best cast</h2>}
        <span className={classes.space} />
        <PutOnLists cast={cast} name={castName(at)} />
      </div>
      <div className={classes.second}>
        {shown === beside ? <span className={classes.hint}>Who differs from the best cast is marked.</span> : <Totals cast={cast} at={at} wishes={wishes} />}
        <FromWhat ensemble={ensemble} wishes={wishes} />
      </div>
      {shown === beside ? <SideBySide casts={casts} onOpen={onOpen} /> : <CastTable desk={desk} cast={cast} best={best} onOpen={onOpen} />}
      {casts.length === 1 && wishes.alternatives > 0 && <p className={classes.said}>No other cast keeps these wishes and differs in {countWords(wishes.distance, 'role')} or more.</p>}
      <Pairs cast={cast} name={castName(at)} ensemble={ensemble} wishes={wishes} />
    </>
  )
}

function Totals({ cast, at, wishes }: { readonly cast: Cast; readonly at: number; readonly wishes: EnsembleWishes }) {
  const { settings: { locale } } = useSettings()
  const limit = wishes.feeTotal ? `, of ${moneyWords(wishes.feeTotal, locale)}` : ''
  return (
    <dl className={classes.totals} aria-label={`Totals of the ${castName(at).toLowerCase()}`}>
      <div className={classes.proof} data-proven={cast.proven}>
        <dt className="visually-hidden">Proof</dt>
        <dd>{cast.proven ? <IconCircleCheck size={15} aria-hidden /> : <IconHourglass size={15} aria-hidden />}{proofWords(cast, at, wishes.distance)}</dd>
      </div>
      <div><dt>Mean fit</dt><dd>{cast.fit.toFixed(1)}</dd></div>
      <div><dt>Chemistry</dt><dd>{cast.chemistry === null ? 'not counted' : `${cast.chemistry.toFixed(1)} of 5`}</dd></div>
      <div><dt>Fees</dt><dd>{feeWords(cast, locale)}{limit}</dd></div>
    </dl>
  )
}

function Pairs({ cast, name, ensemble, wishes }: { readonly cast: Cast; readonly name: string; readonly ensemble: Ensemble; readonly wishes: EnsembleWishes }) {
  const { settings } = useSettings()
  return (
    <section className={classes.pairs} aria-label="Chemistry">
      <h3 className={classes.pairsTitle}>Chemistry of the {name.toLowerCase()}</h3>
      <p>{chemistryWords(wishes, ensemble, settings.chemistry)}</p>
      {cast.pairs.length > 0 && (
        <ul>
          {cast.pairs.map(pair => (
            <li key={`${pair.roles.join(' ')} ${pair.people.join(' ')}`}>
              {pairWords(pair)}
              {pair.wished && <> <Chip tone="accent">{pair.counted ? 'wished for' : 'wished for, did not weigh'}</Chip></>}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function PutOnLists({ cast, name }: { readonly cast: Cast; readonly name: string }) {
  const office = useOffice()
  const changed = useChanged()
  const put = async (list: CastingList, words: string) => {
    try {
      const people = cast.roles.map(({ roleId, talentId }) => ({ roleId, talentId }))
      const { changes } = await office.casting.putCast({ people, list, reason: `${name} of ${countWords(people.length, 'role')}` })
      changed('casting')
      if (changes.length === 0) return say(`All of this cast stand on ${words} already.`)
      offerUndo(`${countWords(changes.length, 'person was', 'people were')} put on ${words}.`, async () => {
        await office.casting.undoAll({ changeIds: changes.map(({ id }) => id) })
        changed('casting')
      })
    } catch (error) {
      sayFailure(error)
    }
  }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconListCheck size={14} aria-hidden />} rightSection={<IconChevronDown size={12} aria-hidden />}>Put on the lists</Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{name}, each for their role</Menu.Label>
        <Menu.Item onClick={() => void put('shortList', 'the short lists')}>Short list</Menu.Item>
        <Menu.Item onClick={() => void put('selects', 'the selects')}>Selects</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function FromWhat({ ensemble: { considered }, wishes }: { readonly ensemble: Ensemble; readonly wishes: EnsembleWishes }) {
  const people = considered.reduce((sum, role) => sum + role.people, 0)
  return (
    <MadeMark label="Cast by CastMatch">
      <p>Worked out on this laptop from fit{wishes.chemistry > 0 ? ` and predicted chemistry` : ''}: {countWords(people, 'candidate')} for {countWords(considered.length, 'role')}, nobody twice. Only musts and your wishes leave people out.</p>
      <p>It is a proposal to argue with. It weighs what the book knows, never a face or a voice, and nobody is put on a list before you say so.</p>
    </MadeMark>
  )
}
